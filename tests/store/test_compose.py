"""docker-compose.yml against the Compose specification's own schema, and what we ask of it beyond."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

FILE = Path(__file__).resolve().parents[2] / "docker-compose.yml"


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return loaded


def check(file: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", str(file)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_it_is_valid_by_the_specification(tmp_path: Path) -> None:
    done = check(FILE)
    assert done.returncode == 0, done.stdout
    broken = tmp_path / "docker-compose.yml"
    broken.write_text(
        FILE.read_text(encoding="utf-8").replace("healthcheck:", "healthchek:"), encoding="utf-8"
    )
    assert check(broken).returncode == 1, "the schema is looked at"


def test_it_has_no_version(compose: dict[str, Any]) -> None:
    assert "version" not in compose


def test_it_is_a_supported_community_edition(compose: dict[str, Any]) -> None:
    assert compose["services"]["neo4j"]["image"] == "neo4j:5.26-community"


def test_only_this_machine_reaches_it(compose: dict[str, Any]) -> None:
    ports = compose["services"]["neo4j"]["ports"]
    assert {port.rsplit(":", 1)[1] for port in ports} == {"7474", "7687"}
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_the_password_comes_from_the_environment_and_has_no_default(compose: dict[str, Any]) -> None:
    text = FILE.read_text(encoding="utf-8")
    assert re.findall(r"\$\{NEO4J_PASSWORD[^}]*\}", text) == [
        "${NEO4J_PASSWORD:?set it to a password of 8 characters or more}"
    ]
    assert compose["services"]["neo4j"]["environment"]["NEO4J_AUTH"].startswith("neo4j/${NEO4J_PASSWORD:?")


def test_data_outlives_the_container_and_health_is_watched(compose: dict[str, Any]) -> None:
    service = compose["services"]["neo4j"]
    (mount,) = service["volumes"]
    name, _, target = mount.partition(":")
    assert name in compose["volumes"]
    assert target == "/data"
    assert service["healthcheck"]["test"][0] == "CMD-SHELL"
    assert {"interval", "timeout", "retries"} <= service["healthcheck"].keys()

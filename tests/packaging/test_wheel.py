"""The wheel, far from the checkout: the data files travel in it, and the command runs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("graph", "loaders", "seeds")
_NO_PART = shutil.ignore_patterns("__pycache__")


def _run(*command: str | Path, cwd: Path) -> str:
    clean = {
        k: v for k, v in os.environ.items() if not k.startswith(("ARMSGRAPH_", "NEO4J_", "PYTHON", "PIP_"))
    }
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**clean, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "XDG_DATA_HOME": str(cwd / "data")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=280,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    # from a copy: building leaves folders behind, and what they hold would get into the next wheel
    source = tmp_path_factory.mktemp("source")
    for package in PACKAGES:
        shutil.copytree(ROOT / package, source / package, ignore=_NO_PART)
    corpus = source / "seeds" / "corpus" / "de"
    corpus.mkdir(parents=True, exist_ok=True)
    (corpus / "sample.yaml").write_text("- id: x\n", encoding="utf-8")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", cwd=source)
    (built,) = (source / "dist").glob("armsgraph-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of scripts of an environment that holds the wheel and sees the dependencies."""
    environment = tmp_path_factory.mktemp("far away") / "env"
    _run(sys.executable, "-m", "venv", "--without-pip", environment, cwd=environment.parent)
    python = environment / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--python", python)
    _run(*pip, "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=environment.parent)
    # the tests' own packages, without a network; the checkout's editable install is not seen through it
    (library,) = (environment / "lib").glob("python*/site-packages")
    (library / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    where = _run(python, "-c", "import graph, loaders, seeds; print(graph.__file__)", cwd=environment.parent)
    assert Path(where.strip()).is_relative_to(environment), "the wheel's package, not the checkout's"
    return environment / "bin"


def test_every_data_file_travels(wheel: Path) -> None:
    here = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and not {"__pycache__", "corpus"} & set(path.parts) and path.name != "README.md"
    }
    there = set(zipfile.ZipFile(wheel).namelist())
    assert not here - there, "not in the wheel"
    assert not [name for name in there if name.startswith("seeds/corpus/")], "what a model is trained on"
    assert not {name for name in there if name.split("/")[0] not in PACKAGES and ".dist-info/" not in name}


def test_load_show_and_export_run_far_from_the_checkout(installed: Path, tmp_path: Path) -> None:
    command = installed / "armsgraph"
    articles = installed.parent.glob("lib/python*/site-packages/seeds/articles")
    _run(command, "load", "--store", "my store", *articles, cwd=tmp_path)
    shown = _run(command, "show", "--store", "my store", "Nordkorea", cwd=tmp_path)
    assert "Russia" in shown
    _run(command, "export", "--store", "my store", "html", "picture.html", cwd=tmp_path)
    page = (tmp_path / "picture.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "north-korea" in page
    assert sorted(path.name for path in tmp_path.iterdir()) == ["my store", "picture.html"], (
        "nothing else is left"
    )

"""In git the notebooks have no outputs, and the script takes them out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from tests.notebooks.conftest import FOLDER, NAMES


def strip(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(FOLDER / "strip.py"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def test_no_notebook_is_kept_with_outputs() -> None:
    done = strip("--check")
    assert done.returncode == 0, f"{done.stdout}Run: python notebooks/strip.py"


@pytest.mark.parametrize("name", NAMES)
def test_it_takes_out_what_running_put_in(tmp_path: Path, name: str) -> None:
    clean = (FOLDER / f"{name}.ipynb").read_text(encoding="utf-8")
    notebook = nbformat.reads(clean, as_version=4)  # type: ignore[no-untyped-call]
    for cell in notebook.cells:
        cell.metadata["collapsed"] = True
        if cell.cell_type == "code":
            cell.execution_count = 7
            cell.outputs = [nbformat.v4.new_output("stream", text="of this machine")]  # type: ignore[no-untyped-call]
    notebook.metadata["language_info"]["version"] = "3.11.2"
    ran = tmp_path / "ran.ipynb"
    nbformat.write(notebook, ran)  # type: ignore[no-untyped-call]

    checked = strip("--check", ran)
    assert (checked.returncode, checked.stdout) == (1, f"{ran}: has outputs\n")
    assert "of this machine" in ran.read_text(encoding="utf-8"), "a check changes nothing"
    assert strip(ran).returncode == 0
    assert ran.read_text(encoding="utf-8") == clean
    again = strip(ran)
    assert (again.returncode, again.stdout) == (0, "")


@pytest.mark.parametrize("text", ["no json", "[]", '{"cells": [{}]}'])
def test_what_is_no_notebook_is_left_alone(tmp_path: Path, text: str) -> None:
    file = tmp_path / "x.ipynb"
    file.write_text(text, encoding="utf-8")
    done = strip(file)
    assert done.returncode == 1
    assert done.stderr.startswith(f"{file}: not a notebook that can be read")
    assert len(done.stderr.splitlines()) == 1
    assert file.read_text(encoding="utf-8") == text

"""The notebooks, each run once from top to bottom, as a person would run them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).parents[2] / "notebooks"
NAMES = ("01_first_look", "02_cypher", "03_network_analysis")


class Run:
    """A notebook after it was run."""

    def __init__(self, notebook: Any) -> None:
        self.cells: list[Any] = [cell for cell in notebook.cells if cell.cell_type == "code"]
        self.outputs: list[Any] = [output for cell in self.cells for output in cell.outputs]

    def shown(self, kind: str) -> list[str]:
        """What was shown of this media type, in its order."""
        return [output.data[kind] for output in self.outputs if kind in output.get("data", {})]

    def cell(self, words: str) -> Any:
        """The one cell whose code has these words."""
        [found] = [cell for cell in self.cells if words in cell.source]
        return found

    def table(self, words: str) -> str:
        """The table that this cell shows, as HTML."""
        [output] = [one for one in self.cell(words).outputs if "text/html" in one.get("data", {})]
        return str(output.data["text/html"])


class Runner:
    """Runs each notebook once, in its own folder; temporary folders are made in `temporary`."""

    def __init__(self, home: Path) -> None:
        self.temporary = home / "temporary"
        self.temporary.mkdir()
        settings = {"IPYTHONDIR": "ipython", "JUPYTER_CONFIG_DIR": "jupyter", "MPLCONFIGDIR": "matplotlib"}
        self._variables = {variable: str(home / folder) for variable, folder in settings.items()}
        self._done: dict[str, Run] = {}

    def __call__(self, name: str) -> Run:
        if name not in self._done:
            self._done[name] = self._run(name)
        return self._done[name]

    def _run(self, name: str) -> Run:
        notebook = nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)  # type: ignore[no-untyped-call]
        nbformat.validate(notebook)
        client = NotebookClient(notebook, timeout=250, resources={"metadata": {"path": str(FOLDER)}})
        with pytest.MonkeyPatch.context() as patch:
            for variable, value in {**self._variables, "TMPDIR": str(self.temporary)}.items():
                patch.setenv(variable, value)
            for variable in ("ARMSGRAPH_STORE", "NEO4J_URI", "MPLBACKEND"):
                patch.delenv(variable, raising=False)
            client.execute()
        return Run(notebook)


@pytest.fixture(scope="session")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Runner:
    """Runs a notebook by its name."""
    return Runner(tmp_path_factory.mktemp("notebooks"))

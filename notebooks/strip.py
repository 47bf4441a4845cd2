"""Takes out of the notebooks what running them put in: outputs, numbers of runs, remarks of the editor.

$ python notebooks/strip.py             # all notebooks here
$ python notebooks/strip.py FILE...     # these
$ python notebooks/strip.py --check     # change nothing; exit 1 and name those that are not stripped
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

_METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def stripped(text: str) -> str:
    """The notebook as it is kept: its cells and nothing else, always written alike.

    Raises:
        ValueError: it is no notebook.
    """
    notebook = json.loads(text)
    if not isinstance(notebook, dict) or not isinstance(notebook.get("cells"), list):
        raise ValueError("no notebook")
    for cell in notebook["cells"]:
        _strip_cell(cell)
    notebook["metadata"] = _METADATA
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _strip_cell(cell: dict[str, Any]) -> None:
    cell["metadata"] = {}
    cell.pop("attachments", None)
    if isinstance(cell["source"], str):  # some editors write one text, some a line each
        cell["source"] = cell["source"].splitlines(keepends=True)
    if cell["cell_type"] == "code":
        cell["execution_count"] = None
        cell["outputs"] = []


def main() -> None:
    """Strip, or say which notebooks are not."""
    here = Path(__file__).parent
    parser = argparse.ArgumentParser(description="Take outputs out of notebooks.")
    parser.add_argument("files", nargs="*", type=Path, default=sorted(here.glob("*.ipynb")), metavar="FILE")
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 where there are outputs")
    given = parser.parse_args()
    dirty = False
    for file in given.files:
        try:
            before = file.read_text(encoding="utf-8")
            after = stripped(before)
        except (OSError, ValueError, KeyError, TypeError) as error:
            sys.exit(f"{file}: not a notebook that can be read ({error})")
        if before != after:
            dirty = True
            print(f"{file}: {'has outputs' if given.check else 'stripped'}")
            if not given.check:
                file.write_text(after, encoding="utf-8")
    sys.exit(given.check and dirty)


if __name__ == "__main__":
    main()

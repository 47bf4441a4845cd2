from __future__ import annotations

import json
import re
import subprocess
from importlib.resources import files
from pathlib import Path

import playwright
import pytest

from graph.export.html.bundle import bundle
from graph.export.html.texts import texts

VIEWER = files("graph.export") / "viewer"


def test_modules_keep_their_names_apart_and_come_in_order() -> None:
    node = Path(playwright.__file__).parent / "driver" / "node"  # the one that playwright brings
    modules = {
        "a": "const own = 1;\nexport function one() {\n  return own;\n}",
        "b-c": 'import { one } from "./a.js";\nconst own = 2;\nexport const three = () => one() + own;',
        "main": 'import { three } from "./b-c.js";\nimport { one } from "./a.js";\n'
        "console.log(one(), three());",
        "unused": "throw new Error();",
    }
    done = subprocess.run(
        [node, "-e", bundle(modules, "main")], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "1 3\n"


@pytest.mark.parametrize(
    ("modules", "message"),
    [
        ({"main": 'import { x } from "./gone.js";'}, "no module gone.js"),
        ({"main": 'import { x } from "./b.js";', "b": 'import { y } from "./main.js";'}, "in a circle"),
        ({"main": 'import x from "./b.js";', "b": ""}, "not understood: import x"),
        ({"main": "export default 1;"}, "not understood: export default"),
    ],
)
def test_what_cannot_be_bundled_is_said(modules: dict[str, str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        bundle(modules, "main")


def _sources() -> dict[str, str]:
    return {
        item.name: item.read_text(encoding="utf-8") for item in VIEWER.iterdir() if item.name.endswith(".js")
    }


def test_the_viewer_never_reads_text_as_html() -> None:
    for name, source in _sources().items():
        assert not re.search(
            r"\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval|DOMParser)\b", source
        ), name
        assert 'setAttribute("style"' not in source, f"{name}: the page's policy refuses inline styles"


def test_every_word_that_the_viewer_asks_for_exists() -> None:
    asked = {key for source in _sources().values() for key in re.findall(r'\bt\("([a-z_-]+)"\)', source)}
    counted = {
        key for source in _sources().values() for key in re.findall(r'count\([^"]*, "([a-z_]+)"\)', source)
    }
    assert asked
    assert counted
    known = set(texts("en"))
    assert not (asked | counted | {f"{key}_one" for key in counted}) - known, json.dumps(sorted(asked))

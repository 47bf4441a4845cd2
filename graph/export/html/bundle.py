"""The viewer's modules as one script: no build step, no module loader in the page.

Each module becomes a function of its own that returns what it exports, in the
order in which they need one another; names of different modules cannot collide.
Understood are the forms that the viewer uses: `import { a, b } from "./x.js";` and
`export` before `function`, `class` or `const`, each at the start of a line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter

_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([\w-]+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const) ([A-Za-z_$][\w$]*))", re.MULTILINE)
_LEFT_OVER = re.compile(r"^(?:import|export)\b.*$", re.MULTILINE)


def bundle(modules: Mapping[str, str], entry: str) -> str:
    """One classic script from ES modules (name without ".js" -> source).

    Raises:
        ValueError: a module is missing, imports in a circle, or uses another form.

    >>> print(bundle({"a": "export const one = 1;", "main": 'import { one } from "./a.js";'}, "main"))
    "use strict";
    const $a = (() => {
    const one = 1;
    return { one };
    })();
    const $main = (() => {
    const { one } = $a;
    return {  };
    })();
    <BLANKLINE>
    """
    needed: dict[str, set[str]] = {}
    waiting = [entry]
    while waiting:
        name = waiting.pop()
        if name in needed:
            continue
        if name not in modules:
            raise ValueError(f"the viewer has no module {name}.js")
        needed[name] = {target for _, target in _IMPORT.findall(modules[name])}
        waiting.extend(needed[name])
    try:
        # sorted first: the same modules give the same script
        order = list(
            TopologicalSorter({name: sorted(needed[name]) for name in sorted(needed)}).static_order()
        )
    except CycleError as error:
        raise ValueError(f"the viewer's modules import in a circle: {error.args[1]}") from error
    return '"use strict";\n' + "".join(_wrapped(name, modules[name]) for name in order)


def _wrapped(name: str, source: str) -> str:
    exported = _EXPORT.findall(source)
    body = _EXPORT.sub("", _IMPORT.sub(_destructured, source)).strip()
    if left := _LEFT_OVER.search(body):
        raise ValueError(f"{name}.js: not understood: {left.group()}")
    return f"const ${_safe(name)} = (() => {{\n{body}\nreturn {{ {', '.join(exported)} }};\n}})();\n"


def _destructured(match: re.Match[str]) -> str:
    names = ", ".join(part.strip() for part in match.group(1).split(",") if part.strip())
    return f"const {{ {names} }} = ${_safe(match.group(2))};"


def _safe(name: str) -> str:
    return name.replace("-", "_")

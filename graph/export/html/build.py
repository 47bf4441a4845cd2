"""The page itself: template, data, viewer and vis-network in one file that allows nothing else."""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, FunctionLoader, StrictUndefined

from graph.errors import ArmsgraphError
from graph.export.files import replacing
from graph.export.html.bundle import bundle
from graph.export.html.data import clean, payload, to_json
from graph.query.rows import ClaimRow, EvidenceRow

_STYLES = ("base.css", "parts.css")
_TEMPLATE = "page.html.j2"


def page(
    claims: Iterable[ClaimRow],
    evidence: Mapping[str, Sequence[EvidenceRow]],
    *,
    title: str = "armsgraph",
    lang: str = "en",
) -> str:
    """The claims, with the assertions of each (claim id -> rows), as one HTML page.

    `lang` is "en" or "de", the language of the page's own words. The same claims and
    evidence give the same text. Nothing in the page is fetched, and its policy lets
    no script run but its own.
    """
    data = payload(claims, evidence, title=title, lang=lang)
    scripts = (_vis_network(), _viewer())
    style = "".join(_resource("viewer", name) for name in _STYLES)
    template = Environment(
        loader=FunctionLoader(_resource),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    ).get_template(_TEMPLATE)
    return template.render(
        title=clean(data["title"]),
        lang=lang,
        t=data["texts"],
        empty=not data["claims"],
        counts={name: len(data[name]) for name in ("claims", "entities", "articles")},
        policy=_policy(scripts, (style,)),
        style=style,
        scripts=scripts,
        data=to_json(data),
    )


def write_html(
    out_path: str | os.PathLike[str],
    claims: Iterable[ClaimRow],
    evidence: Mapping[str, Sequence[EvidenceRow]],
    *,
    title: str = "armsgraph",
    lang: str = "en",
) -> Path:
    """Write `page(...)` as UTF-8 and return the path; a file half written is never seen.

    Raises:
        ArmsgraphError: the place is a folder, or in none.
        OSError: the file cannot be written.
    """
    text = page(claims, evidence, title=title, lang=lang)
    with replacing(os.fspath(out_path)) as stream:
        stream.write(text.encode("utf-8"))
    return Path(out_path)


def _policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """A Content-Security-Policy that lets these texts run, and no address be reached."""
    return "; ".join(
        [
            "default-src 'none'",
            "script-src " + " ".join(map(_source_hash, scripts)),
            "style-src " + " ".join(map(_source_hash, styles)),
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _source_hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _resource(*names: str) -> str:
    text = files("graph.export.html").joinpath(*names).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")


@cache
def _viewer() -> str:
    folder = files("graph.export.html") / "viewer"
    modules = {
        item.name.removesuffix(".js"): item.read_text(encoding="utf-8").replace("\r\n", "\n")
        for item in folder.iterdir()
        if item.name.endswith(".js")
    }
    return bundle(modules, "main")


@cache
def _vis_network() -> str:
    """vis-network's script from the installed pyvis package, its licence with it."""
    found = sorted(
        (item for item in files("pyvis").joinpath("lib").iterdir() if item.name.startswith("vis-")),
        key=lambda item: [int(part) for part in item.name.removeprefix("vis-").split(".") if part.isdigit()],
    )
    if not found:
        raise ArmsgraphError("the installed pyvis package has no vis-network script; install pyvis 0.3.2")
    text = found[-1].joinpath("vis-network.min.js").read_text(encoding="utf-8")
    # a browser reads line ends as \n, and the hash is of what it reads; the map's address would be fetched
    lines = text.replace("\r\n", "\n").replace("\r", "\n").splitlines(keepends=True)
    script = "".join(line for line in lines if not line.startswith("//# sourceMappingURL="))
    if "</script" in script.lower() or "<!--" in script:
        raise ArmsgraphError("vis-network's script cannot stand inside a page")
    return script

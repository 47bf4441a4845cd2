"""The page itself: template, data and viewer in one file that allows nothing else."""

from __future__ import annotations

import base64
import gzip
import hashlib
import os
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined

from graph.export.files import replacing
from graph.export.html.bundle import bundle
from graph.export.html.data import Content, clean, payload, to_json
from graph.export.html.texts import LANGUAGES, texts
from graph.model import Entity
from graph.query.rows import ClaimRow, EvidenceRow

_STYLES = ("base.css", "parts.css", "picture.css", "map.css")
_TEMPLATE = "page.html.j2"
_PACKED_FROM = 1_000_000  # characters of data from which it is compressed


def page(
    claims: Iterable[ClaimRow],
    evidence: Mapping[str, Sequence[EvidenceRow]] | None,
    *,
    title: str = "armsgraph",
    lang: str | None = None,
    entities: Iterable[Entity] = (),
    reliability: Mapping[str, str] | None = None,
) -> str:
    """The claims, with the assertions of each (claim id -> rows), as one HTML page.

    `lang` is "en" or "de", the language of the page's own words, or None: the browser
    says. `entities` adds other names, categories and coordinates, `reliability` the
    Admiralty letters of publishers (by name). A claim without a quote is left out, unless
    `evidence` is None. The same values give the same text. Nothing in the page is
    fetched, and its policy lets no script run but its own.

    Raises:
        ValueError: `lang` is another language.
    """
    content = Content(
        claims=tuple(claims),
        evidence=evidence or {},
        entities=tuple(entities),
        reliability=reliability or {},
        quoted_only=evidence is not None,
    )
    return render(content, title=title, lang=lang)


def render(
    content: Content, *, title: str, lang: str | None = None, served: Mapping[str, Any] | None = None
) -> str:
    """The page of this content.

    `served`: what the page is told of the whole store; then it may ask the server that it
    came from for more, and no other address.

    Raises:
        ValueError: the page does not speak `lang`.
    """
    if lang is not None:
        texts(lang)
    data = payload(content, title=title, lang=lang, served=served)
    style = "".join(_viewer_file(name) for name in _STYLES)
    script = _viewer()
    written = to_json(data)
    packed = len(written) > _PACKED_FROM
    template = Environment(
        loader=FunctionLoader(_template),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    ).get_template(_TEMPLATE)
    return template.render(
        title=clean(data["title"]),
        lang=lang or "en",
        spoken=[(name, texts(name)) for name in ([lang] if lang else LANGUAGES)],
        empty=not data["claims"],
        unquoted=data["unquoted"],
        policy=_policy(script, style, asks=served is not None),
        style=style,
        script=script,
        packed=packed,
        data=_packed(written) if packed else written,
    )


def write_html(
    out_path: str | os.PathLike[str],
    claims: Iterable[ClaimRow],
    evidence: Mapping[str, Sequence[EvidenceRow]] | None,
    *,
    title: str = "armsgraph",
    lang: str | None = None,
    entities: Iterable[Entity] = (),
    reliability: Mapping[str, str] | None = None,
) -> Path:
    """Write `page(...)` as UTF-8 and return the path; a file half written is never seen.

    Raises:
        ArmsgraphError: the place is a folder, or in none.
        OSError: the file cannot be written.
        ValueError: the page does not speak `lang`.
    """
    text = page(claims, evidence, title=title, lang=lang, entities=entities, reliability=reliability)
    with replacing(os.fspath(out_path)) as stream:
        stream.write(text.encode("utf-8"))
    return Path(out_path)


def _packed(text: str) -> str:
    # no time stamp: the same text gives the same bytes
    return base64.b64encode(gzip.compress(text.encode("utf-8"), compresslevel=9, mtime=0)).decode("ascii")


def _policy(script: str, style: str, *, asks: bool) -> str:
    """A Content-Security-Policy that lets these texts run, and no address be reached.

    `asks`: but the one that the page came from.
    """
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {_source_hash(script)}",
            f"style-src {_source_hash(style)}",
            "img-src data:",
            *(["connect-src 'self'"] if asks else []),
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _source_hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _template(name: str) -> str:
    return _text(files("graph.export.html") / name)


def _viewer_file(name: str) -> str:
    return _text(files("graph.export") / "viewer" / name)


def _text(file: Traversable) -> str:
    return file.read_text(encoding="utf-8").replace("\r\n", "\n")


@cache
def _viewer() -> str:
    folder = files("graph.export") / "viewer"
    modules = {
        item.name.removesuffix(".js"): _text(item) for item in folder.iterdir() if item.name.endswith(".js")
    }
    return bundle(modules, "main")

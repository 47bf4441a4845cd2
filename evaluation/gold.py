"""Folders of annotated texts: the texts as `armsgraph extract` reads them, with their annotations."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from graph.errors import InputError
from graph.extract.protocol import LANGUAGES
from graph.model import MODALITIES, RELATIONS, Article
from loaders import Skipped, load

ARTICLES = "articles"
FOLDERS = ("gold", "frames")
"""Where the annotations lie, beside the articles; the first that is there."""

_CHOICES = {"relation": RELATIONS, "modality": MODALITIES}
_NAMES = ("subject", "object", "recipient", "place", "attributed_to", "when")


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text with its annotations: the articles in its file (mostly one) and what they assert."""

    name: str
    articles: tuple[Article, ...]
    golds: tuple[Mapping[str, Any], ...]

    @property
    def language(self) -> str:
        """Of the text; "other" where extractors understand it not."""
        known = (one.language for one in self.articles if one.language in LANGUAGES)
        return next(known, None) or "other"


def annotated(folder: Path, only: Sequence[str] | None = None) -> Iterator[Annotated]:
    """The annotated texts of a folder, in the order of their annotations' file names.

    What the annotations say of a text's language and date of publication goes before what the
    text itself tells.

    Args:
        folder: holds `articles/`, and `gold/` or `frames/` with a JSON file for each text.
        only: names of the texts to read; None for all.

    Raises:
        InputError: something is missing in it, or is not as it should be.
    """
    for name, (path, data) in _files(folder).items():
        if only is None or name in only:
            yield _annotated(folder / ARTICLES / name, path, data)


def names(folder: Path) -> tuple[str, ...]:
    """The names of the texts that are annotated.

    Raises:
        InputError: as for `annotated`.
    """
    return tuple(_files(folder))


def _files(folder: Path) -> dict[str, tuple[Path, dict[str, Any]]]:
    """For each text that is annotated: the file with the annotations, and what stands in it."""
    if not folder.is_dir():
        raise InputError(str(folder), "no such folder" if not folder.exists() else "not a folder")
    if not (folder / ARTICLES).is_dir():
        raise InputError(str(folder), f"no folder {ARTICLES}/ in it")
    places = [folder / name for name in FOLDERS if (folder / name).is_dir()]
    if not places:
        raise InputError(str(folder), f"no folder {'/ or '.join(FOLDERS)}/ with annotations in it")
    found: dict[str, tuple[Path, dict[str, Any]]] = {}
    for path in sorted(places[0].glob("*.json")):
        data = _read(path)
        name = data["article"]
        if name in found:
            raise InputError(str(path), f"annotates {name}, as {found[name][0].name} does")
        if not (folder / ARTICLES / name).is_file():
            raise InputError(str(path), f"annotates {ARTICLES}/{name}, which is not there")
        found[name] = (path, data)
    if not found:
        raise InputError(str(places[0]), "no *.json in it")
    return found


def _read(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(str(path), error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise InputError(str(path), "not UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise InputError(str(path), f"not JSON: {error}") from error
    wrong = _wrong(data)
    if wrong:
        raise InputError(str(path), wrong)
    checked: dict[str, Any] = data
    return checked


def _wrong(data: object) -> str | None:
    """What is not as it should be in a file of annotations."""
    if not isinstance(data, dict):
        return "not an object"
    name, assertions = data.get("article"), data.get("assertions")
    if not isinstance(name, str) or not name or Path(name).name != name:
        return '"article" is not the name of a file'
    for key in ("language", "published"):
        if not isinstance(data.get(key), str | None):
            return f'"{key}" is not a text'
    if not isinstance(assertions, list):
        return '"assertions" is not a list'
    for number, one in enumerate(assertions, start=1):
        wrong = _wrong_in(one) if isinstance(one, dict) else "not an object"
        if wrong:
            return f"assertion {number}: {wrong}"
    return None


def _wrong_in(assertion: Mapping[str, object]) -> str | None:
    missing = [key for key in (*_CHOICES, *_NAMES, "quantity") if key not in assertion]
    if missing:
        return f'no "{missing[0]}"'
    for key, known in _CHOICES.items():
        value = assertion[key]
        if not isinstance(value, str) or not set(value.split("|")) <= set(known):
            return f'"{key}" is {_short(value)}, not of {", ".join(known)}'
    for key in _NAMES:
        if not isinstance(assertion[key], str | None):
            return f'"{key}" is {_short(assertion[key])}, not a text'
    quantity = assertion["quantity"]
    if isinstance(quantity, bool) or not isinstance(quantity, int | float | None):
        return f'"quantity" is {_short(quantity)}, not a number'
    return None


def _short(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 40 else f"{text[:39]}…"


def _annotated(text: Path, path: Path, data: Mapping[str, Any]) -> Annotated:
    told = {key: data[key] for key in ("language", "published") if data.get(key)}
    articles = []
    for item in load([str(text)]):
        if isinstance(item, Skipped):
            raise InputError(item.source, item.reason)
        articles.append(replace(item, **told))
    return Annotated(text.name, tuple(articles), tuple(data["assertions"]))

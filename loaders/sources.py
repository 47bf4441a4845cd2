"""What the arguments of `load` are: files, folders, addresses, standard input."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urldefrag

from graph.model.folder import is_store
from loaders.model import Skipped

Kind = Literal["file", "web", "stdin"]

_WEB = re.compile(r"https?://", re.IGNORECASE)
_NO_ARTICLE = re.compile(r"\.|(?:README|LICEN[CS]E|COPYING|CHANGELOG|NOTICE)(?:\.\w+)?$", re.IGNORECASE)
_SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]+)://")


@dataclass(frozen=True, slots=True)
class Source:
    """One input; `listed` when it was found in a folder rather than named."""

    kind: Kind
    name: str
    listed: bool = False


def expand(arguments: Iterable[str | Source | Skipped]) -> Iterator[Source | Skipped]:
    """Every input that the arguments name, each once, folders with all that is in them.

    What has been expanded already passes.

    Files of a folder come in order of their names, sub-folders among them;
    hidden files and folders are left out, and so are those that tell of the folder (README)
    and folders that hold a store.

    >>> [source.name for source in expand(["-", "https://news.example/a#top", "https://news.example/a"])]
    ['-', 'https://news.example/a#top']
    """
    seen: set[str] = set()
    for argument in arguments:
        for source in _expand_one(argument):
            key = _identity(source) if isinstance(source, Source) else None
            if key is not None and key in seen:
                continue
            if key is not None:
                seen.add(key)
            yield source


def _expand_one(argument: str | Source | Skipped) -> Iterator[Source | Skipped]:
    if not isinstance(argument, str):
        yield argument
    elif argument == "-":
        yield Source("stdin", "-")
    elif _WEB.match(argument):
        yield Source("web", argument)
    elif "\x00" in argument or not argument:
        yield Skipped(repr(argument), "not a path")
    elif os.path.isdir(argument):
        empty = True
        for found in _walk(argument, (os.path.realpath(argument),)):
            empty = False
            yield found
        if empty:
            yield Skipped(argument, "no file in this folder")
    elif (scheme := _SCHEME.match(argument)) and not os.path.lexists(argument):
        yield Skipped(argument, f"cannot read {scheme['scheme']} addresses, only http and https")
    elif not os.path.exists(argument):
        broken = os.path.islink(argument)
        yield Skipped(argument, "a link to nothing" if broken else "no such file or folder")
    else:
        yield Source("file", argument)


def _walk(folder: str, above: tuple[str, ...]) -> Iterator[Source | Skipped]:
    """The files below a folder; `above` are the real paths of the folders that lead here."""
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries if not _NO_ARTICLE.match(entry.name))
    except OSError as error:
        yield Skipped(folder, system_reason(error))
        return
    for name in names:
        path = os.path.join(folder, name)
        if os.path.isdir(path):
            real = os.path.realpath(path)
            if real not in above and not is_store(Path(path)):  # a link that leads back up, a store
                yield from _walk(path, (*above, real))
        elif os.path.isfile(path):
            yield Source("file", path, listed=True)
        elif os.path.islink(path):
            yield Skipped(path, "a link to nothing")
        else:
            yield Skipped(path, "not a regular file")


def system_reason(error: OSError) -> str:
    """An operating system's error in a few words.

    >>> system_reason(PermissionError(13, "Permission denied"))
    'cannot be read: permission denied'
    """
    return f"cannot be read: {(error.strerror or str(error) or type(error).__name__).lower()}"


def _identity(source: Source) -> str:
    if source.kind == "web":
        return urldefrag(source.name).url
    return os.path.realpath(source.name) if source.kind == "file" else "-"

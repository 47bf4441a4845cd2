"""The kinds of files that articles come in; every module in this folder that defines FORMAT is one."""

from __future__ import annotations

import importlib
import os
import pkgutil
from functools import cache

from loaders.model import Format


@cache
def formats() -> tuple[Format, ...]:
    """All formats, in the order in which they are asked."""
    found = []
    for module in pkgutil.iter_modules(__path__):
        candidate = getattr(importlib.import_module(f"{__name__}.{module.name}"), "FORMAT", None)
        if isinstance(candidate, Format):
            found.append(candidate)
    return tuple(sorted(found, key=lambda one: (one.rank, one.name)))


def choose(name: str, head: bytes = b"", content_type: str = "") -> Format:
    """The format of a file by its name, by what a server calls it, or by its first bytes.

    Only plain text's own endings are not taken at their word: many a saved page is called .txt.

    >>> choose("a.jsonl").name, choose("a.txt", b"<!DOCTYPE html><html>").name, choose("a.txt").name
    ('JSON Lines', 'HTML', 'plain text')
    """
    last = formats()[-1]
    suffix = os.path.splitext(name)[1].lower()
    for one in formats()[:-1]:
        if suffix in one.suffixes or content_type in one.mime:
            return one
    for one in formats()[:-1]:
        if one.sniff(head):
            return one
    return last


def is_known(name: str) -> bool:
    """Whether a file of a folder is worth opening: it has a known ending, or none.

    >>> is_known("a.txt.gz"), is_known("README"), is_known("photo.jpg")
    (True, True, False)
    """
    name = name[:-3] if name.lower().endswith(".gz") else name
    suffix = os.path.splitext(name)[1].lower()
    return not suffix or any(suffix in one.suffixes for one in formats())

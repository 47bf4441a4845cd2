"""What holds for every document: its links lead somewhere, its paths and names exist."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.docs.documents import DOCUMENTS, ROOT, codes, prose

_LINK = re.compile(r"\[[^\]]*\]\((?!https?:)([^)#\s]+)(?:#[^)]*)?\)|<img[^>]*\bsrc=\"([^\"]+)\"")
_FOLDERS = "graph|loaders|seeds|tests|docs|benchmarks|evaluation|training|requirements|notebooks"
_PATH = re.compile(rf"(?:{_FOLDERS})/[\w./-]*")

documents = pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.relative_to(ROOT).as_posix())


@documents
def test_links_lead_to_files(file: Path) -> None:
    targets = [one or other for one, other in _LINK.findall(file.read_text(encoding="utf-8"))]
    assert [target for target in targets if not (file.parent / target).exists()] == []


@documents
def test_paths_exist(file: Path) -> None:
    named = [code for code in codes(prose(file.read_text(encoding="utf-8"))) if _PATH.fullmatch(code)]
    assert [name for name in named if not (ROOT / name).exists()] == []


@documents
def test_nothing_of_the_machine_that_wrote_it(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert not re.search(r"/(?:home|root|work|tmp|Users)/", text)
    assert os.path.expanduser("~") + "/" not in text

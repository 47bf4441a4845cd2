"""The network's file and what later training has changed in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.model import files
from graph.extract.model.adapter import adapted, network, write
from graph.extract.model.extractor import ModelExtractor
from graph.extract.model.files import ModelUnavailable


@given(st.lists(st.tuples(st.integers(0, 255), st.integers(0, 255))))
def test_both_files_of_an_adapter_make_the_third(
    tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[int, int]]
) -> None:
    base, changed = bytes(a for a, _ in pairs), bytes(b for _, b in pairs)
    path = tmp_path_factory.mktemp("model") / files.ADAPTER
    write(base, changed, path)
    assert adapted(base, path) == changed


def test_a_network_without_adapter_is_taken_as_it_is(tmp_path: Path) -> None:
    (tmp_path / files.NETWORK).write_bytes(b"whole")
    assert network(tmp_path) == b"whole"
    write(b"whole", b"after", tmp_path / files.ADAPTER)
    assert network(tmp_path) == b"after"


def test_files_of_other_lengths_have_no_adapter(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="2 bytes and 3"):
        write(b"ab", b"abc", tmp_path / files.ADAPTER)


def test_the_adapter_of_another_network_is_refused(tmp_path: Path) -> None:
    write(b"one", b"two", tmp_path / files.ADAPTER)
    with pytest.raises(ModelUnavailable, match="belongs to another"):
        adapted(b"six", tmp_path / files.ADAPTER)


@pytest.mark.parametrize("content", [b"", b"no adapter", b"PK\x03\x04 broken"])
def test_a_broken_adapter_is_told(tmp_path: Path, content: bytes) -> None:
    for path in files.folder().iterdir():
        (tmp_path / path.name).symlink_to(path)
    (tmp_path / files.ADAPTER).unlink(missing_ok=True)
    (tmp_path / files.ADAPTER).write_bytes(content)
    with pytest.raises(ModelUnavailable, match="cannot be read"):
        ModelExtractor(tmp_path)

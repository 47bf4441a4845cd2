"""What an argument names: files, folders, addresses, standard input."""

from __future__ import annotations

from pathlib import Path

from graph.store import open_store
from loaders.sources import Source, expand


def test_a_store_in_the_folder_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ein Text.")
    with open_store(str(tmp_path / "my.store"), create=True):
        pass
    assert [item.name for item in expand([str(tmp_path)]) if isinstance(item, Source)] == [
        str(tmp_path / "a.txt")
    ]

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from graph.errors import ArmsgraphError
from graph.export.files import replacing


def test_writes_a_new_file_with_the_usual_permissions(tmp_path: Path) -> None:
    beside = tmp_path / "beside"
    beside.touch()
    with replacing(str(tmp_path / "out")) as out:
        out.write(b"whole")
    assert (tmp_path / "out").read_bytes() == b"whole"
    assert (tmp_path / "out").stat().st_mode == beside.stat().st_mode


def test_keeps_the_permissions_and_the_link_of_what_it_replaces(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_bytes(b"old")
    real.chmod(0o600)
    link.symlink_to(real)
    with replacing(str(link)) as out:
        out.write(b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o600


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_on_an_error_the_old_file_stays_and_nothing_lies_about(
    tmp_path: Path, error: type[BaseException]
) -> None:
    target = tmp_path / "out"
    target.write_bytes(b"old")

    def write_half() -> None:
        with replacing(str(target)) as out:
            out.write(b"half")
            raise error

    with pytest.raises(error):
        write_half()
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("out", b"old")]


def test_refuses_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ArmsgraphError, match="folder"), replacing(str(tmp_path)):
        pass


def test_says_which_folder_is_missing(tmp_path: Path) -> None:
    with (
        pytest.raises(ArmsgraphError, match="nowhere does not exist"),
        replacing(str(tmp_path / "nowhere" / "f")),
    ):
        pass


def test_writes_into_a_pipe_as_it_is(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    with replacing(str(pipe)) as out:
        out.write(b"through")
    reader.join(10)
    assert read == [b"through"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)

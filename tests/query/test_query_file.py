"""Queries in files: what their comments say, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import InputError, QueryRefused, UnknownQuery
from graph.query.query_file import Parameter, read
from graph.query.saved import PACKAGED, check, own_folder, paths, saved


def write(folder: Path, text: str | bytes, name: str = "mine.cypher") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_what_the_comments_say(tmp_path: Path) -> None:
    query = read(
        write(
            tmp_path,
            "// Who sent it.\n//\n// More words on that.\n// $item (entity): a weapon\n"
            '// $since = "a:b": when: at least\n//$least=2:\n\n'
            "// a comment of the query's own\nMATCH (n {id: $item}) WHERE n.x > $least\n"
            "RETURN $since, $`odd name`, '$no' // $neither\n",
        )
    )
    assert query.name == "mine"
    assert query.about == "Who sent it."
    assert query.parameters == (
        Parameter("item", "a weapon", entity=True),
        Parameter("since", "when: at least", default='"a:b"'),
        Parameter("least", default="2"),
        Parameter("odd name"),
    )
    assert query.text.startswith("MATCH")
    assert query.text.endswith("// $neither")


@pytest.mark.parametrize("text", ["RETURN $x AS x", "\ufeffRETURN $x AS x\r\n", "\n\nRETURN $x AS x"])
def test_no_comment_is_needed(tmp_path: Path, text: str) -> None:
    query = read(write(tmp_path, text))
    assert (query.about, query.parameters, query.text) == ("", (Parameter("x"),), "RETURN $x AS x")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "there is no query in it"),
        ("// only words\n", "there is no query in it"),
        (b"RETURN '\xff\xfe'", "is no text in UTF-8"),
        ("RETURN 1" + " " * 1_000_000, "is too large for a query"),
        ("// $x = five: a number\nRETURN $x", "the value of $x is not JSON: five"),
        ("// $y: a number\nRETURN $x", "tells of a parameter $y that the query does not have"),
    ],
)
def test_a_file_that_is_no_query_is_told_in_one_line(tmp_path: Path, text: str | bytes, said: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(InputError) as caught:
        read(path)
    assert str(caught.value) == f"{path}: {said}"


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.cypher"):
        with pytest.raises(InputError, match=r"directory"):
            read(path)


@pytest.mark.parametrize("path", sorted(PACKAGED.glob("*.cypher")), ids=lambda path: path.stem)
def test_what_comes_with_armsgraph_says_what_it_is(path: Path) -> None:
    query = read(path)
    assert query.about
    assert [parameter.name for parameter in query.parameters if not parameter.about] == []


def test_a_users_own_takes_the_place_of_another(tmp_path: Path) -> None:
    own = write(tmp_path, "RETURN 1", "denials.cypher")
    write(tmp_path, "RETURN 1", "notes.txt")
    write(tmp_path, "RETURN 1", ".hidden.cypher")
    assert set(paths(tmp_path)) == set(paths())
    assert paths(tmp_path)["denials"] == own
    assert list(paths(tmp_path)) == sorted(paths())
    with pytest.raises(InputError, match="no folder of queries"):
        paths(tmp_path / "none")


def test_an_unknown_name_lists_the_nearest() -> None:
    with pytest.raises(UnknownQuery, match=r"no saved query 'denial'; did you mean denials"):
        saved("denial")
    with pytest.raises(UnknownQuery, match=r"no saved query '../x'; armsgraph query --list lists them"):
        saved("../x")


def test_the_folder_is_named_by_the_environment(tmp_path: Path) -> None:
    assert own_folder({"ARMSGRAPH_QUERIES": str(tmp_path)}) == tmp_path
    assert own_folder({"ARMSGRAPH_QUERIES": ""}) == own_folder({})
    assert own_folder({}).name == "queries"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "mine: parameters missing, give --param a=... --param b=..."),
        ({"a": 1}, "mine: parameter missing, give --param b=..."),
        ({"a": 1, "b": None, "d": 1}, "mine: no parameter 'd', it has c, a, b"),
    ],
)
def test_missing_and_surplus_parameters(tmp_path: Path, given: dict[str, object], said: str) -> None:
    query = read(write(tmp_path, "// $c = null: what\nRETURN $a, $b, $c"))
    check(query, {"a": 1, "b": None})
    with pytest.raises(QueryRefused) as caught:
        check(query, given)
    assert str(caught.value) == said

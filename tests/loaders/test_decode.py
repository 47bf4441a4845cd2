from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from loaders.decode import Undecodable, decode

GERMAN = "Pjöngjang rüstet auf – „große“ Mengen für 5 €\r\nZweite Zeile\n"
RUSSIAN = "Северная Корея поставила России снаряды и ракеты.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_german_text_in_every_encoding_reads_the_same(encoding: str) -> None:
    assert decode(GERMAN.encode(encoding)) == GERMAN


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_cyrillic_utf16_without_a_mark(encoding: str) -> None:
    assert decode((RUSSIAN * 3).encode(encoding)) == RUSSIAN * 3


@pytest.mark.parametrize(("mark", "encoding"), [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")])
def test_utf16_with_a_mark_loses_only_the_mark(mark: bytes, encoding: str) -> None:
    assert decode(mark + GERMAN.encode(encoding)) == GERMAN


def test_older_cyrillic_encodings_are_guessed() -> None:
    text = "Северная Корея поставила России снаряды, ракеты и артиллерийские орудия. " * 5
    assert decode(text.encode("cp1251")) == text


def test_line_ends_stay_as_they_are() -> None:
    assert decode(b"a\r\nb\rc\n\x0cd") == "a\r\nb\rc\n\x0cd"


def test_a_broken_byte_does_not_turn_utf8_into_something_else() -> None:
    data = ("Rüstungsgüter für Übungen in Köln " * 3).encode() + b"\xfc"
    assert decode(data) == "Rüstungsgüter für Übungen in Köln " * 3 + "\ufffd"


def test_a_cut_utf16_file_is_called_damaged() -> None:
    with pytest.raises(Undecodable, match="damaged UTF-16"):
        decode("\ufeffKim".encode("utf-16-le")[:-1])


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\n...", "a PDF file, not text"),
        (b"PK\x03\x04....", "a zip archive or office document, not text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "an image (PNG), not text"),
        (bytes(range(256)) * 20, "a binary file, not text"),
        (b"\x00\x01\x02\x03" * 50, "a binary file, not text"),
        (b"\x01\x02\x03\x04" * 50, "a binary file, not text"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, reason: str) -> None:
    with pytest.raises(Undecodable) as raised:
        decode(data)
    assert str(raised.value) == reason


def test_the_servers_word_counts_for_old_encodings_but_not_against_utf8() -> None:
    assert decode("Łask i Gdynia, zakłady zbrojeniowe".encode("iso-8859-2"), "iso-8859-2").startswith(
        "Łask i"
    )
    assert decode("Köln".encode(), "iso-8859-1") == "Köln"
    assert decode("Köln".encode("cp1252"), "no-such-encoding") == "Köln"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_text_in_utf8_survives(text: str) -> None:
    assert decode(text.encode()) == text.removeprefix("\ufeff")


@given(st.binary(max_size=300))
@example(b"\xff\xfe\x00\xd8")
@example(b"\xef\xbb\xbf\xff\xfe")
@example(b"\x00\x00\xfe\xff\xff\xff\xff\xff")
@settings(max_examples=400)
def test_any_bytes_give_a_text_or_a_reason(data: bytes) -> None:
    try:
        result = decode(data)
        result.encode("utf-8")  # no halves of surrogate pairs, so that a store can hold it
    except Undecodable as error:
        result = str(error) or "no reason"
        assert len(result.splitlines()) == 1

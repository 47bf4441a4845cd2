"""Bytes to text, whatever program wrote them; and telling files that are no text at all."""

from __future__ import annotations

import codecs
import re

_BOMS = (  # UTF-32's first: its mark begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x89PNG", "an image (PNG)"),
    (b"\xff\xd8\xff", "an image (JPEG)"),
    (b"GIF8", "an image (GIF)"),
    (b"RIFF", "an image, sound or film"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"BZh9", "a bzip2 archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
_LEGACY = dict.fromkeys(("latin-1", "iso-8859-1", "iso8859-1", "latin1", "ascii", "us-ascii"), "cp1252")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 65_536


class Undecodable(ValueError):
    """These bytes are no text; the message says what they are, for people."""


def decode(data: bytes, hint: str | None = None) -> str:
    """The text that the bytes hold, without a byte-order mark, line ends as they are.

    Args:
        hint: an encoding that somebody named (a server, a page); tried after a
            byte-order mark and before guessing.

    Raises:
        Undecodable: the bytes are not text.

    >>> decode("Pjöngjang".encode("cp1252")), decode("Kim".encode("utf-16"))
    ('Pjöngjang', 'Kim')
    """
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise Undecodable(f"{what}, not text")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                if encoding != "utf-8-sig":
                    raise Undecodable(f"damaged {encoding.upper()} text") from None
                return _checked(_utf8_but_for_damage(data[3:]) or data[3:].decode("cp1252", "replace"))
            return _checked(text)
    if hint and (data.isascii() or _utf8(data) is None):  # UTF-8 shows itself, servers name old defaults
        hinted = _try(data, _LEGACY.get(hint.lower(), hint))
        if hinted is not None:
            return _checked(hinted.removeprefix("\ufeff"))
    if wide := _utf16_without_mark(data):
        return _checked(wide)
    if b"\x00" in data:
        raise Undecodable("a binary file, not text")
    for attempt in (_utf8, _utf8_but_for_damage, _windows_1252, _guessed):
        found = attempt(data)
        if found is not None:
            return _checked(found)
    raise Undecodable("neither text nor a known kind of file")


def _checked(text: str) -> str:
    sample = text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) * 50 > len(sample):
        raise Undecodable("a binary file, not text")
    return text


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _utf8(data: bytes) -> str | None:
    return _try(data, "utf-8")


def _utf8_but_for_damage(data: bytes) -> str | None:
    """UTF-8 in which a few bytes are broken (a cut file, one pasted quotation mark)."""
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    intact = sum(1 for c in text if c > "\x7f") - damaged
    return text if damaged * 5 <= intact else None


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 that lacks its mark shows as zero bytes at every second place, at least for the blanks."""
    sample = data[:_SAMPLE]
    if len(data) % 2 or not sample:
        return None
    half = len(sample) / 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    for zeros, others, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if zeros > 0.05 * half and others * 20 < zeros:
            text = _try(data, encoding)
            if text is not None and not _CONTROL.search(text[:_SAMPLE]):
                return text
    return None


def _windows_1252(data: bytes) -> str | None:
    """Western European text: mostly ASCII, the other bytes being letters and typographic signs."""
    high = sum(1 for byte in data[:_SAMPLE] if byte > 0x7F)
    if high * 4 > len(data[:_SAMPLE]):
        return None  # Cyrillic, Greek or Asian letters in an older encoding
    return _try(data, "cp1252")


def _guessed(data: bytes) -> str | None:
    import charset_normalizer  # noqa: PLC0415  (needed for rare files only)

    best = charset_normalizer.from_bytes(data[: 4 * _SAMPLE]).best()
    return _try(data, best.encoding) if best is not None else None

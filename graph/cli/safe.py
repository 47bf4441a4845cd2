"""Text from articles, made harmless for a terminal.

Names, titles and quotes are written by strangers: an escape sequence in one of
them could recolour, overwrite or answer for the terminal, and a bidirectional
control could make a line read the other way round.
"""

from __future__ import annotations

import re

# C0 and C1 controls, DEL; zero-width and bidirectional controls; line and paragraph separators,
# byte-order mark, tags; lone surrogates (file names that are not valid UTF-8).
_BIDI = "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_CONTROLS = re.compile(f"[\x00-\x1f\x7f-\x9f{_BIDI}\u2028\u2029\U000e0000-\U000e007f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_SPACES = re.compile(r"\s+")
_JSON_UNSAFE = re.compile(f"[\x7f-\x9f{_BIDI}\u2028\u2029\ud800-\udfff]")


def one_line(text: str) -> str:
    r"""The text on one line, without controls; white space becomes one space.

    >>> one_line("Kim\n  \x1b[31mJong-un\x07")
    'Kim [31mJong-un'
    """
    visible = _SURROGATES.sub("\ufffd", _CONTROLS.sub("", _SPACES.sub(" ", text)))
    return visible.strip()


def escape_json(line: str) -> str:
    r"""JSON text with what a terminal could obey written as \u escapes: the value stays the same.

    >>> escape_json('"a\x9bb"')
    '"a\\u009bb"'
    """
    return _JSON_UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", line)

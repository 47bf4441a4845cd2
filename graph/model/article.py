"""Articles: one text from one publisher, as the loaders hand it on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """One text with what is known of its origin.

    Attributes:
        id: hash of the URL, else of publisher, title and date, else of the path.
        text: the text that every offset counts in, in characters. For plain files
            the decoded file as it stands (byte-order mark dropped, line ends kept),
            for HTML and feeds the extracted text.
        content_hash: hash of `text`; a changed article has a new one.
        path: the input as it was given, or None for what never was a file.
        published: EDTF, "2025-06-11" or "2024-11", or None.
        language: ISO 639-1 code, or None where it could not be told.
        publisher: the publisher's name, or None.
        file_hash: hash of the file that holds this article and no other; None for what comes otherwise.
    """

    id: str
    text: str
    content_hash: str
    path: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    file_hash: str | None = None

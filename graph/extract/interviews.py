"""Interviews: paragraphs that begin with the name of the one who speaks, "Rosskamp: Das stimmt."."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from graph.extract.gazetteer import gazetteer
from graph.extract.references import unlisted
from graph.extract.sentences import Sentence
from graph.extract.whole_names import whole_name
from graph.model import EntityRef

_LABEL = re.compile(r"^[ \t*_]*((?:[A-ZÄÖÜ][\w.-]*)(?: [A-ZÄÖÜ][\w.-]*){0,2}):[ \t*_]", re.MULTILINE)
_TWICE = 2  # how often one must begin a paragraph to be in a conversation


def answers(text: str, sentences: Sequence[Sentence], language: str) -> dict[int, EntityRef]:
    """The persons who speak in an interview, by the numbers of the sentences that they say.

    Args:
        text: an article's text.
        sentences: its sentences, in text order.
        language: "de" or "en".
    """
    labels = list(_LABEL.finditer(text))
    counted = Counter(label[1] for label in labels)
    speaking = {name for name, count in counted.items() if count >= _TWICE}
    if len(speaking) < _TWICE:  # nobody asks
        return {}
    persons = {name: _person(text, name, language) for name in speaking}
    found: dict[int, EntityRef] = {}
    for number, sentence in enumerate(sentences):
        line = text.rfind("\n", 0, sentence.start) + 1
        label = _LABEL.match(text, line)
        person = persons.get(label[1]) if label else None
        if person is not None:
            found[number] = person
    return found


def _person(text: str, name: str, language: str) -> EntityRef | None:
    """The person who is called so at the begin of a paragraph; None for "Frage" and for papers."""
    own = name.title() if name.isupper() else name
    known = gazetteer(language).whole(own)
    if known is not None:
        return known if known.kind == "person" else None
    whole = own if " " in own else whole_name(text, own, language)
    return unlisted(whole, "person") if whole else None

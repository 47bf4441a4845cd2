"""Names that no list knows, as far as they look like one: who they are is for the network to decide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.extract.gazetteer import gazetteer
from graph.extract.mentions import Mention
from graph.extract.name_parts import joining
from graph.extract.references import unlisted
from graph.extract.tagger import tagger
from graph.extract.times import Time
from graph.extract.tokens import Token
from graph.extract.whole_names import whole_name
from graph.model import ITEM_KINDS, EntityRef
from seeds.catalogue import lexicon

_LONGEST = 4  # words
_SHORTEST = 2  # letters that are too few for a name alone
_SHORTEST_GLUED = 3  # letters of a word, and of a name, that a page has run together
_LINKING = frozenset(("proav", "adp", "subord", "coord", "pron", "det", "aux", "modal"))
_PERSON = (2, 3)  # words that a person's name has, if nothing speaks for a firm


class Unlisted:
    """The names of one article that no list knows; a person is known by the last name afterwards."""

    def __init__(self, text: str, language: str) -> None:
        self._text, self._language = text, language
        self._titles = frozenset(lexicon(language, "mentions")["titles"])
        words = lexicon(language, "time")
        self._dates = frozenset(
            str(word).lower() for key in ("months", "weekdays") for word in words[key]
        )  # "Monday" tags as a name
        self._known: dict[str, EntityRef] = {}  # by the whole name and, of a person, by the last word

    def find(
        self, tokens: Sequence[Token], mentions: Sequence[Mention], times: Sequence[Time]
    ) -> Iterator[Mention]:
        """The runs of name words that are in no mention yet, left to right.

        Their kind is a guess: a place after "in" or "near", a company by its last word, a
        person by two or three words, else an organisation.
        """
        taken = {i for m in mentions for i in range(m.first, m.last)}
        taken |= {
            i for i, t in enumerate(tokens) for time in times if t.start < time.end and t.end > time.start
        }
        first = 0
        while first < len(tokens):
            last = first
            while last < len(tokens) and last not in taken and self._is_name(tokens, last, last > first):
                last += 1
                last += joining(tokens, last, self._language)
            while first < last and tokens[first].low in self._titles:
                first += 1
            words = tokens[first:last]
            long_enough = len(words) > 1 or (words and len(words[0].text) > _SHORTEST)
            if long_enough and len(words) <= _LONGEST and not self._begins_adjective(tokens, first, last):
                ref = self._unglued(words) or self._ref(words, _kind(tokens, first, words, self._language))
                yield Mention(ref, words[0].start, words[-1].end, first, last, "name")
            first = max(last, first + 1)

    def _is_name(self, tokens: Sequence[Token], i: int, after_name: bool) -> bool:
        """A large word that is tagged as a name; in German a noun right behind one, in English any noun."""
        token = tokens[i]
        if (
            not token.text[0].isupper()
            or not any(c.islower() for c in token.text)
            or token.low in self._dates
        ):
            return False
        if token.pos == "name":
            return True
        inside = i > 0 and tokens[i - 1].pos != "punct"
        return token.pos == "noun" and (after_name if self._language == "de" else inside)

    def _begins_adjective(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        """Whether the run is only the first word of a state's adjective: "South Korean"."""
        if last == len(tokens):
            return False
        start, end = tokens[first].start, tokens[last].end
        hits = gazetteer(self._language).hits(self._text, start, end)
        return any(hit.start == start and hit.end == end and hit.entry.form == "adjective" for hit in hits)

    def _unglued(self, words: Sequence[Token]) -> EntityRef | None:
        """The known name to which a page has glued the next word: "Kyrylo Budanowdarüber"."""
        name, last = " ".join(t.text for t in words), len(words[-1].text)
        for size in range(_SHORTEST_GLUED, last - _SHORTEST_GLUED):
            if not _LINKING.isdisjoint(tagger(self._language).classes(name[-size:])):
                known = gazetteer(self._language).whole(name[:-size])
                if known is not None and known.kind not in ITEM_KINDS:
                    return known
        return None

    def _ref(self, words: Sequence[Token], kind: str) -> EntityRef:
        name = " ".join(t.text for t in words)
        own = name[:-1] if len(words) == 1 and name.endswith("s") and name[:-1] in self._known else name
        known = self._known.get(own)
        if known is None and len(words) == 1:
            name = whole_name(self._text, name, self._language) or name
            kind = "person" if " " in name else kind
        if known is None:
            known = self._known[own] = unlisted(name, kind)
            if kind == "person":
                self._known.setdefault(words[-1].text, known)
        return known


def _kind(tokens: Sequence[Token], first: int, words: Sequence[Token], language: str) -> str:
    lists = lexicon(language, "mentions")
    if words[-1].text.rstrip(".") in {*lists["legal_forms"], *lists["name_ends"]}:
        return "company"
    if first and tokens[first - 1].low in lists["before_places"]:
        return "place"
    return "person" if len(words) in range(_PERSON[0], _PERSON[1] + 1) else "organisation"

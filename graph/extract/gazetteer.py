"""Names from seeds/ found in text: longest match over atoms, German inflection undone.

An atom is a run of letters or a run of digits, so that "Su-35", "SU35" and "Su 35" are
the same two atoms, and "Leopard-2-Panzern" begins with the atoms of "Leopard 2".
"""

from __future__ import annotations

import re
import unicodedata
from bisect import insort
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal, NamedTuple, get_args

from graph.model import EntityRef
from seeds.catalogue import lexicon, publishers, records

Form = Literal[
    "name", "seat", "noun", "adjective", "people", "context", "context-noun", "near-noun", "weak", "blocked"
]
"""How a text names an entity: by name, by its seat of government, by a common noun, as an
attribute, by its people, by a name or noun that is also another word (counts beside an arms
word only; a near-noun wherever arms are near), by a noun that only points back; blocked spellings
look like one and are none."""

_PRIORITY: tuple[Form, ...] = get_args(Form)
_NOUNS: tuple[Form, ...] = ("noun", "weak", "context-noun", "near-noun", "blocked")
_DECLINED: tuple[Form, ...] = ("name", "seat", "noun", "context-noun", "near-noun")
_SIGNS: tuple[Form, ...] = ("name", "context", "noun", "weak")  # what a text may be known by to speak of arms

_ATOM = re.compile(r"[^\W\d_]+|\d+")
_GAP = re.compile(r"(?:[^\S\n]|[\-‑–/.'’\"“„”&+×]){0,3}")
_ADJECTIVE_ENDINGS = ("en", "em", "er", "es", "e")
_NOUN_ENDINGS = ("ern", "en", "er", "es", "e", "n", "s")
_WEAK_ITEM, _LANDS = ("er", "el"), ("state", "place")  # whose German names take an "n"
_REMEMBERED = 1 << 16  # words, some ten MB
_LONGEST_SUFFIX_ATOM = 2  # "S" of "Su-35S", "B" and "3" of "T-72B3"
_GERMAN = frozenset("äöüÄÖÜß")
_ARTICLE = re.compile(r"(?:the|der|die|das)\s+", re.IGNORECASE)
_FORMS: tuple[tuple[str, Form], ...] = (
    ("names", "name"),
    ("names_in_context", "context"),
    ("capital", "seat"),
    ("metonyms", "seat"),
    ("adjectives", "adjective"),
    ("people", "people"),
    ("nouns", "noun"),
    ("nouns_in_context", "context-noun"),
    ("nouns_near_arms", "near-noun"),
    ("not_compounds", "blocked"),
    ("weak_nouns", "weak"),
)


class Atom(NamedTuple):
    """A run of letters or of digits, with its span; made of every word, so a tuple, which is made faster."""

    low: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One spelling of an entity."""

    entity: EntityRef
    form: Form
    cased: bool  # a short acronym: matched letter for letter
    capital: bool  # begins with a capital, and so must the text


@dataclass(frozen=True, slots=True)
class Hit:
    """A spelling found at [start, end)."""

    start: int
    end: int
    entry: Entry


def atoms(text: str, start: int = 0, end: int | None = None) -> tuple[Atom, ...]:
    """The atoms of text[start:end].

    >>> [a.low for a in atoms("Leopard-2-Panzern")]
    ['leopard', '2', 'panzern']
    """
    stop = len(text) if end is None else end
    return tuple(
        Atom(m.group(0).lower(), m.group(0), m.start(), m.end()) for m in _ATOM.finditer(text, start, stop)
    )


class Gazetteer:
    """All spellings for one language in a trie of atoms."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.nouns: dict[str, EntityRef] = {}  # lower-case common noun -> generic item
        self.blocked: set[str] = set()  # lower-case words that are no item; "*teil": no compound that ends so
        self.verbs: dict[str, EntityRef] = {}  # infinitive -> item that it tells by itself
        self.verbs_alone: dict[str, EntityRef] = {}  # the same, where the sentence names no other item
        self.origin: dict[str, str] = {}  # item or actor id -> id of its state
        self.led: dict[str, str] = {}  # person id -> id of the company or the armed group that he leads
        self.kinds: dict[str, tuple[str, ...]] = {}  # item id -> generic ids above it
        self.refs: dict[str, EntityRef] = {}
        self.organs: set[str] = set()  # ministries and agencies, through which their state acts
        self.english: dict[str, str] = {}  # id of a state or a part of the world -> "Indian", "Western"
        self.regions: set[str] = set()  # groups of states that can be a place: "sent to Europe"
        self._trie: dict[str, Any] = {}
        for folder in ("actors", "items", "places"):
            for record in records(folder):
                self._add_record(record)
        self.parts = _namesakes(records("actors"))  # group id -> ids of the firms that bear its name
        self.media: frozenset[str] = frozenset(self._add_publishers())
        # Words come again and again; what they may be is worked out once.
        self._readings = lru_cache(_REMEMBERED)(self._forms)
        self._begins = lru_cache(_REMEMBERED)(self._begin)

    def _add_record(self, record: Mapping[str, Any]) -> None:
        ref = EntityRef(str(record["id"]), str(record["name"]), str(record["kind"]))
        self.refs[ref.id] = ref
        side = record.get("side") or record.get("in") or next(iter(record.get("part_of") or ()), None)
        if side:
            self.origin[ref.id] = str(side)
        if led := record.get("firm") or record.get("group"):
            self.led[ref.id] = str(led)
        if ref.kind == "organisation" and side and side in (record.get("part_of") or ()):
            self.organs.add(ref.id)
        if adjectives := _words(record, "adjectives", "en"):
            self.english[ref.id] = next(iter(adjectives))
        if record.get("type") == "region":
            self.regions.add(ref.id)
        self.kinds[ref.id] = tuple(record.get("kind_of") or ())
        if not record.get("generic") and ref.name not in _words(record, "names_in_context", self.language):
            self._add(ref, ref.name, "name")
        for key, form in _FORMS:
            for word in _words(record, key, self.language):
                self._add(ref, word, form)
        self.verbs.update((verb, ref) for verb in _words(record, "verbs", self.language))
        self.verbs_alone.update((verb, ref) for verb in _words(record, "verbs_alone", self.language))

    def _add_publishers(self) -> Iterator[str]:
        """Media speak, so they are known too, without the article of "The Guardian"; yields their ids."""
        for publisher in publishers():
            if publisher.id in self.refs:
                continue
            ref = EntityRef(publisher.id, publisher.name, "organisation")
            self.refs[ref.id] = ref
            for name in (publisher.name, *publisher.names):
                self._add(ref, _ARTICLE.sub("", name, count=1) if _ARTICLE.match(name) else name, "name")
            yield ref.id
        for name, publisher_id in lexicon(self.language, "mentions")["media"]["short"].items():
            self._add(self.refs[publisher_id], name, "name")

    def _add(self, ref: EntityRef, text: str, form: Form) -> None:
        spellings = text.split("/") if form in _NOUNS else [text]
        if form in ("name", "seat") and (plain := _without_accents(text)) != text:
            spellings.append(plain)
        for spelling in spellings:
            parts = atoms(spelling.strip())
            if form == "blocked":
                self.blocked.add(spelling.strip().lower())
            if not parts or spelling.startswith("*"):
                continue
            letters = "".join(a.text for a in parts)
            cased = len(letters) <= 4 and letters.isupper() and letters.isalpha()
            capital = parts[0].text[0].isupper() or (form in _NOUNS and len(parts) == 1)
            entry = Entry(ref, form, cased, capital)
            node = self._trie
            for atom in parts[:-1]:
                node = node.setdefault(_base(atom, form, self.language), {})
            node = node.setdefault(parts[-1].low, {})
            insort(node.setdefault("", []), entry, key=_rank)
            if form in ("noun", "near-noun") and len(parts) == 1:
                self.nouns.setdefault(parts[0].low, ref)

    def item_spellings(self) -> Iterator[tuple[tuple[str, ...], Entry]]:
        """The spellings of items, part by part, as the trie keeps them, with what they are."""
        stack: list[tuple[tuple[str, ...], dict[str, Any]]] = [((), self._trie)]
        while stack:
            parts, node = stack.pop()
            for key, child in node.items():
                if key:
                    stack.append(((*parts, key), child))
                    continue
                for entry in child:
                    if entry.entity.label == "Item" and entry.form in _SIGNS:
                        yield parts, entry

    def hits(self, text: str, start: int, end: int) -> list[Hit]:
        """The longest spellings in text[start:end], left to right, none overlapping."""
        found: list[Hit] = []
        all_atoms = atoms(text, start, end)
        i = 0
        while i < len(all_atoms):
            glued = i > 0 and all_atoms[i - 1].end == all_atoms[i].start
            best = None if glued or not self._begins(all_atoms[i].low) else self._longest(text, all_atoms, i)
            if best is None:
                i += 1
                continue
            stop, entry = best
            later = self._overtaking(text, all_atoms, i, stop)
            if later:  # "Panzer vom Typ Leopard" gives way to the "Leopard 2 A6" that begins in it
                i = later
                continue
            if entry.form != "blocked":
                found.append(Hit(all_atoms[i].start, all_atoms[stop - 1].end, entry))
            i = stop
        return found

    def whole(self, name: str) -> EntityRef | None:
        """The entity of which a text is a spelling, from its first letter to its last."""
        hits = self.hits(name, 0, len(name))
        return next((hit.entry.entity for hit in hits if hit.end - hit.start == len(name)), None)

    def _overtaking(self, text: str, all_atoms: tuple[Atom, ...], first: int, stop: int) -> int:
        """Where inside a match a longer-reaching one begins; 0 if none does."""
        for k in range(first + 1, stop):
            if all_atoms[k - 1].end != all_atoms[k].start:
                other = self._longest(text, all_atoms, k)
                if other is not None and other[0] > stop:
                    return k
        return 0

    def _longest(self, text: str, all_atoms: tuple[Atom, ...], first: int) -> tuple[int, Entry] | None:
        best: tuple[int, Entry] | None = None
        depth = 0  # atoms of the spelling itself: "Leopard 2A6" goes before "Leopard 2" with a variant "A6"
        states = [(self._trie, first)]
        while states:
            node, i = states.pop()
            if i == len(all_atoms):
                continue
            atom = all_atoms[i]
            children = [(node[stem], stem, kind) for stem, kind in self._readings(atom.low) if stem in node]
            if not children or (i > first and not _joined(text, all_atoms[i - 1], atom)):
                continue
            for child, stem, kind in children:
                states.append((child, i + 1))
                if "" not in child:
                    continue
                matched = text[all_atoms[first].start : atom.end]
                entry = self._accept(child[""], matched, atom, stem, kind)
                stop = _with_suffix(all_atoms, i + 1)
                if entry and stop is not None and (best is None or (stop, i) > (best[0], depth)):
                    best, depth = (stop, entry), i
        return best

    def _begin(self, low: str) -> bool:
        """Whether a spelling begins with a word, in whatever inflection."""
        return any(stem in self._trie for stem, _ in self._readings(low))

    def _forms(self, low: str) -> tuple[tuple[str, str], ...]:
        """What a word in lower case may be a form of."""
        found = [(low, "exact")]
        if self.language == "de":
            for kind, endings in (("adjective", _ADJECTIVE_ENDINGS), ("noun", _NOUN_ENDINGS)):
                for ending in endings:
                    if low.endswith(ending) and len(low) - len(ending) > 2:
                        found.append((low[: -len(ending)], kind))
        else:
            if low.endswith("ies") and len(low) > 5:
                found.append((low[:-3] + "y", "noun"))
            for ending in ("es", "s"):
                if low.endswith(ending) and len(low) > 3:
                    found.append((low[: -len(ending)], "noun"))
        return tuple(found)

    def _accept(
        self, entries: Sequence[Entry], matched: str, last: Atom, stem: str, kind: str
    ) -> Entry | None:
        """The first entry that the matched text may stand for, its last atom read as `stem`."""
        german = self.language == "de"
        for entry in entries:
            if entry.cased and not matched.replace(".", "").isupper():
                continue
            if kind == "adjective" and entry.form != "adjective":
                continue
            if kind == "noun" and not self._inflects(entry, last.low, stem):
                continue
            if entry.form == "adjective" and german and kind == "exact":
                continue  # an undeclined adjective modifies nothing: "er spricht russisch"
            capital = entry.capital and (german or entry.form not in _NOUNS)
            if capital and matched[0].islower():  # "to polish" is not Polish
                continue
            return entry
        return None

    def _inflects(self, entry: Entry, atom: str, stem: str) -> bool:
        ending = atom[len(stem) :]
        if entry.form in (*_NOUNS, "people"):
            return True
        if entry.cased:
            return False
        item = entry.entity.label == "Item"
        if self.language != "de":
            return ending == "s" and item
        if ending == "n":  # "mit Eurofightern", "aus den Niederlanden"
            return stem.endswith(_WEAK_ITEM) if item else stem.endswith("e") and entry.entity.kind in _LANDS
        return ending in ("s", "es")


def _namesakes(actors: Collection[Mapping[str, Any]]) -> dict[str, list[str]]:
    """The parts of each group whose names begin with its own: "Hanwha Aerospace" of Hanwha."""
    names = {actor["id"]: str(actor["name"]) for actor in actors}
    found: dict[str, list[str]] = {}
    for actor in actors:
        for group in actor.get("part_of") or ():
            if str(actor["name"]).startswith(f"{names.get(group)} "):
                found.setdefault(str(group), []).append(str(actor["id"]))
    return found


def _without_accents(name: str) -> str:
    """A name as a page may have it that knows no foreign letters; German ones stay.

    >>> _without_accents("El País"), _without_accents("Türkiye")
    ('El Pais', 'Türkiye')
    """
    return "".join(c if c in _GERMAN else unicodedata.normalize("NFKD", c)[0] for c in name)


def _base(atom: Atom, form: Form, language: str) -> str:
    """The key of an atom inside a name: German adjectives lose their ending."""
    if language == "de" and form in _DECLINED and atom.text[0].islower():
        for ending in _ADJECTIVE_ENDINGS:
            if atom.low.endswith(ending) and len(atom.low) > 5:
                return atom.low[: -len(ending)]
    return atom.low


def _rank(entry: Entry) -> int:
    return _PRIORITY.index(entry.form)


def _joined(text: str, left: Atom, right: Atom) -> bool:
    if text[left.end : right.start] == ",":
        return left.text.isdigit() and right.text.isdigit()  # "5,56-mm-Munition"
    return _GAP.fullmatch(text, left.end, right.start) is not None


def _with_suffix(all_atoms: tuple[Atom, ...], stop: int) -> int | None:
    """Where a match ends when short variant letters are glued to it; None inside a longer word."""
    extended = stop
    while extended < len(all_atoms) and all_atoms[extended].start == all_atoms[extended - 1].end:
        if extended - stop >= _LONGEST_SUFFIX_ATOM or len(all_atoms[extended].text) > _LONGEST_SUFFIX_ATOM:
            return None
        extended += 1
    return extended


def _words(record: Mapping[str, Any], key: str, language: str) -> list[str]:
    value = record.get(key) or {}
    if not isinstance(value, Mapping):
        return []
    languages = ("de", "mul", "en") if language == "de" and key == "names" else (language, "mul")
    return [str(word) for code in languages for word in value.get(code) or ()]


@cache
def gazetteer(language: str) -> Gazetteer:
    """The gazetteer of one language, built once."""
    return Gazetteer(language)

"""Names swapped for others of their kind, so that who usually supplies whom is not learned by heart.

States change in a window as one permutation, each spelling for the like spelling of the
other state: names, genitives, adjectives. Companies and named items change for others that
the corpus names.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from tokenizers import Tokenizer

from graph.extract.model.candidates import Anchor
from graph.extract.model.windows import Spot, Window
from training.examples import Example
from training.labels import Label

# German name, German adjective's stem, English name, English adjective
_STATES = [
    row.split("|")
    for row in (
        "Deutschland|deutsch|Germany|German", "Russland|russisch|Russia|Russian",
        "Polen|polnisch|Poland|Polish", "China|chinesisch|China|Chinese",
        "Frankreich|französisch|France|French", "Schweden|schwedisch|Sweden|Swedish",
        "Norwegen|norwegisch|Norway|Norwegian", "Italien|italienisch|Italy|Italian",
        "Spanien|spanisch|Spain|Spanish", "Indien|indisch|India|Indian",
        "Pakistan|pakistanisch|Pakistan|Pakistani", "Ägypten|ägyptisch|Egypt|Egyptian",
        "Serbien|serbisch|Serbia|Serbian", "Japan|japanisch|Japan|Japanese",
        "Australien|australisch|Australia|Australian", "Kanada|kanadisch|Canada|Canadian",
        "Griechenland|griechisch|Greece|Greek", "Vietnam|vietnamesisch|Vietnam|Vietnamese",
        "Algerien|algerisch|Algeria|Algerian", "Syrien|syrisch|Syria|Syrian",
        "Kuba|kubanisch|Cuba|Cuban", "Ungarn|ungarisch|Hungary|Hungarian",
        "Rumänien|rumänisch|Romania|Romanian", "Finnland|finnisch|Finland|Finnish",
        "Dänemark|dänisch|Denmark|Danish", "Belgien|belgisch|Belgium|Belgian",
        "Nordkorea|nordkoreanisch|North Korea|North Korean",
        "Südkorea|südkoreanisch|South Korea|South Korean",
        "Israel|israelisch|Israel|Israeli", "Tschechien|tschechisch|Czech Republic|Czech",
        "Bulgarien|bulgarisch|Bulgaria|Bulgarian", "Brasilien|brasilianisch|Brazil|Brazilian",
        "Litauen|litauisch|Lithuania|Lithuanian", "Lettland|lettisch|Latvia|Latvian",
        "Estland|estnisch|Estonia|Estonian", "Österreich|österreichisch|Austria|Austrian",
        "Armenien|armenisch|Armenia|Armenian", "Aserbaidschan|aserbaidschanisch|Azerbaijan|Azerbaijani",
        "Kolumbien|kolumbianisch|Colombia|Colombian", "Marokko|marokkanisch|Morocco|Moroccan",
        "Saudi-Arabien|saudi-arabisch|Saudi Arabia|Saudi", "Kroatien|kroatisch|Croatia|Croatian",
    )
]  # fmt: skip
_SWAPPED_NAMES = ("company", "weapon-system")


class Augmenter:
    """Makes a new example out of one, with the same labels."""

    def __init__(self, known: Sequence[Example], tokenizer: Tokenizer, rng: random.Random) -> None:
        self._rng, self._tokenizer = rng, tokenizer
        self._ids: dict[str, list[int]] = {}
        pools: defaultdict[tuple[str, str], set[tuple[int, ...]]] = defaultdict(set)
        for example in known:
            for spot in example.window.spots:
                mention = spot.mention
                if mention.form == "name" and mention.entity.kind in _SWAPPED_NAMES and not mention.head:
                    pieces = tuple(example.window.pieces[spot.first : spot.last])
                    pools[mention.entity.kind, example.language].add(pieces)
        self._pools = {key: sorted(pool) for key, pool in pools.items()}

    def swap(self, example: Example) -> Example:
        """The example with other names, or itself where none can be changed."""
        window, language = example.window, example.language
        chosen: dict[str, int] = {}
        targets = self._rng.sample(range(len(_STATES)), len(_STATES))
        names: dict[str, tuple[int, ...]] = {}
        changes: dict[tuple[int, int], list[int]] = {}
        taken = -1
        for spot in sorted(window.spots, key=lambda s: (s.first, -s.last)):
            if spot.first < taken:
                continue
            new = self._state(window, spot, language, chosen, targets)
            kind = spot.mention.entity.kind
            if new is None and spot.mention.form == "name" and not spot.mention.head:
                pool = self._pools.get((kind, language))
                if pool and self._rng.random() < 0.5:
                    new = list(names.setdefault(spot.mention.entity.id, self._rng.choice(pool)))
            if new:
                changes[spot.first, spot.last] = new
                taken = spot.last
        return _rebuilt(example, changes) if changes else example

    def _state(
        self, window: Window, spot: Spot, language: str, chosen: dict[str, int], targets: list[int]
    ) -> list[int] | None:
        if spot.mention.entity.kind != "state":
            return None
        words = "".join(self._tokenizer.id_to_token(p) or "" for p in window.pieces[spot.first : spot.last])
        if not words.startswith("▁"):
            return None
        words = words[1:].replace("▁", " ")
        for row in _STATES:
            name, adjective = row[:2] if language == "de" else row[2:]
            if words in (name, name + "s", name + "'s", name + "’s"):
                ending = words[len(name) :]
            elif words.startswith(adjective) and len(words) - len(adjective) <= 2:
                ending = words[len(adjective) :]
            else:
                continue
            target = chosen.setdefault(spot.mention.entity.id, targets[len(chosen) % len(targets)])
            other = _STATES[target][:2] if language == "de" else _STATES[target][2:]
            text = other[1] + ending if words.startswith(adjective) and not words.startswith(name) else ""
            text = text or (other[0] + ending if words.startswith(name) else other[1] + ending)
            if text not in self._ids:
                self._ids[text] = self._tokenizer.encode(text, add_special_tokens=False).ids
            return self._ids[text]
        return None


def _rebuilt(example: Example, changes: dict[tuple[int, int], list[int]]) -> Example:
    """The example with pieces [first, last) changed for others, and all that counts pieces moved."""
    old = example.window
    pieces: list[int] = []
    kinds: list[int] = []
    offsets: list[tuple[int, int]] = []
    moved = [0] * (len(old.pieces) + 1)
    at = 0
    by_first = {first: (last, new) for (first, last), new in changes.items()}
    while at < len(old.pieces):
        last, new = by_first.get(at, (at + 1, [old.pieces[at]]))
        for i in range(at, last):
            moved[i] = len(pieces)
        pieces += new
        kinds += [old.kinds[at]] * len(new)
        offsets += [old.offsets[at]] * len(new)
        at = last
    moved[at] = len(pieces)
    spots = {s: replace(s, first=moved[s.first], last=_end(moved, s.last, s.first)) for s in old.spots}
    spans = {n: (moved[a], moved[b]) for n, (a, b) in old.spans.items()}
    window = Window(pieces, kinds, list(spots.values()), spans, old.targets, offsets)
    anchors = tuple(
        Anchor(
            a.sentence, spots[a.item] if a.item else None, a.features, tuple(spots[p] for p in a.partners),
            a.partner_features,
        )
        for a in example.anchors
    )  # fmt: skip
    labels = tuple(
        Label(
            one.relations,
            one.weights,
            one.modalities,
            one.roles,
            {moved[p] for p in one.trigger},
            one.speakers,
        )
        for one in example.labels
    )
    return Example(window, anchors, labels, example.language)


def _end(moved: list[int], last: int, first: int) -> int:
    return max(moved[last], moved[first] + 1)

"""Windows and candidates over the shipped tokenizer; no network is asked."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from graph.extract.model import files
from graph.extract.model.candidates import ANCHOR_FEATURES, PAIR_FEATURES, anchors
from graph.extract.model.reading import Read, read
from graph.extract.model.windows import Window, windows, worth_asking
from graph.model import Article

SENTENCES = (
    "Deutschland liefert der Ukraine Panzer.",
    "Moskau protestierte.",
    "Das Wetter bleibt schön.",
    "Die Waffen kommen aus Litauen, sagte Boris Pistorius.",
    "Rheinmetall stellt in Unterlüß Granaten her.",
)


@cache
def _tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(files.folder() / files.TOKENIZER))


def _read(text: str) -> tuple[list[Read], list[Window]]:
    article = Article(id="a", text=text, content_hash="", language="de")
    reads = list(read(article))
    return reads, list(windows(text, reads, _tokenizer()))


@settings(max_examples=30)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=40))
def test_every_sentence_with_a_name_near_an_item_is_decided_on_once(chosen: list[str]) -> None:
    reads, made = _read("Überschrift\n\n" + " ".join(chosen))
    items = [any(m.is_item for m in one.mentions) for one in reads]
    worth = [n for n, one in enumerate(reads) if worth_asking(one) and any(items[max(0, n - 2) : n + 1])]
    assert [n for window in made for n in window.targets] == worth
    assert all(len(window.pieces) <= 512 for window in made)
    assert all(len(window.pieces) == len(window.kinds) == len(window.offsets) for window in made)


@settings(max_examples=30)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=12))
def test_candidates_lie_in_the_window_and_their_features_in_the_tables(chosen: list[str]) -> None:
    reads, made = _read(" ".join(chosen))
    for window in made:
        for anchor in anchors(window, reads):
            assert anchor.sentence in window.targets
            assert all(0 <= f < ANCHOR_FEATURES for f in anchor.features)
            assert all(0 <= f < PAIR_FEATURES for row in anchor.partner_features for f in row)
            spots = [*anchor.partners, *([anchor.item] if anchor.item else [])]
            assert all(0 < s.first < s.last < len(window.pieces) for s in spots)
            assert all(s.sentence <= anchor.sentence for s in spots)


def test_the_item_of_the_sentence_before_is_a_candidate() -> None:
    reads, made = _read(" ".join(SENTENCES[:2]))
    items = [a.item.mention.entity.name for a in anchors(made[0], reads) if a.item and a.sentence == 1]
    assert items == ["tanks"]


def test_who_spoke_last_is_in_the_window_though_no_sentence_of_it_names_him() -> None:
    text = "Polen liefere Panzer, sagte Tomasz Nowicki. " + "Panzer fahren nach Litauen. " * 40
    reads, made = _read(text)
    far = next(window for window in made if min(window.targets) > 3)
    names = [spot.mention.entity.name for spot in far.spots if spot.sentence == 0]
    assert "Tomasz Nowicki" in names
    anchor = next(iter(anchors(far, reads)))
    assert "Tomasz Nowicki" in {partner.mention.entity.name for partner in anchor.partners}

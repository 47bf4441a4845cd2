"""JSON Lines of articles and assertions: round trip, shape, and what is refused."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import InputError
from graph.model import (
    ACTOR_KINDS,
    ITEM_KINDS,
    MODALITIES,
    PLACE_KINDS,
    QUALIFIERS,
    RELATIONS,
    Article,
    Assertion,
    EntityRef,
)
from graph.serial import ARTICLE_KEYS, ASSERTION_KEYS, dumps, read

words = st.text(min_size=1, max_size=30).filter(lambda text: bool(text.strip()))
optional_words = st.none() | st.text(max_size=30)


def refs(*kinds: str) -> st.SearchStrategy[EntityRef | None]:
    return st.none() | st.builds(EntityRef, id=words, name=words, kind=st.sampled_from(kinds))


articles = st.builds(
    Article,
    id=words,
    text=st.just(""),
    content_hash=words,
    path=optional_words,
    url=optional_words,
    title=optional_words,
    publisher=optional_words,
    published=optional_words,
    language=optional_words,
)


@st.composite
def assertions(draw: st.DrawFn) -> Assertion:
    evidence, start = draw(words), draw(st.integers(0, 10**9))
    any_kind = (*ACTOR_KINDS, *ITEM_KINDS, *PLACE_KINDS)
    quantity = draw(st.none() | st.floats(0, 1e300))
    return Assertion(
        article=draw(words),
        article_path=draw(optional_words),
        relation=draw(st.sampled_from(RELATIONS)),
        modality=draw(st.sampled_from(MODALITIES)),
        evidence=evidence,
        start=start,
        end=start + len(evidence),
        subject=draw(refs(*any_kind)),
        object=draw(refs(*any_kind)),
        recipient=draw(refs(*any_kind)),
        place=draw(refs(*any_kind)),
        attributed_to=draw(refs(*ACTOR_KINDS)),
        quantity=quantity,
        quantity_max=None if quantity is None else draw(st.none() | st.floats(quantity, 1e301)),
        quantity_qualifier=draw(st.none() | st.sampled_from(QUALIFIERS)),
        unit=draw(optional_words),
        when=draw(optional_words),
        confidence=draw(st.floats(0, 1)),
        extractor=draw(words),
    )


@given(st.lists(articles | assertions(), max_size=5))
def test_what_is_written_is_read_again(values: list[Article | Assertion]) -> None:
    lines = [dumps(value) for value in values]
    assert all("\n" not in line for line in lines)
    encoded = "\n".join(lines).encode("utf-8")  # raises where a line cannot be written to a file
    assert list(read(encoded.decode("utf-8").split("\n"))) == values


RUSSIA = EntityRef("russia", "Russia", "state")
SHELLS = EntityRef("artillery-shells", "artillery shells", "ammunition")
SAID = Assertion(
    article="a1",
    article_path="x.txt",
    relation="supplies",
    modality="reported",
    evidence="Züge",
    start=3,
    end=7,
    subject=RUSSIA,
    object=SHELLS,
    quantity=120.0,
)


def test_an_assertion_has_every_key_in_the_documented_order() -> None:
    values = json.loads(dumps(replace(SAID, id="not written")))
    assert tuple(values) == ASSERTION_KEYS
    assert values["article"] == {"id": "a1", "path": "x.txt"}
    assert values["subject"] == {"id": "russia", "name": "Russia", "kind": "state"}
    assert values["recipient"] is None
    assert '"quantity": 120,' in dumps(SAID)
    assert '"evidence": "Züge"' in dumps(SAID)


def test_an_article_has_every_key_and_not_its_text() -> None:
    values = json.loads(dumps(Article(id="a1", text="long", content_hash="c")))
    assert tuple(values) == ARTICLE_KEYS


def test_blank_lines_and_a_byte_order_mark_are_passed_over() -> None:
    assert list(read(["\ufeff" + dumps(SAID) + "\r\n", "\n", "  "])) == [SAID]


def test_null_and_absent_are_the_same() -> None:
    values = json.loads(dumps(SAID))
    shorter = {key: value for key, value in values.items() if value is not None}
    assert list(read([json.dumps(shorter)])) == [SAID]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"relation": "sells"}, "'relation' is 'sells', not one of supplies"),
        ({"modality": None}, "'modality' is missing"),
        ({"subjekt": None}, "unknown key 'subjekt'"),
        ({"subject": "Russia"}, "'subject' is not an object"),
        ({"subject": {"id": "russia", "name": "Russia"}}, "in 'subject': 'kind' is missing"),
        ({"subject": {"id": "russia", "name": "Russia", "kind": "land"}}, "in 'subject': 'kind' is 'land'"),
        ({"attributed_to": {"id": "x", "name": "X", "kind": "place"}}, "only an actor can be a source"),
        ({"article": "a1"}, "'article' is not an object"),
        ({"start": 4}, "do not fit an evidence of 4 characters"),
        ({"start": -1, "end": 3}, "'start' is not a whole number"),
        ({"start": True, "end": 5}, "'start' is not a whole number"),
        ({"quantity": "120"}, "'quantity' is not a number"),
        ({"quantity": float("nan")}, "not a finite number"),
        ({"quantity": 10**400}, "not a finite number"),
        ({"quantity_max": 3}, "quantity_max 3 without"),
        ({"confidence": 1.5}, "confidence 1.5"),
        ({"type": "claim"}, "type is 'claim'"),
        ({"type": None}, "no 'type'"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(change: dict[str, Any], reason: str) -> None:
    values = json.loads(dumps(SAID)) | change
    with pytest.raises(InputError) as caught:
        list(read([dumps(SAID), "", json.dumps(values)], "said.jsonl"))
    assert str(caught.value).startswith("said.jsonl: line 3: ")
    assert reason in str(caught.value)


@pytest.mark.parametrize("line", ["{", "[1]", "12", '{"type": "assertion"' + "[" * 10**5])
def test_what_is_not_an_object_is_refused(line: str) -> None:
    with pytest.raises(InputError, match="line 1: not"):
        list(read([line]))

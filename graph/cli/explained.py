"""How `extract --explain` prints a sentence: as lines for people, as an object for programs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from graph.cli import render
from graph.cli.blocks import BLANK, Block, Line
from graph.cli.formats import plain, write_jsonl
from graph.cli.options import utf8_output
from graph.cli.progress import Progress
from graph.extract.explain import Explained, Named, Part, Placed, Triggered, Unread
from graph.extract.explain import explain as explain_rules
from graph.extract.framing import Frame
from graph.extract.protocol import LANGUAGES, Extractor
from graph.extract.rules import RulesExtractor
from graph.model import Article, Assertion, EntityRef
from graph.planning import not_looked_for, source_of
from graph.query.quantity import quantity_text
from graph.resolve.resolver import Resolver
from loaders import Skipped, load
from seeds.catalogue import entities

_SHORT = 60  # letters of a block that was not read


def print_explained(
    sources: Sequence[str],
    extractor: Extractor,
    report: Progress,
    min_confidence: float,
    form: str,
    verbose: bool,
) -> tuple[int, int]:
    """Print what became of every sentence; give how many inputs were read, and how many skipped.

    Args:
        sources: as `loaders.load` takes them.
        extractor: the one by rules, or the one with the model.
        report: is told what was skipped.
        min_confidence: assertions below it are said to be left out.
        form: "text" or "jsonl".
        verbose: the tokens, too (in jsonl they always are).
    """
    explain, resolver = _explainer(extractor), Resolver(entities())
    if form == "jsonl":
        utf8_output()
    read = skipped = 0
    for item in load(sources):
        if isinstance(item, Skipped):
            skipped += 1
            report.note(f"skipped {item}")
            continue
        source = source_of(item)
        if item.language not in LANGUAGES:
            report.note(f"{source}: {not_looked_for(item)}")
        elif form == "text":
            render.show([heading(item, source)])
        for one in explain(item):
            if isinstance(one, Explained):
                one = replace(one, assertions=tuple(map(resolver.resolve, one.assertions)))  # noqa: PLW2901
            if form == "jsonl":
                write_jsonl([sentence_row(one, item, min_confidence)])
            else:
                render.show(sentence_blocks(one, min_confidence, verbose))
        if form == "text" and item.language in LANGUAGES:
            render.show([BLANK])
        read += 1
        report.step(source)
    return read, skipped


def _explainer(extractor: Extractor) -> Callable[[Article], Iterator[Explained | Unread]]:
    if isinstance(extractor, RulesExtractor):
        return partial(explain_rules, extractor=extractor)
    from graph.extract.model.explain import explain as explain_model  # noqa: PLC0415 - only where it is chosen
    from graph.extract.model.extractor import ModelExtractor  # noqa: PLC0415 - only where it is chosen

    if not isinstance(extractor, ModelExtractor):
        raise TypeError(f"{extractor.name} cannot be explained")
    return partial(explain_model, extractor=extractor)


def heading(article: Article, source: str) -> Block:
    """The line above an article's sentences."""
    facts = ", ".join(filter(None, (article.language, article.published, article.publisher)))
    return Line(f"{source} ({facts})" if facts else source, "heading")


def sentence_blocks(one: Explained | Unread, min_confidence: float, verbose: bool) -> Iterator[Block]:
    """A sentence, stage by stage; a block that was not read in one line.

    Args:
        one: the sentence or block.
        min_confidence: assertions below it are said to be left out.
        verbose: the tokens, too.
    """
    yield BLANK
    if isinstance(one, Unread):
        words = " ".join(one.text.split())
        short = words if len(words) <= _SHORT else f"{words[: _SHORT - 1]}…"
        yield Line(f'not read: {one.block}, {one.start}-{one.end}: "{short}"', "faint")
        return
    yield Line(f"sentence {one.number}: {one.block}, {one.start}-{one.end}")
    yield Line(f'"{one.text}"', "quote", 2)
    if verbose:
        yield from _tokens(one)
    for mention in one.mentions:
        yield Line(f"mention: {_mention(mention)}", indent=2)
    if one.speaker:
        cue = f'by "{one.speaker.cue}"' if one.speaker.cue else "who spoke before"
        yield Line(f"speaker: {one.speaker.entity.name}, {cue}", indent=2)
    for time in one.times:
        yield Line(f'time: "{time.text}" -> {time.edtf}', indent=2)
    for number, clause in enumerate(one.clauses, start=1):
        yield from _clause(number, clause)
    for triggered in one.continued:
        yield Line("goes on a list of the sentence before", indent=2)
        yield from _frames(triggered.frames)
    yield from _model(one)
    for assertion in one.assertions:
        low = assertion.confidence < min_confidence
        yield Line(f"{'left out' if low else 'assertion'}: {_assertion(assertion)}", indent=2)
    if one.nothing:
        yield Line(f"nothing: {one.nothing}", indent=2)


def sentence_row(one: Explained | Unread, article: Article, min_confidence: float) -> dict[str, Any]:
    """The same for programs, with every field; `type` is "sentence" or "block"."""
    kind = "block" if isinstance(one, Unread) else "sentence"
    row = {"type": kind, "article": {"id": article.id, "path": article.path}, **plain(one)}
    if isinstance(one, Explained):
        row["left_out"] = sum(assertion.confidence < min_confidence for assertion in one.assertions)
    return row


def _model(one: Explained) -> Iterator[Block]:
    """What the stages of the model add, if it was the model."""
    if type(one) is not Explained:
        from graph.cli.explained_model import model_blocks  # noqa: PLC0415 - only where it is chosen
        from graph.extract.model.explain import ModelExplained  # noqa: PLC0415 - only where it is chosen

        if isinstance(one, ModelExplained):
            yield from model_blocks(one)


def _tokens(one: Explained) -> Iterator[Block]:
    for token in one.tokens:
        kind = f"{token.pos} ({token.form})" if token.form else token.pos
        yield Line(f'token: "{token.text}", {kind}, {token.lemma}', "faint", 2)


def _mention(m: Named) -> str:
    facts = (
        m.form,
        "attribute" if m.attribute else "",
        f"head {m.head}" if m.head else "",
        "medium" if m.medium else "",
        m.note,
    )
    return f'"{m.text}" -> {m.entity.name} ({m.entity.kind}, {m.entity.id}); {", ".join(filter(None, facts))}'


def _clause(number: int, clause: Part) -> Iterator[Block]:
    facts = [
        clause.subordinate and f"subordinate ({clause.opener})",
        clause.relative and f'relative "{clause.relative}"',
        clause.subject and f"subject {clause.subject.name}",
    ]
    told = "; ".join(str(fact) for fact in facts if fact)
    yield Line(f'clause {number}: "{clause.text}"' + (f"; {told}" if told else ""), indent=2)
    for argument in clause.arguments:
        yield Line(f"argument: {_argument(argument)}", indent=4)
    for triggered in clause.triggers:
        yield from _trigger(triggered)


def _argument(a: Placed) -> str:
    facts = (
        a.marker,
        a.case,
        a.modifiers and f"of {_names(a.modifiers)}",
        a.origins and f"from {_names(a.origins)}",
        a.demonstrative and "demonstrative",
        a.negated and "negated",
        a.coordinated and "goes on a list",
    )
    return f'"{a.text}" ({a.entity.name}): {", ".join(str(fact) for fact in facts if fact)}'


def _trigger(t: Triggered) -> Iterator[Block]:
    yield Line(f'trigger: "{t.text}" ({t.lemma}), pattern {t.pattern}, {t.voice}', indent=4)
    roles = [("subject", t.subject), ("recipient", t.recipient), ("place", t.place)]
    filled = [f"{role} {who.name}" for role, who in roles if who]
    filled += [f"item {item.name}" for item in t.items]
    carried = " (in part carried over from the text before)" if t.implied else ""
    yield Line(f"roles: {'; '.join(filled) or 'none'}{carried}", indent=6)
    yield from _frames(t.frames)
    for lack in dict.fromkeys(t.lacking):
        yield Line(f"no frame: {lack}", indent=6)


def _frames(frames: Sequence[Frame]) -> Iterator[Block]:
    for f in frames:
        roles = _roles(f.relation, f.subject, f.item, f.recipient, f.place)
        yield Line(f"frame: {roles}; {f.modality}; confidence {f.confidence:.2f}", indent=6)


def _assertion(a: Assertion) -> str:
    quantity = (
        "" if a.quantity is None else quantity_text(a.quantity, a.quantity_max, a.quantity_qualifier, a.unit)
    )
    facts = (
        _roles(a.relation, a.subject, a.object, a.recipient, a.place),
        quantity and f"quantity {quantity}",
        a.when and f"when {a.when}",
        a.modality,
        a.attributed_to and f"said by {a.attributed_to.name}",
        f"confidence {a.confidence:.2f}",
    )
    return "; ".join(str(fact) for fact in facts if fact)


def _roles(relation: str, *roles: EntityRef | None) -> str:
    names = ("subject", "object", "recipient", "place")
    named = (f"{name} {who.name}" for name, who in zip(names, roles, strict=True) if who)
    return f"{relation}: {', '.join(named)}"


def _names(entities: Sequence[EntityRef]) -> str:
    return ", ".join(entity.name for entity in entities)

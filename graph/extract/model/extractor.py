"""The extractor with the model: rules' stages, the network's decisions, both weighed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from graph.extract.first_pass import names_arms
from graph.extract.gazetteer import gazetteer
from graph.extract.headlines import with_speakers
from graph.extract.model import files
from graph.extract.model.analysis import Judged, ModelAnalysis
from graph.extract.model.bound import mended
from graph.extract.model.candidates import Anchor, anchors
from graph.extract.model.choice import outdone
from graph.extract.model.gaps import filled, own_number
from graph.extract.model.gate import Gate
from graph.extract.model.names import Unlisted
from graph.extract.model.network import Network, Scored
from graph.extract.model.proposals import Proposal, proposals
from graph.extract.model.reading import Read, of
from graph.extract.model.weighing import confidence, features, going_on, kept
from graph.extract.model.windows import Window, windows
from graph.extract.protocol import LANGUAGES
from graph.extract.quantities import asserted_quantity
from graph.extract.rules import RulesExtractor, event_time, own_sentences
from graph.extract.sides import principal, speaks_for
from graph.model import Article, Assertion, EntityRef, Modality
from graph.model.ids import is_unnamed

_MARKED: tuple[Modality, ...] = ("planned", "suspected")  # where rules say so, a word stands that says it
_VOICE = 0.4  # probability from which the network's speaker is believed
_OF_ITSELF = 0.8  # where it is who acts in the sentence, which by the rules quotes nobody


class ModelExtractor:
    """Finds assertions with a small encoder on top of what the rules find.

    Raises:
        ModelUnavailable: onnxruntime, tokenizers or a file of the model is missing or broken.

    Example:
        for assertion in ModelExtractor().extract(article):
            print(assertion.relation, assertion.confidence)
    """

    name = "model"
    version = "9"

    def __init__(self, folder: Path | None = None, gate: Gate | None = None) -> None:
        self._folder = folder or files.folder()
        self._network = Network(self._folder)
        self._weighing = files.weighing(self._folder / files.WEIGHING)
        self._gate = gate or Gate.load(self._folder)

    def __reduce__(self) -> tuple[type[ModelExtractor], tuple[Path, Gate]]:
        """For worker processes: each loads the model itself."""
        return ModelExtractor, (self._folder, self._gate)

    def extract(self, article: Article) -> Iterator[Assertion]:
        """Yield the article's assertions in the order of their evidence; nothing for other languages."""
        if article.language in LANGUAGES and names_arms(article.text, article.language):
            for _, said in self.read(article):
                yield from said

    def read(self, article: Article) -> Iterator[tuple[ModelAnalysis, tuple[Assertion, ...]]]:
        """Yield every sentence that is read with its assertions, in text order."""
        done = list(self.analyses(article))
        found = [(one.rules.reading.sentence.kind, one.assertions) for one in done]
        yield from zip(done, with_speakers(found), strict=True)

    def analyses(self, article: Article) -> Iterator[ModelAnalysis]:
        """Yield every sentence that is read with what each stage made of it, in text order."""
        if article.language not in LANGUAGES:
            return
        own = own_sentences(article)
        looked = self._gate.look(article.text, own, article.language)
        rules = list(RulesExtractor().of(article, own, looked.needed))
        unlisted = Unlisted(article.text, article.language)
        reads = [of(one, unlisted) for one in rules]
        passed = self._gate.passed(looked, rules, reads)
        scored = list(asked(article, reads, self._network, passed))
        possible = list(proposals(scored, reads, article.language))
        found = list(_completed(possible, reads, article.language))
        sure = [confidence(numbers, self._weighing) for numbers in features(found, reads)]
        likely = [i for i, one in enumerate(found) if kept(one, sure[i], self._weighing)]
        more = going_on(found, sure, likely)
        likely = sorted({*likely, *more})
        sure = [more.get(i, p) for i, p in enumerate(sure)]
        gone = {
            likely[i]
            for i in outdone([(found[i], sure[i]) for i in likely], gazetteer(article.language).origin)
        }
        judged: defaultdict[int, list[Judged]] = defaultdict(list)
        seen: set[tuple[object, ...]] = set()
        counts = set(likely)
        for number, one in enumerate(found):
            if number not in counts:
                verdict = Judged(one, sure[number], "unlikely", None)
            elif number in gone:
                verdict = Judged(one, sure[number], "outdone", None)
            else:
                verdict = self._told(article, reads[one.sentence], one, sure[number], seen)
            judged[one.sentence].append(verdict)
        answers: defaultdict[int, list[Scored]] = defaultdict(list)
        for answer in scored:
            answers[answer.anchor.sentence].append(answer)
        for number, analysis in enumerate(rules):
            scores, verdicts = answers.get(number, ()), judged.get(number, ())
            yield ModelAnalysis(analysis, passed[number], tuple(scores), tuple(verdicts))

    def _told(
        self, article: Article, read: Read, one: Proposal, sure: float, seen: set[tuple[object, ...]]
    ) -> Judged:
        """A proposal that counts, unless the sentence has said it already."""
        assertion = self._assertion(article, read, one, sure)
        key = (assertion.relation, assertion.entities[:3], assertion.quantity, assertion.start)
        if key in seen:
            return Judged(one, sure, "repeated", None)
        seen.add(key)
        return Judged(one, sure, "likely" if sure >= self._weighing.threshold else "sure by rules", assertion)

    def _assertion(self, article: Article, read: Read, one: Proposal, sure: float) -> Assertion:
        language = article.language or ""
        item, span = one.item_spot, read.sentence
        modality = self._modality(one)
        index = one.frame.item_index if one.frame is not None else -1
        if item is not None and item.sentence == one.sentence:
            index = item.mention.first
        quantity = None
        if index >= 0 or item is not None:
            quantity = own_number(one, read, language) or asserted_quantity(
                read.tokens, index, read.mentions, language, one.relation, modality
            )
        return Assertion(
            article=article.id,
            article_path=article.path,
            relation=one.relation,
            modality=modality,
            evidence=article.text[span.start : span.end],
            start=span.start,
            end=span.end,
            subject=one.subject,
            object=one.item,
            recipient=one.recipient,
            place=one.place,
            attributed_to=self._speaker(one, read, language),
            quantity=quantity.value if quantity else None,
            quantity_max=quantity.maximum if quantity else None,
            quantity_qualifier=quantity.qualifier if quantity else None,
            unit=quantity.unit if quantity else None,
            when=event_time(read.times, _clause(one, read), read.tokens, language),
            confidence=round(sure, 2),
            extractor=f"{self.name}/{self.version}",
        )

    def _speaker(self, one: Proposal, read: Read, language: str) -> EntityRef | None:
        """The network's speaker where it is sure of one; the rules' goes before one of another sentence."""
        by_rules = one.frame.speaker if one.frame else read.speaker
        if one.speaker is None or one.p_speaker < _VOICE:
            return by_rules
        if by_rules is not None and (
            _longer(by_rules, one.speaker)
            or speaks_for(by_rules, language) == one.speaker
            or _group_of(by_rules, one.speaker, language)
        ):
            return by_rules  # who is named more closely: the ministry, not its state
        itself = one.here.speaker and principal(one.speaker, language) == one.subject
        if by_rules is None and itself and one.p_speaker < _OF_ITSELF:
            return None  # "Berlin approved the sale" is no quotation of Berlin
        if read.cited and by_rules is not None:
            stacked = by_rules.kind == "person" and one.speaker.kind != "person"  # "GUR chief Kyrylo Budanov"
            if stacked or not one.here.speaker:
                return by_rules
        return one.speaker

    def _modality(self, one: Proposal) -> Modality:
        """The network's word where it is sure of it, else the rules'; it overlooks a "will" at times."""
        if one.frame is None:
            return one.modality
        marked = one.modality == "reported" and one.frame.modality in _MARKED
        return one.frame.modality if marked or one.p_modality < self._weighing.trust else one.modality


def _longer(name: EntityRef, other: EntityRef) -> bool:
    """Whether both are persons and the first has all the names of the second, and more: "Poulsen"."""
    if name.kind != "person" or other.kind == "state":
        return False
    return set(other.name.split()) < set(name.name.split())


def _group_of(name: EntityRef, other: EntityRef, language: str) -> bool:
    """Whether the first are some of the second: "Western officials", "Indian media"."""
    adjective = gazetteer(language).english.get(other.id)
    return is_unnamed(name.id) and adjective is not None and name.name.startswith(f"{adjective} ")


def _clause(one: Proposal, read: Read) -> tuple[int, ...]:
    """The tokens of the clause that tells it: the frame's, else the item's, else the whole sentence's."""
    if one.frame is not None and one.frame.clause:
        return one.frame.clause
    if one.item_spot is not None and one.item_spot.sentence == one.sentence:
        own = (clause for clause in read.clauses if one.item_spot.mention.first in clause)
        return next(own, tuple(range(len(read.tokens))))
    return tuple(range(len(read.tokens)))


def asked(
    article: Article, reads: Sequence[Read], network: Network, passed: Sequence[bool] | None = None
) -> Iterator[Scored]:
    """Everything that an article may say something about, with the network's answers.

    Args:
        article: the article.
        reads: its sentences.
        network: who answers.
        passed: which sentences the network is asked of (all, if none is told).
    """
    made: list[Window] = []
    candidates: list[list[Anchor]] = []
    for window in windows(article.text, reads, network.tokenizer, passed):
        found = list(anchors(window, reads))
        if found:
            made.append(window)
            candidates.append(found)
    yield from network.score(made, candidates)


def proposed(article: Article, reads: Sequence[Read], network: Network) -> Iterator[Proposal]:
    """Everything that an article may say, with the scores of both sides, in the order of the text."""
    language = article.language or ""
    possible = list(proposals(list(asked(article, reads, network)), reads, language))
    yield from _completed(possible, reads, language)


def _completed(found: Iterable[Proposal], reads: Sequence[Read], language: str) -> Iterator[Proposal]:
    """The proposals, mended and added to by what the words beside each item tell."""
    yield from filled(tuple(mended(found, reads, language)), reads, language)

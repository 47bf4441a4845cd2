"""Extraction in several processes gives what one process gives, whatever happens to the workers."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest

from graph.errors import ExtractorError, ExtractorUnavailable
from graph.model import Article, Assertion
from graph.workers import Workers, cores
from tests.loading import SentenceExtractor


class Troubled(SentenceExtractor):
    """Does what an article's text says: fail, die, refuse, or take its time."""

    def extract(self, article: Article) -> Iterator[Assertion]:
        if article.text == "fail":
            raise KeyError("lemma")
        if article.text == "refuse":
            raise ExtractorError("too long")
        if article.text == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if article.text == "wait":
            time.sleep(60)
        if article.text.startswith("slow"):
            time.sleep(0.3)
        return super().extract(article)


class Unstartable(SentenceExtractor):
    def __setstate__(self, state: object) -> None:
        raise ImportError("not in this process")

    def __getstate__(self) -> object:
        return 1


def articles(*texts: str) -> list[Article]:
    return [Article(str(n), text, "") for n, text in enumerate(texts)]


def said(number: int) -> str:
    return f"Iran supplied {number} drones to Russia."


def found(given: Iterable[Article], count: int) -> list[list[float | None] | str]:
    """The quantities in each article, or what went wrong with it."""
    result: list[list[float | None] | str] = []
    with Workers(Troubled(), count) as find:
        for article in find.ahead(given, lambda article: article):
            try:
                result.append([assertion.quantity for assertion in find.extract(article)])
            except ExtractorError as error:
                result.append(str(error))
    return result


@pytest.mark.parametrize("count", [1, 2])
def test_answers_come_in_the_order_of_the_articles(count: int) -> None:
    texts = [("slow " if n % 5 == 0 else "") + said(n) for n in range(1, 21)]
    assert found(articles(*texts), count) == [[n] for n in range(1, 21)]


@pytest.mark.parametrize("count", [1, 2])
def test_an_article_that_cannot_be_read_costs_only_itself(count: int) -> None:
    first, failed, refused, last = found(articles(said(1), "fail", "refuse", said(4)), count)
    assert (first, last) == ([1], [4])
    assert refused == "too long"
    assert isinstance(failed, str)
    assert failed.startswith("internal error in test_workers.py, line ")
    assert failed.endswith("KeyError: 'lemma'")


def test_a_worker_that_dies_costs_the_article_that_it_was_reading() -> None:
    texts = [said(1), "die", said(3), said(4), "die", said(6)]
    one, died, three, four, again, six = found(articles(*texts), 2)
    assert [one, three, four, six] == [[1], [3], [4], [6]]
    assert died == again == "the process that read it ended (exit status -9)"


def test_a_worker_that_cannot_be_started_is_said_once(capfd: pytest.CaptureFixture[str]) -> None:
    with Workers(Unstartable(), 2) as find, pytest.raises(ExtractorUnavailable, match="cannot be started"):
        list(find.extract(articles(said(1))[0]))
    capfd.readouterr()


def test_no_more_than_a_few_articles_are_taken_ahead() -> None:
    taken = 0

    def counted() -> Iterator[Article]:
        nonlocal taken
        for n in range(1, 100):
            taken += 1
            yield replace(articles(said(n))[0], id=str(n))

    with Workers(Troubled(), 2) as find:
        for given, article in enumerate(find.ahead(counted(), lambda article: article), start=1):
            assert [a.quantity for a in find.extract(article)] == [given]
            assert taken - given < 8
            if given == 30:
                break


def test_what_nobody_asks_for_is_dropped_and_what_was_not_announced_is_read() -> None:
    texts = articles(*(said(n) for n in range(1, 31)))
    with Workers(Troubled(), 2) as find:
        for number, article in enumerate(find.ahead(texts, lambda a: a if int(a.id) % 2 else None)):
            if number % 3 == 0:
                assert [a.quantity for a in find.extract(article)] == [number + 1]


def test_closing_ends_workers_in_the_middle_of_an_article() -> None:
    begun = time.monotonic()
    with Workers(Troubled(), 2) as find:
        for article in find.ahead(articles(said(1), "wait", "wait", *[said(2)] * 8), lambda article: article):
            list(find.extract(article))
            break
        processes = [worker.process for worker in find._workers]
    assert len(processes) == 2
    assert time.monotonic() - begun < 30


def test_there_is_a_core() -> None:
    assert cores() >= 1

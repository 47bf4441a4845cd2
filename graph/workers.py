"""Extraction in several processes: articles are read ahead, and answered in their order.

Each worker has one article at a time and a pipe of its own, so that it is known which
article a worker that died was reading.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import Self, TypeVar

from graph.errors import ArmsgraphError, ExtractorError, ExtractorUnavailable, SeedError
from graph.extract.protocol import Extractor
from graph.garbage import rarely_looked_for
from graph.model import Article, Assertion

_Input = TypeVar("_Input")
_Answer = tuple[Assertion, ...] | ArmsgraphError
_READY = "ready"
_AHEAD = 4  # articles for each worker that are known and not yet answered, at most
_PATIENCE = 5.0  # seconds that a worker has to end


def cores() -> int:
    """The processor cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(eq=False, slots=True)
class _Task:
    article: Article
    answer: _Answer | None = None


@dataclass(eq=False, slots=True)
class _Worker:
    process: SpawnProcess
    pipe: Connection[object, object]
    ready: bool = False
    task: _Task | None = None


class Workers:
    """An extractor that works in several processes, or in this one if `count` is 1.

    What an extractor raises unexpectedly becomes an ExtractorError, so that one article
    ends no run. The extractor must be picklable if `count` is more than 1.

    Example:
        with Workers(RulesExtractor(), 4) as find:
            for article in find.ahead(articles, lambda article: article):
                print(list(find.extract(article)))
    """

    def __init__(self, extractor: Extractor, count: int = 1) -> None:
        self._extractor = extractor
        self._count = count
        self._workers: list[_Worker] = []
        self._queue: deque[_Task] = deque()
        self._next: _Task | None = None
        self._open = ExitStack()

    @property
    def name(self) -> str:
        """Of the extractor."""
        return self._extractor.name

    @property
    def version(self) -> str:
        """Of the extractor."""
        return self._extractor.version

    def __enter__(self) -> Self:
        self._open.enter_context(rarely_looked_for())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the workers, also those that have not finished."""
        self._queue.clear()
        for worker in self._workers:
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join(_PATIENCE)
            worker.pipe.close()
        self._workers.clear()
        self._open.close()

    def ahead(self, inputs: Iterable[_Input], wanted: Callable[[_Input], Article | None]) -> Iterator[_Input]:
        """The inputs in their order, while the workers already read the articles that follow.

        Args:
            inputs: a few of them are taken before they are given.
            wanted: the article of an input that `extract` will be asked for, None if it will not.
        """
        if self._count == 1:
            yield from inputs
            return
        waiting: deque[tuple[_Input, _Task | None]] = deque()
        for one in inputs:
            article = wanted(one)
            waiting.append((one, self._submit(article) if article is not None else None))
            if len(waiting) >= self._count * _AHEAD:
                yield from self._give(waiting)
        while waiting:
            yield from self._give(waiting)

    def extract(self, article: Article) -> Iterator[Assertion]:
        """The article's assertions.

        Raises:
            ExtractorError: this article cannot be read.
            ExtractorUnavailable: no article can.
        """
        if self._count == 1:
            answer = _answer(self._extractor, article)
        else:
            task = self._next if self._next and self._next.article is article else self._submit(article)
            while task.answer is None:
                self._collect(None)
                self._dispatch()
            answer = task.answer
        if isinstance(answer, ArmsgraphError):
            raise answer
        yield from answer

    def _give(self, waiting: deque[tuple[_Input, _Task | None]]) -> Iterator[_Input]:
        one, task = waiting.popleft()
        self._next = task
        yield one
        self._next = None
        if task is not None and task in self._queue:  # nobody has asked for it after all
            self._queue.remove(task)

    def _submit(self, article: Article) -> _Task:
        task = _Task(article)
        self._queue.append(task)
        self._collect(0)
        self._dispatch()
        return task

    def _dispatch(self) -> None:
        """Give what waits to idle workers; where all are busy, start one more if there may be one."""
        while self._queue:
            idle = next((worker for worker in self._workers if worker.task is None), None)
            if idle is None and len(self._workers) >= self._count:
                return
            worker = idle or self._start()
            try:
                worker.pipe.send(self._queue[0].article)
            except OSError:  # it was killed while it had nothing to do
                self._lost(worker)
            else:
                worker.task = self._queue.popleft()

    def _collect(self, seconds: float | None) -> None:
        """Take the answers that are there; wait `seconds` for the first (None: as long as it takes)."""
        busy = [worker for worker in self._workers if worker.task is not None]
        ready = wait([worker.pipe for worker in busy], seconds) if busy else []
        for worker in [worker for worker in busy if worker.pipe in ready]:
            try:
                said = worker.pipe.recv()
            except (EOFError, OSError):
                self._lost(worker)
                continue
            if said == _READY:
                worker.ready = True
            elif worker.task is not None:
                worker.task.answer, worker.task = said, None  # type: ignore[assignment]

    def _start(self) -> _Worker:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(theirs, self._extractor), daemon=True)
        with _ctrl_c_is_ours():
            process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _lost(self, worker: _Worker) -> None:
        """A worker has ended: its article is the one that cannot be read; another may take its place."""
        self._workers.remove(worker)
        worker.process.join(_PATIENCE)
        worker.pipe.close()
        if not worker.ready:
            raise ExtractorUnavailable(
                f"a worker process cannot be started (exit status {worker.process.exitcode})"
            )
        if worker.task is not None:
            worker.task.answer = ExtractorError(
                f"the process that read it ended (exit status {worker.process.exitcode})"
            )


def _work(pipe: Connection[object, object], extractor: Extractor) -> None:
    """What a worker does, until the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; who started us decides
    try:
        pipe.send(_READY)
        with rarely_looked_for():
            while True:
                article = pipe.recv()
                if isinstance(article, Article):
                    pipe.send(_answer(extractor, article))
    except (EOFError, OSError):
        return  # nobody is there any more


def _answer(extractor: Extractor, article: Article) -> _Answer:
    try:
        return tuple(extractor.extract(article))
    except (ExtractorUnavailable, SeedError) as error:
        return error  # of all articles
    except ArmsgraphError as error:
        return ExtractorError(str(error))
    except Exception as error:  # a fault of ours costs one article, not the rest
        where = traceback.extract_tb(error.__traceback__)[-1]
        what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        place = f"{os.path.basename(where.filename)}, line {where.lineno}"
        return ExtractorError(f"internal error in {place}: {what}")


@contextmanager
def _ctrl_c_is_ours() -> Iterator[None]:
    """While a process is started it inherits that SIGINT is blocked, before it can ignore it itself."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)

"""Answers kept by what was asked, so that the same question is paid for once."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

from pydantic import ValidationError

from graph.extract.llm.prompt import VERSION
from graph.extract.llm.schema import Answer


def default_folder() -> Path:
    """The folder for answers in the user's cache folder."""
    from platformdirs import user_cache_path  # noqa: PLC0415 - only where a model is asked

    return user_cache_path("armsgraph", appauthor=False) / "llm"


class Cache:
    """Answers as files, each under a hash of model, prompt version and message.

    A file that cannot be read is as one that is not there. What cannot be written is not kept;
    `trouble` then says why.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.trouble: str | None = None

    def get(self, model: str, message: str) -> Answer | None:
        """The answer of that model to that message, if it is kept."""
        try:
            return Answer.model_validate_json(self._file(model, message).read_bytes())
        except (OSError, ValidationError):
            return None

    def put(self, model: str, message: str, answer: Answer) -> None:
        """Keep an answer; whole or not at all, also where two processes write it at once."""
        file = self._file(model, message)
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=file.parent, suffix=".part")
            try:
                with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as part:
                    part.write(answer.model_dump_json(exclude_defaults=True))
                os.replace(name, file)
            except OSError:
                Path(name).unlink(missing_ok=True)
                raise
        except OSError as error:
            self.trouble = error.strerror or type(error).__name__

    def _file(self, model: str, message: str) -> Path:
        asked = "\x1f".join((model, VERSION, message))
        key = hashlib.sha256(asked.encode("utf-8", "replace")).hexdigest()
        return self.folder / key[:2] / f"{key}.json"

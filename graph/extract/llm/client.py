"""Asks the model through pydantic-ai, and says in one line what went wrong."""

from __future__ import annotations

import asyncio
import warnings
from concurrent.futures import ThreadPoolExecutor

from pydantic_ai import Agent, NativeOutput
from pydantic_ai.exceptions import (
    AgentRunError,
    ContentFilterError,
    ModelAPIError,
    ModelHTTPError,
    ModelTimeoutError,
    UnexpectedModelBehavior,
)
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.providers.openai import OpenAIProvider
from pydantic_ai.settings import ModelSettings
from pydantic_ai.usage import RunUsage

from graph.errors import ExtractorError, ExtractorUnavailable
from graph.extract.llm.prompt import INSTRUCTIONS
from graph.extract.llm.schema import Answer
from graph.extract.llm.settings import PREFIX, Settings
from graph.extract.llm.usage import Usage

_NO_KEY = "none"  # else the library would send the key of another service, should the environment have one


class Client:
    """One model at one address.

    What is too busy (429, 5xx), cut off or late is asked again with growing pauses, as often as
    the settings say; an answer that does not fit the schema once, with what was wrong in it.
    """

    def __init__(self, settings: Settings, usage: Usage) -> None:
        self._settings = settings
        self._usage = usage
        self._beside: ThreadPoolExecutor | None = None
        provider = OpenAIProvider(base_url=settings.base_url, api_key=settings.api_key or _NO_KEY)
        provider.client.max_retries = settings.retries
        self._agent = Agent(
            OpenAIChatModel(settings.model, provider=provider),
            output_type=NativeOutput(Answer),
            instructions=INSTRUCTIONS,
            retries=1,
            model_settings=ModelSettings(temperature=0.0, timeout=settings.timeout),
        )

    def _run(self, message: str, spent: RunUsage) -> Answer:
        """Ask, in a thread beside this one where an event loop runs in it, as in a notebook."""
        try:
            asyncio.get_running_loop()
        except RuntimeError:
            return self._run_here(message, spent)
        if self._beside is None:  # one for all questions: the connections belong to its loop
            self._beside = ThreadPoolExecutor(1)
        return self._beside.submit(self._run_here, message, spent).result()

    def _run_here(self, message: str, spent: RunUsage) -> Answer:
        with warnings.catch_warnings():
            # that a model takes no temperature: then it is asked without one
            warnings.simplefilter("ignore", UserWarning)
            return self._agent.run_sync(message, usage=spent).output

    def ask(self, message: str) -> Answer:
        """The model's answer to a message.

        Raises:
            ExtractorError: no fit answer came to this message.
            ExtractorUnavailable: none will come to any other either: wrong key, address or model.
        """
        spent = RunUsage()
        try:
            return self._run(message, spent)
        except ModelHTTPError as error:
            raise self._refused(error) from error
        except ModelTimeoutError as error:
            seconds = f"{self._settings.timeout:g}"
            raise ExtractorError(f"{self._who} gave no answer within {seconds} seconds") from error
        except ModelAPIError as error:
            raise ExtractorUnavailable(f"{self._who} cannot be reached") from error
        except ContentFilterError as error:
            raise ExtractorError(f"{self._who} refuses to answer") from error
        except IndexError as error:  # the library takes it for granted that there is one
            raise ExtractorError(f"{self._who} gave an empty answer") from error
        except UnexpectedModelBehavior as error:
            raise self._useless(error, spent.requests) from error
        except AgentRunError as error:
            raise ExtractorError(f"{self._who}: {error}") from error
        finally:
            self._usage.requests += spent.requests
            self._usage.tokens_in += spent.input_tokens
            self._usage.tokens_out += spent.output_tokens

    @property
    def _who(self) -> str:
        return f"the language model {self._settings.model} at {self._settings.base_url}"

    def _useless(self, error: UnexpectedModelBehavior, answers: int) -> ExtractorError | ExtractorUnavailable:
        """The error for what was answered without an HTTP error."""
        if answers > 1:
            return ExtractorError(f"{self._who} twice gave no JSON of the schema")
        if answers:
            return ExtractorError(f"{self._who} gave an answer of no use: {_short(error.message)}")
        what = f"{self._who} does not speak the API of OpenAI"
        # where it once has, this is a hiccup
        return ExtractorError(what) if self._usage.requests else ExtractorUnavailable(what)

    def _refused(self, error: ModelHTTPError) -> ExtractorError | ExtractorUnavailable:
        """The error that an HTTP status means; what the body says is not repeated where it may show a key."""
        status = error.status_code
        if status in (401, 403):
            return ExtractorUnavailable(f"{self._who} refuses the key ({status}): set {PREFIX}API_KEY")
        if status == 404:
            return ExtractorUnavailable(
                f"{self._who} is not known there ({status}): see {PREFIX}MODEL and {PREFIX}BASE_URL"
            )
        if status in (402, 429):
            return ExtractorUnavailable(f"{self._who} takes no more requests for now ({status})")
        return ExtractorError(f"{self._who} answered with an error ({status}){_reason(error.body)}")


def _reason(body: object) -> str:
    """The message in an error's body, cut short."""
    message = body.get("message") if isinstance(body, dict) else None
    return f": {_short(message)}" if isinstance(message, str) and message else ""


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 200 else f"{line[:199]}…"

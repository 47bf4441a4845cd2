"""The `armsgraph` command: a group that imports a subcommand only when it is called."""

from __future__ import annotations

import _thread
import os
import signal
import sys
import threading
from importlib import import_module
from types import FrameType

import click

from graph.cli.errors import Terminated, report_unexpected, translated

COMMANDS: dict[str, str] = {
    "load": "Read articles into the graph.",
    "forget": "Take articles out of the graph.",
    "extract": "Print what articles say as JSON Lines, without a store.",
    "show": "Show an entity's connections.",
    "supplies": "List who supplies what to whom.",
    "path": "Show how two entities are connected.",
    "evidence": "Show every assertion of a claim.",
    "query": "Run a Cypher query.",
    "export": "Write the graph, or a part of it, to a file.",
    "serve": "Explore the graph in a browser.",
    "copy": "Copy a store into another one.",
    "info": "Show what the store holds.",
}
"""Every subcommand with its one line of help; `x` lives in graph/cli/x.py as `command`."""

_SOON = 0.01  # seconds, after which this function and the one that dropped it have ended


class LazyGroup(click.Group):
    """A group whose help needs no import of its subcommands."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order in which a person meets the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the subcommand."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"graph.cli.{cmd_name}").command
        if not isinstance(command, click.Command):
            raise TypeError(f"graph.cli.{cmd_name}.command is not a click command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is named first; of a misspelt one, what was meant."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            from difflib import get_close_matches  # noqa: PLC0415 - only for misspelt commands

            near = get_close_matches(name.lower(), COMMANDS)
            ctx.fail(f"No such command '{name}'." + (f" Did you mean {' or '.join(near)}?" if near else ""))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands from COMMANDS alone."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: object,
    ) -> click.Context:
        """Read the arguments; --help and --version print here, before any command runs."""
        with translated():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command."""
        with translated():
            result: object = super().invoke(ctx)
            sys.stdout.flush()  # a reader that has gone away must show here, not at interpreter exit
            return result


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="armsgraph", prog_name="armsgraph")
def cli() -> None:
    """Who supplies what to whom, and who said so.

    \b
    Example:
      armsgraph load articles/
      armsgraph supplies --recipient Russia
      armsgraph show "North Korea"
    """


def main() -> None:
    """Entry point of the console script."""
    if sys.stdout is None:  # closed by the caller (>&-)
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - as long as the process
    for stream in (sys.stdout, sys.stderr):  # a name that the terminal cannot write must not end the run
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    signal.signal(signal.SIGTERM, _terminate)
    sys.unraisablehook = _ask_again
    try:
        with translated():
            cli.main(prog_name="armsgraph")
    except click.exceptions.Exit as ended:  # raised outside click's own handling
        sys.exit(ended.exit_code)
    except Exception as error:  # the outermost edge: a fault of ours is one line for the user, too
        sys.exit(report_unexpected(error))
    finally:
        # Only the interpreter's own end is left, in which Ctrl-C would print a traceback.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _terminate(number: int, frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_DFL)  # who sends another one does not want to wait
    raise Terminated


def _ask_again(unraisable: sys.UnraisableHookArgs) -> None:
    """Python drops what is raised while an object is taken away; to be asked to end is not to be dropped."""
    asked = unraisable.exc_value
    if not isinstance(asked, KeyboardInterrupt):
        sys.__unraisablehook__(unraisable)
        return
    if isinstance(asked, Terminated):
        signal.signal(signal.SIGTERM, _terminate)
    number = signal.SIGTERM if isinstance(asked, Terminated) else signal.SIGINT
    main = threading.main_thread().ident
    if main is not None and hasattr(signal, "pthread_kill"):  # which ends a system call, too
        threading.Timer(_SOON, signal.pthread_kill, (main, number)).start()
    else:
        threading.Timer(_SOON, _thread.interrupt_main, (number,)).start()


if __name__ == "__main__":
    main()

from __future__ import annotations

import io

import pytest
from rich.console import Console

from graph.cli.progress import Lines, progress
from graph.cli.spinner import Spinner


def test_lines_come_now_and_then_and_on_stderr(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [0.0]
    monkeypatch.setattr("graph.cli.progress.time.monotonic", lambda: now[0])
    with progress("articles") as report:
        assert isinstance(report, Lines)
        for _ in range(400):
            now[0] += 0.0625
            report.step("a.txt")
        report.note("skipped \x1b[31mb.txt")
    assert capsys.readouterr() == ("", "160 articles so far\n320 articles so far\nskipped [31mb.txt\n")


def test_the_spinner_shows_names_as_they_are_and_keeps_notes() -> None:
    out = io.StringIO()
    console = Console(file=out, force_terminal=True, width=60, highlight=False, markup=False, emoji=False)
    with Spinner("articles", console) as report:
        report.step("[bold]a\x07.txt[/bold]")
        report.note("skipped b.txt: " + "long " * 20 + "reason")
        report.step("c.txt")
    shown = out.getvalue()
    assert "2 articles" in shown
    assert "[bold]a.txt" in shown or "c.txt" in shown
    assert "reason" in shown
    assert "\x07" not in shown
    assert "…" not in shown.split("skipped")[1].split("reason")[0]

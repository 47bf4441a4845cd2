from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import replace

import pytest
from rich.console import Console

from graph.cli.blocks import Block, Line, Table
from graph.cli.render import plain_lines
from graph.cli.tables import claim_table, entity_blocks, evidence_document, path_blocks
from graph.cli.terminal import print_blocks
from graph.query.rows import Connections
from tests.cli.conftest import Golden
from tests.cli.rows import DRONES, ENTITY, GUNS, HELP, KOKSAN, PATH, QUOTE, RUSSIA

HOSTILE = "\x1b[31mred\x07 [bold]not markup[/bold] :smile: \u202eright to left"


def on_terminal(blocks: Iterable[Block], width: int) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, highlight=False, markup=False, emoji=False)
    print_blocks(blocks, console)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def in_pipe(blocks: Iterable[Block]) -> str:
    return "".join(f"{line}\n" for block in blocks for line in plain_lines(block))


GROUPS = [
    Connections("supplies", "recipient", (GUNS,), 1),
    Connections("produces", "subject", (DRONES,), 1),
    Connections("supports", "subject", (HELP,), 1),
]
DOCUMENTS: dict[str, list[Block]] = {
    "supplies": [claim_table([GUNS], "supplies")],
    "show": list(entity_blocks(ENTITY, GROUPS)),
    "evidence": list(evidence_document(replace(GUNS, origins=1, assertions=2), [QUOTE, QUOTE])),
    "path": list(path_blocks(PATH)),
    "path-by-one-claim": list(path_blocks((PATH[0], replace(PATH[0], source=RUSSIA, target=KOKSAN)))),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_plain_text(name: str, golden: Golden) -> None:
    golden(f"{name}.txt", in_pipe(DOCUMENTS[name]))


@pytest.mark.parametrize("width", [160, 80, 40])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_terminal(name: str, width: int, golden: Golden) -> None:
    text = on_terminal(DOCUMENTS[name], width)
    assert max(map(len, text.splitlines())) <= width
    golden(f"{name}.{width}.txt", text)


@pytest.mark.parametrize("width", [200, 80, 30, 12])
def test_no_word_is_cut_at_any_width(width: int) -> None:
    shown = on_terminal([claim_table([GUNS], "supplies")], width)
    assert "…" not in shown
    letters = "".join(shown.split())
    for word in ("0123456789ab", "2023-06/2025-04", "Budanov"):
        assert word in letters or width < len(word) + 12


def test_words_stay_whole_where_they_fit() -> None:
    shown = on_terminal([claim_table([GUNS], "supplies")], 60)
    for word in ("0123456789ab", "2023-06/2025-04", "Koksan", "reported", "Kyrylo"):
        assert word in shown


@pytest.mark.parametrize("width", [80, 20])
def test_hostile_text_neither_steers_the_terminal_nor_is_markup(width: int) -> None:
    blocks: list[Block] = [Line(HOSTILE), Table(("name",), [(HOSTILE,)])]
    for text in (on_terminal(blocks, width), in_pipe(blocks)):
        assert not {"\x1b", "\x07", "\u202e"} & set(text)
        assert "[bold]" in text
        assert ":smile:" in text


def test_a_line_end_in_a_cell_does_not_start_a_new_row() -> None:
    assert plain_lines(Table(("a", "b"), [("x\ny", "z")])) == ["a    b", "x y  z"]


def test_columns_without_content_are_left_out() -> None:
    table = Table(("a", "b"), [("1", ""), ("2", "")]).without_empty_columns()
    assert (table.columns, list(table.rows)) == (("a",), [("1",), ("2",)])

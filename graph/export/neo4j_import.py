"""A whole store as the files that `neo4j-admin database import full` reads: for the first load of millions.

One file for each label, and for each relationship type with each label that it leads to; beside it the
header, known only when all is written. Every property arrives with its type. Equal stores give equal files.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from graph.errors import ArmsgraphError, StoreError
from graph.export.ordered import in_order
from graph.store import schema
from graph.store.contents import Edge, Node, edges, nodes
from graph.store.protocol import Store, Value
from graph.store.shape import KEYS, RELATIONSHIPS, TIMES, Relationship

ARGUMENTS = "import.args"
_BETWEEN = "\x1f"  # what no text has in it, between the elements of a list
_BUFFER = 4 * 1024 * 1024  # bytes; the tool's own, into which the longest text must fit


@dataclass
class Columns:
    """The properties of one file: name -> type; known when all that goes into it has been met."""

    file: str
    times: Mapping[str, str]
    types: dict[str, str] = field(default_factory=dict)
    longest: int = 0

    def meet(self, properties: Mapping[str, Value]) -> None:
        """Note what properties there are.

        Raises:
            StoreError: a property that the import has no form for.
        """
        for name, value in properties.items():
            if name not in self.times or name not in self.types:
                self._note(name, value)

    def cells(self, properties: Mapping[str, Value]) -> list[str]:
        """The properties as the cells of a line, all of them: the import reads on into the next line else."""
        cells = [_cell(properties.get(name)) for name in sorted(self.types)]
        self.longest = max(self.longest, *(len(cell.encode()) for cell in cells), 0)
        return cells

    def header(self) -> list[str]:
        """Names and types, as the import wants them."""
        return [_quoted(f"{name}:{type_}") for name, type_ in sorted(self.types.items())]

    def _note(self, name: str, value: Value) -> None:
        type_ = self.times.get(name) or _type(value)
        before = self.types.setdefault(name, type_)
        if before != type_:
            if {before, type_} != {"long", "double"}:
                raise StoreError(f"{self.file}: {name} is sometimes a {before} and sometimes a {type_}")
            self.types[name] = "double"


def write_import(store: Store, out: str) -> int:
    """Write the files into the new folder `out`; gives how many nodes and relationships they hold.

    Raises:
        ArmsgraphError: the folder has files in it, or cannot be made.
    """
    target = Path(os.path.realpath(out)) if out else None
    if target is None or not target.parent.is_dir():
        raise ArmsgraphError(f"{out or 'the folder to write'}: has no folder to stand in")
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise ArmsgraphError(f"{out}: is there already, the import files want a new folder")
    try:
        unfinished = Path(tempfile.mkdtemp(prefix=f".{target.name[:100]}.", dir=target.parent))
    except OSError as error:
        raise ArmsgraphError(f"{out}: {error.strerror}") from None
    try:
        number = _write(store, unfinished)
        unfinished.chmod(0o755)
        if target.exists():
            target.rmdir()
        unfinished.rename(target)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    return number


def _write(store: Store, folder: Path) -> int:
    arguments: list[str] = []
    number, longest = 0, 0
    for label in KEYS:
        columns = Columns(f"{label}.csv", TIMES.get(label, {}))
        written = _write_nodes(store, folder, label, columns)
        if written:
            arguments.append(_argument("nodes", label, label))
        number, longest = number + written, max(longest, columns.longest)
    _lines(folder / "Meta.csv", [["armsgraph", str(schema.VERSION)]])
    _lines(folder / "Meta.header.csv", [["key:ID(Meta)", "schema:long"]])
    arguments.append(_argument("nodes", "Meta", "Meta"))
    for shape in RELATIONSHIPS:
        for name, written in _write_edges(store, folder, shape):
            arguments.append(_argument("relationships", shape.type, name))
            number += written
    arguments += ["--multiline-fields=true", "--array-delimiter=U+001F", "--bad-tolerance=0"]
    if longest >= _BUFFER // 2:
        arguments.append(f"--read-buffer-size={2 * longest}")
    (folder / ARGUMENTS).write_text("".join(f"{one}\n" for one in arguments), encoding="utf-8")
    return number


def _argument(kind: str, name: str, file: str) -> str:
    # The newest tool wants a folder before every name.
    return f"--{kind}={name}=./{file}.header.csv,./{file}.csv"


def _write_nodes(store: Store, folder: Path, label: str, columns: Columns) -> int:
    key = KEYS[label]

    def met() -> Iterator[Node]:
        for node in nodes(store, label):
            del node.properties[key]
            columns.meet(node.properties)
            yield node

    ordered = in_order(met(), lambda node: (node.key,), folder)
    written = _lines(
        folder / columns.file, ([_quoted(node.key), *columns.cells(node.properties)] for node in ordered)
    )
    if not written:
        (folder / columns.file).unlink()
        return 0
    _lines(folder / f"{label}.header.csv", [[_quoted(f"{key}:ID({label})"), *columns.header()]])
    return written


def _write_edges(store: Store, folder: Path, shape: Relationship) -> Iterator[tuple[str, int]]:
    """Write one file for each label at the end; gives their names and how much is in them."""
    columns: dict[str, Columns] = {}

    def met() -> Iterator[Edge]:
        for edge in edges(store, shape):
            if edge.end_label not in columns:
                columns[edge.end_label] = Columns(f"{shape.type}.{edge.end_label}.csv", {})
            columns[edge.end_label].meet(edge.properties)
            yield edge

    def order(edge: Edge) -> tuple[str, ...]:
        return edge.end_label, edge.start, edge.end, str(edge.properties.get(shape.key or ""))

    for label, group in groupby(in_order(met(), order, folder), lambda edge: edge.end_label):
        of_label, name = columns[label], f"{shape.type}.{label}"
        written = _lines(
            folder / of_label.file,
            ([_quoted(one.start), _quoted(one.end), *of_label.cells(one.properties)] for one in group),
        )
        ends = [f":START_ID({shape.start})", f":END_ID({label})"]
        _lines(folder / f"{name}.header.csv", [[*ends, *of_label.header()]])
        yield name, written


def _lines(path: Path, lines: Iterable[list[str]]) -> int:
    number = 0
    with path.open("w", encoding="utf-8", newline="") as stream:
        for cells in lines:
            stream.write(",".join(cells) + "\n")
            number += 1
    return number


def _type(value: Value) -> str:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "long"
    if isinstance(value, float):
        return "double"
    if isinstance(value, list):
        return "string[]"
    return "string"


def _cell(value: Value) -> str:
    """A value as a cell: texts in quotes, so that an empty one is not taken for none."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, list):
        texts = [str(one) for one in value]
        if any(_BETWEEN in one for one in texts) or not all(isinstance(one, str) for one in value):
            raise StoreError(f"a list that cannot be written for the import: {str(value)[:60]}")
        return _quoted(_BETWEEN.join(texts))
    return _quoted(str(value))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'

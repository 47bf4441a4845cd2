"""`make eval`, or python -m evaluation: score the extractors on annotated texts."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from evaluation import recorded
from evaluation.gold import annotated, names
from evaluation.measure import EXTRACTORS, Found, Name, extractor, find, shipped
from evaluation.misses import misses
from evaluation.score import Score, Texts, reliability, score
from evaluation.table import table, values
from graph.cli.errors import translated
from graph.cli.options import Share, utf8_output
from graph.cli.progress import progress
from graph.errors import InputError
from seeds import corpus_files

_PARTS = ("train", "validation", "test", "all")


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option(
    "--extractor",
    "chosen",
    type=click.Choice(EXTRACTORS),
    help="Only this one (default: both, side by side).",
)
@click.option("--model", type=click.Path(path_type=Path), help="Folder of a model (default: seeds/model).")
@click.option(
    "--part",
    type=click.Choice(_PARTS),
    help="Which part of the texts, by their names (default: test of the corpus, all of another folder).",
)
@click.option("--prefix", default="", help="Only texts whose name begins so.")
@click.option(
    "--min-confidence",
    type=Share(),
    metavar="X",
    help="Leave out what is less sure (default: as armsgraph extract does).",
)
@click.option(
    "--misses", "every_miss", is_flag=True, help="First, a line for each assertion missed or wrong."
)
@click.option("--json", "as_json", is_flag=True, help="For programs: one JSON document.")
@click.option("--record", is_flag=True, help="Record the F1 that make test holds extraction to.")
def command(
    *,
    folder: Path | None,
    chosen: Name | None,
    model: Path | None,
    part: str | None,
    prefix: str,
    min_confidence: float | None,
    every_miss: bool,
    as_json: bool,
    record: bool,
) -> None:
    """Precision, recall and F1 of the extractors on annotated texts.

    FOLDER holds articles/, and gold/ or frames/ with a JSON file for each text; without
    it, the corpus's test part is taken.
    """
    if record and any((folder, chosen, model, part, prefix, min_confidence is not None)):
        raise click.UsageError("--record is for the corpus's test part and both extractors as they are")
    if every_miss and as_json:
        raise click.UsageError("--misses is for people, --json for programs")
    utf8_output()
    place = folder or corpus_files.folder()
    part = part or ("test" if place.resolve() == corpus_files.folder().resolve() else "all")
    default = shipped()
    least = default.min_confidence if min_confidence is None else min_confidence
    found = _found(place, part, prefix, (chosen,) if chosen else EXTRACTORS, model, least)
    told = {name: _texts(found, name) for name in found[0].rows}
    scores: dict[Name, Score] = {name: score(texts) for name, texts in told.items()}
    certain = {name: reliability(texts) for name, texts in told.items()}
    facts = {
        "folder": str(place) if folder else "seeds/corpus",
        "part": part,
        "texts": len(found),
        "assertions": sum(not gold.get("optional") for one in found for gold in one.text.golds),
        "min_confidence": least,
    }
    if as_json:
        extractors = {name: values(one, certain[name]) for name, one in scores.items()}
        click.echo(json.dumps({**facts, "extractors": extractors}, ensure_ascii=False, indent=1))
    else:
        for line in [line for one in found for name in scores for line in misses(one, name)] * every_miss:
            click.echo(line)
        click.echo(
            "{folder}, part {part}: {texts} texts, {assertions} assertions; "
            "confidence {min_confidence} or more".format_map(facts)
        )
        click.echo("\n".join(("", *table(scores, certain))))
    if record:
        _record(recorded.recordable(found, scores, default))


def _found(
    folder: Path, part: str, prefix: str, extractors: tuple[Name, ...], model: Path | None, least: float
) -> list[Found]:
    only = [
        name
        for name in names(folder)
        if name.startswith(prefix) and part in ("all", corpus_files.split(name))
    ]
    if not only:
        raise InputError(
            str(folder), f"no annotated texts of part {part}" + f" named {prefix}…" * bool(prefix)
        )
    finders = {name: extractor(name, model) for name in extractors}
    with progress("texts") as report:
        return list(find(annotated(folder, only), finders, least, report.step))


def _texts(found: list[Found], name: Name) -> Texts:
    return [(one.text.language, one.text.golds, one.rows[name]) for one in found]


def _record(now: recorded.Recorded) -> None:
    before = recorded.read().f1 if recorded.FILE.exists() else {}
    recorded.write(now)
    for name, f1 in now.f1.items():
        was = f" (was {before[name]:.3f})" if name in before else ""
        click.echo(f"recorded {name}: F1 {f1:.3f}{was}", err=True)


def main() -> None:
    """Run it; what is wrong is one line on stderr."""
    with translated():
        command.main(prog_name="evaluation")


if __name__ == "__main__":
    try:
        main()
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)

"""How long the command takes from a cold start: python benchmarks/cold_start.py

Each command runs as a process of its own, in turn with the others, so that a busy moment
of the machine meets all of them. The ratio to `python -c pass` tells the command's own
share from the machine's. Needs armsgraph installed in the Python that runs this.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ARTICLES = Path(__file__).resolve().parents[1] / "seeds" / "articles"
ARMSGRAPH = (sys.executable, "-m", "graph.cli.main")
COMMANDS = {
    "python -c pass": (sys.executable, "-c", "pass"),
    "armsgraph --help": (*ARMSGRAPH, "--help"),
    "armsgraph --version": (*ARMSGRAPH, "--version"),
    "armsgraph show --help": (*ARMSGRAPH, "show", "--help"),
    "armsgraph show": (*ARMSGRAPH, "show", "north-korea"),
    "armsgraph show (a typing error)": (*ARMSGRAPH, "show", "North Koera"),
    "armsgraph supplies": (*ARMSGRAPH, "supplies"),
    "armsgraph path": (*ARMSGRAPH, "path", "north-korea", "russia"),
    "armsgraph info": (*ARMSGRAPH, "info"),
}


def main() -> None:
    """Measure and print a table: median and best in milliseconds, ratio of the medians."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--store", help="a store to read (default: one made from seeds/articles)")
    parser.add_argument("--runs", type=int, default=10, help="runs of each command (default: 10)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = options.store or _made(str(Path(folder) / "store"))
        times = _measured(os.environ | {"ARMSGRAPH_STORE": store}, options.runs)
    base = statistics.median(times["python -c pass"])
    print(f"{'command':<34}{'median ms':>10}{'best ms':>10}{'ratio':>8}")
    for name, seconds in times.items():
        median = statistics.median(seconds)
        print(f"{name:<34}{median * 1000:>10.0f}{min(seconds) * 1000:>10.0f}{median / base:>8.1f}")


def _made(store: str) -> str:
    print(f"loading {ARTICLES} ...", file=sys.stderr)
    subprocess.run([*ARMSGRAPH, "load", "--quiet", "--store", store, str(ARTICLES)], check=True)
    return store


def _measured(environment: dict[str, str], runs: int) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for run in range(runs + 1):
        for name, command in COMMANDS.items():
            begun = time.perf_counter()
            # An unknown entity, or a small store without a path, is no failure of the measurement.
            subprocess.run(command, env=environment, check=False, capture_output=True)
            if run:  # the first fills the file system's cache and __pycache__
                times[name].append(time.perf_counter() - begun)
    return times


if __name__ == "__main__":
    main()

"""Fuzzes one target with atheris; ``nox -s fuzz`` runs all of them.

    python tests/fuzz/run.py extract --seconds 60 --corpus corpus

What breaks a promise is written to ``tests/fuzz/found`` under the target's name; put there, it
is a test from then on. The figures of the run are printed at its end.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import atheris

FOUND = Path(__file__).parent / "found"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("target", nargs="?", default="extract")
    parser.add_argument("--list", action="store_true", help="name the targets")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    options = parser.parse_args()
    sys.path.insert(0, str(Path(__file__).parent.parent))
    with atheris.instrument_imports(include=["quoteattr"]):
        from fuzz.targets import LONGEST, TARGETS, seeds
    if options.list:
        print(*TARGETS)
        return
    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(seeds(options.corpus)):
            Path(folder, f"{number:03}").write_bytes(seed)
        atheris.Setup(
            [
                *(sys.argv[0], folder),
                f"-max_total_time={options.seconds}",
                f"-max_len={4 * LONGEST}",
                f"-artifact_prefix={FOUND}/{options.target}-",
                "-print_final_stats=1",
                "-timeout=60",
            ],
            TARGETS[options.target],
        )
        atheris.Fuzz()


if __name__ == "__main__":
    main()

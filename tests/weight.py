"""How many megabytes and seconds ``pip install`` of a wheel costs: ``nox -s weight``."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path


def size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def main(wheel: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        packages = next(Path(folder).rglob("site-packages"))
        before, started = size(packages), os.times()
        python = Path(folder, "Scripts" if os.name == "nt" else "bin", "python")
        subprocess.run([python, "-m", "pip", "install", "--quiet", wheel], check=True)
        ended = os.times()
        seconds = sum(ended[2:4]) - sum(started[2:4])
        print(
            f"the wheel: {wheel.stat().st_size / 1e6:.1f} MB; installed with all that it needs: "
            f"{(size(packages) - before) / 1e6:.1f} MB; pip took {seconds:.1f} s of processor time"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""What `quoteattr.export` offers, and that pandas is not loaded for it."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

from quoteattr import export


def test_every_format_has_its_function() -> None:
    for name in export.__all__:
        assert callable(getattr(export, name)), name
    formats = {name.removeprefix("to_") for name in export.__all__ if name.startswith("to_")}
    assert formats >= {"csv", "webannotation", "brat", "tei", "schemaorg", "labelstudio", "html"}


def test_it_loads_nothing_heavy(subprocess_environment: dict[str, Any]) -> None:
    heavy = "{'pandas', 'numpy', 'urllib.request', 'xml.sax', 'http.client', 'ssl'}"
    statement = f"import quoteattr.export, sys; print({heavy} & set(sys.modules))"
    command = [sys.executable, "-c", statement]
    done = subprocess.run(
        command, env=subprocess_environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"

"""Extractions kept as JSON files, and compared with what is found today."""

from __future__ import annotations

import difflib
import json
import re
from pathlib import Path
from typing import Any

from attrs import frozen

from quoteattr.claims import Extraction
from quoteattr.export.json import to_dict

# What may move from one release to the next although who said what stays the same.
_INEXACT_DOCUMENT = frozenset({"ruleset_version", "schema_version"})
_INEXACT_CLAIM = frozenset({"confidence", "evidence", "alternatives"})
_MOST_LINES = 60
_NO_FILE_NAME = re.compile(r"[^\w.-]++")


@frozen
class Snapshot:
    """A folder of extractions as JSON, a file for each that a test compares.

    The files hold the JSON contract, indented, letters as themselves and keys in its order.
    Ids in them are stable: a claim's is a hash of document id, offsets and words.

    Args:
        folder: where the files are; made when the first is written.
        name: of the file, without ``.json``.
        is_update: write files anew instead of comparing with them.

    >>> import tempfile
    >>> from quoteattr import extract
    >>> found = extract("„Vin”, a spus Ion Pop.", doc_id="pod")
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     Snapshot(Path(folder), "pod", is_update=True).check(found)
    ...     Snapshot(Path(folder), "pod").check(found)
    """

    folder: Path
    name: str
    is_update: bool = False

    def check(self, extraction: Extraction, *, name: str = "", exact: bool = False) -> None:
        """Compare an extraction with the file that holds the one wanted.

        Args:
            extraction: what was found in a document.
            name: tells several files of one test apart.
            exact: compare confidence, evidence, alternatives and versions too; a release may
                change these where who said what stays the same.

        Raises:
            AssertionError: the file is missing or holds another extraction; shows the lines
                that differ, and how to write the file anew.
        """
        __tracebackhide__ = True
        path = self.path(name)
        found = _lines(extraction, exact=exact)
        if self.is_update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("".join(found), encoding="utf-8")
            return
        remedy = "pytest --quoteattr-update writes it anew"
        if not path.is_file():
            raise AssertionError(f"there is no {path}; {remedy}")
        wanted = path.read_text(encoding="utf-8").splitlines(keepends=True)
        if wanted != found:
            difference = difflib.unified_diff(wanted, found, str(path), "found", n=4)
            lines = [line.rstrip("\n") for line in difference]
            more = [f"… and {len(lines) - _MOST_LINES} more lines"] * (len(lines) > _MOST_LINES)
            raise AssertionError("\n".join([*lines[:_MOST_LINES], *more, remedy]))

    def path(self, name: str = "") -> Path:
        """Return where the file is.

        Args:
            name: as in ``check``.
        """
        joined = f"{self.name}-{name}" if name else self.name
        return self.folder / (_NO_FILE_NAME.sub("-", joined).strip("-") + ".json")


def _lines(extraction: Extraction, *, exact: bool) -> list[str]:
    data: dict[str, Any] = to_dict(extraction)
    if not exact:
        data = {key: value for key, value in data.items() if key not in _INEXACT_DOCUMENT}
        data["claims"] = [
            {key: value for key, value in claim.items() if key not in _INEXACT_CLAIM}
            for claim in data["claims"]
        ]
    text = json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)
    return (text + "\n").splitlines(keepends=True)

"""Going on with a run that broke off: what is written already is checked and passed over."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from attrs import frozen

from quoteattr.cli.outputs import part_of
from quoteattr.errors import InputError
from quoteattr.records import ErrorRecord, Record

ANEW = "without --resume the run starts anew"


@frozen
class Written:
    """What an earlier run had written.

    Args:
        count: the number of whole lines.
        codes: how many of them are error records, by their codes.
    """

    count: int
    codes: Counter[str]


def pass_over(output: Path, records: Iterator[Record | ErrorRecord]) -> Written:
    """Take the documents from the input that an earlier run had written.

    Args:
        output: the file that the run was to write; what it wrote stands beside it.
        records: the input; it goes on after the last document that is written.

    Raises:
        InputError: what is written is not of this input.
        OSError: it cannot be read.
    """
    part = part_of(output)
    codes: Counter[str] = Counter()
    count = 0
    if not part.exists():
        return Written(0, codes)
    with part.open("rb") as stream:
        for count, line in enumerate(_whole_lines(stream), 1):
            where = f"{part}:{count}"
            result = _result(line, where)
            record = next(records, None)
            if record is None:
                raise InputError(f"{where}: the input ends before this document; {ANEW}")
            if not _is_of(result, record):
                raise InputError(
                    f"{where}: this is document {result.get('id')!r}, but at this place of the "
                    f"input stands {record.id or 'one without id'!r}, or another text; {ANEW}"
                )
            if isinstance(error := result.get("error"), dict):
                codes[str(error.get("code"))] += 1
    return Written(count, codes)


def _whole_lines(stream: BinaryIO) -> Iterable[bytes]:
    return (line for line in stream if line.endswith(b"\n"))


def _result(line: bytes, where: str) -> dict[str, object]:
    try:
        result = json.loads(line)
    except (ValueError, RecursionError):
        result = None
    if not isinstance(result, dict) or not isinstance(result.get("error", {}), dict):
        raise InputError(f"{where}: not written by quoteattr; {ANEW}")
    return result


def _is_of(result: dict[str, object], record: Record | ErrorRecord) -> bool:
    """Tell whether a result is that of a document, by its id and the digest of its text."""
    if "error" in result:
        return result.get("id") == record.id
    if isinstance(record, ErrorRecord):
        return False
    digest = hashlib.sha256(record.text.encode("utf-8", "surrogatepass")).hexdigest()
    return result.get("sha256") == digest and result.get("id") == (record.id or digest[:16])

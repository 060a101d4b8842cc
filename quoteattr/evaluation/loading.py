"""Gold standards read from files: JSON Lines with offsets, or texts with TOML beside them."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from quoteattr.errors import AnnotationError, InputError
from quoteattr.evaluation.fields import Fields
from quoteattr.evaluation.gold import GoldClaim, GoldDocument
from quoteattr.evaluation.resolution import document_from_strings
from quoteattr.places import at_byte
from quoteattr.spans import Span


def load_gold(path: str | Path) -> tuple[GoldDocument, ...]:
    """Return the annotated documents of a file or folder.

    Args:
        path: a ``.jsonl`` file with a document a line and offsets as pairs; or a folder of
            ``NAME.txt`` with ``NAME.toml`` beside it; or one of these two files.

    Returns:
        The documents, in the order of the lines or of the names.

    Raises:
        InputError: where a file cannot be read; names it.
        AnnotationError: where an annotation does not fit; names document and string.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder, "gold.jsonl")
    ...     _ = file.write_text('{"id": "a", "text": "Plouă.", "claims": []}', encoding="utf-8")
    ...     [document.id for document in load_gold(file)]
    ['a']
    """
    path = Path(path)
    if path.is_dir():
        files = sorted(file for file in path.glob("*.toml") if file.with_suffix(".txt").exists())
        if not files:
            raise InputError(
                f"{path}: no NAME.txt with NAME.toml beside it in this folder; gold is such pairs, "
                "or a .jsonl file"
            )
        return tuple(_annotated_text(file) for file in files)
    if path.suffix in (".toml", ".txt"):
        return (_annotated_text(path.with_suffix(".toml")),)
    return tuple(_records(path))


def _read(path: Path) -> str:
    try:
        # Not `read_text`: it would turn \r\n into \n and move every offset after it.
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path}: not UTF-8 at {at_byte(error.object, error.start)}; write the file anew"
        ) from error


def _annotated_text(path: Path) -> GoldDocument:
    try:
        values = tomllib.loads(_read(path))
    except tomllib.TOMLDecodeError as error:
        raise AnnotationError(f"{path}: not TOML: {error}") from error
    text = _read(path.with_suffix(".txt"))
    return document_from_strings(text, Fields(path.name, values))


def _records(path: Path) -> Iterator[GoldDocument]:
    for number, line in enumerate(_read(path).split("\n"), 1):
        if not line.strip():
            continue
        try:
            values = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise AnnotationError(f"{path}:{number}: not JSON: {error}") from error
        if not isinstance(values, Mapping):
            raise AnnotationError(f"{path}:{number}: expected an object")
        yield _document_from_offsets(Fields(f"{path}:{number}", values))


def _document_from_offsets(fields: Fields) -> GoldDocument:
    text = fields.string("text")
    named = Fields(f"{fields.where}: {fields.string('id')}", fields.values)
    return GoldDocument(
        id=named.string("id"),
        text=text,
        claims=tuple(_claim_from_offsets(text, claim) for claim in named.objects("claims")),
        not_speech=_spans(text, named, "not_speech"),
        furniture=_spans(text, named, "furniture"),
        phenomena=named.strings("phenomena"),
    )


def _claim_from_offsets(text: str, fields: Fields) -> GoldClaim:
    content = _spans(text, fields, "content")
    if not content:
        raise fields.wrong("content", "is empty")
    return GoldClaim(
        kind=fields.claim_kind(),
        content=content,
        cue=_span_or_none(text, fields, "cue"),
        speaker=_span_or_none(text, fields, "speaker"),
        speaker_names=fields.strings("speaker_names"),
        source=_span_or_none(text, fields, "source"),
        source_names=fields.strings("source_names"),
        addressee=_span_or_none(text, fields, "addressee"),
    )


def _spans(text: str, fields: Fields, key: str) -> tuple[Span, ...]:
    return tuple(_span(text, fields, key, value) for value in fields.array(key))


def _span_or_none(text: str, fields: Fields, key: str) -> Span | None:
    value = fields.values.get(key)
    return None if value is None else _span(text, fields, key, value)


def _span(text: str, fields: Fields, key: str, value: Any) -> Span:
    match value:
        case [int(start), int(end)] if 0 <= start <= end <= len(text):
            return Span(start, end)
    raise fields.wrong(key, f"expected [start, end] within the text, found {value!r}")

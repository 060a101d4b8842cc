"""Results as what is written for them, apart from where it goes: workers do this part."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from attrs import frozen

from quoteattr.claims import Extraction
from quoteattr.cli.formats import Format
from quoteattr.errors import InputError
from quoteattr.export.json import to_json
from quoteattr.records import ErrorRecord

if TYPE_CHECKING:
    from quoteattr.export.html.indexes import Entry

# A row of Parquet is the JSON of a document too, until there are enough of them for a group.
AS_JSON: Final = frozenset({"json", "jsonl", "parquet"})


class Rendering(NamedTuple):
    """A result in the form in which it is written; as a tuple it is cheap to send.

    Args:
        id: of the document.
        parts: what is written, in UTF-8; each part goes to a file of its own where there are
            several; nothing where the format has no place for an error record.
        error: the error record that it stands for, or None.
        entry: its entry in the index, where the format has one.
    """

    id: str | None
    parts: tuple[bytes, ...]
    error: ErrorRecord | None = None
    entry: Entry | None = None


@frozen
class Renderer:
    """Makes renderings of results in one format.

    Args:
        to: the format.
        is_one: whether there is one document in all.
        is_raw: leaves cells of CSV as they are that could be formulas.
        with_text: whether JSON holds the texts of documents.
    """

    to: Format
    is_one: bool
    is_raw: bool = False
    with_text: bool = False

    def render(self, result: Extraction | ErrorRecord, text: str | None) -> Rendering:
        """Return the rendering of a result.

        Args:
            result: what came of a document.
            text: the document, where it is known.

        Raises:
            InputError: the format holds the text, which is not known.
        """
        if isinstance(result, ErrorRecord):
            return Rendering(result.id, _encoded(self._error_parts(result)), error=result)
        entry = None
        if self.to == "html" and not self.is_one:
            from quoteattr.export.html import index_entry

            entry = index_entry(result, "")
        return Rendering(result.id, _encoded(self._parts(result, text)), entry=entry)

    def _error_parts(self, error: ErrorRecord) -> tuple[str, ...]:
        if self.to in AS_JSON:
            return (self._json_text(error),)
        return (self._rows(error),) if self.to == "csv" else ()

    def _parts(self, result: Extraction, text: str | None) -> tuple[str, ...]:
        if self.to in AS_JSON:
            return (self._json_text(result),)
        if self.to == "csv":
            return (self._rows(result),)
        if text is None:
            raise InputError(f"{result.id}: {self.to} holds the text: --texts names the documents")
        if self.to == "brat":
            return (text, _shape(self.to, result, text))
        shape = _shape(self.to, result, text)
        if isinstance(shape, str):
            return (shape,)
        if self.to == "labelstudio":
            return (_json(shape, indent=None),)
        indent = 2 if self.is_one and self.to != "gold" else None
        return (_json(shape, indent=indent) + "\n",)

    def _json_text(self, result: Extraction | ErrorRecord) -> str:
        indent = 2 if self.to == "json" else None
        return to_json(result, indent=indent, with_text=self.with_text)

    def _rows(self, result: Extraction | ErrorRecord) -> str:
        from quoteattr.export.csv import write_csv

        _, *rows = write_csv([result], is_raw=self.is_raw)
        return "".join(rows)


def _encoded(parts: tuple[str, ...]) -> tuple[bytes, ...]:
    return tuple(part.encode() for part in parts)


def _shape(to: Format, result: Extraction, text: str) -> Any:
    """Return a document in a format that holds its text: a string, or an object of JSON."""
    match to:
        case "webannotation":
            from quoteattr.export.webannotation import to_webannotation

            return to_webannotation(result, text)
        case "schemaorg":
            from quoteattr.export.schemaorg import to_schemaorg

            return to_schemaorg(result, text)
        case "gold":
            from quoteattr.export.gold import to_gold

            return to_gold(result, text)
        case "labelstudio":
            from quoteattr.export.labelstudio import to_labelstudio

            return to_labelstudio(result, text)
        case "brat":
            from quoteattr.export.brat import to_brat

            return to_brat(result, text)
        case "cas":
            from quoteattr.export.cas import to_cas

            return to_cas(result, text)
        case "tei":
            from quoteattr.export.tei import to_tei

            return to_tei(result, text)
    from quoteattr.export.html import to_html

    return to_html(result, text)


def _json(value: Any, *, indent: int | None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)

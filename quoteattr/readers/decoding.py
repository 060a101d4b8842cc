"""Bytes to texts, with the checks that every document has to pass."""

from __future__ import annotations

import io
from typing import BinaryIO

from quoteattr.places import at_byte, at_offset
from quoteattr.records import ErrorRecord, Record

BOM = b"\xef\xbb\xbf"
UTF_8 = "utf-8"
# Encodings are told apart by what they make of these: lines are cut before they are decoded.
LINE_ENDS = "\r\n"


def decoded(
    data: bytes,
    where: str,
    document_id: str | None,
    *,
    has_bom: bool,
    encoding: str | None = None,
) -> str | ErrorRecord:
    """Return the text of bytes, or the record of the error.

    Args:
        data: what was read.
        where: what messages call its place.
        document_id: of the document, or None.
        has_bom: whether a byte order mark may stand before it.
        encoding: its name; None is UTF-8.
    """
    encoding = encoding or UTF_8
    try:
        text = data.decode(encoding)
    except UnicodeError as error:
        return ErrorRecord(document_id, *_complaint(data, where, encoding, error))
    return text.removeprefix("\ufeff") if has_bom else text


def in_utf_8(stream: BinaryIO, where: str, encoding: str | None) -> BinaryIO | ErrorRecord:
    """Return a stream whose lines can be cut before they are decoded.

    Args:
        stream: what is read.
        where: what messages call it.
        encoding: its name; None is UTF-8.

    Returns:
        The stream itself, or where line ends are no single bytes (UTF-16), the whole of it as
        UTF-8; the record of the error where that cannot be had.
    """
    if not needs_recoding(encoding):
        return stream
    data = stream.read()
    text = decoded(data, where, None, has_bom=True, encoding=encoding)
    return text if isinstance(text, ErrorRecord) else io.BytesIO(text.encode("utf-8", "replace"))


def needs_recoding(encoding: str | None) -> bool:
    """Tell whether lines of this encoding cannot be cut at the bytes that end lines.

    >>> needs_recoding("windows-1250"), needs_recoding("utf-16")
    (False, True)
    """
    return encoding is not None and LINE_ENDS.encode(encoding) != LINE_ENDS.encode()


def is_encoding(name: str) -> bool:
    """Tell whether texts can be read in an encoding of this name.

    >>> is_encoding("iso-8859-2"), is_encoding("base64"), is_encoding("?")
    (True, False, False)
    """
    try:
        return LINE_ENDS.encode(name).decode(name) == LINE_ENDS
    except (LookupError, ValueError):
        return False


def checked(
    text: str,
    document_id: str | None,
    where: str,
) -> Record | ErrorRecord:
    """Return the record of a text, or of the error where it is empty or no Unicode.

    Args:
        text: the document.
        document_id: its id, or None.
        where: what messages call its place.
    """
    if not text.strip():
        return ErrorRecord(document_id, "empty-text", f"{where}: the text is empty")
    offset = surrogate_at(text)
    if offset is not None:
        message = (
            f"{where}: lone surrogate U+{ord(text[offset]):04X} at {at_offset(text, offset)}; "
            "write the text anew"
        )
        return ErrorRecord(document_id, "lone-surrogate", message)
    return Record(document_id, text)


def too_long(where: str, document_id: str | None, limit: int | None) -> ErrorRecord:
    """Return the record of a document that was not read to its end.

    Args:
        where: what messages call its place.
        document_id: its id, or None.
        limit: in bytes.
    """
    message = (
        f"{where}: more than {limit or 0:,} bytes in one document; --max-chars raises the limit"
    )
    return ErrorRecord(document_id, "text-too-long", message)


def surrogate_at(text: str) -> int | None:
    """Return the offset of the first lone surrogate, or None."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        return error.start
    return None


def _complaint(data: bytes, where: str, encoding: str, error: UnicodeError) -> tuple[str, str]:
    """Return code and message of bytes that are not of their encoding."""
    # Some codecs, that of UTF-7 for one, do not say where.
    offset = min(getattr(error, "start", 0), len(data) - 1)
    place = f"at {at_byte(data, offset)}"
    if encoding != UTF_8:
        return "invalid-encoding", f"{where}: invalid {encoding} {place}"
    message = f"{where}: invalid UTF-8 {place}; "
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "invalid-utf8", message + "it looks like UTF-16: --encoding utf-16"
    return (
        "invalid-utf8",
        message + "--encoding names another, such as windows-1250 or iso-8859-2",
    )

"""Bytes to texts, with the checks that every document has to pass."""

from __future__ import annotations

from quoteattr.records import ErrorRecord, Record

BOM = b"\xef\xbb\xbf"


def decoded(data: bytes, where: str, document_id: str | None, has_bom: bool) -> str | ErrorRecord:
    """Return the text of bytes, or the record of the error.

    Args:
        data: what was read.
        where: what messages call its place.
        document_id: of the document, or None.
        has_bom: whether a byte order mark may stand before it.
    """
    start = len(BOM) if has_bom and data.startswith(BOM) else 0
    try:
        return data[start:].decode("utf-8")
    except UnicodeDecodeError as error:
        offset = start + error.start
        message = f"{where}: invalid UTF-8 at byte {offset} (0x{data[offset]:02x})"
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            message += "; it looks like UTF-16"
        return ErrorRecord(document_id, "invalid-utf8", message)


def checked(text: str, document_id: str | None, where: str) -> Record | ErrorRecord:
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
        message = f"{where}: lone surrogate U+{ord(text[offset]):04X} at character {offset}"
        return ErrorRecord(document_id, "lone-surrogate", message)
    return Record(document_id, text)


def surrogate_at(text: str) -> int | None:
    """Return the offset of the first lone surrogate, or None."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        return error.start
    return None

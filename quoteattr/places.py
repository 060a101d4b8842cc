"""Places in a text as messages name them: offset, line and column."""

from __future__ import annotations


def at_offset(text: str, offset: int) -> str:
    r"""Return where an offset is, for people; lines and columns count from 1.

    >>> at_offset("Ana\nvine.", 5)
    'offset 5 (line 2, column 2)'
    """
    line = text.count("\n", 0, offset) + 1
    column = offset - text.rfind("\n", 0, offset)
    return f"offset {offset} (line {line}, column {column})"


def at_byte(data: bytes, offset: int) -> str:
    r"""Return where a byte is and what it is, with its line where there are several.

    The column counts characters of UTF-8.

    >>> at_byte("Ană\n".encode() + b"\xe3", 5)
    'byte 5 (0xe3; line 2, column 1)'
    """
    line = data.count(b"\n", 0, offset) + 1
    if line == 1:
        return f"byte {offset} (0x{data[offset]:02x})"
    start = data.rfind(b"\n", 0, offset) + 1
    column = len(data[start:offset].decode("utf-8", "replace")) + 1
    return f"byte {offset} (0x{data[offset]:02x}; line {line}, column {column})"

"""Documents read from files, folders and standard input, one at a time.

A document that cannot be read becomes an ``ErrorRecord`` in its place; only the reading of
everything else goes on. Its message names the file, and the line where there are lines.
"""

from quoteattr.readers.files import find_files, is_one_text
from quoteattr.readers.reading import Unread, as_record, find_documents, read_records
from quoteattr.readers.values import MAXIMAL_BYTES, STDIN, UNREADABLE, Fields, Form, InputFile

__all__ = [
    "MAXIMAL_BYTES",
    "STDIN",
    "UNREADABLE",
    "Fields",
    "Form",
    "InputFile",
    "Unread",
    "as_record",
    "find_documents",
    "find_files",
    "is_one_text",
    "read_records",
]

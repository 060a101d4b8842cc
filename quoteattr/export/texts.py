"""Documents outside of an extraction: the text that it was made from, and their files."""

from __future__ import annotations

import hashlib
import re

from quoteattr.claims import Extraction
from quoteattr.errors import InputError

# Runs of what is no letter, digit, point, low line or hyphen.
NO_FILE_NAME = re.compile(r"[^\w.-]++")
# File systems allow 255 bytes, and a letter takes up to four.
LONGEST_NAME = 50


def check_text(extraction: Extraction, text: str) -> None:
    """Make sure that offsets of the extraction are offsets of this text.

    Args:
        extraction: what was found.
        text: the document, verbatim; line ends count.

    Raises:
        InputError: where it is another text, by its SHA-256.

    >>> from quoteattr.pipeline import extract
    >>> check_text(extract("Vin mâine."), "Vin mâine.")
    """
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    if digest != extraction.sha256:
        raise InputError(
            f"{extraction.id}: this is not the text that the claims were found in: its SHA-256 "
            f"begins with {digest[:12]}, not {extraction.sha256[:12]}; line ends and a byte order "
            "mark count"
        )


def text_of(extraction: Extraction, text: str | None = None) -> str:
    """Return the document of an extraction: the text given, else the one that it holds.

    Args:
        extraction: what was found.
        text: the document, verbatim, or None.

    Raises:
        InputError: where the text is another one, by its SHA-256, or where there is none.

    >>> from quoteattr.pipeline import extract
    >>> text_of(extract("Vin mâine."))
    'Vin mâine.'
    """
    if text is None:
        text = extraction.text
    if text is None:
        raise InputError(f"{extraction.id}: the extraction does not hold its text; give it beside")
    check_text(extraction, text)
    return text


def file_name(document_id: str) -> str:
    """Return a name for the files of a document: its id where that is one, else one made of it.

    Args:
        document_id: any text; folders in it become a part of the name.

    Returns:
        Letters, digits, ``.``, ``_`` and ``-``, another name for each id.

    >>> file_name("pod-1"), file_name("../ziar")
    ('pod-1', 'ziar-647ba592')
    """
    name = NO_FILE_NAME.sub("_", document_id).strip("._")[:LONGEST_NAME]
    if name and name == document_id:
        return name
    digest = hashlib.sha256(document_id.encode("utf-8", "surrogatepass")).hexdigest()
    return "-".join(filter(None, (name, digest[:8])))

"""The text that an extraction was made from, for the formats that hold it."""

from __future__ import annotations

import hashlib

from quoteattr.claims import Extraction
from quoteattr.errors import InputError


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

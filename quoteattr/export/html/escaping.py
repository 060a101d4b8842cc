"""Text as HTML that shows it and does nothing else."""

from __future__ import annotations

import html
import re

# What no HTML page may hold; each is shown as the replacement character.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def escape(text: str) -> str:
    """Return a text as HTML, for the inside of an element or of a quoted attribute.

    >>> escape('<script>"ș"\\x00')
    '&lt;script&gt;&quot;ș&quot;�'
    """
    return html.escape(_FORBIDDEN.sub("\ufffd", text))

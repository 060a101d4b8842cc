"""Messages on standard error, one line each, whatever stands in them."""

from __future__ import annotations

import sys
import unicodedata

# Characters that change the direction or the lines of what follows them on a terminal.
DISTURBING = frozenset(
    "\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


def visible(character: str) -> str:
    r"""Return a character so that it can be seen and does nothing to a terminal.

    >>> visible("\x1b"), visible("\x9b"), visible("ș")
    ('␛', '<9B>', 'ș')
    """
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if unicodedata.category(character) in ("Cc", "Cs") or character in DISTURBING:
        return f"<{code:02X}>"
    return character


def complain(message: str) -> None:
    """Write one line to standard error, through the progress bar if there is one."""
    if sys.stderr is None:
        return
    line = "quoteattr: " + "".join(map(visible, message))
    if "tqdm" in sys.modules:
        from tqdm import tqdm

        tqdm.write(line, file=sys.stderr)
    else:
        print(line, file=sys.stderr, flush=True)

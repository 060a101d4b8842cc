"""The command ``quoteattr``; it loads what a subcommand needs when that one is run."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from quoteattr.cli.arguments import build_parser
from quoteattr.cli.messages import complain

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: without the name of the command; those of the process where None.

    Returns:
        The exit status: 0 when all went well, 1 when something could not be read or
        written, 2 when the arguments are wrong, 130 when the user interrupted, 143 when
        the process was asked to end.
    """
    options = build_parser().parse_args(arguments)
    try:
        status: int = options.run(options)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        # The reader, `head` perhaps, has all that it wants.
        _give_up_standard_output()
        return 0
    except KeyboardInterrupt:
        complain("interrupted")
        return INTERRUPTED
    except OSError as error:
        complain(f"{error.filename or 'output'}: {error.strerror or error}")
        _give_up_standard_output()
        return 1
    except BaseException as error:
        from quoteattr.cli.interruptions import Terminated
        from quoteattr.errors import QuoteattrError

        if isinstance(error, Terminated):
            complain("terminated")
            return 128 + error.number
        if not isinstance(error, QuoteattrError):
            raise
        complain(str(error))
        return 1
    return status


def _give_up_standard_output() -> None:
    """Send nowhere what can no longer be written: Python would complain of it at exit."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)

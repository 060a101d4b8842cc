"""The errors that a user can meet: one tree, each also a child of a builtin.

Text of any kind is never bad input: oddities in it become diagnostics of the
extraction. What can be wrong is everything around the text: files, records,
lexicons, annotations, options.
"""


class QuoteattrError(Exception):
    """The parent of every error that quoteattr raises on purpose."""


class InputError(QuoteattrError, ValueError):
    """A file or record that cannot be read as text; names the file and the line."""


class TextTooLongError(InputError):
    """A text that is longer than the extractor takes; names its length and the limit."""


class LexiconError(QuoteattrError, ValueError):
    """A lexicon entry that is not valid; names the file and the key."""


class AnnotationError(QuoteattrError, ValueError):
    """A gold annotation that does not fit its text; names the document and the string."""


class RuleError(QuoteattrError, ValueError):
    """A rule of attribution that is not valid or yields what is none; names rule and sentence."""


class ContractError(QuoteattrError, ValueError):
    """What another program hands over and is not what was agreed.

    A JSON object that is no extraction of a schema version this library reads; an analyzer's
    answer that does not fit its sentences.
    """


class AnalyzerUnavailableError(QuoteattrError, ImportError):
    """An optional analyzer that cannot start; says which command mends it."""


class MissingExtraError(QuoteattrError, ImportError):
    """An optional library that is not installed; says which command installs it."""


class WorkerError(QuoteattrError, RuntimeError):
    """Processes that cannot be started for ``jobs``; says what they need."""

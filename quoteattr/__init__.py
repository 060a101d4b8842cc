"""Who said what, and on whose word: quotations and claims in Romanian news.

>>> import quoteattr
>>> extraction = quoteattr.extract("„Vin mâine”, a spus Ion Popescu.", doc_id="exemplu")
>>> [(claim.text, claim.speaker.name) for claim in extraction.claims]
[('„Vin mâine”', 'Ion Popescu')]
"""

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quoteattr.analysis import (
        AnalyzedSentence,
        AnalyzedToken,
        Analyzer,
        LexicalAnalyzer,
        TokenizedSentence,
    )
    from quoteattr.analysis.stanza import StanzaAnalyzer
    from quoteattr.attribution import DEFAULT_RULES, Rule
    from quoteattr.claims import (
        RULESET_VERSION,
        SCHEMA_VERSION,
        Addressee,
        Alternative,
        Attributed,
        Claim,
        Cue,
        Diagnostic,
        Entity,
        EntityMention,
        Evidence,
        Extraction,
        Quotation,
        Stretch,
        TextSpan,
        Zone,
    )
    from quoteattr.errors import (
        AnalyzerUnavailableError,
        AnnotationError,
        ContractError,
        InputError,
        LexiconError,
        MissingExtraError,
        QuoteattrError,
        RuleError,
        TextTooLongError,
        WorkerError,
    )
    from quoteattr.export.frames import to_frame
    from quoteattr.export.json import from_dict, to_dict
    from quoteattr.lexicon import Lexicon, load_lexicon
    from quoteattr.pipeline import Extractor, extract
    from quoteattr.records import ErrorRecord, Record

__all__ = [
    "DEFAULT_RULES",
    "RULESET_VERSION",
    "SCHEMA_VERSION",
    "Addressee",
    "Alternative",
    "AnalyzedSentence",
    "AnalyzedToken",
    "Analyzer",
    "AnalyzerUnavailableError",
    "AnnotationError",
    "Attributed",
    "Claim",
    "ContractError",
    "Cue",
    "Diagnostic",
    "Entity",
    "EntityMention",
    "ErrorRecord",
    "Evidence",
    "Extraction",
    "Extractor",
    "InputError",
    "LexicalAnalyzer",
    "Lexicon",
    "LexiconError",
    "MissingExtraError",
    "Quotation",
    "QuoteattrError",
    "Record",
    "Rule",
    "RuleError",
    "StanzaAnalyzer",
    "Stretch",
    "TextSpan",
    "TextTooLongError",
    "TokenizedSentence",
    "WorkerError",
    "Zone",
    "extract",
    "from_dict",
    "load_lexicon",
    "to_dict",
    "to_frame",
]

# Where each public name stands: it is loaded when it is first asked for.
_MODULES = MappingProxyType(
    {
        "DEFAULT_RULES": "quoteattr.attribution",
        "RULESET_VERSION": "quoteattr.claims",
        "SCHEMA_VERSION": "quoteattr.claims",
        "Addressee": "quoteattr.claims",
        "Alternative": "quoteattr.claims",
        "AnalyzedSentence": "quoteattr.analysis",
        "AnalyzedToken": "quoteattr.analysis",
        "Analyzer": "quoteattr.analysis",
        "AnalyzerUnavailableError": "quoteattr.errors",
        "AnnotationError": "quoteattr.errors",
        "Attributed": "quoteattr.claims",
        "Claim": "quoteattr.claims",
        "ContractError": "quoteattr.errors",
        "Cue": "quoteattr.claims",
        "Diagnostic": "quoteattr.claims",
        "Entity": "quoteattr.claims",
        "EntityMention": "quoteattr.claims",
        "ErrorRecord": "quoteattr.records",
        "Evidence": "quoteattr.claims",
        "Extraction": "quoteattr.claims",
        "Extractor": "quoteattr.pipeline",
        "InputError": "quoteattr.errors",
        "LexicalAnalyzer": "quoteattr.analysis",
        "Lexicon": "quoteattr.lexicon",
        "LexiconError": "quoteattr.errors",
        "MissingExtraError": "quoteattr.errors",
        "Quotation": "quoteattr.claims",
        "QuoteattrError": "quoteattr.errors",
        "Record": "quoteattr.records",
        "Rule": "quoteattr.attribution",
        "RuleError": "quoteattr.errors",
        "StanzaAnalyzer": "quoteattr.analysis.stanza",
        "Stretch": "quoteattr.claims",
        "TextSpan": "quoteattr.claims",
        "TextTooLongError": "quoteattr.errors",
        "TokenizedSentence": "quoteattr.analysis",
        "WorkerError": "quoteattr.errors",
        "Zone": "quoteattr.claims",
        "extract": "quoteattr.pipeline",
        "from_dict": "quoteattr.export.json",
        "load_lexicon": "quoteattr.lexicon",
        "to_dict": "quoteattr.export.json",
        "to_frame": "quoteattr.export.frames",
    }
)


if not TYPE_CHECKING:  # a type checker that sees this would take any name for a public one

    def __getattr__(name: str) -> object:
        """Load a public name (PEP 562)."""
        module = _MODULES.get(name)
        if module is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name)
        value = getattr(import_module(module), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """Return the public names, loaded or not, beside what the module holds."""
    return sorted({*globals(), *__all__})

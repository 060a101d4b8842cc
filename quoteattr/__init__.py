"""Who said what, and on whose word: quotations and claims in Romanian news.

>>> import quoteattr
>>> extraction = quoteattr.extract("„Vin mâine”, a spus Ion Popescu.", doc_id="exemplu")
>>> [(claim.text, claim.speaker.name) for claim in extraction.claims]
[('„Vin mâine”', 'Ion Popescu')]
"""

from quoteattr.claims import (
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
    QuoteattrError,
    WorkerError,
)
from quoteattr.export.json import from_dict, to_dict
from quoteattr.lexicon import Lexicon, load_lexicon
from quoteattr.pipeline import Extractor, extract
from quoteattr.records import ErrorRecord, Record

__all__ = [
    "Addressee",
    "Alternative",
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
    "Lexicon",
    "LexiconError",
    "Quotation",
    "QuoteattrError",
    "Record",
    "Stretch",
    "TextSpan",
    "WorkerError",
    "Zone",
    "extract",
    "from_dict",
    "load_lexicon",
    "to_dict",
]

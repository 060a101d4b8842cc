"""From text to extraction: the stages in their order."""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from attrs import evolve

from quoteattr.analysis import Analyzer
from quoteattr.assembling import assemble
from quoteattr.attribution import (
    DEFAULT_RULES,
    PARSED_RULES,
    Finder,
    Rule,
    Rulebook,
    known_evidence,
    own_rules,
)
from quoteattr.attribution.preparing import Prepared, prepare, with_trees
from quoteattr.claims import RULESET_VERSION, Extraction
from quoteattr.errors import (
    AnalyzerUnavailableError,
    ContractError,
    InputError,
    RuleError,
    TextTooLongError,
)
from quoteattr.lexicon import Lexicon, default_lexicon
from quoteattr.records import ErrorRecord, Record, batches, internal_error, lost_record
from quoteattr.relocating import relocated
from quoteattr.values import frozen

if TYPE_CHECKING:
    from quoteattr.workers import Task

R = TypeVar("R")
T = TypeVar("T")

# No article comes near them: 2,000,000 characters are a shelf of novels.
MAXIMAL_CHARS = 2_000_000
MAXIMAL_CLAIMS = 10_000


class Extractor:
    """Extracts claims from Romanian articles; make one and use it for many.

    Args:
        lexicon: the language; the package's own by default.
        include_furniture: also look for claims in page furniture.
        rules: the rules of attribution, in no particular order: ``[*DEFAULT_RULES, mine]``
            adds a function to the package's own, which are the default.
        analyzer: parses the sentences that report, as evidence beside their words; by default
            the words alone are read.
        evidence: the kinds of evidence that the parse may give, by their ids; all by default.
        max_chars: a longer text is an error, in ``extract_many`` an error record; None
            takes any.
        max_claims: claims after so many are left out, which a diagnostic tells; None keeps
            all.

    Raises:
        ValueError: ``evidence`` names what is none.
        RuleError: something in ``rules`` is no rule, or two have one id; also from the methods,
            where a rule of yours fails or yields what is no candidate.

    >>> extraction = Extractor().extract("„Vin mâine”, a spus Ion Popescu.")
    >>> extraction.claims[0].speaker.name
    'Ion Popescu'
    """

    def __init__(
        self,
        *,
        lexicon: Lexicon | None = None,
        include_furniture: bool = False,
        rules: Sequence[Rule | Finder] | None = None,
        analyzer: Analyzer | None = None,
        evidence: Collection[str] | None = None,
        max_chars: int | None = MAXIMAL_CHARS,
        max_claims: int | None = MAXIMAL_CLAIMS,
    ) -> None:
        self._lexicon = lexicon
        self._include_furniture = include_furniture
        self._analyzer = analyzer if analyzer is not None and analyzer.parses else None
        known = DEFAULT_RULES if self._analyzer is None else (*DEFAULT_RULES, *PARSED_RULES)
        self._rules = known if rules is None else own_rules(rules, known)
        self._rulebook = Rulebook(self._rules)
        self._evidence = known_evidence(evidence)
        self._max_chars = max_chars
        self._max_claims = max_claims
        self._ruleset_version = _ruleset_version(lexicon, self._rules, self._analyzer)

    def extract(self, text: str, *, doc_id: str | None = None) -> Extraction:
        """Return the claims of one article.

        Args:
            text: the article as it comes from the page; offsets count its code points.
            doc_id: names the document; by default the first 16 digits of its SHA-256.

        Raises:
            InputError: the text holds a lone surrogate, which UTF-8 cannot write, or is longer
                than ``max_chars``.
        """
        # What a text is read into is in use until its end: the garbage collector would go over
        # it again and again and find next to nothing: of articles whose extractions are kept for
        # a twentieth of the time, of a book for a third. Where it is switched off it stays so.
        collects = gc.isenabled()
        gc.disable()
        try:
            prepared = self._prepare(text, doc_id)
            if self._analyzer is not None:
                (prepared,) = with_trees(self._analyzer, [prepared], self._evidence)
            return self._finish(prepared)
        finally:
            if collects:
                gc.enable()

    def extract_record(self, record: Record) -> Extraction:
        """Return the claims of a record, with what else the record says of its document.

        Args:
            record: a document.

        Raises:
            InputError: as ``extract`` does.

        >>> record = Record("pod", "„Vin mâine”, a spus Ion Popescu.", outlet="Gazeta")
        >>> Extractor().extract_record(record).outlet
        'Gazeta'
        """
        return _with_record(self.extract(record.text, doc_id=record.id), record)

    def _prepare(self, text: str, doc_id: str | None) -> Prepared:
        if self._max_chars is not None and len(text) > self._max_chars:
            raise TextTooLongError(
                f"{doc_id or 'text'}: {len(text):,} characters are more than the limit of "
                f"{self._max_chars:,}; max_chars (--max-chars) raises it"
            )
        lexicon = self._lexicon or default_lexicon()
        return prepare(text, doc_id, lexicon, include_furniture=self._include_furniture)

    def _finish(self, prepared: Prepared) -> Extraction:
        source = prepared.source
        extraction = assemble(prepared, self._rulebook, self._max_claims, self._ruleset_version)
        if source.composed is not None:
            starts, ends = source.composed.starts, source.composed.ends
            extraction = relocated(extraction, source.given, starts, ends)
        return extraction

    def extract_many(
        self, records: Iterable[Record | ErrorRecord], *, jobs: int = 1
    ) -> Iterator[Extraction | ErrorRecord]:
        """Return the extraction of each record, lazily and in order.

        A record that fails becomes an error record in its place. Where processes are not
        forked, a script needs ``if __name__ == "__main__":`` around what uses ``jobs``.

        Args:
            records: read no sooner than needed; with ``jobs`` or an analyzer, which gets the
                sentences of several documents together, a few dozen are read ahead.
            jobs: the number of processes; 1 is this one alone, 0 is one for each core.

        Raises:
            InputError: ``jobs`` is negative.
            WorkerError: while iterating: processes cannot be started.

        >>> records = [Record("a", "„Vin”, a spus Ana Stoica."), Record("b", "Nimic.")]
        >>> [len(extraction.claims) for extraction in Extractor().extract_many(records)]
        [1, 0]
        """
        if jobs == 1:
            return (result for _, result in self.try_many(records))
        return run_task(ExtractTask(self), records, jobs=jobs, size=_size, lost=lost_record)

    def try_record(self, record: Record | ErrorRecord) -> Extraction | ErrorRecord:
        """Return the extraction of a record, or the error record in its place.

        Args:
            record: a document; an error record is returned as it is.

        >>> Extractor().try_record(Record("a", "\\ud83d")).code
        'invalid-text'
        """
        return _attempt(record, self.extract_record)

    def try_many(
        self, records: Iterable[Record | ErrorRecord]
    ) -> Iterator[tuple[Record | ErrorRecord, Extraction | ErrorRecord]]:
        """Yield each record with what comes of it, in this process, lazily and in order.

        Args:
            records: read no sooner than needed; for an analyzer, one batch ahead.
        """
        if self._analyzer is None:
            yield from ((record, self.try_record(record)) for record in records)
            return
        for batch in batches(records):
            yield from self._try_batch(self._analyzer, batch)

    def _try_batch(
        self, analyzer: Analyzer, batch: Sequence[Record | ErrorRecord]
    ) -> Iterator[tuple[Record | ErrorRecord, Extraction | ErrorRecord]]:
        prepared = {at: p for at, p in enumerate(map(self._tried, batch)) if p is not None}
        try:
            documents = with_trees(analyzer, prepared.values(), self._evidence)
            parsed = dict(zip(prepared, documents, strict=True))
        except (AnalyzerUnavailableError, ContractError):
            raise
        except Exception:  # noqa: BLE001 - one by one it will show whose sentence it was
            parsed = {}
        for at, record in enumerate(batch):
            document = parsed.get(at)
            if document is None or isinstance(record, ErrorRecord):
                yield record, self.try_record(record)
            else:
                yield record, _attempt(record, partial(self._finish_record, document))

    def _tried(self, record: Record | ErrorRecord) -> Prepared | None:
        """Return the document prepared; None for one that fails, which is told in its place."""
        if isinstance(record, ErrorRecord):
            return None
        try:
            return self._prepare(record.text, record.id)
        except Exception:  # noqa: BLE001 - tried once more by itself
            return None

    def _finish_record(self, document: Prepared, record: Record) -> Extraction:
        return _with_record(self._finish(document), record)

    def prepare(self) -> None:
        """Load the lexicon now instead of at the first text."""
        if self._lexicon is None:
            default_lexicon()


@frozen
class ExtractTask:
    """What workers do with a record."""

    extractor: Extractor

    def prepare(self) -> None:
        """Load the lexicon."""
        self.extractor.prepare()

    def __call__(self, record: Record | ErrorRecord, /) -> Extraction | ErrorRecord:
        """Return what comes of a record."""
        return self.extractor.try_record(record)


def run_task(
    task: Task[T, R],
    items: Iterable[T],
    *,
    jobs: int,
    size: Callable[[T], int],
    lost: Callable[[T, str], R],
) -> Generator[R, None, None]:
    """Return what a task makes of each item, lazily and in order.

    Args:
        task: sent to each process.
        items: read no sooner than needed.
        jobs: the number of processes; 1 is this one alone, 0 is one for each core.
        size: what an item weighs, roughly in characters.
        lost: makes the result of an item whose worker died.

    Raises:
        InputError: ``jobs`` is negative.
    """
    if jobs < 0:
        raise InputError(f"jobs: {jobs} is no number of processes; 0 is one for each core")
    if jobs == 1:
        return (task(item) for item in items)
    from quoteattr.workers import available_cores, run_in_order

    return run_in_order(task, items, jobs=jobs or available_cores(), size=size, lost=lost)


def _size(record: Record | ErrorRecord) -> int:
    return len(record.text) if isinstance(record, Record) else 0


def _attempt(
    record: Record | ErrorRecord, extract: Callable[[Record], Extraction]
) -> Extraction | ErrorRecord:
    """Return the extraction of a record, or the error record in its place.

    What is wrong with the analyzer is wrong with every record: that ends the run.
    """
    if isinstance(record, ErrorRecord):
        return record
    try:
        return extract(record)
    except TextTooLongError as error:
        return ErrorRecord(record.id, "text-too-long", str(error))
    except InputError as error:
        return ErrorRecord(record.id, "invalid-text", str(error))
    except RuleError as error:
        return ErrorRecord(record.id, "rule-error", f"{record.id}: {error}")
    except (AnalyzerUnavailableError, ContractError, ImportError):
        raise  # the same for every document
    except Exception as error:  # noqa: BLE001 - told in its place; the others go on
        return internal_error(record, error)


def extract(text: str, *, doc_id: str | None = None) -> Extraction:
    """Return the claims of one article, with the default lexicon and rules.

    Args:
        text: the article as it comes from the page; offsets count its code points.
        doc_id: names the document; by default the first 16 digits of its SHA-256.

    Returns:
        Claims, quotations and zones in text order, entities in that of their first mention.

    Raises:
        InputError: as ``Extractor.extract`` does.

    >>> extract("Potrivit poliției, drumul e închis.").claims[0].source.name
    'poliția'
    """
    return Extractor().extract(text, doc_id=doc_id)


def _ruleset_version(
    lexicon: Lexicon | None, rules: Sequence[Rule], analyzer: Analyzer | None
) -> str:
    """Return the version of what finds the claims, with what a user changed of it."""
    changed = {
        "+lexicon": lexicon is not None and lexicon.is_own,
        "+rules": {*map(id, rules)} - {*map(id, PARSED_RULES)} != {*map(id, DEFAULT_RULES)},
        "+analyzer": analyzer is not None,
    }
    return RULESET_VERSION + "".join(mark for mark, is_so in changed.items() if is_so)


def _with_record(extraction: Extraction, record: Record) -> Extraction:
    """Return the extraction with what else the record says of its document."""
    return evolve(
        extraction,
        title=record.title,
        outlet=record.outlet,
        date=record.date,
        extracted_from=record.extracted_from,
    )

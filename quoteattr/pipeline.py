"""From text to extraction: the stages in their order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING, TypeVar

from attrs import evolve, frozen

from quoteattr.analysis import Analyzer
from quoteattr.attribution import (
    DEFAULT_RULES,
    Candidate,
    Finder,
    Mention,
    Rule,
    View,
    attribute,
    own_rules,
    quotation_role,
)
from quoteattr.attribution.preparing import Prepared, prepare, with_trees
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
    QuotationRole,
    Stretch,
    TextSpan,
    claim_id,
    relocated,
)
from quoteattr.confidence import confidence
from quoteattr.entities import (
    NamedClaim,
    Referent,
    Resolved,
    build_name_table,
    name_claims,
    order_of_mention,
)
from quoteattr.errors import (
    AnalyzerUnavailableError,
    ContractError,
    InputError,
    RuleError,
    TextTooLongError,
)
from quoteattr.lexicon import Lexicon, default_lexicon
from quoteattr.quotations import QuotationScan, QuotationSpan
from quoteattr.records import ErrorRecord, Record, batches, internal_error, lost_record
from quoteattr.spans import Span

if TYPE_CHECKING:
    from quoteattr.workers import Task

R = TypeVar("R")

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
        max_chars: a longer text is an error, in ``extract_many`` an error record; None
            takes any.
        max_claims: claims after so many are left out, which a diagnostic tells; None keeps
            all.

    Raises:
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
        max_chars: int | None = MAXIMAL_CHARS,
        max_claims: int | None = MAXIMAL_CLAIMS,
    ) -> None:
        self._lexicon = lexicon
        self._include_furniture = include_furniture
        self._rules = DEFAULT_RULES if rules is None else own_rules(rules, DEFAULT_RULES)
        self._max_chars = max_chars
        self._max_claims = max_claims
        self._analyzer = analyzer if analyzer is not None and analyzer.parses else None

    def extract(self, text: str, *, doc_id: str | None = None) -> Extraction:
        """Return the claims of one article.

        Args:
            text: the article as it comes from the page; offsets count its code points.
            doc_id: names the document; by default the first 16 digits of its SHA-256.

        Raises:
            InputError: the text holds a lone surrogate, which UTF-8 cannot write, or is longer
                than ``max_chars``.
        """
        prepared = self._prepare(text, doc_id)
        if self._analyzer is not None:
            (prepared,) = with_trees(self._analyzer, [prepared])
        return self._finish(prepared)

    def extract_record(self, record: Record) -> Extraction:
        """Return the claims of a record, with what else the record says of its document.

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
        extraction = _finish(prepared, self._rules, self._max_claims)
        if source.composed is not None:
            starts, ends = source.composed.starts, source.composed.ends
            extraction = relocated(extraction, source.given, starts, ends)
        return evolve(extraction, text=source.given)

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
        return run_task(ExtractTask(self), records, jobs=jobs, lost=lost_record)

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
            parsed = dict(zip(prepared, with_trees(analyzer, prepared.values()), strict=True))
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
    task: Task[Record | ErrorRecord, R],
    records: Iterable[Record | ErrorRecord],
    *,
    jobs: int,
    lost: Callable[[Record | ErrorRecord, str], R],
) -> Generator[R, None, None]:
    """Return what a task makes of each record, lazily and in order.

    Args:
        task: sent to each process.
        records: read no sooner than needed.
        jobs: the number of processes; 1 is this one alone, 0 is one for each core.
        lost: makes the result of a record whose worker died.

    Raises:
        InputError: ``jobs`` is negative.
    """
    if jobs < 0:
        raise InputError(f"jobs: {jobs} is no number of processes; 0 is one for each core")
    if jobs == 1:
        return (task(record) for record in records)
    from quoteattr.workers import available_cores, run_in_order

    return run_in_order(task, records, jobs=jobs or available_cores(), size=_size, lost=lost)


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
    except (AnalyzerUnavailableError, ContractError):
        raise
    except Exception as error:  # noqa: BLE001 - told in its place; the others go on
        return internal_error(record, error)


def extract(text: str, *, doc_id: str | None = None) -> Extraction:
    """Return the claims of one article, with the default lexicon and rules.

    >>> extract("Potrivit poliției, drumul e închis.").claims[0].source.name
    'poliția'
    """
    return Extractor().extract(text, doc_id=doc_id)


def _with_record(extraction: Extraction, record: Record) -> Extraction:
    """Return the extraction with what else the record says of its document."""
    return evolve(
        extraction,
        title=record.title,
        outlet=record.outlet,
        date=record.date,
        extracted_from=record.extracted_from,
    )


def _finish(prepared: Prepared, rules: Sequence[Rule], max_claims: int | None) -> Extraction:
    text, scan, views, lexicon = prepared.text, prepared.scan, prepared.views, prepared.lexicon
    candidates = [c for view in views for c in attribute(view, rules)]
    diagnostics = (*scan.diagnostics, *_left_out(candidates, max_claims))
    candidates = candidates[:max_claims]
    named, resolver = name_claims(
        candidates, views, build_name_table(views, lexicon, text), lexicon
    )
    referents = order_of_mention(resolver.referents)
    ids = {id(referent): f"e{i}" for i, referent in enumerate(referents, 1)}
    claims = _claims(text, prepared.source.id, named, ids, scan)
    return Extraction(
        id=prepared.source.id,
        sha256=prepared.source.sha256,
        zones=prepared.zones,
        quotations=_quotations(scan, views, candidates),
        entities=tuple(_entity(referent, ids[id(referent)]) for referent in referents),
        claims=claims,
        diagnostics=diagnostics,
    )


def _left_out(candidates: Sequence[Candidate], limit: int | None) -> Iterator[Diagnostic]:
    """Tell of candidates that are one too many."""
    if limit is not None and len(candidates) > limit:
        rest = candidates[limit:]
        message = f"{len(rest):,} claims are left out: only the first {limit:,} are kept"
        start, end = min(c.start for c in rest), max(c.end for c in rest)
        yield Diagnostic("too-many-claims", message, start, end)


def _entity(referent: Referent, entity_id: str) -> Entity:
    mentions = sorted(set(referent.mentions))
    return Entity(
        id=entity_id,
        name=referent.name,
        kind=referent.kind,
        roles=tuple(referent.role_phrases),
        mentions=tuple(EntityMention(start, end, kind) for start, end, kind in mentions),
    )


def _claims(
    text: str, doc_id: str, named: Sequence[NamedClaim], ids: dict[int, str], scan: QuotationScan
) -> tuple[Claim, ...]:
    contents = [
        tuple(TextSpan(s.start, s.end, text[s.start : s.end]) for s in claim.candidate.content)
        for claim in named
    ]
    claim_ids = [claim_id(doc_id, content) for content in contents]
    outer = [q for q in scan.quotations if q.depth == 0]
    return tuple(
        _claim(text, claim, contents[i], claim_ids, claim_ids[i], ids, outer)
        for i, claim in enumerate(named)
    )


def _claim(
    text: str,
    named: NamedClaim,
    content: tuple[TextSpan, ...],
    claim_ids: Sequence[str],
    own_id: str,
    ids: dict[int, str],
    outer: Sequence[QuotationSpan],
) -> Claim:
    candidate = named.candidate
    cue = candidate.cue
    return Claim(
        id=own_id,
        kind=candidate.kind,
        content=content,
        verbatim=tuple(_verbatim(content, outer)),
        cue=None if cue is None else Cue(
            cue.span.start, cue.span.end, text[cue.span.start : cue.span.end], cue.lemma, cue.type
        ),
        speaker=_attributed(text, candidate.speaker, named.speaker, ids),
        source=_attributed(text, candidate.source, named.source, ids),
        relays=tuple(
            a for m, r in zip(candidate.relays, named.relays, strict=True)
            if (a := _attributed(text, m, r, ids)) is not None
        ),
        addressee=_addressee(text, candidate.addressee, named.addressee, ids),
        negated=cue is not None and cue.is_negated,
        hedged=cue is not None and cue.is_hedged,
        repeats=claim_ids[named.repeats] if named.repeats is not None else None,
        confidence=confidence(named),
        evidence=_evidence(candidate),
        alternatives=tuple(
            Alternative(r.name, ids[id(r)], round(0.3 / (i + 1), 2))
            for i, r in enumerate(named.others) if id(r) in ids
        ),
    )  # fmt: skip


def _evidence(candidate: Candidate) -> tuple[Evidence, ...]:
    span = candidate.cue.span if candidate.cue else Span(candidate.start, candidate.end)
    return tuple(
        Evidence(rule, span.start, span.end) for rule in (candidate.rule, *candidate.rules)
    )


def _verbatim(content: Sequence[TextSpan], outer: Sequence[QuotationSpan]) -> Iterator[Stretch]:
    """Yield the stretches of the content inside outer quotations, which are disjoint."""
    for piece in content:
        at = bisect_right(outer, piece.start, key=lambda quotation: quotation.end)
        while at < len(outer) and outer[at].start < piece.end:
            start = max(piece.start, outer[at].start + len(outer[at].opening))
            end = min(piece.end, outer[at].end - len(outer[at].closing))
            if end > start:
                yield Stretch(start, end)
            at += 1


def _attributed(
    text: str, mention: Mention | None, resolved: Resolved | None, ids: dict[int, str]
) -> Attributed | None:
    if resolved is None:
        return None
    referent = resolved.referent
    entity = ids.get(id(referent), "")
    if mention is None:
        return Attributed(None, None, None, referent.name, entity, resolved.how)
    span = mention.span
    return Attributed(
        span.start, span.end, text[span.start : span.end], referent.name, entity, resolved.how
    )


def _addressee(
    text: str, mention: Mention | None, resolved: Resolved | None, ids: dict[int, str]
) -> Addressee | None:
    if mention is None or resolved is None:
        return None
    span = mention.span
    referent = resolved.referent
    return Addressee(
        span.start, span.end, text[span.start : span.end], referent.name, ids.get(id(referent), "")
    )


def _quotations(
    scan: QuotationScan, views: Sequence[View], candidates: Sequence[Candidate]
) -> tuple[Quotation, ...]:
    spoken = sorted(span for candidate in candidates for span in candidate.content)
    starts = [span.start for span in spoken]
    reach = list(accumulate((span.end for span in spoken), max))
    roles: dict[int, QuotationRole] = {}
    for view in views:
        for index, quotation in view.quotations.items():
            before = bisect_right(starts, quotation.start)
            covered = before > 0 and quotation.end <= reach[before - 1]
            role = quotation_role(view, index)
            roles[quotation.start] = "speech" if covered and role != "name" else role
    return tuple(
        Quotation(
            id=f"q{i}",
            start=q.start,
            end=q.end,
            opening=q.opening,
            closing=q.closing,
            depth=q.depth,
            role=roles.get(q.start, "unattributed"),
        )
        for i, q in enumerate(scan.quotations, 1)
    )

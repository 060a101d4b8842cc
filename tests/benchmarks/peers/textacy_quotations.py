"""textacy's ``direct_quotations`` over a spaCy pipeline, with Romanian reporting verbs.

textacy has no list of them for Romanian; it gets those of the lexicon. It wants an even number of
quotation marks and gives up a document with an odd one. A second way of running it, one paragraph
at a time, gives up that paragraph alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from peers.claiming import claim

from quoteattr import Claim
from quoteattr.lexicon import default_lexicon

COMMAS = str.maketrans("şţŞŢ", "șțȘȚ")


class DirectQuotations:
    """textacy with a model.

    Args:
        model: the name or the folder of a spaCy pipeline for Romanian.
        by_paragraph: hand it paragraphs instead of whole articles.
    """

    def __init__(self, model: str, *, by_paragraph: bool) -> None:
        import spacy
        from textacy import constants
        from textacy.extract.triples import direct_quotations

        self._find = direct_quotations
        self._pipeline: Any = spacy.load(model)
        self._by_paragraph = by_paragraph
        self.given_up: set[str] = set()
        constants.REPORTING_VERBS["ro"] = set(default_lexicon().verbs)

    def find_claims(self, text: str) -> list[Claim]:
        """Return the quotations with a speaker."""
        # The model has learnt the letters with comma below alone; offsets stay.
        text = text.translate(COMMAS)
        parts = text.split("\n") if self._by_paragraph else [text]
        claims: list[Claim] = []
        start = 0
        for part in parts:
            if part.strip():
                claims.extend(self._claims_of(part, text, start))
            start += len(part) + 1
        return claims

    def _claims_of(self, part: str, text: str, start: int) -> Iterator[Claim]:
        document = self._pipeline(part)
        try:
            found = list(self._find(document))
        except ValueError:
            self.given_up.add(part)
            return
        for triple in found:
            content = (start + triple.content.start_char, start + triple.content.end_char)
            yield claim(text, content, _span(triple.speaker, start), _span(triple.cue, start))


def _span(tokens: Sequence[Any], start: int) -> tuple[int, int]:
    return start + tokens[0].idx, start + tokens[-1].idx + len(tokens[-1])

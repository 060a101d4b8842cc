"""Cutting what stands before a verb into chunks: at commas, dashes, brackets and links.

The nearest chunk comes first; what stands left of a link belongs to another clause.
"""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.document import CAPITALISED, LOWER, NUMBER, QUOTATION, UPPER, Tokens
from quoteattr.mentions import words as w
from quoteattr.patterns import plain_pattern
from quoteattr.values import value

_LINKS = frozenset({"iar", "dar", "însă", "deși"})
# „… pentru că X spunea că …”: what stands left of the link is another clause.
_CAUSES = frozenset(
    """cât deoarece încât incat întrucât intrucat fiindcă fiindca că ca ce când dacă daca""".split()
)
_CUTTING = _LINKS | w.RELATIVE_PRONOUNS | _CAUSES
# A token that is no word and no number, by its kind.
_MARK = plain_pattern("[^wCUn]")
# „în timp ce X a spus”: what stands left of the link is another clause.
_SUBORDINATORS = (
    ("în", "timp", "ce"), ("după", "ce"), ("pe", "când"), ("pentru", "că"), ("căci",),
    ("de", "vreme", "ce"), ("în", "vreme", "ce"), ("din", "moment", "ce"), ("odată", "ce"),
    ("atâta", "timp", "cât"), ("atâta", "vreme", "cât"), ("câtă", "vreme"), ("cât", "timp"),
    ("pe", "măsură", "ce"), ("ori", "de", "câte", "ori"),
)  # fmt: skip
# „selectați de o comisie”, „condusă de Ana”: many nouns end so, too.
_PLURAL_PARTICIPLES = ("ați", "iți", "uți", "ate", "ite", "ute")
_FEMININE_PARTICIPLES = ("isă", "usă")
_GOVERNED = (("de",), ("din",), ("la",), ("în",), ("pe",), ("pentru",), ("după",))
_AGED = (("vârstă",), ("vârsta",), ("varsta",))
SUBORDINATING = frozenset(words[0] for words in _SUBORDINATORS)


@value
class Chunk:
    """A stretch of tokens between two breaks; ``stop`` is excluded."""

    start: int
    stop: int


def chunks_before(tokens: Tokens, stop: int, lowest: int) -> list[Chunk]:
    """Cut the tokens before ``stop`` at breaks, nearest chunk first; brackets are skipped."""
    chunks: list[Chunk] = []
    words, kinds = tokens.words, tokens.kinds
    end, depth, opening = stop, 0, -1
    for at in _cuts(tokens, lowest, stop):
        kind = kinds[at]
        if at == opening:
            continue
        if kind in ";:|":
            chunks.append(Chunk(at + 1, end))
            return chunks
        if kind == ")" and kinds[at - 2 : at] == "(" + UPPER and _is_name(kinds[at + 1 : end]):
            opening = at - 2  # „directorul Direcției (DSP) Cluj, Ion Pop, a spus”
        elif kind == ")":
            if at + 1 < stop:  # „după ce Banca Națională (BNR) | a spus”
                chunks.append(Chunk(at + 1, end))
            depth += 1
        elif kind == "(":
            depth = max(0, depth - 1)
            end = at
        elif depth == 0 and (kind in ",–—" or (kind == "-" and _is_spaced(tokens, at))):
            chunks.append(Chunk(at + 1, end))
            end = at
        elif depth == 0 and words[at] in _LINKS and end > at + 1:
            chunks.append(Chunk(at, end))
            end = at
        elif depth == 0 and words[at] in _CAUSES and _link_start(words, at) >= lowest:
            if end > at + 1:
                chunks.append(Chunk(at + 1, end))
                end = _link_start(words, at)
        elif depth == 0 and words[at] in w.RELATIVE_PRONOUNS and (
            at > lowest and words[at - 1] in w.PREPOSITIONS and end > at + 1
            and kinds[at - 2] != ","
        ):  # fmt: skip
            if w.has_finite(tokens, at + 1, end):
                end = at - 1
                continue
            chunks.append(Chunk(at + 1, end))
            return chunks
        elif depth == 0 and kind == QUOTATION and _ends_clause(tokens, at):
            chunks.append(Chunk(at + 1, end))
            return chunks
    if depth == 0:
        chunks.append(Chunk(lowest, end))
    return chunks


def _is_name(kinds: str) -> bool:
    return bool(kinds) and not kinds.strip(CAPITALISED + UPPER)


def _link_start(words: Sequence[str], at: int) -> int:
    """Return where a link begins that ends at a word („pentru că”, „în timp ce”), -1 for none."""
    before = words[at - 1] if at else ""
    if words[at] in ("că", "ca"):
        # „la faptul că | ea”, but „Faptul că plouă arată …”
        is_fact = before == "faptul" and at > 1 and words[at - 2] in w.PREPOSITIONS
        return at - 1 if is_fact or before in ("pentru", "faptului") else -1
    if words[at] in ("ce", "cât"):
        return at - 2 if before in ("timp", "vreme") else -1
    return at


def _cuts(tokens: Tokens, lowest: int, stop: int) -> list[int]:
    """Return the tokens at which a clause may be cut: marks and links, the last one first."""
    words, kinds = tokens.words[lowest:stop], tokens.kinds
    cuts: list[int] = []
    if kinds[lowest:stop].strip("wCUn"):
        cuts = [mark.start() for mark in _MARK.finditer(kinds, lowest, stop)]
    if not _CUTTING.isdisjoint(words):
        cuts += [at for at, word in enumerate(words, lowest) if word in _CUTTING]
    cuts.sort(reverse=True)
    return cuts


def _is_spaced(tokens: Tokens, at: int) -> bool:
    return at == 0 or tokens.starts[at] > tokens.ends[at - 1]


def _ends_clause(tokens: Tokens, at: int) -> bool:
    """Tell whether a quotation is a whole utterance rather than a word of the clause."""
    return tokens.ends[at] - tokens.starts[at] > 60


def subordinator(tokens: Tokens, chunk: Chunk) -> int:
    """Return how many tokens at the start of the chunk are a subordinator."""
    if tokens.words[chunk.start] not in SUBORDINATING:
        return 0
    for words in _SUBORDINATORS:
        if tokens.words[chunk.start : chunk.start + len(words)] == words:
            return len(words)
    return 0


def is_subordinate(tokens: Tokens, chunk: Chunk) -> bool:
    """Tell „…, premier când | Ion era primar, a spus”: a clause with a verb of its own."""
    start = chunk.start
    return start > 0 and tokens.words[start - 1] == "când" and (
        w.has_finite(tokens, start, chunk.stop)
    )  # fmt: skip


def is_participial(tokens: Tokens, chunk: Chunk) -> bool:
    """Tell a chunk that hangs on what is left of it: „, publicat în revista X,”, „, mai vechi,”."""
    word = tokens.words[chunk.start]
    if word == "mai" and chunk.stop == chunk.start + 2:
        return tokens.words[chunk.start + 1] not in w.MANY
    if tokens.kinds[chunk.start] != LOWER or len(word) <= 4:
        return False
    after = tokens.words[chunk.start + 1 : chunk.start + 2]
    if after == ("de",) and word.endswith(_FEMININE_PARTICIPLES):
        return True
    return w.is_participle(word) or (after in _GOVERNED and word.endswith(_PLURAL_PARTICIPLES))


def is_those_of(tokens: Tokens, chunk: Chunk) -> bool:
    """Tell „, cele de la final de an,”, which narrows down what is left of it."""
    words = tokens.words[chunk.start : chunk.start + 3]
    return words[0] in w.THOSE and words[1] in ("de", "din") and words[2:] != ("urmă",)


def is_aside(chunks: Sequence[Chunk], position: int) -> bool:
    """Tell whether the chunk stands between commas and the verb follows the second.

    Args:
        chunks: those before the verb, the nearest first.
        position: of the chunk among them.
    """
    return position >= 1 and all(c.stop <= c.start for c in chunks[:position])


def is_degree(tokens: Tokens, chunk: Chunk) -> bool:
    """Tell „, Ph. D.,” behind a name."""
    kinds = tokens.kinds[chunk.start : chunk.stop]
    return "." in kinds and len(kinds) <= 4 and set(kinds) <= set("CU.")


def is_age(tokens: Tokens, chunk: Chunk) -> bool:
    """Tell „, 28 de ani,”, „, în vârstă de 28 de ani,” behind a name."""
    words, start = tokens.words, chunk.start
    opens = tokens.kinds[start] == NUMBER or words[start + 1 : start + 2] in _AGED
    return opens and words[chunk.stop - 1] == "ani"


def is_absolute(tokens: Tokens, chunk: Chunk) -> bool:
    """Tell „Întrebat dacă știe de decizia lui Ion Pop, | primarul …”: he is asked, not Pop."""
    first, kinds = tokens.words[0], tokens.kinds
    opens = first in w.ASKED or w.is_gerund(first)
    return opens and kinds[1:2] == LOWER and "," not in kinds[: chunk.stop]


def is_quantity(tokens: Tokens, at: int) -> bool:
    """Tell „peste 40 de oameni”, „între 20 și 30” from an adverbial."""
    after = at + 1
    if tokens.words[at] not in ("peste", "până", "aproape", "între") or after >= len(tokens):
        return False
    # „peste 40 de oameni”, „peste o sută de oameni”
    return tokens.kinds[after] == NUMBER or not w.HUNDREDS.isdisjoint(
        tokens.words[after + 1 : after + 2]
    )

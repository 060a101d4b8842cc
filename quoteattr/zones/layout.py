"""Where a paragraph stands on the page, and what that makes of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from quoteattr.claims import Zone, ZoneKind
from quoteattr.patterns import pattern
from quoteattr.values import value
from quoteattr.zones.labels import FurnitureLexicon, Label, folded
from quoteattr.zones.signs import (
    Line,
    Sign,
    count_sentences,
    has_final_punctuation,
    holds_sentence,
    is_breadcrumbs,
    is_date,
    is_headline_like,
    may_be_prose,
)

_MAX_BELOW = 8
_MAX_HEADLINE = 250
_MAX_PUNCTUATED_HEADLINE = 120
_SHORT_PARAGRAPHS = 3
_MAX_CAPTION = 90
_MAX_SUBTITLE = 160
_MAX_CREDITED = 200
_MAX_ROW = 400
_MIN_TEASER = 15
_MAX_TAG = 40
# „…, cu atât mai bine... Alt titlu”: where one headline is cut off and the next begins.
_CUT_OFF = pattern('[.]{3} (?=[\\p{Lu}„"“«\\d])')
_TEASERS = Label("teasers", "opening", (), (), ())
_OPENING_MARK = pattern("[„“«”](?=\\w)")
_NO_SUBTITLE_START = "-–—•*„\"”“«'"


@value
class Piece:
    """A paragraph, or a part of one that is furniture or stands beside furniture.

    ``label`` is what makes it furniture, or None; ``whole`` tells whether the
    piece is all of its paragraph.
    """

    start: int
    end: int
    text: str
    paragraph: int
    label: Label | None
    whole: bool


def to_pieces(line: Line, signs: Sequence[Sign], paragraph: int) -> list[Piece]:
    """Cut a paragraph at the furniture inside it."""
    pieces: list[Piece] = []

    def add(start: int, end: int, label: Label | None) -> None:
        words = line.text[start - line.start : end - line.start]
        inner = words.strip()
        if inner:
            start += len(words) - len(words.lstrip())
            whole = len(inner) == len(line.text)
            pieces.append(Piece(start, start + len(inner), inner, paragraph, label, whole))

    at = line.start
    for sign in signs:
        between = line.text[at - line.start : sign.start - line.start]
        # „…și…'Citește și:”: a mark that the joint left over.
        add(at, sign.start, None if any(map(str.isalnum, between)) else sign.label)
        add(sign.start, sign.end, sign.label)
        at = sign.end
    add(at, line.end, None)
    return pieces


def mark_below(pieces: Sequence[Piece]) -> list[Piece]:
    """Mark the headlines below „Citește și:” or „Ultimele știri”."""
    marked: list[Piece] = []
    label: Label | None = None
    left = 0
    for piece in pieces:
        if piece.label:
            opens = piece.label.headlines and _names_none(piece)
            label, left = (piece.label, _MAX_BELOW) if opens else (None, 0)
        elif label and left and piece.whole and is_headline_like(piece.text):
            marked.append(_labelled(piece, evolve(label, closes="")))
            left -= 1
            continue
        else:
            label = None
        marked.append(piece)
    return marked


def _names_none(piece: Piece) -> bool:
    return piece.text.endswith(":") or len(piece.text) <= 40


def mark_teasers(pieces: Sequence[Piece]) -> list[Piece]:
    """Mark a row of headlines that are cut off, below a credit, above the page's tags or its end.

    „Foto: Ana Pop ¶ Primarul: „Vin”... Podul s-a închis... ¶ pod ¶ primar”
    """
    marked = list(pieces)
    for index, piece in enumerate(pieces):
        if piece.label or not piece.whole or not _is_row_of_teasers(piece.text):
            continue
        credited = index > 0 and pieces[index - 1].label is not None
        if credited or index + 1 == len(pieces) or _is_tag(pieces[index + 1].text):
            marked[index] = _labelled(piece, _TEASERS)
    return marked


def _is_row_of_teasers(text: str) -> bool:
    """Tell headlines in a row, each with dots at its end, from a paragraph of prose."""
    if not text.endswith("...") or len(text) > _MAX_ROW:
        return False
    inner = _CUT_OFF.search(text)
    return inner is not None and inner.start() >= _MIN_TEASER and text[0] not in _NO_SUBTITLE_START


def _is_tag(text: str) -> bool:
    """Tell „traian pop”, a key word of the article, from a line of it."""
    return len(text) <= _MAX_TAG and text[0].islower() and text[-1].isalnum()


def mark_tail(pieces: Sequence[Piece]) -> list[Piece]:
    """Mark everything after a closing sign when no article follows it.

    One paragraph of prose below „Editor : A.R.” is a teaser or a notice; two or more
    are the article, and so are three short paragraphs of sentences with nothing else below
    them. Below „Urmărește-ne” a single sentence is the article.
    """
    prose = 0
    cut = len(pieces)
    sentence = False
    lines = sentences = 0
    for index in range(len(pieces) - 1, -1, -1):
        piece = pieces[index]
        if piece.label:
            if piece.label.closes == "strong" or (piece.label.closes and not sentence):
                cut = index
            continue
        lines += 1
        if _is_sentence(piece.text):
            sentence = True
            sentences += 1
            if sentences == lines == _SHORT_PARAGRAPHS:
                break
        if may_be_prose(piece.text):
            prose += count_sentences(piece.text, 2)
            if prose >= 2:
                break
    return [
        piece if index <= cut or piece.label else _labelled(piece, pieces[cut].label)
        for index, piece in enumerate(pieces)
    ]


def _labelled(piece: Piece, label: Label | None) -> Piece:
    return Piece(piece.start, piece.end, piece.text, piece.paragraph, label, piece.whole)


def _is_sentence(text: str) -> bool:
    """Whether a line ends in a full stop: a list's headlines end in dots or in nothing."""
    end = text.rstrip("”“\"»'’)")
    return len(text) >= 40 and end.endswith((".", "!", "?")) and not end.endswith("..")


def lay_out(pieces: Sequence[Piece], lexicon: FurnitureLexicon) -> list[ZoneKind]:
    """Return what each piece is."""
    last_prose = _last_prose(pieces)
    last = len(pieces) - 1
    kinds: list[ZoneKind] = []
    first = True
    prose = False
    headline = ""  # some pages have it twice
    for index, piece in enumerate(pieces):
        kind: ZoneKind = "body"
        if piece.label:
            kind = "furniture"
        elif index < last and pieces[index + 1].label and _is_caption_of(pieces, index):
            kind = "caption"
        elif index >= last_prose:
            prose = True
        elif (first and _is_headline(piece)) or (headline and piece.text == headline):
            kind, headline = "headline", piece.text
        elif (
            len(piece.text) <= _MAX_SUBTITLE and piece.whole and _is_short_line(piece.text)
            and not (index and _goes_on(pieces[index - 1].text, piece.text))
        ):  # fmt: skip
            kind = "subtitle" if prose else _above_article(piece, lexicon)
        else:
            if not (first or prose) and piece.whole and has_final_punctuation(piece.text):
                kind = "lead"
            prose = True
        if first and kind not in ("furniture", "caption"):
            first = False
        kinds.append(kind)
    return kinds


def _goes_on(before: str, text: str) -> bool:
    """Tell „a spus Ana Pop” below „„Podul e vechi”,”: one sentence over two lines."""
    return before.endswith(",") and text[0].islower()


def to_zones(pieces: Sequence[Piece], kinds: Sequence[ZoneKind]) -> Iterator[Zone]:
    """Yield a zone for each headline and subtitle, and one for all other pieces in a row."""
    count = len(pieces)
    at = 0
    while at < count:
        kind, last = kinds[at], at
        if kind not in ("headline", "subtitle"):
            while last + 1 < count and kinds[last + 1] == kind:
                last += 1
        yield Zone(kind, pieces[at].start, pieces[last].end)
        at = last + 1


def _above_article(piece: Piece, lexicon: FurnitureLexicon) -> ZoneKind:
    """What a short line is that stands between the headline and the article."""
    if folded(piece.text) in lexicon.sections or is_date(piece.text, lexicon):
        return "furniture"
    if is_breadcrumbs(piece.text):
        return "furniture"
    return "caption" if len(piece.text) <= _MAX_CAPTION else "lead"


def _last_prose(pieces: Sequence[Piece]) -> int:
    """The last piece of ordinary sentences, or -1: what is a headline has some below it."""
    for index in range(len(pieces) - 1, -1, -1):
        if pieces[index].label is None and has_final_punctuation(pieces[index].text):
            return index
    return -1


def _is_short_line(text: str) -> bool:
    """Whether a line has no sentence's end, and is no label, list item or quotation."""
    if text[0] in _NO_SUBTITLE_START:
        return False
    if text[-1] in ":;,…" or (text[-1] in "”“»" and not _OPENING_MARK.search(text)):
        return False
    if text[-1] in "?!":
        # „Ana Văleanu: Cum a fost?” is a turn of an interview.
        return ":" not in text
    if len(text) > _MAX_CAPTION and holds_sentence(text):
        return False
    return not has_final_punctuation(text)


def _is_headline(piece: Piece) -> bool:
    text = piece.text
    if not piece.whole or len(text) > _MAX_HEADLINE or text[-1] in ":;,":
        return False
    return not text.endswith(".") or len(text) <= _MAX_PUNCTUATED_HEADLINE


def _is_caption_of(pieces: Sequence[Piece], index: int) -> bool:
    """„X și Y. Sursa foto: Z”: short words right before a picture credit in one paragraph."""
    piece, credit = pieces[index], pieces[index + 1]
    if len(piece.text) > _MAX_CREDITED:
        return False
    starts = index == 0 or pieces[index - 1].paragraph != piece.paragraph
    return bool(
        starts
        and credit.paragraph == piece.paragraph
        and credit.label
        and credit.label.id == "picture-credit"
        and count_sentences(piece.text) <= 1
    )

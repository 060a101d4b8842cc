"""Signs of page furniture inside one paragraph: each rule is one small function."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

import regex

from quoteattr.patterns import pattern, plain_pattern
from quoteattr.values import value
from quoteattr.zones.embeds import find_notices, find_posts
from quoteattr.zones.labels import SHORTEST, FurnitureLexicon, Label, Phrase, first_word, folded
from quoteattr.zones.openings import SHORT_LINE, SITE_HEADLINE, Page

# Sentence-final punctuation with closing marks after it: „a plecat.”  (Sursa: X).
_FINAL = pattern(r"[.!?…][\"'”“’»)\]]*+\s*+$")
# A sentence's end inside a paragraph: two letters or a mark, a full stop, a space.
_SENTENCE_END = pattern(r"(?<=[\p{Ll}\p{N}]{2}|[\"'”’»)])[.!?…]++[\"'”“’»)]*+(?=\s|$)")
# The place where a lost line break glued two lines.
_JOINT = pattern(
    r"""(?<=\b\p{Ll}\p{L}{1,40})(?=[\p{Lu}„«]\p{L})        # „tatăCitește”
    | (?<=\p{Lu}\p{Ll}{2,40})(?=\p{Lu}\p{Ll}+[ ])          # „BidenPe 17 martie”
    | (?<=\p{Lu}{4})(?=\p{Lu}\p{Ll}+[ ])                   # „VIDEOIubitul ei”
    | (?<=\p{Lu}{3})(?=\p{Lu}\p{Ll}{3})                    # „EPALoghează”
    | (?<=\S["'”’“»!?…)*]|\p{Ll}{2}[.])(?=["'„«*]?\p{Lu})  # „amenințate”În”, „tare!Ea”
    | (?<=”)(?=„)                                          # „am promis”„Am învățat”
    | [ ]{2,}+(?=\S)                                       # only blanks are left of it
    """,
    flags=regex.VERBOSE,
)
# What it begins with, and not after a blank; to try it at all other places takes ten times as long.
_JOINT_HEAD = plain_pattern(r"[A-Z\"'*](?<!\s.)|[^\x00-\x7făâîșțşţ](?<!\s.)|[ ]{2,}")
# Where a label could begin in the middle of a paragraph: a capital that opens a word.
_CAPITAL = pattern(r"(?<![\p{Lu}\p{M}-])\p{Lu}|(?<=\p{Lu}{3})\p{Lu}(?=\p{Ll}{2})")
# „CITEȘTE REVISTA NOASTRĂ, AICI! ”: words in capitals.
_CAPITALS = pattern(r"[^\p{Ll}]{1,160}+")
# „joi, 12 mai 2022”, „12.05.2022”, „10:26”: a line of such pieces only.
_DATE_PIECE = pattern(r"\d{1,4}|\p{L}{2,12}+")
# „Acasă » Știri » Politică”
_BREADCRUMBS = pattern(r"[\p{L} ]{2,30}+(?:[>»›][\p{L} ]{2,30}+)++")
# „pikpik   •   31.03.2023, 01:13”: a reader's comment.
_COMMENT_STAMP = pattern(
    r"(?:(?<!\S)|(?<=\p{L}{2}[.!?”]))[\w@-]{1,40}+\s++•\s++\d{2}\.\d{2}\.\d{4},\s++\d{2}:\d{2}"
)
# „GAZETA.RO Un primar a …”: a headline of another site.
_PARTNER = pattern(r"[\p{L}\d-]{2,30}+\.(?i:ro|md|com|net|eu|info|tv)\s++(?=[\p{Lu}„“\"'«”\d])")
# „Pe gazeta.ro:” above headlines of that site.
_ON_SITE = pattern(r"Pe\s++(?:www\.)?[\p{L}\d-]{2,30}+\.\p{Ll}{2,5}+\s*+:\s*+$")
# „Ion Văleanu • Gazeta.ro”
_AUTHOR_SITE = pattern(r"\p{Lu}[\p{L} .-]{3,60}+•\s*+[\p{L}\d.-]{3,30}+$")
# „09 August 2022, 10:26”, „12.03.2021 10:26”
_DATE_AND_TIME = pattern(
    r"""\d{1,2}(?:[ ](?P<month>\p{L}{3,10}+)[ ]|[.\-/]\d{1,2}[.\-/])\d{4}  # the day
        ,?\ ?(?:ora\ )?\d{1,2}[:.]\d{2}                                     # the hour
    """,
    flags=regex.VERBOSE,
)
# The words before a credit's colon: „Sursa foto”, „FOTO”.
_CREDIT_WORDS = pattern(r"\p{L}++(?:[ /-]\p{L}++){0,3}+")
_CREDIT_MARK = pattern(r"\s?+[:©]|\s[–-](?=\s)|\s(?=\p{Lu})")
_PARENTHESIS = pattern(r"\(([^()]{2,90}+)\)[.]?\s*+$")
_NAME_WORD = pattern(r"[\p{L}\d@][\p{L}\d.'’@&/-]*+")
_LINE_ENDS = ".!?…”“\"'’»)"
_SENTENCE_ENDS = frozenset(".!?…")
_WORD_AROUND = pattern(r"\p{L}{1,20}+$")
_WORD = pattern(r"\p{L}++")
_LONGEST_NAME = 40  # as _COMMENT_STAMP has it
_MAX_CREDIT = 100
_MAX_GLUED_HEADLINE = 300


@value
class Sign:
    """A stretch of furniture, and the label that it was known by."""

    start: int
    end: int
    label: Label


@value
class Line:
    """A paragraph with its words as they stand and folded, and its place in the page.

    ``insides`` are the phrases in the page that a line can hold anywhere.
    """

    start: int
    end: int
    text: str
    folded: str
    first: bool
    insides: Sequence[Phrase]


def _rule(name: str, *, headlines: bool = False) -> Label:
    return Label(name, "opening", (), (), (), headlines=headlines)


def has_final_punctuation(text: str) -> bool:
    """Tell whether the text ends as a sentence does.

    >>> has_final_punctuation("A plecat.”"), has_final_punctuation("Editor : A.R")
    (True, False)
    """
    last = text[-1:]
    if last in _SENTENCE_ENDS or last.isalnum():
        return last in _SENTENCE_ENDS
    return _FINAL.search(text, max(0, len(text) - 12)) is not None


def count_sentences(text: str, most: int = 3) -> int:
    """Return how many sentence ends stand in the text, ``most`` at the utmost."""
    return sum(1 for _ in islice(_SENTENCE_END.finditer(text), most))


def holds_sentence(text: str) -> bool:
    """Tell whether a sentence ends in the text."""
    return _SENTENCE_END.search(text) is not None


def may_be_prose(text: str) -> bool:
    """Tell whether a paragraph is one of an article if sentences end in it: long, and ended."""
    return len(text) >= 120 and has_final_punctuation(text)


def is_headline_like(text: str) -> bool:
    """Tell whether a line could be a headline: neither long nor tiny, no full stop, no list."""
    return (
        20 <= len(text) <= 250
        and text[0] not in "-–—•*"
        and not text.endswith((".", ":", ";", ","))
    )


def _is_followed(line: Line, end: int, label: Label) -> bool:
    """Whether a colon, or else a headline, comes after the label's words."""
    rest = line.text[end : end + 40].lstrip(" \u00a0")
    if not rest or rest[0] == ":":
        return True
    if label.followed_by == "colon":
        return False
    opens = rest[0] in "„“”\"'«|–-" or rest[0].isupper() or rest[0].isdigit()
    return opens and not line.text.endswith((".", ".”"))


def is_name_list(value: str) -> bool:
    """Tell whether the words after „Autor:” are names: „Ion Văleanu”, „A.R.”, „facebook.com”.

    >>> is_name_list("Ion Văleanu, Gazeta"), is_name_list("Cum ați ajuns aici?")
    (True, False)
    """
    value = value.strip(" .\u00a0")
    if not value or len(value) > 90 or value[-1] in '?!:…”"':
        return False
    words = _NAME_WORD.findall(value)
    named = sum(1 for word in words if not word[0].islower() or "." in word)
    return len(words) <= 12 and (named * 2 > len(words) or len(words) <= 2)


def _phrase_label(line: Line, at: int, lexicon: FurnitureLexicon, *, glued: bool) -> Sign | None:
    """Known words at the place: „Citește și: …”, „Editor : A.R.”, „Live TV”."""
    words = line.folded
    openers = lexicon.openers.get(words[at : at + SHORTEST])
    if openers is None or not words.startswith(openers, at):
        return None
    for phrase in lexicon.by_first_word.get(first_word(words[at : at + 60]), ()):
        if not words.startswith(phrase.text, at):
            continue
        end = at + len(phrase.text)
        if words[end : end + 1].isalnum():
            continue
        label = phrase.label
        if label.upper and not first_word(line.text[at:end]).isupper():
            continue
        if (label.glued or not glued) and _fits(line, at, end, label, glued=glued):
            return Sign(line.start + at, line.end, label)
    return None


def _fits(line: Line, at: int, end: int, label: Label, *, glued: bool) -> bool:
    rest = line.text[end : end + 120]
    size = len(line.text) - at
    if label.place == "whole":
        return size <= label.longest and not any(c.isalpha() for c in rest)
    if label.place == "colon":
        value = rest.lstrip()
        return size <= label.longest and value.startswith(":") and is_name_list(value[1:])
    if label.followed_by != "any" and not _is_followed(line, end, label):
        return False
    if glued:
        return True
    if not label.shortest <= size <= label.longest:
        return False
    if label.unpunctuated and has_final_punctuation(line.text):
        return False
    return not label.holds or any(word in line.folded for word in label.holds)


def _find_joint(line: Line, at: int, limit: int, lexicon: FurnitureLexicon) -> int:
    """Where two lines were glued, or ``limit``; „YouTube” is no such place."""
    heads = _JOINT_HEAD.finditer(line.text, at, limit)
    for joint in filter(None, (_JOINT.match(line.text, h.start(), limit) for h in heads)):
        words = _WORD_AROUND.search(line.text, max(at, joint.start() - 20), joint.start())
        word = _WORD.match(line.text, words.start() if words else joint.start())
        if not word or folded(word[0]) not in lexicon.mixed_case:
            return joint.start()
    return limit


def _stretch_end(line: Line, at: int, label: Label, lexicon: FurnitureLexicon) -> int:
    """Where a glued stretch ends: at a joint, at the paragraph's end, or after a sentence."""
    capitals = _CAPITALS.match(line.text, at)
    if capitals and len(capitals[0]) > 12:
        last = max(capitals[0].rfind(mark) for mark in ".!?")
        return at + last + 1 if last > 0 else capitals.end()
    most = min(label.longest, _MAX_GLUED_HEADLINE)
    limit = min(len(line.text), at + most)
    colon = line.text.find(":", at, at + 40) + 1
    after = colon + len(line.text[colon : colon + 8]) - len(line.text[colon : colon + 8].lstrip())
    joint = _find_joint(line, max(at + 3, after if colon else 0), limit, lexicon)
    sentence = _SENTENCE_END.search(line.text, at, limit)
    if sentence and not label.headlines:
        return min(sentence.end(), joint)
    if joint < limit:
        return joint
    if limit == len(line.text):
        return limit
    return sentence.end() if sentence else at


def _credit_label_end(line: Line, at: int, lexicon: FurnitureLexicon) -> int:
    """Where „Sursa foto:” ends; ``at`` where there is no such label."""
    words = _CREDIT_WORDS.match(line.text, at, min(len(line.text), at + 60))
    end = words.end() if words else at
    while end > at:
        if line.folded[at:end] in lexicon.picture_credits:
            mark = _CREDIT_MARK.match(line.text, end)
            plain = mark is not None and not mark[0].strip()
            # „Foto Ion Văleanu” begins headlines too; „Sursa foto Ion Văleanu” does not.
            if mark and not (plain and "surs" not in line.folded[at:end]):
                return mark.end()
        end = max(line.text.rfind(c, at, end) for c in " /-")
    return at


def _credit(line: Line, at: int, lexicon: FurnitureLexicon) -> Sign | None:
    """„Foto: Profimedia”, „Sursa foto: Agenția X” up to the sentence's or line's end."""
    after = _credit_label_end(line, at, lexicon)
    if after == at:
        return None
    limit = min(len(line.text), after + _MAX_CREDIT)
    end = _find_joint(line, after + 2, limit, lexicon)
    sentence = _SENTENCE_END.search(line.text, after, end)
    if sentence:
        end = sentence.end()
    elif end == limit < len(line.text):
        return None
    if (line.first and at == 0) or not _is_credit_value(line.text[after:end]):
        return None
    return Sign(line.start + at, line.start + end, _rule("picture-credit"))


def _is_credit_value(value: str) -> bool:
    """Whether words name who made a picture; „FOTO: Cum arată azi drumul” does not."""
    words = _NAME_WORD.findall(value)
    named = sum(1 for word in words if not word[0].islower() or "." in word)
    return len(words) <= 3 or (len(words) <= 14 and named * 3 >= len(words))


def _closing_parenthesis(line: Line, lexicon: FurnitureLexicon) -> Sign | None:
    """„(Traducerea Ana Văleanu)” at the end, „(Gazeta)” alone on its line."""
    if not line.text.endswith((")", ").")):
        return None
    match = _PARENTHESIS.search(line.text, max(0, len(line.text) - 100))
    if not match:
        return None
    inside = line.folded[match.start(1) : match.end(1)]
    known = first_word(inside) in lexicon.closing_credits and is_name_list(match[1])
    alone = match.start() == 0 and is_name_list(match[1]) and len(match[1].split()) <= 4
    if not (known or alone):
        return None
    return Sign(line.start + match.start(), line.end, _rule("closing-credit"))


def _comments(line: Line) -> Sign | None:
    """Readers' comments below an article whose line breaks were lost."""
    bullet = line.text.find("•")
    if bullet < 0:
        return None
    # The words of a long line are not tried one by one: a name stands right before its bullet.
    before = len(line.text[:bullet].rstrip())
    stamp = _COMMENT_STAMP.search(line.text, max(0, before - _LONGEST_NAME))
    if not stamp:
        return None
    return Sign(line.start + stamp.start(), line.end, _rule("comments"))


def _words_inside(line: Line) -> Sign | None:
    """Words anywhere in a short paragraph: „Suntem și pe Google News. Abonați-vă aici”."""
    for phrase in line.insides:
        label = phrase.label
        if len(line.text) > label.longest or phrase.text not in line.folded:
            continue
        if not label.holds or any(word in line.folded for word in label.holds):
            return Sign(line.start, line.end, label)
    return None


def is_date(text: str, lexicon: FurnitureLexicon) -> bool:
    """Tell whether a line is a day, or a day and an hour, and nothing else."""
    words = _DATE_PIECE.findall(folded(text)) if len(text) <= 40 else []
    known = lexicon.months | lexicon.date_words
    return (
        len(words) > 1
        and any(w.isdigit() for w in words)
        and all(w.isdigit() or w in known for w in words)
    )


def is_breadcrumbs(text: str) -> bool:
    """Tell whether a line is the way to the page: „Acasă » Știri » Politică”."""
    return len(text) <= 120 and _BREADCRUMBS.fullmatch(text) is not None


def _agency_line(line: Line, lexicon: FurnitureLexicon) -> Sign | None:
    """A picture agency alone on its line: „Agerpres Foto”, „Inquam Photos / Ion Văleanu”."""
    if (
        line.first
        or len(line.text) > SHORT_LINE
        or not line.folded.startswith(lexicon.agency_openings)
    ):
        return None
    for agency in lexicon.picture_agencies:
        after = line.folded[len(agency) : len(agency) + 1]
        if line.folded.startswith(agency) and not after.isalnum() and is_name_list(line.text):
            return Sign(line.start, line.end, _rule("picture-credit"))
    return None


def _date_line(line: Line, lexicon: FurnitureLexicon) -> Sign | None:
    """„TERRA Marți, 09 August 2022, 10:26”: nothing but a day and an hour."""
    stamp = _DATE_AND_TIME.search(line.text) if len(line.text) <= SHORT_LINE else None
    if not stamp or has_final_punctuation(line.text):
        return None
    if stamp["month"] and folded(stamp["month"]) not in lexicon.months:
        return None
    return Sign(line.start, line.end, _rule("date-line"))


def _site_line(line: Line) -> Sign | None:
    """Another site's headline, or the line that announces such headlines."""
    if line.text.endswith(":") and _ON_SITE.match(line.text):
        return Sign(line.start, line.end, _rule("on-site", headlines=True))
    if "•" in line.text and _AUTHOR_SITE.match(line.text):
        return Sign(line.start, line.end, _rule("author-site"))
    if (
        len(line.text) <= SITE_HEADLINE
        and _PARTNER.match(line.text)
        and is_headline_like(line.text)
    ):
        return Sign(line.start, line.end, _rule("partner-headline"))
    return None


def _whole(line: Line, lexicon: FurnitureLexicon) -> Sign | None:
    return (
        _phrase_label(line, 0, lexicon, glued=False)
        or _words_inside(line)
        or _date_line(line, lexicon)
        or _site_line(line)
        or _agency_line(line, lexicon)
        or _closing_parenthesis_alone(line, lexicon)
    )


def _closing_parenthesis_alone(line: Line, lexicon: FurnitureLexicon) -> Sign | None:
    sign = _closing_parenthesis(line, lexicon)
    return sign if sign and sign.start == line.start else None


def _may_open_at(line: Line, at: int) -> bool:
    """Whether a line could have begun here before its breaks were lost."""
    before = line.text[max(0, at - 24) : at]
    bare = before.rstrip()
    blanks = len(before) - len(bare)
    return blanks != 1 or bare[-1:] in _LINE_ENDS


def _inside(line: Line, openings: Sequence[int], lexicon: FurnitureLexicon) -> Iterator[Sign]:
    """Signs that begin at or after the paragraph's start and may end before its end."""
    for opening in openings:
        at = opening - line.start
        is_credit = line.folded.startswith(lexicon.credit_openings, at)
        may_open = at > 0 and _may_open_at(line, at)
        if not (is_credit or may_open) or not _CAPITAL.match(line.text, at):
            continue
        credit = _credit(line, at, lexicon) if is_credit else None
        if credit:
            yield credit
        elif may_open:
            sign = _phrase_label(line, at, lexicon, glued=True)
            if sign:
                end = line.start + _stretch_end(line, at, sign.label, lexicon)
                yield Sign(sign.start, end, sign.label)
    for sign in (_comments(line), _closing_parenthesis(line, lexicon)):
        if sign:
            yield sign
    for start, end in find_posts(line.text, 0, len(line.text)):
        yield Sign(line.start + start, line.start + end, _rule("embedded-post"))
    for start, end in find_notices(line.folded):
        yield Sign(line.start + start, line.start + end, _rule("embed-notice"))


def find_signs(line: Line, openings: Sequence[int], lexicon: FurnitureLexicon) -> tuple[Sign, ...]:
    """Return the furniture of one paragraph: disjoint stretches in text order.

    Args:
        openings: offsets in the page of the capitals in it that a credit or a glued label may
            begin at.
    """
    whole = _whole(line, lexicon)
    inside = list(_inside(line, openings, lexicon))
    if len(inside) > 1:
        inside.sort(key=lambda sign: (sign.start, -sign.end))
    if whole and not any(sign.start > line.start for sign in inside):
        return (whole,)
    kept: list[Sign] = []
    if whole and len(line.text) <= whole.label.longest:
        return (whole,)
    for sign in inside:
        if kept and sign.start < kept[-1].end:
            kept[-1] = Sign(kept[-1].start, sign.start, kept[-1].label)
        if sign.end > sign.start:
            kept.append(sign)
    return tuple(sign for sign in kept if sign.end > sign.start)


def to_line(page: Page, start: int, end: int, *, first: bool) -> Line:
    """Return the paragraph ``[start, end)``, which has no blanks at its ends."""
    return Line(start, end, page.text[start:end], page.folded[start:end], first, page.insides)

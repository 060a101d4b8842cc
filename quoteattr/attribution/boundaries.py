"""Where reported content begins and ends in its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from quoteattr.attribution.asides import (
    CONTRASTS,
    LINKS,
    REPORTERS_ASIDES,
    WHILE,
    before_aside,
    is_after_event,
    is_of_perfect,
)
from quoteattr.attribution.credits import relays
from quoteattr.attribution.fronted import AFTER_WHAT, end_of_fronted, end_of_inserted
from quoteattr.attribution.parsed_clauses import parsed_end
from quoteattr.cues import CueGroup
from quoteattr.document import LOWER, NUMBER, QUOTATION, UPPER, Tokens
from quoteattr.mentions import NounPhrase
from quoteattr.mentions import words as w

if TYPE_CHECKING:
    from quoteattr.attribution.views import Frame, View

_LONGEST_LABEL = 4
_LONGEST_ASIDE = 9
_GOING_ON = frozenset({"și", "si", "iar", "dar"})
_IN_CONTEXT = frozenset({("în", "contextul"), ("în", "condițiile"), ("cu", "privire")})
_SAID_IN = frozenset({"într-o", "într-un", "în", "la", "pe"})
_SAID_BESIDE = _SAID_IN | {"înainte", "înaintea", "după"}
_TENSES = frozenset({"a", "au", "va", "vor", "e", "este", "sunt"})
# „un borcan, pe care scria „Lapte””
_INSCRIBED: Final = "scrie"
# What a label's colon does not stand before: „…: „Vin””, „https://…”.
_NO_LABELLED = QUOTATION + "/"
# What no clause opens with.
_NEVER_FIRST = ",.;:-–—!?" + w.BULLETS
_OF_WHICH: Final = {"că": ("despre", "care"), "fragment": ("pe", "care"), "quote": ("pe", "care")}
_RESULTING = frozenset({"amenința", "reieși", "rezulta"})
# How far left of its verb „, despre care” stands.
_NEAR = 8
# How many words in marks are a clause.
_CLAUSE = 6
# How many tokens with the quotation tell where it was said.
_PLACE = 7
# A verb after one of these is no main verb of its own.
_ONLY = frozenset({"doar", "numai"})
_BEFORE_VERB = w.RELATIVES | w.CLAUSE_LINKS | {"și", "nu", "se", "sau", "că", "să", "mai"}


def content_end(view: View, start: int, own: CueGroup | None) -> int:
    """Return the token after the content that starts at token ``start``.

    It ends with the sentence, before the next report, before an according-to phrase, or
    before an aside of the reporter's.
    """
    end = len(view.tokens.words)
    if start >= end:
        return end
    if own is not None and own.mood == "gerund" and own.first_index <= 1:
        end = _before_main_clause(view, own, end)
    for cue in view.cues:
        if cue.first_index < start or cue is own:
            continue
        boundary = _boundary_before(view, cue, start, own)
        if boundary is not None and boundary > start:
            end = min(end, boundary)
            break
    if own is not None:
        if own.mood == "gerund":
            end = min(end, _end_of_gerund(view, start, end))
        end = min(end, _end_of_relative(view, own, start), end_of_fronted(view, own, start))
        end = min(end, _end_of_share(view, own, start), _end_of_restricting(view, own, start))
        if view.tokens.words[start].split("-")[0] in ("să", "ca"):
            end = min(end, _end_of_request(view, start))
        if view.tree is not None:
            end = parsed_end(view, own, start, end)
    return _before_link(view.tokens.words, start, before_aside(view, start, end))


def _before_link(words: Sequence[str], start: int, end: int) -> int:
    """Return where content ends before „pentru că | , spune el, …”: a clause of its own follows."""
    last, before = words[end - 1], words[end - 2]
    is_which = last in w.WHICH
    if end - start > 3 and (before, last) == ("ceea", "ce"):
        return end - 2  # „…, ceea ce | , în opinia sa, …”
    if end - start < 3 or not (is_which or last in w.CAUSES or (before, last) == ("pentru", "că")):
        return end
    return end - 2 if last == "că" or (is_which and before in w.PREPOSITIONS) else end - 1


def ends_with_quotation(view: View, start: int, end: int) -> bool:
    """Tell „că | „podul e vechi” după ce …”: the quotation is all that is reported.

    It is a sentence by itself, and no more is quoted in what the reporter adds.
    """
    tokens = view.tokens
    if tokens.kinds[start] != QUOTATION or end < start + 3:
        return False
    rest = tokens.words[start + 1 : start + 4]
    opens = rest[:2] in AFTER_WHAT or rest[:3] in WHILE or rest[:2] in _IN_CONTEXT
    # „că | „podul e vechi” într-o postare”
    said_in = end - start <= _PLACE and rest[0] in _SAID_IN
    # „că | „podul e vechi”, arătând spre râu”, „, înaintea votului”
    beside = rest[1] in _SAID_BESIDE or w.is_gerund(rest[1])
    opens = opens or (tokens.kinds[start + 1] == "," and beside)
    if not (opens or (said_in and not w.has_finite(tokens, start + 1, end))):
        return False
    if QUOTATION in tokens.kinds[start + 1 : end] or not view.is_spoken(start):
        return False
    return len(view.document.text[tokens.starts[start] : tokens.ends[start]].split()) >= _CLAUSE


def _end_of_relative(view: View, own: CueGroup, start: int) -> int:
    """Return where a relative clause with the report ends („X, despre care Y spun că …, a”)."""
    tokens = view.tokens
    comma = tokens.kinds.rfind(",", max(0, own.first_index - 12) + 1, own.first_index)
    if comma < 0 or w.WHICH.isdisjoint(tokens.words[comma + 1 : comma + 3]):
        return _end_between_dashes(tokens, own, start)
    return end_of_inserted(tokens, start)


def _end_between_dashes(tokens: Tokens, own: CueGroup, start: int) -> int:
    """Return the second dash of „X – despre care Y spun că … – a plecat”, or the end."""
    last = len(tokens.words)
    for dash in "–—":
        first = tokens.kinds.rfind(dash, max(0, own.first_index - 12) + 1, own.first_index)
        if first >= 0 and not w.WHICH.isdisjoint(tokens.words[first + 1 : first + 3]):
            second = tokens.kinds.find(dash, start + 1)
            return second if second >= 0 else last
    return last


def _end_of_restricting(view: View, own: CueGroup, start: int) -> int:
    """Return where the main verb goes on („Omul care susține că …  | vrea să plece”)."""
    tokens, at = view.tokens, own.first_index - 1
    words, end = tokens.words, len(tokens.words)
    if at < 1 or words[at] != "care" or tokens.kinds[at - 1] == ",":
        return end
    frame = frame_of(view, own)
    subject = None if frame is None else frame.subject
    if subject is None or subject.first_index > 1 or subject.last_index != at - 1:
        return end
    # „susține că deține marca”: the verb that comes first need not be known as one
    seen = tokens.kinds[start] == LOWER and words[start].endswith(("e", "ă"))
    for verb in range(start + seen, end):
        if tokens.kinds[verb] in ",–—:;":
            seen = False  # a clause of its own may follow
        if not w.is_finite(tokens, verb) or w.is_auxiliary(tokens, verb - 1):
            continue
        if seen and words[verb - 1] not in _BEFORE_VERB:
            return verb
        seen = True
    return end


def _end_of_gerund(view: View, start: int, end: int) -> int:
    """Return where the next gerund of the reporter's stands: „adăugând că … | și amintind de …”."""
    words = view.tokens.words
    for at in range(start + 1, end - 1):
        if words[at] == "și" and w.is_gerund(words[at + 1]):
            return at
    return end


def _end_of_share(view: View, own: CueGroup, start: int) -> int:
    """Return where the next share speaks („40% spun că …, iar 10% nu știu”)."""
    tokens, end = view.tokens, len(view.tokens.words)
    if tokens.kinds.count(NUMBER) < 2:
        return end
    frame = frame_of(view, own)
    subject = None if frame is None else frame.subject
    if subject is None or NUMBER not in tokens.kinds[subject.first_index : subject.last_index + 1]:
        return end
    comma = tokens.kinds.find(",", start + 1, end - 1)
    while comma >= 0:
        links = tokens.words[comma + 1 : comma + 4]
        after = comma + 4 if links in WHILE else comma + 2
        if (after > comma + 2 or links[0] in CONTRASTS) and (
            NUMBER in tokens.kinds[after : after + 2]
        ):  # fmt: skip
            return comma
        comma = tokens.kinds.find(",", comma + 1, end - 1)
    return end


def _end_of_request(view: View, start: int) -> int:
    """Return where a clause with *să* gives way to an indicative („…, iar X a acceptat”)."""
    tokens = view.tokens
    for at in range(start + 1, len(tokens) - 2):
        after = tokens.words[at + 1]
        perfect = after in ("a", "au") or after.endswith(("-a", "-au"))
        joins = tokens.words[at] == "și" or tokens.kinds[at] == ","
        if joins and perfect and w.is_auxiliary(tokens, at + 1):
            return at  # „să coboare și le-a dat banii”, „să coboare, a tras o linie”
        if tokens.kinds[at] == "," and is_after_event(tokens, at + 1):
            # „să coboare, la câteva zile după ce Ana a venit”, „să coboare, după ce va veni”
            tense = next(filter(_TENSES.__contains__, tokens.words[at + 2 :]), "")
            if tense in ("a", "au"):
                return at
        if tokens.kinds[at] == "," and tokens.words[at + 1] in CONTRASTS:
            rest = tokens.words[at + 2 : at + 12]
            if not any(word.split("-")[0] == "să" for word in rest):
                return at
    return len(tokens)


def _before_main_clause(view: View, gerund: CueGroup, end: int) -> int:
    """Return the comma before the main clause that a fronted gerund („Spunând că …”) opens."""
    frame = frame_of(view, gerund)
    if frame is None or frame.subject is None or frame.subject.first_index <= gerund.last_index:
        return end
    return frame.subject.first_index - 1


def _boundary_before(view: View, cue: CueGroup, start: int, own: CueGroup | None) -> int | None:
    """Return where the content of ``own`` ends because of ``cue``; None where it lies inside."""
    if cue.kind == "noun":
        return None
    tokens = view.tokens
    if cue.kind == "relay" and not relays(view, cue):
        return None  # „a fost preluată de o asistentă”
    if cue.kind in ("according-to", "relay"):
        before = cue.first_index - 1
        if cue.lemma == "publicat de" and tokens.kinds[before] in "wCU":
            return None  # „ordonanța publicată de minister e o greșeală”
        if before > start and tokens.words[before] in ("și", "iar"):
            before -= 1
        return before if before >= start and tokens.kinds[before] == "," else cue.first_index
    frame = frame_of(view, cue)
    if frame is None:
        return None
    about = -1 if cue.lemma == _INSCRIBED else _about_which(tokens, cue, start, frame.complement)
    if about > start:
        return about
    if frame.is_inverted and frame.left_quotation < 0:
        for at in range(cue.first_index - 1, start, -1):
            if tokens.kinds[at] == ":":
                return at
    boundary = _link_before(view, frame, cue.first_index, start, own)
    if boundary is not None:
        return boundary
    subject = frame.subject
    if subject is not None and start < subject.first_index < cue.first_index:
        before = subject.first_index - 1
        if tokens.kinds[before] == ";" and cue.is_strong and frame.complement == "că":
            return before  # „X a spus că …; acesta a replicat că …”
        return _link_before(view, frame, subject.first_index, start, own)
    return None


def _about_which(tokens: Tokens, cue: CueGroup, start: int, complement: str) -> int:
    """Return the comma before a report of its own, or -1.

    „, despre care X a spus că …”, „, pe care a numit-o „…””
    """
    opening, verb = _OF_WHICH.get(complement), cue.first_index
    if opening is None:
        return -1
    comma = tokens.kinds.rfind(",", max(start, verb - _NEAR), verb)
    if tokens.words[comma + 1 : comma + 3] != opening:
        return -1
    if opening[0] != "pe":
        return comma
    # „raportează fapta, pe care o consideră „gravă”, ministerului” is said whole
    goes_on = tokens.kinds.find(QUOTATION + ",", verb) >= 0
    # „, pe care premierul l-a scris „într-o noapte”” is part of what is said
    return comma if verb == comma + 3 and not goes_on else -1


def frame_of(view: View, cue: CueGroup) -> Frame | None:
    """Return the frame of a verb cue."""
    for frame in view.frames:
        if frame.cue is cue:
            return frame
    return None


def _is_some(tokens: Tokens, subject: NounPhrase | None) -> bool:
    """Tell „unii”, who alone are a subject, from „unii vecini”."""
    if subject is None or subject.first_index < subject.last_index:
        return False
    return tokens.words[subject.first_index] in w.INDEFINITES


def _link_before(
    view: View, frame: Frame, first: int, start: int, own: CueGroup | None
) -> int | None:
    """Return the boundary at the link word or comma before a further report."""
    tokens = view.tokens
    before = first - 1
    while (
        before > start and tokens.words[before] in w.ADVERBS and tokens.words[before] not in LINKS
    ):
        before -= 1
    if before <= start:
        return None
    word = tokens.words[before]
    comma = tokens.kinds[before - 1] == ","
    if word in ("și", "si") and _is_others(view, frame, first, own):
        return None
    if not frame.is_report and word in ("și", "si"):
        coordinated = before == first - 1 and frame.cue.number and _is_parallel(tokens, own, frame)
        return before if coordinated and frame.cue.head_index > frame.cue.first_index else None
    if _is_result(frame):
        return None
    aside = frame.cue.mood == "gerund" and tokens.kinds[before] == ","
    subject = frame.subject
    despite = word == "deși" and frame.cue.is_strong and (
        subject is not None and subject.first_index > before
    )  # fmt: skip
    if word == "deși" and _is_some(tokens, subject):
        return None  # „…, deși unii cred că e greu”: he says that, too
    # „…, după ce au fost confirmate trei cazuri” reports nothing
    told = word == "ce" and frame.cue.mood != "passive"
    if not (frame.is_report or word in CONTRASTS or told or aside or despite):
        return None
    if word in LINKS:
        return before - 1 if comma else before
    if tokens.kinds[before] == "," and frame.is_report:
        link = _before_aside(tokens, start, before)
        if link > start and not _is_others(view, frame, first, own):
            return link  # „… și, în același discurs, | a cerut …”
    if word == "că" and tokens.words[before - 1] in _ONLY and tokens.kinds[before - 2] == ",":
        return before - 2  # „…, doar că a recunoscut că …”
    if tokens.words[before - 2 : before + 1] in WHILE:
        return before - 3 if tokens.kinds[before - 3] == "," else before - 2
    if word == "ce" and tokens.words[before - 1] in ("după", "când"):
        return before - 2 if tokens.kinds[before - 2] == "," else before - 1
    if frame.cue.mood == "gerund" and frame.complement == "că" and own is not None:
        shared = frame.subject is None or frame.subject.last_index < start
        if shared and own.mood == "finite" and tokens.kinds[before] in "wCUn":
            return before + 1  # „… de Ion | apreciind că …”: a comma is left out
    if tokens.kinds[before] in (",", "–", "—", QUOTATION):
        goes_on = frame.cue.mood == "gerund"
        if not goes_on and _opens_main(tokens, start, before):
            return None
        if goes_on and tokens.kinds[before] == QUOTATION and frame.complement == "că":
            return before + 1  # „… e „o rușine” precizând că …”
        closes = frame.is_inverted or goes_on or not frame.complement
        closes = closes or frame.complement == "quote"  # „…, X a spus: „…””
        return before if closes and tokens.kinds[before] != QUOTATION else None
    return None


def _before_aside(tokens: Tokens, start: int, comma: int) -> int:
    """Return the link before an aside that ends with a comma, or -1: „… | și, apoi, a cerut …”."""
    opening = tokens.kinds.rfind(",", max(start, comma - _LONGEST_ASIDE), comma)
    if opening <= start + 1 or tokens.words[opening - 1] not in _GOING_ON:
        return -1
    if w.has_finite(tokens, opening + 1, comma):
        return -1
    return opening - 2 if tokens.kinds[opening - 2] == "," else opening - 1


def _is_others(view: View, frame: Frame, first: int, own: CueGroup | None) -> bool:
    """Tell whether a verb without a subject cannot be that of whoever reports, by its number.

    „Ana a spus că toți au plecat și au cerut …”
    """
    cue = frame.cue
    if own is None or first != cue.first_index or not cue.number or cue.mood != "finite":
        return False
    reporting = frame_of(view, own)
    subject = None if reporting is None else reporting.subject
    numbers = {own.number, "" if subject is None else subject.number} - {""}
    return bool(numbers) and cue.number not in numbers


def _opens_main(tokens: Tokens, start: int, comma: int) -> bool:
    """Tell „… că, dacă podul cade, | va cere bani”: the main clause of what is said."""
    words = tokens.words
    fronted = words[start] in ("dacă", "deși", "când") or words[start : start + 2] in AFTER_WHAT
    return fronted and tokens.kinds.find(",", start + 1) == comma


def _is_result(frame: Frame) -> bool:
    """Tell „…, amenințând vecinii”, „…, reieșind din date”, which is part of what is said."""
    cue = frame.cue
    return cue.mood == "gerund" and cue.lemma in _RESULTING and not frame.complement


def _is_parallel(tokens: Tokens, own: CueGroup | None, frame: Frame) -> bool:
    """Tell „a spus că … | și a cerut asta” from „a spus că merge și își dorește asta”."""
    return own is None or not _is_perfect(tokens, own) or _is_perfect(tokens, frame.cue)


def _is_perfect(tokens: Tokens, cue: CueGroup) -> bool:
    """Tell „a cerut”, „și-au arătat” from „cere”, „își arată”, „va cere”."""
    words = tokens.words[cue.first_index : cue.head_index]
    return any(map(is_of_perfect, words))


def _after_dateline(view: View, stop: int) -> int:
    """Return the token after „BUCUREȘTI -” or „CLUJ-NAPOCA, 5 mai –” at the start, else 0."""
    tokens = view.tokens
    if not tokens.kinds or tokens.kinds[0] != UPPER:
        return 0
    for at in range(1, min(stop - 1, 8)):
        if tokens.kinds[at] in "-–—" and tokens.starts[at] > tokens.ends[at - 1]:
            return at + 1
        if tokens.kinds[at] not in "Un,()":
            return 0
    return 0


def _is_list(tokens: Tokens, start: int, stop: int) -> bool:
    """Tell an enumeration from a clause: „Huawei, Oppo și Vivo” has no verb."""
    if w.has_finite(tokens, start, stop):
        return False
    return any(tokens.kinds[at] == "," for at in range(start, stop))


def _goes_on(view: View, colon: int) -> bool:
    """Tell „Ana are un plan: să plece” from „a spus: vin”, where a colon opens what is said."""
    told = any(cue.kind == "verb" and cue.last_index < colon for cue in view.cues)
    return view.tokens.kinds[colon + 1] == LOWER and not told


def _opens_quotation(tokens: Tokens, frame: Frame, stop: int) -> bool:
    """Tell „X a declarat că | „…”, a adăugat el”: two verbs of one quotation."""
    first = frame.complement_index
    return frame.complement == "că" and first <= stop and tokens.kinds[first] == QUOTATION


def _after_source(view: View, cue: CueGroup, stop: int) -> int:
    """Return the token after „Potrivit lui X,” where it opens a sentence, else 0."""
    phrase = view.reader.read(cue.last_index + 1, stop)
    if phrase is None or view.tokens.kinds[phrase.last_index + 1 : phrase.last_index + 2] != ",":
        return 0
    return phrase.last_index + 2 if phrase.last_index + 2 < stop else 0


def content_start(view: View, stop: int) -> int:
    """Return the first token of a clause whose report stands at its end, before ``stop``.

    It starts with the sentence, after a label („UPDATE:”) or after an earlier report.
    """
    tokens = view.tokens
    start = _after_dateline(view, stop)
    marked = ":" in tokens.kinds or ";" in tokens.kinds
    for at in range(stop if marked else 0):
        if tokens.kinds[at] == ";":
            start = at + 1
        if tokens.kinds[at] == ":" and at + 1 < stop and tokens.kinds[at + 1] not in _NO_LABELLED:
            # „UPDATE:” is a label, „a pierdut teren în fața a doi rivali:” part of what is said
            is_clause = at - start > _LONGEST_LABEL and w.has_finite(tokens, start, at)
            if not (is_clause and (_goes_on(view, at) or _is_list(tokens, at + 1, stop))):
                start = at + 1
    for cue in view.cues:
        if cue.last_index >= stop:
            break
        if cue.kind == "according-to" and cue.first_index == 0:
            start = max(start, _after_source(view, cue, stop))
        frame = frame_of(view, cue) if cue.kind == "verb" else None
        fronted = cue.mood == "gerund" and cue.first_index <= 1
        if frame is not None and fronted and -1 < frame.complement_index < stop:
            start = max(start, frame.complement_index)
        if frame is not None and _opens_quotation(tokens, frame, stop):
            start = max(start, frame.complement_index)
        if frame is not None and _closes_before(tokens, frame, stop):
            start = max(start, frame.end_index)
    while start < stop and tokens.kinds[start] in _NEVER_FIRST:
        start += 1
    if start < stop and _is_added(view, start, stop):
        return stop
    return start


def _closes_before(tokens: Tokens, frame: Frame, stop: int) -> bool:
    """Tell a report that is over before ``stop`` from „…, arată un studiu | publicat la Deal”."""
    if not (frame.is_inverted and frame.is_report and frame.end_index < stop):
        return False
    after = frame.end_index
    if tokens.kinds[after] != LOWER or "," in tokens.kinds[after:stop]:
        return True
    return not w.is_participle(tokens.words[after]) or w.has_finite(tokens, after, stop)


def _is_added(view: View, start: int, stop: int) -> bool:
    """Tell what the reporter adds from what is said.

    „…, a spus Ana, | potrivit unor fragmente, | transmite agenția”, „…, a spus Ana, | referindu-se
    la pod, | a adăugat ea”
    """
    if start and view.tokens.words[start] in REPORTERS_ASIDES:
        return True
    opens = any(c.kind == "according-to" and c.first_index == start for c in view.cues)
    return opens and not w.has_finite(view.tokens, start, stop)

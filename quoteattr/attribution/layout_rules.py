"""Rules for what the layout attributes: quotations that go on, that lead, that are signed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from quoteattr.attribution.complements import is_set_off
from quoteattr.attribution.credits import credited, is_outlet
from quoteattr.attribution.dialogues import turns_in_marks
from quoteattr.attribution.values import Candidate, CueWords, Mention
from quoteattr.attribution.views import Frame, View
from quoteattr.claims import ClaimKind
from quoteattr.document import LOWER, QUOTATION, UPPER, Tokens
from quoteattr.mentions import NounPhrase
from quoteattr.mentions import words as w
from quoteattr.spans import Span, trimmed

_MEDIA = frozenset({"video", "foto", "audio", "live", "update", "exclusiv"})
# In tokens: a name with an office.
_LONGEST_SIGNATURE = 16
# In code points: longer than a title.
_LONG = 40
# In words: what is shorter may be a title.
_UTTERANCE = 5
# In tokens: how far behind the verb a subject may stand.
_NEAR = 6
# How many quotations with a name below are looked back over.
_PAIRS = 8
# „a II-a”, „al III-lea”
_ORDINALS = ("-a", "-lea")
_OPENING_MARK = re.compile(r"[„“«]|(?:^|[\s:])[\"']")
_MARKS = '„”“«»"'


def find_lone_quotation(view: View) -> Iterator[Candidate]:
    """A sentence that is nothing but a quotation goes on with the running speaker.

    Example: „Plec azi”, a spus Ion. [C „Vin mâine.”]
    Counter: „Iarna”
    """
    tokens = view.tokens
    if w.has_words(tokens.kinds):
        return
    for index in view.quotation_indices:
        length = len(view.document.text[tokens.starts[index] : tokens.ends[index]].split())
        if length < 3 and is_bare_title(view, index):
            continue
        if _is_interviewers_question(view, index) or _is_headings_title(view, index):
            continue
        for content in spoken_pieces(view, index):
            yield Candidate(
                rule="continued-quotation",
                kind="direct",
                content=(content,),
                sentence_index=view.sentence.index,
                wants="speaker",
                score=0.75 if view.follows is not None else 0.6,
            )


def is_bare_title(view: View, index: int) -> bool:
    """Tell „Iarna” from „Da!”: a word or two without a final mark."""
    tokens = view.tokens
    inner = view.document.text[tokens.starts[index] : tokens.ends[index]].rstrip("”\"“»'’› ")
    words = inner.split()
    if len(words) > 2 or inner.endswith((".", "!", "?", "…")):
        return False
    first = words[0][1:].lower() if words else ""
    return not (first in w.FINITE_WORDS or w.is_known_finite(first))  # „Sunt decepționat”


def _is_interviewers_question(view: View, index: int) -> bool:
    """Tell „– Ce faceți cu mierea?”: a dash turn that asks and names nobody."""
    tokens = view.tokens
    opening = view.document.text[tokens.starts[index]]
    inner = view.document.text[tokens.starts[index] : tokens.ends[index]].rstrip()
    return opening in "–—-―−" and inner.endswith("?")


def _is_headings_title(view: View, index: int) -> bool:
    """Tell „„În căutarea podului”. Mărturii …”: no verb, and the headline names nobody."""
    if view.zone != "headline":
        return False
    text, tokens = view.document.folded, view.tokens
    inner = text[tokens.starts[index] + 1 : tokens.ends[index] - 1]
    words = inner.lower().split()
    if len(words) > _UTTERANCE or inner.endswith((".", "!", "?", "…")):
        return False
    if not words or words[0] not in w.PREPOSITIONS:
        return False
    if any(word in w.FINITE_WORDS or w.is_known_finite(word) for word in words):
        return False
    paragraph = view.document.paragraphs[view.sentence.paragraph_index]
    rest = text[tokens.ends[index] : paragraph.end].split()
    names = view.lexicon.given_names
    return not any(word[:1].isupper() and word.strip(",.:").lower() in names for word in rest)


def find_leading_quotation(view: View) -> Iterator[Candidate]:
    """A quotation opens a sentence of other words: a headline or teaser „„…”. X a venit”.

    Example: [C „Nu mai pot”]: povestea unei asistente.
    Counter: „Iarna” a plecat în turneu.
    """
    tokens = view.tokens
    if len(tokens) < 2:
        return
    if tokens.kinds[0] != QUOTATION:
        yield from _closing_headline(view)
        return
    if any(f.left_quotation == 0 for f in view.frames) or not view.is_spoken(0):
        return
    if tokens.kinds[1] not in ".,:;–—-!?…|" and not _breaks(view):
        return
    inner = view.document.text[tokens.starts[0] : tokens.ends[0]]
    if len(inner.split()) < 3:
        return
    if _cue_of_source(view):
        return
    content = (tokens.span(0, 0),)
    for frame in view.frames:
        if frame.cue.mood == "passive" and frame.subject and frame.cue.first_index == 2:
            # „…”, a fost transmis de Ana
            yield credited(
                view, frame, rule="leading-quotation", kind="direct", content=content, score=0.9
            )
            return
    cue, speaker = _by_place(view)
    yield Candidate(
        rule="leading-quotation",
        kind="direct",
        content=content,
        sentence_index=view.sentence.index,
        cue=cue,
        speaker=speaker,
        wants="" if speaker else "speaker",
        score=0.8 if speaker else 0.6,
    )


def find_signed_quotation(view: View) -> Iterator[Candidate]:
    """The name of whoever said it stands in brackets or after a dash behind what is said.

    That is a quotation, or a paragraph without marks. Or the name and an office are the line
    below a quotation.

    Example: [C „Fără pod satul moare de foame.”] ([S Ion Pop])
    Counter: „Podul peste râul cel mare” (Ion Pop) e o carte bună.
    """
    tokens = view.tokens
    yield from _signed_paragraph(view)
    if view.offers == {"signed quotation"} and _signs_line_above(view):
        yield from _signed_above(view)
    for index in view.quotation_indices:
        signature = _signature(view, index)
        if signature is None or not view.is_spoken(index):
            continue
        if tokens.kinds[index + 1] != "," and not (
            _is_sentence(view, index) or _fills_sentence(view, index, signature)
        ):
            continue
        for content in spoken_pieces(view, index):
            yield _signed(view, signature, content, kind="direct", score=0.96)


def _signed(
    view: View, signature: NounPhrase, content: Span, *, kind: ClaimKind, score: float
) -> Candidate:
    """Return what the name in this sentence stands under."""
    return Candidate(
        rule="signed-quotation",
        kind=kind,
        content=(content,),
        sentence_index=view.sentence.index,
        speaker=view.mention(signature),
        score=score,
    )


def _signed_paragraph(view: View) -> Iterator[Candidate]:
    """Yield „Nu avem bani. Vrem un pod nou. (Ion Pop)”, where it fills its paragraph."""
    tokens, document = view.tokens, view.document
    if tokens.kinds[-1:] != ")" or QUOTATION in tokens.kinds:
        return
    bracket = tokens.kinds.rfind("(")
    paragraph = document.paragraphs[view.sentence.paragraph_index]
    if tokens.ends[-1] < paragraph.end or bracket < 0:
        return
    said = trimmed(document.text, paragraph.start, tokens.starts[bracket])
    text = document.folded[said.start : said.end]
    if not text.endswith((".", "!", "?", "…")) or text[0] in _MARKS or text[-2] in _MARKS:
        return
    phrase = _signature(view, bracket - 1)
    if phrase is not None and phrase.name_last > phrase.name_first:
        content = trimmed(document.text, said.start, said.end, " .!?…")
        yield _signed(view, phrase, content, kind="indirect", score=0.9)


def _signs_line_above(view: View) -> bool:
    """Tell a name below its quotation from one above it: „„…” ¶ Ana Pop, medic ¶ „…” ¶ …”."""
    for _ in range(_PAIRS):
        above = view.follows
        if above is None or not _is_lone(above):
            return False
        if above.follows is None or above.follows.offers != {"signed quotation"}:
            return True
        view = above.follows
    return True


def _is_lone(view: View) -> bool:
    return bool(view.quotation_indices) and not w.has_words(view.tokens.kinds)


def _signed_above(view: View) -> Iterator[Candidate]:
    """Yield the quotation of the line above, where this one is a name and an office."""
    above, tokens = view.follows, view.tokens
    phrase = view.reader.read(0, len(tokens))
    if above is None or phrase is None or phrase.name_last <= phrase.name_first or (
        view.lexicon.roles.keys().isdisjoint(tokens.words[phrase.name_last + 1 :])
        or is_outlet(view, phrase)
    ):  # fmt: skip
        return
    for index in above.quotation_indices:
        for content in spoken_pieces(above, index):
            yield _signed(view, phrase, content, kind="direct", score=0.9)


def find_paragraph_below(view: View) -> Iterator[Candidate]:
    """A verb and a colon close their paragraph; what is said is the next one, without marks.

    Example: [S Primarul Ion Pop] [Q a declarat]: ¶ [C Nu avem bani. Vrem un pod nou].
    Counter: Primarul Ion Pop a anunțat lucrările: ¶ Podul din Deal
    """
    document = view.document
    paragraphs, below = document.paragraphs, view.sentence.paragraph_index + 1
    frame = _announcing(view)
    if frame is None or below == len(paragraphs) or view.sentence.end < paragraphs[below - 1].end:
        return
    said = paragraphs[below]
    text = document.folded[said.start : said.end].rstrip('”"»')
    if (
        not text.endswith((".", "!", "?", "…"))
        or not text[0].isupper()
        or _OPENING_MARK.search(text)
    ):
        return
    if len(text.split()) >= _UTTERANCE:
        yield credited(
            view, frame, rule="paragraph-below", kind="indirect",
            content=(trimmed(document.text, said.start, said.end, " .!?…”\"»"),), score=0.8,
        )  # fmt: skip


def with_announcement(view: View, found: Sequence[Candidate]) -> Sequence[Candidate]:
    """Give a quotation that is a paragraph of its own to whom the line above announces or names.

    Example: „Primarul Ion Pop a declarat: ¶ „Nu avem bani.””; „Ion Pop, primar ¶ „Nu avem bani.””
    Counter: „Primarul Ion Pop a anunțat lucrările: ¶ „Podul din Deal””
    """
    above, first = view.follows, found[0]
    if above is None or first.rule != "continued-quotation" or first.speaker or first.cue:
        return found
    frame = _announcing(above)
    if frame is None:
        labelled = _label_line(view, above)
        if labelled is None:
            return found
        return [evolve(first, speaker=labelled, wants="", score=0.85), *found[1:]]
    told = credited(
        above, frame, rule=first.rule, kind=first.kind, content=first.content, score=0.9
    )
    return [evolve(told, sentence_index=first.sentence_index), *found[1:]]


def _label_line(view: View, above: View) -> Mention | None:
    """Return who stands alone on the line right above: „Ana Pop, medic”, „Tatăl copilului”."""
    tokens, size = above.tokens, len(above.tokens)
    if size > _LONGEST_SIGNATURE or above.cues or above.verbs or tokens.kinds[-1] in ".:?!…":
        return None
    gap = _lines_between(above, view)
    over = above.follows
    if gap > 2 or (over is not None and _is_lone(over) and _lines_between(over, above) <= gap):
        return None  # a name may be of the quotation above it
    phrase = above.reader.read(0, size)
    if phrase is None or not phrase.role or not is_speaker(phrase) or is_outlet(above, phrase):
        return None
    rest = tokens.kinds[phrase.last_index + 1 :]
    if phrase.name_last > phrase.name_first:
        return above.mention(phrase) if rest[:1] in ("", ",") else None
    role = above.lexicon.roles.get(tokens.words[phrase.head_index])
    return above.mention(phrase) if role is not None and role.definite and not rest else None


def _lines_between(above: View, below: View) -> int:
    return below.document.text.count("\n", above.sentence.end, below.sentence.start)


def _announcing(view: View) -> Frame | None:
    """Return the frame of a verb of saying that a colon at the end closes, or None."""
    frame = view.frames[-1] if view.frames and view.tokens.kinds[-1] == ":" else None
    if frame is None or frame.is_report or frame.subject is None or frame.cue.group != "say":
        return None
    last = frame.cue.last_index
    if any(verb > last for verb in view.verbs) or frame.subject.first_index > last + _NEAR:
        return None
    return frame


def _signature(view: View, index: int) -> NounPhrase | None:
    """Return the name in „…” (Ion Pop, primar)” or „…” – Ion Pop”, or None."""
    tokens, at = view.tokens, index + 1
    kinds, size = tokens.kinds, len(tokens)
    at += kinds[at : at + 1] == "."
    if kinds[at : at + 1] == ",":
        return _after_comma(view, index)
    if at + 1 >= size or kinds[at] not in "(–—-":
        return None
    closing = kinds.find(")", at + 1, at + _LONGEST_SIGNATURE) if kinds[at] == "(" else size
    if closing < 0:
        return None
    start = at + 1
    for cue in view.cues:
        if cue.first_index == start and cue.kind == "verb":
            start = cue.last_index + 1  # „(a mai spus Ion Pop)”
    phrase = view.reader.read(start, closing)
    if phrase is None or phrase.is_oblique:
        return None
    after = phrase.last_index + 1
    if phrase.name_last <= phrase.name_first:
        # „(REPER)”, „(IPJ Vaslui)”: a body, alone in its brackets
        is_body = phrase.kind == "name" and kinds[at] == "(" and after >= closing
        if tokens.words[closing - 1].endswith(_ORDINALS):
            return None  # „(Partea a II-a)”
        return phrase if is_body and not is_outlet(view, phrase) else None
    return phrase if after >= closing or kinds[after] in ",.–—-;" else None


def _after_comma(view: View, index: int) -> NounPhrase | None:
    """Return the name in „„…”, Ion Pop, primar”, in a sentence of nothing else, or None."""
    tokens, start = view.tokens, index + 2
    if index or view.cues or any(w.is_finite(tokens, at) for at in range(start, len(tokens))):
        return None
    inner = view.document.text[tokens.starts[0] : tokens.ends[0]].split()
    phrase = view.reader.read(start, len(tokens)) if len(inner) >= _UTTERANCE else None
    if phrase is None or phrase.name_last <= phrase.name_first or phrase.name_first > start:
        return None
    return phrase if phrase.role and not is_outlet(view, phrase) else None


def _is_sentence(view: View, index: int) -> bool:
    """Tell an utterance from a title: five words, and it ends as a sentence or follows a colon."""
    tokens = view.tokens
    inner = view.document.text[tokens.starts[index] + 1 : tokens.ends[index] - 1].rstrip()
    ends = inner.endswith((".", "!", "?", "…")) or tokens.kinds[index - 1 : index] in tuple(":;")
    return ends and len(inner.split()) >= _UTTERANCE


def _fills_sentence(view: View, index: int, signature: NounPhrase) -> bool:
    """Tell „„Fără pod satul moare” (Ion Pop)” from „„Podul peste râu” (Ion Pop) e o carte”.

    Nothing else stands in the sentence; it is longer than a title, and a person has signed it.
    """
    tokens = view.tokens
    is_long = tokens.ends[0] - tokens.starts[0] > _LONG
    closes = index == 0 and tokens.kinds.rstrip(".")[-1:] == ")"
    return closes and is_long and signature.name_last > signature.name_first


def _by_place(view: View) -> tuple[CueWords | None, Mention | None]:
    """Return a verb that nobody knows to report, by its place alone, and its subject.

    „…”, a concluzionat glumeț Ion Pop: after the mark and a comma stands what reports.
    """
    tokens, last = view.tokens, len(view.tokens) - 1
    at = 3
    while at < last and tokens.words[at] in ("mai", "și", "tot"):
        at += 1
    if tokens.kinds[1] != "," or at >= last or not w.is_auxiliary(tokens, 2):
        return None, None
    word = tokens.words[at]
    if tokens.words[2].split("-")[-1] not in ("a", "au") or not w.is_participle(word):
        return None, None
    start = at + 1
    while start < last and tokens.words[start] in w.ADVERBS:
        start += 1
    phrase = view.reader.read(start, last + 1)
    if phrase is None or not (is_speaker(phrase) or phrase.kind == "pronoun"):
        return None, None
    number = "sg" if tokens.words[2].endswith("a") else "pl"
    return CueWords(tokens.span(2, at), word, "verb", number), view.mention(phrase)


def _closing_headline(view: View) -> Iterator[Candidate]:
    """Yield the quotation that a semicolon or slash sets off at the end of a headline."""
    if view.zone != "headline":
        return
    tokens = view.tokens
    last = len(tokens) - 1
    set_off = tokens.kinds[last] == QUOTATION and tokens.kinds[last - 1] in ";/|"
    if not set_off or not view.is_spoken(last):
        return
    if len(view.document.text[tokens.starts[last] : tokens.ends[last]].split()) < 3:
        return
    yield Candidate(
        rule="leading-quotation", kind="direct", content=(tokens.span(last, last),),
        sentence_index=view.sentence.index, wants="speaker", score=0.6,
    )  # fmt: skip


def _breaks(view: View) -> bool:
    """Tell whether the quotation ends like a sentence and a new one starts after it."""
    tokens = view.tokens
    inner = view.document.text[tokens.starts[0] : tokens.ends[0]].rstrip("”\"“»' ")
    return inner.endswith((".", "!", "?", "…")) and tokens.kinds[1] != LOWER


def _cue_of_source(view: View) -> bool:
    return any(cue.kind == "according-to" and cue.first_index <= 3 for cue in view.cues)


def spoken_pieces(view: View, index: int) -> tuple[Span, ...]:
    """Return the quotation, or its turns where a dialogue stands inside the marks."""
    whole = view.tokens.span(index, index)
    quotation = view.quotations.get(index)
    if quotation is None:
        return (whole,)
    return turns_in_marks(view.document.text, quotation) or (whole,)


def is_speaker(phrase: NounPhrase) -> bool:
    """Tell a name or a role, in the nominative, from what cannot speak."""
    return not phrase.is_oblique and (phrase.kind == "name" or bool(phrase.role))


def mark_before(view: View, index: int) -> tuple[int, bool]:
    """Return the colon or dash that introduces a quotation, or -1.

    And whether that is a dash in a line of nothing else: „Ana Pop, despre buget – „Nu ajunge””.
    """
    tokens = view.tokens
    colon = index - 1
    while colon > 0 and tokens.kinds[colon] in "*–—-":
        colon -= 1
    if tokens.kinds[colon] == ":":
        return colon, False
    if is_set_off(view.document, tokens, index):
        return colon + 1, False
    return (colon + 1, True) if index == len(tokens) - 1 > colon + 1 else (-1, False)


def before_tag(tokens: Tokens, start: int, end: int) -> int:
    """Return where a headline ends before „VIDEO”, „| FOTO”, „(AUDIO)”."""
    kinds, stop = tokens.kinds, end
    while stop - 1 > start and (kinds[stop - 1] == UPPER or kinds[stop - 1] in "()|/-–"):
        if kinds[stop - 1] == UPPER and tokens.words[stop - 1] not in _MEDIA:
            break
        stop -= 1
    return stop if stop - start >= 3 and not _MEDIA.isdisjoint(tokens.words[stop:end]) else end


def is_between(tokens: Tokens, at: int) -> bool:
    """Tell „Ion Pop, omul meciului Deal - Vale 0-1: „…”” from „Meciul zilei - Ion Pop: „…””."""
    beside = tokens.kinds[at - 1] + tokens.kinds[at + 1 : at + 2]
    return beside == "nn" or (not beside.strip("CU") and "," in tokens.kinds[:at])


def is_abbreviated(view: View, word: str) -> bool:
    """Tell „nr.”, „lt-col.” of „Ion Pop, lt-col. Poliția Iași: „…”” from the end of a sentence."""
    return len(word) <= 2 or word.rpartition("-")[2] + "." in view.lexicon.abbreviations

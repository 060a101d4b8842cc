"""Rules for labels: „Ion Pop: „…””, „Ion Pop: nu vom mări taxele”."""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.attribution import boundaries
from quoteattr.attribution.agents import find_owner
from quoteattr.attribution.clause_rules import content_kind
from quoteattr.attribution.credits import is_document, is_outlet
from quoteattr.attribution.fused import LONGEST_HEADING, is_one_line
from quoteattr.attribution.label_names import (
    is_met,
    is_surname,
    is_told_below,
    reports_elsewhere,
)
from quoteattr.attribution.layout_rules import (
    before_tag,
    is_abbreviated,
    is_bare_title,
    is_between,
    is_speaker,
    mark_before,
    spoken_pieces,
)
from quoteattr.attribution.sources import source_phrase
from quoteattr.attribution.values import Candidate, CueWords, Mention
from quoteattr.attribution.views import View
from quoteattr.attribution.voices import FIRST_PERSON, SURELY_MINE
from quoteattr.document import LOWER, NUMBER, QUOTATION, UPPER, Tokens
from quoteattr.mentions import NounPhrase
from quoteattr.mentions import words as w
from quoteattr.patterns import pattern
from quoteattr.spans import Span, trimmed

_LONGEST_LABEL = 16
# In words: „„Bucătarul lui Vlad”, …”.
_LONGEST_NICKNAME = 4
# „Ion Pop: …”, „Reporter: …”
_TURN = pattern(
    r"(?!Foto|FOTO|Sursa|Video|VIDEO)\p{Lu}[\p{L}.-]{1,20}(?: \p{Lu}[\p{L}.-]{1,20}){0,2}:\s"
)
_NEXT = w.ADVERBS | {"și", "iar", "dar"}
# Tags of the outlet's before a headline: no speakers.
_TAGS = frozenset(
    """video foto live update exclusiv breaking news interviu analiză sondaj audio galerie text
    document documente alertă surse sursa sursă credit oficial""".split()
)
# Of governments, and no towns: „Kremlin: nu vom negocia”, „Casa | Albă: …”.
_SEATS = frozenset("albă cotroceni elysee kremlin kremlinul pentagon pentagonul".split())
_EVENTS = w.PARTS_OF_TIME | {"premieră", "zi", "zile", "zilele"}
_STUDIES = frozenset({"cercetare", "raport", "studiu"})
_INTERVIEWERS = frozenset({"reporter", "reporterul", "reportera", "rep", "redactor", "moderator",
                           "moderatorul", "întrebare", "jurnalist", "realizator"})  # fmt: skip
_TOPIC_WORDS = frozenset(
    {"despre", "după", "la", "în", "către", "pentru", "cu", "dur", "atac", "mesaj"}
)


def find_label_before_quotation(view: View) -> Iterator[Candidate]:
    """A name or role and a colon introduce a quotation, without a verb.

    Example: [S Ion Pop], despre buget: [C „Nu ajunge.”]
    Counter: Programul zilei: „Iarna”, ora 20.
    """
    tokens = view.tokens
    for index in view.quotation_indices:
        colon, is_dash = mark_before(view, index)
        if colon < 1:
            continue
        if any(f.complement == "quote" and f.complement_index == index for f in view.frames):
            continue
        if any(f.left_quotation == index for f in view.frames):
            continue
        speaker = _label(view, colon)
        if speaker is not None and _is_interviewer(view, speaker.phrase):
            continue
        if is_dash and not (
            speaker and _is_label_speaker(view, speaker.phrase) and _is_clause(view, index)
        ):
            continue
        if _is_name(view, index) or (is_bare_title(view, index) and not _is_person(speaker)):
            continue
        told_by = _opening_source(view, colon) if speaker is None else None
        topical = tokens.words[0] == "despre"
        hint = None if speaker or told_by or topical else _named_before(view, colon)
        cue_frame = told_by[0] if told_by else _report_before(view, colon)
        # „Și apoi: „…””, „Despre pod: „…””
        is_next = topical or (colon < 4 and _NEXT.issuperset(tokens.words[:colon]))
        if not (speaker or hint or cue_frame or is_next or _is_speech(view, index)):
            continue
        source = speaker if speaker and is_document(view, speaker.phrase) else None
        if told_by is not None:
            source = told_by[1]
        for content in spoken_pieces(view, index):
            yield Candidate(
                rule="label-before-quotation",
                kind="direct",
                content=(content,),
                sentence_index=view.sentence.index,
                cue=cue_frame,
                speaker=None if source else speaker,
                source=source,
                hint=hint,
                wants="" if speaker or source else "speaker",
                score=0.85 if speaker or source else 0.7 if hint else 0.55,
            )


def _opening_source(view: View, colon: int) -> tuple[CueWords, Mention] | None:
    """Return the source of „Potrivit presei, podul nu mai ține: „…””, and its cue."""
    for cue in view.cues:
        if cue.kind == "according-to" and cue.first_index <= 1:
            source = view.mention(source_phrase(view.reader, cue))
            is_before = source is not None and source.span.end < view.tokens.starts[colon]
            return (view.cue_words(cue), source) if source is not None and is_before else None
    return None


def _is_person(speaker: Mention | None) -> bool:
    return speaker is not None and (speaker.phrase.name_first >= 0 or bool(speaker.phrase.role))


def _is_clause(view: View, index: int) -> bool:
    """Tell words that somebody may have said from the title of a play."""
    span = view.tokens.span(index, index)
    return len(view.document.text[span.start : span.end].split()) >= 5 and view.is_spoken(index)


def _is_speech(view: View, index: int) -> bool:
    """Tell a speech from an entry of a list or a title.

    It is long, or stands in a headline, or is a sentence after a clause.
    """
    tokens = view.tokens
    inner = view.document.text[tokens.starts[index] : tokens.ends[index]].rstrip("”\"“»'’› ")
    words = len(inner.split())
    if words >= 14 or (view.zone == "headline" and words >= 3 and view.is_spoken(index)):
        return True
    sentence = inner.endswith((".", "!", "?", "…")) or words >= 6
    return sentence and w.has_finite(tokens, _label_start(view, index - 1), index - 1)


def _report_before(view: View, colon: int) -> CueWords | None:
    for frame in reversed(view.frames):
        if frame.cue.last_index < colon and not frame.complement:
            return view.cue_words(frame.cue)
    return None


def _label(view: View, colon: int) -> Mention | None:
    """Return the speaker that a label names: the noun phrase at its start."""
    tokens = view.tokens
    start = _label_start(view, colon)
    fronted = tokens.words[start] == "despre" or tokens.words[start] in w.ASKED
    comma = tokens.kinds.rfind(",", start, colon) if fronted else -1
    # „Despre podul cel nou, Ion Pop: „…””, „Întrebat dacă vine, răspunsul lui a fost: „…””
    start = max(start, comma + 1)
    if tokens.words[start] in _TAGS and tokens.kinds[start + 1] in ".|/":
        start += 2  # „VIDEO. Mărturia unui localnic: „…””
    if colon - start > _LONGEST_LABEL:
        return None
    phrase = view.reader.read(start, colon)
    if phrase is None or phrase.kind == "pronoun":
        return None
    if _is_utterance(view, phrase):
        return view.mention(_whose(view, phrase, colon))
    if _is_event(view, phrase):
        return None
    if _is_matter(tokens, phrase):
        return None
    if phrase.last_index == colon - 1 and is_speaker(phrase):
        return view.mention(phrase)
    after = phrase.last_index + 1
    if tokens.kinds[after] == "(":
        return view.mention(phrase) if is_speaker(phrase) else None
    topical = (
        tokens.kinds[after] in ",."  # „Ana Pop, medic la Spitalul nr. 3: „…””
        or tokens.words[after] in _TOPIC_WORDS
        or tokens.words[after] in view.lexicon.roles
    )
    # „Ion Pop, despre podul care a căzut: …”: a name and its topic, whatever the topic holds
    about = phrase.name_last > phrase.name_first and "despre" in tokens.words[after : after + 2]
    has_verb = not about and any(w.is_auxiliary(tokens, i) for i in range(after, colon))
    if topical and not has_verb and is_speaker(phrase):
        return view.mention(phrase)
    if phrase.name_last > phrase.name_first and any(
        w.is_finite(tokens, i) for i in range(after, colon)
    ):
        return view.mention(phrase)  # „Ion Pop știe cine e Ana Rusu: „…””
    closing = view.reader.ending_at(colon - 1, start)
    if closing is not None and closing.name_first >= 0 and not closing.is_oblique and not has_verb:
        return view.mention(closing)
    return None


def _is_matter(tokens: Tokens, phrase: NounPhrase) -> bool:
    """Tell „Drama angajatorilor”, a noun with the capital of its line, from a name."""
    second = phrase.first_index + 1
    if phrase.kind != "name" or phrase.role or second > phrase.last_index:
        return False
    return tokens.kinds[second] == LOWER and w.is_oblique_form(tokens.words[second])


def _is_name(view: View, index: int) -> bool:
    """Tell „Ana Pop: „Taxa pe zahăr”, un impozit nou” from „Ana Pop: „Nu vin”, spune ea”.

    So is „Ana Pop: „Comisia de poduri” trebuie să plece”.
    """
    after = index + 1
    if view.tokens.kinds[after : after + 1] == LOWER and w.is_finite(view.tokens, after):
        return _opens_clause(view, index)
    comma = view.tokens.kinds[after : after + 1] == ","
    return comma and (is_bare_title(view, index) or _opens_clause(view, index))


def _opens_clause(view: View, index: int) -> bool:
    """Tell „Pop: „Bucătarul lui Vlad”, vechi prieten, conduce podul”: a name in marks, its verb."""
    tokens = view.tokens
    if any(cue.first_index > index for cue in view.cues):
        return False
    inner = view.document.text[tokens.starts[index] : tokens.ends[index] - 1].split()
    is_name = len(inner) <= _LONGEST_NICKNAME and not inner[-1].endswith((".", "!", "?", "…"))
    return is_name and w.has_finite(tokens, index + 1, len(tokens))


def _label_start(view: View, colon: int) -> int:
    """Return the first token of the label: after an earlier colon, quotation or dash."""
    tokens = view.tokens
    for at in range(colon - 1, -1, -1):
        if tokens.kinds[at] in "wCUn":
            continue
        topical = at == colon - 1 or tokens.words[max(0, at - 1)] == "despre"
        if tokens.kinds[at] == QUOTATION and (topical or not view.is_spoken(at)):
            continue  # „rectorul Universității „Nicolae Testemițanu”: …”
        if tokens.kinds[at] in (":", QUOTATION, "–", "—", "-", "|", "/", ";", "!", "?", "."):
            if tokens.kinds[at] == "." and is_abbreviated(view, tokens.words[at - 1]):
                continue
            if tokens.kinds[at] in "–—-" and (
                is_between(tokens, at) or tokens.words[at - 1] == "ani"
            ):
                continue  # „Maria, 54 de ani – Iași: „…””
            return at + 1
    return _past_bullet(tokens)


def _past_bullet(tokens: Tokens) -> int:
    """Return the first token after the mark or number of a list („* Ion Pop: …”)."""
    at = 0
    while at < len(tokens) and tokens.kinds[at] not in "wCUnq":
        at += 1
    return at


def _past_tag(view: View, colon: int) -> int:
    """Return the first token after what a headline is tagged with: „Video Pop: …”."""
    tokens, start = view.tokens, _label_start(view, colon)
    while start + 1 < colon and tokens.words[start] in _TAGS and tokens.kinds[start + 1] in "CU":
        start += 1
    return start


def _is_utterance(view: View, phrase: NounPhrase) -> bool:
    """Tell „Mesajul lui Ion Pop”, „Reacția PSD”: words, and no one who speaks them."""
    noun = view.lexicon.reporting_nouns.get(view.tokens.words[phrase.head_index])
    return noun is not None and noun.kind == "utterance"


def _whose(view: View, phrase: NounPhrase, colon: int) -> NounPhrase | None:
    """Return whose words a label names: „Mesajul lui Ion Pop”, „Reacția oficială a PSD”."""
    tokens, after = view.tokens, phrase.head_index + 1
    owner = find_owner(tokens, after, view.reader, colon)
    if owner is None or owner.first_index > after or owner.name_first >= 0:
        return owner
    capitals = tokens.kinds[after - 1] == UPPER and not w.is_oblique_form(tokens.words[after])
    return None if capitals else owner  # „ȘTIRE INIȚIALĂ:”


def _is_event(view: View, phrase: NounPhrase) -> bool:
    """Tell „Amintiri de la 7 aprilie”, „Salvarea a 10 mineri” from whoever can speak."""
    if phrase.name_first >= 0:
        return False
    after = phrase.head_index + 1
    inside = view.tokens.kinds[after : phrase.last_index + 1]
    if not _EVENTS.isdisjoint(view.tokens.words[phrase.first_index : phrase.head_index + 2]):
        return True  # „Premieră la Teatrul Mic”, „Ultimele zile”: what takes place, not an office
    return inside[:1] == NUMBER or (not phrase.role and NUMBER in inside and LOWER in inside)


def _named_before(view: View, colon: int) -> Mention | None:
    """Return the subject of the clause that ends with the colon („X a comentat decizia: „…”")."""
    for frame in reversed(view.frames):
        if frame.cue.last_index < colon and frame.subject is not None:
            return view.mention(frame.subject)
    phrase = view.reader.read(_label_start(view, colon), colon)
    if phrase is None or not is_speaker(phrase):
        return None
    if _is_utterance(view, phrase) or _is_event(view, phrase):
        return None
    return view.mention(phrase)


def find_headline_label(view: View) -> Iterator[Candidate]:
    """A headline or label „Nume: text” reports without marks and without a verb.

    Example: [S Ion Pop]: [C Nu vom mări taxele].
    Counter: Vremea mâine: ploi în toată țara.
    """
    tokens = view.tokens
    colon = tokens.kinds.find(":", 0, _LONGEST_LABEL + 8)
    if colon < 1 or colon + 2 >= len(tokens) or tokens.kinds[colon + 1] == "/":
        return  # „https://…” is no label
    if tokens.kinds[colon + 1] == QUOTATION and not _is_name(view, colon + 1):
        return
    is_first = view.sentence.start == view.document.paragraphs[view.sentence.paragraph_index].start
    if not (is_first or view.zone in ("headline", "subtitle")):
        return
    if any(cue.first_index < colon for cue in view.cues):
        return
    phrase = _labelled(view, colon)
    if phrase is None:
        return
    is_study = _is_study(view, colon)
    is_source = is_study or (phrase.last_index == colon - 1 and is_outlet(view, phrase))
    end = boundaries.content_end(view, colon + 1, None)
    is_outer = _reports_reports(view, phrase, colon)
    if is_outer:
        end = len(tokens)
    if end - colon < 3 or _is_name_list(view, colon + 1):
        return
    if tokens.kinds[colon + 1] == NUMBER and not w.has_finite(tokens, colon + 2, end):
        return  # „1. Ion Pop: 120 de milioane de lei”
    paragraph = view.document.paragraphs[view.sentence.paragraph_index]
    is_page = paragraph.start == view.sentence.start and is_one_line(view.document)
    if is_page and view.sentence.end - view.sentence.start > LONGEST_HEADING:
        return  # where the heading ends is not told: „Pop: Podul cade Satul cere ajutor, a spus …”
    is_turn = view.zone == "body" and not is_page and _is_turn(view, paragraph)
    if view.zone == "headline":
        end = before_tag(tokens, colon + 1, end)
    content = view.stretch(colon + 1, len(tokens) if is_turn else end)
    yield Candidate(
        rule="headline-label",
        kind=content_kind(view, colon + 1, len(tokens) if is_turn else end),
        content=(_to_end_of_label(view, content, is_turn=is_turn),),
        sentence_index=view.sentence.index,
        speaker=None if is_source else view.mention(phrase),
        source=view.mention(phrase) if is_source else None,
        score=0.97 if is_outer else 0.95 if is_turn else 0.8,
    )


def _reports_reports(view: View, phrase: NounPhrase, colon: int) -> bool:
    """Tell „Pop: Guvernul arată că nu poate conduce”: what is reported inside is Pop's word."""
    if view.zone not in ("headline", "subtitle") or phrase.last_index != colon - 1:
        return False
    if not (phrase.role or phrase.name_first >= 0 or is_surname(view, _words_of(view, phrase)[0])):
        return False
    inner = [frame for frame in view.frames if frame.cue.first_index > colon]
    others = [cue for cue in view.cues if cue.first_index > colon]
    return len(inner) == len(others) > 0 and all(
        frame.complement in ("că", "să") and not frame.is_inverted for frame in inner
    )


def _is_turn(view: View, paragraph: Span) -> bool:
    """Tell whether all of a labelled paragraph is said: in the first person, or by turns."""
    mine = SURELY_MINE.search(view.document.folded, view.sentence.start, paragraph.end)
    return mine is not None or _is_answered(view)


def _is_answered(view: View) -> bool:
    """Tell a turn of a dialogue („Ion: Vii? ¶ Ana: Nu. Plec.”): another stands beside it."""
    document, at = view.document, view.sentence.paragraph_index
    beside = [*document.paragraphs[max(0, at - 1) : at], *document.paragraphs[at + 1 : at + 2]]
    return any(_TURN.match(document.folded, span.start, span.end) for span in beside)


def _labelled(view: View, colon: int) -> NounPhrase | None:
    """Return whoever a headline's label names, or None where it names nobody who speaks."""
    phrase = view.reader.read(_past_tag(view, colon), colon)
    if phrase is None:
        return None
    if _is_study(view, colon):
        return phrase
    if _is_utterance(view, phrase):
        owner = _whose(view, phrase, colon)
        if owner is None or owner.last_index < colon - 1 or owner.kind == "pronoun":
            return None
        return None if _is_event(view, owner) else owner
    if _is_event(view, phrase):
        return None
    after = phrase.last_index + 1
    if after == colon and is_outlet(view, phrase):
        return phrase
    if phrase.name_last > phrase.name_first >= 0:
        after = _past_bracket(view.tokens, after, colon)
    is_whole = after == colon or (
        _is_topic(view, after, colon) or _is_affiliation(view, phrase, after, colon)
    )
    if after < colon - 1 and view.tokens.words[after] == "către" and phrase.kind == "name":
        return phrase  # „UE către Londra: …” is no topic
    return phrase if is_whole and _is_label_speaker(view, phrase) else None


def _is_study(view: View, colon: int) -> bool:
    """Tell „Studiu: apa scade”, which a study has found, from „Studiu: cum scade apa”."""
    tokens, after = view.tokens, colon + 1
    if view.zone != "headline" or colon != 1 or tokens.words[0] not in _STUDIES:
        return False
    is_asked = tokens.kinds[-1] == "?" or tokens.words[after] in w.RELATIVES
    return not is_asked and w.has_finite(tokens, after, len(tokens))


def _is_label_speaker(view: View, phrase: NounPhrase) -> bool:
    """Tell a person or office from a topic („Vremea”, „Ucraina”)."""
    if phrase.is_oblique or phrase.kind == "pronoun" or _is_interviewer(view, phrase):
        return False
    tokens = view.tokens
    word, is_one = tokens.words[phrase.first_index], phrase.first_index == phrase.last_index
    addresses = word in view.lexicon.titles and word not in view.lexicon.roles
    if addresses or word + "." in view.lexicon.abbreviations:
        return not is_one  # „Dr.: …”, though „Doctorul: …”
    if is_one and word in ("sursa", "sursă"):
        return False  # „Sursa: vocea.ro”, though „SURSE: Guvernul pleacă”
    inside = (view.lexicon.roles.get(word) for word in _words_of(view, phrase))
    role = next(filter(None, inside), None)
    if phrase.name_first < 0 and role is not None and role.group == "group" and not role.definite:
        return False  # „Parlament: o nouă ședință”, „Ultima școală: …”
    if phrase.role or (phrase.name_first >= 0 and phrase.name_last > phrase.name_first):
        return True
    first = view.document.text[tokens.starts[phrase.first_index]]
    if not _SEATS.isdisjoint(tokens.words[phrase.first_index : phrase.last_index + 1]):
        return True
    if not is_one or word in view.lexicon.countries or word in _TAGS:
        return False
    if first.isupper() and (is_surname(view, word) or is_met(view, phrase)):
        return True
    return reports_elsewhere(view, word) or is_told_below(view, phrase)


def _past_bracket(tokens: Tokens, at: int, colon: int) -> int:
    """Return the token after a bracket that opens at ``at``: „Ion Pop (PNL): …”."""
    closing = tokens.kinds.find(")", at, colon) if tokens.kinds[at] == "(" else -1
    return at if closing < 0 else closing + 1


def _is_affiliation(view: View, phrase: NounPhrase, after: int, colon: int) -> bool:
    """Tell „, director, Romgaz” between a person's name and the colon."""
    tokens = view.tokens
    named = phrase.name_last > phrase.name_first >= 0 or is_met(view, phrase)
    if not named and phrase.first_index == phrase.last_index:
        named = is_surname(view, tokens.words[phrase.first_index])  # „Popescu, în plenul CSM: …”
    # „Ion Pop, candidat | la președinție”
    goes_on = phrase.role and phrase.name_first == phrase.first_index
    if not (named and (tokens.kinds[after] == "," or goes_on)):
        return False
    return not w.has_finite(tokens, after, colon)


def _is_name_list(view: View, start: int) -> bool:
    """Tell „Persoană de contact: Irina Calotă, biroul de presă”: a name, no statement."""
    phrase = view.reader.read(start, len(view.tokens))
    if phrase is None or phrase.name_first < 0:
        return False
    after, words = phrase.last_index + 1, view.tokens.words
    if view.zone == "headline" and view.tokens.kinds[after : after + 1] == ",":
        told = words[after + 1 : after + 2]
        if told and (told[0] in w.PREPOSITIONS or w.is_participle(told[0])):
            return False  # „DNA: Ion Pop, în arest”, „Ion Pop, trimis în judecată”
    return after >= len(view.tokens) or view.tokens.kinds[after] in ",.;("


def _is_topic(view: View, start: int, colon: int) -> bool:
    """Tell „, despre accidentul din Bulgaria” between a name and its colon."""
    tokens = view.tokens
    at = start + (tokens.kinds[start] == ",")
    return tokens.kinds[start] == "," and at < colon and tokens.words[at] in _TOPIC_WORDS


def _to_end_of_label(view: View, span: Span, *, is_turn: bool) -> Span:
    """Widen the content to the whole paragraph of somebody who speaks in the first person."""
    paragraph = view.document.paragraphs[view.sentence.paragraph_index]
    rest = view.document.folded[span.end : paragraph.end]
    first = view.document.folded[span.start : span.end]
    is_mine = view.zone == "headline" and FIRST_PERSON.search(rest) and FIRST_PERSON.search(first)
    if not (is_turn or is_mine):
        return span
    return trimmed(view.document.text, span.start, paragraph.end, " .!?…")


def _is_interviewer(view: View, phrase: NounPhrase) -> bool:
    """Tell the outlet's own label in an interview: „Reporter:”, „Rep.:”."""
    return _words_of(view, phrase)[0] in _INTERVIEWERS


def _words_of(view: View, phrase: NounPhrase) -> tuple[str, ...]:
    return view.tokens.words[phrase.first_index : phrase.last_index + 1]

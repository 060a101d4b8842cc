"""Who is credited: subject, outlet or document, addressee, relays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from quoteattr.attribution.sources import source_phrase
from quoteattr.attribution.values import Candidate, Mention
from quoteattr.claims import ClaimKind
from quoteattr.cues import CueGroup
from quoteattr.document import LOWER
from quoteattr.lexicon import Lexicon
from quoteattr.mentions import PARTICLES, NounPhrase
from quoteattr.mentions import words as w
from quoteattr.orthography import fold_name
from quoteattr.spans import Span

if TYPE_CHECKING:
    from quoteattr.attribution.views import Frame, View

_DOMAINS = (".ro", ".md", ".com", ".net", ".eu", ".info", ".tv", ".uk")
_NO_WORDS: Final[frozenset[str]] = frozenset()
# After a noun: whose it is, or which one is meant.
_POINTING = frozenset(
    {"lor", "sa", "său", "săi", "sale", "aceasta", "acesta", "acestea", "aceștia"}
)
_ARTICLES = ("ul", "ea", "ele", "ile")
_THE_SOURCE = (("sursa",), ("sursei",))
_THIS_ONE = frozenset({"această", "aceasta", "acestei"})
# What outlets do with news; offices make known as well as outlets: „transmite IPJ Vaslui”.
_REPORTS_AS_OUTLET = frozenset({"relata", "scrie", "nota", "titra"})
_MAKES_KNOWN = frozenset({"transmite", "informa"})

# „spusele”, „afirmațiile”, „o declarație”: what somebody has said.
_SAYINGS = ("afirmați", "declarați", "mărturi", "relatăr", "spuse")
_MADE = frozenset({"date", "dată", "făcute", "făcută", "oferite", "oferită"})


def credited(
    view: View,
    frame: Frame,
    *,
    rule: str,
    kind: ClaimKind,
    content: tuple[Span, ...],
    score: float,
) -> Candidate:
    """Return the candidate of a verb: its subject is the speaker, or the source where it is
    an outlet or a document.
    """
    subject, document, addressee = frame.subject, frame.document, frame.addressee
    speaker = None if subject is None else _outside(view, subject, content)
    source = None if document is None else _outside(view, document, content)
    if speaker is not None and is_source(view, speaker, frame):
        speaker, source = None, speaker
    cue = view.cue_words(frame.cue)
    spoken_to = None if addressee is None else _outside(view, addressee, content)
    wants: Literal["", "speaker"] = "" if speaker or source else "speaker"
    # By position: by name it takes twice as long.
    return Candidate(
        rule, kind, content, view.sentence.index, cue, speaker, source, (), spoken_to, wants,
        None, score,
    )  # fmt: skip


def _outside(view: View, phrase: NounPhrase, content: tuple[Span, ...]) -> Mention | None:
    """Leave out what is itself reported: „Ministrul vine luni, a spus.” has no subject."""
    mention = view.mention(phrase)
    if mention is not None:
        start, end = mention.span.start, mention.span.end
        for span in content:
            if start < span.end and span.start < end:
                return None
    return mention


def is_source(view: View, mention: Mention, frame: Frame) -> bool:
    """Tell whether a subject is an outlet or a document rather than a person or body."""
    phrase = mention.phrase
    if phrase.kind == "pronoun":
        return False
    if phrase.name_first >= 0:
        # „un raport al Anei Pop”, but „Ana Pop”
        return phrase.name_first > phrase.head_index and is_document(view, phrase)
    if is_document(view, phrase) or is_outlet(view, phrase):
        return True
    if phrase.role:
        return False
    if frame.cue.lemma not in _REPORTS_AS_OUTLET and (
        frame.cue.lemma not in _MAKES_KNOWN or _opens_as_acronym(view, phrase)
    ):
        return False
    return (
        frame.is_inverted
        and frame.left_quotation < 0
        and phrase.kind == "name"
        and phrase.first_index > frame.cue.last_index
        and view.lexicon.remembered(folded_name)(mention_text(view, phrase))
        not in view.lexicon.countries
    )


def _opens_as_acronym(view: View, phrase: NounPhrase) -> bool:
    """Tell „IPJ Vaslui”, „MApN” from „AFP și EFE”: of acronyms, outlets are known."""
    if _names_outlet(view, phrase.first_index, phrase.first_index):
        return False
    span = view.tokens.span(phrase.first_index, phrase.first_index)
    return sum(map(str.isupper, view.document.text[span.start : span.end])) > 1


def can_speak(view: View, phrase: NounPhrase) -> bool:
    """Tell a person, body, document or outlet from a thing that only shows something."""
    words = view.tokens.words
    if phrase.role or phrase.kind == "pronoun":
        return True
    if phrase.kind == "name" and not _opens_as_noun(view, phrase):
        return True
    head = words[phrase.head_index]
    if head in view.lexicon.nationalities or head.endswith(w.PEOPLE):
        return True  # „spun românii”, „spun energeticienii”
    if phrase.last_index > phrase.first_index and words[phrase.first_index] in PARTICLES:
        return True  # „a spus von der Leyen”
    return is_document(view, phrase) or is_outlet(view, phrase)


def _opens_as_noun(view: View, phrase: NounPhrase) -> bool:
    """Tell „Existența lor”, „Fotografia aceasta” from a name: capital by its place alone."""
    if phrase.first_index or phrase.name_first >= 0:
        return False
    words, last = view.tokens.words, phrase.last_index
    if last > 0 and not view.tokens.kinds[1 : last + 1].strip(LOWER) and (
        words[0].endswith(_ARTICLES) and words[0] not in view.lexicon.nationalities
    ):  # fmt: skip
        return True  # „Dezbaterea electorală”
    return words[last] in _POINTING or not _POINTING.isdisjoint(words[last + 1 : last + 2])


def is_outlet(view: View, phrase: NounPhrase) -> bool:
    """Tell whether the phrase names a known outlet or calls itself one („ziarul X”)."""
    words = view.tokens.words
    head = words[phrase.head_index]
    if head.startswith(("agenți", "televiziun")) and words[phrase.first_index] != "unul":
        return head[0] == "t" or _is_news_agency(view, phrase)
    if head in view.lexicon.words.get("outlet-nouns", _NO_WORDS):
        return True
    return _names_outlet(view, phrase.first_index, phrase.last_index)


def folded_name(lexicon: Lexicon, text: str) -> str:
    """Return a name folded for comparison; for ``Lexicon.remembered``."""
    del lexicon
    return fold_name(text)


def _is_news_agency(view: View, phrase: NounPhrase) -> bool:
    """Tell „agenția de presă X”, „agenția EFE” from „Agenția Națională de Integritate”."""
    words, after = view.tokens.words, phrase.head_index + 1
    while after <= phrase.last_index and words[after] in view.lexicon.nationalities:
        after += 1  # „agenția rusă de presă TASS”
    if after > phrase.last_index:
        return True
    if words[after] == "de" or words[after] in w.PREPOSITIONS:
        return words[after + 1 : after + 2] in (("presă",), ("știri",), ("presa",), ("stiri",))
    if not w.is_name_like(view.tokens, after):
        return _names_outlet(view, phrase.first_index, phrase.last_index)
    if _names_outlet(view, after, phrase.last_index):
        return True
    return not words[after].endswith(("ă", "e", "i", "ei", "ului"))


def _names_outlet(view: View, first: int, last: int) -> bool:
    tokens, lexicon = view.tokens, view.lexicon
    word = tokens.words[first]
    if tokens.kinds[first] in "CUw" and not lexicon.remembered(_opens_outlet)(word):
        return False
    if first == last and tokens.kinds[first] == LOWER and word.endswith(_ARTICLES):
        return False  # „realitatea arată că”: a noun, and no name
    written = view.document.text[tokens.starts[first] : tokens.ends[last]]
    name = lexicon.remembered(folded_name)(written)
    return name in lexicon.outlets or word.endswith(_DOMAINS)


def _opens_outlet(lexicon: Lexicon, word: str) -> bool:
    """Tell whether an outlet's name can begin with a word; for ``Lexicon.remembered``.

    Most words open none, and a whole name is dear to fold.
    """
    first = fold_name(word).partition(" ")[0]
    return first in lexicon.outlet_openings or word.endswith(_DOMAINS)


def is_document(view: View, phrase: NounPhrase) -> bool:
    """Tell whether the head of the phrase is a document that reports („raportul”)."""
    words, head = view.tokens.words, phrase.head_index
    nouns = view.lexicon.reporting_nouns
    if words[head] in nouns:
        return True
    # „cele mai recente cifre”, „ultimul raport”, „un amplu studiu”: the adjective stands first
    is_first = words[head - 1] in w.BEFORE_ADJECTIVE or words[head] in w.FIRST_ADJECTIVES
    return head < phrase.last_index and is_first and words[head + 1] in nouns


def mention_text(view: View, phrase: NounPhrase) -> str:
    """Return the words of the phrase as they stand."""
    span = view.tokens.span(phrase.first_index, phrase.last_index)
    return view.document.text[span.start : span.end]


def is_in_question(view: View, frame: Frame) -> bool:
    """Tell „… și dacă Ana crede că vine”, which is asked, from „chiar dacă Ana spune că vine”."""
    subject, first, words = frame.subject, frame.cue.first_index, view.tokens.words
    if subject is not None and first - 2 <= subject.last_index < first:
        first = subject.first_index
    return first > 1 and words[first - 1] in ("dacă", "daca") and words[first - 2] != "chiar"


def relays(view: View, cue: CueGroup) -> bool:
    """Tell „preluată de Agerpres”, „citat de presă” from „preluată de o asistentă”."""
    if view.tokens.words[max(0, cue.first_index - 1)] == "fi":
        return False  # „din dorința de a fi preluată de presă”
    phrase = source_phrase(view.reader, cue)
    if phrase is None or phrase.kind != "description":
        return True
    role = view.lexicon.roles.get(phrase.role)
    return role is None or role.group == "group" or is_outlet(view, phrase)


def is_same_source(view: View, phrase: NounPhrase) -> bool:
    """Tell „sursa citată”, „aceeași sursă”: whoever was the source before."""
    words = view.tokens.words[phrase.first_index : phrase.last_index + 1]
    if phrase.number == "pl" or words[0] in w.INDEFINITES:
        return False
    return words[0] in ("aceeași", "aceleiași") or "citată" in words or "citate" in words


def is_the_source(view: View, phrase: NounPhrase) -> bool:
    """Tell „sursa a adăugat”, „potrivit acestei surse” from „o sursă”, „sursa din Guvern”."""
    words = view.tokens.words[phrase.first_index : phrase.last_index + 1]
    return words in _THE_SOURCE or (len(words) > 1 and words[0] in _THIS_ONE and not words[2:])


def whose_words(view: View, phrase: NounPhrase) -> Mention | None:
    """Return whose words a source is: „potrivit spuselor | lui Ion Pop”, „… făcute de | Ion Pop”.

    Words are no document: „declarația de avere a lui Ion Pop” is one.
    """
    words, at = view.tokens.words, phrase.head_index + 1
    if at > phrase.last_index or not words[phrase.head_index].startswith(_SAYINGS):
        return None
    if words[at] in _MADE and words[at + 1] == "de":
        at += 2 + (words[at + 2 : at + 3] == ("către",))
    elif words[at] in w.GENITIVE_ARTICLES or words[at] == "lui":
        at += 1 + (words[at : at + 2] == ("a", "lui") or words[at : at + 2] == ("ale", "lui"))
    elif not w.is_oblique_form(words[at]):
        return None
    owner = view.reader.read(at, phrase.last_index + 1)
    whole = owner is not None and owner.last_index == phrase.last_index
    return view.mention(owner) if whole else None

"""Words of articles written without diacritics: function words get their marks back.

The lexicon is looked up without marks there; what is told apart by a word of the language
itself, „că” from „ca”, „după”, „fără”, wants the word as it is spelled.
"""

from __future__ import annotations

from typing import Final

from quoteattr.attribution.complements import opens_with_that
from quoteattr.cues import lexical_signs
from quoteattr.document import CAPITALISED, LOWER, QUOTATION, UPPER, Tokens
from quoteattr.lexicon import Lexicon
from quoteattr.mentions import words as w
from quoteattr.orthography import strip_diacritics

# Words that are one word only without their marks, or nearly always that one.
_WORDS = tuple(
    """
    aceeași aceiași același aceleași aceleiași acelorași aceluiași acești aceștia acordată
    activează acuzație acuzații adică afirmație afirmațiilor află agenția agenție agenției ajută
    alaltăieri alături aleasă altă alți alții analiză așa așa-numit așa-numita așa-numitele
    așa-numiții așa-numitul așa-zis așa-zisa așa-zisele așa-zișii așa-zisul așadar aseară
    astă-noapte astă-seară astăzi atât atâta ați aveți azi-dimineață băiat bineînțeles căci când
    cândva cântă cântat cărei căreia căror cărora cărui căruia câștigă cât câtă câte câteva câți
    câțiva câtorva către caută citând citată citați clipă condiția condițiile confirmați
    consecință constă contactați conține corespondență costă crește dacă dădea decât declarație
    declarații declarațiilor deși dimineața dimpotrivă diseară domnișoara două dovadă duminică
    dumneavoastră după după-amiază durează duzină există făcând făcea făceau făcut făcută fără
    fiindcă folosește fostă foști fuseseră grație hotărât iarăși iată identificați ieri-seară îi
    îl îmi împotriva în înainte înaintea înalt înalta înalți încă încât încearcă încep închid
    închide informație inițial însă însăși înseamnă înspre însuși înțelege înțelegea înțelegeau
    intervenție întocmai întotdeauna într-o într-un într-una într-unul intră între întrebare
    întrebat întrebată întrebate întrebați întrucât învestit învestită își îți joacă jumătate
    lângă lansează lasă laudă lăudat lipsește lucrează mă mâine majorității marțea marți măsură
    mulți mulțumit mulțumită necesită nicicând niciodată niște noastră numiți oară odată oferă
    păi până parcă plătesc plătește pleacă plouă poartă prânz presă președinte primește puteți
    puțin puține puțini rămân rămâne răspicat răspuns răspunsul răspunzând rău râzând realeasă
    regizează reprezintă să să-i să-l să-mi să-o să-și săi sâmbătă șansa săptămâna săptămâni
    secția secției și și-a și-au simțea simțeau stă știa știau știe știlor știri știu sută
    tânăra tânărul târziu țin ține toți totodată totuși trăiește tranșant trecută uită urmează
    văd vârstă veți voastră zâmbind
    """.split()
)
_RESTORED: Final = {strip_diacritics(word): word for word in _WORDS}
# Endings that next to only verbs have: „lucreaza”, „vorbeste”.
_ENDINGS: Final = {"eaza": "ează", "este": "ește"}
_LONGEST_ENDING = 5
_NO_VERBS = frozenset(
    "agreste celeste funeste manifeste modeste oneste palimpseste poveste proteste terestre".split()
)
# „ca urmare”, „ca parte a”: no clause follows.
_AFTER_LIKE = frozenset({"atare", "parte", "urmare"})
_GERUNDS = ("ind", "and")
_NO_NOUNS = w.ADVERBS | w.PREPOSITIONS | w.CLAUSE_LINKS | {"că", "și", "nu", "se", "îi", "îl"}
# How many tokens „ca toți oamenii să” takes.
_FARTHEST_MARK = 9
_MARKS = ",;:.!?q"
_FINITE = frozenset({"present", "imperfect", "perfect"})
# „Putin spune”, which is rarely „puțin”.
_NAMES = frozenset({"putin"})
# „biroul sau”, „casa sa”: how the noun before ends.
_POSSESSIVES: Final = {"sau": "ul", "sa": "a"}
_AUXILIARIES = frozenset("a au ar are au avea va vor este e era erau sunt".split())
# Verbs with a clause in *să* of their own.
_MODALS = frozenset(
    """accepta asteapta continua doresc doreste incearca încearcă încep incepe începe incepea
    incerca intentioneaza intenționează merita poate pot prefera putea puteau refuza reusesc
    reuseste risca spera trebuia urma urmau urmeaza urmează voia voiau vrea vreau""".split()
)
# Headlines in capitals.
_SHOUTED = frozenset({"dupa", "fara", "in", "pana", "si"})


def restored(tokens: Tokens, lexicon: Lexicon) -> Tokens:
    """Return the tokens of a text without diacritics with their function words restored.

    What two words fall together in is told by its neighbours: *ca* is *că* („a spus ca vine”)
    unless „ca toti sa vina”, „ca fiind bun”; *sau* is *său* in „la randul sau”.
    """
    words = list(tokens.words)
    for at, (word, kind) in enumerate(zip(tokens.words, tokens.kinds, strict=True)):
        if kind == LOWER:
            if word not in _POSSESSIVES or not _is_possessive(tokens, at):
                words[at] = _RESTORED.get(word) or _with_ending(word)
            elif word == "sau":
                words[at] = "său"
        elif kind == CAPITALISED and word not in _NAMES and _opens_clause(tokens, at):
            words[at] = _RESTORED.get(word, word)
        elif kind == UPPER and word in _SHOUTED:
            words[at] = _RESTORED[word]
    read = tokens.with_words(tuple(words))
    for at, word in enumerate(read.words):
        if word == "ca":
            if not _is_like(read, at, lexicon):
                words[at] = "că"
        elif word.startswith("ca-") and opens_with_that(word):
            words[at] = f"că{word[2:]}"  # „acuza Ana ca-i minte”
        elif word == "fata" and words[at + 1 : at + 2] == ["de"]:
            words[at] = "față"
        elif word == "aceasta" and _is_determiner(read, at, lexicon):
            words[at] = "această"
    return tokens.with_words(tuple(words), lexical_signs(tokens, lexicon))


def _opens_clause(tokens: Tokens, at: int) -> bool:
    """Tell a capital that its place explains from that of a name: „Marti, Ana a venit”."""
    return not at or tokens.kinds[at - 1] not in "wCUn"


def _is_like(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Tell „ca toți să vină”, „ca fiind bun”, „la fel ca ieri” from „spune ca vine”."""
    words = tokens.words
    if at and words[at - 1] == "fel":
        return True
    if words[at + 1 : at + 2] == ("o",) and words[at + 2 : at + 3] in (("sa",), ("să",)):
        return False  # „spune ca o sa vina”
    for ahead in range(at + 1, min(at + _FARTHEST_MARK, len(words))):
        word = words[ahead]
        if word == "să" or word.startswith("să-"):
            return True
        if ahead == at + 1 and (word in _AFTER_LIKE or word.endswith(_GERUNDS)):
            return True
        if tokens.kinds[ahead] in _MARKS or word == "că":
            return False
        if word in _MODALS or _is_verb(tokens, ahead, lexicon):
            return False
    return False


def _is_determiner(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Tell „aceasta regula”, „in aceasta seara” from „aceasta a spus” and „aceasta sustine”."""
    after = at + 1
    if after >= len(tokens.words) or tokens.kinds[after] != LOWER:
        return False
    word = tokens.words[after]
    if "-" in word or word in _NO_NOUNS or word in lexicon.pronouns:
        return False
    return not _is_verb(tokens, after, lexicon)


def _is_verb(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    if w.is_finite(tokens, at):
        return True
    forms = lexicon.verb_forms.get(tokens.words[at], ())
    return any(form.tense in _FINITE for form in forms)


def _with_ending(word: str) -> str:
    if word.endswith(("aza", "este")):
        for bare, ending in _ENDINGS.items():
            is_verb = len(word) > _LONGEST_ENDING + 1 and word not in _NO_VERBS
            if is_verb and word.endswith(bare):
                return word[: -len(bare)] + ending
    return word


def _is_possessive(tokens: Tokens, at: int) -> bool:
    """Tell „la randul sau, Ana”, „decizia sa a fost” from „ministrul sau”, „decizia sa plece”."""
    words, after = tokens.words, at + 1
    if not at or not words[at - 1].endswith(_POSSESSIVES[words[at]]):
        return False
    if after >= len(words) or tokens.kinds[after] != LOWER:
        return words[at] == "sau" or tokens.kinds[after : after + 1] != QUOTATION
    return words[after] in w.PREPOSITIONS or words[after] in _AUXILIARIES

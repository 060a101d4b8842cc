"""The noun phrase after an according-to word, and mere accordance told from it."""

from __future__ import annotations

from quoteattr.cues import WHOSE, CueGroup
from quoteattr.document import LOWER, NUMBER, QUOTATION, UPPER
from quoteattr.mentions import NounPhrase, Reader
from quoteattr.mentions import words as w

# „potrivit celor declarate de X”: the agent is the source.
_SAID = frozenset({"declarate", "spuse", "afirmate", "relatate", "precizate", "transmise"})
_OWN = frozenset({"mea", "mele", "noastră", "noastre", "ta", "voastră", "dumneavoastră"})
_POSSESSIVES = frozenset({"sa", "sale", "săi", "său"})
_ACCORDING = frozenset({"potrivit", "conform", "în conformitate cu", "din perspectiva"})
# „asigurătorilor”, „pensionarului”, „specialiștilor”: those who do something
_AGENTS = ("torilor", "torului", "toarei", "arilor", "arului", "știlor", "istului", "enilor")
# „din punctul de vedere al resurselor”, „în varianta mobil”: a respect, and nobody's view.
_OF_SOMEBODY = frozenset({"din punctul de vedere al", "în varianta", "în versiunea"})
# „să fie în acord cu programul”: two things match.
_MATCHING = frozenset({"conform cu", "în acord cu", "în conformitate cu"})
_COPULAS = frozenset({"e", "este", "sunt", "era", "erau", "fi", "fie", "fiind", "fost", "s-a"})
_ADJECTIVES_BEFORE = frozenset(
    {"noii", "noului", "noilor", "actualei", "actualului", "vechiului", "vechii", "acestui"}
)


def _is_somebody(reader: Reader, phrase: NounPhrase | None) -> bool:
    """Tell a name, a pronoun, a role or a people from a thing."""
    if phrase is None:
        return False
    head = reader.tokens.words[phrase.head_index]
    is_people = head.endswith(_AGENTS) or head in reader.lexicon.nationalities
    is_people = is_people or head in reader.lexicon.reporting_nouns
    return phrase.kind != "description" or bool(phrase.role) or is_people


def source_phrase(reader: Reader, cue: CueGroup) -> NounPhrase | None:
    """Return the noun phrase after an according-to or relay word, or None."""
    tokens = reader.tokens
    start = cue.last_index + 1
    words, end = tokens.words, len(tokens.words)
    if words[start : start + 1] == ("celor",) and words[start + 1 : start + 2] and (
        words[start + 1] in _SAID):  # fmt: skip
        start += 3
    while start < end and tokens.kinds[start] in ":,":
        start += 1
    if words[start : start + 1] == ("a",) and start + 1 < end and (
        tokens.kinds[start + 1] == NUMBER or words[start + 1] in w.DETERMINERS
    ):  # fmt: skip
        start += 1
    if start < end and words[start] in _OWN:
        return None  # „în opinia mea”: the author's
    if start < end and words[start] in _POSSESSIVES:
        # „în opinia sa”, „din spusele sale”: whoever is talked about
        return NounPhrase(start, start, start, "pronoun", number="sg", is_oblique=True)
    phrase = reader.read(start, end)
    if phrase is not None and _is_of_things(reader, phrase):
        name = phrase.head_index + 1
        if name <= phrase.last_index and words[name] in reader.lexicon.given_names:
            return reader.read(start, name)  # „Potrivit datelor | Ion Pop are 20%”
    if phrase is not None:
        for at in range(phrase.head_index + 1, phrase.last_index + 1):
            if opens_subject(reader, at):
                return reader.read(start, at)
    return phrase


def opens_subject(reader: Reader, at: int) -> bool:
    """Tell „potrivit poliției | podul e închis”: a source in the genitive, and no comma.

    A common noun with the article of the nominative is none of a genitive's own words, and a
    verb follows it.
    """
    tokens = reader.tokens
    word, after = tokens.words[at], at + 1
    if tokens.kinds[at] != LOWER or word in reader.lexicon.roles or not w.is_nominative(word):
        return False
    if word in w.ADVERBS or word in w.PREPOSITIONS or tokens.kinds[at - 1] not in "wCUn":
        return False
    if tokens.words[at - 1] in w.PREPOSITIONS or tokens.words[at - 1] in w.GENITIVE_ARTICLES:
        return False
    return any(w.is_finite(tokens, verb) or verb in reader.verbs for verb in range(after, after + 4)
               if verb < len(tokens))  # fmt: skip


def _is_of_things(reader: Reader, phrase: NounPhrase) -> bool:
    """Tell „datelor”, „informațiilor”, which have no person's name, from „martorului Ion”."""
    word = reader.tokens.words[phrase.head_index]
    if reader.tokens.kinds[phrase.head_index] != LOWER or word in reader.lexicon.roles:
        return False
    return word.endswith(("elor", "ilor"))


def is_accordance(reader: Reader, cue: CueGroup) -> bool:
    """Tell the mere accordance with a law, a plan, a contract, which is no claim.

    Example: „Conform legii, magazinul se închide la zece.”
    """
    if cue.kind != "according-to":
        return False
    if cue.lemma in _MATCHING and reader.tokens.words[cue.first_index - 1] in _COPULAS:
        return True
    phrase = source_phrase(reader, cue)
    if cue.lemma == "în acord cu" and phrase is not None and (
        phrase.kind == "name" or reader.tokens.words[phrase.head_index] in reader.lexicon.roles
    ):  # fmt: skip
        return True  # „hotărât în acord cu guvernul”, but „în acord cu raportul”
    if cue.lemma not in _ACCORDING:
        # „campion în versiunea WBC”
        capitals = phrase is not None and "versiune" in cue.lemma and not (
            reader.tokens.kinds[phrase.first_index : phrase.last_index + 1].strip(UPPER)
        )  # fmt: skip
        return cue.lemma in _OF_SOMEBODY and (capitals or not _is_somebody(reader, phrase))
    if phrase is None:
        after = cue.last_index + 1
        return WHOSE.isdisjoint(reader.tokens.words[after : after + 1])
    tokens = reader.tokens
    nouns = reader.lexicon.words.get("accordance-nouns", frozenset())
    head = phrase.head_index
    while head <= phrase.last_index and tokens.words[head] in w.DETERMINERS:
        head += 1
    if head > phrase.last_index:
        return phrase.kind != "pronoun"
    if tokens.kinds[head] == QUOTATION:
        return True
    if tokens.words[head] in nouns or tokens.words[head].split("-")[0] in nouns:
        return True
    if cue.lemma != "potrivit" and _says_nothing(reader, phrase, head):
        return True
    after = head + 1
    return (
        after <= phrase.last_index
        and tokens.words[after] in nouns
        and tokens.words[head] in _ADJECTIVES_BEFORE
    )


def _says_nothing(reader: Reader, phrase: NounPhrase, head: int) -> bool:
    """Tell „conform specialității”, „în conformitate cu relația lor” from what can be a source."""
    words = reader.tokens.words[head : phrase.last_index + 1]
    lexicon = reader.lexicon
    if phrase.kind != "description" or phrase.role or phrase.number == "pl" or "." in words[0]:
        return False  # „conform digi24.ro”
    outlets = lexicon.words["outlet-nouns"]
    return not any(word in lexicon.reporting_nouns or word in outlets for word in words)

"""The default analyzer: what the lexicon alone knows of a word, without any model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from quoteattr.analysis.values import AnalyzedSentence, AnalyzedToken, TokenizedSentence
from quoteattr.lexicon import Lexicon, VerbForm, default_lexicon
from quoteattr.orthography import fold_word
from quoteattr.spans import Span

_NUMBERS: Final = {"sg": "Sing", "pl": "Plur"}
_GENDERS: Final = {"m": "Masc", "f": "Fem"}
_FINITE: Final = {
    "present": "Mood=Ind|Number={number}|Person={person}|Tense=Pres|VerbForm=Fin",
    "imperfect": "Mood=Ind|Number={number}|Person={person}|Tense=Imp|VerbForm=Fin",
    "perfect": "Mood=Ind|Number={number}|Person={person}|Tense=Past|VerbForm=Fin",
    "pluperfect": "Mood=Ind|Number={number}|Person={person}|Tense=Pqp|VerbForm=Fin",
    "participle": "Gender={gender}|Number={number}|VerbForm=Part",
    "gerund": "VerbForm=Ger",
    "infinitive": "VerbForm=Inf",
    "subjunctive": "Mood=Sub|Person={person}|Tense=Pres|VerbForm=Fin",
    "imperative": "Mood=Imp|VerbForm=Fin",
}


class LexicalAnalyzer:
    """Gives what the lexicon says of single words: verbs, pronouns, roles, numbers, marks.

    It knows no heads: the rules go by the words and their order, as they do by default.

    Args:
        lexicon: the language; the package's own by default.

    >>> sentence = TokenizedSentence("El spune.", (Span(0, 2), Span(3, 8), Span(8, 9)))
    >>> (found,) = LexicalAnalyzer().analyze([sentence])
    >>> [(token.lemma, token.upos) for token in found.tokens]
    [('el', 'PRON'), ('spune', 'VERB'), ('.', 'PUNCT')]
    """

    parses = False

    def __init__(self, lexicon: Lexicon | None = None) -> None:
        self._lexicon = lexicon

    def analyze(self, sentences: Iterable[TokenizedSentence]) -> Iterator[AnalyzedSentence]:
        """Yield each sentence with what the lexicon knows of its words, in order.

        Args:
            sentences: read one by one.
        """
        lexicon = self._lexicon or default_lexicon()
        for sentence in sentences:
            yield AnalyzedSentence(
                tuple(
                    _token(word, form, lexicon)
                    for word, form in zip(sentence.words, sentence.forms, strict=True)
                )
            )


def _token(word: Span, form: str, lexicon: Lexicon) -> AnalyzedToken:
    folded = fold_word(form)
    if not any(character.isalnum() for character in form):
        return AnalyzedToken(word.start, word.end, form, "PUNCT")
    if form[0].isdigit():
        return AnalyzedToken(word.start, word.end, form, "NUM")
    pronoun = lexicon.pronouns.get(folded)
    if pronoun is not None:
        feats = (
            f"Gender={_GENDERS.get(pronoun.gender, '')}|Number={_NUMBERS.get(pronoun.number, '')}"
        )
        return AnalyzedToken(word.start, word.end, folded, "PRON", _known(feats))
    readings = lexicon.verb_forms.get(folded, ())
    if len({reading.lemma for reading in readings}) == 1:
        return AnalyzedToken(
            word.start, word.end, readings[0].lemma, "VERB", _verb_features(readings)
        )
    role = lexicon.roles.get(folded)
    if role is not None:
        case = "Dat,Gen" if role.case == "gen" else "Acc,Nom"
        definite = "Def" if role.definite else "Ind"
        feats = (
            f"Case={case}|Definite={definite}|Gender={_GENDERS.get(role.gender, '')}"
            f"|Number={_NUMBERS.get(role.number, '')}"
        )
        return AnalyzedToken(word.start, word.end, role.lemma, "NOUN", _known(feats))
    return AnalyzedToken(word.start, word.end)


def _verb_features(readings: tuple[VerbForm, ...]) -> str:
    """Return the features that all readings of a form share."""
    shared: set[str] | None = None
    for reading in readings:
        feats = _FINITE[reading.tense].format(
            number=_NUMBERS.get(reading.number, ""),
            person=reading.person or "",
            gender=_GENDERS.get(reading.gender, ""),
        )
        pairs = set(_known(feats).split("|"))
        shared = pairs if shared is None else shared & pairs
    return "|".join(sorted(shared or ()))


def _known(feats: str) -> str:
    return "|".join(pair for pair in feats.split("|") if not pair.endswith("="))

"""Parsed sentences for the tests of evidence, and an analyzer that knows just these.

A word is ``form/UPOS/relation/head/features``, its head counted from 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from quoteattr import AnalyzedSentence, AnalyzedToken, TokenizedSentence

SENTENCES = {
    "Ana Doinaru spune că vine mâine, iar Radu Pop a plecat ieri.": """
        Ana/PROPN/nsubj/2 Doinaru/PROPN/flat/0
        spune/VERB/root/-1/Number=Sing|Person=3|Tense=Pres|VerbForm=Fin că/SCONJ/mark/4
        vine/VERB/ccomp/2/Number=Sing|Person=3|Tense=Pres|VerbForm=Fin
        mâine/NOUN/obj/4/Gender=Fem|Number=Plur ,/PUNCT/punct/11 iar/ADV/cc/11 Radu/PROPN/nsubj/11
        Pop/PROPN/flat/8 a/AUX/aux/11/Number=Sing|Person=3
        plecat/VERB/conj/2/Gender=Masc|Number=Sing|VerbForm=Part ieri/ADV/advmod/11
        ./PUNCT/punct/2""",
    "Ana Doinaru a spus că are doi copii, iar ea a crescut la țară.": """
        Ana/PROPN/nsubj/3 Doinaru/PROPN/flat/0 a/AUX/aux/3/Number=Sing|Person=3
        spus/VERB/root/-1/Gender=Masc|Number=Sing|VerbForm=Part că/SCONJ/mark/5
        are/VERB/ccomp/3/Number=Sing|Person=3|Tense=Pres|VerbForm=Fin doi/NUM/nummod/7
        copii/NOUN/obj/5/Gender=Fem|Number=Plur ,/PUNCT/punct/12 iar/ADV/cc/12
        ea/PRON/nsubj/12/Case=Acc,Nom|Gender=Fem|Number=Sing|Person=3
        a/AUX/aux/12/Number=Sing|Person=3
        crescut/VERB/conj/3/Gender=Masc|Number=Sing|VerbForm=Part la/ADP/case/14
        țară/NOUN/obl/12/Case=Acc,Nom|Gender=Fem|Number=Sing ./PUNCT/punct/3""",
    "Ana Doinaru spune că podul e gata, în timp ce pentru Radu Pop nimic nu se schimbă.": """
        Ana/PROPN/nsubj/2 Doinaru/PROPN/flat/0
        spune/VERB/root/-1/Number=Sing|Person=3|Tense=Pres|VerbForm=Fin că/SCONJ/mark/6
        podul/NOUN/nsubj/6/Case=Acc,Nom|Gender=Masc|Number=Sing
        e/AUX/cop/6/Number=Sing|Person=3|Tense=Pres|VerbForm=Fin gata/ADV/ccomp/2 ,/PUNCT/punct/17
        în/ADP/mark/17 timp/NOUN/fixed/8/Gender=Masc|Number=Sing
        ce/PRON/fixed/8/Case=Acc,Nom|Person=3 pentru/ADP/case/12 Radu/PROPN/obl/6
        Pop/PROPN/flat/12 nimic/PRON/nsubj/17/Case=Acc,Nom|Number=Sing|Person=3 nu/PART/advmod/17
        se/PRON/expl:pv/17/Case=Acc|Person=3
        schimbă/VERB/conj/2/Number=Sing|Person=3|Tense=Pres|VerbForm=Fin ./PUNCT/punct/2""",
    "Un om din doi crede că plouă însă mai mult de jumătate dintre ei (55%) declară că ninge.": """
        Un/DET/det/1 om/NOUN/nsubj/4/Gender=Masc|Number=Sing din/ADP/case/3 doi/NUM/nummod/1
        crede/VERB/root/-1/Number=Sing|Tense=Pres|VerbForm=Fin că/SCONJ/mark/6
        plouă/VERB/ccomp/4/Number=Sing|Person=3|Tense=Pres|VerbForm=Fin însă/CCONJ/cc/4
        mai/ADV/advmod/9 mult/ADV/advmod/6 de/ADP/case/11
        jumătate/NOUN/obl/6/Case=Acc,Nom|Gender=Fem|Number=Sing dintre/ADP/case/13
        ei/PRON/nmod/11/Number=Sing|Person=3 (/PUNCT/punct/15 55%/NUM/nummod/13 )/PUNCT/punct/15
        declară/VERB/conj/4/Number=Sing|Person=3|Tense=Pres|VerbForm=Fin că/SCONJ/mark/17
        ninge/NOUN/nsubj/17/Number=Sing ./PUNCT/punct/4""",
    "Podurile, a spus Dr. Grobei, „sunt primele din județ”.": """
        Podurile/NOUN/nsubj/3/Case=Acc,Nom|Gender=Fem|Number=Plur ,/PUNCT/punct/0
        a/AUX/aux/3/Number=Sing|Person=3 spus/VERB/root/-1/Gender=Masc|Number=Sing|VerbForm=Part
        Dr/PROPN/obj/3 ./PUNCT/punct/6 Grobei/PROPN/nsubj/3 ,/PUNCT/punct/10 „/PUNCT/punct/6
        sunt/AUX/cop/10/Number=Plur|Person=3|Tense=Pres|VerbForm=Fin primele/NUM/parataxis/3
        din/ADP/case/12 județ/NOUN/obl/3/Gender=Masc|Number=Sing ”/PUNCT/punct/12
        ./PUNCT/punct/3""",
    "Radu Pop se declară nevinovat.": """
        Radu/PROPN/nsubj/3 Pop/PROPN/flat/0 se/PRON/expl:pv/3/Case=Acc|Person=3
        declară/VERB/root/-1/Number=Sing|Person=3|Tense=Pres|VerbForm=Fin
        nevinovat/ADJ/xcomp/3/Gender=Masc|Number=Sing ./PUNCT/punct/3""",
}


class Given:
    """Answers with the parses above.

    Args:
        heads: other heads for some words, by form: what another parser might say.
    """

    parses = True

    def __init__(self, heads: Mapping[str, int] | None = None) -> None:
        self._heads = heads or {}

    def analyze(self, sentences: Iterable[TokenizedSentence]) -> Iterator[AnalyzedSentence]:
        for sentence in sentences:
            words = [word.split("/") for word in SENTENCES[sentence.text].split()]
            assert tuple(word[0] for word in words) == sentence.forms
            yield AnalyzedSentence(
                tuple(
                    AnalyzedToken(
                        *(span.start, span.end),
                        lemma="avea" if word[1:3] == ["AUX", "aux"] else word[0].lower(),
                        upos=word[1],
                        relation=word[2],
                        head=self._heads.get(word[0], int(word[3])),
                        feats=word[4] if len(word) > 4 else "",
                    )
                    for span, word in zip(sentence.words, words, strict=True)
                )
            )

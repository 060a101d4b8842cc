"""A treebank of a few sentences, written for the tests, from which micro models are trained.

A word is ``form/lemma/UPOS/head/relation``; each pattern is filled with several names and
verbs. The models that come of it know next to nothing: what is tested with them is loading,
batching and offsets, never labels.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

PATTERNS = (
    "{n}/{n}/PROPN/3/nsubj a/avea/AUX/3/aux {v} că/că/SCONJ/5/mark vine/veni/VERB/3/ccomp"
    " mâine/mâine/ADV/5/advmod ././PUNCT/3/punct",
    "Potrivit/potrivit/ADP/2/case poliției/poliție/NOUN/6/obl ,/,/PUNCT/2/punct"
    " drumul/drum/NOUN/6/nsubj e/fi/AUX/6/cop închis/închis/ADJ/0/root ././PUNCT/6/punct",
    "„/„/PUNCT/2/punct Vin/veni/VERB/0/root ”/”/PUNCT/2/punct ,/,/PUNCT/6/punct a/avea/AUX/6/aux"
    " {w} {n}/{n}/PROPN/6/nsubj ././PUNCT/6/punct",
    "I-/el/PRON/3/iobj a/avea/AUX/3/aux {v} lui/lui/DET/5/det {n}/{n}/PROPN/3/obj"
    " să/să/PART/8/mark nu/nu/PART/8/advmod plece/pleca/VERB/3/ccomp ././PUNCT/3/punct",
)
NAMES = ("Ion", "Ana", "Radu")
VERBS = ("spus/spune", "declarat/declara")
FEATURES = {
    "NOUN": "Case=Acc,Nom|Gender=Fem|Number=Sing",
    "PROPN": "Number=Sing",
    "VERB": "Number=Sing|Person=3",
    "AUX": "Number=Sing|Person=3",
}


def conllu() -> str:
    """Return the treebank as CoNLL-U."""
    filled = (
        pattern.format(n=name, v=f"{verb}/VERB/0/root", w=f"{verb}/VERB/2/parataxis")
        for pattern, name, verb in product(PATTERNS, NAMES, VERBS)
    )
    return "".join(f"{_sentence(sentence)}\n" for sentence in filled)


def _sentence(words: str) -> str:
    return "".join(_lines(words))


def _lines(words: str) -> Iterator[str]:
    for number, word in enumerate(words.split(), 1):
        form, lemma, upos, head, relation = word.split("/")
        feats = FEATURES.get(upos, "_")
        columns = (str(number), form, lemma, upos, upos, feats, head, relation, "_", "_")
        yield "\t".join(columns) + "\n"

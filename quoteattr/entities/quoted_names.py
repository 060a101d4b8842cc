"""Names of people inside quotations, which have no tokens."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from quoteattr.attribution import View
from quoteattr.entities.spellings import read_name
from quoteattr.entities.values import Naming
from quoteattr.orthography import fold_word
from quoteattr.patterns import pattern, plain_pattern

# „Maria Popescu”, „Catherine Zeta-Jones”
_NAME = pattern(
    r"(?<![\w-])\p{Lu}\p{Ll}++(?:-\p{Lu}\p{Ll}++)?+"
    r"(?:\s(?:\p{Lu}\.\s)?+\p{Lu}\p{Ll}++(?:-\p{Lu}\p{Ll}++)?+){1,3}+"
)
# Two words in a row that may begin with a capital; most quotations hold none. Looking behind
# the first letter, not before it, lets the search go from capital to capital. Small classes, for
# one of five letters above U+00FF takes as long to compile as ten others.
_CAPITAL = r"[^\x00-@\[-\x7f](?<![ăâ])(?<![îș])(?<!ț)"
_WORD = rf"{_CAPITAL}(?<![\w-].)[\w-]++"
_MAY_BE = plain_pattern(rf"{_WORD}\s(?:{_CAPITAL}\.\s)?{_CAPITAL}\w")


def quoted_namings(view: View) -> Iterator[Naming]:
    """Yield the full names in the quotations of a sentence that begin with a given name."""
    names, folded = view.lexicon.given_names, view.document.folded
    for quotation in view.quotations.values():
        end = quotation.end
        found = _MAY_BE.search(folded, quotation.start, end)
        while found is not None:
            first = found.start()
            match = _NAME.match(folded, first, end)
            if match is not None:
                given = fold_word(match[0].split(None, 1)[0])
                if given in names or given.partition("-")[0] in names:
                    yield _naming(view, match, names.get(given, ""))
            found = _MAY_BE.search(folded, match.end() if match else first + 1, end)


def _naming(view: View, match: regex.Match[str], gender: str) -> Naming:
    name = view.lexicon.remembered(read_name)(match[0], "")
    return Naming(
        match.start(), match.end(), name.text, name.words, gender.replace("mf", ""),
        view.sentence.index, is_inflected=name.text != match[0], is_quoted=True,
    )  # fmt: skip

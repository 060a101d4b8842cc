"""What a mention is: a noun phrase, a name or a pronoun that can be credited."""

from __future__ import annotations

from typing import Literal

from quoteattr.values import value

PhraseKind = Literal["name", "description", "pronoun"]


@value
class NounPhrase:
    """A noun phrase in a sentence; token positions, both ends included.

    Args:
        first_index, last_index: the phrase as the guidelines take a mention: title, role,
            core apposition and name, without relative clauses.
        head_index: the token of the head noun, name or pronoun.
        kind: ``name`` where a proper name is in it or is it; ``pronoun``; else ``description``.
        name_first, name_last: the person's name inside it, or -1.
        gender: ``m``, ``f`` or empty.
        number: ``sg``, ``pl`` or empty.
        role: lemma of the role noun that heads it (``ministru``), or empty.
        is_oblique: genitive or dative by its form.
    """

    first_index: int
    last_index: int
    head_index: int
    kind: PhraseKind
    name_first: int = -1
    name_last: int = -1
    gender: str = ""
    number: str = ""
    role: str = ""
    is_oblique: bool = False

    def widened(
        self, last_index: int, name_first: int, name_last: int, gender: str, role: str
    ) -> NounPhrase:
        """Return the phrase up to a token further on, with the name and role that are in it then.

        Args:
            last_index, name_first, name_last, gender, role: as of the phrase itself.
        """
        kind: PhraseKind = "name" if name_first >= 0 else self.kind
        return NounPhrase(
            self.first_index, last_index, self.head_index, kind, name_first, name_last, gender,
            self.number, role, self.is_oblique,
        )  # fmt: skip

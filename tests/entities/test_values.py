"""Referents and the roles they are given."""

from __future__ import annotations

from quoteattr.entities.values import Referent, RoleFact


def fact(lemma: str, *keys: str) -> RoleFact:
    return RoleFact(lemma, lemma, "m", "role", frozenset(keys), frozenset(), 0, len(lemma))


def test_a_referent_without_roles() -> None:
    body = Referent("BNR", "organisation")
    assert not body.facts
    assert not body.lemmas
    assert not body.groups
    assert not body.countries
    assert body.role_phrases == ()


def test_roles_are_noted() -> None:
    person, other = Referent("Ion Pop", "person"), Referent("Ana Pop", "person")
    minister, mayor = fact("ministru", "@românia"), fact("primar", "cluj")
    for role in (minister, mayor):
        person.note(role)
    for phrase in ("ministrul României", "primarul", "ministrul României"):
        person.note_phrase(phrase)
    assert list(person.facts) == [minister, mayor]
    assert person.lemmas == {"ministru", "primar"}
    assert person.groups == {"role"}
    assert person.countries == {"@românia"}
    assert person.role_phrases == ("ministrul României", "primarul")
    assert not other.facts

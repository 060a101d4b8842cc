"""The facts of a language as values: verbs and their forms, idioms, nouns, outlets."""

from __future__ import annotations

from quoteattr.values import frozen


@frozen
class VerbForm:
    """One reading of a verb form.

    Args:
        lemma: the infinitive without ``a``.
        tense: ``present``, ``imperfect``, ``perfect`` (the simple one), ``pluperfect``,
            ``participle``, ``gerund``, ``infinitive``, ``subjunctive`` (third person, where
            it differs from the present) or ``imperative``.
        person: 1 to 3, or 0 where the form has none.
        number: ``sg``, ``pl`` or the empty string.
        gender: ``m`` or ``f`` for participles, else the empty string.
    """

    lemma: str
    tense: str
    person: int = 0
    number: str = ""
    gender: str = ""


@frozen
class Verb:
    """A verb that reports what somebody said, wrote or thinks.

    Args:
        lemma: the infinitive without ``a``.
        group: ``say``, ``write``, ``think``, ``ask``, ``request``, ``promise``, ``deny``,
            ``accuse``, ``evaluate``, ``thank``, ``speech-manner`` or ``show``.
        complements: of ``că``, ``să``, ``dacă``, ``quote``, ``np``, ``de``, ``pentru``, ``drept``.
        outlet: usual with an outlet, agency or document as its subject.
        strength: ``strong`` for a cue wherever it has a clause or stands in a parenthesis,
            ``weak`` for one that counts only beside a quotation or with an explicit ``că``.
        reflexive: reports only with a reflexive clitic (``se plânge``, ``s-a lăudat``).
        examples: invented sentences in which the verb reports.
        near_misses: invented sentences with the verb in which nothing is reported.
    """

    lemma: str
    group: str
    complements: frozenset[str]
    outlet: bool = False
    strength: str = "strong"
    reflexive: bool = False
    examples: tuple[str, ...] = ()
    near_misses: tuple[str, ...] = ()


@frozen
class Idiom:
    """A reporting verb of several words: ``a atras atenția``.

    Args:
        lemma: ``atrage atenția``.
        verb: the lemma of the head, found in ``Lexicon.head_forms``.
        rest: the words after the verb group, lower case, in order; an adverb may stand between.
        group: as in :class:`Verb`.
        complements: as in :class:`Verb`.
        reflexive: the head takes a reflexive clitic (``își exprimă speranța``).
        examples: invented sentences in which the idiom reports.
        near_misses: invented sentences with the same words in which nothing is reported.
    """

    lemma: str
    verb: str
    rest: tuple[str, ...]
    group: str
    complements: frozenset[str]
    reflexive: bool = False
    examples: tuple[str, ...] = ()
    near_misses: tuple[str, ...] = ()


@frozen
class Phrase:
    """Words that introduce a source: ``potrivit``, ``după spusele``, ``citat de``.

    Args:
        words: lower case, in order.
        lemma: the phrase as a cue's lemma.
        kind: ``according-to`` or ``relay``.
        case: of the complement: ``dat``, ``gen`` or ``acc``.
        examples: invented sentences in which the phrase attributes.
        near_misses: invented sentences with the same words in which it does not.
    """

    words: tuple[str, ...]
    lemma: str
    kind: str
    case: str
    examples: tuple[str, ...] = ()
    near_misses: tuple[str, ...] = ()


@frozen
class ReportingNoun:
    """A noun whose referent says something.

    Args:
        lemma: the indefinite singular.
        gender: ``m``, ``f`` or ``n``.
        kind: ``utterance`` (``declarație``) or ``document`` (``raport``).
    """

    lemma: str
    gender: str
    kind: str


@frozen
class RoleNoun:
    """A noun for a person or group by office, profession, kinship or age.

    Args:
        lemma: the indefinite singular.
        gender: ``m``, ``f`` or ``n`` (bodies: ``minister``).
        counterpart: the lemma of the other gender, or None.
        group: ``role``, ``person``, ``group``, ``family`` or ``profession``.
    """

    lemma: str
    gender: str
    counterpart: str | None
    group: str


@frozen
class RoleForm:
    """The likeliest reading of one form of a :class:`RoleNoun`.

    Args:
        lemma: the indefinite singular.
        gender: what it agrees with, ``m`` or ``f``; neuters are ``f`` in the plural.
        number: ``sg`` or ``pl``.
        case: ``nom`` (also accusative) or ``gen`` (also dative).
        definite: whether the form carries the article.
        group: as in :class:`RoleNoun`.
    """

    lemma: str
    gender: str
    number: str
    case: str
    definite: bool
    group: str


@frozen
class Outlet:
    """A newspaper, agency, station or site.

    Args:
        name: the canonical name.
        aliases: other spellings (``kyivindependent``, ``digi24.ro``).
        kind: ``agency``, ``newspaper``, ``tv``, ``site`` or ``radio``.
        common: the name is an ordinary word too (``Capital``), so that it tells little alone.
    """

    name: str
    aliases: tuple[str, ...]
    kind: str
    common: bool = False


@frozen
class Pronoun:
    """A pronoun that can be the subject of a reporting verb.

    Args:
        form: lower case; may be of several words (``cel din urmă``).
        gender: ``m`` or ``f``.
        number: ``sg`` or ``pl``.
    """

    form: str
    gender: str
    number: str

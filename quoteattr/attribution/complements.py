"""What depends on a reporting verb to its right: a clause, a quotation, a fragment."""

from __future__ import annotations

from collections.abc import Sequence

from quoteattr.cues import CueGroup
from quoteattr.document import LOWER, QUOTATION, Document, Tokens
from quoteattr.mentions import Reader
from quoteattr.mentions import words as w

# „fără să precizeze”, „înainte să plece”: clauses of their own.
_OTHER_CLAUSES = frozenset({"fără", "înainte", "pentru", "până", "dar", "decât"})
# „pentru că”, „astfel că”: conjunctions, no complement of the verb.
_BEFORE_CONJUNCTION = frozenset(
    {"pentru", "astfel", "ales", "vedere", "fapt", "încât", "așa", "numai"}
)
# „estimând pierderile la un milion”: the object is the content.
_ESTIMATING = frozenset({"estima", "evalua", "aprecia", "cifra"})
# „semn că”, „cu condiția că”: the noun has the clause.
_BEFORE_THAT = _BEFORE_CONJUNCTION | {
    "condiția",
    "dovada",
    "dovadă",
    "indiciu",
    "indiciul",
    "riscul",
    "semn",
    "semnul",
    "șansa",
}
_DESPITE = frozenset({"ciuda", "pofida", "cauza", "virtutea", "datorită", "urma"})
# „a povestit cât de greu i-a fost”, „a spus câți au plecat”, but „cât mai mulți”
_HOW_MUCH = frozenset({"cât", "câtă", "câți", "câte"})
_AFTER_MERE_HOW = frozenset({"mai", "se", "și", "un", "o", "pe", "de-a"})
_FARTHEST = 45
_NEAR = 10
# „reacționând la faptul că …”
_ANSWERING = frozenset({"reacționa", "replica", "riposta", "răspunde"})
_DASHES = "–—-"
# What stands between *ca* and a verb in „ca un om care …”, „ca fiind …”, „ca oamenii să …”.
_NEVER_BEHIND_MISTYPED = w.RELATIVES | {"și", "pe", "un", "o", "fiind", "să", "sa", "că", "la"}
_GOING_ON = frozenset({"și", "sau", "ori"})
# In words: more than a name in marks has.
_SENTENCE = 5
_LONGEST_ASIDE = 10
# Words that can open what depends on the verb, or a clause of its own before that.
_TELLING = (
    w.RELATIVE_PRONOUNS
    | w.FINITE_WORDS
    | {"a", "ați", "că", "să", "ca", "dacă", "deși", "încât", "după"}
)
# One of these stands where a complement does, or a quotation, a colon, *să* with a clitic.
_OPENING = frozenset({"că", "să", "ca", "dacă"})
_ELIDED = frozenset({"c-a", "c-ai", "c-am", "c-ar", "c-au", "c-o", "c-om", "c-or"})
# Right behind the verb: elsewhere „ca-n filme” compares.
_JOINED_WITHOUT_MARKS = frozenset(
    {"ca-i", "ca-l", "ca-mi", "ca-s", "ca-si", "ca-ti", "ca-a", "ca-ar", "ca-le"}
)
# „insistă ca Ion să plece” asks for it; „insistă să plece” wants to go.
_OF_OTHERS = frozenset({"insista"})
_ASKING = frozenset({"ce", "când", "cine", "cum", "unde"})
_GERUNDS = ("ând", "ind", "ându-se", "indu-se")
# „a spus în timp ce încerca să plece”: the verb between has the *să*.
_WHILE = frozenset({"timp", "vreme", "măsură"})
_NO_NOUN = w.PREPOSITIONS | w.DETERMINERS.keys() | w.ADVERBS
_AFTER = (("după", "ce"), ("după", "care"), ("dupa", "care"))
_CAUSES = w.CAUSES | {"deși"}
# Infinitives that take *să*.
_GOVERNING = frozenset(
    """accepta ajunge apuca binevoi continua decide dori hotărî încerca începe putea refuza reuși
    spera trebui vrea""".split()
)
_WHERE = w.PREPOSITIONS - {"ca", "de", "drept"}
# „le-a spus oamenilor din R. Moldova că …”: a dot that ends no sentence
_LONGEST_ABBREVIATION = 2
_CAUSE_PAIRS = frozenset(
    {("ceea", "ce"), ("mai", "ales"), ("pentru", "că"), ("astfel", "încât"), ("chiar", "dacă")}
)


def find_complement(
    document: Document, tokens: Tokens, cue: CueGroup, reader: Reader, stop: int
) -> tuple[str, int]:
    """Return the complement to the right of ``cue`` and the token at which its content starts."""
    words, kinds, verbs = tokens.words, tokens.kinds, reader.verbs
    at = cue.last_index + 1
    limit = min(stop if stop >= len(words) else _past_source(tokens, reader, stop), at + _FARTHEST)
    takes_subjunctive = "să" in cue.complements
    if "că" in cue.complements:
        start = _clause_beside(tokens, cue, limit)
        if start >= 0:
            return "că", start
    looks_like = cue.lemma == "arăta" and _tells_looks(tokens, at)
    if looks_like or not _may_follow(tokens, at, limit, takes_subjunctive):
        limit = at
    while at < limit:
        word = words[at]
        # Most words tell nothing; marks, clitics with a hyphen and numbers are no letters alone.
        tells = word in _TELLING or at in verbs or not word.isalpha()
        if not tells and kinds[at - 1] != ",":
            at += 1
            continue
        kind, before = kinds[at], at - 1
        if (kind in ",–—" or _is_dash(tokens, at)) and at + 1 < len(words):
            if (at := _past_mark(tokens, at, limit)) < 0:
                break
            continue
        if kind == QUOTATION and not _is_passed_over(document, tokens, cue, at):
            return _quotation_complement(document, tokens, cue, at)
        if "că" in cue.complements and _is_that(tokens, at):
            goes_on = _goes_on_with(tokens, cue, before) or _answers_fact(words, before, cue)
            return ("", -1) if goes_on else ("că", at + (not joins_that(word)))
        opens = takes_subjunctive and _is_subjunctive(tokens, at, cue)
        if opens and not _is_infinitive(words, before):
            return ("", -1) if words[before] in _OTHER_CLAUSES else ("să", at)
        is_gerund = word.endswith(_GERUNDS) and (kinds[before] == "," or at in verbs)
        if is_gerund or words[at : at + 2] in _AFTER:
            break
        if word == "dacă" and cue.group == "ask":
            return "dacă", at
        if kind == ":" and at + 1 < len(words) and kinds[at + 1] != "/":
            return ("quote", at + 1) if kinds[at + 1] == QUOTATION else ("colon", at + 1)
        if kind in ".;!?…" and not _is_in_name(words, kind, at):
            break
        if word == "ce" and words[before] in _WHILE:
            takes_subjunctive = False
        if word in w.RELATIVE_PRONOUNS:
            after = _past_relative(tokens, cue, at, limit, asks=takes_subjunctive)
            if after > at:
                at = after
                continue
        # „obligația de a fi „aproape””: an infinitive opens no clause of its own
        if at > cue.last_index + 1 and w.is_auxiliary(tokens, at) and words[before] != "a" and (
            word != "nu" or not _denies_adverbial(words, at)
        ) and kinds[at] == LOWER and kinds[before : at + 2] != "CwC":  # fmt: skip
            break  # but „pentru Bild am Sonntag”
        at += 1
    if cue.mood == "gerund" and cue.lemma in _ESTIMATING and cue.last_index + 2 < len(tokens):
        return "object", cue.last_index + 1
    return "", -1


def _is_in_name(words: Sequence[str], mark: str, at: int) -> bool:
    """Tell the mark of „R. Moldova” and „revista VIVA!” before *că* from the end of a sentence."""
    if mark == ".":
        return len(words[at - 1]) <= _LONGEST_ABBREVIATION
    return mark == "!" and words[at + 1 : at + 2] == ("că",)


def _goes_on_with(tokens: Tokens, cue: CueGroup, link: int) -> bool:
    """Tell „susține X, și că …”, „că e suspect de furt sau că …”: an earlier clause goes on."""
    if tokens.words[link] not in _GOING_ON:
        return False
    if tokens.kinds[link - 1] == ",":
        return True
    # „a spus asta, că … și că …”; a passive stands in the clause itself
    first = max(0, link - _FARTHEST) if cue.mood == "passive" else cue.last_index + 1
    return link > cue.last_index + 1 and "că" in tokens.words[first:link]


def joins_that(word: str) -> bool:
    """Tell „că-și”, „că-i”, „c-a”: the conjunction with what is joined to it.

    >>> joins_that("că-și"), joins_that("c-ar"), joins_that("să-și")
    (True, True, False)
    """
    return word.startswith("că-") or word in _ELIDED


def opens_with_that(word: str) -> bool:
    """Tell whether the word is *că* with what is joined to it, also without its marks.

    >>> opens_with_that("ca-si"), opens_with_that("ca-ul"), opens_with_that("c-130")
    (True, False, False)
    """
    return word in _JOINED_WITHOUT_MARKS or joins_that(word)


def _is_that(tokens: Tokens, at: int) -> bool:
    """Tell „a declarat, luni, ca podul e vechi”, mistyped, from „a venit, ca inginer, să vadă”."""
    words, kinds, before = tokens.words, tokens.kinds, at - 1
    if "-" in words[at] and joins_that(words[at]):
        return True
    if words[at] != "ca" or kinds[before] != ",":
        return words[at] == "că" and not _is_others_clause(words, before)
    stop = min(at + _NEAR, len(tokens))
    if not {"să", "sa"}.isdisjoint(words[at + 1 : stop]):
        return False
    verb = next((i for i in range(at + 2, stop) if w.is_finite(tokens, i)), -1)
    return verb > 0 and "," not in kinds[at:verb]


def _is_dash(tokens: Tokens, at: int) -> bool:
    return tokens.kinds[at] == "-" and tokens.starts[at] > tokens.ends[at - 1]


def _tells_looks(tokens: Tokens, at: int) -> bool:
    """Tell „arată ca o horă”, „arată astfel: …” from „arată că …”."""
    words = tokens.words[at : at + 1]
    return words == ("ca",) or (words == ("astfel",) and tokens.kinds[at + 1 : at + 2] == ":")


def _clause_beside(tokens: Tokens, cue: CueGroup, limit: int) -> int:
    """Return where the content of „spune că …”, „a povestit cât …” begins right there, or -1."""
    words, at = tokens.words, cue.last_index + 1
    if at >= limit:
        return -1
    if words[at] == "că" or (words[at] == "ca" and _is_mistyped(tokens, at, limit)):
        return -1 if words[cue.last_index] in _BEFORE_CONJUNCTION else at + 1
    if opens_with_that(words[at]):
        return at
    asks = words[at] in _HOW_MUCH and cue.group == "say" and at + 1 < limit
    return at if asks and words[at + 1] not in _AFTER_MERE_HOW else -1


def _may_head_clause(tokens: Tokens, at: int) -> bool:
    """Tell the subject of „ca | podul e vechi” from „ca | martor a fost bătut”."""
    word = tokens.words[at]
    named = tokens.kinds[at] in "CU" or word in w.DETERMINERS or word in w.GENITIVE_ARTICLES
    return named or word.endswith(("ul", "a", "le", "ii"))


def _is_mistyped(tokens: Tokens, at: int, limit: int) -> bool:
    """Tell „spune ca | podul e vechi” from „vorbește ca un om care e vechi”."""
    for verb in range(at + 1, min(at + _NEAR, limit)):
        if w.is_finite(tokens, verb):
            return verb == at + 1 or _may_head_clause(tokens, at + 1)
        if tokens.kinds[verb] not in "wCUn" or tokens.words[verb] in _NEVER_BEHIND_MISTYPED:
            return False
    return False


def _is_place(tokens: Tokens, cue: CueGroup, at: int) -> bool:
    """Tell a quotation before „, că”: „a spus, la emisiunea „100 de minute” de ieri, că …”."""
    if at - 1 <= cue.last_index or "că" not in cue.complements:
        return False
    comma = tokens.kinds.find(",", at + 1, at + _LONGEST_ASIDE)
    if comma < 0 or tokens.words[comma + 1 : comma + 2] != ("că",):
        return False
    return not w.has_finite(tokens, at + 1, comma)


def _answers_fact(words: Sequence[str], before: int, cue: CueGroup) -> bool:
    """Tell „reacționând la faptul | că …”: what somebody answers is not what he says."""
    return cue.lemma in _ANSWERING and words[before - 1 : before + 1] == ("la", "faptul")


def _is_others_clause(words: Sequence[str], before: int) -> bool:
    """Tell „în pofida faptului că”, „semn că”: what stands before has the clause."""
    if words[before] == "faptului":
        return words[before - 1] in _DESPITE
    return words[before] in _BEFORE_THAT


def _past_mark(tokens: Tokens, at: int, limit: int) -> int:
    """Return where to look on after a comma or dash, -1 where another clause begins there.

    „i-a acuzat pe semnatari – AUR și POT – că …”
    """
    dash = tokens.kinds[at]
    if dash == ",":
        return _past_comma(tokens, at, limit)
    closing = tokens.kinds.find(dash, at + 1, limit)
    opens = tokens.words[closing + 1 : closing + 2] if closing > 0 else ()
    quotes = closing > 0 and tokens.kinds[closing + 1 : closing + 2] == QUOTATION
    return closing + 1 if quotes or opens in (("că",), ("să",)) else at + 1


def _past_comma(tokens: Tokens, comma: int, limit: int) -> int:
    """Return where to look on after a comma, -1 where another clause begins there.

    „spune, însă, că …”, „a recunoscut, într-un interviu, dar abia luni, că …”
    """
    words, after = tokens.words, comma + 1
    closing = end_of_aside(tokens, comma, limit)
    if closing >= 0:
        return closing + 1
    if words[after] in _CAUSES or words[after : after + 2] in _CAUSE_PAIRS:
        return -1
    if w.ends_finite(words[after]):
        return -1  # „astăzi, spun meteorologii, | așteptăm ca ploile să se oprească”
    if words[after] in w.ASKED:
        # „a spus, întrebat de o ziaristă cine va fi primar, că …”
        closing = tokens.kinds.find(",", after + 1, limit)
        while closing >= 0 and words[closing + 1 : closing + 2] != ("că",):
            closing = tokens.kinds.find(",", closing + 1, limit)
        return closing + 1 if closing >= 0 else after
    if words[after] not in w.CLAUSE_LINKS:
        return after
    closing = tokens.kinds.find(",", after + 1, min(limit, after + _LONGEST_ASIDE))
    if closing < 0 or w.has_finite(tokens, after, closing):
        return -1
    opens = words[closing + 1 : closing + 2]
    return closing + 1 if closing == after + 1 or opens in (("că",), ("să",)) else -1


def end_of_aside(tokens: Tokens, comma: int, limit: int) -> int:
    """Return the comma that closes a clause inside the report, before *că*; -1 without one.

    „a declarat, referindu-se la carte | , că …”, „a spus, după ce s-a întors | , că …”, but
    „a venit, subliniind, la rândul său, că …”: the gerund has the clause.
    """
    words, kinds, after = tokens.words, tokens.kinds, comma + 1
    if not (words[after].endswith(_GERUNDS) or _opens_time(words, after)):
        return -1
    closing = kinds.find(",", after + 1, limit)
    if closing <= after + 1 or words[closing + 1 : closing + 2] != ("că",):
        return -1
    inside = kinds[after:closing]
    return closing if ":" not in inside and "că" not in words[after:closing] else -1


def _opens_time(words: Sequence[str], at: int) -> bool:
    """Tell „după ce …”, „în timp ce …”, „când …”: when something is said."""
    if words[at : at + 2] in _AFTER or words[at] == "când":
        return True
    return words[at + 1 : at + 2] != () and words[at + 1] in _WHILE and words[at] == "în"


def _denies_adverbial(words: Sequence[str], at: int) -> bool:
    """Tell „a spus, nu cu mult timp în urmă, că …” from a verb that *nu* negates."""
    after = at + 1
    return after < len(words) and (words[after] in w.PREPOSITIONS or words[after] in w.ADVERBS)


def _may_follow(tokens: Tokens, at: int, limit: int, takes_subjunctive: bool) -> bool:
    """Tell whether something that can open a complement stands there: after most verbs nothing."""
    kinds = tokens.kinds
    if kinds.find(QUOTATION, at, limit) >= 0 or kinds.find(":", at, limit) >= 0:
        return True
    words = tokens.words[at:limit]
    return not _OPENING.isdisjoint(words) or any(
        "-" in word and (joins_that(word) or (takes_subjunctive and word.startswith("să-")))
        for word in words
    )


def _is_infinitive(words: Sequence[str], at: int) -> bool:
    """Tell „înainte de a începe | să plece” from „înainte de a pleca | să …”, by its token."""
    return words[at] in _GOVERNING and words[max(0, at - 2) : at] == ("de", "a")


def _is_subjunctive(tokens: Tokens, at: int, cue: CueGroup) -> bool:
    word = tokens.words[at]
    if word == "ca":
        return any(later.split("-")[0] == "să" for later in tokens.words[at + 1 : at + 24])
    if cue.lemma in _OF_OTHERS:
        return False
    return word == "să" or word.startswith("să-")


def _past_source(tokens: Tokens, reader: Reader, stop: int) -> int:
    """Return the stop past „, potrivit X,” between a verb and its clause."""
    end = len(tokens.words)
    if stop < 1 or tokens.kinds[stop - 1] != "," or stop in reader.verbs:
        return stop
    last = min(stop + 16, end - 1)
    comma = tokens.kinds.find(",", stop + 1, last)
    while comma >= 0:
        if tokens.words[comma + 1] in ("că", "să"):
            return comma + 2
        comma = tokens.kinds.find(",", comma + 1, last)
    return stop


def _after_relative(tokens: Tokens, at: int, limit: int, *, asks: bool) -> int:
    """Return the token after the comma that closes a relative clause, or ``limit``.

    Args:
        asks: a clause in *să* may follow the relative one.
    """
    end, words = tokens.kinds.find(",", at + 1, limit), tokens.words
    for link in range(at + 1, limit - 1 if end < 0 else 0):
        if words[link : link + 2] == ("și", "că"):
            return link  # „a dezvăluit prin ce a trecut și că a cerut ajutor”
        if asks and words[link] == "să" and _closes_relative(tokens, at, link):
            return link  # „a cerut celor care răspund de modul în care se votează | să vină”
    return end if end >= 0 else limit


def _past_relative(tokens: Tokens, cue: CueGroup, at: int, limit: int, *, asks: bool) -> int:
    """Return where to look on after a relative clause that hangs on a noun, else ``at``.

    „a cerut celor care pot repara podul | să vină”, „le-a spus celor care l-au huiduit | că
    vine”: one that narrows it down, too.
    """
    words, kinds, before = tokens.words, tokens.kinds, at - 1
    hangs = kinds[before] == "," or words[before] in w.PREPOSITIONS
    if hangs and kinds[at + 1 : at + 2] != QUOTATION:
        # „a promis Ana, care nu a putut însă să vină”: a comma would close it
        return _after_relative(tokens, at, limit, asks=asks and kinds[before] != ",")
    asks = asks and cue.group == "request"
    told = cue.has_dative and (
        w.is_oblique_form(words[before]) or words[before] in ("celor", "celui", "celei")
    )
    if (asks or told) and words[at] == "care" and kinds[before] in "wCU":
        opening = {"să"} if asks else {"că"} & cue.complements
        for link in range(at + 2, limit):
            if kinds[link] == ",":
                break
            opens = words[link] in opening or (told and kinds[link] == QUOTATION)
            if opens and _closes_relative(tokens, at, link):
                return link
    return at


def _closes_relative(tokens: Tokens, at: int, link: int) -> bool:
    """Tell „…, în care se votează legea | să vină” from „…, în care cineva vrea să vină”."""
    before = link - 1
    return w.has_finite(tokens, at + 1, before) and not w.is_finite(tokens, before)


def _is_passed_over(document: Document, tokens: Tokens, cue: CueGroup, at: int) -> bool:
    """Tell the name of a body or a place in marks from what is said."""
    return _is_part_of_name(document, tokens, cue, at) or _is_place(tokens, cue, at)


def _is_part_of_name(document: Document, tokens: Tokens, cue: CueGroup, at: int) -> bool:
    """Tell „a anunțat președintele Sindicatului „Ancora””: capitals in marks after a noun."""
    inner = document.folded[tokens.starts[at] + 1 : tokens.ends[at] - 1].split()
    before = at - 1
    after_noun = (
        before > cue.last_index
        and tokens.kinds[before] in "wCU)"
        and tokens.words[before] not in _NO_NOUN
    )
    if not (inner and after_noun and inner[0][:1].isupper()):
        return False  # „l-a numit pe Ion „hoț””
    capitals = len(inner) <= 4 and all(word[:1].isupper() or len(word) <= 3 for word in inner)
    return capitals and not inner[-1].endswith((".", "!", "?"))


def is_set_off(document: Document, tokens: Tokens, at: int) -> bool:
    """Tell whether a dash stands before a quotation as a colon would, and nothing after it.

    „a declarat Ion Pop – „Podul e vechi de un secol.””, but „„…” – a spus Ion Pop – „…”” is one
    quotation in two parts, and „Casa – „Vila Mare” –” a name.
    """
    kinds, before = tokens.kinds, at - 1
    if before < 1 or kinds[before] not in _DASHES or kinds[at + 1 :].strip(".!?…"):
        return False
    if any(dash in kinds[:before] for dash in _DASHES):
        return False
    inner = document.text[tokens.starts[at] + 1 : tokens.ends[at] - 1].split()
    return len(inner) >= _SENTENCE and inner[0][:1].isupper()


def _quotation_complement(
    document: Document, tokens: Tokens, cue: CueGroup, at: int
) -> tuple[str, int]:
    """Tell „a spus: „…”” from a fragment that is part of the clause („a numit-o o „…””)."""
    as_what = tokens.words.index("drept", at) + 1 if "drept" in tokens.words[at : at + 9] else 0
    if tokens.kinds[as_what : as_what + 1] == QUOTATION and as_what:
        at = as_what  # „a numit „ieșirea” lui drept „nedemnă””
    before = at - 1
    if tokens.kinds[before] == ":" or is_set_off(document, tokens, at):
        return "quote", at
    if "că" in cue.complements and tokens.words[at + 1 : at + 2] == ("că",):
        return "că", at + 2  # „a anunțat „categoric” că …”
    inner = document.folded[tokens.starts[at] + 1 : tokens.ends[at] - 1].strip()
    if inner.startswith(("să ", "sa ")) and "să" in cue.complements:
        return "să", at
    close = (
        before == cue.last_index
        or tokens.words[before] in w.ADVERBS
        or tokens.kinds[before] == ","
        or (cue.group == "ask" and tokens.words[before] in _ASKING)  # „întrebând de ce „…””
    )
    if cue.mood == "passive" and not cue.is_strong and tokens.words[before] in _WHERE:
        return "", -1  # „a fost aprobat la „cel mai înalt nivel””: nothing is reported
    utterance = len(inner.split()) >= 5 or inner.endswith(("!", "?", "."))
    return ("quote" if close and utterance and cue.group != "thank" else "fragment"), at

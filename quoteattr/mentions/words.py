"""The closed classes that bound a noun phrase, and what endings say.

Grammar, not vocabulary: these classes take no new members.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from quoteattr.document import CAPITALISED, LOWER, NUMBER, QUOTATION, UPPER, Tokens
from quoteattr.patterns import pattern

# Prepositions that can stand inside a noun phrase: „ministrul de Externe”, „șefa din Cluj”.
INNER_PREPOSITIONS = frozenset({"de", "din", "dintre", "dintr-un", "dintr-o", "d'"})
PREPOSITIONS = INNER_PREPOSITIONS | frozenset(
    """în la pe cu după prin între sub peste către fără pentru despre contra spre asupra
    dinspre până lângă într-un într-o într-una într-unul printr-un printr-o dintr printre
    înainte înaintea împotriva alături odată datorită deasupra dedesubtul înspre ca precum
    drept din in dupa catre fara spre intr-un intr-o intre impotriva inainte pana langa via
    conform potrivit contrar asemenea grație mulțumită prin-o de-a per vizavi privind""".split()
)
RELATIVES = frozenset(
    """care căruia căreia cărora cărui cărei unde când cum ce cine cât câți câte cui cei-ce
    încât dacă deși fiindcă deoarece întrucât că să iar dar însă ci ori sau nici cand daca
    desi intrucat incat""".split()
)
RELATIVE_PRONOUNS = frozenset(
    {"care", "căruia", "căreia", "cărora", "cărui", "cărei", "căror", "unde", "ce", "cum", "când"}
)
WHICH = frozenset({"care", "cărui", "cărei", "căror", "căruia", "căreia", "cărora", "unde"})
# Whoever was asked: „Contactat de X, ministerul …”.
CONTACTED = frozenset("contactat contactată contactați contactate solicitat solicitată".split())
ASKED = CONTACTED | frozenset(
    """întrebat întrebată întrebați întrebate chestionat chestionată chestionați rugat rugată rugați
    """.split()
)
# What the items of a list open with, besides dashes and numbers.
BULLETS = "•*♦►●■▪◆➤▶→·"
# What gives a reason opens a clause of its own.
CAUSES = frozenset({"deoarece", "fiindcă", "încât", "întrucât"})
# What joins a sentence to the one before, and is no part of what it says.
CONNECTIVES = frozenset(
    tuple(words.split())
    for words in (
        "astfel", "cu alte cuvinte", "cu toate acestea", "de aceea", "de altfel", "de asemenea",
        "de fapt", "dimpotrivă", "din acest motiv", "din fericire", "din păcate",
        "în acest context", "în acest fel", "în acest sens", "în al doilea rând", "în același timp",
        "în consecință", "în fapt", "în plus", "în primul rând", "în realitate", "în schimb",
        "mai mult", "mai mult decât atât", "nu în ultimul rând", "oricum", "pe de altă parte",
        "prin urmare", "totodată", "totuși",
    )
)  # fmt: skip
CLAUSE_LINKS = frozenset({"iar", "dar", "însă", "ci", "insa", "insă", "însa"})
GENITIVE_ARTICLES = frozenset({"al", "a", "ai", "ale"})
ADVERBS = frozenset(
    """luni marți miercuri joi vineri sâmbătă duminică azi ieri astăzi mâine alaltăieri acum
    atunci apoi imediat ulterior anterior recent astfel totodată însă deja încă mai tot chiar doar
    numai și asemenea totuși aici acolo aseară diseară dimineață dimineața seara noaptea
    seară noapte prânz online telefonic public oficial neoficial categoric clar ferm astazi maine
    marti
    sambata duminica iarăși iar cândva odată inițial ironic scurt tranșant direct
    practic așadar deci altfel ieri-seară săptămâna luna anul marțea
    joia lunea vinerea miercurea sâmbăta duminica răspicat limpede hotărât sec simplu nervos iată
    uite
    zâmbind râzând ora orele exclusiv live concret insistent nici abia nu nu-i pur bine rău
    mult puțin foarte prea așa asa tocmai parcă poate probabil desigur evident
    aparent după-amiază după-amiaza azi-dimineață azi-noapte astă-seară astă-noapte asta-noapte
    concomitent respectiv inclusiv adică ba bineînțeles mereu deseori adesea adeseori uneori rareori
    întotdeauna totdeauna intotdeauna niciodată niciodata nicicând oricum
    aproape aproximativ circa retoric cică cica hai haide haideți haideti""".split()
)
SOURCES = frozenset({"sursa", "sursă", "sursei", "surse"})
INDEFINITES = frozenset("alt altă altei altui o un unei unele unii unui".split())
AGENCIES = frozenset({"agenția", "agenției", "agenție", "agenții"})
# Words of the names of outlets: „Radio Valea”, „la Jurnal TV”
OUTLET_MARKS = frozenset({"tv", "radio", "fm", "televiziunea", "news", "media", "press", "plus"})
MONTHS = frozenset(
    """ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie
    decembrie""".split()
)
DETERMINERS: Final[Mapping[str, tuple[str, str, bool]]] = {
    "un": ("m", "sg", False), "o": ("f", "sg", False), "unui": ("m", "sg", True),
    "unei": ("f", "sg", True), "unor": ("", "pl", True), "unii": ("m", "pl", False),
    "unele": ("f", "pl", False), "niște": ("", "pl", False), "mulți": ("m", "pl", False),
    "multe": ("f", "pl", False), "câțiva": ("m", "pl", False), "câteva": ("f", "pl", False),
    "acest": ("m", "sg", False), "această": ("f", "sg", False), "acești": ("m", "pl", False),
    "aceste": ("f", "pl", False), "acestui": ("m", "sg", True), "acestei": ("f", "sg", True),
    "acestor": ("", "pl", True), "același": ("m", "sg", False), "aceeași": ("f", "sg", False),
    "aceiași": ("m", "pl", False), "aceleași": ("f", "pl", False), "aceluiași": ("m", "sg", True),
    "aceleiași": ("f", "sg", True), "acelorași": ("", "pl", True), "alt": ("m", "sg", False),
    "altă": ("f", "sg", False), "alți": ("m", "pl", False), "alte": ("f", "pl", False),
    "altor": ("", "pl", True), "toți": ("m", "pl", False), "toate": ("f", "pl", False),
    "cel": ("m", "sg", False), "cea": ("f", "sg", False), "cei": ("m", "pl", False),
    "cele": ("f", "pl", False), "celui": ("m", "sg", True), "celei": ("f", "sg", True),
    "celor": ("", "pl", True), "ambii": ("m", "pl", False), "ambele": ("f", "pl", False),
    "majoritatea": ("f", "", False), "majorității": ("f", "", True),
    "doi": ("m", "pl", False), "două": ("f", "pl", False), "trei": ("", "pl", False),
    "patru": ("", "pl", False), "cinci": ("", "pl", False), "fiecare": ("", "sg", False),
    "alții": ("m", "pl", False), "altele": ("f", "pl", False),
    "unul": ("m", "sg", False), "una": ("f", "sg", False), "jumătate": ("f", "sg", False),
    "acei": ("m", "pl", False), "acele": ("f", "pl", False), "acel": ("m", "sg", False),
    "acea": ("f", "sg", False), "tuturor": ("", "pl", True), "câtorva": ("", "pl", True),
    "multor": ("", "pl", True),
}  # fmt: skip

# „Ultima dată când Pop a vorbit”, „n-a tăcut nicio clipă”: how often, and nobody.
HOW_OFTEN = frozenset(
    """ani clipă clipe dată data luni minute minut oară oara ore secundă secunde săptămâni
    zile""".split()
)
INSIDE_QUANTITY = frozenset({"mai", "cât", "de", "dintre", "din", "a", "aproape", "peste", "circa"})
COUPLES = frozenset({("cei", "doi"), ("cele", "două")})
THOSE = frozenset({"cel", "cea", "cei", "cele", "acei", "acele"})
# What is counted and never speaks: times, measures, money.
MEASURES = HOW_OFTEN | frozenset(
    """bani dolari euro grade hectare kilograme kilometri lei lire litri metri ore ron tone
    yuani""".split()
)
# Nouns of number: „o sută de oameni” are many.
HUNDREDS = frozenset({"sută", "sute", "mie", "mii", "duzină", "milion", "treime", "sfert"})
ADDRESS = frozenset({"domnul", "doamna", "dl", "dna", "domnului", "doamnei"})
MANY = frozenset({"mulți", "multe", "mult", "multor", "puțini", "puține", "puțin"})
NEW_OR_FORMER = frozenset(
    {"fostul", "fosta", "noul", "noua", "actualul", "actuala", "tânărul", "tânăra"}
)
FORMER = frozenset({"fost", "fostă", "foști", "foste", "nou", "nouă", "noi", "recent"})
# Adjectives that take the article before a noun: „ultimul raport”.
FIRST_ADJECTIVES = frozenset(
    "actualul actuala noul noua primul prima recentul recenta ultimul ultima ultimele".split()
)
# „fiica fostului ministru Ion Pop”: the noun after them has their case, though not its form.
OBLIQUE_ADJECTIVES = frozenset(
    """actualului actualei fostului fostei noului noii primului primei regretatului regretatei
    viitorului viitoarei""".split()
)
# What stands before an adjective that its noun follows: „un amplu studiu”, „cele mai recente date”.
BEFORE_ADJECTIVE = frozenset({"mai", "o", "un"})
APPROXIMATE = frozenset({"aproape", "circa", "peste", "aproximativ", "vreo", "doar", "numai"})
COUNTS = frozenset({"două", "doi", "trei", "patru", "cinci", "șase", "șapte", "opt"})
PARTS_OF_TIME = frozenset("dimineața iarna noaptea primăvara seara toamna vara ziua".split())
# What the name of a site ends in.
DOMAINS = frozenset({"com", "eu", "info", "md", "net", "org", "ro", "tv"})
# Whose heads „șeful statului”, „liderul partidului” are: another office in the dative comes after.
RULED = frozenset({"statului", "guvernului", "executivului", "partidului"})
OBLIQUE_PRONOUNS: Final = {
    "lui": ("m", "sg"), "ei": ("f", "sg"), "lor": ("", "pl"), "acestuia": ("m", "sg"),
    "acesteia": ("f", "sg"), "acestora": ("", "pl"), "dumnealui": ("m", "sg"),
    "dumneaei": ("f", "sg"),
}  # fmt: skip

_NOMINATIVES = ("ul", "ile", "ele")
_NOMINATIVES_2 = frozenset({"ea", "ia", "ța", "ta", "na", "ra", "la"})
# „i-a”, „s-au”, „mi-ar”: an auxiliary with the clitics before it.
_JOINED_AUXILIARY = pattern(
    r"(?:(?:mi|ți|i|ne|v|vi|ni|li|le|și|l|s|m|te|n|o|se|nu)-)++(?:a|au|am|ați|ar|aș)"
)
FINITE_WORDS = frozenset(
    """este e sunt era erau va vor voi vom fi fost fusese nu îi își îl se vă mă îmi îți o-
    poate pot trebuie s-ar s-au s-a urmează are aveau avea am au ar aș fusese fuseseră
    aveți avem există pare făcea face fac vrea vor""".split()
)
# Participles: „declarat”, „venit”, „văzut”, „coborât”, „spus”, „mers”, „fript”.
# Endings of two letters and of three; a letter or two stand before them.
_PARTICIPLES_2 = frozenset({"at", "it", "ut", "ât", "us", "is", "es", "os", "pt", "rt"})
_PARTICIPLES_3 = frozenset({"ată", "ită", "ută", "âtă", "ers", "ors", "uns", "âns", "ins"})
# „rămas”, „tras”, „retras”, „sustras”
_PARTICIPLES_4 = frozenset({"tras", "ămas", "amas"})
_BARE_PARTICIPLES = frozenset({"ars", "fost"})
# „energeticienii”, „covăsnenii”: people, and no genitive.
PEOPLE = ("enii",)
# „investitorilor”, „sătenii”, „juriștii”: many of them, in either case.
MANY_PEOPLE = ("torilor", "enii", "enilor", "iștii", "iștilor")
_OBLIQUES_2 = frozenset({"ei", "ii", "ăi", "ui"})
_OBLIQUES_4 = frozenset({"ilor", "elor"})
_OBLIQUE_ARTICLES = frozenset(
    {"lui", "unui", "unei", "unor", "acestui", "acestei", "acestor", "celui", "celei", "celor"}
)
_GERUNDS = frozenset({"ând", "ind"})
_REFLEXIVE_GERUNDS = ("ându-se", "indu-se")
_CLOSED = PREPOSITIONS | RELATIVES | ADVERBS | FINITE_WORDS | {"ați", "ceea", "ne", "te"}
_INNER = frozenset({"mai", "și", "tot", "chiar", "cam", "doar", "deja", "nici"})


def tells_how_often(words: Sequence[str], head: int, last: int) -> bool:
    """Tell „ultima dată”, „63 de ani” from „o femeie de 63 de ani”, where an age follows the head.

    >>> tells_how_often(["nicio", "clipă"], 0, 1)
    True
    >>> tells_how_often(["o", "femeie", "de", "63", "de", "ani"], 1, 5)
    False
    """
    if words[last] == "întregi" and last > 0:
        return words[last - 1] in HOW_OFTEN  # „a insistat ani întregi că”
    return words[last] in HOW_OFTEN and "de" not in words[head + 1 : last]


def is_name_like(tokens: Tokens, index: int) -> bool:
    """Tell whether the token is capitalised or all capitals."""
    return tokens.kinds[index] in (CAPITALISED, UPPER)


def opens_foreign_name(tokens: Tokens, index: int) -> bool:
    """Tell „El” of „El Mundo scrie”, „scrie La Stampa” from the words; a token follows."""
    word = tokens.words[index]
    if word != "el" and not (word == "la" and index):
        return False
    return tokens.kinds[index : index + 2] in ("CC", "CU", "UU")


def is_genitive_article(tokens: Tokens, index: int) -> bool:
    """Tell ``a`` of „primarul orașului, a instituției” from ``a`` of „a declarat”."""
    word = tokens.words[index]
    if word not in GENITIVE_ARTICLES or index + 1 >= len(tokens):
        return False
    after = tokens.words[index + 1]
    if word in ("al", "ale"):
        return True
    if is_name_like(tokens, index + 1):
        return word == "a" or word == "ai"
    if word == "a" and (after in COUNTS or tokens.kinds[index + 1] == NUMBER):
        return True  # „mamă a doi copii”
    return is_oblique_form(after) or after in _OBLIQUE_ARTICLES or after in (
        "doua", "treia", "patra", "cincea", "lor", "sa", "lui", "ei",
    )  # fmt: skip


def is_auxiliary(tokens: Tokens, index: int) -> bool:
    """Tell whether the token starts a compound verb form: „a” venit, „s-au” dus, „va” fi."""
    word = tokens.words[index]
    if word in FINITE_WORDS or word == "ați":
        return True
    if word == "a":
        return not is_genitive_article(tokens, index) and _has_participle(tokens, index + 1)
    return "-" in word and _JOINED_AUXILIARY.fullmatch(word) is not None


def is_closed(word: str) -> bool:
    """Tell whether a word never stands inside a noun phrase's own words, wherever it stands."""
    if word in _CLOSED:
        return True
    if is_gerund(word):
        return True
    return "-" in word and _JOINED_AUXILIARY.fullmatch(word) is not None


def is_gerund(word: str) -> bool:
    """Tell „arătând”, „temându-se” from „când” and „rând”."""
    return (word[-3:] in _GERUNDS and len(word) > 5) or word.endswith(_REFLEXIVE_GERUNDS)


def _has_participle(tokens: Tokens, index: int) -> bool:
    while index < len(tokens) and tokens.words[index] in _INNER:
        index += 1
    return index < len(tokens) and is_participle(tokens.words[index].split("-")[0])


# Present and imperfect endings that no noun or adjective shares: „lucrează”, „primesc”.
_FINITES_3 = frozenset({"esc", "eau", "iau", "uie", "ăsc"})
_FINITES_4 = frozenset({"ează", "iază", "ește", "ăște", "eaza", "iaza"})
_COMMON_FINITE = frozenset(
    """are au aveau avea fac făcea făceau vine vin venea ia iau luau dă dau dădea stă stau merge
    merg devine devin rămâne rămân ajunge ajung începe încep crește cresc scade scad ține țin
    pune pun trece trec duce duc vede văd pierde pierd câștigă află urmează costă durează
    există trăiește moare mor arde intră ies iese pleacă cade cad primește caută joacă poartă
    ajută atrage rupe curge plătesc plătește lipsește trebuie vrea vor poate pot știe știu
    înseamnă reprezintă cuprinde include conține oferă folosește permite necesită presupune
    constă depinde trimite scoate aduce bate ninge plouă doare place crapă deschide închide
    închid deschid produce produc apare apar dispare dispar conduce conduc lasă""".split()
)


_ALSO_NOUNS = frozenset({"vin"})


_VERB_ENDS = frozenset("ăecngtșz")


def ends_finite(word: str) -> bool:
    """Tell whether the ending is one that only finite verbs have.

    >>> ends_finite("activează"), ends_finite("purtau"), ends_finite("noastră")
    (True, True, False)
    """
    # „purtau” is an imperfect; „sau” is none
    size = len(word)
    return (size > 5 and (word[-4:] in _FINITES_4 or word[-2:] == "au")) or (
        size > 4 and (word[-3:] in _FINITES_3 or word[-2:] == "ăm")
    )


def is_known_finite(word: str) -> bool:
    """Tell a word that is a finite verb wherever it stands; „vin” can be drunk.

    >>> is_known_finite("reprezintă"), is_known_finite("lucrează"), is_known_finite("vin")
    (True, True, False)
    """
    return ends_finite(word) or (word in _COMMON_FINITE and word not in _ALSO_NOUNS)


def is_finite(tokens: Tokens, index: int) -> bool:
    """Tell whether the token is, or starts, a finite verb form that can be recognised."""
    if tokens.kinds[index] != LOWER and index > 0:
        return False
    word = tokens.words[index]
    if word in _COMMON_FINITE or word in FINITE_WORDS:
        return True
    if word == "a":
        return is_auxiliary(tokens, index)
    if "-" in word and (word.startswith(("s-", "nu-")) or is_auxiliary(tokens, index)):
        return True
    return (
        ((word[-3:] in _FINITES_3 or word[-2:] == "ăm") and len(word) > 4)
        or (len(word) > 5 and (word[-4:] in _FINITES_4 or word[-2:] == "au"))
        or word == "ați"
    )


def has_finite(tokens: Tokens, start: int, stop: int) -> bool:
    """Tell whether a finite verb stands among the tokens, relative clauses left out."""
    words, kinds = tokens.words, tokens.kinds
    skipping = False
    for at in range(start, stop):
        word, kind = words[at], kinds[at]
        if word in RELATIVE_PRONOUNS and (
            at == start or kinds[at - 1] in ",(" or words[at - 1] in PREPOSITIONS
        ):
            skipping = True
        elif kind in ",)":
            skipping = False
        elif skipping:
            continue
        elif kind == QUOTATION:
            if _is_utterance(tokens, at):
                return True
        elif (kind == LOWER or at == 0) and (
            is_finite(tokens, at) or (word[:2] == "să" and at > start and _governs(words, at))
        ):
            return True
    return False


def _governs(words: Sequence[str], at: int) -> bool:
    """Tell „încearcă să plece” from „fără să plece”, „dreptul să plece” by the word before *să*."""
    verb = words[at - 1]
    if words[at][2:3] not in ("", "-") or verb[-1:] not in _VERB_ENDS:
        return False
    return not (verb.endswith(("ile", "ele")) or is_closed(verb))


def _is_utterance(tokens: Tokens, index: int) -> bool:
    """Tell a quotation long enough to hold a clause."""
    return tokens.ends[index] - tokens.starts[index] > 24


def has_words(kinds: str) -> bool:
    """Tell whether words or numbers are among tokens of these kinds.

    >>> has_words("q,Cw"), has_words("q,q")
    (True, False)
    """
    return "w" in kinds or "C" in kinds or "U" in kinds or "n" in kinds


def is_participle(word: str) -> bool:
    """Tell whether the ending is a participle's.

    >>> is_participle("declarat"), is_participle("rămas"), is_participle("ministru")
    (True, True, False)
    """
    if word[-2:] in _PARTICIPLES_2:
        return len(word) > 2
    if word[-3:] in _PARTICIPLES_3:
        return len(word) > 3
    return word[-4:] in _PARTICIPLES_4 or word in _BARE_PARTICIPLES


def is_nominative(word: str) -> bool:
    """Tell whether the ending is the article of the nominative: „podul”, „regiunea”, „datele”."""
    return len(word) > 4 and (word.endswith(_NOMINATIVES) or word[-2:] in _NOMINATIVES_2)


def is_oblique_form(word: str) -> bool:
    """Tell whether the ending can be a genitive or dative (``ministrului``, ``Andreei``)."""
    if word[-2:] in _OBLIQUES_2:
        return len(word) > 3 and not word.endswith(PEOPLE)
    return word[-4:] in _OBLIQUES_4 and len(word) > 5


def is_hers(tokens: Tokens, at: int) -> bool:
    """Tell „fiul | ei”, „i-a spus fiului | ei” from „au spus ei”."""
    if tokens.words[at] != "ei" or not at or tokens.kinds[at - 1] != LOWER:
        return False
    return is_oblique_form(tokens.words[at - 1]) or is_nominative(tokens.words[at - 1])


def hangs(tokens: Tokens, at: int) -> bool:
    """Tell „potrivit ei”, „cel al ei”, „după părerea ei” from *ei* as a subject."""
    before, kinds = tokens.words[at - 1] if at else "", tokens.kinds
    if at > 1 and kinds[at - 1] == LOWER and before.endswith("a"):
        before = tokens.words[at - 2]
    return before in PREPOSITIONS or before in GENITIVE_ARTICLES

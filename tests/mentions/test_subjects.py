"""Who the sentence names as speaker, source and addressee: tables with negatives beside them."""

from __future__ import annotations

import pytest
from inline import check_beginnings, parse

from quoteattr import Claim, Extractor

EXTRACTOR = Extractor()


def first_with(text: str, content: str) -> Claim:
    """Return the claim whose content begins with ``content``."""
    claims = [c for c in EXTRACTOR.extract(text).claims if c.content[0].text == content]
    assert claims, [c.text for c in EXTRACTOR.extract(text).claims]
    return claims[0]


NAMED = [
    # whose page it is
    "[C „Nu vin”], a scris pe pagina de Facebook a Primăriei Deal [S primarul Ion Pop].",
    "[C „Nu vin”], a scris pe rețeaua de socializare X [S Ion Pop].",
    # a majority with its parties
    "[S Majoritatea PSD-PNL] a anunțat că [C votează legea].",
    # what narrows somebody down between commas
    "[S Ana Pop], mai tânără, din Deal, spune că [C podul e vechi].",
    # the greater part of them, alone and with those it is a part of
    "[S Majoritatea vecinilor] spun că [C podul e vechi].",
    "[S O parte dintre vecini] cred că [C podul e vechi].",
    "Ana a spus că podul cade, însă [S majoritatea] declară că [C podul e bun].",
    # how long ago it was is nobody
    "[S Ion Pop, vicepreședinte al satului], mutat aici acum 19 ani „pentru a scăpa de zăpadă”, "
    "crede că [C podul e vechi].",
    # what an editor put before the sentence, with or without its time
    "Un fapt divers.\n\nUPDATE 15:50 - [S Ministrul Apelor, Ion Pop], a spus că [C podul e vechi].",
    "Un fapt divers.\n\nACTUALIZARE 9.20 [S Primăria] a spus că [C podul e vechi].",
    "[C „Podul e vechi”], a scris pe pagina sa de Twitter și [S Jay Smart], un analist american.",
    # an office in the words of another language is an aside
    "[S Ana Pop], managing partner Oslaro, a spus că [C podul e vechi].",
    "[C „Podul e vechi”], a spus joi (14 aprilie) [S purtătorul de cuvânt al poliției, Ana Pop].",
    "[S Ana Pop], country manager Oslaro Group, a spus că [C podul e vechi].",
    "[S Ana Pop], chief commercial officer FAN Oslaro, a spus că [C podul e vechi].",
    "[S Prof. univ. dr. Ion Pop, medic primar]: [C „Nu e grav.”]",
    "Oslaro S.R.L. din Bistra, Ion P. și firma: [S Ion Pop] a spus că [C podul e vechi].",
    # where somebody writes
    "[C „Podul e vechi”], a postat pe rețelele sociale [S statul major al armatei].",
    "[C „Podul e vechi”], a postat pe rețelele de socializare [S primarul din Deal].",
    "[S Un consilier al lui Ion Pop], care a venit ieri, a declarat că [C podul e vechi].",
    "Totuși, [S surse din sat] au declarat că [C podul e vechi].",
    "Podul cade, a spus luni, și [S Ana Pop, primarul din Deal], a promis că [C îl repară].",
    # people by their ending, which looks like a genitive's
    "Prin scrisoarea către UEFA, [S covăsnenii] spun că [C podul e vechi].",
    "[C Podul e vechi de mult], spun [S energeticienii].",
    "[C Podul se va rupe], a anunțat luni pe Facebook și Twitter [S șeful satului].",
    "[C Podul e vechi de mult], a afirmat [S von der Leyen].",
    # how somebody was stands before them
    "Nerăbdător să plece, [S Ion] a scris o carte în care se lăuda că [C podul e al lui].",
    # an office of the past before its relative clause
    "Ion a venit la Deal cu [S fostul magistrat CCR], care a afirmat că [C podul e vechi].",
    # whom something was shown to
    "Ana i-a arătat această carte lui [S Ion Pop], care a spus că [C podul e vechi].",
    # what follows from it is a clause of its own
    "Podul a slăbit atât de mult, încât [S vecinii din Valea Mare] spun că [C se va rupe].",
    # who leads it is an aside
    "[S Asociația Podul], condusă de fostul deputat Ion Pop, cere satului [C să închidă podul].",
    # „și” adds one more who says it
    "[C Podul se închide], a declarat, luni, și [S președintele Senatului, Ion Pop].",
    "[C Podul se închide], a spus luni și [S Ion Pop].",
    # whose number is not the verb's, inside a clause of time
    "[S Vecinul] care i-a dus la pod în timp ce aceștia fugeau a declarat că [C plouă].",
    # before the verb
    "[S Ana Pop] a spus că [C podul se închide].",
    "[S Primarul Ion Vasilcău] a anunțat că [C podul se închide].",
    "[S Secretarul general al asociației, Ion Pop], a anunțat că [C podul se închide].",
    "[S Ion Pop, director al muzeului], a anunțat că [C podul se închide].",
    "[S Avocatul Radu Stan], care reprezintă familia, susține că [C dosarul e gol].",
    "Luni, [S prefectul] a precizat că [C drumul e liber].",
    "După ce orașele s-au acuzat, [S primarul] a declarat că [C apa e bună].",
    "[S Studenții], în schimb, afirmă că [C nu au fost întrebați].",
    "În urmă cu o lună [S Maria Pop] a explicat că [C își caută casă].",
    "[S Deputata Ana Pop, inițiatoarea planului], a explicat că [C podul e vechi].",
    "[S Deputatul Ion Pop, membru al comisiei, autorul planului], a spus că [C podul e vechi].",
    "[S Prefecta de Argeș, Ana Pop], a transmis că [C drumul s-a deschis].",
    "Conform sursei citate, [S ministrul Ion Pop] a declarat că [C podul e liber].",
    # a verb and a colon end the paragraph above
    "[S Ion Pop] s-a ridicat și a spus:\n\n[C „Nu vin mâine.”]",
    "Iată ce a declarat [S Ion Pop]:\n[C „Nu vin mâine la pod.”]",
    # a body with its letters, its name and its place
    "[S Directorul Direcției de Sănătate (DSD) Deal, Ion Pop], a spus că [C podul e bun].",
    "[C „Podul e bun”], a anunțat [S purtătorul de cuvânt al ISU „Dan Barbu” Deal, Ana Pop].",
    # an age is no time
    "[C „Nu vin”], a declarat [S o femeie de 63 de ani].",
    "[S Bunica fetei de 13 ani] a spus că [C pleacă].",
    # who stands alone on the line above a quotation
    "A plouat.\n\n[S Ana Pop, medic la Deal]\n[C „Podul e vechi și cade.”]\n\nApoi a nins.",
    # a gerund with a subject of its own
    "Satul a închis podul, [S primarul Ion Pop], afirmând însă că [C e vechi].",
    "Supărată pe vecini, negând că [C ar fi vândut podul], [S Ana Pop] a plecat din sat.",
    # whose son plays does not speak
    "[S Mama lui Ion Pop], fotbalistul echipei din Deal, a spus că [C pleacă].",
    # her next act, and whom it is about
    "„Nu vin”, a spus [S Ana], după care a ironizat echipa: [C „Ați pierdut iar”].",
    # an office that no list has, a body with its letters in a clause of its own
    "[S Ana Pop], senior fellow la institutul Dealu, spune că [C podul e vechi].",
    "Prețul a crescut, după ce [S Banca Națională] (BND) a spus că [C podul e vechi].",
    "Lipsa e simțită de [S Ana Pop, partener în cadrul firmei Dealu], care spune că [C plouă].",
    "Lipsa e simțită și de [S Ana Pop], care spune că [C plouă].",
    # what is expressed, what is told to a trust
    "[S Satul] și-a exprimat [C „protestul ferm”] și a plecat.",
    "[C „Podul e vechi”], a spus, pentru trustul de presă Dealu, [S ministra Ana Pop].",
    "[S Ion Pop]: [C „Podul e vechi și nu mai ține mult”] (Partea a II-a)\n\nIon Pop tace.",
    # a label with whom it tells
    "[S UE] către londonezi: [C Nu vă așteptați la daruri]\n\nUE tace.",
    # a verb that could be a noun, and a colon above a label
    'Purtătorul a spus:\n\n[S ION POP, purtător al satului]:[C "Podul e închis, nu ține."]',
    # peoples, several, and an office before a name
    "[C „Podul e vechi”], spun [S olandezii].",
    "[S Ana și echipa] spun că [C podul e vechi].",
    "[S Domnul secretar Ispas] a spus că [C podul e vechi].",
    "[S Directorul școlii, românul Ion Vlad], a spus că [C podul e vechi].",
    "[S Ion Pop, 54 de ani, primarul satului], a spus că [C podul e vechi].",
    "[S Ana Pop, mamă a doi copii], a spus că [C podul e vechi].",
    "[S Ana Pop], fost inspector, a spus că [C podul e vechi].",
    # behind a preposition a bare noun is definite
    "Proiectul a fost refuzat de [S minister]: [C „Podul e vechi și cade.”]",
    # marks around a title in a label
    "[S Ana Pop], despre „Iarna la Deal”: [C „Podul e vechi și cade.”]",
    # from whom words have come
    "Răspunsul a venit imediat de la [S Ana Pop]: [C „Nu e podul nostru.”]",
    "[C „Nu vin”], a declarat pentru Valea.ro [S Ana Pop].",
    # a sentence that tells who said the one before it
    "[C Podul se închide luni]. Despre asta a anunțat [S primarul Ion Pop].",
    "[C Podul se închide luni]. O declarație în acest sens a făcut [S ministra Ana Pop].",
    "[S Opoziția] a lansat acuzații potrivit cărora [C podul a fost vândut].",
    "[S Ion Pop, inginer de poduri], a declarat pentru Bild am Sonntag că [C podul e vechi].",
    # what somebody judges has another said
    "Ana a criticat afirmația [S primarului Ion Pop] că [C podul e bun].",
    "Ana spune că podul e bun, iar [S locuitorii] spun că [C nu ține].",
    # what has become known, and who said it
    "Scandalul a crescut după ce s-a aflat că [S ministrul Ion Pop] a declarat că [C vine].",
    # a clause of its own after a link
    "Ana e la spitalul din Deal și [S medicul Ion Pop] spune că [C se simte bine].",
    "[S Ana] a vorbit despre pod și primar și spune că [C se simte bine].",
    # after the verb
    "[C „Vin mâine”], a spus [S Ion Pop].",
    "[C „Vin mâine”], a declarat, luni, la Cluj, [S Ion Pop].",
    "[C „Vin mâine”], a precizat într-un comunicat [S Ion Pop].",
    "[C „Vin mâine”], a povestit, emoționată, [S directoarea Ana Pop].",
    "[C „Vin mâine”], a spus, la ieșirea din sală, [S strungarul Ion Pop].",
    "[C „Vin mâine”], a explicat [S șeful secției, doctorul Ion Pop].",
    "[C „Vin mâine”], spune [S unul dintre ei, Gavril Pop].",
    "[C Podul se închide luni], a anunțat [S primarul].",
    # through a relative clause, shared, of a gerund
    "A sosit și [S Ana Pop], care a spus că [C podul se închide].",
    "[S Ana Pop] a salutat decizia, dar a avertizat că [C banii nu ajung].",
    "[S Ana Pop] a plecat, precizând că [C podul se închide].",
    "Precizând că [C podul se închide], [S Ana Pop] a plecat.",
    "Precizând că [C podul se închide], [S Ana Pop] salută decizia.",
    # relative clauses, infinitives, participles, adverbials
    "[S Cei care au plecat din sat] au declarat că [C drumul e prost].",
    "Întrebat cât a plătit, [S Ion Pop] a spus că [C podul e scump].",
    "[C „Vin mâine”], a scris pe Telegram [S primarul].",
    "[C „Vin mâine”], a anunțat, într-un mesaj pe Facebook, [S primarul].",
    "[C „Vin mâine”], a declarat pentru Radio Deal [S un fost bancher].",
    "[C „Vin mâine”], i-a răspuns, de peste drum, [S Ana Pop].",
    "[S Un oficial american] susține că [C podul e sigur].",
    "Cu ceva timp în urmă, [S unele surse] au susținut că [C podul e gata].",
    "[S Ei] subliniază că [C podul e sigur].",
    "[S Ana Pop, CEO-ul firmei], a explicat că [C podul e sigur].",
    "[S Ana Pop, o susținătoare a primarului Ion Stan], a spus că [C podul e sigur].",
    "[S Ana Pop], vorbind la o zi după mesajul lui Ion Stan, a spus: [C „Vin mâine.”]",
    "Ana a primit un semn din partea [S statelor vecine], care au spus că [C podul e sigur].",
    "[S Ana] îl acuză pe Ion Stan, unul dintre vecini, că [C podul nu e sigur].",
    "Institutul, ai cărui [S reprezentanți] declarau că [C podul e sigur], a plecat.",
    "[S Ion Stan], fost ofițer SRI, a spus că [C podul e sigur].",
    "Observand aceasta ploaie, [S Ana Pop] a iesit si a spus ca [C podul e sigur].",
    "[S Ferdinand, vecinul], a spus că [C podul e sigur].",
    "[S Femeia], mamă a doi copii, a spus că [C podul e sigur].",
    "[S S&P Deal] a anunțat că [C podul e sigur].",
    "[C Podul e sigur], a anunțat [S Ernst & Young].",
    "Luni, [S ANI] a anunțat că [C podul e sigur].",
    "[C Podul e sigur], a precizat [S MAI].",
    "[C „Vin mâine”], a spus la Digi24 [S Ana Pop].",
    "Rețeaua vinde ceea ce [S Ana] a numit [C „poduri de hârtie”].",
    "[S Ana] spune că [C podul e sigur] și îi îndeamnă pe toți [C să vină].",
    "[S Medicii] spun că podul e sigur și îi îndeamnă pe toți [C să vină].",
    "Lucrările continuă, spune [S doctorul Ion Pop]: [C „Podul e sigur.”]",
    "[C Podul e sigur], a anunțat, vineri după-amiază, [S Ana].",
    "[C „Podul e sigur”], a strigat [S vedeta serialului].",
    "[C Drumul e închis până luni], informează luni [S IPJ Vaslui].",
    "[C Drumul e închis până luni], a transmis [S MApN].",
    "[S Oamenii] se laudă singuri că [C podul e sigur].",
    "Ana îi critică pe [S cei] care spun că [C podul e sigur].",
    "Ana le-a răspuns [S celor] care o acuză că [C podul nu e sigur].",
    "[S Ana Pop] este cea care a spus că [C podul e sigur].",
    "[S Primarul], cel care a spus că [C podul e sigur], a plecat.",
    "Ion a plecat, iar [S Ana Pop] a rămas la pod și spune că [C podul e sigur].",
    "Noi am plecat, dar [S Ana Pop] a rămas la pod și spune că [C podul e sigur].",
    # quantities
    "[S Mai mulți martori] au declarat că [C podul e sigur].",
    "[C „Podul e sigur”], au spus [S mai multe persoane din sală].",
    "[S Aproape 40 de oameni] spun că [C podul e sigur].",
    # the noun that *care* restricts, and the clause after a link
    "Ion Pop a întâlnit [S un medic] care spune că [C podul e sigur].",
    "Există și [S voci] care spun că [C podul e sigur].",
    "Orașul era supărat când [S primarul] a spus că [C podul e sigur].",
    "Oamenii trec chiar dacă [S primarul] a spus că [C podul e vechi].",
    "A plecat pentru că [S primarul] spunea că [C podul e vechi].",
    # names in an apposition, past an acronym, and none
    "[S Consilierul primarului, Podolean], a spus că [C podul e sigur].",
    "[C Podul e sigur], anunță [S Inspectoratul de Poliție (IPJ) Vaslui].",
    "[C „Podul e sigur”], a spus [S un om al celui de-al doilea corp, Ion Pop].",
    # verbs that are known by their place, in the passive, of who asks himself
    "[C „Podul e sigur de ieri”], a pecizat [S Ion Pop].",
    "[C „Podul e sigur de ieri”], a fost transmis pe Facebook de către [S primărie].",
    "[C „Cine plătește podul?”], se întreabă retoric [S Ion Pop].",
    # shares, and whoever does not stand in an apposition
    "Ana e ultima, cu [S 75% dintre români] care spun că [C podul e sigur].",
    "Ana conduce, [S 40% dintre oamenii] de aici spunând că [C podul e sigur].",
    "Împărțind astfel puterea, [S Ion Pop] a spus că [C podul e sigur].",
    "După întâlnirea cu Dan Rusu, [S primarul] a spus că [C podul e sigur].",
    "Atâta timp cât [S Ion Pop] spunea că [C podul e sigur], oamenii treceau.",
    "[S Poliția] l-a declarat câștigător pe Dan, spunând că [C podul e sigur].",
    # who stands beside those spoken to, and beside the message
    "[C „Podul e sigur”], le-a spus jurnaliștilor [S Ion Pop].",
    "[C „Podul e sigur”], transmite [S Ana Pop] în mesajul de marți.",
    # shared after a link, in a post, of many
    "[S Ion Pop] a anunțat că nu vine, însă a precizat că [C podul e sigur].",
    "[S Ion Pop] a postat, marți, un mesaj pe rețele în care spune că [C podul e sigur].",
    "[S Peste o sută de ingineri] i-au scris primarului că [C podul e sigur].",
    "[C „Podul e sigur”], a spus [S un înalt oficial al orașului].",
    # behind a quotation
    "[C „Podul e sigur pentru toți.”] – [S Ana Pop, inginer]",
    "Toți l-au lăudat: [C „Podul e sigur pentru toți”] ([S Ana Pop]).",
    "[C „Podul e sigur pentru toți cei care trec pe el”] ([S fostul primar de la Deal, Ana Pop])",
    "[C Podul „cel nou” e sigur. Toți trec pe el]. ([S Ana Pop])",
    # whose own the object is, and what is an object beside a fragment
    "[C „Podul e sigur”], își apără proiectul [S ministrul Ion Pop].",
    "[C „Podul e sigur pentru toți”], și-a început discursul [S Ana Pop] la Deal.",
    "[C „Nu mai pot”], și-a exprimat regretul [S mama].",
    # not what another verb reports or takes, and of the verb's number
    "[S Vecinii], care au spus că zece oameni au plecat, au spus că [C podul e vechi].",
    "Deși îl consideră vechi, [S primarul] spune că [C podul e bun].",
    "[C „Va trebui să întrebați satul”], a spus [S el], înainte de a trece la vestea că plouă.",
    "[S Ministrul] îi cerea primarului [C să vină].",
    "[S Ana Pop] s-a lăudat că [C podul e nou].",
    "[S Ana Pop] a criticat podul, l-a numit [C „o rușine”] și i-a lăudat curajul lui Ion.",
    "Le-am zis că, deși [S Ana Pop] a promis [C să vină], avem noroc de vecini.",
    # who is talked of in „pe care”, who stands in commas before the verb
    "[S Ana Pop] l-a criticat pe Ion Rusu, pe care l-a numit [C „o rușine”].",
    "[S Ana] îi acuză că [C „nu au pod”], în timp ce primarul, Ion Rusu, a acuzat satul.",
    "[S Ana Pop] s-a angajat [C să repare „podul cel mare”].",
    # a field, a number, a name behind them
    "[C „Vin”], a spus [S comisarul pentru sănătate și bunăstarea animalelor, Ion Pop].",
    "[C „Vin”], a spus [S un ofițer al celui de-al 8-lea Corp de armată, Ion Pop].",
    # what one boasts of is in no document; names of other countries behind an outlet
    "[S Ana Pop] de exemplu se lăuda în campanie că [C podul e sigur].",
    "[C „Podul e sigur”], a declarat pentru Reuters [S Choi Hee-sun].",
    "[S Ana Pop], care i-a întrebat pe toți, medici și nu numai, a spus că [C podul e sigur].",
    "Promisiunea făcută de [S primar], că [C podul va fi gata], a fost uitată.",
    # a clause inside a relative one, whom is accused between dashes, an interjection
    "[S Ion Pop], care era primar când Dan Rusu era ministru, a spus că [C podul e sigur].",
    "[S Ana Pop] i-a acuzat pe vecini – Ion și Dan – că [C podul nu e sigur].",
    "Hai să vedem ce crede [S Ana Pop] că [C e mai bine].",
    # what is done to it is told around the verb too; whose accusations they are
    "[C Podul], spune [S Ana Pop], [C a fost criticat de toți vecinii].",
    "Ion a răspuns acuzațiilor [S primarului] potrivit cărora [C podul e vechi].",
    # many beside one, an object and an apposition, a relative clause before a gerund
    "[S Primarul, Dan Rusu], la întâlnirea cu firme și asociații locale, a spus că [C vine].",
    "[S Ion Pop, primarul satului], a criticat, joi, declarațiile Anei, arătând că [C podul ține].",
    "[S Ion Pop] a criticat-o pe Ana, care spunea altceva, arătând că [C podul ține].",
    "[S Președintele Partidului Acțiune și Poduri, Ana Pop], anunță că [C podul ține].",
    "[C „Podul ține bine”], a declarat, pentru Agerpres, [S purtătorul de cuvânt al poliției].",
    "[C „Bine ați venit la noi”], i-a transmis [S Moga] prezentatorului.",
    "[C „Bine ați venit la noi”], i-a spus [S șeful statului] premierului Emil Rusu.",
    # a verb in -e or -ă that nobody knows, after a name of one word
    "[S Popescu] evită răspunsul și spune că [C nu știe].",
    "La ședință, [S Popescu] exclude o majorare și spune că [C podul ajunge].",
    "[S Armata română] a anunțat că [C podul e închis].",
    "[S Fostul președinte] a anunțat că [C podul e închis].",
    # whom and whose he was asked about
    "Întrebat dacă va vota bugetul României, [S liderul opoziției] a răspuns că [C nu știe].",
    "Întrebat ce știe despre decizia primarului Dan Pop, [S șeful poliției] a spus că [C tace].",
    # datives, sources and addressees behind or before the name
    "[C „Vin la pod în fiecare zi”], i-a transmis [S Popescu] vecinului de la pod.",
    "[C Podul se închide], au declarat pentru Agerpres [S surse judiciare].",
    # an object is nobody who speaks
    "[S Criticul de artă] i-a ținut, din nou, partea Anei Pop spunând, trist, că [C podul cade].",
    # names below and beside what they sign
    "A plouat.\n\n[C „Am pierdut podul”]\n\n[S Ion Pop, inginerul satului]\n\nA plouat iar.",
    "A plouat.\n\n[C „Am pierdut podul”],\n\na declarat [S Ion Pop, deputat]\n\nA plouat.",
    # a request past two relative clauses
    "[S Ana Pop] a cerut firmelor care veghează asupra felului în care se fac poduri [C să vină].",
    # an office and its body, a body of another language, who is asked by whom
    "[S Ana Pop, director adjunct], UKHSA, a spus că [C podul e sigur].",
    "[S Ana Pop, entomolog la University of Iowa], spune că [C podul e sigur].",
    "Oamenii au fost rugați, luni dimineață, de [S Ana Pop] [C să vină].",
    "Cică [S primarul] a spus că [C podul e sigur].",
    # labels
    "[S Ion Pop] știe ce vrea Ana Rusu: [C „Podul e sigur pentru toți.”]",
    "[S Ana Pop, fost primar]: [C Podul e sigur pentru toți].",
    "[S Ana Pop], director, Podul SA: [C Podul e sigur pentru toți].",
    "[S Ana Pop] șef de șantier: [C „Podul e sigur pentru toți.”]",
    "Mesajul lui [S Ion Pop]: [C „Podul e sigur pentru toți”]",
    "Reacția oficială a [S PSD]: [C Podul e sigur pentru toți]",
    "[C Podul e închis de ieri dimineață], explică foarte serios [S Popescu].",
    "Întrebat dacă merge la CNN, [S un purtător de cuvânt al primăriei] a spus că [C vine].",
    "La Institutul de Studii Agricole și Silvice (ISAS), [S directorul] a spus că [C vine].",
    "[S Ana Rusu, gazda de la „Podul”], a spus în cadrul emisiunii Seara Zilei că [C vine].",
    "A căzut.\n\n[S Ion Pop], despre podul nou – [C „Va fi gata în doi ani și va ține o sută”]",
    "[S Maria Rusu] (ALFA), după ședința de luni: [C Tot orașul răsuflă ușurat]",
    # heads, bodies and what stands beside them
    "[S Directorul Spitalului Județean], un spital mare, spune că [C vine].",
    "[S Ana Rusu, directorul Spitalului Județean Ion Pop], spune că [C vine].",
    "Podul e rău, a scris [S Ion Pop], luni, într-un mesaj în care spune că [C pleacă].",
    "Decizia e grea, insă [S surse judiciare] susțin că [C se amână].",
    "[C În aceste sate], a arătat [S ministrul], [C Oslavia are trei poduri].",
    "[C În prezent], a spus [S ministrul], [C în țară nu sunt poduri].",
    "[S Kremlin]: [C Podul rămâne închis până luni]",
    "[S Casa Albă]: [C Podul rămâne închis până luni]",
    "A căzut podul.\n\n[S Inspector]: [C Eu nu plec de aici].",
    "► [S Ion Pop] spune că [C vine].",
    # clauses that hang on others
    "Deși [S Maria Rusu] susține că [C podul ține], primăria are alte date.",
    "Cu toate că [S Maria Rusu] susține că [C podul ține], într-o scrisoare apar alte date.",
    "[S Primarul], care s-a întâlnit cu șeful PSD, Ion Pop, a spus că [C vine].",
    "[S Patronul] spune că, [C în urma celor întâmplate, a anunțat poliția].",
]


@pytest.mark.parametrize("marked", NAMED)
def test_the_speaker_is_found(marked: str) -> None:
    example = parse(marked)
    claim = first_with(example.text, example.of("C")[0])
    assert claim.speaker is not None
    assert [claim.speaker.text] == example.of("S")


SOURCES = [
    "Potrivit [O ISU Deal], [C echipajele SMURD au intervenit de trei ori].",
    "Potrivit [O celor de la primărie], [C podul e închis].",
    "Ana Pop tace. După părerea [O ei], [C podul e închis].",
    "Potrivit [O poliției], [C drumul e închis].",
    "[C Drumul e închis până luni], potrivit [O ziarului Vocea Văii].",
    "[C Drumul e închis până luni], scrie [O ziarul Vocea Văii].",
    "[C Drumul e închis până luni], transmite [O Ukrinform].",
    "[C Drumul e închis până luni], informează [O AFP și EFE].",
    "[C „Drumul e închis”], se arată în [O comunicatul primăriei].",
    "[O Raportul comisiei] arată că [C podul e vechi].",
    "[C Prețurile au scăzut în iulie], potrivit a [O 12 analiști] din piață.",
    "Potrivit [O lui], [C drumul e închis].",
    "Potrivit [O mai multor surse], [C drumul e închis].",
    "Potrivit [O ISU Vaslui], [C copilul, în vârstă de trei ani, este bine].",
    "[O Un raport al doctorului Ion Pop] arată că [C podul e vechi].",
    "[O Cele mai recente date] arată că [C podul e vechi].",
    "Din [O raportul comisiei] reiese că [C podul e vechi].",
    "[C Podul e vechi], potrivit [O www.ziar.com].",
    "[C „Podul e vechi”], se arată pe [O pagina Salvați Podul].",
    "[C „Podul e vechi”], notează [O agenția rusă de presă TASS].",
    "Conform [O podul.ro], [C podul e vechi].",
    "Într-un [O comunicat] plasat luni pe pagina primăriei se arată că [C podul e vechi].",
    "[C Podul e vechi de tot], scrie [O POLITICO], conform podul.ro.",
    "[C Podul e vechi de tot], potrivit [O Reuters], conform Agerpres.",
    "[C Podul e vechi de tot], arată [O ultimul raport al comisiei].",
    "[C „Podul e vechi de tot”] sunt informațiile care se arată în [O comunicatul primăriei].",
    "Când au apărut [O rapoarte] conform cărora [C podul a căzut], satul a plecat.",
    "Primarul a lăudat [O rapoartele] conform cărora [C podul e vechi].",
    "[C Ploile vor continua toată săptămâna], mai arată [O prognoza ANM].",
    "Potrivit [O acestuia] [C podul e vechi de o sută de ani].",
    "Potrivit [O poliției] [C podul e închis de ieri].",
    "Ana a prezentat [O un nou sondaj], din care reiese că [C podul place].",
    "Potrivit [O FSB], [C preotul colabora cu vecinii de ani de zile].",
    "Potrivit [O IPJ Deal], [C femeia mergea pe stradă].",
    "Primăria a publicat [O date] care arată că [C podul e vechi].",
    "Există [O studii] care spun că [C apa e bună].",
    "[O Ziarul Valea], al cărui patron e numit de liderul țării, Ion Pop, a scris: "
    "[C „O mie de mulțumiri pentru toți”].",
]


@pytest.mark.parametrize("marked", SOURCES)
def test_outlets_documents_and_phrases_are_sources(marked: str) -> None:
    example = parse(marked)
    claim = first_with(example.text, example.of("C")[0])
    assert claim.speaker is None
    assert claim.source is not None
    assert claim.source.text is not None
    assert example.of("O")[0] in claim.source.text


@pytest.mark.parametrize(
    "text",
    [
        "Agenția Națională de Integritate a anunțat că [C dosarul e închis].",
        "Poliția a anunțat că [C drumul e închis].",
        "Guvernul susține că [C banii ajung].",
    ],
)
def test_bodies_that_speak_are_speakers(text: str) -> None:
    example = parse(text)
    claim = first_with(example.text, example.of("C")[0])
    assert claim.speaker is not None
    assert claim.source is None


ADDRESSEES = [
    "Într-o discuție cu [A Digi24], Ana Pop a spus că [C podul e vechi].",
    "[C „Vin mâine”], a declarat [A ziarului Vocea] ministrul Ion Pop.",
    "[C „Vin mâine”], a declarat [A agenției Reuters] Ion Pop.",
    "[C „Vin mâine”], a declarat Ana Pop [A reporterilor] în timp ce pleca.",
    "[C „Vin mâine”], i-a spus primarul din Deal [A prefectului Ion Stan].",
    "[C „Vin mâine”], i-a spus Ana Pop lui [A Ion Stan].",
    "[C „Vin mâine”], le-a spus Ana Pop [A angajaților].",
    "[C „Vin mâine”], a declarat Ana Pop pentru [A Vocea Văii].",
    "[C „Vin mâine”], a spus Ana Pop la [A Radio Valea].",
    "[C „Vin mâine”], a spus la [A Digi24] Ana Pop.",
    "[C „Vin mâine”], a declarat pentru [A Europa FM] Ana Pop, primarul.",
    "[C „Vin mâine”], a declarat pentru [A VVR] Ana Pop.",
    "Ana Pop i-a rugat pe [A părinți] [C să rămână acasă].",
    "Ana Pop a făcut apel la [A localnici] [C să rămână acasă].",
    "Într-un răspuns pentru [A Vocea Văii], Ana Pop a spus că [C podul se închide].",
    "Contactată de [A AFP], Ana Pop a spus că [C podul se închide].",
    "[C „Vin mâine”], a declarat Ana Pop, pentru [A vocea.ro].",
    "Ana Pop a povestit pentru [A vocea.ro] că [C podul se închide].",
    "[C „Vin mâine”], a spus ministrul Economiei la [A Radio Valea], potrivit Agerpres.",
    "[C „Vin mâine”], a spus Ana Pop [A mulțimii].",
    "Ana Pop a transmis un mesaj către [A localnici]: [C „Vin mâine”].",
    "Kremlinul a transmis [A Statelor Unite] că [C nu vine].",
    "Ana Pop cere [A UE] [C să cumpere lemne].",
    "Ana Pop cere [A municipalității] [C să cumpere lemne].",
    "[A Localnicii] au fost îndemnați de primar [C să rămână acasă].",
    "Ana Pop a spus în cadrul emisiunii „Podul” de la [A Jurnal TV] că [C podul se închide].",
    "Ana Pop le-a mulțumit [A localnicilor] pentru răbdare: [C „Vin mâine”].",
    "[C „Vin mâine”], a adăugat Ana Pop pentru [A sursa citată].",
    "În direct la [A Jurnal TV], Ana Pop a explicat că [C podul se închide].",
    "Într-un interviu acordat acum ceva timp [A publicației Vocea], Ana Pop a spus că [C vine].",
    "Ana Pop le-a transmis un mesaj personal [A băncilor]: [C „Vin mâine”].",
    "Ana Pop l-a amenințat pe [A Ion Stan]: [C „Vin mâine”].",
]


@pytest.mark.parametrize("marked", ADDRESSEES)
def test_who_is_spoken_to(marked: str) -> None:
    example = parse(marked)
    claim = first_with(example.text, example.of("C")[0])
    assert claim.addressee is not None
    assert [claim.addressee.text] == example.of("A")


@pytest.mark.parametrize("marked", [*NAMED, *SOURCES, *ADDRESSEES])
def test_a_text_may_break_off_at_any_word(marked: str) -> None:
    check_beginnings(EXTRACTOR, parse(marked).text)


@pytest.mark.parametrize(
    "text",
    [
        "„Vin mâine”, a scris Ana Pop pe Facebook.",
        "„Vin mâine”, a spus Ana Pop la Cluj.",
        "„Vin mâine”, a spus fratele lui Ion Stan.",
        "„Vin mâine”, a fost reacția lui Ion Stan.",
        "Ion Stan a anunțat luna trecută că vine.",
        "Ministrul anunță controale: „Vrem să vedem tot”.",
        "„Vin mâine”, a spus Ion Stan, economist la National Valea Bank.",
        "Primarul a anunțat duminică, pe rețelele de socializare, că vine.",
        "„Vin mâine”, a anunțat Ion Stan pe portalul primăriei.",
        "Ion Stan și-a exprimat sprijinul pentru Ana Pop: „Vin mâine”.",
        "„Vin mâine”, sunt cuvintele primarului Ion Stan.",
        "El a cerut salarii mai mari pentru „oamenii de rând”.",
    ],
)
def test_networks_places_and_genitives_are_not_spoken_to(text: str) -> None:
    (claim,) = EXTRACTOR.extract(text).claims
    assert claim.addressee is None


def test_an_outlet_at_the_end_joins_the_claims_of_its_sentence() -> None:
    text = "Primarul a spus că podul se închide, relatează Agerpres, citată de Vocea Văii."
    (claim,) = EXTRACTOR.extract(text).claims
    assert claim.speaker is not None
    assert claim.speaker.text == "Primarul"
    assert claim.source is not None
    assert claim.source.name == "Agerpres"
    assert [relay.name for relay in claim.relays] == ["Vocea Văii"]


@pytest.mark.parametrize(
    "text",
    [
        "[S Ana] a spus că [C „podul e vechi de tot”], a relatat [O Reuters].",
        "[C „Podul e vechi de tot”], a spus [S Ana], relatează [O Reuters].",
        "[S Ana], citată de [O Reuters], a spus că [C podul e vechi].",
        "[S Ana] (PNL), citată de [O Reuters], a spus că [C podul e vechi].",
    ],
)
def test_an_outlet_passes_on_what_somebody_says(text: str) -> None:
    example = parse(text)
    claim = first_with(example.text, example.of("C")[0])
    assert claim.speaker is not None
    assert claim.source is not None
    assert (claim.speaker.text, claim.source.text) == ("Ana", "Reuters")


def test_a_gerund_after_an_object_is_said_by_whoever_is_spoken_of() -> None:
    text = (
        "Ana Pop a vorbit ieri. Totodată, a negat zvonurile legate de plecare, afirmând că podul "
        "e gata."
    )
    (claim,) = EXTRACTOR.extract(text).claims
    assert claim.speaker is not None
    assert claim.speaker.name == "Ana Pop"


def test_a_possibility_excludes_nothing() -> None:
    text = "Ion Pop a venit ieri. El nu exclude posibilitatea ca podul să fie închis."
    (claim,) = EXTRACTOR.extract(text).claims
    assert claim.speaker is not None
    assert claim.speaker.name == "Ion Pop"


def test_names_below_their_quotations_are_told_from_names_above() -> None:
    below = "A plouat.\n„Am pierdut.”\nIon Pop, antrenor\n„Am câștigat.”\nDan Rusu, antrenor\n"
    claims = EXTRACTOR.extract(below).claims
    assert [claim.speaker.name for claim in claims if claim.speaker] == ["Ion Pop", "Dan Rusu"]
    above = "A plouat.\nIon Pop, antrenor\n„Am pierdut.”\nDan Rusu, antrenor\n„Am câștigat.”\n"
    signed = [claim.evidence[0].rule for claim in EXTRACTOR.extract(above).claims]
    assert "signed-quotation" not in signed


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # a clause behind the source, and no name of its own
        ("Ion Vlad a venit. Potrivit ministrului, Ion Vlad a plecat din țară.", "ministrul"),
        ("Potrivit ministrului, Ion Vlad, podul e închis.", "Ion Vlad"),
        ("Fostul primar, Ion Vlad, tace. Potrivit fostului primar, podul e închis.", "Ion Vlad"),
        ("Ministrul chinez de externe Wang Yi a spus că podul e închis.", "Wang Yi"),
        # the president of a body, and that of the country
        ("Președintele Ion Vlad a venit. Președintele României a spus că vine.", "Ion Vlad"),
        (
            "Președintele Ion Vlad a venit. Președintele Senatului a spus că pleacă.",
            "Președintele Senatului",
        ),
        ("Ministrul Apărării, Ion Vlad, tace. Șeful MApN spune că podul ține.", "Ion Vlad"),
        (
            "Ion Vlad, purtătorul de cuvânt, tace.\nDan Rusu, purtător de cuvânt:\n"
            "„Vin mâine”, a spus purtătorul de cuvânt.",
            "Dan Rusu",
        ),
        ("ING Bank spune că podul ține.", "ING Bank"),
        ("„Podul e vechi”, scrie La Stampa.", "La Stampa"),
        ("Podul e vechi, transmite El Mundo.", "El Mundo"),
        ("Podul e vechi, scria recent ziarul spaniol El Mundo.", "El Mundo"),
        (
            "Podul e vechi, transmite Times of Israel, citat de Mediafax. Ana Pop a plecat. "
            "Podul cade, anunță publicația israeliană.",
            "The Times of Israel",
        ),
        ("Podul, spune Dealescu, e vechi. La Deal, Dealescu tace.", "Dealescu"),
        ("Replica Dealului a venit de la Ana Pop: „Nu e podul nostru.”", "Ana Pop"),
        ("Liderul Partidului Acțiune și Poduri, Ana Pop, spune că podul ține.", "Ana Pop"),
    ],
)
def test_who_an_office_is(text: str, name: str) -> None:
    claim = EXTRACTOR.extract(text).claims[-1]
    assert claim.attributed_to is not None
    assert claim.attributed_to.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ion Pop a declarat, citat de Agerpres, că podul e vechi.", "Agerpres"),
        ("A venit și Ion Pop, potrivit căruia podul e vechi.", "Ion Pop"),
        (
            "Declarația primarului, Ion Pop, potrivit căreia podul e vechi, a mirat satul.",
            "Ion Pop",
        ),
        ("Criticat de purtătoarea de cuvânt, Ana Pop, potrivit căreia podul ține.", "Ana Pop"),
        # words are no document: who has said them
        ("Potrivit spuselor lui Ion Pop, podul e vechi.", "Ion Pop"),
        # a source has no name, and no outlet is one
        ("„Vin”, a spus o sursă pentru Page Six. Sursa spune că podul ține.", "o sursă"),
        # the same source is who has just spoken
        ("Poliția anunță că podul cade. Aceeași sursă spune că drumul ține.", "Poliția"),
        ("Potrivit declarațiilor făcute de Ion Pop, podul e vechi.", "Ion Pop"),
        ("Potrivit unei declarații a lui Ion Pop, podul e vechi.", "Ion Pop"),
        # what comes next is said by who has just spoken
        ("„Vin mâine”, a spus Ion Pop. Și apoi: „Aduc și pâine.”", "Ion Pop"),
        ("Podul e vechi.\n\nMaria, 54 de ani – Deal: „Vin mâine la pod.”", "Maria"),
        ("Ion Pop a spus, într-un interviu, citat de Agerpres, că podul e vechi.", "Agerpres"),
        (
            "Un studiu arată că satul e mic. 8% dintre săteni spun că pleacă. "
            "Aceeași sursă mai arată că podul e vechi.",
            "Un studiu",
        ),
    ],
)
def test_on_whose_word_it_is_known(text: str, name: str) -> None:
    claim = EXTRACTOR.extract(text).claims[-1]
    assert name in [
        claim.source and claim.source.name,
        claim.attributed_to and claim.attributed_to.name,
    ]


def test_somebody_visited_is_not_spoken_to() -> None:
    text = "Ana Pop a anunțat, după vizita la președintele Ion Vlad, că va candida."
    (claim,) = EXTRACTOR.extract(text).claims
    assert claim.addressee is None

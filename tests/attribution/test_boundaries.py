"""Where reported content begins and ends: a row for each way of the language."""

from __future__ import annotations

import pytest
from inline import check_beginnings, parse

from quoteattr import Extractor

EXTRACTOR = Extractor()

CONTENTS = [
    # an infinitive that takes no clause leaves it to the verb
    "Ana a promis înainte de a pleca [C să repare podul].",
    # who was asked is somebody else
    "Ana a povestit că [C Ion s-a supărat, când a fost întrebat de pod, și a plecat].",
    # a tag before a label, and before a heading that is signed
    "A plouat mult.\n\nVIDEO Primarul Ion Pop: [C Satul nu cade]\n\nA nins ieri.",
    # whoever explains himself
    "Primarul se justifică: [C „Nu am avut bani pentru drumuri”].",
    # a verb that looks like a noun
    "Nota ieri Mediafax că [C podul e închis].",
    # a noun that looks like a verb opens the sentence
    "Prognoza arată că [C va ploua la munte].",
    # what stands behind a document is its own; an adjective before it; whoever answers behind „;”
    "[C Apa a crescut cu un metru], arată un studiu publicat la Deal, potrivit Agerpres.",
    "[C Apa a crescut cu un metru], arată un amplu studiu, potrivit Agerpres.",
    "Ana a declarat că [C Ion e trist]; acesta a replicat că [C nu este].",
    # when it was said, and what somebody else did with what it is told of
    "Ana a declarat că [C satul are „o mare problemă”], când a fost întrebată despre pod.",
    "Satul a lăsat o barcă, despre care Ana a spus că [C a fost furată], să plece la Deal.",
    # whoever is told something, with what tells them from others
    "Ana le-a transmis celor care au venit la pod că [C podul e vechi].",
    "Ana le-a cerut vecinilor care au venit la pod [C „să plece acasă cât mai repede”].",
    # a verb in the infinitive takes its own clause
    "[C „Podul e vechi și rău”], a spus Ana înainte de a începe să plângă, apoi a plecat.",
    # a text that no list knows
    "În documentația satului se arată că [C podul e vechi].",
    # a link with no clause of its own behind it
    "[C Este un pod foarte frumos, dar foarte scump], spun cei doi frați.",
    "[C Și satul a venit la pod, dar într-o măsură mai mică decât orașul], afirmă Ana Pop.",
    "Potrivit vecinilor, [C Ion a plecat la pod, iar când a fost văzut, a început să-i amenințe].",
    # the verb of the clause is one of those that report
    "[C Cu ajutorul satului, Primăria recunoaște aceste lucruri], a continuat Ana Pop.",
    # where somebody writes it
    "[C Podul nu e bun], a scris pe canalul său de Telegram fostul primar Ion Pop.",
    # a name in marks behind a preposition is where something was done, and nothing that is said
    "[C Podul a fost aprobat la „cel mai înalt nivel” al satului], a declarat Ana Pop.",
    # what stands behind „ci” is no clause of its own
    "[C Podul de aici nu era vechi, ci nou], a spus Ana Pop.",
    # verbs by what they take, by their ending
    "[C În sat, la pod, acestea încearcă să-și repare casele], a afirmat Pop. Ana Pop a venit.",
    "[C Drumul a fost închis, iar lucrările continuau], a adăugat Ana Pop.",
    # a month with a determiner is no Monday
    "[C Podul e foarte greu], a declarat la începutul acestei luni Ana Pop.",
    # nobody is a speaker; whoever is not does not take the words of another
    "Nicio firmă nu s-a angajat să repare podul. Ana spune că [C podul e vechi].",
    "Ion crede că [C podul nu e bun], dar Ana Pop a declarat ieri și că [C va pleca].",
    "Surse din sat spuseseră că [C podul e vechi], dar, oficial, Ana anunțase că [C nu cade].",
    # an adverb, a verb between commas, and the clause; what joins it to the sentence before is none
    "[C Acum], spune Ion Pop, [C podul trebuie închis].",
    "Totuși, a menționat Ion Pop, [C podul trebuie închis].",
    # a name in marks whose verb follows, a label that tells from whom words come
    "Ana Pop: [C „Comisia de poduri” trebuie să plece din sat]\n\nAna Pop a venit la Deal ieri.",
    "Declarație dură de la ANAP: [C Podul e vechi de mult]\n\nAgenția a venit la Deal.",
    # a clause that *în ciuda* opens
    "În ciuda faptului că a amenințat că [C va pleca], Ana a spus că [C podul e vechi].",
    # the mark of a name is no end
    "Ana Pop a declarat pentru VIVA! că [C podul e vechi].",
    # *că-i* without its marks, behind an object
    "Vecinii il acuza pe Ion ca-[C i minte pe toti]. Podul este vechi si rau.",
    # what the reporter adds is not said
    "[C „Vin”], a spus Ana, referindu-se la podul numit „Dealul”, a mai povestit vecina.",
    # a cause and a source open a clause
    "Podul a fost închis deoarece, potrivit unor vecini, [C „grinda cea mare era ruptă de mult”].",
    # what somebody answers is not what he says
    "[C „Vin”], a spus Ana, reacționând la faptul că raportul arată că [C podul e vechi].",
    # an opening mark forgotten, and the comma before the closing one
    "[C „Podul e vechi”], a spus Ana la Deal, joi. [C Noi avem un plan bun,”] a afirmat Ana.",
    # a link, a comma and a source open a clause
    "Ana a venit la pod, iar, conform unor surse judiciare, [C podul e vechi de mult].",
    # *ca* for *că* before a subject
    "Vecinii atrag atenția ca [C aceste poduri sunt vechi].",
    # whom somebody warns, and not to do what
    "Ana avertizează satul [C să nu închidă podul].",
    # whose words the sentence before was
    "[C Podul va fi închis de luni]. Declarația îi aparține lui Ion Pop, primarul satului.",
    # a page that breaks its lines around links
    "[C Podul va fi închis luni], potrivit\nPrimăriei Deal\n. Ploua ieri.",
    # an aside between the link and the next report
    "Ana a spus că [C podul e vechi] și, în același discurs, a cerut [C ca satul să îl repare].",
    # whoever reports is one: many have done what follows
    "Ana a adăugat că [C toți vecinii au venit la pod și au apreciat poziția primarului].",
    # a name that holds what looks like an auxiliary
    "Ana a declarat pentru ziarul Welt Am Sonntag că [C a văzut podul].",
    # a source alone is nothing that an agency tells
    "[C „Vin”], a spus Ana, potrivit unor fragmente difuzate ieri, informează Agerpres.",
    # a conjunction with what is joined to it, and one without its diacritics
    "Ana a anunțat că-[C și dă demisia de la pod].",
    "Ana crede c-[C ar fi mai bine la pod].",
    "Ana continua sa spuna ca [C podul e vechi].",
    # what somebody has not told, and what he has not done
    "Ana a spus că [C pleacă], fără să dea detalii.",
    "Ana a spus că [C nu pleacă, fără a vedea podul].",
    # a quotation is the subject of the clause behind „că”
    "Satul a transmis că [C „30 din 86 de oameni” au răspuns invitației].",
    # which opening mark is missing after another report
    "[C „Nu vin”], a spus Ana. (...) [C Podul e vechi. Cade luni”], a spus Ana la Deal.",
    # a clause whose verb only a pronoun tells
    "Brokerii acuză: [C Satul ne mângâie, pe noi ne condamnă]",
    # on which condition
    "Ana a spus că [C podul ține, presupunând că nu plouă].",
    # each line of a dialogue in marks has its name
    "„Ana Pop: [C Eu plec la pod]!\n\nIon Vlad: [C Ba nu pleci]!\n\nAna Pop: [C Ba plec eu.”]",
    # what a relative clause calls a thing is said with what follows it
    "Ana a spus că [C va raporta fapta, pe care o consideră „gravă”, Ministerului Podurilor].",
    "Potrivit Anei, [C podul s-a închis, după ce au fost confirmate trei fisuri].",
    "Ana spune că [C s-a ajuns la un acord și satul va lăsa podul, urmând să se înțeleagă mâine].",
    # a stroke in a headline
    "Podul e vechi / Ana spune că [C drumul e nou] / VIDEO\n\nA plouat mult la Deal.",
    # a quotation that nothing closes ends before a report
    "[C „Podul e vechi și cade luni], a spus Ana, citată de presă. Satul tace.",
    # a name in marks, and its verb
    "Ion Pop: [C „Bucătarul lui Vlad”, vechi prieten, conduce satul]\n\nIon Pop a venit.",
    "Ana a spus că [C C-130 a aterizat ieri la Deal].",
    "[C CA-ul satului a votat planul], a spus Ana Pop.",
    "Ana a anuntat ca-[C si da demisia de la pod].",
    # light verbs in the plural
    "Medicii țin să precizeze că [C podul e vechi].",
    # beside the nearer verb an idiom reports
    "[C Podul a fost turnat prost], e de părere inginera Ana Pop.",
    # an adverbial and its clause are cut in two by who says it
    "Podul e în stare bună. [C Cel mai probabil], spun inginerii, [C podul va rezista].",
    # asides between subject and verb
    "Primarul, la sediul satului, a spus că [C podul e vechi].",
    "Primarul, încă speriat, a spus că [C podul e vechi].",
    "Ana a spus că [C podul e vechi], dar nu exclude o candidatură.",
    # behind a colon, and a short sentence in marks
    "Veste rea: potrivit inginerilor, [C podul e vechi].",
    "Ana ne-a spus: [C „Plouă.”]",
    # a headline that stands twice
    "[C „Nu mai vin la pod mâine”]\n\n[C „Nu mai vin la pod mâine”], a spus Ana Pop.",
    # before the main clause, whose verb need not be known
    "Deși satul i-a spus că [C nu se poate], mama insistă.",
    "Ana spune că [C a plecat din dorința de a fi preluată de presă].",
    "Conform unui raport al satului, remis presei, [C podul e vechi].",
    "Nu în ultimul rând, spune Ana, [C podul e vechi].",
    "Ana s-a jurat că [C podul ține].",
    "Ana s-a arătat [C „dezamăgită”] de pod și a vorbit despre [C „o trădare”] a satului.",
    # others take part in a clause of their own
    "Minerii spun că [C lucrează în frig], iar energeticienii critică prețul mic al energiei.",
    "Podul a căzut, iar [C din primele date], spun polițiștii, [C șoferul ar fi adormit].",
    "Potrivit Anei, [C podul e nou, drumul e bun], ceea ce, în opinia sa, ajută satul.",
    # a tag before a quotation, and a name
    "VIDEO [C „Continuăm să muncim”], spune primarul Ion Pop\n\nIon Pop a venit.",
    "(foto) [C „Continuăm să muncim la pod”]. Reacția lui Ion Pop\n\nIon Pop a venit.",
    # a relative clause behind the subject
    "[C Banii vor veni luni], a promis Ana Pop, care nu a putut însă să spună cât.",
    # when something happened before the clause that opens the sentence
    "Ieri, după ce satul a anunțat că [C vinde podul], ministrul Ion Pop a tăcut.",
    "Anul trecut, după ce satul a anunțat că [C închide podul], medicii au protestat.",
    "Ana, după ce a spus că [C pleacă la drum], a tăcut.",
    "Ana susține că [C a fost preluată de o asistentă].",
    # ends before the next report
    "Ana a spus că [C podul e vechi] și a adăugat că [C banii ajung].",
    "Ana a spus că [C podul e vechi], dar a recunoscut că [C banii nu ajung].",
    "Ana a spus că [C podul e vechi], iar Ion susține că [C banii nu ajung].",
    "Ana a spus că [C podul e vechi], în timp ce Ion a declarat că [C banii ajung].",
    "Ana spune că [C podul e vechi], iar Ion că [C drumul e nou].",
    "Ana a spus că [C podul e vechi], adăugând că [C banii ajung].",
    "Ana a spus că [C podul e vechi], adăugând că [C banii ajung] și amintind de cel de lemn.",
    "Ana a spus că [C vina e a primăriei], pe care a numit-o [C „leneșă”].",
    "Ana a spus că [C vina e a primăriei, pe care vecinul a numit-o „leneșă”].",
    "Ana a spus că [C a adus un vas, pe care scria „Apă”].",
    # before a source, an aside, a summing up
    "Ana a spus că [C podul e vechi] – o aluzie la cel de lemn.",
    "Ana a spus că [C podul e vechi], potrivit Agerpres.",
    "Ana a spus că [C podul e vechi], fără să dea detalii.",
    "Ana a spus că [C podul e vechi], referindu-se la cel de lemn.",
    "Ana a spus că [C podul e vechi], lucru pe care Ion îl neagă.",
    # a request gives way to an indicative
    "Ana a cerut [C ca podul să fie închis], iar primarul a acceptat.",
    "Ana le-a cerut oamenilor [C să coboare] și le-a întors banii.",
    "Ana le-a ordonat oamenilor [C să coboare], a întors banii și a plecat.",
    "Ana a cerut [C să fie închis podul], la câteva zile după ce a căzut un stâlp.",
    "Ana cere [C să plece toți, după ce podul va fi închis].",
    # what is looked back at, and what follows
    "Privind la ziua în care a spus că [C podul e vechi], Ana a tăcut.",
    # a relative clause holds the report
    "Podul, despre care Ana a spus că [C e vechi], a fost închis.",
    "Podul – despre care Ana a spus că [C e vechi] – a fost închis.",
    # a turn of a dialogue is all its speaker's
    "A plouat.\n\nIon Pop: [C De unde vine apa]?\n\nAna Rusu: [C Din munți. Podul e departe].",
    "Ana a spus, întrebată de Ion cine va fi primar, că [C podul e vechi].",
    "Ana a spus că [C podul e vechi], deși Ion a anunțat deja lucrările.",
    "Ana a spus că [C podul e vechi, deși a fost reparat].",
    "E cu atât mai rău cu cât, conform INS, [C 40% dintre poduri sunt vechi].",
    "Toți pleacă, căci, potrivit primăriei, [C podul e vechi].",
    "Conform Anei Pop, inginer de poduri: [C „Podul e vechi de tot și se rupe.”]",
    "Potrivit primarului, [C podul nu mai ține]: [C „E vechi de tot și nu mai are stâlpi.”]",
    "Ana a spus că [C podul e vechi], doar că a recunoscut că [C drumul e bun].",
    # a report about something in it is one of its own
    "Ana a spus că [C vine podul cel nou], despre care primarul crede că [C e vechi].",
    # its own tense tells whose „și” a verb is
    "Ana a spus că [C podul e vechi și își arată vârsta].",
    "În timp ce Ana spune că [C podul e vechi, lăsând drumul liber], oamenii nu vin.",
    # what nobody has confirmed, and a verb that is no gap
    "Ana spune că [C podul e vechi], dar acest lucru nu a fost încă confirmat.",
    "Ana spune că [C plouă, iar primarul știa că vine ploaia].",
    # what was done after what will be
    "Ana a promis că [C va repara podul] și a venit cu un plan.",
    # each says it of the other
    "Ana și Ion s-au acuzat reciproc că [C au stricat podul].",
    # whoever does not forget to say it says it
    "Ana nu uită să spună că [C podul e vechi].",
    "Ana s-a grăbit să anunțe că [C podul e vechi].",
    "[C Podul se închide luni]. Anunțul a fost făcut de către Ana.",
    # what belongs to the content stays
    "Ana a spus că [C podul e vechi, iar drumul are gropi].",
    "Ana a spus că [C podul s-a rupt, marcând sfârșitul unei epoci].",
    # a clause that opens the sentence gives way to the main one
    "Iar când Ana a cerut [C ca podul să fie închis], oamenii au plecat.",
    "După ce Ana a spus că [C a cerut, în mai 2014, când era primar, un pod], Ion a plecat.",
    "Deși Ana spune că [C podul e vechi], Ion, care e inginer, a trecut pe el.",
    "După ce Ana a spus că [C vine], iar apoi a anunțat că [C nu vine], Ion a plecat.",
    "Oamenii trec chiar dacă Ana spune că [C podul e vechi].",
    "Ana a spus că [C podul e vechi] precizând că [C drumul e bun].",
    "Despre podul lui Ion, aceasta a arătat că [C e vechi de tot].",
    "Deși Ana spune că [C podul e sigur], oamenii nu trec pe el.",
    "După ce Ana a spus că [C podul e vechi], oamenii au plecat.",
    "Chiar dacă Ana a spus că [C podul e vechi], este posibil să țină.",
    "Ana spune că, [C deși podul e vechi, oamenii trec pe el].",
    # and a restricting one to the main verb
    "Omul care spune că [C are podul] vrea să plece.",
    # what a link or a pronoun leads on to is what is said
    "Ana a plecat pentru că, spune ea, [C podul e vechi].",
    "Ana a cerut [C să fie închis podul] pentru că, spune ea, [C cei doi stâlpi se clatină].",
    "Ana s-a mutat în satul unde, susține ea, [C nu e niciun pod].",
    "Satele au nevoie de poduri fără de care, consideră Ana, [C oamenii nu pot trăi].",
    # what was going on when it was said
    "Ana a transmis că [C satul „nu are niciun pod”], la scurt timp după ce podul a căzut.",
    # what the speaker was doing
    "Ana a spus că [C „podul cel vechi cade într-o zi”], arătând spre râu.",
    "Ana a spus că [C „podul cel vechi cade într-o zi”], înaintea votului care urmează.",
    "Ana a spus că [C podul „e o rușine”] precizând că [C „nimeni nu a venit să îl vadă”].",
    # fragments in a row are pieces of one claim
    "Ana l-a numit pe Ion [C „hoț”] și [C „mincinos”].",
    "Ana a denunțat [C „podul vechi”], [C „drumul prost”] și [C „nepăsarea”].",
    # the clause ends in marks, and „care” goes on with the speaker
    "[C Podul „a fost lăsat în paragină”], spune Ana Pop, care a venit la Deal.",
    "[C Podul „nu e sigur”], spune Ana Pop, care a venit la Deal.",
    # what goes on after the source
    "[C Zece oameni au plecat], potrivit primăriei, [C de la începutul lunii martie].",
    "[C Zece oameni au plecat], potrivit primăriei, într-un comunicat de luni.",
    # page furniture inside what is said
    "[C „Podul e închis.]\n\nCitește și: Ce spune prefectul\n\n[C Nu avem bani.”], a zis Ana.",
    # a name in marks is where it is said
    "Ana a spus, la emisiunea „Podul zilei” de la Deal, că [C podul e vechi].",
    # who says it stands in the next sentence
    "[C Podul e vechi de tot]. Aceasta este părerea lui Ion Pop.",
    "[C Podul e vechi de tot]. Este opinia inginerului Ion Pop.",
    "[C Podul e vechi de tot]. Acestea sunt concluziile inginerilor din Deal.",
    "Coaliția Civică pentru Ape Curate: [C Podul e vechi de tot]\n\nA plouat la Deal.",
    # a word in marks says how it is said
    "Ana a anunțat „categoric” că [C podul rămâne închis].",
    "Omul care spune că [C podul e vechi și că va cădea].",
    # each share of a survey says its own
    "40% dintre oameni spun că [C podul e vechi], iar 10% nu știu.",
    # after an aside, a mistyped *că*, a question of how much
    "Ana spune, însă, că [C podul e vechi].",
    "Ana a spus, nu cu mult timp în urmă, că [C podul e vechi].",
    "Ana a recunoscut, într-un interviu filmat, dar nedifuzat, că [C podul e vechi].",
    "Ana spune ca [C va veni și primăvara].",
    "Ana a povestit [C cât de greu i-a fost].",
    "Ana a povestit prin ce a trecut și că [C a cerut ajutor].",
    # sentences without a space between them
    "Ana a spus că [C podul e vechi].O analiză arată altceva.",
    "Ana a spus că [C podul e vechi].„Drumul e nou”, a zis Ion.".replace(
        "„Drumul e nou”", "[C „Drumul e nou”]"
    ),
    # before an inverted verb, around a parenthesis
    "UPDATE ora 12: [C Podul a fost închis luni], a anunțat primăria.",
    "BRĂDENI - [C Podul a fost închis luni], a anunțat primăria.",
    "[C Podul], a explicat Ana Pop, [C va fi închis luni].",
    "[C Bugetul], potrivit primăriei, [C va crește la anul].",
    "Prețul a crescut, însă oficial, potrivit primăriei, [C drumul e închis].",
    "Potrivit acestora, [C oamenii care au plecat de ieri se întorc azi].",
    "[C Apa „va ajunge la toți”], a anunțat primăria.",
    "[C Podul costă timp, dar și bani], a spus primarul.",
    "[C În schimb, aici au fost trei poduri], a completat primarul.",
    # what somebody says last holds what others say in it
    "[C Podul e vechi, iar inginerii spun că va cădea], a declarat primarul.",
    # the sentence before, announced after it
    "[C Podul va fi închis luni]. Anunțul a fost făcut de primarul Ion Pop.",
    # what a source is inserted into, and what a link or a connective stands before
    "Bărbatul, care, potrivit poliției, [C era beat], a fugit.",
    "Câțiva oameni, care potrivit poliției [C erau beți], au fugit.",
    "Cererea vine în contextul în care, potrivit poliției, [C podul e închis].",
    "Conform poliției [C 40% dintre șoferi au plecat].",
    "De altfel, potrivit poliției, [C podul e închis].",
    "Dimpotrivă, spune primarul, [C podul e deschis].",
    "Podul e închis, mai ales că, spun vecinii, [C stâlpii s-ar fi mișcat].",
    # what the reporter adds to a quotation, to a clause, to a label
    "Ion Pop susține că [C „este important să nu închidem podul”] după ce s-a surpat malul.",
    "Ion Pop susține că [C „este important să nu închidem podul”] într-o postare.",
    "Ana a promis că [C podul va fi gata], dar nu a oferit detalii.",
    "* Ana Pop, despre podul care a căzut: [C „Nu mai pot să aștept.”]",
    # a headline is tagged before it names whose words it brings
    "Video Pop: [C Podul nu mai ține mult]\n\nInginerul Ion Pop a fost la pod ieri.",
    "CONGRES LA DEAL - Pop: [C Podul nu mai ține mult]\n\nInginerul Ion Pop a fost acolo.",
    "Podul de la Deal/ Ion Pop: [C Podul nu mai ține mult]\n\nA plouat la Deal.",
    "Breaking News: Podul nu mai ține mult\n\nA plouat la Deal.",
    # a colon inside what is said
    "[C Primarul vine la pod cu un plan mare: să-l dărâme până luni], scrie Vocea Văii.",
    "Primarul a spus un lucru: [C podul cade luni], scrie Vocea Văii.",
    # a dot that ends no sentence, an aside before the document, a document of any kind
    "Ana le-a transmis oamenilor din R. Moldova că [C podul e gata].",
    "[C „Podul se închide luni”], se precizează, printre altele, în raport.",
    "În decret se precizează că [C podul se închide luni].",
    "[C Podul se închide luni], conform primelor proiecții.",
    # the object comes after the source
    "[C Podul reușește să atingă], conform sondajului, [C o notă foarte mare].",
    # signed: a body beside a quotation, a name beside a paragraph
    "[C „Nu avem bani de pod în acest an.”] (VVR)",
    "[C „Nu avem bani de pod în acest an.”] (IPJ Vaslui)",
    "[C Nu avem bani. Vrem un pod nou și sigur]. (deputatul Ion Pop)",
    "[C Nu avem bani. Vrem un pod nou și sigur]. (a mai spus Ion Pop, pentru Vocea Văii)",
    "Vrem un pod nou și sigur. (foto: Ion Pop)",
    # how somebody says they are
    "Ana s-a declarat [C „foarte mulțumită”] de pod.",
    # without marks, in the first person: all of the paragraph
    "[C Am venit ieri. Vrem un pod nou și sigur], a spus primarul.",
    # a report inside another's words, and a quotation before a clause with *să*
    "El a adăugat că [C primăria a greșit când a crezut că podul ține].",
    "[C „Am ajuns la capăt”], le-a spus Ana oamenilor, bucuroși să o vadă.",
    "Întrebată dacă i s-a cerut să plece, Ana Pop a spus: [C „Nu am ce să vă spun.”]",
    # an aside between the verb and its clause
    "Ana a declarat luni, referindu-se la podul lui Ion Pop, că [C va fi închis].",
    "Ana a declarat, luni, răspunzând unei întrebări, că [C podul va fi închis].",
    "Ana a declarat, după ce s-a întâlnit cu vecinii, că [C podul va fi închis].",
    "Ana a declarat, în timp ce se afla la pod, că [C va fi închis].",
    "Ana a venit la pod, subliniind, la rândul ei, că [C va fi închis].",
    # an apposition before the verb of the clause
    "Ana a trimis o scrisoare, în care spune că [C podul, vechi de un secol, este închis].",
    # a dash before a quotation, as a colon
    "Ion Pop a precizat că [C podul e bun] - [C „Am văzut toți stâlpii și sunt întregi”].",
    "[C Podul e bun], a declarat inginerul Ion Pop - [C „Am văzut toți stâlpii lui”].",
    "Potrivit inginerului, [C podul e bun] – [C „Am văzut toți stâlpii lui”].",
    "[C Podul e bun], a declarat, luni, inginerul Ion Pop: [C „Am văzut toți stâlpii lui”].",
    # a label whose words report in their turn
    "Ion Pop: [C Guvernul spune că podul e bun]\n\nInginerul Ion Pop a fost la pod.",
    "Criză la pod: Primăria spune că [C podul e bun]\n\nInginerul a fost la pod.",
    "Dan Rusu, lt-col. Pompierii din Vale: [C „Podul a căzut azi dimineață.”]",
    # the main clause of what is said, an inserted clause, what the speaker did next
    "Ana a anunțat că, [C dacă podul cade, va cere bani pentru altul].",
    "Ana, după ce a amintit că [C podul e vechi], a plecat.",
    "Ana a transmis că [C nu comentează], după care a plecat.",
    "Ana a declarat că [C e mulțumită] și a vorbit despre podul nou.",
    "Ana a declarat că [C are un pod], nedorind să spună unde.",
    "Ana a declarat că [C vrea alt pod], însă se pare că vrea altceva.",
    "Ana a acuzat vecinii că [C „au rupt” podul], o declarație ca multe altele.",
    "Ana a declarat că [C podul e „o rușine”], în contextul în care nimeni nu l-a reparat.",
    "Ana spune că [C omul a devenit violent, amenințând vecinii cu bătaia].",
    "Întrebat de Ana, care i-a cerut [C să plece], Ion a tăcut.",
    # a quotation behind a clause in the future, what somebody is called, dashes before it
    "Ana a declarat că [C va cere paza podului]: [C „Îi chemăm pe toți la pod.”]",
    "Ana a numit „ideea” vecinului drept [C „cea mai proastă dintre toate”].",
    "Ana le-a cerut vecinilor - supărați de toate - [C „să aibă răbdare cu podul”].",
    # a source inside what is said, and asked about
    "Ana a precizat că, [C potrivit ultimelor date, podul e vechi].",
    "Întrebată cum e, după părerea ei, podul, Ana a spus: [C „E foarte vechi.”]",
    "Ana a declarat că [C podul „e o rușine” pentru tot satul], anunță dpa.",
    "[C Mai mult de jumătate au plecat din sat], reiese dintr-o analiză a primăriei.",
    "[C Podul se construiește prost], spune Marcu: [C sunt prea puțini ingineri].",
    # shares of those asked
    "40% dintre români spun că [C e bine]. Doar 24% cred că [C e rău], iar 6% nu știu.",
    # what the sentence after a quotation tells, and who passes it on
    "[C „Podul acesta nu mai ține.”] Declarația a fost făcută de Ana Pop, scrie Vocea Văii.",
    # marks of an agency, letters at the end, *ca* for *că*
    "Ana a anunțat că [C podul e închis la Deal]./apop/irusu",
    "Potrivit unui studiu, [C podurile sunt de tip A sau B]. Ministerul tace.",
    "Ana a declarat, luni, ca [C podul este închis].",
    "Ana a venit, ca inginer, să vadă podul.",
    # headlines end before their tags
    "Ana Pop: [C Podul nu mai ține mult] VIDEO\n\nInginera Ana Pop a fost la pod.",
    # a signature behind a comma
    "[C „Podul acesta nu mai ține mult”], Ana Pop, primar",
    # what was cut off, and what a second verb quotes after a link
    "Ana Pop a declarat, la Vocea Văii, că …",
    "[C „Podul e bun”], a spus Ana, dar [C „sunt stâlpi care s-au mișcat”], a adăugat ea.",
    # a quotation that lost its mark begins after another report
    "[C Podul e bun], a spus Ana Pop. [C Nu am zis eu că e vechi”], a explicat primărița.",
    # the end of a sentence without a space
    "Așa crede inginerul Ion Popa.S-au cerut lămuriri. [C „Nu știu nimic”], a spus el.",
    # noun reports end at the main verb
    "Declarația primarului că [C podul se închide luni] a surprins.",
    "Mesajul primarului, potrivit căruia [C podul se închide luni], a surprins.",
    # what the speaker does, and what the content goes on with
    "[C Podul se închide luni], scrie ziarul Vocea Văii, citând surse din primărie.",
    "[C Podul se închide luni], a spus Ion Pop, vorbind în fața primăriei.",
    "[C Leacul ajută], au spus ei, [C învățând trupul să se apere].",
    "Cu toate acestea, spune Ion Pop, [C podul nu se închide].",
    "► [C Podul se închide luni], a spus Ion Pop.",
    "♦ [C Trei sate nu au apă], potrivit primăriei.",
    "[C Podul e foarte vechi și rău], spun experții, [C dar dacă nu plouă, el rezistă].",
    "[C Podul e foarte vechi și rău], spun experții, [C deși a fost reparat].",
    "[C Podul e foarte vechi și rău], a spus Ion Pop, dar nu a dat detalii.",
    "[C Podul e foarte vechi și rău], a spus Ion Pop, dar el nu a exclus o reparație.",
    "[C La scurt timp după aceasta], spune Ion Pop, [C podul a căzut].",
    "[C În primele trei luni ale anului trecut], spune Ion Pop, [C podul a căzut].",
    "Ion Pop spune că [C podul e vechi, deși unii cred că mai ține].",
    "[C Templul a fost ars în anul 70 d.Hr. de romani], spune Ion Pop.",
]


@pytest.mark.parametrize("marked", CONTENTS)
def test_contents_begin_and_end_as_the_language_says(marked: str) -> None:
    example = parse(marked)
    found = [piece.text for claim in EXTRACTOR.extract(example.text).claims
             for piece in claim.content]  # fmt: skip
    assert found == example.of("C")


NO_CLAIM = [
    # a heading that states nothing, a question, a study that asks
    "Lista completă a celor aleși la Deal - Ion Pop\n\nIon Pop e vesel.",
    "Cum a căzut podul cel mare din Deal - Ion Pop\n\nIon Pop e vesel.",
    "Studiu: Ai sau nu un pod bun?\n\nPodul e vesel.",
    # nouns in which nothing is written
    "Din păcate se arată că podul e slab.",
    "În continuare se arată că podul e slab.",
    "A recunoscut ca martor a fost dus în sat, lângă pod.",
    "Satul a cumpărat un tren care să lege cele două maluri, via Marea Neagră.",
    "Vizita nu înseamnă că Ion este suspectat de vreo faptă sau că va fi dus la pod.",
    "Faptele sunt interzise, potrivit dreptului internațional.",
    "Asta le-a sugerat medicilor că podul e vechi.",
    "Podul a fost închis de sat în acord cu guvernul, la Deal.",
    "Revista „Podul”, cu trenul, via Gara Deal",
    "Satul, presupunând că plouă, închide podul.",
    "Ion Pop e campion la poduri în versiunea WBC.",
    "Satul se rezumă la un pod, spune-se ce s-ar spune.",
    "Podul are nevoie de ajutor pentru a fi preluat de minister.",
    "Flăcările amenință să se extindă, iar ploile amenință să inunde satul.",
    "Ana a povestit despre drumul la Deal cu filmul ei de debut, „Podul”, într-o secțiune.",
    "Foto „În căutarea podului”. Povestea unui sat",
    "Conform legii, magazinul se închide la zece.",
    "Lucrările se fac potrivit contractului.",
    "Ana știe că podul e vechi.",
    "Ana a decis să plece.",
    "Ana își propune să repare podul.",
    "Un martor a cerut să nu fie identificat.",
    "Se crede că podul e vechi.",
    "Nimeni nu a spus că podul e vechi.",
    "Cred că podul e vechi.",
    "Nota definitivă va fi acordată de comisie.",
    "Ion, primarul orașului, a anunțat închiderea podului.",
    "Podul a fost închis, așa cum a prezis Ion.",
    "Filmul „Iarna” a plăcut publicului.",
    "Ana a citit „Iarna la munte”, un roman vechi.",
    "Persoană de contact: Ana Pop, biroul de presă",
    "Ana speră să repare podul.",
    "Existența lor arată că podul e vechi.",
    "Fotografia aceasta dovedește că podul e vechi.",
    "Ion Pop a venit. Reiese că podul e vechi.",
    "Podul va fi închis luni. Anunțul a fost făcut public.",
    "Ancheta a fost preluată de Parchetul General",
    "Gazele nocive de la vulcan amenință să închidă podul.",
    "Legislația garantează că podul e sigur.",
    "Dezbaterea electorală a arătat că podul e vechi.",
    "Podul a arătat ca o ruină: nimeni nu l-a reparat.",
    "A fost o întrecere corectă, ca „podul cel nou”.",
    "Ultima școală absolvită: studii de poduri la Deal",
    "Numărul de poduri cred că e un semn bun.",
    "Ana joacă într-un serial difuzat de Radio Deal.",
    "Podul trebuie să fie în acord cu programul.",
    "În opinia mea, podul e vechi.",
    "Dacă vă spun că podul e vechi, plecați.",
    "Nu poți spune că podul e vechi.",
    "Vă rugăm să ne scrieți la adresa podului.",
    "Locuitorii au demonstrat că știu să repare un pod.",
    "Ana și-a zis că podul e vechi.",
    "1. Ion Pop: 120 de milioane de lei",
    "Parlament: O nouă ședință despre pod",
    "Ana a scris, ca inginer, un raport despre modul cum au reacționat medicii.",
    "Ana, fosta soție a primarului, a postat un mesaj pe Facebook.",
    "Ana a fost întrebată dacă e sigură că podul e vechi.",
    "Podul e vechi. Aceasta este problema lui Ion Pop.",
    "Ana a reconfirmat planul, în pofida faptului că podul e vechi.",
    "Ana arată acum „frumos”.",
    "Un expert a vorbit cu noi, solicitând ca numele său să nu fie dezvăluit.",
    "Din cercetări a reieșit că podul e vechi.",
    "Teatrul Mic – „Livada cu vișini”",
    "Orașul va pune o taxă pe „poduri vechi”.",
    "Ana și Ion au fost acuzați, alături de alți primari, că au vândut podul.",
    "Din perspectiva siguranței, podul e bun.",
    "Vizita la pod se va încheia cu un prânz, mai scrie https://www.pod.example/.",
    "Și-a imaginat cineva atunci că podul e vechi?",
    "Oamenii purtau un banner pe care scria: „Podul nostru e vechi”.",
    "În sală e un panou, iar pe el scrie „podul nostru”.",
    "Privind harta, am spune că podul e vechi.",
    "N-ai zice că podul e vechi.",
    "Festivalul „Timp”, spune Ana Pop.",
    "Din punctul de vedere al resurselor de apă, podul e vechi.",
    "Potrivit art. 5, alin. 2 din Legea 40, podul e închis noaptea.",
    "Ana cere anularea, ceea ce presupune că podul e vechi.",
    "Ana a uitat să spună că podul e vechi.",
    "Cum arată Ana Pop, primarul de la Deal, în pragul alegerilor locale.",
    "Luni, armele noi ale țării asigură că podul rămâne deschis.",
    "Ține minte că podul e vechi.",
    "Ei bine, recunosc că podul e vechi.",
    "Ana, amintind de doi vecini care au plecat din sat, l-a menționat și pe Ion.",
    "Oamenii au fost rugați să vină.",
    "Nu se știe cine vine și dacă Ana crede că podul e vechi.",
    "Ceva îmi spune că podul e vechi.",
    "Ana a declarat averea de anul trecut: un apartament și un garaj.",
    "Ana l-a adus pe Ion în speranța că podul e vechi.",
]


@pytest.mark.parametrize("text", NO_CLAIM)
def test_what_looks_alike_is_no_claim(text: str) -> None:
    assert [claim.text for claim in EXTRACTOR.extract(text).claims] == []


@pytest.mark.parametrize("marked", CONTENTS)
def test_a_text_may_break_off_at_any_word(marked: str) -> None:
    check_beginnings(EXTRACTOR, parse(marked).text)


def test_each_turn_of_a_dialogue_is_a_claim() -> None:
    text = "– Vin mâine, a spus Ana Pop.\n– Nu vin deloc! a răspuns Ion Stan."
    claims = EXTRACTOR.extract(text).claims
    assert [(c.kind, c.text, c.speaker and c.speaker.name) for c in claims] == [
        ("direct", "– Vin mâine", "Ana Pop"),
        ("direct", "– Nu vin deloc!", "Ion Stan"),
    ]

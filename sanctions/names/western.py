"""European given names: short and foreign forms of one name; generational suffixes.

``nickname_class`` puts Bill beside William, Sasha beside Alexander and Oleksandr, Pepe beside José. One name's forms in
neighbouring tongues stand in one class, since lists give a Ukrainian or Belarusian both ways. Chosen by hand from
ordinary use and from aliases of one target on the OFAC, UN and UK lists; no class for names that only sound alike.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

_CLASSES = """
    abraham: abe avraham abram bram | adrian: hadrian adriano | agnes: ines agnieszka | albert: al bert alberto albrecht adalbert |
    alexander: alex alec alejandro alessandro alexandre aleksander aleksandr aleksandar alexandr oleksandr aliaksandr alyaksandr sasha
    sascha shura sanya sandro iskandar sikandar lex oleksander | alexandra: aleksandra oleksandra aliaksandra alejandra alessandra sasha
    sandra alex shura | alexei: aleksei alexey aleksey alexis alexi oleksii oleksiy aliaksei alyaksei lyosha alyosha alex | alfred:
    fred alfie alfredo | anastasia: nastya anastasiya anastasiia nastia stacy | andrew: andy drew andre andrei andrey andrii andriy
    andrej andreas andrea andres anders andrzej ondrej | angela: angie anzhela anzhelika angelika | anna: ann anne annie hannah hanna
    ana anya ania anja nancy | anthony: tony anton antonio antoine antonius antoni antonin toni | arcady: arkady arkadi arkadiy
    arkadii | arthur: art artur arturo | arseny: arsenii arseniy arsen | artem: artyom artemy tyoma artsiom artsyom | barbara: barb
    varvara babs |
    benjamin: ben benny benji veniamin binyamin | bernard: bernie bernardo bernhard | bogdan: bohdan danya | boris: borya barys |
    catherine: kate katie kathy cathy katherine kathryn kathleen katharina katarina katerina ekaterina yekaterina kateryna katsiaryna
    katya catalina caterina kasia karin | charles: charlie chuck carl karl karel carlos carlo carlito karol | christian: chris
    kristian cristian | christina: tina chris christine kristina cristina khrystyna christa | christopher: chris kit topher cristobal
    christoph krzysztof kristof cristoforo kester | claudia: klavdia claudine | constantine: konstantin kostya konstantyn kostiantyn
    costas kostas constantin kanstantsin | daniel: dan danny danila daniil danylo danilo daniele danyil | david: dave davey davy
    davide davit dawid | deborah: debbie deb debra | demetrius: dmitry dmitri dmitriy dmitrii dmytro dzmitry dimitri dimitrios dima
    mitya dimitar | denis: dennis denys dionisio denny | diana: di dianna dayana | dominic: dom dominique domingo domenico nick |
    donald: don donnie | dorothy: dot dottie dolly dora dorothea | edward: ed eddie ted teddy ned eduard eduardo edouard edoardo edik
    | eleanor: ellie nell nora leonora eleonora | elizabeth: liz lizzie beth betty bess eliza lisa elisabeth elisabetta isabel
    isabella elizaveta yelizaveta yelyzaveta lisabet elsa liza libby | emma: em emmy | emanuel: manuel manny manolo emmanuel manolito
    | ernest: ernie ernesto ernst | eugene: gene evgeny evgeni evgenii evgeniy yevgeny yevgeniy yevgeni yevhen yevhenii eugenio eugen
    eugeniusz zhenya yauhen eugeniy | eugenia: evgenia evgeniya yevgenia yevheniia zhenya | fabian: fabio fabien | felix: feliks |
    ferdinand: fernando ferdie hernando nando | florence: flo florentina | frances: fran francesca francisca franziska frankie |
    francis: frank frankie francisco francesco francois franz paco pancho fran kiko cisco franciszek ferenc frantisek | frederick:
    fred freddy fritz federico frederic friedrich fridrikh fryderyk | gabriel: gabe gabi havryil gavriil gavrila | gennady: gena
    gennadi gennadiy gennadii hennadii hennadiy henadz genadi
    genadz | george: georgi georgy georgiy georgii jorge giorgio georg georges yuri
    yury yuriy yurii iurii heorhii heorhiy jiri jerzy georgios egor yegor gosha giorgi jurij yehor | gerald: gerry jerry geraldo
    gerard gerardo gerhard | gleb: hlib hleb | gregory: greg gregor grigory grigori grigoriy grigorii hryhorii hryhoriy grisha
    gregorio grzegorz ryhor | gustav: gustavo gus gustave | harold: hal harry harald | helen: elena olena alena yelena helena ellen
    lena helene eleni nell ilona olenka | henry: harry hank hal enrique enrico henri heinrich hendrik henrik henryk kike quique
    genrikh heinz | herman: hermann german armando | hugh: hugo hughie ugo | ignatius: ignacio nacho ignat ihnat inaki | igor: ihor
    ihar | ilya: ilia illia elias ilja ilyas eliya | irene: irina iryna ira irena iriny | isaac: ike isak isaak itzhak yitzhak | ivan:
    john johann johannes juan jean giovanni jan johnny jack vanya yohan ioann ion sean ian hans jon ioannis juanito ivo joao jannis
    giovani jonny | jacob: jake jakob jacobo yakov yakiv iakov jim jacques giacomo jacek | james: jim jimmy jamie jaime diego santiago
    jacob jacques seamus jem | jane: jean janet joan joanna juana jeanne giovanna johanna ivanna yana jana zhanna | jeffrey: jeff
    geoff geoffrey | jennifer: jen jenny jenn | jessica: jess jessie | joachim: joaquin akim yakim gioacchino quino | jonathan: jon
    jonny yonatan | joseph: joe joey jose josef josip giuseppe yosyp osyp yosef yousef iosif pepe pepito josep osip beppe jozef sepp |
    judith:
    judy yehudit | julian: jules julio giulio julius yulian yuliy | julia: julie yulia yuliya yuliia iuliia giulia jule yulya | karen:
    karyn | kenneth: ken kenny | kirill: kyrylo cyril kiril kiryl | larisa: lara larysa larissa | laurence: larry lawrence laurie
    lorenzo laurent lorenz lars lavrenty lavrentiy | leo: leon lev leonid leonardo leonard lenny levko leonidas | leonid: leonyd
    leanid lyonya | louis: lou louie lewis luis luigi ludwig lajos ludovic lucho | lucas: luke luka lucian luca lukas lukasz |
    ludmila: lyudmila liudmyla lyudmyla ludmilla lyuda mila | lydia: lidia lidiya lida lidziya lidiia | margaret: maggie meg peggy marge
    margie
    margarita margarete marguerite rita greta gretchen madge malgorzata marharyta | mark: marc marco marcus marcos markus marek marko
    | martin: marty martino | mary: maria marie mariya mariia marya maryia molly polly mamie miriam masha marija maura moira mia |
    matthew: matt matteo mateo matvei matvey mateusz matthias mathieu matvii matviy matti | maximilian: max maksim maxim maksym maximo
    massimo maximiliano maks | michael: mike mikey mick mikhail mikhailo mykhailo miguel michel michele misha mischa michal mihail
    mihai mikael mickey mihailo mikhas mihajlo mikhayl | natalia: natalie natalya nataliya nataliia natasha natallia nathalie |
    nicholas: nick nicky nicolas nikolai nikolay mykola mikalai mikola nicola nicolae niko nikolaos nikos klaus kolya nicolau nikola
    nikolaus niklas nicolaus micolai miklos mikalay | oleg: oleh aleh | olga: olha volha olya helga | oscar: oskar | oxana: oksana
    aksana ksenia kseniya xenia | pamela: pam | patricia: pat patty trish tricia | patrick: pat paddy patricio patrice patrik | paul:
    pavel pavlo paulo pablo paolo pawel pal pasha paulino paavo pavlik pol | peter: pete pedro pierre petr pyotr piotr petro pietro
    petya petar perico piet petrus per | philip: phil filip filipp philippe felipe filippo pylyp pip | ralph: rafe raul raoul rolf |
    raphael: rafael raffaele rafa rafal rafail | raymond: ray raimondo ramon raimund moncho | rebecca: becky becca rivka | richard:
    rick dick rich ricky ricardo riccardo ryszard richie | robert: bob rob bobby robbie bert roberto rupert robin | roland: orlando
    rolando | roman: romain romano | ronald: ron ronnie ronaldo | rudolf: rudy rodolfo rudolph rolf | samuel: sam sammy samuil shmuel
    samuele | sarah: sally sara sadie | sebastian: seb bastian sebastien sebastiano | sergius: sergei sergey sergii serhii serhiy
    siarhei siarhey sergio serge seryozha syarhey serzh | simon: semyon semen simeon simone symon shimon | sophia: sofia sophie sofiya
    sonya sofiia sonja | stanislaus: stanislav stas stanislaw stanislau stanislao stan | stephen: steve steven stephan stefan stepan
    stsiapan esteban
    etienne stefano istvan stiven stepane szczepan stevie | susan: sue susie suzanne susanna suzy zuzana | svetlana: svitlana
    sviatlana sveta | sylvester: silvestre sly | tamara: toma tamar | tatiana: tanya tatyana tetiana tatsiana tania tetyana |
    thaddeus: tadeusz thad faddei tadeo | theodore: ted teddy theo fyodor fedor fedir fiodar teodoro theodor todor teodor | theresa: terry
    teresa tess therese tessa | thomas: tom tommy tomas tommaso foma tomasz khoma tomaz | timothy: tim timmy timofei timofey tymofii
    tsimafei
    timoteo | valentine: valentin valentyn valiantsin valentino valya | valentina: valentyna valya | valery: valeri valeriy valerii valerio
    valera valerian | basil: vasily vasili vasiliy vasilii vasyl basilio vasilios vasya vasil vassili | veronica: veronika ronnie nika
    viranika | victor: viktor vic vitya vittorio viktar vik | victoria: viktoria viktoriya vicky vika viktoriia tori | vincent: vince
    vinny vicente vincenzo vincente chente | vitaly: vitali vitaliy vitalii vital vitalik | vladimir: volodymyr uladzimir vova volodya
    wladimir vladimiro waldemar vlodimir | vladislav: vlad vladyslav uladzislau wladyslaw slava | vsevolod: seva | vyacheslav:
    viacheslav slava viachaslau vaclav wenceslas | walter: walt wally gualterio | william: bill billy will willy liam guillermo
    wilhelm guillaume guglielmo willem memo vilhelm | yaroslav: iaroslav jaroslav slava jaroslaw yaraslau | zachary: zach zack zakhar
    zacharias
    zakaria | zinaida: zina | alan: al allan allen | bradley: brad | calvin: cal | clifford: cliff | douglas: doug | gilbert: gil
    gilberto | jacqueline: jackie | jeremy: jerry jem | jesus: chuy chucho | joshua: josh | leslie: les | melvin: mel | mitchell:
    mitch | nathaniel: nate nat nathan | randall: randy | roger: rogelio rodger | russell: russ rusty | stuart: stu stewart | terence:
    terry terrence | virginia: ginny ginger | wesley: wes | dolores: lola | guadalupe: lupe | concepcion: concha conchita | rosario:
    charo | edward: lalo | bartholomew: bart bartolome bartolomeo | clement: clem clemente | emil: emilio emile emiliano | oliver:
    ollie oliviero olivier | rodrigo: roderick rod ruy | salvador: salvatore chava | urban: urbano | yefim: efim yukhym | zhanna:
    joanna yana | mario: marius mariusz | milan: | milena: | dragan: | dragana: | daniela: danielle danijela | carla: karla
    carola | paula: pola paola pavla | luisa: louise luiza | antonia: antonina tonya antonella | josefa: josephine josefina | fernando: |
    fernanda: | gabriela: gabriella gabrielle | roberta: | marina: maryna | nina: | daria: darya dasha dariia daryna | galina: galya
    halyna halina | vera: viera | nadezhda: nadia nadya nadiia nadzeya nadezda | lyubov: liubov luba liubou | zoran: | zorica: | goran: |
    gordana: | jovan: | jovana: | stefania: stephanie stefanie estefania | bruno: | bruna: | claudio: klaudio | diego: |
    vladimira: | stanislava: | yaroslava: iaroslava jaroslava | karim: kareem | karima: kareema | amin: ameen emin | amina: ameena aminah
    emine |
    samir: sameer | samira: sameera | jamil: jameel cemil djamil | jamila: jameela cemile djamila | said: saeed saeid sayeed | saida:
    saeeda | rashid: rasheed |
    rashida: rasheeda | nabil: nabeel | nabila: nabeela | latif: lateef | latifa: lateefa
"""

_ARABIC_CLASSES = """
    muhammad: mohamed mohammed mohammad mohamad muhammed muhamad muhamed mohamud mohd mehmed mehmet mahomed mahamat maxamed mukhammad
    magomed mohammod muxammad | ahmad: ahmed ahmet akhmed achmad akhmad axmed | mahmud: mahmoud mehmood mahmood makhmud machmud mahmut |
    hasan: hassan hassaan hasen hacen xasan | husayn: hussein hussain husein hossein hosein hussien husain huseyin hossain hussin
    houssein husseyn hoseyn huseyn xuseen hocine | ali: aly alie cali | umar: omar omer oumar umer cumar ommar | uthman: osman othman
    usman ousmane osmane usmon cusman cismaan outhman | abubakr: abubakar aboubakar aboubacar | ibrahim: ebrahim ibraheem brahim
    ibragim ibrahima braheem | ismail: esmail esmaeil ismaeel smail ismael esmaeel ismaiil | yusuf: yousef yousuf youssef yosef yusef
    yousif yusif joseph youssouf yousaf | yaqub: yakub yaghoub yacoub yaqoub yakoub yaaqoub | musa: mousa moussa muse moosa mussa |
    isa: issa eisa essa iisa aissa eissa | dawud: daud dawood daoud davud dawod daoood davood | sulayman: soleiman suleiman suleyman
    soliman souleymane sulaiman suliman soleyman solayman soulaymane | yahya: yehia yahia yehya | khalid: khaled haled | khalil: khaleel
    halil khelil | salih: saleh salah | salim: saleem selim salem | sad: saad | nasir: nasser naser naseer nacer | nasr: | jamal: gamal
    djamel djamal jamaal cemal jemal | kamal: kemal kamaal | jalal: galal celal jelal | tariq: tarek tareq tarik tarig | qasim: kasim
    ghasem qasem kassem kasem ghassem qassem kassim qassim gasim | hashim: hashem hachem hachim | hamid: hameed hamed | majid: majeed
    maged majed | mahdi: mehdi mahdy mehdy | hadi: hady haadi | rida: reza riza ridha redha raza | ramadan: ramazan ramezan ramadhan
    ramzan | murtada: morteza murtaza mortaza | mustafa: mostafa moustafa mustapha moustapha mustofa mostapha | zayn: zain zein zeyn
    zine | bashir: bachir basheer beshir | bashar: bachar | yasir: yaser yasser | munir: mounir muneer moneer | amir: ameer emir amer |
    umran: imran omran | fadl: fazl fazal fadel fazel | diya: zia ziya diaa dhia | taha: | talal: | walid: waleed oualid | khadija:
    khadijah hadija | fatima: fatimah fatemeh fatma fatemah | aisha: ayesha aysha aicha | zaynab: zeinab zainab zeynab | maryam: mariam
    miriam meryem maryem | layla: leila laila leyla
"""
"""Arabic names and the spellings that Arabs, Persians, Turks, Africans and the people of the Caucasus give them."""


_EASTERN_CLASSES = """
    zarko: zharko | milan | milanka | milica: militsa | milos: milosh | milorad | miroslav | miroslava | dragan | dragana | dusan:
    dushan dusko dushko | goran | zoran | dejan: deyan | nebojsa: neboysha neboisa | slobodan | branko | branislav | radovan | radomir |
    ratko | momcilo: momchilo | vojislav: voislav voyislav | zdravko | zeljko: zhelko zelko | srdjan: srdan srdzhan | veselin | bozidar:
    bozhidar | ljubomir: lyubomir liubomyr lubomir liubomir | predrag | nenad | sinisa: sinisha | tihomir: tikhomir | tomislav |
    zvonko | snezana: snezhana snizhana | jovan: yovan | jovana: yovana | djordje: dorde djordje dzordze | mladen | borislav |
    stojan: stoyan | plamen | ivaylo: ivailo | krasimir | lyuben: ljuben luben |
    helen: alyona aliona alona jelena yalena | denis: dzyanis dzianis | natalia: natallya natalija | daniel: danijel danyal |
    jahangir: dzhakhangir dzhahangir djahangir jakhongir jahongir cahangir | jamshid: dzhamshid jamshed | rustam: rustem rustom roustam |
    timur: temur teymur | bakhtiyar: bakhtiyor bakhtiar baxtiyor | ulugbek: ulughbek | farhad: farkhad farkhod ferhat farxod | shavkat |
    sherzod: sherzad | alisher | nursultan | kairat: kayrat qairat | yerlan: erlan | yermek: ermek | daulet: dawlet davlat |
    olimjon: alimzhan alimjan olimzhon alimzan | zelimkhan: zelimxan | gurbanguly: kurbanguly qurbanguly |
    nikita: mykyta mikita | anatoly: anatoli anatoliy anatolii anatol anatolij | nikifor: nykyfor nichypar | afanasy: afanasiy afanasii
    panas opanas | emelian: yemelyan emelyan omelyan omelian | tikhon: tykhon tsikhan | trofim: trokhym trafim | rostislav: rostyslav
    rastsislau | svyatoslav: sviatoslav sviataslau svetoslav |
    zurab: zourab | vakhtang: vaxtang | tengiz: tenghiz | levan | nugzar | irakli: iraklii iraklij | hovhannes: hovannes ovanes
    oganes hovhanes | gevorg: gevork kevork | sargis: sarkis serkis | karapet: garabed | hakob: hagop akop | ashot
"""
"""Given names of the Balkans, the Caucasus and Central Asia, whose Russian, Turkic and own spellings are far apart."""


def _members() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for entry in f"{_CLASSES}|{_ARABIC_CLASSES}|{_EASTERN_CLASSES}".replace("\n", " ").split("|"):
        name, _, others = entry.strip().partition(":")
        for word in (name, *others.split()):
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


_MEMBERS = _members()
_NONE: frozenset[str] = frozenset()
GIVEN_NAMES = frozenset(_MEMBERS)
"""Every form of a given name that is known here."""


def nickname_class(word: str) -> frozenset[str]:
    """The given names that a word is a form of: bill → {william}, sasha → {alexander, alexandra}; empty if it is not known.

    Two words may be one name where their classes meet (``same_given_name``). ``word`` as `words` gives it.
    """
    return _MEMBERS.get(word, _NONE)


@lru_cache(maxsize=8192)
def same_given_name(a: str, b: str) -> bool:
    """Whether two words are forms of one given name: Bob and Robert, Serhii and Sergey; equal words are."""
    return a == b or bool(nickname_class(a) & nickname_class(b))


_SUFFIXES = {
    "jr": 2, "junior": 2, "filho": 2, "hijo": 2, "fils": 2, "2nd": 2, "second": 2, "ii": 2, "3rd": 3, "third": 3,
    "iii": 3, "4th": 4, "fourth": 4, "iv": 4, "5th": 5, "v": 5, "sr": 1, "senior": 1, "pere": 1, "neto": 3,
}  # fmt: skip


class WithoutSuffix(msgspec.Struct, frozen=True):
    """``words`` without a generational suffix; ``generation`` is 1 for senior, 2 for junior or II, 3 for III …, None without one."""

    words: tuple[str, ...]
    generation: int | None


def without_generation(words: tuple[str, ...]) -> WithoutSuffix:
    """Take the generational suffix off a person's name: last, or behind the family name ("SMITH JR, John" → john's suffix).

    At least two words stay. A Jr beside no suffix contradicts nothing; Jr beside Sr, or II beside III, is another person.
    """
    if len(words) >= 3 and not (words[-1] == "v" and len(words[-2]) == 1):  # "Putin V. V." has initials
        for position in (len(words) - 1, 1):
            if words[position] in _SUFFIXES and not (position == 1 and words[position] in ("second", "third", "fourth", "v")):
                return WithoutSuffix(words[:position] + words[position + 1 :], _SUFFIXES[words[position]])
    return WithoutSuffix(words, None)

"""The words of organisations' names brought to one form: legal forms, abbreviations, numbers, countries' full names.

Legal forms of one kind in different countries share a class (``names.legal_forms``), so that OOO, GmbH and Ltd agree
with one another. Abbreviations and spellings of places are those that entries of the OFAC, UN and UK lists use side
by side, and usual ones of commerce.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from sanctions.names.legal_forms import ANYWHERE, AT_BEGINNING, LEGAL_FORMS
from sanctions.names.numerals import numbers_to_digits
from sanctions.names.vocabulary import LEGAL, body_commonness, commonness
from sanctions.patterns import regex

_ALIKE = {
    # the word that stands for all: words and abbreviations that names use in its place
    "agency": "agencies|agents|agent",
    "association": (
        "assoc|assn|ass n|associations|associated|associates|associate|organization|organisation|organizations|organisations|org|orgn"
        "|society|societies|jamiyat|jamiyyat|jamiat|jamiyah|jamiyya|jamiyyah"
    ),
    "brigade": (
        "brigades|battalion|battalions|liwa|liwaa|lewa|lewaa|kataib|kata ib|kataeb|kataaib|katibat|katiba|khatiba|katibah|kateeb|bataillon"
        "|batallon"
    ),
    "bank": "banking|banks|bankers",
    "brothers": "bros",
    "bureau": "bureaus|buro|department|departments|dept|dep|directorate|direction|direccion|directory|office|offices",
    "charity": "charitable|charities|benevolent|khairiya|khayriyya|khairiyah|khayriyyah|khairia|khayriya|kheiriyeh|kheyriyeh|kairyia",
    "communications": "communication|telecommunications|telecommunication|telecom|telecoms|comm",
    "development": "dev|developments",
    "engineering": "eng|engg|engineers",
    "enterprise": "enterprises|ent",
    "export": "exp|exports|exporting",
    "general": "gen",
    "government": "govt",
    "group": "grp|grup|grupp|gruppa|groups",
    "holding": "holdings|hldg|hldgs|kholding",
    "import": "imp|imports|importing",
    "industry": "ind|inds|industries|industrial",
    "institute": "inst|institut",
    "international": "intl|int l|intern|internacional|internacionales|internationals",
    "manufacturing": "mfg|manuf|manufacture|manufacturers",
    "mining": "mines|min",
    "laboratory": "lab|labs|laboratories|laboratoire|laboratorio|laboratorium",
    "airlines": "airline|air lines|airways|air ways|air",
    "defense": "defence|defences|defenses",
    "center": "centre|centers|centres|ctr|cntr",
    "plant": "plants|factory|factories|works|zavod|combine|combinat",
    "force": "forces",
    "guard": "guards",
    "family": "families",
    "jewelry": "jewellery|jewelery|jewelers|jewellers",
    "marine": "maritime",
    "of": "named after|named for|named by|in the name of|imeni|im",
    "venture": "ventures|joint venture|joint ventures|joint operation|j v|jv|jvc",
    "machinery": "machine building|machinebuilding|machinery building|machineries",
    "rocket": "rockets|missile|missiles",
    "aviation": "aircraft|aircrafts|avia",
    "offshore": "off shore",
    "fund": "funds",
    "exchange": (
        "exchanges|money exchange|currency exchange|money changer|money changers|money exchanger|money exchangers|exchange shop"
        "|money exchange shop|moneychanger|moneychangers"
    ),
    "instrument": "instruments|instrumentation|instrument making|devices|device",
    "refining": "refinery|refineries",
    "fishing": "fishery|fisheries",
    "managing": "management|mgmt|mgt|managers",
    "oil": "petroleum|petrol",
    "electric": "electrical|elec|electricity",
    "electronics": "electronic",
    "scientific": "science|sciences|scient",
    "technical": "technic|technics|technique",
    "studies": "study|etudes|estudios|studien",
    "armed": "military|militaire|militar",
    "revolutionary": "revolution|revolucion|revolutionnaire",
    "main": "chief",
    "aluminum": "aluminium",
    "precision": "precise",
    "automation": "avtomatizatsiya|automatizacion|automatisierung",
    "drive": "draiv",
    "publishing": "publication|publications|publishers",
    "printing": "press|printers",
    "properties": "property",
    "investment": "invest|investments|investors|inv",
    "corps": "corp s",
    "north": "northern|severnoe|severnoye|severnyi|severnyy|severny|shomal|shamal|nord",
    "south": "southern|yuzhnyi|yuzhnyy|yuzhny|yuzhnoe|jonoub|janub|sud|jonub",
    "east": "eastern|vostochnyi|vostochnyy|vostochny|vostochnoe|shargh|sharq|ost|iztok|istok",
    "west": "western|zapadnyi|zapadnyy|zapadny|zapadnoe|gharb|zapad",
    "province": "wilayat|wilayah|wilaya|vilayat",
    "army": "armee|ejercito",
    "national": "natl|nat",
    "service": "services|svc|svcs|serv|servicing",
    "shipping": "shpg|ships",
    "shipyard": "shipyards|ship yard|ship repair|ship repairs|shiprepair"
    "|shipbuilding plant|ship building plant|shipbuilding yard|ship repair plant",
    "technology": "tech|technologies|techn|tekhnologii|tek|tekh|tec",
    "trading": "trade|trdg|traders",
    "university": "univ",
}

_ARABIC = {
    # words of movements' and charities' names as English, French, German and South Asian habits write them
    "qaida": "qaeda|qaidah|qaedah|kaida|kaeda|caida",
    "jaish": "jaysh|jeish|jaych|gaish|jaishe|jaish e",
    "harakat": "harakah|haraket|harkat|harka|haraka",
    "jamaat": "jamaa|jama at|jamaah|gamaa|gama a|jemaah|djamaat|gamaat|jamaat e|jama a|djamaa",
    "islamiya": "islamiyah|islamiyya|islamiyyah|islamia|islamiyeh",
    "mujahidin": "mujahideen|mujahedin|mujahedeen|moujahidin|mudjahidin|mojahedin|mujahidine|mojahedeen",
    "tayyiba": "toiba|taiba|tayba|tayyibah|tayyaba|taibah|tayba",
    "sharia": "shariah|charia|shari a|cheria|schari a",
    "tawhid": "tawheed|tauhid|touhid|tawhed",
    "hizb": "hezb|hizbe|hezbe|hizb e|hezb e|hizbul",
    "hizballah": "hezbollah|hizbollah|hizbullah|hezbullah|hezballah|hizb allah|hizb ullah|hisbollah",
    "lashkar": "lashkare|lashkar e|laskar|lashkar i",
    "shabaab": "shabab|chabab|shebab|chabaab",
    "taliban": "taleban|talibans|talibaan",
    "bayt": "beit|bait|beyt|bayit",
    "quran": "koran|qur an|coran",
    "jund": "jond|jound|djound",
    "firqa": "ferqat|firqat|firqah|ferqa",
    "dawa": "dawah|daawa|daawah|da wa|da wah|dawat|dawaa|dava|davat",
    "sunna": "sunnah|sunnat",
    "madrasa": "madrassa|madrasah|madrassah|medrese|medresa|madrasat",
    "khair": "khayr|kheir|kher",
    "shuhada": "shohada|chouhada|chuhada",
    "ansar": "anssar|ensar|ansarul|ansarour|ansaru",
    "jihad": "djihad|dschihad|jehad",
    "shahid": "shaheed|shahed|chahid",
    "haramain": "haramayn|haramein|haramaine|haramean",
}

_PLACES = {
    # countries and towns as their own and other tongues write them, and countries' adjectives
    "moscow": "moskva|moskau|moskovskii|moskovskiy|moscou",
    "kyiv": "kiev|kiew|kyev",
    "kharkiv": "kharkov",
    "odesa": "odessa",
    "lviv": "lvov",
    "petersburg": "st petersburg|saint petersburg|sankt petersburg|sankt peterburg|peterburg",
    "beijing": "peking|pekin",
    "guangzhou": "canton",
    "tehran": "teheran",
    "baghdad": "bagdad",
    "damascus": "damas|dimashq|dimashk",
    "aleppo": "halab|haleb|alep",
    "havana": "habana|la habana|havane",
    "pyongyang": "phyongyang|pyeongyang|pyong yang",
    "cuba": "kuba|cuban|cubana|cubano|cubanos",
    "sudan": "soudan|sudanese",
    "colombia": "kolumbien|colombian|colombie|kolombiya",
    "venezuela": "venezolana|venezolano|venezuelan",
    "iraq": "irak|iraqi|iraki",
    "yemen": "jemen|yaman|yemeni",
    "mexico": "mexique|mexicana|mexicano|mexican|mexiko|meksika",
    "germany": "deutschland|allemagne|alemania",
    "turkey": "turkiye|turquie|turquia|turkish|turk",
    "ukraine": "ukraina|ukrainy|ukrainian|ukrainskii",
    "belarus": "belarusian|belarussian|byelorussian|belorusskii|belorusskiy|byelorussia|belorussia|belarusi",
    "libya": "libia|libye|lybia|libyan",
    "egypt": "egipto|egypte|egyptian",
    "lebanon": "liban|libano|lebanese|lubnan",
    "levant": "sham|cham",
    "isis": (
        "isil|daesh|daish|daech|islamic state|islamic state of iraq and the levant|islamic state of iraq and syria"
        "|islamic state of iraq and sham|islamic state of iraq and al sham|islamic state in iraq and the levant"
        "|islamic state in iraq and syria|islamic state in iraq and al sham|islamic state of iraq and ash sham"
    ),
    "irgc": (
        "islamic revolutionary guard corps|islamic revolutionary guards corps|islamic revolution guard corps"
        "|islamic revolution guards corps|islamic revolutionary guard|islamic revolutionary guards|islamic revolutionary corps"
        "|iranian revolutionary guard corps|iranian revolutionary guards corps|iranian revolutionary guard|iranian revolutionary guards"
        "|iran revolutionary guards|revolutionary guard corps|revolutionary guards corps|revolutionary guard|revolutionary guards|pasdaran"
        "|sepah pasdaran|sepah e pasdaran|pasdaran e enghelab e islami|sepah e pasdaran e enghelab e islami"
        "|army of the guardians of the islamic revolution"
    ),
    "palestine": "palestinian|palestinians|filastin|falastin|falestin|palestina",
    "africa": "african|afrique|afrika",
    "america": "american|amerika|amerique",
    "asia": "asian|asie|asien",
    "europe": "european|europa|europeenne",
    "afghanistan": "afghan|afghani",
    "albania": "albanian",
    "algeria": "algerian|algerie|argelia|algerienne",
    "argentina": "argentine|argentinian",
    "armenia": "armenian",
    "australia": "australian",
    "austria": "austrian|osterreich|oesterreich",
    "azerbaijan": "azerbaijani",
    "bahrain": "bahraini",
    "bangladesh": "bangladeshi",
    "belgium": "belgian|belgique|belgie",
    "bolivia": "bolivian|boliviana|boliviano",
    "bosnia": "bosnian|bosna|bosnie",
    "brazil": "brazilian|brasil|bresil|brasileira|brasileiro",
    "britain": "british",
    "bulgaria": "bulgarian",
    "cambodia": "cambodian|kampuchea",
    "cameroon": "cameroun|cameroonian",
    "canada": "canadian",
    "chile": "chilean|chileno|chilena",
    "congo": "congolese|congolaise|congolais",
    "croatia": "croatian|hrvatska",
    "cyprus": "cypriot|kypros",
    "denmark": "danish|danmark",
    "ecuador": "ecuadorian|ecuatoriana|ecuatoriano",
    "eritrea": "eritrean",
    "ethiopia": "ethiopian",
    "finland": "finnish",
    "france": "french|francaise|francais",
    "georgia": "georgian",
    "greece": "greek|hellenic|grece",
    "haiti": "haitian",
    "honduras": "honduran|hondurena|hondureno",
    "hungary": "hungarian|magyar",
    "india": "indian",
    "indonesia": "indonesian",
    "israel": "israeli",
    "italy": "italian|italia|italiana|italiano|italie",
    "japan": "japanese|japon",
    "jordan": "jordanian",
    "kazakhstan": "kazakh|kazakhstani|kazakstan",
    "kenya": "kenyan",
    "khorasan": "khurasan|khorassan|khurassan",
    "kuwait": "kuwaiti|koweit",
    "kyrgyzstan": "kyrgyz|kirghizia|kirgizstan",
    "malaysia": "malaysian",
    "mongolia": "mongolian",
    "morocco": "moroccan|maroc|marruecos",
    "netherlands": "dutch|nederland|nederlandse",
    "nicaragua": "nicaraguan",
    "nigeria": "nigerian",
    "norway": "norwegian|norge",
    "oman": "omani",
    "pakistan": "pakistani",
    "panama": "panamanian|panamena|panameno",
    "peru": "peruvian|peruana|peruano",
    "philippines": "philippine|filipino|pilipinas",
    "poland": "polska|pologne",
    "portugal": "portuguese|portuguesa",
    "qatar": "qatari|katar",
    "romania": "romanian",
    "serbia": "serbian|srbija|srbije",
    "slovakia": "slovak",
    "slovenia": "slovenian",
    "somalia": "somali|somalian",
    "spain": "spanish|espana|espanola|espagne",
    "sweden": "swedish|sverige",
    "switzerland": "swiss|suisse|schweiz|svizzera",
    "tajikistan": "tajik",
    "thailand": "thai",
    "tunisia": "tunisian|tunisie|tunisienne",
    "turkmenistan": "turkmen",
    "uganda": "ugandan",
    "uzbekistan": "uzbek",
    "vietnam": "vietnamese|viet nam",
    "zimbabwe": "zimbabwean",
    "korea": (
        "korean|coree|corea|koreya|koreia|dprk|democratic peoples republic of korea|democratic people s republic of korea|dpr korea"
        "|dpr of korea|north korea|peoples democratic republic of korea|d p r k|democratic peoples republic of coree"
    ),
    "rok": "republic of korea|south korea",
    "myanmar": "burma|birmanie|birma|burmese",
    "iran": "islamic republic of iran|jomhouri islami iran|jomhuri islami iran|jomhuri ye islami ye iran|iranian|irani",
    "russia": "russian federation|russian|rossiya|rossii|rossia|russie|rusia",
    "china": "chinese|chine|zhongguo|peoples republic of china|people s republic of china|prc|p r china|pr china",
    "syria": "syrian arab republic|syrian arab|syrian|syrie|siria",
    "usa": "united states of america|united states|u s a",
    "uae": "united arab emirates|u a e",
}

_LEGAL_PHRASES = {tuple(phrase.split()): LEGAL + cls for cls, phrases in LEGAL_FORMS.items() for phrase in phrases}
_PHRASES = {
    tuple(phrase.split()): word for word, phrases in (_ALIKE | _ARABIC | _PLACES).items() for phrase in phrases.split("|")
} | _LEGAL_PHRASES


def _longest() -> dict[str, int]:
    found: dict[str, int] = {}
    for phrase in _PHRASES:
        found[phrase[0]] = max(found.get(phrase[0], 0), len(phrase))
    return found


_LONGEST_FROM = _longest()
"""First word of a phrase → words of the longest phrase that begins with it."""

_PLACE_WORDS = frozenset(word for phrases in _PLACES.values() for word in re.split("[| ]", phrases)) | frozenset(_PLACES)
BUSINESS_WORDS = frozenset(_ALIKE) | {word for phrases in _ALIKE.values() for word in phrases.split("|") if len(word) > 3}
"""The common words of organisations' names, and those that they stand for."""

_KNOWN = frozenset(word for phrase in _PHRASES for word in phrase) | frozenset(_ALIKE)
_MENDED = tuple(
    sorted(
        {word for word in (*_ALIKE, *_KNOWN) if len(word) >= (7 if word in _PLACE_WORDS else 6)}
        | set("joint stock trust trade group public closed iraqi iraki".split())
    )
)
"""Words that are mended where they are misspelt, cut in two or run together with a neighbour."""

_MENDED_SET = frozenset(_MENDED)
_FIRST_LETTER_FREE, _LONG = 9, 11
"""Letters from which a word's first letter can be wrong, and from which two edits are mended."""

_OTHER_WORDS = frozenset(
    """
    action actions auctions brother capitol collective diversity engineered generac generale institutions interest join multinational
    pearson perion pinterest productions redevelopment reliability reorganization shared sharps simply transnational treasure treasures
    unlimited vacations capitalization industrious nationals interns internally trades traded traders grouped groups generals
    """.split()
)
"""Words that are no misspelling of the known words they are near."""


def _by_length(mended: Iterable[str], edits: int) -> dict[int, tuple[str, ...]]:
    """Length of a word → the words that it can be within so many edits."""
    found: dict[int, list[str]] = {}
    for word in sorted(mended):
        for length in range(len(word) - edits, len(word) + edits + 1):
            found.setdefault(length, []).append(word)
    return {length: tuple(near) for length, near in found.items()}


_COMMONEST_FORMS = """
    limited company corporation incorporated liability joint stock trust gmbh sarl fzco ojsc corp public private offshore unitary
    federal enterprise obshchestvo ogranichennoi otvetstvennostyu aktsionernoe
"""
_TWICE_MENDED = ("company", "limited", "liability", "corporation")
_FORMS_BY_LENGTH = _by_length(_COMMONEST_FORMS.split(), 1)

_GLUED_AT_END = ("limited", "company", "gmbh", "ltda", "fzco", "ojsc", "pjsc", "cjsc", "ltd", "llc", "fze", "fzc", "jsc", "plc")
_GLUED_AT_BEGINNING = ("ooo", "oao", "llc", "ojsc", "pjsc")
"""Forms that no word ends or begins with by itself, so that a glued one is seen ("Tamynafze")."""

_LEAST_REST = 3
_LEAST_MENDED = 5
_LEAST_GLUED = 7
_SEAT_CODE = regex(r"(?i:(?<=\bco)|(?<=\bltd)|(?<=\bltd\.)|(?<=\binc)|(?<=\bcorp)|(?<=\bsa)|(?<=\blimited))-[A-Z]{3}$")
_GLUED_DOTS = regex(r"(?<=[^\W\d_]{3})((?:[^\W\d_]\.){2,})(?=[\s,;)]|$)")


def unglued(text: str) -> str:
    """The text with a dotted abbreviation cut from the word it is glued to: "ARIZONAS.A." is "ARIZONA S.A."; without the code
    of a country that the IMO's register hangs on a legal form ("SHIPPING CO-HKG")."""
    text = _SEAT_CODE.sub("", text) if "-" in text else text
    return _GLUED_DOTS.sub(r" \1", text) if "." in text else text


@lru_cache(maxsize=4096)
def _near(length: int, first: str = "") -> tuple[str, ...]:
    """The words to be mended that one of that length can be within two edits, of those that begin so."""
    return tuple(word for word in _MENDED if abs(len(word) - length) <= 2 and word.startswith(first))


@lru_cache(maxsize=8192)
def canonical(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words with every phrase that is a legal form replaced by its class ("=ltd"), every other phrase by the
    word that stands for it ("intl" by "international"), and numbers in digits ("two", "II" and "2nd" are 2); the longest
    phrase first.

    Words of these phrases that are misspelt by one letter, run together with a neighbour or cut in two are mended
    first. Whole names that are nothing but legal forms are left as they are.
    """
    return _with(_unassimilated(words), _PHRASES)


def _unassimilated(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words with an Arabic article as it is written, whatever sound it takes before the next ("ar Rahma", "ud Dawa": al)."""
    if _ASSIMILATED.isdisjoint(words):
        return words
    pairs = zip(words, (*words[1:], ""), strict=True)
    return tuple("al" if word in _ASSIMILATED and (word[1:] == "l" or after.startswith(word[1:])) else word for word, after in pairs)


_ASSIMILATED = frozenset("ar as ash at ad an az ath adh ud ur us ush ut un uz ul el il".split())


@lru_cache(maxsize=8192)
def literal(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words with their legal forms and numbers in one form, and all others as they are written, so that a misspelt common
    word ("Qroperty") is compared with the word that it is."""
    return _with(words, _LEGAL_PHRASES)


def _with(words: tuple[str, ...], phrases: Mapping[tuple[str, ...], str]) -> tuple[str, ...]:
    mended = tuple(part for word in _rejoined(words) for part in _parts(word))
    found = _scattered(_replaced(mended, phrases))
    if all(word.startswith(LEGAL) for word in found):
        return words
    return last_numeral(numbers_to_digits(tuple(found)))


def _replaced(words: tuple[str, ...], phrases: Mapping[tuple[str, ...], str]) -> list[str]:
    found: list[str] = []
    position = 0
    while position < len(words):
        for length in range(min(_LONGEST_FROM.get(words[position], 0), len(words) - position), 0, -1):
            instead = phrases.get(words[position : position + length])
            if instead and (length > 1 or not instead.startswith(LEGAL) or _stands_free(words, position)):
                if not (instead.startswith(LEGAL) and instead in found):
                    found.append(instead)
                position += length
                break
        else:
            found.append(words[position])
            position += 1
    return found


def _scattered(words: list[str]) -> list[str]:
    """A joint stock company or one of limited liability whose words stand apart or out of order, as its form."""
    for stems, least, form in _SCATTERED:
        parts = [word for word in words if word.startswith(stems)]
        if len({word[:5] for word in parts}) >= least and len(parts) < len(words):
            words = [word for word in words if word not in parts and word != "s"] + [form] * (form not in words)
    return words


_SCATTERED = ((("joint", "stock"), 2, "=jsc"), (("liability",), 1, "=ltd"), (("obshchestv", "ogranichenn", "otvetstvenn"), 2, "=ltd"))


def last_numeral(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words with a last I, V or X as a number: MARIE DE LOURDES V is the fifth."""
    last = next((place for place in range(len(words) - 1, 0, -1) if not words[place].startswith(LEGAL)), 0)
    if last and words[last] in _NUMERALS and not words[last - 1].startswith(LEGAL) and len(words[last - 1]) > 1:
        return (*words[:last], _NUMERALS[words[last]], *words[last + 1 :])
    return words


_NUMERALS = {"i": "1", "v": "5", "x": "10"}


def _rejoined(words: tuple[str, ...]) -> tuple[str, ...]:
    """Two neighbours that only together are a known word ("Limit ed") made one."""
    found: list[str] = []
    for word in words:
        if found and found[-1] + word in _MENDED_SET and not (found[-1] in _KNOWN and word in _KNOWN):
            found[-1] += word
        else:
            found.append(word)
    return tuple(found)


@lru_cache(maxsize=8192)
def _parts(word: str) -> tuple[str, ...]:
    """A word as it should be spelt, or the two words that it runs together, if one of them is known ("Companydana")."""
    if word in _KNOWN or commonness(word) or body_commonness(word) or len(word) < 4 or not word.isalpha():
        return (word,)
    right = _respelt(word)
    return (right,) if right != word else _cut_apart(word)


def _cut_apart(word: str) -> tuple[str, ...]:
    for size in range(len(word) - _LEAST_REST, _LEAST_GLUED - 1, -1):
        if word[:size] in _MENDED_SET:
            return (word[:size], word[size:])
        if word[-size:] in _MENDED_SET:
            return (word[:-size], word[-size:])
    for form in _GLUED_AT_END:
        if word.endswith(form) and len(word) - len(form) >= _LEAST_REST:
            return (word[: -len(form)], form)
    for form in _GLUED_AT_BEGINNING:
        if word.startswith(form) and len(word) - len(form) >= _LEAST_REST:
            return (form, word[len(form) :])
    return (word,)


def _stands_free(words: tuple[str, ...], position: int) -> bool:
    """A short word in the middle of a name is more often a word (AS, AT, SA) than a legal form."""
    word = words[position]
    if len(word) > 3 or word in ANYWHERE:
        return True
    return position == len(words) - 1 or _only_forms(words[position + 1 :]) or (position == 0 and word in AT_BEGINNING)


def _only_forms(words: tuple[str, ...]) -> bool:
    """Whether nothing follows a form but more forms, or one word that is added to names ("ARIZONA S.A. INTERNATIONAL")."""
    if len(words) == 1 and _PHRASES.get(words, words[0]) in _ADDED:
        return True
    return len(words) <= 2 and all((word,) in _LEGAL_PHRASES for word in words)


_ADDED = frozenset("international holding group service services trading global general enterprise enterprises overseas offshore".split())


def _respelt(word: str) -> str:
    """A known word misspelt by one edit ("Cmopany", "Limted", "Tust"), by two in a long word, as it should be; any other word as it is.

    The first letter of a short word must be right, but for the commonest forms: "molding" is no holding, "pimited" is limited.
    """
    if word in _OTHER_WORDS:
        return word
    for form in _TWICE_MENDED:
        if word[0] == form[0] and OSA.distance(word, form, score_cutoff=2) <= 2:
            return form
    edits = 1 if len(word) < _LONG else 2
    near = _FORMS_BY_LENGTH.get(len(word), ()) if len(word) < _FIRST_LETTER_FREE else _near(len(word))
    found = process.extractOne(word, near, scorer=OSA.distance, score_cutoff=edits)
    found = found or process.extractOne(word, _near(len(word), word[0]), scorer=OSA.distance, score_cutoff=edits)
    return str(found[0]) if found and max(len(word), len(found[0])) >= _LEAST_MENDED else word

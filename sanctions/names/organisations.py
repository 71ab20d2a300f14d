"""The words of organisations' names brought to one form: legal forms, abbreviations, countries' full names.

Legal forms follow ISO 20275 (GLEIF's list) and the abbreviations that registers use; forms of one kind in
different countries share a class, so that OOO, GmbH and Ltd agree with one another.
"""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from sanctions.names.vocabulary import LEGAL, commonness

_LEGAL_FORMS = {
    # class: phrases, as `words` writes them
    "ltd": (
        "ltd|limited|ltda|limitada|private limited|pvt ltd|pvt limited|pte ltd|pte limited|pty ltd|pty limited|"
        "pty|pte|pvt|proprietary limited|co ltd|co limited|company limited|company ltd|sdn bhd|gmbh|ges m b h|"
        "gesellschaft mit beschrankter haftung|ug|sarl|s a r l|sarlu|societe a responsabilite limitee|srl|s r l|"
        "societa a responsabilita limitata|sociedad de responsabilidad limitada|s de rl|s de rl de cv|bv|"
        "besloten vennootschap|bvba|ooo|obshchestvo s ogranichennoi otvetstvennostiu|"
        "obshchestvo s ogranichennoy otvetstvennostyu|limited liability company|llc|l l c|tov|too|doo|d o o|dooel|"
        "sp z oo|sp z o o|spolka z ograniczona odpowiedzialnoscia|kft|sia|uab|ou|eood|ood|spol s ro|sro|s r o|"
        "yugen kaisha|yk|limited sirketi|ltd sti|sirketi|fze|fzc|fzco|fz llc|dmcc|wll|w l l|"
        "free zone establishment|free zone company|free zone co|jia you xian gong si|"
        "lda|aps|as oy"
    ),
    "jsc": (
        "jsc|joint stock company|joint stock co|jsco|open joint stock company|ojsc|public joint stock company|"
        "pjsc|closed joint stock company|cjsc|private joint stock company|oao|pao|zao|ao|aoot|aozt|"
        "otkrytoe aktsionernoe obshchestvo|aktsionernoe obshchestvo|pat|prat|at|sa|s a|societe anonyme|"
        "sociedad anonima|sociedade anonima|sa de cv|s a de c v|sas|s a s|sab de cv|spa|s p a|societa per azioni|"
        "ag|aktiengesellschaft|se|nv|n v|naamloze vennootschap|plc|public limited company|ab|aktiebolag|publ|oyj|"
        "oy|as|a s|asa|anonim sirketi|a s anonim sirketi|inc|incorporated|corp|corporation|corporacion|kk|"
        "kabushiki kaisha|kabushikigaisha|jusik hoesa|jusikhoesa|pt|perseroan terbatas|tbk|bhd|berhad|pjs|psc|"
        "saoc|saog|sal|s a l|kgaa|rao|ad|dd|sgps|nl"
    ),
    "co": (
        "co|company|cie|cia|compagnie|compania|companhia|kompaniya|kompaniia|comp|gong si|gongsi|you xian gong si|"
        "hoesa|sherkat|sharikat|shirkat"
    ),
    "lp": (
        "lp|limited partnership|llp|limited liability partnership|kg|ohg|ohg kg|gmbh co kg|gmbh and co kg|co kg|"
        "and co kg|and co|partnership|kommanditgesellschaft|cv|snc|scs|sca"
    ),
    "estab": ("est|establishment|etablissement|anstalt|stiftung|foundation|fundacion|fondation|trust"),
    "unitary": (
        "fgup|gup|federal state unitary enterprise|state unitary enterprise|unitary enterprise|fkp|federal state enterprise|up|rup"
    ),
}

_ALIKE = {
    # the word that stands for all: words and abbreviations that names use in its place
    "associated": "assoc|association|associates|associate",
    "brothers": "bros",
    "department": "dept|dep",
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
    "international": "intl|intern|internacional",
    "manufacturing": "mfg|manuf|manufacture|manufacturers",
    "mining": "mines|min",
    "national": "natl|nat",
    "service": "services|svc|svcs|serv",
    "shipping": "shpg|ships",
    "technology": "tech|technologies|techn|tekhnologii",
    "trading": "trade|trdg|traders",
    "university": "univ",
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
    "damascus": "damas|dimashq",
    "havana": "habana|la habana|havane",
    "pyongyang": "phyongyang|pyeongyang|pyong yang",
    "cuba": "kuba",
    "sudan": "soudan",
    "germany": "deutschland|allemagne|alemania",
    "turkey": "turkiye|turquie|turquia",
    "ukraine": "ukraina|ukrainy",
    "belarus": "byelorussia|belorussia|belarusi",
    "libya": "libia|libye|lybia",
    "egypt": "egipto|egypte",
    "lebanon": "liban|libano",
    "korea": "coree|corea|koreya|koreia",
    "myanmar": "burma|birmanie|birma",
    "dprk": (
        "democratic peoples republic of korea|democratic people s republic of korea|dpr korea|dpr of korea|north korea"
        "|peoples democratic republic of korea|d p r k"
    ),
    "iran": "islamic republic of iran",
    "russia": "russian federation|rossiya|rossii|rossia|russie|rusia",
    "china": "peoples republic of china|people s republic of china|prc|p r china|pr china",
    "syria": "syrian arab republic|syrie|siria",
    "usa": "united states of america|united states|u s a",
    "uae": "united arab emirates|u a e",
}

_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
)
_ROMAN = {"ii": 2, "iii": 3, "iv": 4, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "xi": 11, "xii": 12, "xiii": 13, "xiv": 14, "xv": 15, "xx": 20}
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_DIGITS = (
    {word: str(number) for number, word in enumerate(_NUMBERS.split(), start=1)}
    | {roman: str(number) for roman, number in _ROMAN.items()}
    | {
        f"{number}{ending}": word
        for number, (word, ending) in enumerate(zip(_ORDINALS, ("st", "nd", "rd", *["th"] * 7), strict=True), start=1)
    }
)
"""Numbers in words and Roman numerals (but for single letters) as digits, ordinals in words."""

_LEGAL_PHRASES = {tuple(phrase.split()): LEGAL + cls for cls, phrases in _LEGAL_FORMS.items() for phrase in phrases.split("|")}
_PHRASES = {tuple(phrase.split()): word for word, phrases in _ALIKE.items() for phrase in phrases.split("|")} | _LEGAL_PHRASES
_KNOWN = frozenset(word for phrase in _PHRASES for word in phrase) | frozenset(_ALIKE)
_LONGEST_PHRASE = max(map(len, _PHRASES))
_MORE_OFTEN_WORDS = frozenset(("a ab ad ag an as at cia co comp cv dd est nl ou oy pat pt sa sal se sia too tov up").split())
"""Legal forms that are also words: read as a form only at a name's end or beginning."""


def canonical(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words with every phrase that is a legal form replaced by its class ("=ltd"), and every other phrase by the
    word that stands for it ("intl" by "international", "two" and "II" by "2"); the longest phrase first.

    Words of these phrases that are misspelt by one letter, run together with a neighbour or cut in two are mended
    first. Whole names that are nothing but legal forms are left as they are.
    """
    words = tuple(part for word in _rejoined(words) for part in _parts(word))
    found: list[str] = []
    position = 0
    while position < len(words):
        for length in range(min(_LONGEST_PHRASE, len(words) - position), 0, -1):
            instead = _PHRASES.get(words[position : position + length])
            if instead and _stands_free(words, position, length):
                if not (instead.startswith(LEGAL) and instead in found):
                    found.append(instead)
                position += length
                break
        else:
            found.append(_DIGITS.get(words[position], words[position]))
            position += 1
    return tuple(found) if any(not word.startswith(LEGAL) for word in found) else words


def _rejoined(words: tuple[str, ...]) -> tuple[str, ...]:
    """Two neighbours that only together are a known word ("Limit ed") made one."""
    found: list[str] = []
    for word in words:
        if found and found[-1] + word in _LONG_WORDS and not (found[-1] in _KNOWN and word in _KNOWN):
            found[-1] += word
        else:
            found.append(word)
    return tuple(found)


@lru_cache(maxsize=131072)
def _parts(word: str) -> tuple[str, ...]:
    """A word as it should be spelt, or the two words that it runs together, if one of them is known ("Companydana")."""
    right = _respelt(word)
    if right in _KNOWN or commonness(right) or not word.isalpha():
        return (right,)
    for known in _LONG_WORDS:
        rest = len(word) - len(known)
        if rest >= _LEAST_REST and word.startswith(known):
            return (known, word[len(known) :])
        if rest >= _LEAST_REST and word.endswith(known):
            return (word[:rest], known)
    return (right,)


def _stands_free(words: tuple[str, ...], position: int, length: int) -> bool:
    """A single short word in the middle of a name is more often a word (AS, AT, SA) than a legal form."""
    return length > 1 or words[position] not in _MORE_OFTEN_WORDS or position in (0, len(words) - 1)


_LEAST_REST = 3
_LONG_WORDS = dict.fromkeys(sorted((word for word in _KNOWN if len(word) >= 5), key=lambda word: (-len(word), word)))
_SPELLABLE = dict.fromkeys(sorted(word for word in _KNOWN if len(word) >= 4))


@lru_cache(maxsize=131072)
def _respelt(word: str) -> str:
    """A known word misspelt by one edit ("Cmopany", "Limted", "Tust"), by two in a long word, as it should be; any other word as it is."""
    if len(word) < 4 or commonness(word) or not word.isalpha() or word in _KNOWN:
        return word
    edits = 1 if len(word) < 8 else 2
    near = (right for right in _SPELLABLE if abs(len(right) - len(word)) <= edits and max(len(right), len(word)) >= 5)
    distances = ((OSA.distance(word, right, score_cutoff=edits), right) for right in near)
    return min((found for found in distances if found[0] <= edits), default=(0, word))[1]

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
        "yugen kaisha|yk|limited sirketi|ltd sti|sirketi|fze|fzc|fzco|fz llc|dmcc|wll|w l l|jia you xian gong si|"
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
    "dprk": (
        "democratic peoples republic of korea|democratic people s republic of korea|dpr korea|dpr of korea|north korea"
        "|peoples democratic republic of korea|d p r k"
    ),
    "iran": "islamic republic of iran",
    "russia": "russian federation",
    "china": "peoples republic of china|people s republic of china|prc|p r china|pr china",
    "syria": "syrian arab republic",
    "usa": "united states of america|united states|u s a",
    "uae": "united arab emirates|u a e",
}

_LEGAL_PHRASES = {tuple(phrase.split()): LEGAL + cls for cls, phrases in _LEGAL_FORMS.items() for phrase in phrases.split("|")}
_PHRASES = {tuple(phrase.split()): word for word, phrases in _ALIKE.items() for phrase in phrases.split("|")} | _LEGAL_PHRASES
_LONGEST_PHRASE = max(map(len, _PHRASES))
_MORE_OFTEN_WORDS = frozenset(("a ab ad ag an as at cia co comp cv dd est nl ou oy pat pt sa sal se sia too tov up").split())
"""Legal forms that are also words: read as a form only at a name's end or beginning."""


def canonical(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words with every phrase that is a legal form replaced by its class ("=ltd"), and every other phrase by the
    word that stands for it ("intl" by "international"); the longest phrase first.

    Whole names that are nothing but legal forms are left as they are.
    """
    words = tuple(_respelt(word) for word in words)
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
            found.append(words[position])
            position += 1
    return tuple(found) if any(not word.startswith(LEGAL) for word in found) else words


def _stands_free(words: tuple[str, ...], position: int, length: int) -> bool:
    """A single short word in the middle of a name is more often a word (AS, AT, SA) than a legal form."""
    return length > 1 or words[position] not in _MORE_OFTEN_WORDS or position in (0, len(words) - 1)


_LEGAL_WORDS = dict.fromkeys(sorted(word for phrase in _LEGAL_PHRASES for word in phrase if len(word) >= 6))


@lru_cache(maxsize=131072)
def _respelt(word: str) -> str:
    """A long word of a legal form, misspelt by one edit ("Cmopany", "Limted"), as it should be."""
    if len(word) < 5 or commonness(word) or not word.isalpha() or word in _LEGAL_WORDS:
        return word
    near = (right for right in _LEGAL_WORDS if abs(len(right) - len(word)) <= 1)
    return next((right for right in near if OSA.distance(word, right, score_cutoff=1) <= 1), word)

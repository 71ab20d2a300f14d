"""Words that mean little in a name: legal forms, titles, particles, joining words; and how common each other word is.

Legal forms follow ISO 20275 (GLEIF's list) and the abbreviations that registers use; forms of one kind in
different countries share a class, so that OOO, GmbH and Ltd agree with one another. Titles and particles
are those met on the OFAC, UN and UK lists.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz.distance import OSA


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


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
_JOINING = _words(
    """
    a aka and da das dba de del della den der des di die do dos du el en et fka for i la le les of the
    und van von y
    """
)
_TITLES = _words(
    """
    admiral al-hajj amir ayatollah brig brigadier capt captain col colonel commander comrade dame dr
    emir eng engineer esq father gen general hadji hafiz haj haji hajj hajjah hajji hojjatoleslam hon
    honorable honourable imam jr junior king lady lieutenant lord lt maj major marshal maulana maulavi
    maulvi mawlana mawlawi md minister miss molvi mr mrs ms mulla mullah phd president prince princess
    prof professor qari rev reverend sayed sayid sayyid senior sergeant seyed seyyed seyyid sgt shaikh
    shaykh sheik sheikh sir sr sultan syed ustad ustaz
    """
)
_PARTICLES = _words(
    """
    abd abdul abo aboo abou abu ad al an ar as ash at az ben bin bint binti bou el ibn kizi kyzy oglu
    ogly ou ould ul um umm zade zadeh
    """
)
_VESSEL_PREFIXES = _words(
    """
    ms mt mts mv mvs ss
    """
)

_PHRASES = {tuple(phrase.split()): cls for cls, phrases in _LEGAL_FORMS.items() for phrase in phrases.split("|")}
_LONGEST_PHRASE = max(map(len, _PHRASES))
_PERSON_SAFE = _words(
    """
    a ab ad ag an as at cia co comp cv dd est nl ou oy pat pt sa sal se sia too tov up
    """
)
"""Legal forms that are also particles or given names: never read as a legal form in a person's name."""

LEGAL = "="
"""Legal forms stand in a form as "=ltd", so that they can never be taken for a word."""


def with_legal_forms(words: tuple[str, ...], *, person: bool) -> tuple[str, ...]:
    """The words with every phrase that is a legal form replaced by its class ("=ltd"), longest phrase first.

    A person's name has none. Whole names that are nothing but legal forms are left as they are.
    """
    if person:
        return words
    words = tuple(_respelt(word) for word in words)
    found: list[str] = []
    position = 0
    while position < len(words):
        for length in range(min(_LONGEST_PHRASE, len(words) - position), 0, -1):
            cls = _PHRASES.get(words[position : position + length])
            # a form opens a name only where registers put it there (OOO, PT, AO …), and a single short word
            # in the middle of a name is more often a word (AS, AT, SA) than a form
            if cls and (position + length == len(words) or _stands_free(words, position, length)):
                if LEGAL + cls not in found:
                    found.append(LEGAL + cls)
                position += length
                break
        else:
            found.append(words[position])
            position += 1
    return tuple(found) if any(not w.startswith(LEGAL) for w in found) else words


_LEGAL_WORDS = dict.fromkeys(sorted(word for phrase in _PHRASES for word in phrase if len(word) >= 6))


@lru_cache(maxsize=131072)
def _respelt(word: str) -> str:
    """A long word of a legal form, misspelt by one edit ("Cmopany", "Limted"), as it should be."""
    if len(word) < 5 or commonness(word) or not word.isalpha() or word in _LEGAL_WORDS:
        return word
    near = (right for right in _LEGAL_WORDS if abs(len(right) - len(word)) <= 1)
    return next((right for right in near if OSA.distance(word, right, score_cutoff=1) <= 1), word)


def _stands_free(words: tuple[str, ...], position: int, length: int) -> bool:
    return length > 1 or words[position] not in _PERSON_SAFE or position == 0


@cache
def _levels() -> dict[str, int]:
    text = (files("sanctions.names") / "frequency.tsv").read_text("ascii")
    return {word: int(level) for word, level in (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))}


def commonness(word: str) -> int:
    """How common a word is in names, from 0 (not in the table) to 9 (one name in fifty has it)."""
    return _levels().get(word, 0)


_SMALL = 0.12
_INITIAL = 0.3


@lru_cache(maxsize=131072)
def weight(word: str) -> float:
    """How much a word tells of whom it names: 1 for a word met nowhere else, .3 for the commonest, .12 for
    legal forms, titles, particles and joining words. Numbers tell sister companies and ships apart: 1."""
    if word.startswith(LEGAL) or word in _JOINING or word in _TITLES or word in _PARTICLES or word in _VESSEL_PREFIXES:
        return _SMALL
    if word.isdigit():
        return 1.0
    if len(word) == 1:
        return _INITIAL
    return 1.0 - 0.075 * commonness(word)


def is_small(word: str) -> bool:
    """Whether a word is a legal form, title, particle or joining word: its absence says nothing."""
    return weight(word) == _SMALL

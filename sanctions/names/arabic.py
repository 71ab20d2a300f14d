"""Arabic and Persian names in Latin letters: compounds alike, articles dropped, the order of father and son kept.

"Abd al-Rahman", "Abdul Rahman", "Abdurrahman", "Abderrahmane" and Somali "Abdirahman" are the two words abd, rahman:
what follows abd tells one from another. "Abdallah", "Salah al-Din" and "Salahuddin", "Nasr Allah" and "Nasrallah" are
one word each. What an article, a kunya or a patronymic is follows the ALA-LC and BGN/PCGN romanisations of Arabic
(1956) and Persian (1958), and the spellings that stand side by side as aliases on the OFAC, UN and UK lists.
"""

from __future__ import annotations

from functools import cache, lru_cache

import msgspec

from sanctions.names.arabic_sounds import common_sounds
from sanctions.names.text import skeleton, sound
from sanctions.patterns import regex

SON = "bin"
"""Stands in ``arabic_words`` for bin, ibn, ben, bint, ould, wuld: what follows is the father."""

_SONS = frozenset("bin ibn ben bint binti ould wuld walad wald ouldh".split())
_ARTICLES = frozenset("al el ul ol ar as ash ad an at az adh ath es esh er ed en et ez il l ur us ud un uz".split())
_SUN = {"r": "r", "s": "s", "sh": "sh", "d": "d", "n": "n", "t": "t", "z": "z", "dh": "dh", "th": "th"}
_FATHERS_OF = frozenset("abu abou abo aboo abi aba abul abdou".split()) - {"abdou"}
_MOTHERS_OF = frozenset("um umm oum omm".split())
_SERVANT = frozenset("abd abdul abdel abdal abdol abdou abdur abder abdus abdes abdu abdi abdil abdir abdoul".split()) - {"abdou", "abdu"}

_SHORT = dict.fromkeys(("mohd", "mohmd", "muhd", "muhmd", "mohamd", "mhmd"), "mohammed")
"""How Malaysian, Indian and Pakistani papers write Mohammed short. "Md" is left out: it is a title as well."""

_NAMES_OF_GOD = frozenset(
    """
    rahman rehman rahim raheem malik malek maleek quddus qodus salam salaam mumin muhaymin muhaimin aziz azeez azez jabbar jabar
    mutakabbir khaliq khalek bari musawwir ghaffar gafar ghafar ghafur ghafour qahhar qahar wahhab wahab razzaq razaq razak razeq
    fattah fatah alim aleem qabid basit baset rafi muizz moez sami samee basir baseer hakam adl latif lateef khabir halim haleem
    azim azeem shakur shakoor ali kabir kabeer hafiz hafeez hafez muqit hasib haseeb jalil jaleel karim kareem raqib rakib mujib
    mojib wasi hakim hakeem wadud wadoud majid majeed baith shahid haqq haq hak wakil wakeel qawi kawi matin mateen wali hamid hameed
    muhsi mubdi muid muhyi hayy hai hay qayyum qayum wajid wahid waheed ahad samad qadir qader kader kadir ghadir muqtadir muqaddim
    awwal akhir zahir batin mutaali barr tawwab tawab muntaqim afuw rauf raouf raoof jami ghani gani mughni mani nafi nur nour noor
    hadi badi baqi baki warith rashid rasheed sabur saboor nasir naser nasser ilah ilahi mohsen muhsin rab rabb rasul rasool nabi
    hussein husayn hasan reza rida mahdi satar sattar
    """.split()
)
_ALLAH = regex(r"(?:[aeiou]?l+ah?i?|olla|ullo)$")
_OF_ALLAH = regex(r"(\w{3,}?)(?:[aou]llah|(?:[ou]|(?<!s)a)lah)$")
"""Nasrallah, Habibollah; not Bensalah."""
_BEN = regex(r"ben(\w{4,})")
"""The son of somebody as the Maghreb writes him (Bensalah, Benomar)."""
_JOINED_SERVANT = regex(
    r"abd(?:[aeiou](?:l|(?P<sun>[rsdntz])(?=(?P=sun))|sh(?=sh))|[aeiou]|ou?l|o?u(?P<sun2>[rsdntz])(?=(?P=sun2)))?(?P<of>\w{3,})$"
)
_DIN = regex(r"(?P<of>\w{3,}?)(?:[aeiou]l|[aeiou]d(?=d)|[aeiou])?d(?:in|een|iin|inn)e?$")
_DIN_ENDS = ("n", "ne")
_OF = "rahman|rehman|rahim|raheem|haqq?|haque|[ie]slam|mulk|molk|[ae]b[ie]d[ie]+n|arif[ie]+n|hoss?e[iy]ni?|huss?[ae][iy]ni?"
_GENITIVE = regex(rf"(?P<first>\w{{3,}}?)(?:[aou]l|[ou]r(?=r))(?P<of>{_OF})$")
"""A name and its genitive written as one: Habiburrahman, Saifulislam, Khademolhosseini; of Persian the nominative -ol-, of Urdu -ul-."""
_GENITIVE_ENDS = ("man", "him", "eem", "haq", "haqq", "que", "lam", "lk", "in", "een", "ni")
_BEFORE_GENITIVE = regex(r"\w{3,}[ou][lr]$")
_GENITIVE_ARTICLES = frozenset("ul ur ol or".split())
_GENITIVES = regex(f"(?:{_OF})$")
_BAKR = frozenset("bakr bakar bakir baker baqr bekr bekir".split())
_ABU_BAKR = regex(r"ab(?:u|ou|o)b[ae][kq][aei]?r[iy]?")
_DINS = frozenset("din deen dine eddine eddin addin uddin aldin adin udin edin eddeen uddeen eldin eldeen eldine aldeen iddin".split())
_OF_GOD = frozenset(("allah", "ullah", "ollah"))
_PARTS = _SONS | _ARTICLES | _FATHERS_OF | _MOTHERS_OF | _SERVANT | _DINS | _OF_GOD
"""Words that are joined to another, left out or replaced."""

_RELIGIONS = frozenset(
    map(
        skeleton,
        "salah saif sayf nur nour jamal jalal kamal taj sharaf shams badr fakhr izz ezz ala alaa muhyi muhi nasr nasir najm zayn zain "
        "siraj shihab imad jamil mohi ziya diya qamar rukn nizam hussam husam baha burhan khair khayr rashid sadr gulbud salaah".split(),
    )
)


@cache
def _god_sounds() -> frozenset[str]:
    return frozenset(map(sound, _NAMES_OF_GOD))


@lru_cache(maxsize=8192)
def arabic_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words with compounds alike ("abd rahman", "abdallah", "salahdin", "nasrallah", "abubakr"), articles dropped and
    every word for son or daughter as ``SON``. Words that have no part in Arabic names come back as they are, in order.

    A joined spelling and its parts give the same words; the function applied to its own result changes nothing.
    Never empty unless ``words`` is.
    """
    words = tuple(_SHORT.get(word, word) for word in words)
    for _ in range(len(words) + 1):
        joined = _joined(words)
        if joined == words:
            break
        words = joined
    return words


def _joined(words: tuple[str, ...]) -> tuple[str, ...]:
    if _PARTS.isdisjoint(words) and not any(map(_GENITIVES.match, words)):
        return tuple([part for word in words for part in _parts_of(word)])
    found: list[str] = []
    rest = list(words)
    while rest:
        word = rest.pop(0)
        nearest = _without_articles(rest)
        if word in _SONS and rest and found and found[-1] != SON:
            found.append(SON)
        elif word in _SERVANT and nearest:
            rest = nearest
            found += _servant_of(rest.pop(0))
        elif (word in _FATHERS_OF or word in _MOTHERS_OF) and nearest and nearest[0] not in _SONS:
            rest = nearest
            if rest[0] in _BAKR and word in _FATHERS_OF:
                rest = rest[1:]
                found.append("abubakr")
            else:
                found.append("abu" if word in _FATHERS_OF else "umm")
        elif _is_article(word, rest) or (found and _is_article_of(word, rest)):
            continue
        elif rest and _has_article(word, rest[0]):
            found.append(word[:-2])
        elif nearest and nearest[0] in _DINS and len(word) >= 3 and word not in _SONS:
            rest = nearest[1:]
            found.append(word + "din")
        elif nearest and _is_allah(nearest, rest) and len(word) >= 3 and word not in _SONS:
            rest = nearest[1:]
            found.append(word + "allah")
        else:
            found += _parts_of(word)
    while len(found) > 1 and found[-1] == SON:
        found.pop()
    return tuple(found) or words


def _is_allah(nearest: list[str], rest: list[str]) -> bool:
    """Whether the next word is Allah, or what is left of it behind its article (Seyf ol-Lah)."""
    return nearest[0] in _OF_GOD or (nearest[0] in ("lah", "llah") and len(nearest) < len(rest))


def _without_articles(rest: list[str]) -> list[str]:
    start = 0
    while start < len(rest) - 1 and rest[start] in _ARTICLES:
        start += 1
    return rest[start:]


def _is_article(word: str, rest: list[str]) -> bool:
    """An article before another word; a sun letter's only before that letter ("ash-Sharif", but not "An Na")."""
    if word in ("al", "el"):
        return bool(rest)
    letter = word[1:] if word[0] in "ae" and word in _ARTICLES else ""
    return bool(rest) and letter in _SUN and len(rest[0]) > 3 and rest[0].startswith(letter)


def _is_article_of(word: str, rest: list[str]) -> bool:
    """An article that stands between a name and its genitive (Habib ur Rahman)."""
    return bool(rest) and word in _GENITIVE_ARTICLES and bool(_GENITIVES.match(rest[0]))


def _has_article(word: str, of: str) -> bool:
    """Whether a word ends in the article of the genitive behind it (Habibur Rahman, Saiful Islam) and is no name by itself (Mansur)."""
    if not (_BEFORE_GENITIVE.match(word) and _GENITIVES.match(of) and (word[-1] == "l" or of[0] == "r")):
        return False
    return not ({sound(word)} & (common_sounds() | _god_sounds()))


def _servant_of(name: str) -> list[str]:
    if name in ("allah", "ullah", "llah", "lah", "ollah", "ilah"):
        return ["abdallah"]
    return ["abd", name]


def _parts_of(word: str) -> list[str]:
    """A compound written as one word, as the words that its parts would give."""
    if word.startswith("abd") and len(word) >= 6:
        if _ALLAH.fullmatch(word[3:]):
            return ["abdallah"]
        m = _JOINED_SERVANT.match(word)
        if m and (sound(m["of"].removesuffix("e")) in _god_sounds() or word[:5] in ("abdul", "abdel")):
            return ["abd", m["of"].removesuffix("e")]
        return [word]
    if word.startswith("ab") and _ABU_BAKR.fullmatch(word):
        return ["abubakr"]
    if len(word) >= 8 and word.endswith("lah") and (m := _OF_ALLAH.match(word)):
        return [m[1] + "allah"]
    if word.startswith("ben") and (m := _BEN.fullmatch(word)) and sound(m[1]) in common_sounds():
        return [SON, m[1]]
    if len(word) >= 8 and word.endswith(_GENITIVE_ENDS) and (m := _GENITIVE.match(word)):
        return [m["first"], m["of"]]
    if word.endswith(_DIN_ENDS) and (m := _DIN.match(word)) and skeleton(m["of"]) in _RELIGIONS:
        return [m["of"] + "din"]
    return [word]


class Parentage(msgspec.Struct, frozen=True):
    """Who is whose child. ``generations`` are a name's words cut at each son or daughter: ((osama,), (muhammad, awad))."""

    generations: tuple[tuple[str, ...], ...]

    @property
    def given(self) -> str:
        """The first word: the person's own name."""
        return self.generations[0][0]

    @property
    def father(self) -> str:
        """The first word of the second generation, "" where no patronymic is written."""
        return self.generations[1][0] if len(self.generations) > 1 else ""


def parentage(words: tuple[str, ...]) -> Parentage | None:
    """The generations of a name with a written patronymic; None without one. Takes words as `words` or ``arabic_words`` give."""
    generations: list[list[str]] = [[]]
    for word in arabic_words(words):
        if word == SON:
            generations.append([])
        else:
            generations[-1].append(word)
    kept = tuple(tuple(generation) for generation in generations if generation)
    return Parentage(kept) if len(kept) > 1 else None


def _alike(a: str, b: str) -> bool:
    return a == b or sound(a) == sound(b) or (len(skeleton(a)) > 1 and skeleton(a) == skeleton(b))


def swapped(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names have the same words but father and son exchanged: "Ahmad bin Said al-X" and "Said bin Ahmad al-X".

    True only where both write the patronymic; a name without one contradicts nothing.
    """
    one, two = parentage(a), parentage(b)
    if not one or not two or _alike(one.given, two.given):
        return False
    return _alike(one.given, two.father) and _alike(two.given, one.father)

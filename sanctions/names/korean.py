"""Korean personal names: Hangul and every usual romanisation brought to one form, syllable by syllable.

A syllable's form is (onset, vowel, coda) in classes that the romanisation systems keep apart and names on
lists do not: Revised Romanisation (Jeong), McCune-Reischauer without its marks (Chong), the North's own
spelling (Jong) and the South's passport habits (Jung) all write 정. Sources: Revised Romanisation of Korean
(Ministry of Culture and Tourism notice 2000-8); McCune and Reischauer 1939; the North's 1992 system as UN
and OFAC entries show it; family names from the spellings that stand side by side as aliases on those lists.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product

from sanctions.patterns import regex

_FIRST_SYLLABLE = 0xAC00
_ONSETS = ("k", "k", "n", "t", "t", "r", "m", "p", "p", "s", "s", "", "j", "j", "j", "k", "t", "p", "h")
_VOWELS = ("a", "e", "ya", "e", "o", "e", "yo", "e", "o", "wa", "e", "e", "yo", "u", "wo", "e", "wi", "yu", "u", "ui", "i")
_CODAS = (
    *("", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l"),
    *("m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"),
)

# th and ph are the North's own: Jang Song Thaek, Phyong, Phil. Its kh is left out: given names hardly have it, Burmese ones do (Khin)
_ONSET_SPELLINGS = {
    "kk": "k", "gg": "k", "k": "k", "g": "k", "tt": "t", "dd": "t", "t": "t", "d": "t", "pp": "p", "bb": "p",
    "p": "p", "b": "p", "th": "t", "ph": "p", "tch": "j", "jj": "j", "ch": "j", "j": "j", "ss": "s", "sh": "s", "s": "s", "n": "n",
    "z": "j", "r": "r", "l": "r", "m": "m", "h": "h", "": "",
}  # fmt: skip
_VOWEL_SPELLINGS = {
    "yae": "e", "yeo": "yo", "you": "yo", "yoo": "yu", "yai": "e", "wae": "e", "woe": "e", "weo": "wo", "woo": "u",
    "eui": "ui", "yay": "e", "ae": "e", "ai": "e", "ay": "e", "eo": "o", "eu": "u", "oe": "e", "oi": "e", "oo": "u",
    "ou": "o", "ui": "ui", "uy": "ui", "wa": "wa", "we": "e", "wi": "wi", "wo": "wo", "ya": "ya", "ye": "e",
    "yi": "i", "yo": "yo", "yu": "yu", "wu": "u", "ee": "i", "a": "a", "e": "e", "i": "i", "o": "o", "u": "u",
}  # fmt: skip
_CODA_SPELLINGS = {
    "ng": "ng",
    "n": "n",
    "m": "m",
    "l": "l",
    "r": "l",
    "k": "k",
    "g": "k",
    "b": "p",
    "p": "p",
    "t": "t",
    "d": "t",
    "s": "t",
    "h": "",
    "": "",
}

_FAMILIES = """
    kim: kim gim ghim
    ri: ri lee yi rhee i li ree rhie yee
    pak: pak park bak bahk bhak phak
    jo: jo cho joh choh zo
    je: choe choi che ch'oe choy chwe chai chae
    jong: jong chong jeong chung jung cheong joung zong
    kang: kang gang kahng ghang
    yun: yun yoon youn
    jang: jang chang zang
    rim: rim lim im yim rhim
    han: han hahn
    o: o oh
    so: so seo suh sur seoh
    sin: sin shin shinn
    kwon: kwon gwon kwun kuen
    hwang: hwang whang
    an: an ahn
    song: song
    ryu: ryu yu yoo you ryoo yoon lew lyu liu
    jon: jon chon jeon chun jun cheon zyon zon
    hong: hong
    ko: ko go koh kho goh
    mun: mun moon munn mon
    son: son sohn sonn
    ryang: ryang yang
    pae: pae bae pai bai
    paek: paek baek back paik baik pak bak bhak phak
    ho: ho heo hur huh her
    nam: nam nham
    sim: sim shim
    ro: ro no noh roh rho lo
    ha: ha hah
    kwak: kwak gwak kwag koak
    ju: ju chu joo choo zuu juu
    u: u woo wu
    ku: ku gu koo goo
    min: min
    na: na ra rha la
    jin: jin chin jean jen
    ji: ji chi jee chee
    om: om eom um uhm
    won: won weon
    pang: pang bang
    hyon: hyon hyun hyeon
    ham: ham hahm
    yom: yom yeom youm
    to: to do doh toh
    ok: ok ock
    yon: yon yeon ryon youn
    tong: tong dong
    kil: kil gil
    pyon: pyon byun byeon pyun
    myong: myong myung myeong
    sok: sok seok suk
    ryo: ryo yeo yo
    ki: ki gi kee
    wi: wi we
    maeng: maeng meng
    tae: tae dae
    pong: pong bong
    thae: thae
    cha: cha
    kye: kye gye
    kuk: kuk guk
    jagal: jegal chegal
    song: seong sung shung shong
    sol: seol sol sul
    ma: mah
    pyo: pyo phyo
    kong: kong gong
    kuk: kook
    namkung: namkung namgung namkoong namgoong namkoung
    hwangpo: hwangpo hwangbo
    sonu: sonu sunwoo seonu seonwoo sonwoo sunu
    sokong: sakong sagong
    tokko: tokko dokko tokgo dokgo
    tongbang: dongbang tongbang
"""


def _by_spelling() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in filter(None, map(str.strip, _FAMILIES.split("\n"))):
        family, _, spellings = line.partition(":")
        for spelling in spellings.split():
            found[spelling] = (*found.get(spelling, ()), family)
    return found


FAMILY_OF = _by_spelling()
"""A family name's spelling → the classes of the families that it may stand for (Yoon for 윤 and 유)."""

_TWO_SYLLABLES = {
    "남궁": "namkung",
    "황보": "hwangpo",
    "선우": "sonu",
    "사공": "sokong",
    "제갈": "jagal",
    "독고": "tokko",
    "동방": "tongbang",
}
"""Family names of two syllables, in Hangul."""

_SYLLABLE = regex(
    rf"({'|'.join(sorted(filter(None, _ONSET_SPELLINGS), key=len, reverse=True))}|)"
    rf"({'|'.join(sorted(_VOWEL_SPELLINGS, key=len, reverse=True))})"
    r"(ng|[nmlrkgbptdsh]|)"
)
_MOST_SYLLABLES = 4
_MOST_READINGS = 12
_MOST_IN_A_WORD = 2
"""Given names have one or two syllables; a word of more is no Korean given name."""
_NEAR_VOWELS = frozenset(frozenset(pair.split()) for pair in ("o u", "yo yu", "i ui", "wo o", "e o", "yo o", "yu u", "ya a", "wi i", "e i"))


@lru_cache(maxsize=8192)
def syllables_of(word: str) -> tuple[tuple[str, ...], ...]:
    """The ways to read a romanised word as the fewest Korean syllables (one or two), each syllable as "onset-vowel-coda"."""
    found: list[tuple[str, ...]] = []
    _cut(word, (), found)
    shortest = min(map(len, found), default=0)
    return tuple(reading for reading in found if len(reading) == shortest)[:4]


def _cut(rest: str, done: tuple[str, ...], found: list[tuple[str, ...]]) -> None:
    if not rest:
        found.append(done)
        return
    if len(done) == _MOST_IN_A_WORD:
        return
    for end in range(min(len(rest), 7), 0, -1):
        if m := _SYLLABLE.fullmatch(rest, 0, end):
            _cut(rest[end:], (*done, _form(m[1], m[2], m[3])), found)


def _form(onset: str, vowel: str, coda: str) -> str:
    o, v = _ONSET_SPELLINGS[onset], _VOWEL_SPELLINGS[vowel]
    if o == "r" and v[0] in "yi":  # the South drops this r (ryong, yong), the North writes it
        o = ""
    return f"{o}-{v}-{_CODA_SPELLINGS[coda]}"


def hangul_syllables(text: str) -> tuple[str, ...]:
    """The forms of a text's Hangul syllables; empty if it holds a letter that is none."""
    found = []
    for letter in text:
        index = ord(letter) - _FIRST_SYLLABLE
        if 0 <= index < 11172:
            onset, vowel, coda = _ONSETS[index // 588], _VOWELS[index % 588 // 28], _CODAS[index % 28]
            if onset == "r" and vowel[0] in "yi":
                onset = ""
            found.append(f"{onset}-{vowel}-{coda}")
        elif letter.isalpha():
            return ()
    return tuple(found)


_HANGUL_FAMILY = {hangul_syllables(k)[0]: v for k, v in {
    "김": "kim", "리": "ri", "박": "pak", "조": "jo", "최": "je", "정": "jong", "강": "kang", "윤": "yun", "장": "jang", "림": "rim",
    "한": "han", "오": "o", "서": "so", "신": "sin", "권": "kwon", "황": "hwang", "안": "an", "송": "song", "류": "ryu", "전": "jon",
    "홍": "hong", "고": "ko", "문": "mun", "손": "son", "량": "ryang", "배": "pae", "백": "paek", "허": "ho", "남": "nam", "심": "sim",
    "로": "ro", "노": "ro", "하": "ha", "곽": "kwak", "주": "ju", "우": "u", "구": "ku", "민": "min", "나": "na", "진": "jin", "지": "ji",
    "엄": "om", "원": "won", "방": "pang", "현": "hyon", "함": "ham", "염": "yom", "도": "to", "옥": "ok", "연": "yon", "동": "tong",
    "성": "song", "라": "na", "설": "sol", "마": "ma", "표": "pyo", "공": "kong", "길": "kil", "변": "pyon", "명": "myong",
    "석": "sok", "여": "ryo", "기": "ki", "위": "wi", "맹": "maeng", "태": "tae", "차": "cha", "국": "kuk", "계": "kye",
}.items()}  # fmt: skip


def korean_forms(words: tuple[str, ...], original: str = "", *, family: str = "") -> tuple[tuple[str, ...], ...]:
    """The Korean readings of a name: (family class, given syllable, …); empty if it does not look Korean.

    ``words`` are the romanised words in the name's order; ``original`` is the text itself, whose Hangul, if it
    is Hangul, is read instead. A name looks Korean when a family name of Korea stands first or last and every
    other word reads as Korean syllables, two to four syllables in all. ``family`` is the word that the text says to be
    the family name ("" if it does not say).
    """
    if not original.isascii() and (hangul := hangul_syllables(original)):
        return _hangul_forms(hangul, "".join(filter(str.isalpha, original)))
    if not 2 <= len(words) <= _MOST_SYLLABLES or (words[0] not in FAMILY_OF and words[-1] not in FAMILY_OF):
        return ()
    if not all(w.isalpha() and len(w) <= 12 for w in words):
        return ()
    found: list[tuple[str, ...]] = []
    for spelling, given in ((words[0], words[1:]), (words[-1], words[:-1])):
        if spelling not in FAMILY_OF or (family and family != spelling):
            continue
        for reading in product(*(syllables_of(word) for word in given)):
            syllables = tuple(s for part in reading for s in part)
            if 1 <= len(syllables) <= _MOST_SYLLABLES - 1:
                found.extend((one, *syllables) for one in FAMILY_OF[spelling])
    return tuple(dict.fromkeys(found))[:_MOST_READINGS]


def _hangul_forms(syllables: tuple[str, ...], text: str) -> tuple[tuple[str, ...], ...]:
    """The form of a name in Hangul; a family name of two syllables may also be one of one syllable (남궁 민, 남 궁민)."""
    found = [(_TWO_SYLLABLES[text[:2]], *syllables[2:])] if text[:2] in _TWO_SYLLABLES and len(text) > 2 else []
    if family := _HANGUL_FAMILY.get(syllables[0]):
        found.append((family, *syllables[1:]))
    return tuple(found) if 2 <= len(syllables) <= _MOST_SYLLABLES else ()


def syllables_as_written(tokens: tuple[str, ...], words: tuple[str, ...], original: str) -> tuple[str, ...]:
    """A reading's syllables as the name writes them: ``tokens`` are classes ("je" for Choe and Choi), and no spelling anybody knows.

    A word of several syllables cannot be cut as it is written; its syllables, and what else is not found, stay as they are.
    """
    plain = tuple(token.replace("-", "") for token in tokens)
    hangul = [letter for letter in original if "\uac00" <= letter <= "\ud7a3"]
    if not words or len(hangul) == len(tokens):
        return tuple(hangul) if hangul else plain
    for at in (0, len(words) - 1):
        given = (*words[:at], *words[at + 1 :])
        if tokens[0] in FAMILY_OF.get(words[at], ()) and _reads_as(given, tokens[1:]):
            return (words[at], *(given if len(given) == len(tokens) - 1 else plain[1:]))
    return plain


def _reads_as(words: tuple[str, ...], syllables: tuple[str, ...]) -> bool:
    """Whether the words can be read as these syllables."""
    readings = product(*(syllables_of(word) for word in words))
    return any(tuple(s for part in reading for s in part) == syllables for reading in readings)


@lru_cache(maxsize=8192)
def syllable_similarity(a: str, b: str) -> float:
    """1 for one syllable, .85 for a vowel that romanisations confuse (Jong, Jung), else 0: another syllable is another name."""
    if a == b:
        return 1.0
    x, y = a.split("-"), b.split("-")
    if len(x) == 3 == len(y) and x[0] == y[0] and x[2] == y[2] and frozenset((x[1], y[1])) in _NEAR_VOWELS:
        return 0.85
    return 0.0

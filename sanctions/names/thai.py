"""Thai and Lao script read into Latin letters: ทักษิณ ชินวัตร is Thaksin Shinawatra, ທອງລຸນ Thonglun.

Three ways to spell a Thai name stand side by side in passports and papers: by its sound, as the Royal Thai General System of
Transcription (RTGS, Royal Institute, 1999) does; by its sound with plainer letters (p and j for ph and ch); and by the letters
of its Sanskrit roots, those at the end and those that are mute included (BGN/PCGN 2002 gives both the letters and RTGS). Lao
writes what it says, with letters that Unicode lays out as those of Thai; its spellings are after BGN/PCGN 1966.
"""

from __future__ import annotations

import re
from functools import lru_cache

from sanctions.names.tables import runs_read
from sanctions.patterns import regex

_ONSETS = {
    "ก": "k", "ข": "kh", "ฃ": "kh", "ค": "kh", "ฅ": "kh", "ฆ": "kh", "ง": "ng", "จ": "ch", "ฉ": "ch", "ช": "ch", "ซ": "s",
    "ฌ": "ch", "ญ": "y", "ฎ": "d", "ฏ": "t", "ฐ": "th", "ฑ": "th", "ฒ": "th", "ณ": "n", "ด": "d", "ต": "t", "ถ": "th",
    "ท": "th", "ธ": "th", "น": "n", "บ": "b", "ป": "p", "ผ": "ph", "ฝ": "f", "พ": "ph", "ฟ": "f", "ภ": "ph", "ม": "m",
    "ย": "y", "ร": "r", "ล": "l", "ว": "w", "ศ": "s", "ษ": "s", "ส": "s", "ห": "h", "ฬ": "l", "อ": "", "ฮ": "h",
    "ฤ": "rue",
}  # fmt: skip
_PLAIN = {"ผ": "p", "พ": "p", "ภ": "p", "จ": "j"}
_SANSKRIT = {"ค": "g", "ฆ": "gh", "ช": "j", "ฑ": "d", "ฒ": "dh", "ท": "d", "ธ": "dh", "พ": "b", "ภ": "bh", "ว": "v", "ญ": "ny"}
_FINALS = {
    "k": "k",
    "kh": "k",
    "ch": "t",
    "s": "t",
    "d": "t",
    "t": "t",
    "th": "t",
    "b": "p",
    "p": "p",
    "ph": "p",
    "f": "p",
    "y": "n",
    "r": "n",
    "l": "n",
}
_LETTERS = "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_C = f"[{_LETTERS}]"
_TRUE_CLUSTER = "(?:[กขคตปผพท]ร|[กขคปผพ]ล|[กขค]ว|ศร|สร|ห[งญนมยรลว])"
_CLUSTER = f"(?:{_TRUE_CLUSTER}|[ก-ฮ])"
_VOWELLED = "(?=[ะัาำิีึืุู็]|อ(?![ะัาำิีึืุู]))"
"""What follows a consonant that has a vowel of its own."""
_FINAL = f"(?:(?![กธพศภ]ร$|{_C}[กงนมล]$){_C}(?![ะัาำิีึืุู็]|รร|อ(?:{_C}|$)))?"
_SHAPES: tuple[tuple[str, str], ...] = (
    # a syllable's shape, o the onset and f the final consonant, and its vowel
    (f"เ(?P<o>{_CLUSTER})ียะ?(?P<f>{_FINAL})", "ia"),
    (f"เ(?P<o>{_CLUSTER})ือะ?(?P<f>{_FINAL})", "uea"),
    (f"เ(?P<a>{_C})(?P<o>[รลม])ิ(?P<f>{_C})(?!{_VOWELLED})", "oe"),
    (f"เ(?P<o>{_CLUSTER})ิ(?P<f>{_C})(?!{_VOWELLED})", "oe"),
    (f"เ(?P<o>{_CLUSTER})็(?P<f>{_FINAL})", "e"),
    (f"เ(?P<o>{_CLUSTER})าะ(?P<f>)", "o"),
    (f"เ(?P<o>{_CLUSTER})า(?P<f>)", "ao"),
    (f"เ(?P<o>{_CLUSTER})อะ?(?P<f>{_FINAL})", "oe"),
    (f"เ(?P<o>{_CLUSTER})ย(?P<f>)(?![ะัาำิีึืุู็])", "oei"),
    (f"เ(?P<o>{_CLUSTER})ะ?(?P<f>{_FINAL})", "e"),
    (f"แ(?P<o>{_CLUSTER})[็ะ]?(?P<f>{_FINAL})", "ae"),
    (f"โ(?P<o>{_CLUSTER})ะ?(?P<f>{_FINAL})", "o"),
    (f"[ใไ](?P<o>{_CLUSTER})ย?(?P<f>)(?![ะัาำิีึืุู็])", "ai"),
    (f"(?P<o>{_CLUSTER})ัวะ?(?P<f>)", "ua"),
    (f"(?P<o>{_CLUSTER})ัย(?P<f>)", "ai"),
    (f"(?P<o>{_CLUSTER})ั(?P<f>{_C})", "a"),
    (f"(?P<o>{_CLUSTER})ะ(?P<f>)", "a"),
    (f"(?P<o>{_CLUSTER})ำ(?P<f>)", "am"),
    (f"(?P<o>{_CLUSTER})า[ยใ](?P<f>)(?![ะัาำิีึืุู็])", "ai"),
    (f"(?P<o>{_CLUSTER})าว(?P<f>)(?![ะัาำิีึืุู็])", "ao"),
    (f"(?P<o>{_CLUSTER})า(?P<f>{_FINAL})", "a"),
    (f"(?P<o>{_CLUSTER})ิว(?P<f>)(?![ะัาำิีึืุู็])", "io"),
    (f"(?P<o>{_CLUSTER})[ิี](?P<f>{_FINAL})", "i"),
    (f"(?P<o>{_CLUSTER})[ึื]อ?(?P<f>{_FINAL})", "ue"),
    (f"(?P<o>{_CLUSTER})[ุู](?P<f>{_FINAL})", "u"),
    (f"(?P<o>{_CLUSTER})็?อ(?P<f>{_FINAL})(?![ะัาำิีึืุู])", "o"),
    (f"(?P<o>{_CLUSTER})รร(?P<f>{_C})(?!{_VOWELLED})", "a"),
    (f"(?P<o>{_CLUSTER})รร(?P<f>)", "an"),
    (f"(?P<o>{_CLUSTER})ว(?P<f>{_C})(?!{_VOWELLED})", "ua"),
    (f"(?P<o>{_TRUE_CLUSTER})(?P<f>{_C})(?!{_VOWELLED}|รร)", "o"),
    (f"(?P<o>{_CLUSTER})(?P<f>ร)(?!{_VOWELLED})", "o"),
    (f"(?P<o>{_CLUSTER})(?P<f>{_C})(?!{_VOWELLED})", "o"),
    (f"(?P<o>{_C})(?P<f>)", "a"),
    ("(?P<o>ฤ)(?P<f>)", ""),
)
_SYLLABLES = tuple((regex(pattern), vowel) for pattern, vowel in _SHAPES)
_TONES = regex("[่-๋ๆฯํ๎]")
_KILLED = regex(f"(?<=[ะัาิีึืุู]{_C})(?![งนมรล]){_C}(?={_C}[ิุ]?์)|{_C}[ิุ]?์")
_SECOND = regex("(?<=[ตทด])ร$|(?<=ั[กคบพ])ร$")
"""An r that ends a word behind a stop, which is mute (จักร, บุตร)."""
_DHARMA = regex("ธรรม(?=[ก-ฮ])")
_SILENT_I = regex("(?<=[าุ][ตฒ])ิ$")
_LINKED = frozenset("นรณษ")
"""Letters behind i or u at the end of a syllable that in words from Sanskrit have an a of their own (Shinawatra, Charnvirakul)."""
_RUN = regex("[\u0e01-\u0e5b\u0e81-\u0edf]+")
_LAO = regex("[\u0e80-\u0eff]")
_LAO_ODD = str.maketrans({"ົ": "", "ຼ": "ล", "ຽ": "ีย", "ໜ": "หน", "ໝ": "หม", "ຢ": "ย", "ຣ": "ร", "ຊ": "ซ", "ຮ": "ฮ", "ໍ": "อ"})
_MOST_READINGS = 8


@lru_cache(maxsize=8192)
def thai_readings(text: str) -> tuple[str, ...]:
    """The text with its words in Thai or Lao script in Latin letters, the likeliest first, at most eight; the text itself where it
    has none."""
    return runs_read(text, _RUN, lambda word: [_spellings(word)], _MOST_READINGS)


def _spellings(word: str) -> tuple[str, ...]:
    lao = bool(_LAO.search(word))
    if lao:
        word = _as_thai(word)
    word = _DHARMA.sub("ธรรมม", _TONES.sub("", word).replace("พรหม", "พรม"))
    spoken = _cut(_SECOND.sub("", _SILENT_I.sub("", _KILLED.sub("", word))))
    found = [_spoken(spoken), _spoken(spoken, plain=True)]
    if not lao:
        written = _cut(word.replace("์", ""))
        found.insert(1, _written(_cut(_KILLED.sub("", word)), _ONSETS))
        found.append(_written(written, _ONSETS | _SANSKRIT))
    return tuple(dict.fromkeys(filter(None, found))) or (word,)


def _as_thai(word: str) -> str:
    """Lao letters as the Thai ones that stand at the same place."""
    word = word.replace("ົວ", "ัว").translate(_LAO_ODD)
    return "".join(chr(ord(c) - 0x80) if "\u0e81" <= c <= "\u0ece" else c for c in word)


def _cut(word: str) -> list[tuple[str, str, str]]:
    """A word's syllables as onset letters, vowel, final letters."""
    found: list[tuple[str, str, str]] = []
    place = 0
    while place < len(word):
        m, vowel = next(((m, vowel) for pattern, vowel in _SYLLABLES if (m := pattern.match(word, place))), (None, ""))
        if not m:
            place += 1
            continue
        found += _parts(m, vowel)
        place = m.end()
    return found


def _parts(m: re.Match[str], vowel: str) -> list[tuple[str, str, str]]:
    first = m.groupdict().get("a")
    return [*([(first, "a", "")] if first else []), (m["o"], vowel, m["f"])]


def _spoken(syllables: list[tuple[str, str, str]], *, plain: bool = False) -> str:
    """By sound, as RTGS has it, or with plainer letters."""
    letters = _ONSETS | _PLAIN if plain else _ONSETS
    out = ""
    for onset, vowel, final in syllables:
        last = _ONSETS.get(final, "")
        out += _onset(onset, letters) + vowel + _FINALS.get(last, last)
    return out


def _onset(onset: str, letters: dict[str, str]) -> str:
    if len(onset) == 2 and onset[0] == "ห":
        return letters[onset[1]]
    if onset in ("ทร", "สร"):
        return "s" if letters is _ONSETS else letters[onset[0]] + "r"
    return "".join(letters[letter] for letter in onset)


def _written(syllables: list[tuple[str, str, str]], letters: dict[str, str]) -> str:
    """By the letters of Sanskrit, the last of a syllable as they are."""
    out = ""
    for place, (onset, vowel, final) in enumerate(syllables, start=1):
        out += _onset(onset, letters) + vowel + "".join(letters[letter] for letter in final.replace("ญ", "น"))
        if final in _LINKED and vowel in ("i", "u") and place < len(syllables):
            out += "a"
        elif final == "ร" and vowel in ("a", "o"):  # Siriporn, Banharn
            out += "n"
    return out

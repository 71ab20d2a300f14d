"""The common words of organisations' names in other tongues brought to the English word that stands for them.

무역회사, 贸易公司, торговая компания, "sociedad comercial" and "handelsgesellschaft" all say "trading company". In scripts
without spaces the longest known word is cut out first and what is left is transliterated by others: 조선광업개발무역회사 is
"korea mining development trading company". Words and their English are chosen by hand from the names, native and
translated, that stand side by side on the UN, UK and OFAC lists and from the style of the registers of each country.
Slavic words are found by their stem in any romanisation (``names.cyrillic``).
"""

from __future__ import annotations

from functools import cache, lru_cache

from sanctions.names.cyrillic import slavic_key
from sanctions.names.places import TOWNS
from sanctions.names.tables import longest_from
from sanctions.names.translation_scripts import ARABIC, CHINESE, KOREAN
from sanctions.names.translation_tables import SLAVIC, WESTERN
from sanctions.patterns import regex


def _entries(text: str) -> list[tuple[str, str]]:
    """ "english: native, native | english: …" → (native, english)."""
    found = []
    for entry in text.replace("\n", " ").split("|"):
        english, _, natives = entry.partition(":")
        found += [(native.strip(), " ".join(english.split())) for native in natives.split(",") if native.strip()]
    return found


_SCRIPTS = {"hangul": KOREAN, "han": CHINESE, "arabic": ARABIC}


@cache
def words_of(script: str) -> dict[str, str]:
    """The known words of "hangul", "han" or "arabic" script → English. The Chinese ones cut running text, too."""
    return dict(_entries(_SCRIPTS[script]))


_RUNS = regex("(?P<hangul>[가-힣]+)|(?P<han>[\u3400-\u9fff]+)|(?P<arabic>[\u0621-\u06ff\u200c]+)")
_ARTICLE = regex("^(?:وال|لل|ال)(?=\\w{3})")


def translate_segments(text: str) -> str:
    """The text with the known words of Hangul, Han and Arabic script replaced by " english "; the rest left as it is.

    Of a run without spaces the longest known word counts, from the left. Cyrillic is left to ``translate_words``.
    Chinese that is not known is cut in pairs. Single spaces, trimmed; a text with no known word comes back as it is.
    """
    if text.isascii():
        return text
    changed = _RUNS.sub(lambda m: _segment(m.group(), m.lastgroup or ""), text)
    return text if changed == text else " ".join(changed.split())


def _segment(run: str, script: str) -> str:
    known = words_of(script)
    if script == "arabic":
        word = run.replace("\u200c", "").replace("ي", "ی").replace("ك", "ک").replace("ة", "ه").replace("ى", "ی")
        english = known.get(word) or known.get(_ARTICLE.sub("", word))
        return f" {english} " if english is not None else run
    longest = max(map(len, known))
    out, rest, position = "", "", 0
    while position < len(run):
        for size in range(min(longest, len(run) - position), 0, -1):
            piece = run[position : position + size]
            # one syllable or character is a word only where the table knows it, at the end of a run (社, 局, 성)
            if piece in known and (size > 1 or (position and position + size == len(run))):
                out += f"{_in_words(rest, script)} {known[piece]} "
                rest = ""
                position += size
                break
        else:
            rest += run[position]
            position += 1
    return out + _in_words(rest, script)


def _in_words(rest: str, script: str) -> str:
    """Unknown characters of a Chinese name, four or more, in pairs, as most Chinese words are: 宁波贝宁 is Ningbo Beining."""
    if script != "han" or len(rest) < 4:
        return rest
    return " ".join(rest[i : i + 2] for i in range(0, len(rest), 2))


_ENDING = regex("(?:ohe|oho|aia|oiu|imi|ami|iiu|oe|oi|ei|ih|ie|ii|am|om|ov|ui|iu|ia|e|i|a|u|o)$")


_ADJECTIVE = regex("(?<=[a-z]{5})[sc]k(?:ii|iy|yi|yy|i|y|aya|aia|oye|oe|ogo|oi|oy|uyu|ie|iye|om)$")
"""A Russian or Ukrainian adjective of a place or person (Vyborgsky shipyard: the shipyard of Vyborg)."""


_OF_TOWN = regex("(?<=sk)(?:ii|iy|yi|yy|i|y|aya|aia|oye|oe|ogo|oi|oy|uyu|ie|iye|om)$")


def _without_ending(word: str) -> str:
    """A Slavic adjective as what it is made of: a town in -sk (Omskiy: Omsk), or a place or person (Vyborgsky: Vyborg)."""
    town = _OF_TOWN.sub("", word)
    return town if town in TOWNS else _ADJECTIVE.sub("", word)


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    key = slavic_key(word)
    stem = _ENDING.sub("", key)
    return stem if len(stem) >= 3 else key


@cache
def _slavic() -> dict[tuple[str, ...], tuple[str, ...]]:
    return {tuple(_stem(word) for word in native.split()): tuple(english.split()) for native, english in _entries(SLAVIC)}


@cache
def _western() -> dict[tuple[str, ...], tuple[str, ...]]:
    return {tuple(native.split()): tuple(english.split()) for native, english in _entries(WESTERN)}


@cache
def _longest() -> dict[str, int]:
    return longest_from((*_slavic(), *_western()))


ENGLISH_WORDS = frozenset(
    word for table in (KOREAN, CHINESE, ARABIC, SLAVIC, WESTERN) for entry in table.split("|") for word in entry.partition(":")[0].split()
)
"""Every English word that a common word of another tongue stands for."""

_ENGLISH = frozenset(
    """
    fabric fabrics form forms port ports centre central design garden gardens sever trust mash mine union state states rad
    journal marin fleet soft horn
    """.split()
)
"""English words whose letters a Slavic stem would take for its own."""


@lru_cache(maxsize=8192)
def translate_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words, as `words` gives them, with known words and phrases of other tongues put into English, longest first.

    ("nauchno", "issledovatelskii", "institut") → ("scientific", "research", "institute"). What is English stays as it is; Slavic
    adjectives of places and persons lose their ending, so that they meet the place or person in English.
    Never empty unless ``words`` is; to be used on organisations' names, before legal forms are read.
    """
    found: list[str] = []
    position, number = 0, len(words)
    slavic, western, longest = _slavic(), _western(), _longest()
    stems = tuple([word if word in _ENGLISH else _stem(word) for word in words])
    while position < number:
        word = words[position]
        most = max(longest.get(word, 0), longest.get(stems[position], 0))
        for size in range(min(most, number - position), 0, -1):
            english = western.get(words[position : position + size])
            if english is None and not (size == 1 and word in _ENGLISH):
                english = slavic.get(stems[position : position + size])
            if english is not None:
                found.extend(english)
                position += size
                break
        else:
            found.append(_without_ending(word) if "k" in word else word)
            position += 1
    return tuple(found) or words

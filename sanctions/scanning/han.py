"""Where in Chinese text, which has no spaces, a name could stand: a listed name as it is written, a person, an organisation.

A listed name in Chinese characters is found by their sounds from four characters on, since traditional and simplified
ones sound alike; a shorter one by its very characters. A person is a family name and two characters more. An
organisation ends with a word for one (公司, 委员会), and begins where a known word begins or a few characters before it.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from anyascii import anyascii

from sanctions.names.chinese_tables import HAN_FAMILIES
from sanctions.names.translation import words_of
from sanctions.patterns import regex
from sanctions.scanning.windows import Window

_RUN = regex("[\u3400-\u9fff（）()]{2,}")
_ENDING = regex(
    "(?:公司|集团|集團|银行|銀行|委员会|委員會|大学|大學|学院|學院|研究所|研究院|科学院|科學院|中心|组织|組織|协会|協會|基金会|基金會|工厂|工廠|"
    "实验室|實驗室|联盟|聯盟|[部局厂廠省社党黨军軍])"
)
_FULL_ENDING = regex(_ENDING.pattern.replace("|[部局厂廠省社党黨軍军]", ""))
_SPEAKER = regex(
    "(?P<name>[\u3400-\u9fff]{3}|[\u3400-\u9fff]{2})"
    "(?=说|說|表示|称|稱|介绍|介紹|指出|告诉|告訴|先生|女士|部长|部長|主席|总统|總統|记者|記者)"
)
_NOT_FIRST = "和与及的在从由据说向对是把被與據說從對"
_LONGEST = 20
_BEFORE = (0, 2, 3, 4)
"""How many characters before a known word an organisation's name may begin: 宁波贝宁|科技|有限公司."""
_BY_SOUND = 4
_FAMILIES = frozenset(
    "赵趙钱錢孙孫李周吴吳郑鄭王冯馮陈陳褚卫衛蒋蔣沈韩韓杨楊朱秦尤许許何吕呂施张張孔曹严嚴华華金魏陶姜戚谢謝邹鄒喻柏水窦竇章云雲苏蘇潘葛奚范"
    "彭郎鲁魯韦韋昌马馬苗凤鳳花方俞任袁柳史唐费費廉岑薛雷贺賀倪汤湯殷罗羅毕畢郝安常乐樂于时時傅皮卞齐齊康伍余元卜顾顧孟平黄黃和穆萧蕭尹姚邵"
    "湛汪祁毛禹狄米贝貝明臧计計成戴谈談宋茅庞龐熊纪紀舒屈项項祝董梁杜阮蓝藍闵閔席季强強贾賈路娄婁危江童颜顏郭梅盛林刁钟鍾徐邱骆駱高夏蔡田樊胡"
    "凌霍虞万萬支柯管卢盧莫经經房裘缪繆干解应應宗丁宣邓鄧郁单單杭洪包诸諸左石崔吉龚龔程嵇邢裴陆陸荣榮翁荀羊甄曲家封储儲靳段富巫乌烏焦巴弓牧"
    "山谷车車侯宓蓬全班仰秋仲伊宫宮宁寧仇栾欒甘厉厲祖武符刘劉景詹束龙龍叶葉幸司黎薄印宿白怀懷蒲从從索咸赖賴卓蔺藺屠蒙池乔喬阴陰胥苍蒼双雙"
    "闻聞党黨翟谭譚贡貢姬申扶堵冉宰雍桑桂濮牛寿壽通边邊扈燕冀尚农農温溫别別庄莊晏柴瞿阎閻充慕连連习習艾容向古易慎戈廖庾终終暨居衡步都耿满滿弘"
    "匡国國文寇广廣东東欧歐沃利蔚越隆师師巩鞏聂聶晁勾敖融冷辛阚闞那简簡饶饒曾沙丰豐关關相查后荆荊红紅游竺权權盖蓋益桓公朴崔玄池"
)


class HanNames:
    """Finds windows in Chinese text. ``listed``: names on the lists; ``is_person``: whether characters read as a listed person's."""

    def __init__(self, listed: Iterable[str], is_person: Callable[[str], bool]) -> None:
        self._is_person = is_person
        self._keys: set[tuple[str, ...]] = set()
        self._sizes: dict[str, set[int]] = {}
        for name in listed:
            text = unicodedata.normalize("NFKC", name).strip()
            if len(text) > 1 and _RUN.fullmatch(text):
                self._keys.add(_key(text))
                self._sizes.setdefault(_sound(text[0]), set()).add(len(text))

    def windows(self, sentence: str) -> Iterator[Window]:
        """Every stretch that could be a name; they may overlap."""
        if sentence.isascii():
            return
        for run in _RUN.finditer(sentence):
            for start, end in sorted({*self._listed(run.group()), *self._persons(run.group()), *organisations(run.group())}):
                first, last = run.start() + start, run.start() + end
                yield Window(sentence[first:last], first, last, 1)

    def is_listed(self, text: str) -> bool:
        """Whether a text is a listed name in Chinese characters."""
        return _key(unicodedata.normalize("NFKC", text)) in self._keys

    def _listed(self, run: str) -> Iterator[tuple[int, int]]:
        plain = run.replace("（", "(").replace("）", ")")
        for start, character in enumerate(plain):
            for size in self._sizes.get(_sound(character), ()):
                if start + size <= len(plain) and _key(plain[start : start + size]) in self._keys:
                    yield start, start + size

    def _persons(self, run: str) -> Iterator[tuple[int, int]]:
        for start in range(len(run) - 2):
            if run[start] in _FAMILIES and self._is_person(run[start : start + 3]):
                yield start, start + 3
            if run[start : start + 2] in HAN_FAMILIES and start + 4 <= len(run) and self._is_person(run[start : start + 4]):
                yield start, start + 4


def organisations(run: str) -> Iterator[tuple[int, int]]:
    """Stretches of Chinese characters that end with a word for an organisation."""
    starts = sorted({max(place - before, 0) for place in _known_words(run) for before in _BEFORE} | {0})
    for ending in _ENDING.finditer(run):
        for start in starts[bisect_left(starts, ending.end() - _LONGEST) : bisect_left(starts, ending.start() - 1)]:
            yield start, ending.end()


def likely_names(sentence: str) -> Iterator[tuple[int, int, str]]:
    """What a reader of Chinese would take for a name: beginning, end, and "organisation" or "person".

    An organisation is taken from its first known word, or a few characters before it; a person only before a word for speaking or a title.
    """
    for run in _RUN.finditer(sentence):
        begun, words = 0, list(_known_words(run.group()))
        for ending in _FULL_ENDING.finditer(run.group()):
            next_word = bisect_left(words, max(begun, ending.end() - _LONGEST))
            first = min(words[next_word] if next_word < len(words) else ending.start(), ending.start())
            before = min(first - begun, _BEFORE[-1])
            start = first - (before if before in _BEFORE else 0)
            start += len(run.group()[start:first]) - len(run.group()[start:first].lstrip(_NOT_FIRST))
            if start < ending.start():
                yield run.start() + start, run.start() + ending.end(), "organisation"
            begun = ending.end()
    for found in _SPEAKER.finditer(sentence):
        if found["name"][0] in _FAMILIES and found["name"] not in words_of("han"):
            yield *found.span("name"), "person"


def _known_words(run: str) -> Iterator[int]:
    """Where known words begin, the longest one counting, from the left."""
    known = words_of("han")
    longest = max(map(len, known))
    place = 0
    while place < len(run):
        size = next((size for size in range(longest, 1, -1) if run[place : place + size] in known), 0)
        if size:
            yield place
        place += size or 1


def _key(text: str) -> tuple[str, ...]:
    return tuple(text) if len(text) < _BY_SOUND else tuple(map(_sound, text))


@lru_cache(maxsize=8192)
def _sound(character: str) -> str:
    return anyascii(character).lower()

"""Pages a minute that a scan reads on the lists held, and what it calls listed in text that names nobody listed.

    python -m tests.benchmarks.scanning --pages 200

A page is 3,000 characters of running text. Its sentences are our own and name ordinary people and firms, twelve or so a
page and hardly any twice, with a listed name on every tenth page. The Korean and the Chinese pages name the companies of
the Korea Exchange and people in their own script. The time includes the finder's tables of the lists. A scan uses one core:
on a machine that others use, too, the seconds of work tell more than those that passed.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from sanctions.calibration import drawn, searched_entities
from sanctions.model import Kind
from sanctions.scanning import Finder, read_document
from sanctions.screening import Screener
from tests.benchmarks import ordinary
from tests.benchmarks.setting import Table, arguments, run, screener
from tests.benchmarks.speed import LISTS

PAGE = 3_000
PAGES_A_FILE = 20

SENTENCES = (
    "According to {person}, the shipment left the port in early {month} and reached the border three weeks later.",
    "{firm} said in a statement that it had no record of such an order, and that all exports are checked by two people.",
    "The contract, signed by {person} for {firm}, names a warehouse near the river and a price in euros.",
    "Witnesses told reporters that the devices were carried in pairs, and that callers were found within minutes.",
    "A former engineer of {firm} recalls that the antennas were tuned for two bands only.",
    "In {month} the ministry answered a question of {person}, a member of parliament, in writing.",
    "None of the people who spoke for this report wanted to be named, since their families still live there.",
    "“We were never asked where the equipment would go,” {person} said. “Nobody asked in those years.”",
    "The Federal Office in Eschborn and the European Commission in Brussels did not reply before publication.",
    "Shares of {firm} and {firm} fell by a few percent on Tuesday, before the New York market closed.",
    "Travellers on the road from Dandong to Sinuiju say that the checks take longer than they did in the spring.",
    "{person} and {person} met in Vienna that year; what they spoke of is not known.",
)
KOREAN = (
    "{person} 씨는 지난 {number}월 국경 지역에서 전화를 걸다가 단속에 걸렸다고 말했다.",
    "{firm}은 그런 장비를 수출한 적이 없다고 밝혔다.",
    "소식통은 전파 탐지기가 도 보위부 건물 위에 설치되어 있다고 전했다.",
    "주민들은 휴대전화로 통화하는 시간을 짧게 줄이고 있으며 장소를 자주 옮기고 있다.",
    "{person} 기자는 {firm} 관계자의 말을 인용해 가격이 크게 올랐다고 보도했다.",
)
CHINESE = (
    "据{person}介绍,该批设备于{number}月初离开港口,三周后抵达边境。",
    "公司在声明中表示,没有任何此类订单的记录,所有出口均经过检查。",
    "当地居民说,打电话的人几分钟之内就会被发现,因此他们经常更换地点。",
    "{person}表示,合同中写明了仓库的位置和以欧元计算的价格。",
)
_SYLLABLES = "김이박최정강조윤장임한오서신권황안송류홍민수영호진현우준서지은경철남숙희순복성광일명룡학"
_CHARACTERS = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗伟芳娜敏静丽强磊军洋勇艳杰涛明超兰霞平刚桂英"
_MONTHS = ("January", "March", "April", "June", "September", "November")


def main() -> None:
    options = arguments(__doc__, _add)
    held = screener(options.home, LISTS)
    rows = [_row(kind, writer, held, options) for kind, writer in (("English", _english), ("Korean", _korean), ("Chinese", _chinese))]
    Table(
        ("text", "pages", "s", "pages/min", "s of one core", "pages/min of one core", "mentions", "pages that name one", "compared"), rows
    ).show()


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--pages", type=int, default=200, metavar="N", help="pages of each language (default 200)")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="also show the first N mentions of each language")


Writer = Callable[[random.Random, int], Iterator[str]]


def _row(kind: str, writer: Writer, held: Screener, options: argparse.Namespace) -> tuple[str, ...]:
    listed = [one.name for one in drawn(searched_entities(held), options.seed) if one.kind is Kind.PERSON][: options.pages // 10]
    with TemporaryDirectory() as place:
        paths = list(_files(Path(place), writer, options.pages, options.seed, listed if writer is _english else []))
        started, worked = time.perf_counter(), time.process_time()
        finder = Finder(held)
        scans = [finder.scan(read_document(path)) for path in paths]
        spent, work = time.perf_counter() - started, time.process_time() - worked
    mentions = [one for scan in scans for one in scan.mentions]
    for one in mentions[: options.show]:
        print(f"{kind}: {one.text!r} -> {one.hit.entity.name} ({one.hit.entity.id}) {one.hit.score:.3f}")
    speeds = [f"{spent:.1f}", f"{options.pages / spent * 60:,.0f}", f"{work:.1f}", f"{options.pages / work * 60:,.0f}"]
    compared = sum(scan.windows for scan in scans)
    return kind, str(options.pages), *speeds, str(len(mentions)), str(len(listed)), f"{compared:,}"


def _files(place: Path, writer: Writer, pages: int, seed: int, listed: list[str]) -> Iterator[Path]:
    chance = random.Random(seed)
    written = writer(chance, seed)
    for number in range(0, pages, PAGES_A_FILE):
        path = place / f"{number}.txt"
        parts = [_page(written, listed, number + page) for page in range(min(PAGES_A_FILE, pages - number))]
        path.write_text("\n\n".join(parts), "utf-8")
        yield path


def _page(sentences: Iterator[str], listed: list[str], number: int) -> str:
    text = f"It is said that {listed[number // 10]} was seen there. " if listed and not number % 10 else ""
    paragraphs = [text]
    while sum(map(len, paragraphs)) < PAGE:
        paragraphs.append(" ".join(next(sentences) for _ in range(4)))
    return "\n\n".join(paragraphs)


def _english(chance: random.Random, seed: int) -> Iterator[str]:
    people = [party.name for party in ordinary.common_names(seed) + ordinary.legislators(seed)]
    firms = [party.name for party in ordinary.companies(seed)]
    while True:
        sentence = chance.choice(SENTENCES)
        while "{person}" in sentence:
            sentence = sentence.replace("{person}", chance.choice(people), 1)
        while "{firm}" in sentence:
            sentence = sentence.replace("{firm}", chance.choice(firms), 1)
        yield sentence.replace("{month}", chance.choice(_MONTHS))


def _korean(chance: random.Random, seed: int) -> Iterator[str]:
    firms = [party.name for party in ordinary.korean_companies(seed)]
    while True:
        name = "".join(chance.choices(_SYLLABLES, k=3))
        yield chance.choice(KOREAN).format(person=name, firm=chance.choice(firms), number=chance.randint(1, 12))


def _chinese(chance: random.Random, seed: int) -> Iterator[str]:
    while True:
        name = "".join(chance.choices(_CHARACTERS, k=chance.choice((2, 3))))
        yield chance.choice(CHINESE).format(person=name, number=chance.randint(1, 12))


if __name__ == "__main__":
    run(main)

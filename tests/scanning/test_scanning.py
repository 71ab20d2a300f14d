"""Scanning: what an article names is found with its place, what is no name is left alone, hostile documents end in a sentence."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sanctions.errors import DocumentError
from sanctions.home import Home
from sanctions.scanning import Document, Finder, Scan, read_document
from sanctions.scanning.text import decoded, passages_of
from sanctions.scanning.windows import runs, windows
from sanctions.screening import Screener
from tests.home import small_home, take_list
from tests.scanning.documents import (
    ENTITIES,
    LAUGHS,
    aes_pdf,
    as_docx,
    as_html,
    as_pdf,
    bomb,
    crowded_docx,
    deep_docx,
    encrypted_pdf,
    form_loop,
    outward_docx,
    page_loop,
    pdf_bomb,
    zip_of,
)  # fmt: skip

ARTICLE = Path(__file__).with_name("article.txt")
NEVER = ("Daily NK", "New Focus International", "Ishimaru Jiro", "One Free Korea", "Osaka", "Seoul", "Germany")
LISTED = (
    '1,"KIM, Jong Un",KIM Jung Un,,person,8 Jan 1984,North Korea,,,DPRK3,2016-07-06,',
    '2,"KIM, Won Hong",,THE GENERAL,person,17 Jul 1945,North Korea,,,DPRK2,2017-01-11,',
    "3,MINISTRY OF STATE SECURITY,STATE SECURITY DEPARTMENT,MSS,organisation,,North Korea,,,DPRK3,2016-07-06,",
    "4,MINISTRY OF PEOPLE'S SECURITY,,MPS,organisation,,North Korea,,,DPRK3,2016-07-06,",
    "5,KOMID,,,organisation,,North Korea,,,NPWMD,2005-06-29,",
    "6,HORIZON,,,vessel,,North Korea,,,DPRK,,",
    "7,中国精密机械进出口总公司,,,organisation,,,,,NPWMD,,",
    '8,"PETROV, Ivan",ПЕТРОВ Иван,,person,,Russia,,,RUSSIA,,',
    "9,HEZBOLLAH,حزب الله,,organisation,,,,,SDGT,,",
    "10,TRADE COMPANY,,,organisation,,,,,SDGT,,",
    '11,"AL-ASSAD, Munzir",,THE TIGER,person,,Syria,,,SYRIA,,',
    "12,EP-ITH,,,aircraft,,Iran,,,IFSR,,",
    "13,CHINA ELECTRONICS TECHNOLOGY GROUP CORPORATION,,,organisation,,China,,,CMIC,,",
    "14,FEDERAL NEWS AGENCY,Федеральное агентство новостей,,organisation,,Russia,,,CYBER2,,",
    '15,"ZHU, Hailun",,,person,,China,,,GLOMAG,,',
    '16,"SVYAZTRANSNEFT, AO",,,organisation,,Russia,,,UKRAINE-EO13662,,',
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return small_home(tmp_path_factory.mktemp("home"), rows=LISTED)


@pytest.fixture(scope="module")
def finder(home: Home) -> Finder:
    return Finder(Screener.open(home, lists=["test_list"]))


def paragraphs() -> list[str]:
    return [" ".join(part.split()) for part in ARTICLE.read_text("utf-8").split("\n\n")]


def text(*parts: str) -> Document:
    return Document(name="text", format="text", sha256="", passages=passages_of((None, part) for part in parts))


def found(scan: Scan) -> list[tuple[str, str]]:
    return [(one.text, one.hit.entity.id.partition(":")[2]) for one in scan.mentions]


MENTIONS = [
    ("Ministry of State Security", "3"),
    ("State Security Department", "3"),
    ("Ministry of People's Security", "4"),
    ("Kim Jong-un", "1"),
    ("Kim Wonhong", "2"),
    ("김정은", "1"),
    ("김원홍", "2"),
]


@pytest.mark.parametrize(
    ("name", "made"),
    [("article.txt", None), ("article.html", as_html), ("article.docx", as_docx), ("article.pdf", lambda of: as_pdf([of[:3], of[3:]]))],
)
def test_the_article_in_every_format(finder: Finder, tmp_path: Path, name: str, made: Callable[[list[str]], bytes] | None) -> None:
    path = tmp_path / name
    path.write_bytes(made(paragraphs()) if made else ARTICLE.read_bytes())
    scan = finder.scan(read_document(path))
    assert scan.document.format == {"txt": "text"}.get(name.split(".")[1], name.split(".")[1])
    # the small PDF's font has no Hangul
    assert found(scan) == [one for one in MENTIONS if name != "article.pdf" or one[0].isascii()]
    whole = "\n".join(passage.text for passage in scan.document.passages)
    for one in scan.mentions:
        assert whole[one.start : one.start + len(one.text)] == one.text
        assert one.text in one.sentence
        assert one.hit.score == pytest.approx(sum(reason.points for reason in one.hit.comparison.reasons))
        assert one.passage.page == ((1 if one.passage.number <= 3 else 2) if name == "article.pdf" else None) or name == "article.pdf"
    unmatched = {one.text: one.looks for one in scan.unmatched}
    assert unmatched["Ishimaru Jiro"] == "person"
    assert unmatched["New Focus International"] == unmatched["Sinheung Trade Company"] == "organisation"
    if name == "article.pdf":
        assert {one.passage.page for one in scan.mentions} == {1, 2}


@pytest.mark.parametrize(
    ("sentence", "mentions"),
    [
        ("The firm KOMID sold them.", ["KOMID"]),
        ("Beyond the Horizon, a horizon.", []),
        ("HORIZON sailed.", []),
        ("The General was there.", []),
        ("Hyoksin Trade Company sold them.", []),
        ("It was sold by Trade Company.", ["Trade Company"]),
        ("Иван Петров приехал в Москву.", ["Иван Петров"]),
        ("Он назвал Петрова, Петров Иван ушёл.", ["Петров Иван"]),
        ("据说中国精密机械进出口总公司出口了设备。", ["中国精密机械进出口总公司"]),
        ("قال حزب الله أمس", ["حزب الله"]),
        ("Ivan, Petrov and others came.", []),
        ("Hezbollah's men; HEZBOLLAH.", ["Hezbollah", "HEZBOLLAH"]),
        ("Ministry of Defence and State Security", []),
        ("김정은의 지시", ["김정은"]),
        ("A man like Munzir al-Assad, or Ivan Petrov and Ali al-Assad.", ["Munzir al-Assad", "Ivan Petrov"]),
        ("The aircraft EP-ITH landed; the ep-ith of it.", []),
        ("The aircraft EP-ITH landed.", ["EP-ITH"]),
        ("The tanker HORIZON sailed.", ["HORIZON"]),
        ("Listed: KIM, Jong Un; 8 January 1984.", ["KIM, Jong Un"]),
        ("Svyaztransneft builds lines.", ["Svyaztransneft"]),
        # organisations in Korean, Chinese, Russian, Arabic, German and French
        ("국가안전보위부가 단속을 강화했다.", ["국가안전보위부"]),
        ("도 보위부 전파탐지국과 인민보안성 요원", ["보위부", "인민보안성"]),
        ("朝鲜国家安全保卫部部长金元弘说", ["国家安全保卫部", "金元弘"]),
        ("中国电子科技集团公司的代表", ["中国电子科技集团"]),
        ("据朱海仑介绍，设备已抵达边境。", ["朱海仑"]),
        ("股份有限公司的规定", []),
        ("Министерство государственной безопасности КНДР; Ким Чен Ын.", ["Министерство государственной безопасности", "Ким Чен Ын"]),
        ("Это сообщило Федеральное агентство новостей вчера.", ["Федеральное агентство новостей"]),
        ("وزارة أمن الدولة في كوريا الشمالية وحزب الله", ["وزارة أمن الدولة", "حزب الله"]),
        ("Das Ministerium für Staatssicherheit Nordkoreas.", ["Ministerium für Staatssicherheit"]),
        ("Das Ministerium für Volkssicherheit und die Post.", ["Ministerium für Volkssicherheit"]),
        ("Le Ministère de la Sécurité d'État l'a dit.", ["Ministère de la Sécurité d'État"]),
        ("", []),
    ],
)
def test_mentions(finder: Finder, sentence: str, mentions: list[str]) -> None:
    assert [one.text for one in finder.scan(text(sentence)).mentions] == mentions


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("이시마루 지로 씨와 박영철 기자는 신흥무역회사를 찾았다.", {"박영철": "person", "신흥무역회사": "organisation"}),
        ("김정은 국무위원장은 평양에 있다.", {}),  # he is on the list
        (
            "据朱一明介绍，宁波贝宁科技有限公司和北京大学没有答复。",
            {"朱一明": "person", "北京大学": "organisation", "宁波贝宁科技有限公司": "organisation"},
        ),
        ("Сообщает агентство «Новости». Пётр Сидоров молчит.", {"Пётр Сидоров": "person"}),
    ],
)
def test_names_in_other_scripts_that_are_on_no_list(finder: Finder, sentence: str, expected: dict[str, str]) -> None:
    assert {one.text: one.looks for one in finder.scan(text(sentence)).unmatched} == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Bank of Korea met Mr. Kim.", ["Bank of Korea", "Mr. Kim"]),
        ("In May the People's Army (KPA) left.", ["May the People's Army", "KPA"]),
        ("Office 39 of the Party.", ["Office 39 of the Party"]),
        ("nobody at all", []),
    ],
)
def test_runs(sentence: str, expected: list[str]) -> None:
    assert [sentence[run[0].start : run[-1].end] for run in runs(sentence)] == expected


def test_windows_lie_where_they_say() -> None:
    sentence = "“Ministry of People’s Security” and 中国精密, Kim Jong-un’s, 김원홍은"
    for window in windows(sentence):
        assert sentence[window.start : window.end] == window.text


def test_sentences_end_where_they_end() -> None:
    (passage,) = passages_of(iter([(None, "Mr. Kim of Acme Co. left. Dr. U. S. Ri stayed! “Why?” 他走了。谁？")]))
    assert [part.strip() for _, part in passage.sentences()] == [
        "Mr. Kim of Acme Co. left.",
        "Dr. U. S. Ri stayed!",
        "“Why?”",
        "他走了。",
        "谁？",
    ]


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", "Société – Kim"),
        ("utf-8-sig", "Société – Kim"),
        ("utf-16", "Société – Kim"),
        ("cp1252", "Société – Kim, señor Müller"),
        ("cp949", "국가안전보위부가 단속을 강화했다. 김정은 국무위원장과 김원홍은 평양에 있다고 소식통이 전했다."),
        ("gb18030", "据说中国精密机械进出口总公司出口了设备。朝鲜国家安全保卫部部长金元弘表示。"),
        ("big5", "據說中國精密機械進出口總公司出口了設備。朝鮮國家安全保衛部部長表示。"),
        ("cp1251", "Иван Петров приехал в Москву. Министерство государственной безопасности сообщило вчера."),
        ("cp1256", "قال حزب الله أمس إن وزارة أمن الدولة في كوريا الشمالية"),
    ],
)
def test_encodings(finder: Finder, tmp_path: Path, encoding: str, said: str) -> None:
    assert decoded(said.encode(encoding)) == said
    (tmp_path / "page.html").write_bytes(f"<html><body><p>{said}</p></body></html>".encode(encoding))
    (tmp_path / "page.txt").write_bytes(said.encode(encoding))
    page, plain = read_document(tmp_path / "page.html"), read_document(tmp_path / "page.txt")
    assert [passage.text for passage in page.passages] == [passage.text for passage in plain.passages] == [said]
    assert bool(plain.notes) is (not encoding.startswith("utf"))


def test_a_page_that_states_its_encoding_is_believed(tmp_path: Path) -> None:
    page = '<html><head><meta charset="euc-kr"></head><body><p>김정은</p></body></html>'
    (tmp_path / "page.html").write_bytes(page.encode("euc-kr"))
    assert [passage.text for passage in read_document(tmp_path / "page.html").passages] == ["김정은"]


HOSTILE = {
    "bomb.docx": (bomb, "unpacks to more than 64 MB"),
    "entities.docx": (lambda: as_docx(["x"], head=ENTITIES), "declares a document type"),
    "laughs.docx": (lambda: as_docx(["&j;"], head=LAUGHS), "declares a document type"),
    "broken.docx": (lambda: as_docx(["Kim"])[:-40], "damaged"),
    "noword.docx": (lambda: zip_of("a.txt", b"x"), "holds no Word document"),
    "badxml.docx": (lambda: zip_of("word/document.xml", b"<w:p>"), "not well-formed"),
    "broken.pdf": (lambda: as_pdf([["Kim"]])[:120], "damaged or truncated"),
    "loop.pdf": (page_loop, "damaged or truncated"),
    "password.pdf": (lambda: encrypted_pdf("secret"), "protected by a password"),
    "aes.pdf": (aes_pdf, "protected by a password or encrypted"),
    "old.doc": (lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old Word or Excel file"),
    "picture.png": (lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "no text, HTML, PDF or DOCX"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_documents_end_in_a_sentence(tmp_path: Path, name: str) -> None:
    made, says = HOSTILE[name]
    (tmp_path / name).write_bytes(made())
    with pytest.raises(DocumentError, match=says):
        read_document(tmp_path / name)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_text_of_200_mb_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as stream:
        stream.truncate(200 * 1024**2)
    with pytest.raises(DocumentError, match="the file has 200 MB, and no more than 50 MB are read"):
        read_document(tmp_path / "huge.txt")


def test_many_parts_that_are_large_together_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sanctions.scanning.docx.MOST_IN_ALL", 1024**2)
    (tmp_path / "crowded.docx").write_bytes(crowded_docx())
    with pytest.raises(DocumentError, match="its parts unpack to more than 1 MB"):
        read_document(tmp_path / "crowded.docx")


@pytest.mark.parametrize(("name", "made"), [("bomb.pdf", pdf_bomb), ("form.pdf", form_loop), ("open.pdf", lambda: encrypted_pdf(""))])
def test_a_hostile_page_is_left_out_and_told(tmp_path: Path, name: str, made: Callable[[], bytes]) -> None:
    (tmp_path / name).write_bytes(made())
    document = read_document(tmp_path / name)
    if name == "open.pdf":
        assert [passage.text for passage in document.passages] == ["Kim Jong Un spoke."]
    else:
        assert document.passages == ()
        assert document.notes[-1].startswith("no text was found in it")
        assert document.notes[0] == "not read, since damaged or too large: page 1"


def test_nothing_in_a_document_is_run_or_fetched(finder: Finder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a document opened a connection or a process")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(subprocess, "Popen", refuse)
    (tmp_path / "script.pdf").write_bytes(as_pdf([["Kim Jong Un spoke."]], script=True))
    page = b"<html><body><img src='http://example.org/x'><iframe src='file:///etc/passwd'>Kim Won Hong</iframe>"
    page += b"<p>&e; Kim Jong Un spoke.</body></html>"
    (tmp_path / "page.html").write_bytes(ENTITIES.encode() + page)
    (tmp_path / "deep.docx").write_bytes(deep_docx())
    assert read_document(tmp_path / "deep.docx").passages == ()
    (tmp_path / "outward.docx").write_bytes(outward_docx(["Kim Jong Un spoke."]))
    for name in ("script.pdf", "page.html", "outward.docx"):
        document = read_document(tmp_path / name)
        assert found(finder.scan(document)) == [("Kim Jong Un", "1")]
        assert "root:" not in "".join(passage.text for passage in document.passages)
        assert "launchURL" not in "".join(passage.text for passage in document.passages)


def test_a_long_line_ends(finder: Finder) -> None:
    """Each of these would take minutes if the time grew with the square of the length."""
    parts = (
        "Kim " * 3000,
        "A" * 200_000,
        "김" * 20_000,
        "." * 50_000,
        "中" * 20_000,
        "公司" * 5_000,
        "王说" * 5_000,
        "« " * 9_000,
        "Министерство " * 2_000,
    )
    assert finder.scan(text(*parts)).mentions == ()


def test_what_is_listed_is_found_in_a_text(home: Home, finder: Finder) -> None:
    """Whatever a screening finds of two words or more, a scan finds in a sentence: its quick look loses nothing."""
    screener = Screener.open(home, lists=["test_list"])
    for part in screener.held:
        for entity in part.store:
            for name in entity.names:
                if len(name.full.split()) > 1 and name.quality != "weak" and entity.kind not in ("vessel", "aircraft"):
                    mentions = finder.scan(text(f"It is said that {name.full} was there.")).mentions
                    assert entity.id in {one.hit.entity.id for one in mentions}, name.full


def test_the_command(home: Home, tmp_path: Path) -> None:
    environment = {**os.environ, "SANCTIONS_HOME": str(home.root), "PYTHONWARNINGS": "error", "PYTHONIOENCODING": "utf-8"}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "sanctions", "scan", *arguments],
            capture_output=True,
            check=False,
            text=True,
            encoding="utf-8",
            env=environment,
        )

    document = json.loads(run(str(ARTICLE), "--json").stdout)
    assert document["schema"] == "sanctions.scan/1"
    assert {part["list"] for part in document["coverage"]} >= {"test_list"}
    assert [hit["entity"] for hit in document["hits"]] == [f"test_list:{id}" for _, id in MENTIONS]
    assert set(document["hits"][0]) >= {"mention", "where", "sentence", "entity", "score", "reasons"}
    assert document["hits"][0]["where"] == {"file": "article.txt", "page": None, "paragraph": 3, "offset": 298}
    told = run(str(ARTICLE), "--fail-on-hit")
    assert told.returncode == 4
    assert "7 mentions of listed names" in told.stdout
    assert "New Focus International  (organisation)" in told.stdout
    failed = run(str(tmp_path / "nowhere.pdf"))
    assert (failed.returncode, "cannot be read" in failed.stderr, "Traceback" in failed.stderr) == (1, True, False)


@pytest.mark.real
def test_the_article_on_real_lists(real_data: Path, tmp_path: Path) -> None:
    from datetime import UTC, datetime

    home = Home(tmp_path / "home")
    take_list(home, "us_ofac_sdn", real_data / "us_ofac_sdn" / "2024-05-03", datetime.now(UTC))
    scan = Finder(Screener.open(home, lists=["us_ofac_sdn"])).scan(read_document(ARTICLE))
    assert {id for _, id in found(scan)} == {"20157", "21443", "20129", "20118", "25437"}
    mentioned = {one.text for one in scan.mentions}
    assert not any(never in text for never in NEVER for text in mentioned)


def test_the_article_on_the_demo_lists(tmp_path: Path) -> None:
    from datetime import UTC, datetime

    from sanctions.commands.demo import demo_catalogue, demo_screener
    from sanctions.data import data_folder

    folder = data_folder("lists") / "demo"
    screener = demo_screener(Home(tmp_path), demo_catalogue(folder), folder, datetime.now(UTC))
    scan = Finder(screener).scan(read_document(ARTICLE))
    names = {one.hit.entity.name.replace("KIM, ", "Kim ").lower() for one in scan.mentions}
    assert names >= {"kim jong un", "kim won hong", "ministry of state security", "ministry of people's security"}
    assert not any(never in one.text for never in NEVER for one in scan.mentions)

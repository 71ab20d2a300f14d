"""``sanctions case`` as an advocate calls it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from sanctions.casework.exhibits import check
from sanctions.cli import cli
from sanctions.errors import SanctionsError
from tests.home import small_home
from tests.servers import publisher, send


class Shell:
    def __init__(self, home: Path) -> None:
        self.home = home

    def run(self, *words: str, stdin: str | None = None) -> Result:
        """The call's result; an error made on purpose is told as the command line tells it."""
        result = CliRunner().invoke(cli, ["--home", str(self.home), "case", *words], input=stdin)
        if result.exception and not isinstance(result.exception, (SystemExit, SanctionsError)):
            raise result.exception
        return result

    def done(self, *words: str, stdin: str | None = None) -> str:
        result = self.run(*words, stdin=stdin)
        assert result.exit_code == 0, (result.output, result.exception)
        return result.stdout


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(small_home(tmp_path / "home").root)


def begun(shell: Shell, folder: Path) -> str:
    shell.done("init", str(folder), "--subject", "unnamed vendor", "--question", "Could it be?", "--author", "A. Author")
    path = folder / "case.toml"
    path.write_text(path.read_text("utf-8") + '\n[[scope]]\nframework = "us_eo_13687"\nprovision = "1(a)(iv)"\n', "utf-8")
    return str(folder)


def test_the_whole_way(shell: Shell, tmp_path: Path) -> None:
    case = begun(shell, tmp_path / "case")
    assert "E1: exhibits/originals/E1-letter.txt, 11 bytes" in shell.done(
        "add-exhibit", case, "-", "--name", "letter.txt", stdin="The letter."
    )
    (tmp_path / "same.txt").write_text("The letter.")
    assert "Nothing was added" in shell.done("add-exhibit", case, str(tmp_path / "same.txt"))
    told = shell.done(
        "add-fact", case, "--statement", "Devices were sold.", "--source", "The letter", "--reliability", "B", "--credibility", "2",
        "--stance", "for", "--exhibit", "E1", "--when", "2016", "--published", "2016-05-01",
    )  # fmt: skip
    assert told.startswith("F1: added")
    shell.done("link", case, "F1", "us_eo_13687", "1(a)(iv)", "support")
    text = shell.done("assess", case, "--as-of", "2016-06-01", "--no-lists")
    assert "Reaches, if proved (the authority may act); open: who acted (actor) – without evidence" in " ".join(text.split())
    assert "shipping or customs record" in " ".join(text.split())
    early = json.loads(shell.done("assess", case, "--as-of", "2014-06-01", "--json"))
    assert early["assessments"][0]["findings"][0]["standing"] == "not in force at that date"
    assert early["listings"]["coverage"][0]["list"]
    shell.done("report", case, "-o", str(tmp_path / "r.xlsx"), "--as-of", "2016-06-01")
    assert load_workbook(tmp_path / "r.xlsx").sheetnames[:2] == ["Cover", "Findings"]
    shell.done("pack", case, "-o", str(tmp_path / "C.zip"))
    assert "sound." in shell.done("verify", str(tmp_path / "C.zip"))
    assert "sound." in shell.done("verify", case)


def test_several_days_make_a_table(shell: Shell) -> None:
    example = str(Path(__file__).resolve().parents[2] / "reports/examples/german-device-vendor")
    text = shell.done("assess", example, "--as-of", "2014-11-12", "--as-of", "2015-04-20", "--no-lists")
    row = next(line for line in text.splitlines() if "E.O. 13687" in line)
    assert "not in force at that date" in row
    assert "reaches, if proved" in row


def test_parties_are_looked_up_on_the_lists_held(shell: Shell, tmp_path: Path) -> None:
    shell.done("init", str(tmp_path / "mine"), "--example", "german-device-vendor")
    text = shell.done("assess", str(tmp_path / "mine"), "--as-of", "2026-11-30")
    assert "MINISTRY OF STATE SECURITY (test_list:2) [DPRK3], listed on 2016-07-06; found" in text
    assert "Its identity is open, so there is no name to search for." in text
    assert "no copy of us_ofac_sdn is held" in " ".join(text.split())


def test_without_a_list_it_says_so(tmp_path: Path) -> None:
    shell = Shell(tmp_path / "empty")
    shell.done("init", str(tmp_path / "mine"), "--example", "german-device-vendor")
    assert "Nothing was searched: no list is held" in shell.done("assess", str(tmp_path / "mine"))


def test_a_page_is_fetched_once_with_its_headers(shell: Shell, tmp_path: Path) -> None:
    case = begun(shell, tmp_path / "case")
    with publisher() as site:
        url = site.play("/report.html", send(b"<html><body>News</body></html>", X_Served_By="us"))
        exhibit = json.loads(shell.done("add-exhibit", case, url, "--language", "en", "--json"))
        assert site.asked("/report.html") == 1
        gone = shell.run("add-exhibit", case, site.url + "/gone.html")
    assert (exhibit["media_type"], exhibit["url"], exhibit["source"]) == ("text/html", url, url)
    assert exhibit["headers"]["X-Served-By"] == "us"
    assert exhibit["headers"]["(status)"].startswith("200")
    assert "404" in str(gone.exception)
    assert "--from" not in str(gone.exception)
    check(tmp_path / "case")


def test_a_changed_original_stops_everything(shell: Shell, tmp_path: Path) -> None:
    case = begun(shell, tmp_path / "case")
    shell.done("add-exhibit", case, "-", "--name", "letter.txt", stdin="The letter.")
    original = tmp_path / "case/exhibits/originals/E1-letter.txt"
    original.chmod(0o644)
    original.write_text("Another letter.")
    for words in (("assess", case), ("report", case, "-o", str(tmp_path / "r.xlsx")), ("pack", case, "-o", str(tmp_path / "C.zip"))):
        result = shell.run(*words)
        assert isinstance(result.exception, SanctionsError)
        assert "is not the one collected" in str(result.exception)
    assert shell.run("verify", case).exit_code == 1


@pytest.mark.parametrize(
    ("words", "sentence", "code"),
    [
        (("assess", "nowhere"), "is not a case folder", 1),
        (("init", "new"), "needs --subject and --question and --author", 2),
        (("verify", "none.zip"), "there is no such packet", 1),
        (("init", "new", "--example", "none"), "There is no example 'none'", 2),
    ],
)
def test_errors_are_one_sentence(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], sentence: str, code: int
) -> None:
    monkeypatch.chdir(tmp_path)
    problem = shell.run(*words).exception
    assert isinstance(problem, SanctionsError)
    assert sentence in str(problem)
    assert problem.exit_code == code

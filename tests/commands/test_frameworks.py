"""``sanctions frameworks`` as a lawyer uses it: list, show, check."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sanctions.cli import cli
from sanctions.data import data_folder
from sanctions.errors import CoverageError, DefinitionError, UsageError
from tests.frameworks.example import GOOD, written

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Calls ``sanctions frameworks`` with a home of its own."""

    def call(*arguments: str) -> Result:
        return CliRunner().invoke(cli, ["--home", str(tmp_path / "home"), "frameworks", *arguments])

    return call


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The folder of the user's own frameworks in that home."""
    folder = tmp_path / "home" / "frameworks"
    folder.mkdir(parents=True)
    return folder


def test_list_names_each_framework_with_its_state(run: Run) -> None:
    result = run("list", "--as-of", "2026-01-01")
    assert result.exit_code == 0
    rows = {line.split()[0]: line for line in result.stdout.splitlines()[1:] if line[:1].islower()}
    assert rows["us_eo_13687"].split() == ["us_eo_13687", "E.O.", "13687", "US", "in", "force", "4/5", "DPRK2"]
    assert "DPRK-NKSPEA" in rows["us_nkspea"]
    assert "expired" in rows["us_hr_1771"]
    assert "not legal advice" in result.stdout


def test_list_as_json_carries_a_schema_and_the_day(run: Run) -> None:
    document = json.loads(run("list", "--json", "--as-of", "2015-09-23").stdout)
    assert document["schema"] == "sanctions.frameworks/1"
    assert document["as_of"] == "2015-09-23"
    standing = {row["id"]: row["status"] for row in document["frameworks"]}
    assert standing["us_eo_13687"] == "in_force"
    assert standing["us_nkspea"] == "bill"
    order = next(row for row in document["frameworks"] if row["id"] == "us_eo_13722")
    assert order["programmes"] == [{"tag": "DPRK3", "lists": ["us_ofac_sdn", "us_csl"], "verified": False}]
    assert (order["provisions"], order["verified"]) == (13, 13)


@pytest.mark.parametrize(
    "words",
    [
        "104(a)(4)  Censorship",
        "Citation      22 U.S.C. 9214(a)(4)",
        "mandatory: the authority must act once it finds the elements met",
        'the text says "knowingly" and does not define it',
        'Is what was done "censorship", a word that the Act does not define?',
        "- The President must freeze whatever property the person has",
        "read against the text. Text read in a copy of the Code of April 2023.",
        "2019-12-20  amended",
        "2018        amended, Pub. L. 115-198",
        "[DPRK-NKSPEA] on us_ofac_sdn, us_csl [unverified]",
        "Not yet reviewed by a lawyer.",
        "not legal advice",
    ],
)
def test_show_prints_what_a_lawyer_asks_for(run: Run, words: str) -> None:
    assert words in " ".join(run("show", "us_nkspea").stdout.split("\n"))


@pytest.mark.parametrize("framework", ["us_nkspea", "us_eo_13722", "un_1718", "us_hr_1771"])
def test_show_fits_a_hundred_columns(run: Run, framework: str) -> None:
    assert [line for line in run("show", framework).stdout.splitlines() if len(line) > 100] == []


def test_show_marks_what_was_not_verified_and_what_was_not_law(run: Run) -> None:
    assert "NOT VERIFIED. The paragraph was not read." in run("show", "un_1718").stdout
    assert "never law" in run("show", "us_hr_1771").stdout
    early = " ".join(run("show", "us_nkspea", "--as-of", "2018-01-01").stdout.split())
    assert "not verified): NOT LAW on 2018-01-01" in early


def test_show_says_the_same_consequences_once(run: Run) -> None:
    text = run("show", "us_eo_13687").stdout
    assert text.count("is frozen and nobody there may deal in it") == 1
    assert text.count("as under E.O. 13687 s.1(a)(i)\n") == 4


def test_show_as_json_holds_the_whole_framework(run: Run) -> None:
    document = json.loads(run("show", "us_nkspea", "--json", "--as-of", "2018-01-01").stdout)
    assert document["schema"] == "sanctions.framework/1"
    assert (document["id"], document["standing"]) == ("us_nkspea", "in_force")
    censorship = next(p for p in document["provisions"] if p["id"] == "104(a)(4)")
    assert [element["kind"] for element in censorship["elements"]] == ["actor", "knowledge", "act", "object", "nexus"]
    assert censorship["in_force"] == {"from": "2016-02-18", "to": None, "note": ""}
    law = {p["id"]: p["law_as_of"] for p in document["provisions"]}
    assert (law["104(a)(4)"], law["104(g)(1)(A)"]) == (True, False)


def test_show_prints_one_provision_with_all_that_belongs_to_it(run: Run) -> None:
    text = " ".join(run("show", "us_nkspea", "104(a)(4)", "--as-of", "2016-07-06").stdout.split())
    assert text.startswith("22 U.S.C. 9214(a)(4) Censorship")
    assert "On 2016-07-06 the text that counted was an earlier one: see us_nkspea_2016." in text
    assert "- The President may waive case by case" in text
    assert "- censorship: Not defined" in text
    assert "104(a)(5)" not in text
    assert run("show", "22 U.S.C. 9214(a)(4)", "--as-of", "2016-07-06").stdout.split() == text.split()
    assert "an earlier one" not in run("show", "us_nkspea", "104(a)(4)", "--as-of", "2026-01-01").stdout


def test_show_as_json_of_one_provision_holds_no_other(run: Run) -> None:
    document = json.loads(run("show", "us_nkspea", "104(a)(4)", "--json").stdout)
    assert [provision["id"] for provision in document["provisions"]] == ["104(a)(4)"]


def test_show_takes_a_programme_tag(run: Run) -> None:
    assert run("show", "DPRK3").stdout == run("show", "us_eo_13722").stdout


def test_list_by_tag(run: Run) -> None:
    rows = json.loads(run("list", "--tag", "DPRK", "--json").stdout)["frameworks"]
    assert [row["id"] for row in rows] == ["un_1718", "us_eo_13551"]
    assert "No framework stands behind the programme 'SDGT'" in run("list", "--tag", "SDGT").stdout


def test_list_fits_a_terminal(run: Run) -> None:
    assert max(map(len, run("list").stdout.splitlines())) <= 100


def test_check_of_lists_without_one_is_refused(run: Run) -> None:
    problem = run("check", "--lists").exception
    assert isinstance(problem, CoverageError)
    assert "No list is held" in str(problem)


def test_check_takes_a_path_or_lists_but_not_both(run: Run, tmp_path: Path) -> None:
    assert isinstance(run("check", str(tmp_path), "--lists").exception, UsageError)


def held(tmp_path: Path, key: str, file: Path) -> None:
    result = CliRunner().invoke(cli, ["--home", str(tmp_path / "home"), "refresh", key, "--from", str(file)])
    assert result.exit_code == 0, result.output


@pytest.mark.real
def test_each_tag_of_the_real_lists_is_mapped_or_reported_with_its_count(run: Run, tmp_path: Path, real_data: Path) -> None:
    held(tmp_path, "un_sc", real_data / "un_sc" / "un_2026-02-27.xml")
    held(tmp_path, "us_ndaa_889", real_data / "surveillance" / "us_special_leg_section_889.csv")
    held(tmp_path, "us_fcc_covered", real_data / "surveillance" / "fcc_covered_list_table.csv")
    held(tmp_path, "us_dod_1260h", real_data / "surveillance" / "us_dod_1260H_chinese_milcorps.csv")
    document = json.loads(run("check", "--lists", "--json").stdout)
    assert document["schema"] == "sanctions.frameworks-tags/1"
    lists = {row["list"]: row for row in document["lists"]}
    assert {key: (row["entries"], row["tagged"], row["mapped"]) for key, row in lists.items()} == {
        "un_sc": (1003, 1003, 155),
        "us_ndaa_889": (5, 5, 5),
        "us_fcc_covered": (12, 12, 12),
        "us_dod_1260h": (234, 234, 0),
    }
    text = run("check", "--lists").stdout
    assert text.startswith("17 programme tags on 4 lists held: 3 stand for an instrument that is held here, 14 for none.")
    assert "un_sc (13): Al-Qaida 341; Taliban 140; Iran 121;" in text
    assert "us_dod_1260h (1): NDAA 1260H 234" in text


def test_a_lawyer_adds_a_statute_by_the_readme_alone(run: Run, tmp_path: Path) -> None:
    draft = tmp_path / "xx_example.toml"
    assert "Written: " in run("copy", "us_eo_13687", str(draft)).stdout
    assert draft.read_text("utf-8").count('id = "xx_example"') == 1
    assert "already stands in us_eo_13687.toml" in run("check", str(draft)).stdout  # still the other's provisions
    readme = (data_folder("reports") / "README.md").read_text("utf-8")
    draft.write_text(readme.split("```toml\n", 1)[1].split("```", 1)[0], "utf-8")
    assert "xx_example" not in run("list").stdout  # a draft changes nothing
    assert "ok, 1 of 1" in run("check", str(draft)).stdout
    assert "Added: " in run("add", str(draft)).stdout
    assert "xx_example *" in run("list").stdout
    assert 'Has "knowingly" supplied the ministry.' in run("show", "Example Act s.1(a)").stdout
    again = run("add", str(draft)).exception
    assert isinstance(again, UsageError)
    assert "--replace" in str(again)
    assert run("add", str(draft), "--replace").exit_code == 0


@pytest.mark.parametrize(
    ("key", "name", "sentence"),
    [
        ("us_none", "xx_a.toml", "There is no framework 'us_none'"),
        ("us_eo_13687", "Example Act.toml", "Example Act.toml cannot be a framework's file"),
        ("us_eo_13687", "xx_a.txt", "xx_a.txt cannot be a framework's file"),
        ("us_eo_13687", "there.toml", "is there already; nothing was written"),
        ("us_eo_13687", "no/folder.toml", "cannot be written: No such file or directory"),
    ],
)
def test_a_copy_that_cannot_be_is_a_sentence(run: Run, tmp_path: Path, key: str, name: str, sentence: str) -> None:
    (tmp_path / "there.toml").write_text("mine", "utf-8")
    problem = run("copy", key, str(tmp_path / name)).exception
    assert isinstance(problem, UsageError)
    assert sentence in str(problem)
    assert (tmp_path / "there.toml").read_text("utf-8") == "mine"


def test_a_faulty_framework_is_not_added(run: Run, tmp_path: Path, own: Path) -> None:
    for text, name, sentence in (
        (GOOD.replace('"knowingly"?\'', '"knowingly".\''), "xx_example", "must be put as a question"),
        (GOOD.replace("Example Act s.1(a)", "E.O. 13687 s.1(a)(iv)"), "xx_example", "already stands in us_eo_13687.toml"),
        (GOOD.replace('id = "xx_example"', 'id = "us_eo_13570"'), "us_eo_13570", "a framework 'us_eo_13570' is shipped"),
    ):
        problem = run("add", str(written(tmp_path, text, name))).exception
        assert isinstance(problem, DefinitionError)
        assert sentence in str(problem)
    assert list(own.iterdir()) == []


def test_an_unknown_id_is_a_usage_error(run: Run) -> None:
    result = run("show", "us_eo_99999")
    assert isinstance(result.exception, UsageError)
    assert result.exception.exit_code == 2


def test_check_without_a_path_checks_all_that_is_in_use(run: Run, own: Path) -> None:
    written(own, GOOD)
    result = run("check")
    assert result.exit_code == 0
    assert "us_nkspea.toml: ok, 54 of 54 provisions read against a copy of the text." in result.stdout
    assert "xx_example.toml: ok" in result.stdout


def test_check_names_every_fault_of_a_file(run: Run, tmp_path: Path) -> None:
    bad = GOOD.replace('source = "act"\nverified', 'source = "bill"\nverified').replace('"knowingly"?\'', '"knowingly".\'')
    result = run("check", str(written(tmp_path, bad)))
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "xx_example.toml: 2 to mend",
        "  - provision 1(a): the source 'bill' is not in [sources].",
        "  - provision 1(a): the element 'knowledge' must be put as a question.",
    ]


def test_check_looks_at_what_stands_between_files(run: Run, tmp_path: Path) -> None:
    result = run("check", str(written(tmp_path, GOOD.replace("Example Act s.1(a)", "E.O. 13687 s.1(a)(iv)"))))
    assert result.exit_code == 1
    assert "already stands in us_eo_13687.toml" in result.stdout


def test_check_takes_a_folder_and_goes_on_after_a_faulty_file(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    written(folder, "nonsense", "aa_broken")
    written(folder, GOOD)
    result = run("check", str(folder), "--json")
    assert result.exit_code == 1
    files = {row["file"]: row["problems"] for row in json.loads(result.stdout)["files"]}
    assert files["xx_example.toml"] == []
    assert files["aa_broken.toml"][0].startswith("this cannot be read as TOML")


def test_check_of_an_empty_folder_says_so(run: Run, tmp_path: Path) -> None:
    result = run("check", str(tmp_path))
    assert isinstance(result.exception, UsageError)
    assert "There is no framework file (*.toml) in" in str(result.exception)


def test_a_faulty_own_file_stops_list_and_show_with_a_sentence(run: Run, own: Path) -> None:
    written(own, GOOD.replace("title =", "titel =", 1))
    for arguments in (["list"], ["show", "us_nkspea"]):
        problem = run(*arguments).exception
        assert isinstance(problem, DefinitionError)
        assert "xx_example.toml: there is no key 'titel'; 'title' is meant, perhaps." in str(problem)


def test_own_frameworks_are_marked(run: Run, own: Path) -> None:
    written(own, GOOD)
    text = run("list").stdout
    assert "xx_example *" in text
    assert "* your own" in text
    assert "xx_example (your own)" in run("show", "xx_example").stdout

"""France's and the World Bank's lists: what their words mean, and that no damaged document is half read without a word."""

from __future__ import annotations

import json
from copy import deepcopy
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions.errors import SourceError
from sanctions.model import Entity, IdentifierType, Kind, Quality
from sanctions.readers import ReadReport
from tests.readers.reading import SAMPLES, read_shipped

FRANCE = SAMPLES / "fr-gels-json" / "registre-national-des-gels.json"
BANK = SAMPLES / "worldbank-json" / "debarred-firms.json"
LISTS = {"fr_gels": ("fr-gels-json", FRANCE), "wb_debarred": ("worldbank-json", BANK)}


def read_text(folder: Path, key: str, text: str | bytes) -> tuple[list[Entity], ReadReport]:
    form, sample = LISTS[key]
    file = folder / sample.name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_shipped(key, form, file)


def firm(folder: Path, **fields: Any) -> tuple[Entity, ReadReport]:
    record = {"SUPP_ID": 1, "SUPP_NAME": "SAMPLE", "SUPP_TYPE_CODE": "F"} | fields
    (entity,), report = read_text(folder, "wb_debarred", json.dumps({"response": {"ZPROCSUPP": [record]}}))
    return entity, report


@pytest.mark.parametrize(
    ("written", "kind", "names"),
    [
        ("SAMPLE CO., LTD.*12", "F", [("SAMPLE CO., LTD.", Quality.STRONG)]),
        ("SAMPLE CO. (A/K/A EXAMPLE CO.)", "F", [("SAMPLE CO.", Quality.STRONG), ("EXAMPLE CO.", Quality.STRONG)]),
        ("SAMPLE CO. (F.K.A. OLD SAMPLE)*3", "F", [("SAMPLE CO.", Quality.STRONG), ("OLD SAMPLE", Quality.FORMER)]),
        ("SAMPLE (PRIVATE) LIMITED", "F", [("SAMPLE (PRIVATE) LIMITED", Quality.STRONG)]),  # brackets that name nobody else
        ("MR. SAMPLE ILSON", "I", [("SAMPLE ILSON", Quality.STRONG)]),
        ("MR. SAMPLE & SONS", "F", [("MR. SAMPLE & SONS", Quality.STRONG)]),  # a firm has no title
        ("*5", "F", [("*5", Quality.STRONG)]),
    ],
)
def test_names_of_debarred_firms(tmp_path: Path, written: str, kind: str, names: list[tuple[str, Quality]]) -> None:
    entity, _ = firm(tmp_path, SUPP_NAME=written, SUPP_TYPE_CODE=kind)
    assert [(name.full, name.quality) for name in entity.names] == names


@pytest.mark.parametrize(
    ("ends", "kept"), [("2027-02-28", date(2027, 2, 28)), ("2999-12-31", None), ("28-FEB-2027", date(2027, 2, 28)), ("", None)]
)
def test_a_debarment_without_an_end_has_none(tmp_path: Path, ends: str, kept: date | None) -> None:
    entity, report = firm(tmp_path, DEBAR_TO_DATE=ends)
    assert entity.listings[0].ended_on == kept
    assert not report.problems


@pytest.mark.parametrize(
    ("words", "content", "found"),
    [
        ("Numéro d'enregistrement", "1159102130857", (IdentifierType.REGISTRATION, "1159102130857")),
        ("Immatriculation (numéro OGRN)", "1149102007933", (IdentifierType.REGISTRATION, "1149102007933")),
        ("Numéro d'identification fiscale (INN)", "9102006047", (IdentifierType.TAX, "9102006047")),
        ("SWIFT/BIC (Libye)", "AGRULYLT", (IdentifierType.BIC, "AGRULYLT")),
        ("Numéro OMI", "5905801", (IdentifierType.IMO, "5905801")),
        ("Type d'entité: société par actions", "Russie", None),
        ("Lieu d'enregistrement", "Moscou, Fédération de Russie", None),  # a place is no number, whatever its words
    ],
)
def test_what_an_identification_is(tmp_path: Path, words: str, content: str, found: tuple[IdentifierType, str] | None) -> None:
    field = {"TypeChamp": "IDENTIFICATION", "Valeur": [{"Commentaire": words, "Identification": content}]}
    record = {"IdRegistre": 1, "Nature": "Personne morale", "Nom": "EXEMPLE", "RegistreDetail": [field]}
    (entity,), _ = read_text(tmp_path, "fr_gels", json.dumps({"Publications": {"PublicationDetail": [record]}}))
    assert [(one.type, one.value) for one in entity.identifiers] == ([found] if found else [])
    assert found or content in (entity.remarks or "")


def test_the_french_sample_is_dated_and_of_all_kinds() -> None:
    entities, report = read_shipped("fr_gels", "fr-gels-json", FRANCE)
    assert report.published == date(2026, 8, 14)
    assert [entity.kind for entity in entities] == [Kind.PERSON, Kind.ORGANISATION, Kind.VESSEL]
    assert report.unread == {"TypeChamp=COULEUR": 1}


@pytest.mark.parametrize("key", LISTS)
def test_every_truncation_ends_in_a_sentence(key: str, tmp_path: Path) -> None:
    whole = LISTS[key][1].read_bytes().rstrip()
    for length in range(1, len(whole), 37):
        with pytest.raises(SourceError, match=r"^(registre|debarred)"):
            read_text(tmp_path, key, whole[:length])


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@pytest.mark.parametrize("key", LISTS)
@given(data=st.data())
def test_whatever_stands_in_a_field_is_read_reported_or_refused(key: str, data: st.DataObject) -> None:
    """Any one value of the sample replaced by anything: no other error than the refusal of the file, and no nameless entity."""
    document = deepcopy(json.loads(LISTS[key][1].read_bytes()))
    place, step = document, next(iter(document))
    for _ in range(data.draw(st.integers(0, 8))):
        inner = place[step]
        steps = list(inner) if isinstance(inner, dict) else list(range(len(inner))) if isinstance(inner, list) else []
        if not steps:
            break
        place, step = inner, data.draw(st.sampled_from(steps))
    place[step] = data.draw(_JSON)
    with TemporaryDirectory() as folder:
        try:
            entities, report = read_text(Path(folder), key, json.dumps(document))
        except SourceError:
            return
    assert all(entity.names and entity.names[0].full for entity in entities)
    assert report.entries == len(entities)

"""What ``refresh`` does with what a publisher answers. After every fault the copy held before answers as before."""

from __future__ import annotations

import gzip
import ssl
import sys
from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest
from msgspec.structs import replace

from sanctions.acquisition.refresh import Options, Outcome, download
from sanctions.acquisition.snapshots import SnapshotStore
from sanctions.catalogue import ListDefinition
from tests.acquisition.conftest import QUICK, Clock
from tests.acquisition.samples import TOWNS, towns_csv
from tests.servers import Answer, Publisher, chunked, cut, make_certificate, publisher, redirect, resumable, send, silent, unless_known

PATH = "/towns.csv"


def fetch(store: SnapshotStore, definition: ListDefinition, options: Options) -> Outcome:
    [outcome] = download(store, [definition], options)
    return outcome


def test_the_first_copy(store: SnapshotStore, online: ListDefinition, options: Options, server: Publisher) -> None:
    url = server.play(PATH, send(TOWNS, ETag='"one"', Last_Modified="Fri, 27 Feb 2026 10:00:00 GMT", X_Noise="1"))
    outcome = fetch(store, online, options)
    copy = store.current("towns")
    assert outcome.status == "refreshed"
    assert copy is not None
    assert (copy.entries, str(copy.published), copy.origin) == (10, "2026-02-27", url)
    assert copy.path(copy.files[0]).read_bytes() == TOWNS
    assert dict(copy.files[0].headers).keys() == {"ETag", "Last-Modified", "Date"}
    assert [entity.name for entity in store.entities(copy)][:2] == ["Town 1", "Town 2"]


def test_the_user_agent_is_honest_and_passes_the_filters(
    store: SnapshotStore, online: ListDefinition, options: Options, server: Publisher
) -> None:
    server.play(PATH, send(TOWNS))
    fetch(store, online, options)
    agent = server.requests[0][1]["user-agent"]
    assert agent.startswith("Mozilla/5")
    assert len(agent) >= 40
    assert "sanctions-toolkit/" in agent


def test_not_modified_confirms_the_copy(
    store: SnapshotStore, online: ListDefinition, options: Options, server: Publisher, clock: Clock
) -> None:
    server.play(PATH, unless_known(TOWNS, '"one"'))
    fetch(store, online, options)
    clock.pass_time(days=3)
    outcome = fetch(store, online, options)
    assert (outcome.status, len(store.history("towns"))) == ("unchanged", 1)
    assert store.state("towns").confirmed == clock.now


def test_the_same_bytes_again_confirm_the_copy(
    store: SnapshotStore, online: ListDefinition, options: Options, server: Publisher, clock: Clock
) -> None:
    server.play(PATH, send(TOWNS))
    fetch(store, online, options)
    clock.pass_time(days=3)
    assert fetch(store, online, options).status == "unchanged"
    assert len(store.history("towns")) == 1
    assert store.state("towns").confirmed == clock.now


def test_not_modified_never_confirms_a_damaged_copy(
    store: SnapshotStore, online: ListDefinition, options: Options, server: Publisher
) -> None:
    server.play(PATH, unless_known(TOWNS, '"one"'))
    first = fetch(store, online, options).held
    assert first is not None
    damaged = first.path(first.files[0])
    damaged.chmod(0o644)
    damaged.write_bytes(TOWNS.replace(b"Town 1", b"Town X"))
    assert fetch(store, online, options).status == "refreshed"
    now = store.current("towns")
    assert now is not None
    assert now.path(now.files[0]).read_bytes() == TOWNS


def test_a_new_copy_becomes_current_and_the_old_one_stays(
    store: SnapshotStore, online: ListDefinition, options: Options, server: Publisher
) -> None:
    server.play(PATH, unless_known(TOWNS, '"one"'), unless_known(towns_csv(12), '"two"'))
    old, new = fetch(store, online, options).snapshot, fetch(store, online, options).snapshot
    assert old is not None
    assert new is not None
    assert store.history("towns") == (old, new)
    assert (len(store.entities(old)), len(store.entities(new))) == (10, 12)


ARRIVES: dict[str, tuple[Answer, ...]] = {
    "packed with gzip": (send(gzip.compress(TOWNS), Content_Encoding="gzip"),),
    "in chunks without a length": (chunked(TOWNS[:50], TOWNS[50:]),),
    "after three server errors": (send(b"", status=500), send(b"", status=502), send(b"", status=503), send(TOWNS)),
    "after being asked to wait": (send(b"", status=429, Retry_After="1"), send(TOWNS)),
    "after the transfer broke off": (cut(TOWNS, 40), send(TOWNS)),
    "after a silence": (silent(0.6), send(TOWNS)),
    "through a redirect": (redirect("/moved.csv"),),
    "cut at 1 %": (resumable(TOWNS, '"one"', len(TOWNS) // 100),),
    "cut at 50 %": (resumable(TOWNS, '"one"', len(TOWNS) // 2),),
    "cut at 99 %": (resumable(TOWNS, '"one"', len(TOWNS) - 2),),
    "cut again and again": (resumable(TOWNS, '"one"', *range(20, len(TOWNS), 20)),),
    "cut under a weak ETag": (resumable(TOWNS, 'W/"one"', 40),),
    "cut, and then another file": (resumable(towns_csv(11), '"old"', 40), send(TOWNS, ETag='"new"')),
}


@pytest.mark.parametrize("how", ARRIVES)
def test_the_copy_arrives(how: str, store: SnapshotStore, online: ListDefinition, options: Options, server: Publisher) -> None:
    server.play("/moved.csv", send(TOWNS))
    server.play(PATH, *ARRIVES[how])
    outcome = fetch(store, online, options)
    assert (outcome.status, outcome.sentence) == ("refreshed", None)
    copy = store.current("towns")
    assert copy is not None
    assert copy.path(copy.files[0]).read_bytes() == TOWNS


HTML = b"<!DOCTYPE html><html><body>Down for maintenance</body></html>"
NO_GZIP = b"\x1f\x8b\x08\0\0\0\0\0\0\3" + b"\x07" * 40
LARGE = towns_csv(60_000)

FAULTS: dict[str, tuple[Answer, str]] = {
    "server errors without end": (send(b"", status=500), "answered 500 Internal Server Error"),
    "asked to come back in an hour": (send(b"", status=429, Retry_After="3600"), "asks to come back after 3600 seconds"),
    "refused by a filter": (send(b"", status=403), "It refuses this program or network"),
    "gone": (send(b"", status=404), "The publisher has moved the file"),
    "the transfer always breaks off": (cut(TOWNS, 40), f"the transfer broke off after 40 of {len(TOWNS)} bytes (2 attempts)"),
    "the chunks never end": (chunked(TOWNS, whole=False), "the transfer broke off"),
    "the length is too short": (send(TOWNS, length=60), "the list is shrunken"),
    "an error page with status 200": (send(HTML), "a web page (HTML) instead of the list"),
    "an empty file": (send(b""), "an empty file"),
    "redirects in a circle": (redirect(PATH), "points on more than 5 times"),
    "a redirect to a file of the machine": (redirect("file:///etc/passwd"), "points on to file://"),
    "too large, as its length says": (send(LARGE), "larger than the 1 MB allowed"),
    "too large, without a length": (chunked(LARGE[:600_000], LARGE[600_000:]), "larger than the 1 MB allowed"),
    "a gzip bomb": (send(gzip.compress(b"A" * 50_000_000), Content_Encoding="gzip"), "larger than the 1 MB allowed"),
    "damaged gzip": (send(NO_GZIP, Content_Encoding="gzip"), "its gzip packing does not hold together"),
    "gzip without its end": (send(gzip.compress(TOWNS)[:-9], Content_Encoding="gzip"), "its gzip packing has no end"),
    "gzip that goes on": (send(gzip.compress(TOWNS) + b"more", Content_Encoding="gzip"), "its gzip packing goes on after its end"),
    "an error page in small pieces": (chunked(HTML[:5], HTML[5:], pause=0.1), "is a web page (HTML) and not a list"),
    "a billion laughs": (send(b"<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a 'ha'>]><l>&a;</l>"), "declares a document type"),
    "a packing not asked for": (send(TOWNS, Content_Encoding="br"), "packed the file as 'br'"),
    "silence": (silent(0.6), "did not answer within 0.4 seconds"),
    "silence in the middle": (chunked(TOWNS[:50], TOWNS[50:], pause=0.6), "fell silent for 0.4 seconds after 50 bytes"),
    "a drip": (chunked(*(b"%d" % i for i in range(20)), pause=0.1), "less than 1,024 bytes a second"),
    "another table": (send(b"a,b\n1,2\n3,4\n5,6\n"), "has no column"),
    "shrunken": (send(towns_csv(6)), "the list is shrunken, and refused"),
    "far too few": (send(towns_csv(1)), "has 1 entry; a copy of towns has 2 to 100,000"),
    "older": (send(towns_csv(10, published="2026-02-20")), "published on 2026-02-20, the copy held on 2026-02-27"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_ends_in_a_sentence_and_the_copy_before_answers(
    fault: str, store: SnapshotStore, online: ListDefinition, options: Options, server: Publisher, clock: Clock
) -> None:
    answer, said = FAULTS[fault]
    server.play(PATH, send(TOWNS))
    good = fetch(store, online, options).held
    clock.pass_time(days=1)
    server.play(PATH, answer)
    outcome = fetch(store, online, options)
    assert outcome.status == "failed"
    assert said in str(outcome.sentence)
    assert str(outcome.sentence).endswith(".")
    assert outcome.held == store.current("towns") == good
    assert good is not None
    store.verify(good)
    assert len(store.entities(good)) == 10
    state = store.state("towns")
    assert state.error == outcome.sentence
    assert state.confirmed == good.retrieved
    assert leftovers(store) == []


def leftovers(store: SnapshotStore) -> list[Path]:
    return list(store.home.root.rglob(".half-*"))


def test_a_failed_list_leaves_the_others_refreshed(
    store: SnapshotStore, online: ListDefinition, options: Options, server: Publisher
) -> None:
    server.play(PATH, send(TOWNS))
    villages = msgspec.structs.replace(online, key="villages", layouts=_with_url(online, f"{server.url}/absent.csv"))
    hamlets = msgspec.structs.replace(online, key="hamlets", layouts=_with_url(online, None))
    outcomes = list(download(store, [villages, hamlets, online], options))
    assert [(outcome.list, outcome.status) for outcome in outcomes] == [
        ("villages", "failed"),
        ("hamlets", "absent"),
        ("towns", "refreshed"),
    ]


def _with_url(definition: ListDefinition, url: str | None) -> tuple[msgspec.Struct, ...]:
    [layout] = definition.layouts
    return (msgspec.structs.replace(layout, files=(msgspec.structs.replace(layout.files[0], url=url),)),)


def test_a_server_that_is_not_there(store: SnapshotStore, online: ListDefinition, options: Options) -> None:
    nobody = msgspec.structs.replace(online, layouts=_with_url(online, "http://127.0.0.1:9/towns.csv"))
    outcome = fetch(store, nobody, options)
    assert "cannot be reached (Connection refused)" in str(outcome.sentence)
    assert outcome.held is None


def test_a_clock_set_back_is_noticed(
    store: SnapshotStore, online: ListDefinition, options: Options, server: Publisher, clock: Clock
) -> None:
    server.play(PATH, send(TOWNS), send(towns_csv(11)))
    fetch(store, online, options)
    clock.pass_time(days=-2)
    outcome = fetch(store, online, options)
    assert outcome.status == "failed"
    assert "Set the clock right" in str(outcome.sentence)


def test_a_certificate_that_cannot_be_trusted(store: SnapshotStore, online: ListDefinition, options: Options, tmp_path: Path) -> None:
    with publisher(make_certificate(tmp_path)) as secure:
        secure.play(PATH, send(TOWNS))
        outcome = fetch(store, msgspec.structs.replace(online, layouts=_with_url(online, secure.url + PATH)), options)
    assert "its certificate cannot be trusted" in str(outcome.sentence)
    assert "set REQUESTS_CA_BUNDLE" in str(outcome.sentence)
    assert secure.requests == []


def test_a_cut_transfer_goes_on_where_it_broke_off(
    store: SnapshotStore, online: ListDefinition, options: Options, server: Publisher
) -> None:
    server.play(PATH, resumable(TOWNS, '"one"', 40, 100))
    assert fetch(store, online, options).status == "refreshed"
    asked = [(headers.get("range"), headers.get("if-range")) for _, headers in server.requests]
    assert asked == [(None, None), ("bytes=40-", '"one"'), ("bytes=100-", '"one"')]


def test_a_cut_transfer_begins_anew_without_a_strong_etag(
    store: SnapshotStore, online: ListDefinition, options: Options, server: Publisher
) -> None:
    server.play(PATH, resumable(TOWNS, 'W/"one"', 40))
    assert fetch(store, online, options).status == "refreshed"
    assert [headers.get("range") for _, headers in server.requests] == [None, None]


@pytest.mark.parametrize("wrong", ["bytes 39-{last}/{whole}", "bytes 41-{last}/{whole}", "nonsense"])
def test_the_rest_must_be_the_rest(wrong: str, store: SnapshotStore, online: ListDefinition, options: Options, server: Publisher) -> None:
    """A server that answers with another part is asked for the whole file."""
    said = wrong.format(last=len(TOWNS) - 1, whole=len(TOWNS))
    part = send(TOWNS[40:], status=206, ETag='"one"', Content_Range=said)
    server.play(PATH, cut_with(TOWNS, 40, '"one"'), part, send(TOWNS))
    patient = replace(options, limits=replace(QUICK, attempts=3))
    assert fetch(store, online, patient).status == "refreshed"
    copy = store.current("towns")
    assert copy is not None
    assert copy.path(copy.files[0]).read_bytes() == TOWNS


def cut_with(body: bytes, after: int, etag: str) -> Answer:
    return send(body[:after], length=len(body), ETag=etag)


def test_an_expired_certificate(store: SnapshotStore, online: ListDefinition, options: Options, tmp_path: Path) -> None:
    with publisher(make_certificate(tmp_path, expired=True)) as secure:
        secure.play(PATH, send(TOWNS))
        outcome = fetch(store, msgspec.structs.replace(online, layouts=_with_url(online, secure.url + PATH)), options)
    assert "its certificate cannot be trusted" in str(outcome.sentence)
    assert secure.requests == []


def test_the_certificates_of_the_system(
    store: SnapshotStore, online: ListDefinition, options: Options, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With SANCTIONS_TRUSTSTORE=1 whatever truststore trusts is trusted; here that is the test's own certificate."""
    certificate = make_certificate(tmp_path)

    class Context(ssl.SSLContext):
        def __new__(cls, protocol: int) -> ssl.SSLContext:  # type: ignore[misc]  # stands in for truststore's, which is made alike
            made = ssl.SSLContext(protocol)
            made.load_verify_locations(certificate[0])
            return made

    monkeypatch.setitem(sys.modules, "truststore", SimpleNamespace(SSLContext=Context))
    monkeypatch.setenv("SANCTIONS_TRUSTSTORE", "1")
    with publisher(certificate) as secure:
        secure.play(PATH, send(TOWNS))
        outcome = fetch(store, msgspec.structs.replace(online, layouts=_with_url(online, secure.url + PATH)), options)
    assert outcome.status == "refreshed", outcome.sentence


def test_the_certificates_of_the_system_without_truststore(
    store: SnapshotStore, online: ListDefinition, options: Options, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "truststore", None)
    monkeypatch.setenv("SANCTIONS_TRUSTSTORE", "1")
    outcome = fetch(store, online, options)
    assert "install sanctions-toolkit[truststore], or unset SANCTIONS_TRUSTSTORE" in str(outcome.sentence)
    assert store.state("towns").error == outcome.sentence


def test_a_proxy_of_the_environment_is_asked(
    store: SnapshotStore, online: ListDefinition, options: Options, server: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The proxy is asked for the whole address; here it answers for the publisher, who cannot be reached."""
    address = "http://lists.example.org/towns.csv"
    server.play(address, send(TOWNS))
    for name in ("HTTP_PROXY", "http_proxy"):
        monkeypatch.setenv(name, server.url)
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    outcome = fetch(store, msgspec.structs.replace(online, layouts=_with_url(online, address)), options)
    assert outcome.status == "refreshed", outcome.sentence
    assert server.asked(address) == 1

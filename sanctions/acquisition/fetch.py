"""Downloads: the only module of the toolkit that opens a network connection. Imported when something is fetched.

A download is bounded in size and in slowness, is asked for only if it has changed, and is whole or an error.
Proxies and certificates are those of the environment (HTTPS_PROXY, NO_PROXY, REQUESTS_CA_BUNDLE); with
SANCTIONS_TRUSTSTORE=1 the certificates are those that the system itself trusts, a company's own among them.
"""

from __future__ import annotations

import http.client
import os
import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urljoin, urlsplit

import msgspec
import requests
import urllib3
from requests.adapters import HTTPAdapter
from urllib3.exceptions import MaxRetryError, ReadTimeoutError, ResponseError
from urllib3.util.retry import Retry

from sanctions.acquisition.fetch_words import TRUSTSTORE, refusal, too_large, unreachable
from sanctions.acquisition.packing import CutError, unpacker
from sanctions.acquisition.parts import Part
from sanctions.acquisition.sources import is_web_page
from sanctions.errors import FetchError
from sanctions.version import __version__

USER_AGENT = f"Mozilla/5.0 (compatible; sanctions-toolkit/{__version__}; sanctions list download)"
"""Honest, and in the form that OFAC's and DFAT's web filters demand: ``Mozilla/<digit>`` first, 40 characters or more."""

KEPT_HEADERS = ("ETag", "Last-Modified", "Date", "Content-Type")
_CHUNK = 256 * 1024


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """How patient a download is. Times in seconds.

    OFAC has been seen to send 127 MB at 190 KB/s, eleven minutes: there is no limit on the whole, but one on
    the silence between two reads (``read``) and on the speed (``slowest`` bytes a second over ``window`` seconds).
    ``attempts`` in a row may bring nothing new; one that goes on where the last broke off is no such attempt, up to
    ``resumptions`` of them.
    """

    connect: float = 10.0
    read: float = 120.0
    window: float = 60.0
    slowest: int = 1024
    retries: int = 5
    backoff: float = 1.0
    longest_wait: float = 120.0
    attempts: int = 3
    resumptions: int = 50
    redirects: int = 5


class Fetched(msgspec.Struct, frozen=True, kw_only=True):
    """A finished download; ``sha256`` is None for "not modified" (nothing was written then)."""

    url: str
    sha256: str | None = None
    bytes: int = 0
    headers: Mapping[str, str] = {}


Progress = Callable[[int, int | None], None]
"""Told the bytes so far and the whole, if the publisher says it."""


class _Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """A file to fetch; see ``Fetcher.fetch``."""

    url: str
    place: Path
    most: int
    known: Mapping[str, str]
    progress: Progress


class Fetcher:
    """Downloads over one session: ``with Fetcher() as fetcher: fetcher.fetch(url, place, most=bytes)``.

    ``page``: a web page is wanted as it is, so HTML is no error, and every header of the answer is kept.
    """

    def __init__(self, limits: Limits | None = None, *, page: bool = False) -> None:
        self.limits = limits or Limits()
        self.page = page
        self._session = requests.Session()
        self._session.headers.update({"User-Agent": USER_AGENT, "Accept": "*/*", "Accept-Encoding": "gzip"})
        adapter = _adapter(_retry(self.limits))
        self._session.mount("https://", adapter)
        self._session.mount("http://", adapter)

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(self, *_: object) -> None:
        self._session.close()

    def fetch(
        self, url: str, place: Path, *, most: int, known: Mapping[str, str] | None = None, progress: Progress = lambda done, whole: None
    ) -> Fetched:
        """Download ``url`` to the file ``place``, at most ``most`` bytes.

        ``known`` are the headers kept of an earlier download: if the publisher answers that nothing has
        changed since, nothing is written and ``sha256`` is None. A transfer that breaks off is tried again.
        Raises FetchError with a sentence that names the URL; OSError if ``place`` cannot be written.
        """
        wanted = _Wanted(url=url, place=place, most=most, known=known or {}, progress=progress)
        part, fruitless = Part(), 0
        for attempt in range(1, self.limits.resumptions + self.limits.attempts + 1):
            had = part.size if part.etag else 0
            try:
                return self._fetch_once(wanted, part)
            except CutError as cut:
                fruitless = 0 if had and part.size > had else fruitless + 1
                if fruitless == self.limits.attempts or attempt > self.limits.resumptions:
                    raise FetchError(f"{url}: {cut} ({attempt} attempts). Try again later, or give the file with --from.") from None
                time.sleep(self.limits.backoff * 2**fruitless)
        raise AssertionError("the last attempt returns or raises")

    def _fetch_once(self, wanted: _Wanted, part: Part) -> Fetched:
        conditions = {"ETag": "If-None-Match", "Last-Modified": "If-Modified-Since"}
        asked = {conditions[name]: value for name, value in wanted.known.items() if name in conditions}
        resumed = part.asking()
        with self._open(wanted.url, resumed or asked) as response:
            if response.status_code == requests.codes.not_modified and asked and not resumed:
                return Fetched(url=wanted.url, headers=_kept(response))
            goes_on = bool(resumed) and part.goes_on(response.status_code, response.headers)
            if not goes_on:
                _check_answer(wanted.url, response, wanted.most)
                part.begin(response.headers)
            with wanted.place.open("ab" if goes_on else "wb") as target:
                target.truncate(part.size)
                self._receive(wanted, response, target, part)
            headers = _whole(response) if self.page else _kept(response)
            return Fetched(url=wanted.url, sha256=part.digest.hexdigest(), bytes=part.size, headers=headers)

    def _open(self, url: str, headers: Mapping[str, str]) -> requests.Response:
        """Follow redirects by hand, so that a download begun over https never goes on without it."""
        target = url
        for _ in range(self.limits.redirects + 1):
            response = self._get(url, target, headers)
            if not response.is_redirect:
                return response
            response.close()
            target = urljoin(target, response.headers["Location"])
            scheme = urlsplit(target).scheme
            if scheme not in {"http", "https"} or (urlsplit(url).scheme == "https" and scheme != "https"):
                raise FetchError(f"{url}: the server points on to {scheme}://, which is not safe; nothing was fetched.")
        raise FetchError(f"{url}: the server points on more than {self.limits.redirects} times, in a circle perhaps. Try again later.")

    def _get(self, url: str, target: str, headers: Mapping[str, str]) -> requests.Response:
        timeouts = (self.limits.connect, self.limits.read)
        try:
            return self._session.get(target, headers=dict(headers), stream=True, allow_redirects=False, timeout=timeouts)
        except requests.exceptions.RequestException as problem:
            reason = unreachable(problem, connect=self.limits.connect, read=self.limits.read)
        raise FetchError(f"{url}: {reason}. Try again later, or give the file with --from.")

    def _receive(self, wanted: _Wanted, response: requests.Response, target: BinaryIO, part: Part) -> None:
        """Write the body as it comes, unpacked, and keep count of it in ``part``."""
        url, before, whole = wanted.url, part.size, _length(response)
        for chunk, received in self._chunks(url, response):
            if part.size == 0 and is_web_page(chunk) and not self.page:
                raise FetchError(f"{url}: the server answered with a web page (HTML) instead of the list: a notice or an error page.")
            if part.size + len(chunk) > wanted.most:
                raise FetchError(too_large(url, wanted.most))
            target.write(chunk)
            part.add(chunk)
            wanted.progress(before + received, before + whole if whole else None)
        if part.size == 0:
            raise FetchError(f"{url}: the server sent an empty file. Try again later.")

    def _chunks(self, url: str, response: requests.Response) -> Iterator[tuple[bytes, int]]:
        """The body piece by piece, unpacked, with the bytes received so far. Raises CutError unless the whole of it comes."""
        unpack, whole, received = unpacker(url, response.headers.get("Content-Encoding")), _length(response), 0
        since, then = time.monotonic(), 0
        try:
            while packed := response.raw.read1(_CHUNK, decode_content=False):
                received += len(packed)
                yield from ((chunk, received) for chunk in unpack(packed))
                if time.monotonic() - since > self.limits.window:
                    if received - then < self.limits.slowest * self.limits.window:
                        raise CutError(f"the server sends less than {self.limits.slowest:,} bytes a second")
                    since, then = time.monotonic(), received
        except ReadTimeoutError:
            raise CutError(f"the server fell silent for {self.limits.read:g} seconds after {received:,} bytes") from None
        except (urllib3.exceptions.HTTPError, http.client.HTTPException, ConnectionError):
            of_whole = f" of {whole:,}" if whole else ""
            raise CutError(f"the transfer broke off after {received:,}{of_whole} bytes") from None
        if whole is not None and received != whole:
            raise CutError(f"the transfer broke off after {received:,} of {whole:,} bytes")
        unpack(None)


def _adapter(retries: Retry) -> HTTPAdapter:
    """requests' adapter; with SANCTIONS_TRUSTSTORE=1 it trusts what the system trusts. Raises FetchError if truststore is not installed."""
    if os.environ.get(TRUSTSTORE, "").strip().lower() not in {"1", "true", "yes", "on"}:
        return HTTPAdapter(max_retries=retries)
    try:
        import truststore
    except ImportError:
        raise FetchError(
            f"{TRUSTSTORE} asks for the system's certificates, which needs the package truststore: "
            f"install sanctions-toolkit[truststore], or unset {TRUSTSTORE}."
        ) from None

    class SystemTrust(HTTPAdapter):
        def init_poolmanager(self, *args: Any, **options: Any) -> None:
            super().init_poolmanager(*args, **options, ssl_context=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT))

        def proxy_manager_for(self, proxy: str, **options: Any) -> Any:
            return super().proxy_manager_for(proxy, **options, ssl_context=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT))

    return SystemTrust(max_retries=retries)


def _retry(limits: Limits) -> Retry:
    """urllib3's Retry; it waits as long as Retry-After asks, but gives up if that is longer than a person would wait."""

    class Patient(Retry):
        def increment(self, method=None, url=None, response=None, error=None, _pool=None, _stacktrace=None):  # type: ignore[no-untyped-def]  # urllib3's own signature, passed on as it is
            if response is not None and (self.get_retry_after(response) or 0) > limits.longest_wait:
                raise MaxRetryError(_pool, url, ResponseError("asked to wait too long"))
            return super().increment(method, url, response, error, _pool, _stacktrace)

    return Patient(
        total=limits.retries,
        connect=2,  # offline is known after two seconds, and not after thirty
        read=1,
        other=0,  # a certificate that is not trusted now will not be so in a minute
        backoff_factor=limits.backoff,
        status_forcelist=(429, 500, 502, 503, 504),
        allowed_methods={"GET"},
        raise_on_status=False,
        redirect=False,
    )


def _check_answer(url: str, response: requests.Response, most: int) -> None:
    if response.status_code != requests.codes.ok:
        raise FetchError(f"{url}: {refusal(response)}")
    if (_length(response) or 0) > most:
        raise FetchError(too_large(url, most))


def _length(response: requests.Response) -> int | None:
    text = response.headers.get("Content-Length", "")
    return int(text) if text.isdigit() else None


def _kept(response: requests.Response) -> dict[str, str]:
    return {name: response.headers[name] for name in KEPT_HEADERS if name in response.headers}


def _whole(response: requests.Response) -> dict[str, str]:
    """Every header, with the status and the address that answered in the end."""
    return {"(status)": f"{response.status_code} {response.reason or ''}".strip(), "(address)": response.url, **response.headers}

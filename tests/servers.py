"""A local HTTP server that plays a publisher, with all its faults. Only 127.0.0.1 is ever used."""

from __future__ import annotations

import contextlib
import shutil
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

Answer = Callable[["Handler"], None]
"""Writes one whole answer, status line and all."""


class Handler(BaseHTTPRequestHandler):
    """Plays the answers set for the path, one a request; the last is repeated."""

    protocol_version = "HTTP/1.1"
    publisher: Publisher

    def do_GET(self) -> None:
        publisher = self.publisher
        publisher.requests.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        answers = publisher.answers.get(self.path)
        if not answers:
            return send(b"no such file", status=404)(self)
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        with contextlib.suppress(ConnectionError, ssl.SSLError):  # a client that refuses hangs up on us
            answer(self)
        return None

    def log_message(self, format: str, *args: object) -> None:
        return


class Publisher:
    """A running server: ``publisher.play("/list.csv", send(b"..."))``, then look at ``publisher.requests``."""

    def __init__(self, server: ThreadingHTTPServer, scheme: str) -> None:
        self.url = f"{scheme}://127.0.0.1:{server.server_address[1]}"
        self.answers: dict[str, list[Answer]] = {}
        self.requests: list[tuple[str, dict[str, str]]] = []

    def play(self, path: str, *answers: Answer) -> str:
        """Set the answers of a path; returns its URL."""
        self.answers[path] = list(answers)
        return self.url + path

    def asked(self, path: str) -> int:
        return sum(1 for asked, _ in self.requests if asked == path)


@contextlib.contextmanager
def publisher(certificate: tuple[Path, Path] | None = None) -> Iterator[Publisher]:
    """A publisher's server; over https if ``certificate`` (the PEM files of certificate and key) is given."""

    class Own(Handler):
        pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Own)
    server.daemon_threads = True
    server.block_on_close = False
    server.handle_error = lambda request, client_address: None  # type: ignore[method-assign]  # clients that hang up are part of the play
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    Own.publisher = Publisher(server, "https" if certificate else "http")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield Own.publisher
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def send(body: bytes, *, status: int = 200, length: int | None = None, **headers: str) -> Answer:
    """A whole answer. ``length`` is what Content-Length says, if not the truth; in header names ``_`` stands for ``-``."""

    def answer(handler: Handler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body) if length is None else length))
        handler.end_headers()
        handler.wfile.write(body)
        if length is not None:
            handler.close_connection = True

    return answer


def unless_known(body: bytes, etag: str, **headers: str) -> Answer:
    """The body with its ETag, or 304 to somebody who names that ETag."""

    def answer(handler: Handler) -> None:
        if handler.headers.get("If-None-Match") == etag:
            handler.send_response(304)
            handler.send_header("ETag", etag)
            handler.end_headers()
        else:
            send(body, ETag=etag, **headers)(handler)

    return answer


def redirect(target: str) -> Answer:
    return send(b"", status=302, Location=target)


def cut(body: bytes, after: int) -> Answer:
    """The connection ends after so many bytes of the body."""
    return send(body[:after], length=len(body))


def chunked(*parts: bytes, pause: float = 0.0, whole: bool = True) -> Answer:
    """Parts without a Content-Length, with a pause before each but the first; not ``whole``: the end never comes."""

    def answer(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        for number, part in enumerate(parts):
            time.sleep(pause if number else 0)
            handler.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
            handler.wfile.flush()
        if whole:
            handler.wfile.write(b"0\r\n\r\n")
        else:
            handler.close_connection = True

    return answer


def silent(seconds: float) -> Answer:
    """Nothing for a while, then the connection ends."""

    def answer(handler: Handler) -> None:
        time.sleep(seconds)
        handler.close_connection = True

    return answer


def resumable(body: bytes, etag: str, *cuts: int) -> Answer:
    """A server that honours Range and If-Range; each answer ends at the next of ``cuts`` (bytes of the body), the last is whole."""
    left = list(cuts)

    def answer(handler: Handler) -> None:
        wanted = handler.headers.get("Range")
        begin = int(wanted[len("bytes=") : -1]) if wanted and handler.headers.get("If-Range") == etag else 0
        end = left.pop(0) if left else len(body)
        part = {"Content_Range": f"bytes {begin}-{len(body) - 1}/{len(body)}"} if begin else {}
        send(body[begin:end], status=206 if begin else 200, length=len(body) - begin, ETag=etag, **part)(handler)

    return answer


def make_certificate(folder: Path, *, expired: bool = False) -> tuple[Path, Path]:
    """The PEM files of a certificate for 127.0.0.1, trusted by nobody, and its key. Skips the test without openssl."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl, which makes the certificate of the local server, is not here")
    made = folder / "certificate.pem", folder / "key.pem"
    names = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    kind = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    subprocess.run(["openssl", *kind, *names, "-out", str(made[0]), "-keyout", str(made[1])], check=True, capture_output=True)
    if expired:
        again = ["x509", "-in", str(made[0]), "-signkey", str(made[1]), "-days", "-1", "-out", str(made[0])]
        if subprocess.run(["openssl", *again], check=False, capture_output=True).returncode:
            pytest.skip("this openssl makes no certificate of the past")
    return made

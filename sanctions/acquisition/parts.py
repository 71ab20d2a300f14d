"""A transfer that broke off and goes on where it did: RFC 9110 section 14, with If-Range and a strong ETag, or not at all.

Without a strong ETag nothing says that the rest belongs to the same file, and the transfer begins anew.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from http import HTTPStatus

import msgspec

from sanctions.acquisition.packing import CutError


class Part(msgspec.Struct):
    """What of a file has come so far. ``etag`` is set while the transfer could go on."""

    digest: hashlib._Hash = msgspec.field(default_factory=hashlib.sha256)
    size: int = 0
    etag: str | None = None

    def add(self, chunk: bytes) -> None:
        self.digest.update(chunk)
        self.size += len(chunk)

    def begin(self, headers: Mapping[str, str]) -> None:
        """Forget what came: an answer with these headers brings the whole file."""
        self.digest, self.size, self.etag = hashlib.sha256(), 0, strong_etag(headers)

    def asking(self) -> dict[str, str]:
        """The headers that ask for the rest; none if there is nothing to go on from."""
        if not (self.etag and self.size):
            return {}
        return {"Range": f"bytes={self.size}-", "If-Range": self.etag, "Accept-Encoding": "identity"}

    def goes_on(self, status: int, headers: Mapping[str, str]) -> bool:
        """Whether an answer to ``asking`` brings the rest and nothing else. Raises CutError for one that is neither rest nor whole."""
        if status == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
            self.etag = None
            raise CutError("the server no longer has the file that broke off")
        if status != HTTPStatus.PARTIAL_CONTENT:
            return False
        begins = re.match(r"bytes (\d+)-\d+/(\d+|\*)$", headers.get("Content-Range", ""))
        if begins is None or int(begins[1]) != self.size or headers.get("ETag", self.etag) != self.etag or is_packed(headers):
            self.etag = None
            raise CutError("the server answered with another part of the file than was asked for")
        return True


def strong_etag(headers: Mapping[str, str]) -> str | None:
    """The ETag, unless it is a weak one, which may stand for other bytes, or of packed bytes, which cannot be taken up anywhere."""
    etag = headers.get("ETag", "")
    return etag if re.fullmatch(r'"[^"]+"', etag) and not is_packed(headers) else None


def is_packed(headers: Mapping[str, str]) -> bool:
    return headers.get("Content-Encoding", "identity").strip().lower() not in {"", "identity"}

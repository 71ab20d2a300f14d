"""Unpacking a download as it comes: bounded in size, and whole or an error (urllib3's own does not notice a stream without its end)."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator

from sanctions.errors import FetchError

CHUNK = 256 * 1024
"""How many bytes are unpacked at once."""


class CutError(Exception):
    """The transfer ended before its end; worth another attempt."""


Unpack = Callable[[bytes | None], Iterable[bytes]]
"""Told a piece, gives it unpacked; told None at the end, raises CutError if something is lacking."""


def unpacker(url: str, encoding: str | None) -> Unpack:
    """Unpacks what came with that Content-Encoding: nothing, or gzip, which alone is asked for. Raises FetchError for another."""
    encoding = (encoding or "identity").strip().lower()
    if encoding in {"identity", ""}:
        return lambda piece: [piece] if piece else []
    if encoding not in {"gzip", "x-gzip"}:
        raise FetchError(f"{url}: the server packed the file as {encoding!r}, which was not asked for. Give the file with --from.")
    stream = zlib.decompressobj(wbits=31)

    def unpack(piece: bytes | None) -> Iterator[bytes]:
        try:
            full = bool(piece)
            while full or piece:
                unpacked = stream.decompress(piece or b"", CHUNK)  # bounded, so that a bomb is met in small pieces
                yield unpacked
                piece, full = stream.unconsumed_tail, len(unpacked) == CHUNK
        except zlib.error:
            raise CutError("the file came damaged (its gzip packing does not hold together)") from None

    def checked(piece: bytes | None) -> Iterable[bytes]:
        if piece is None and not stream.eof:
            raise CutError("the file came cut short (its gzip packing has no end)")
        if piece is None and stream.unused_data:
            raise CutError("the file came damaged (its gzip packing goes on after its end)")
        return unpack(piece)

    return checked

"""Collects a response body and decompresses it in small steps, so that a hostile body uses a bounded amount of
memory."""

from __future__ import annotations

import zlib
from typing import Final, NoReturn

_RATIO = 100
_RATIO_FROM = 2**20  # short bodies may compress as well as they like
_STEP = 2**16
_WINDOW = 2**12  # compressed bytes in one go: zlib copies what follows the end of a gzip member
_GZIP, _ZLIB, _RAW = 31, 15, -15  # zlib's names for the formats: window bits
_FORMATS = {"gzip": _GZIP, "x-gzip": _GZIP, "deflate": _ZLIB}
_UNSUPPORTED: Final = frozenset(
    {"br", "zstd", "compress", "x-compress", "dcb", "dcz", "exi", "pack200-gzip", "aes128gcm"}
)
"""The other content codings that are registered. What is no coding at all, such as a charset or `none`, changes nothing
about a body, and is ignored."""


class UnreadableBody(Exception):
    """A body that is too large, or encoded in a way that is not supported. The text says which, after "the body"."""


class BodyDecoder:
    """The body of one response while it arrives.

    Raises `UnreadableBody` above `limit` bytes (compressed or decompressed), above 100 decompressed bytes for each
    compressed one, and for an encoding other than one layer of gzip or deflate; `zlib.error` if the compressed data are
    damaged.
    """

    def __init__(self, *, encoding: str, length: str, limit: int) -> None:
        self._limit = limit
        self._parts: list[bytes] = []
        self._small = bytearray()
        self._size = 0
        self._received = 0
        self._format = self._format_of(encoding)
        self._decompressor = zlib.decompressobj(self._format) if self._format else None
        if length.isdecimal() and int(length) > limit:
            self._refuse_size()

    def feed(self, chunk: bytes) -> None:
        """Take the next bytes from the network."""
        if self._decompressor is None:
            self._keep(chunk, raw=len(chunk))
            return
        for start in range(0, len(chunk), _WINDOW):
            piece, more = chunk[start : start + _WINDOW], True
            while more:
                piece, more = self._decompress(piece)

    def finish(self) -> bytes:
        """The complete body, decompressed."""
        if self._decompressor is not None and self._received and not self._decompressor.eof:
            raise zlib.error("the compressed data end too early")
        return b"".join([*self._parts, self._small])

    def _decompress(self, data: bytes) -> tuple[bytes, bool]:
        """One step: the rest of `data`, and whether another step is necessary."""
        if self._format == _GZIP and self._decompressor is not None and self._decompressor.eof:
            self._received += len(data)
            data = data.lstrip(b"\0")  # padding, which the format allows
            self._received -= len(data)
            if not data:
                return b"", False
        if self._decompressor is None or self._decompressor.eof or not self._received:
            self._decompressor = zlib.decompressobj(self._next_format(data))
        piece = self._decompressor.decompress(data, _STEP)
        rest = self._decompressor.unconsumed_tail or self._decompressor.unused_data
        self._keep(piece, raw=len(data) - len(rest))
        # A full step may leave output in the decompressor although all input is consumed.
        return rest, bool(rest) or (len(piece) == _STEP and not self._decompressor.eof)

    def _next_format(self, data: bytes) -> int:
        """Gzip may consist of several members; "deflate" is sent with and without zlib's header."""
        if self._format == _GZIP:
            return _GZIP
        if self._received:
            raise zlib.error("something follows the compressed data")
        return _ZLIB if data[0] & 0x0F == 8 else _RAW

    def _keep(self, piece: bytes, *, raw: int) -> None:
        self._size += len(piece)
        self._received += raw
        if self._size > self._limit or self._received > self._limit:
            self._refuse_size()
        if self._size > _RATIO_FROM and self._size > _RATIO * self._received:
            raise UnreadableBody(f"decompresses to more than {_RATIO} times its size")
        self._collect(piece)

    def _collect(self, piece: bytes) -> None:
        """Keep a piece. Small ones are joined at once: as objects they would take many times their size."""
        if len(piece) >= _WINDOW and not self._small:
            self._parts.append(piece)
            return
        self._small += piece
        if len(self._small) >= _STEP:
            self._parts.append(bytes(self._small))
            self._small.clear()

    def _format_of(self, encoding: str) -> int | None:
        names = [name.strip() for name in encoding.lower().split(",")]
        layers = [name for name in names if name in _FORMATS or name in _UNSUPPORTED]
        if len(layers) > 1:
            raise UnreadableBody("has more than one Content-Encoding")
        if layers and layers[0] not in _FORMATS:
            raise UnreadableBody(f"has a Content-Encoding other than gzip or deflate: {layers[0]}")
        return _FORMATS[layers[0]] if layers else None

    def _refuse_size(self) -> NoReturn:
        raise UnreadableBody(f"is larger than the limit of {self._limit} bytes")

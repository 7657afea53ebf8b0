"""Collects a response body and decompresses it in small steps, so that a hostile body uses a bounded amount of
memory."""

from __future__ import annotations

import zlib
from typing import NoReturn

from .._errors import DecodeError

_RATIO = 100
_RATIO_FROM = 2**20  # short bodies may compress as well as they like
_STEP = 2**16
_GZIP, _ZLIB, _RAW = 31, 15, -15  # zlib's names for the formats: window bits
_FORMATS = {"gzip": _GZIP, "x-gzip": _GZIP, "deflate": _ZLIB}


class BodyDecoder:
    """The body of one response while it arrives.

    Raises `DecodeError` above `limit` bytes (compressed or decompressed), above 100 decompressed bytes for each
    compressed one, and for an encoding other than one layer of gzip or deflate; `zlib.error` if the compressed data are
    damaged.
    """

    def __init__(self, status: int, *, encoding: str, length: str | None, limit: int) -> None:
        self._status = status
        self._limit = limit
        self._parts: list[bytes] = []
        self._size = 0
        self._received = 0
        self._format = self._format_of(encoding)
        self._decompressor = zlib.decompressobj(self._format) if self._format else None
        if length is not None and length.isdecimal() and int(length) > limit:
            self._refuse_size()

    def feed(self, chunk: bytes) -> None:
        """Take the next bytes from the network."""
        if self._decompressor is None:
            self._keep(chunk, raw=len(chunk))
            return
        more = bool(chunk)
        while more:
            chunk, more = self._decompress(chunk)

    def finish(self) -> bytes:
        """The complete body, decompressed."""
        if self._decompressor is not None and self._received and not self._decompressor.eof:
            raise zlib.error("the compressed data end too early")
        return b"".join(self._parts)

    def _decompress(self, data: bytes) -> tuple[bytes, bool]:
        """One step: the rest of `data`, and whether another step is necessary."""
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
            self._refuse(f"decompresses to more than {_RATIO} times its size")
        if piece:
            self._parts.append(piece)

    def _format_of(self, encoding: str) -> int | None:
        layers = [name for name in map(str.strip, encoding.lower().split(",")) if name not in ("", "identity")]
        if len(layers) > 1:
            self._refuse("has more than one Content-Encoding")
        if layers and layers[0] not in _FORMATS:
            self._refuse("has a Content-Encoding other than gzip or deflate")
        return _FORMATS[layers[0]] if layers else None

    def _refuse_size(self) -> NoReturn:
        self._refuse(f"is larger than the limit of {self._limit} bytes")

    def _refuse(self, what: str) -> NoReturn:
        raise DecodeError(f"the body of the response {what} (HTTP status {self._status})", status=self._status)

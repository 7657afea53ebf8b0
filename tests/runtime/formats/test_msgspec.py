"""With msgspec installed, JSON is decoded faster, and to the same: values, their types, and errors."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from subkit._formats import json as formats
from support.bodies import anything
from support.properties import examples

NUMBERS = [
    *(b"0", b"-0", b"-0.0", b"1e5", b"1E5", b"1e-5", b"0.1e1", b"1e22", b"1e308", b"1e-400", b"4.9e-324"),
    *(b"18446744073709551616", b"-9223372036854775809", b"12345678901234567890123", b"9007199254740993.0"),
    *(b"2.2250738585072011e-308", b"1.7976931348623159e308", b"1e999", b"-1e999", b"1" * 5000, b"-" + b"1" * 5000),
    *(b"1." + b"1" * 5000, b"01", b"1.", b".5", b"+1", b"-", b"1e", b"1e+", b"NaN", b"nan", b"Infinity", b"-Infinity"),
]
STRINGS = [
    *(b'"\\ud800"', b'"\\ud83d\\ude00"', b'"\\/"', b'"\\u00e9"', b'"\\u0000"', b'"\x7f"', b'"\xe2\x80\xa8"', b'"\\x"'),
    *(b'"a\nb"', b'"\x00"', b'"\xff"', b'"\xed\xa0\x80"', b'"abc', b"'a'"),
]
STRUCTURES = [
    *(b"", b" ", b"\n", b"null ", b" {} \n\r\t", b"\x0c{}", b"\xc2\xa0{}", b"\xef\xbb\xbf{}", b"{}x", b"tru", b"1 //c"),
    *(b'{"a":1,"a":2}', b'{"":1}', b'{"a" :1}', b'{"a":}', b"{a:1}", b'{"a":1,}', b"[1,]", b"[,1]", b"[1 2]"),
    *(b"[" * 100 + b"]" * 100, b"[" * 101 + b"]" * 101, b"[" * 1100 + b"]" * 1100, b"[" * 100_000),
]


def outcome(body: bytes) -> str:
    """What decoding gives: a value with its types, or an error."""
    try:
        return repr(formats.loads(body))
    except ValueError as error:
        return f"{type(error).__name__}: {error}"


@pytest.fixture
def with_msgspec(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let msgspec be found, which the other tests hide, and decode small bodies too."""
    formats._fast_decoder.cache_clear()
    with monkeypatch.context() as patch:
        patch.delitem(sys.modules, "msgspec")
        patch.setattr(formats, "LARGE", 0)
        assert formats._fast_decoder() is not None
        yield
    formats._fast_decoder.cache_clear()


@pytest.fixture
def without_msgspec() -> dict[bytes, str]:
    """What is decoded without msgspec."""
    assert formats._fast_decoder() is None
    return {body: outcome(body) for body in [*NUMBERS, *STRINGS, *STRUCTURES]}


def test_the_same(without_msgspec: dict[bytes, str], with_msgspec: None) -> None:
    """Unusual numbers, strings and structures give the same value, or the same error."""
    assert {body: outcome(body) for body in without_msgspec} == without_msgspec


@pytest.mark.usefixtures("with_msgspec")
@examples(100)
@given(value=anything)
def test_any_value(value: Any) -> None:
    """Any JSON value comes out as it went in."""
    assert repr(formats.loads(json.dumps(value).encode())) == repr(value)


@pytest.mark.usefixtures("with_msgspec")
def test_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """What msgspec accepts, `json` does not see, from the length on that is worth it."""
    body = b'{"a": [1, 2.5, null]}'
    with monkeypatch.context() as patch:
        patch.setattr(formats, "_decoder", None)
        patch.setattr(formats, "LARGE", len(body))
        assert formats.loads(body) == {"a": [1, 2.5, None]}


def test_small_bodies(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small body does not load msgspec: a program with a few calls should not pay for the import."""
    monkeypatch.setattr(formats, "_fast_decoder", lambda: pytest.fail("msgspec is loaded"))
    assert formats.loads(b"[1]") == [1]

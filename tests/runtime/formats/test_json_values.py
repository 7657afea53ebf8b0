"""JSON values: what each Python value is written as, what cannot be written, and what a wrong one is called."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from types import MappingProxyType
from typing import Any
from uuid import UUID

import pytest
import subkit
from subkit._formats.json import DEEPEST, dumps, is_array, is_json, is_object, is_plain, loads, shape_of, to_json
from subkit._models.decoding import DatetimeWithText, UuidWithText
from support.scripted import UUID_1, package_of

PUBLISHER = package_of("wso2-publisher")
MOMENT = datetime(2026, 3, 18, 23, 57, 44, 123456, UTC)
TEXT = "2026-03-18T23:57:44.1234567Z"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, None), (True, True), (0, 0), (-1.5, -1.5), ("ü", "ü"), ([], []), ({}, {}),
        ((1, (2,)), [1, [2]]),
        ({1: [None], "a": {"b": MOMENT}}, {"1": [None], "a": {"b": "2026-03-18T23:57:44.123456Z"}}),
        (MappingProxyType({"a": UUID(UUID_1)}), {"a": UUID_1}),
        (MOMENT, "2026-03-18T23:57:44.123456Z"),
        (MOMENT.astimezone(timezone(timedelta(hours=-5))), "2026-03-18T18:57:44.123456-05:00"),
        (date(2026, 3, 18), "2026-03-18"),
        (UUID(UUID_1), UUID_1),
        (DatetimeWithText.of(MOMENT, TEXT), TEXT),
        (DatetimeWithText.of(MOMENT, None), "2026-03-18T23:57:44.123456Z"),
        (UuidWithText.of(f"{{{UUID_1}}}"), f"{{{UUID_1}}}"),
        (PUBLISHER.BlockState.BLOCKED, "BLOCKED"),
        (PUBLISHER.Subscription.from_dict({"applicationId": "a", "new": 1}), {"applicationId": "a", "new": 1}),
        ([PUBLISHER.Subscription.from_dict({})], [{}]),
    ],
)  # fmt: skip
def test_python_values(value: Any, written: Any) -> None:
    """Models, enums, dates and UUIDs, and whatever holds them, are written as the API writes them, with the text that
    they came as where they have one."""
    assert to_json(value) == written
    assert json.loads(dumps(to_json(value))) == written


@pytest.mark.parametrize("value", [b"\x00ab", bytearray(b"\x00ab")])
def test_bytes(value: Any) -> None:
    """What is sent as it stands becomes plain bytes, which nobody can change any more."""
    assert (type(to_json(value)), to_json(value)) == (bytes, b"\x00ab")


def test_a_time_without_a_zone() -> None:
    """A datetime that might mean any moment is refused, with the way out, wherever it stands."""
    for value in (MOMENT.replace(tzinfo=None), {"a": [MOMENT.replace(tzinfo=None)]}):
        with pytest.raises(subkit.InvalidArgument, match=r"without a time zone.*tzinfo=datetime\.UTC"):
            to_json(value)


class Own(Mapping[str, int]):
    """A mapping that is no dict."""

    def __getitem__(self, key: str) -> int:
        return {"a": 1}[key]

    def __iter__(self) -> Any:
        return iter(["a"])

    def __len__(self) -> int:
        return 1


def test_any_mapping() -> None:
    """Whatever behaves like a mapping is an object."""
    assert to_json(Own()) == {"a": 1}


CYCLE: list[Any] = []
CYCLE.append(CYCLE)


@pytest.mark.parametrize(
    ("value", "error"),
    [(float("nan"), "ValueError"), (float("inf"), "ValueError"), ({1, 2}, "TypeError"), (Decimal(1), "TypeError"),
     (object(), "TypeError"), (CYCLE, "RecursionError")],
)  # fmt: skip
def test_what_json_cannot_say(value: Any, error: str) -> None:
    """What JSON has no words for is an argument that cannot be sent. The error names its kind and never the value."""
    with pytest.raises(subkit.InvalidArgument) as caught:
        dumps({"a": value})
    assert str(caught.value) == f"the body cannot be written as JSON: {error}"
    assert caught.value.__suppress_context__


def test_what_is_sent_is_ascii_and_compact() -> None:
    """A body has no blanks, and nothing in it that an encoding could spoil."""
    assert dumps({"a": ["ü", 1.5, None], "b": "\U0001f600"}) == b'{"a":["\\u00fc",1.5,null],"b":"\\ud83d\\ude00"}'


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (None, "null"), ({}, "an object"), ([], "an array"), ("", "a string"), (True, "a boolean"), (7, "an integer"),
        (7.5, "a number"), ((), "a Python tuple"), (UUID(UUID_1), "a Python UUID"),
    ],
)  # fmt: skip
def test_shapes(value: object, name: str) -> None:
    """A value is named by its kind: an integer is no number, a boolean is neither, and nothing tells the value."""
    assert shape_of(value) == name
    assert is_array(value) is (name == "an array")
    assert is_object(value) is (name == "an object")
    assert is_plain(value) is not (value is None or "Python" in name)


@pytest.mark.parametrize(
    ("media_type", "promised"),
    [("application/json", True), ("text/json", True), ("application/problem+json", True), ("application/x.y+json", True),
     ("text/html", False), ("application/jsonp", False), ("application/json5", False), ("json", False), ("", False),
     ("application/xml", False), ("application/vnd+jsonx", False)],
)  # fmt: skip
def test_media_types_of_json(media_type: str, promised: bool) -> None:
    """JSON has two media types of its own and a suffix."""
    assert is_json(media_type) is promised


@pytest.mark.parametrize(
    ("body", "why"),
    [(b"NaN", "NaN is not JSON"), (b"[-Infinity]", "-Infinity is not JSON"),
     (b"[" * 101 + b"]" * 101, "it is nested too deeply"),
     (b"[" * 10**6, "it is nested too deeply")],
)  # fmt: skip
def test_why_a_text_is_no_json(body: bytes, why: str) -> None:
    """The reason is in words that a person understands."""
    with pytest.raises(ValueError, match=why) as caught:
        loads(body)
    assert str(caught.value) == why
    assert caught.value.__cause__ is None


BRACKETS = '"][}{"'


@pytest.mark.parametrize("depth", [1, 2, DEEPEST - 1, DEEPEST, DEEPEST + 1, DEEPEST + 2, 2 * DEEPEST])
@pytest.mark.parametrize(
    ("start", "end"), [("[", "]"), ('{"a":', "}"), ("[[],", "]"), ('["]",', "]"), ('[{"b":' + BRACKETS + "},", "]")]
)
@pytest.mark.parametrize("core", ["[]", "{}", "[1]", f"[{BRACKETS}]"])
def test_the_deepest(depth: int, start: str, end: str, core: str) -> None:
    """A hundred levels may be nested and not one more, whatever they are made of; brackets in texts do not count."""
    body = start * (depth - 1) + core + end * (depth - 1)
    if depth <= DEEPEST:
        assert loads(body.encode()) == json.loads(body)
    else:
        with pytest.raises(ValueError, match="too deep"):
            loads(body.encode())


@pytest.mark.parametrize("count", [1, DEEPEST, 1000])
def test_brackets_in_texts(count: int) -> None:
    """Any number of brackets in a text is no depth."""
    for text in ("[" * count, "]" * count, "{[" * count, "}[" * count):
        assert loads(json.dumps([text]).encode()) == [text]
        assert loads(json.dumps({text: text}).encode()) == {text: text}

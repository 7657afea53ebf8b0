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
from subkit._formats.json import (
    DEEPEST,
    dumps,
    dumps_text,
    floats_in,
    is_array,
    is_json,
    is_object,
    is_plain,
    loads,
    plain_containers,
    refuse_not_finite,
    shape_of,
    to_json,
)
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


@pytest.mark.parametrize("value", [[1, subkit.UNSET], (subkit.UNSET,), {"a": [{"b": [subkit.UNSET]}]}, subkit.UNSET])
def test_unset_where_nothing_can_be_left_out(value: Any) -> None:
    """`UNSET` leaves a field of an object out. In an array it is refused, with the way out."""
    assert to_json({"a": subkit.UNSET, "b": ({"c": subkit.UNSET, "d": 1},)}) == {"b": [{"d": 1}]}
    with pytest.raises(subkit.InvalidArgument) as caught:
        to_json(value)
    assert str(caught.value) == "UNSET cannot be an item of an array: leave the item out"


def test_plain_containers() -> None:
    """Mappings become dicts and sequences lists, at any depth and each in a copy. Everything else is kept."""
    held = [1]
    source = MappingProxyType({"a": (held, Own(), "text"), "b": held, "c": MOMENT})
    made = plain_containers(source)
    assert made == {"a": [[1], {"a": 1}, "text"], "b": [1], "c": MOMENT}
    assert (type(made), type(made["a"][1]), type(made["a"][2])) == (dict, dict, str)
    held.append(2)
    assert (made["a"][0], made["b"]) == ([1], [1])


def test_a_container_that_contains_itself() -> None:
    """It is kept where it is met again, however many levels below, so that copying ends."""
    inside: dict[str, Any] = {}
    around: list[Any] = [inside]
    inside["a"] = {"b": around}
    assert plain_containers(around)[0]["a"]["b"] is around
    assert plain_containers(inside)["a"]["b"][0] is inside


HUGE = subkit.ExactNumber("1e400")


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (None, []), (1, []), (True, []), ("1.5", []), (1.5, [1.5]), ([2.0, [0.5], 1], [2.0, 0.5]), (HUGE, [HUGE]),
        ({"a": [{"b": 1.5}], "c": HUGE, "d": "e"}, [1.5, HUGE]),
    ],
)  # fmt: skip
def test_floats_in(value: Any, found: list[float]) -> None:
    """The floats of a value are found at any depth, in their order, and nothing else is."""
    assert list(floats_in(value)) == found


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_what_is_not_finite(number: float) -> None:
    """NaN and infinities are refused at any depth. A number of a response that is too large for a float can be sent."""
    for value in (number, [1.5, number], {"a": [HUGE, {"b": number}]}):
        with pytest.raises(subkit.InvalidArgument) as caught:
            refuse_not_finite(value, "limit")
        assert str(caught.value) == "limit: NaN and infinity are not numbers of JSON"
    refuse_not_finite({"a": [HUGE, 1.5, 1, None, "nan"]}, "limit")


def test_text_that_holds_json() -> None:
    """JSON in a string has no blanks and no escapes that it can do without; exact numbers stand in it as they came."""
    value = {'"ü"': ["ü", 1.5, None, {}], "b": True}
    assert dumps_text(value) == '{"\\"ü\\"":["ü",1.5,null,{}],"b":true}'
    assert dumps_text({**value, "c": HUGE}) == '{"\\"ü\\"":["ü",1.5,null,{}],"b":true,"c":1e400}'
    assert dumps({"ü": [HUGE, [HUGE, "ü"]]}) == b'{"\\u00fc":[1e400,[1e400,"\\u00fc"]]}'
    assert (dumps(HUGE), dumps_text([HUGE])) == (b"1e400", "[1e400]")
    with pytest.raises(subkit.InvalidArgument, match=r"^the body cannot be written as JSON: ValueError$"):
        dumps_text([HUGE, float("nan")])


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

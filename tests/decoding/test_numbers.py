"""Numbers, depth and encodings at their edges: a typed error or a faithful value, in either mode, never anything else."""

from __future__ import annotations

import copy
import json
import pickle
from math import copysign
from typing import Any

import pytest
import subkit
from subkit._formats.json import DEEPEST, dumps, loads
from support.reported_drift import call, model, operation, told
from support.shapes import SLUG

LONG = "1" * 5000


def field(name: str, text: str) -> bytes:
    """A body whose field holds this JSON text."""
    return f'{{"{name}": {text}}}'.encode("utf-8", "surrogatepass")


def refused(body: bytes, schema: str = "Scalars") -> list[subkit.DecodeError]:
    """The errors that both modes raise for a body that is no answer."""
    found = []
    for strict in (False, True):
        with pytest.raises(subkit.DecodeError) as caught:
            call(operation(SLUG, schema), body, strict=strict)
        assert type(caught.value) is subkit.DecodeError
        assert caught.value.__cause__ is None
        assert len(str(caught.value)) < 300
        found.append(caught.value)
    return found


def read(body: bytes, schema: str = "Scalars") -> Any:
    """The object that both modes read from a body as promised."""
    found = [call(operation(SLUG, schema), body, strict=strict) for strict in (False, True)]
    assert found[0].parsed == found[1].parsed
    assert found[0].drift == ()
    return found[0].parsed


@pytest.mark.parametrize("text", ["9223372036854775808", "-18446744073709551617", "1" * 4000, "-0", "0", "1E2", "1.0"])
def test_whole_numbers(text: str) -> None:
    """A whole number of any size is that number, also where it is written with a fraction or an exponent."""
    found = read(field("whole", text))
    assert found.whole == (int(text) if text.lstrip("-").isdigit() else float(text))
    assert found.to_dict() == {"whole": json.loads(text)}
    assert json.loads(dumps(found.to_dict())) == json.loads(text and field("whole", text))


@pytest.mark.parametrize("text", ["1.0", "1E2", "-30.0"])
def test_a_whole_number_with_a_fraction_of_zero(text: str) -> None:
    """It reads as an integer, and is given back as it came."""
    found = read(field("whole", text))
    assert (type(found.whole), found.whole) == (int, float(text))
    assert type(found.to_dict()["whole"]) is float


@pytest.mark.parametrize("text", ["1.5", "1e-2", "0.1"])
def test_no_whole_number(text: str) -> None:
    """A fraction where a whole number is promised is drift."""
    assert told(SLUG, "Scalars", json.loads(field("whole", text))) == [("$.whole", "wrong_type")]


EXACT = [LONG, f"-{LONG}", "1e400", "-1e400", f"{LONG}.5", f"1e{LONG}", f"0.{LONG}", "1e-400", "2.0000000000000000001",
         "0.1000000000000000055511151231257827", "1.23456789e-320"]  # fmt: skip


@pytest.mark.parametrize("text", EXACT, ids=lambda text: text[:12])
@pytest.mark.parametrize("name", ["number", "whole", "any", "somethingNew"])
def test_numbers_that_no_float_equals(text: str, name: str) -> None:
    """A number that is too large, too small or has too many digits is kept as it came, wherever it stands: in
    `to_dict()`, in copies and pickles, and on its way back to the server. It never spoils the rest."""
    found = call(operation(SLUG, "Scalars"), b'{"text": "t", ' + field(name, text)[1:]).parsed
    for one in (found, copy.copy(found), copy.deepcopy(found), pickle.loads(pickle.dumps(found))):
        kept = one.to_dict()[name]
        assert (type(kept), str(kept), repr(kept)) == (subkit.ExactNumber, text, text)
        assert dumps(one.to_dict()) == b'{"text":"t",' + field(name, text)[1:].replace(b": ", b":")
        assert (one.text, one == found) == ("t", True)


def test_exact_numbers_as_floats() -> None:
    """A number that is kept as it came is the nearest float, with which one can calculate."""
    number = read(field("number", f"0.{LONG}")).number
    assert (number, number + 1, hash(number)) == (1 / 9, 10 / 9, hash(1 / 9))
    assert read(field("number", "1e400")).number == float("inf")
    assert subkit.ExactNumber("1e400") == subkit.ExactNumber("10e399")
    assert subkit.ExactNumber("1e400") != subkit.ExactNumber("2e400")
    assert subkit.ExactNumber(f"1e{LONG}") != subkit.ExactNumber(f"2e{LONG}")


@pytest.mark.parametrize(
    "text", ["0.1", "0.30000000000000004", "1e22", "123456789.12345679", "-0.0", "1e308", "100.10"]
)
def test_numbers_that_a_float_equals(text: str) -> None:
    """A number that a float gives back is a plain float."""
    assert type(read(field("number", text)).to_dict()["number"]) is float


@pytest.mark.parametrize("text", ["0.1", "1e308", "-1.7976931348623157e308", "5e-324", "12345678901234567890", "2.0"])
def test_numbers(text: str) -> None:
    """A number is what JSON and IEEE 754 make of its text."""
    found = read(field("number", text))
    assert (type(found.number), found.number) == (type(json.loads(text)), json.loads(text))


def test_minus_zero() -> None:
    """The sign of a zero with a fraction is kept, and given back."""
    found = read(field("number", "-0.0"))
    assert copysign(1, found.number) == -1
    assert dumps(found.to_dict()) == b'{"number":-0.0}'


@pytest.mark.parametrize("text", ["NaN", "Infinity", "-Infinity", "+1", "01", "1.", ".5", "0x10", "1_000", "१", "--1", "1e"])  # fmt: skip
@pytest.mark.parametrize("name", ["number", "whole", "any", "somethingNew"])
def test_no_number(text: str, name: str) -> None:
    """What is no JSON number is no answer, whatever field it stands in."""
    assert refused(field(name, text))


DEEP = {
    "arrays": b'{"any":' + b"[" * 200_000 + b"]" * 200_000 + b"}",
    "objects": b'{"any":' * 200_000 + b"1" + b"}" * 200_000,
    "both": b'{"any":[' * 200_000 + b"]}" * 200_000,
    "unfinished": b'{"any":' + b"[" * 200_000,
    "unknown": b'{"new":' + b"[" * 200_000 + b"]" * 200_000 + b"}",
    "just too deep": b'{"any":' + b"[" * (DEEPEST + 1) + b"]" * (DEEPEST + 1) + b"}",
}


@pytest.mark.parametrize("kind", DEEP)
def test_depth(kind: str) -> None:
    """What is nested too deep to be an answer is refused as such, and costs no stack."""
    assert [error.status for error in refused(DEEP[kind])] == [200, 200]


@pytest.mark.parametrize(
    ("schema", "start", "end"),
    [("Node", b'{"name":"n","children":[', b"]}"), ("Node", b'{"name":"n","parent":', b"}"),
     ("Node", b'{"name":"n","by":{"a":', b"}}"), ("Left", b'{"name":"n","next":', b"}"),
     ("Left", b'{"mark":1,"next":', b"}"), ("Dog", b'{"kind":"dog","friends":[', b"]}")],
)  # fmt: skip
@pytest.mark.parametrize("odd", [False, True])
def test_as_deep_as_may_be(schema: str, start: bytes, end: bytes, odd: bool) -> None:
    """Models in models and unions in unions, as deep as an answer may be: read and walked, quickly, and given back."""
    per_level = start.count(b"{") + start.count(b"[")
    innermost = {"Node": {"name": "n"}, "Left": {"name": "n"}, "Dog": {"kind": "dog"}}[schema]
    inside = json.dumps({**innermost, "new": 1} if odd else innermost).encode()
    count = (DEEPEST - 2) // per_level
    body = start * count + inside + end * count
    # a Left that holds a mark is a Left with an unknown field; further in, it is a Right
    known = [("$.mark", "unknown_field")] if b"mark" in start else []
    drift = told(SLUG, schema, loads(body))
    assert drift[: len(known)] == known
    assert [kind for _, kind in drift[len(known) :]] == ["unknown_field"] * odd
    assert all(path.endswith(".new") for path, _ in drift[len(known) :])


@pytest.mark.parametrize("text", ['"\\ud800"', '"\\udfff\\ud800"', '"a\\ud83d"', '"\\u0000"', '"\\ud83d\\ude00"'])
def test_surrogates(text: str) -> None:
    """A text with half of a character is kept as it came, wherever it stands, and can be shown and sent again."""
    body = json.loads(f'{{"text": {text}, "colour": {text}, "moment": {text}, "uid": {text}, {text}: {text}}}')
    kinds = [kind for _, kind in told(SLUG, "Scalars", body)]
    assert sorted(kinds) == ["bad_format", "bad_format", "unknown_field", "unknown_value"]
    found = call(operation(SLUG, "Scalars"), body)
    assert json.loads(dumps(found.parsed.to_dict())) == body
    for shown in (str(found.drift), repr(found.parsed.to_dict())):
        assert shown.encode()
    with pytest.raises(subkit.DriftError) as caught:
        call(operation(SLUG, "Scalars"), body, strict=True)
    assert str(caught.value).encode()


def test_duplicate_names() -> None:
    """Of a name that stands twice in an object the last value counts, as with nearly all JSON readers."""
    found = read(b'{"text": "first", "text": "last", "whole": "odd", "whole": 1}')
    assert found.to_dict() == {"text": "last", "whole": 1}


WHOLE = '{"text": "Grüße 😀", "whole": 1}'


@pytest.mark.parametrize("body", [WHOLE.encode(), WHOLE.encode("utf-8-sig"), json.dumps(json.loads(WHOLE)).encode(),
                                  f" \r\n\t{WHOLE}\n".encode()])  # fmt: skip
def test_encodings(body: bytes) -> None:
    """UTF-8 is read, with a byte order mark and without."""
    assert read(body).to_dict() == json.loads(WHOLE)


BOM = b"\xef\xbb\xbf"
NO_TEXTS = {
    "utf-16": WHOLE.encode("utf-16"), "utf-16-le": WHOLE.encode("utf-16-le"), "utf-16-be": WHOLE.encode("utf-16-be"),
    "utf-32": WHOLE.encode("utf-32"), "latin-1": '{"text": "Grüße"}'.encode("latin-1"), "only a mark": BOM,
    "two marks": BOM + BOM + b"{}", "a mark inside": b"{" + BOM + b"}", "a surrogate": b'{"text": "\xed\xa0\x80"}',
    "too long": b'{"text": "\xc0\xaf"}', "beyond": b'{"text": "\xf4\x90\x80\x80"}', "cut": b'{"text": "\xf0\x9f\x98',
    "nul": b"\x00", "nul after": b"{}\x00", "control": b'{"text": "a\nb"}', "two": b"{}{}", "single quotes": b"{'a': 1}",
    "comma": b'{"a": 1,}', "comment": b"{} // x", "no name": b"{1: 2}", "gzip": b"\x1f\x8b\x08\x00", "blank": b"\xc2\xa0{}",
}  # fmt: skip


@pytest.mark.parametrize("kind", NO_TEXTS)
def test_other_encodings(kind: str) -> None:
    """Whatever else comes is no answer: one typed error, whose excerpt can be shown."""
    for error in refused(NO_TEXTS[kind]):
        assert (error.excerpt or "").isprintable()


@pytest.mark.parametrize("text", ["9223372036854775808", "-99", "1.5", "30.0", '"1"', "true", "null"])
def test_enum_of_numbers(text: str) -> None:
    """An enum of numbers keeps whatever number comes; `30.0` is 30, `true` is not 1."""
    value = json.loads(text)
    expected = {"9223372036854775808": "unknown_value", "-99": "unknown_value", "30.0": None, "null": "null"}
    kind = expected.get(text, "wrong_type")
    assert told(SLUG, "Scalars", {"level": value}) == ([("$.level", kind)] if kind else [])
    found = model(SLUG, "Scalars").from_dict({"level": value})
    assert found.level == value
    assert type(found.level) is type(value) or found.level.is_known is False

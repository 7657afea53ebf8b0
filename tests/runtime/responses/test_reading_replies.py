"""From a reply to a value, without a client: status before body, content type before parsing."""

from __future__ import annotations

from typing import Any

import pytest
import subkit
from subkit._responses.success import already_gone, parse_response
from support.replies import EVERYTHING, JSON, MOMENT, SUBJECT, SUBSCRIPTION, WHOLE, about, read, received, refused, said


@pytest.mark.parametrize(
    ("came", "parsed"),
    [
        (({200: None}, b"", None, 200), None),
        (({200: None}, b" \n", "text/html", 200), None),
        (({200: None}, b"done", "text/plain", 200), None),
        (({200: {"type": "array", "items": {}}}, b"[1]", JSON, 200), [1]),
        (({200: {}}, b"null", JSON, 200), None),
        (({200: {"type": "integer"}}, b"7", JSON, 200), 7),
        (({304: None}, b"", None, 304), subkit.NotModified('"e"', MOMENT)),
        (({200: {"raw": "bytes"}}, b"\xff\x00", "image/png", 200), b"\xff\x00"),
        (({200: {"raw": "text"}}, "ü".encode(), "text/plain", 200), "ü"),
    ],
)
@pytest.mark.parametrize("strict", [False, True])
def test_values(came: Any, parsed: Any, strict: bool) -> None:
    """Whatever the value is, and where none was promised, the response says what the headers say."""
    response = read(*came, strict=strict)
    assert (type(response.parsed), response.parsed) == (type(parsed), parsed)
    assert (response.status, response.drift, response.already_gone) == (came[-1], (), False)
    assert about(response) == EVERYTHING


def test_a_model() -> None:
    """A model knows the answer that it came in, and what its validators are good for."""
    response = read({200: SUBSCRIPTION}, WHOLE)
    meta = subkit.meta(response.parsed)
    assert meta is not None
    assert (meta.status, meta.etag, meta.last_modified, meta.request_id) == (200, '"e"', MOMENT, "r7")
    assert (meta.url, meta.subject, meta.drift) == ("https://api.example/subscriptions/s1", SUBJECT, ())
    assert about(response) == EVERYTHING


@pytest.mark.parametrize(
    ("success", "status", "parsed"),
    [
        ({200: {"type": "object"}, 201: {"type": "string"}}, 201, "v"),
        ({202: {"type": "object"}, "2XX": {"type": "string"}}, 200, "v"),
        ({"2XX": {"type": "object"}, 202: {"type": "string"}}, 202, "v"),
        ({200: {"type": "object"}, "default": {"type": "string"}}, 202, "v"),
        ({"default": {"type": "object"}, "2XX": {"type": "string"}}, 299, "v"),
        ({304: None, 200: {"type": "string"}}, 202, "v"),
        ({200: {"type": "string"}, 201: {"type": "object"}}, 299, "v"),
        ({304: None}, 200, None),
        ({}, 200, None),
        ({305: {"type": "string"}}, 200, "v"),
        ({200: {"type": "string"}}, 199, None),
        ({200: {"type": "string"}}, 300, None),
    ],
)
def test_which_schema(success: Any, status: int, parsed: Any) -> None:
    """The status decides: itself, its class, the default; a success that is not listed is read like the first one that
    is, and nothing else is."""
    assert read(success, b'"v"', status=status).parsed == parsed


@pytest.mark.parametrize(
    ("media_type", "charset"),
    [(None, "utf-8"), ("text/plain", "utf-8"), ("text/plain; charset=latin-1", "latin-1"), ("text/csv;charset=utf-16", "utf-16"),
     ('text/plain; format=flowed; CHARSET="ISO-8859-1"', "latin-1")],
)  # fmt: skip
def test_text_and_its_charset(media_type: str | None, charset: str) -> None:
    """Text is decoded by the charset that stands in its media type, or as UTF-8."""
    assert read({200: {"raw": "text"}}, "ü".encode(charset), media_type).parsed == "ü"


@pytest.mark.parametrize(
    ("media_type", "body"),
    [("text/plain", b"\xfc"), ("text/plain; charset=utf-8", b"\xfc"), ("text/plain; charset=x.y:1", b"u"),
     ("text/plain; charset=idna", b"xn--\xfc"), ("text/plain; charset=ascii", b"\xfc")],
)  # fmt: skip
def test_text_in_another_charset(media_type: str, body: bytes) -> None:
    """Text that is not in the charset that it is said to be in, or in one that nobody knows, is no answer."""
    assert said(refused({200: {"raw": "text"}}, body, media_type)) == "text that is not in its charset"


@pytest.mark.parametrize(
    "media_type", [None, "", JSON, "Application/JSON ; charset=utf-8", "text/json", "application/hal+json"]
)
def test_json_by_its_media_type(media_type: str | None) -> None:
    """JSON is read under any of its media types, and where none is given."""
    assert read({200: {"type": "object"}}, b'{"a": 1}', media_type).parsed == {"a": 1}


def test_null_where_it_is_promised() -> None:
    """A null that was promised is a value."""
    assert read({200: {**SUBSCRIPTION, "nullable": True}}, b"null").parsed is None
    assert read({200: {"type": "array", "nullable": True}}, b"null").parsed is None


def test_another_scalar_is_drift() -> None:
    """Only an object or an array in the wrong place makes it another thing; a wrong scalar is kept and reported."""
    response = read({200: {"type": "integer"}}, b'"7"')
    assert response.parsed == "7"
    assert [(one.path, one.kind) for one in response.drift] == [("$", "wrong_type")]


def test_drift_that_items_share() -> None:
    """Of the items of a list that drifted alike, only the first is reported; the response has the drift of all."""
    reported: list[subkit.Drift] = []
    body = b"[%s]" % b",".join([WHOLE.replace(b"}", b',"new":1}')] * 3)
    raw = received({200: {"type": "array", "items": SUBSCRIPTION}}, body)
    response = parse_response(raw, strict=False, report=reported.extend)
    assert [one.path for one in reported] == ["$[0].new"]
    assert [one.path for one in response.drift] == ["$[0].new", "$[1].new", "$[2].new"]


EMPTY = {"success": {200: SUBSCRIPTION}, "body": b" ", "empty_reply": "subscriptionId"}


def test_an_empty_reply_that_is_known() -> None:
    """Where an API is known to answer a success with nothing, the result holds the id, and the drift is reported."""
    response = read(**EMPTY)
    assert response.parsed.to_dict() == {"subscriptionId": "s1"}
    assert response.drift == (subkit.Drift("$", "missing", "an object", "an empty body"),)
    meta = subkit.meta(response.parsed)
    assert meta is not None
    assert (meta.drift, meta.etag, meta.subject) == (response.drift, '"e"', SUBJECT)
    assert about(response) == EVERYTHING


def test_an_empty_reply_in_strict_mode() -> None:
    """In strict mode it is an error."""
    error = refused(strict=True, **EMPTY)
    assert isinstance(error, subkit.DriftError)
    assert [(one.path, one.kind, one.got) for one in error.drift] == [("$", "missing", "an empty body")]
    assert (error.status, error.operation) == (200, "get_subscription")


def test_a_delete_that_was_done_before() -> None:
    """A delete that finds its own work done has no value, and says that it was done before."""
    response = already_gone(received({204: None}, b"{}", JSON, 404))
    assert (response.parsed, response.status, response.drift, response.already_gone) == (None, 404, (), True)
    assert about(response) == EVERYTHING

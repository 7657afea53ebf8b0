"""From a reply to an error, without a client: what came instead of an answer, and what of it may be shown."""

from __future__ import annotations

from typing import Any, ClassVar

import pytest
import subkit
from subkit._responses.success import excerpt, unexpected_304
from support.replies import JSON, SUBSCRIPTION, read, received, refused, said


@pytest.mark.parametrize(
    ("success", "body", "media_type", "what"),
    [
        ({200: None}, b"<p>", "text/html; charset=utf-8", "HTML, although no body was promised"),
        ({200: {}}, b"", JSON, "an empty body"),
        ({200: {}}, b" \r\n", "text/html", "an empty body"),
        ({200: {}}, b"{}", "text/plain", "'text/plain' instead of JSON"),
        ({200: {}}, b"{}", "x" * 99, f"{'x' * 80!r} instead of JSON"),
        ({200: {}}, b"{", JSON, "a body that is not JSON (Expecting property name enclosed in double quotes)"),
        ({200: {}}, b'"\xff"', JSON, "a body that is not JSON (UnicodeDecodeError)"),
        ({200: {}}, b"NaN", JSON, "a body that is not JSON (NaN is not JSON)"),
        ({200: SUBSCRIPTION}, b"[]", JSON, "an array instead of an object"),
        ({200: {"type": "object"}}, b'"secret"', JSON, "a string instead of an object"),
        ({200: {"type": "array"}}, b"{}", JSON, "an object instead of an array"),
        ({200: {"type": "array"}}, b"null", JSON, "null instead of an array"),
        ({200: SUBSCRIPTION}, b"null", JSON, "null instead of an object"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("strict", [False, True])
def test_not_the_api(success: Any, body: bytes, media_type: str, what: str, strict: bool) -> None:
    """What is not the API's answer is an error in either mode, which says what came instead and shows its beginning."""
    error = refused(success, body, media_type, strict=strict)
    assert said(error) == what
    assert type(error) is subkit.DecodeError
    assert error.excerpt == excerpt(body)


@pytest.mark.parametrize(
    ("body", "rest"),
    [
        (b'["7"]', "$[0]: wrong_type, expected an integer, got a string"),
        (b'["7", 8, null]', "$[0]: wrong_type, expected an integer, got a string and 1 more"),
        (b'["7", 1.5, null]', "$[0]: wrong_type, expected an integer, got a string and 2 more"),
    ],
)
def test_drift_in_strict_mode(body: bytes, rest: str) -> None:
    """The error names the first departure, in the vendor's words, and how many more there are."""
    error = refused({200: {"type": "array", "items": {"type": "integer"}}}, body, strict=True)
    assert isinstance(error, subkit.DriftError)
    assert str(error) == f"the response does not match the specification: {rest}"
    assert (error.status, error.operation) == (200, "get_subscription")
    assert error.drift == read({200: {"type": "array", "items": {"type": "integer"}}}, body).drift


SECRET = {"type": "string", "secret": True}


class Ring:
    """Stands for a model that refers to itself, by way of another one."""

    __schema__: ClassVar[Any] = {"type": "object", "properties": {"next": {"ref": f"{__name__}.Stone"}}}


class Stone:
    """The other one."""

    __schema__: ClassVar[Any] = {
        "type": "object",
        "properties": {"of": {"ref": f"{__name__}.Ring"}, "worth": {"type": "integer"}},
    }


class Safe:
    """Stands for a model with a secret beside them."""

    __schema__: ClassVar[Any] = {"type": "object", "properties": {"ring": {"ref": f"{__name__}.Ring"}, "key": SECRET}}


@pytest.mark.parametrize(
    "schema",
    [
        SECRET,
        {"type": "object", "properties": {"a": {"type": "string"}, "key": SECRET}},
        {"type": "array", "items": SECRET},
        {"type": "object", "additionalProperties": {"type": "array", "items": SECRET}},
        {"oneOf": [{"type": "string"}, {"type": "object", "properties": {"key": SECRET}}]},
        {"ref": "subkit_jackhenry_events.models.http_settings.HttpSettings"},
        {"ref": f"{__name__}.Safe"},
        {"type": "object", "properties": {"a": {"ref": "subkit_alteryx_server.models.subscription.Subscription"}}},
    ],
)
def test_no_excerpt_of_secrets(schema: Any) -> None:
    """Where any part of any answer may be a secret, however deep, no error shows what came."""
    for success in ({200: schema}, {200: None, 201: schema}):
        assert refused(success, b"canary", "text/html").excerpt is None


@pytest.mark.parametrize(
    "schema",
    [
        {},
        SUBSCRIPTION,
        {"type": "object", "additionalProperties": True},
        {"type": "array"},
        {"ref": f"{__name__}.Ring"},
    ],
)
def test_excerpts_elsewhere(schema: Any) -> None:
    """Where nothing is secret, the beginning of what came is shown."""
    assert refused({200: schema, 304: None}, b"<p>hello</p>", "text/html").excerpt == "<p>hello</p>"


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (b"", ""), (b" a \r\n\t b\x00\x1b[31m ", "a b[31m"), (b"\xff<p>", "\ufffd<p>"), (b"x" * 500, "x" * 200),
        (b" \n" * 400 + b"x", ""), (b" " * 799 + b"xy", "x"), ("ü".encode() * 300, "ü" * 200), ("\u200b\u202ea".encode(), "a"),
    ],
)  # fmt: skip
def test_excerpts(body: bytes, shown: str) -> None:
    """An excerpt is one line of printable characters, 200 at most, from the beginning of the body."""
    assert excerpt(body) == shown


def test_304_that_nobody_asked_for() -> None:
    """It is no answer, and the error says so."""
    error = unexpected_304(received({200: {}}, b"", None, 304))
    assert said(error, 304) == "'not modified' to a request without a condition"

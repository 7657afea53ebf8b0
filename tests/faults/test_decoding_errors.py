"""Errors whose body is not the documented one: the status stands, what can be read is read, and nothing else happens."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import pytest
import subkit
from hypothesis import given
from hypothesis import strategies as st
from subkit._errors import class_for
from support.bodies import anything
from support.properties import examples
from support.scripted import MODES, SLUGS, UUID_1, Driven, package_of, reply, settle

modes = pytest.mark.parametrize("mode", MODES)
ENS = "illumina-ens"
STATUSES = (300, 302, 308, 399, *range(400, 419), 422, 429, 451, 499, *range(500, 505), 520, 599)
SOME = (302, 404, 412, 500)
HUGE = 2**18
JSON, HTML, TEXT = "application/json", "text/html; charset=utf-8", "text/plain"
BODIES: dict[str, tuple[bytes, str]] = {
    "empty": (b"", JSON),
    "empty, of no type": (b"", ""),
    "blank": (b" \r\n\t", JSON),
    "html": (b"<html>\n<title>502 Bad Gateway</title>", HTML),
    "html that says JSON": (b"<html>", JSON),
    "text": (b"upstream connect error", TEXT),
    "array": (b'[{"code": 1}, "x"]', JSON),
    "number": (b"42", JSON),
    "string": (b'"no"', JSON),
    "null": (b"null", JSON),
    "deep": (b'{"message":' * 200_000, JSON),
    "deep and closed": (b"[" * 200_000 + b"]" * 200_000, JSON),
    "as deep as may be": (b'{"message":' * 99 + b"1" + b"}" * 99, JSON),
    "invalid utf-8": (b'{"message": "\xff\xfe"}', JSON),
    "utf-16": ('{"message": "x"}'.encode("utf-16"), JSON),
    "cut": (b'{"message": "not f', JSON),
    "huge text": (b"x" * HUGE, TEXT),
    "huge message": (b'{"message": "' + b"x" * HUGE + b'", "title": "' + b"y" * 999 + b'"}', JSON),
    "long integer": (b'{"code": ' + b"1" * 5000 + b"}", JSON),
    "nan": (b'{"code": NaN, "message": "x"}', JSON),
    "other types": (json.dumps({"code": [1], "message": {"a": 1}, "title": 5, "details": [None, {"b": []}], "Error": False}).encode(), JSON),
    "lines": (b'{"message": "a\\r\\nb\\u2028c\\u001b[31m\\ud800", "title": "\\u0000"}', JSON),
    "binary": (bytes(range(256)), "application/octet-stream"),
    "problem": (b'{"type": "about:blank", "title": "t", "detail": "d", "status": 200}', "application/problem+json"),
}  # fmt: skip


def check(error: subkit.ApiError, status: int, body: bytes) -> None:
    """Assert what holds for every error, whatever came with it."""
    assert type(error) is class_for(status)
    assert (error.status, error.operation, error.attempts) == (status, "get_subscription", 1)
    shown = str(error)
    assert shown.startswith(str(status))
    assert len(shown) < 1200
    assert shown.isprintable()
    assert repr(error).isprintable()
    if isinstance(error.body, str):
        assert len(error.body) <= max(64 * 1024, len(body) if body[:1] == b'"' else 0)
    twin = pickle.loads(pickle.dumps(error))
    assert (str(twin), twin.status, twin.body) == (shown, status, None)
    assert str(copy.deepcopy(error)) == shown


@pytest.mark.fault(78)
@modes
@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("kind", BODIES)
def test_every_status_with_every_body(mode: str, slug: str, kind: str) -> None:
    """Each status with each body is the error of that status: nothing escapes, and what is kept is bounded."""
    body, media_type = BODIES[kind]
    headers = {"content-type": media_type} if media_type else {}
    for status in SOME if len(body) > 100_000 or slug != ENS else STATUSES:
        driven = Driven(slug, mode, [reply(status, body, **headers)], retry=subkit.Retry(attempts=1))
        with pytest.raises(subkit.ApiError) as caught:
            driven(lambda client: client.subscriptions.get(UUID_1))
        check(caught.value, status, body)


CALLS = {
    "create": lambda subscriptions: subscriptions.create(name="n"),
    "list": lambda subscriptions: subscriptions.list().first(),
    "delete": lambda subscriptions: subscriptions.delete(UUID_1),
}


@pytest.mark.fault(78)
@modes
@pytest.mark.parametrize("method", CALLS)
@pytest.mark.parametrize("kind", BODIES)
def test_every_call_with_every_body(mode: str, method: str, kind: str) -> None:
    """The same for a create, a list and a delete."""
    body, media_type = BODIES[kind]
    answer = reply(500, body, **({"content-type": media_type} if media_type else {}))
    driven = Driven("alteryx-server", mode, [answer], retry=subkit.Retry(attempts=1))
    with pytest.raises(subkit.ServerError) as caught:
        settle(CALLS[method](driven.client.subscriptions))
    assert caught.value.status == 500
    assert str(caught.value).isprintable()


ANSWERS = anything.map(lambda value: json.dumps(value).encode()) | st.binary(max_size=60)


@pytest.mark.fault(78)
@modes
@pytest.mark.parametrize("slug", SLUGS)
@examples(20)
@given(status=st.sampled_from(STATUSES), body=ANSWERS, named=st.dictionaries(st.sampled_from(
    ["code", "message", "title", "detail", "details", "type", "description", "Error", "Reason", "error", "moreInfo"]
), anything))  # fmt: skip
def test_any_body(mode: str, slug: str, status: int, body: bytes, named: dict[str, Any]) -> None:
    """Any JSON and any bytes, also under the names that the vendors' errors have, are the error of the status."""
    for sent in (body, json.dumps(named).encode()):
        driven = Driven(slug, mode, [reply(status, sent, content_type=JSON)], retry=subkit.Retry(attempts=1))
        with pytest.raises(subkit.ApiError) as caught:
            driven(lambda client: client.subscriptions.get(UUID_1))
        check(caught.value, status, sent)


@pytest.mark.fault(78)
@modes
def test_what_can_be_read_is_read(mode: str) -> None:
    """Of a body that is documented only in part, the part is there: typed, and by the vendor's names."""
    body = {"code": "gds.x", "message": "No such\nthing", "extra": {"a": 1}, "details": "not a list"}
    driven = Driven(ENS, mode, [reply(409, body)])
    with pytest.raises(subkit.Conflict) as caught:
        driven(lambda client: client.subscriptions.get("s"))
    error = caught.value
    assert (error.code, error.title, error.detail) == ("gds.x", "No such thing", None)
    assert error.body == body == error.problem.to_dict()
    assert type(error.problem) is package_of(ENS).ErrorResponse


@pytest.mark.fault(33)
@modes
@pytest.mark.parametrize("body", [b"", b'{"code": "gone", "message": "disabled"}', b"<html>"])
def test_something_disabled(mode: str, body: bytes) -> None:
    """410 says that it was there and is not any more: `Gone`, which is no `NotFound`, and not `after_replay` where
    nothing was repeated."""
    for call in ("get", "disable"):
        driven = Driven(ENS, mode, [reply(410, body)])
        with pytest.raises(subkit.Gone) as caught:
            driven(lambda client, call=call: getattr(client.subscriptions, call)("sub.1"))
        assert not isinstance(caught.value, subkit.NotFound)
        assert (caught.value.status, caught.value.after_replay, len(driven.requests)) == (410, False, 1)

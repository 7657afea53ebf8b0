"""Answers that arrived whole and are not the API's."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Iterator
from typing import Any

import pytest
import subkit
from support.scripted import MODES, Driven, reply

WSO2, ENS = "wso2-publisher", "illumina-ens"
modes = pytest.mark.parametrize("mode", MODES)


def get(mode: str, answer: Any, slug: str = WSO2, **options: Any) -> Any:
    """One get that meets this answer, without repeats."""
    driven = Driven(slug, mode, [answer], retry=subkit.Retry(attempts=1), **options)
    return driven(lambda client: client.subscriptions.get("s1"))


JSON_TYPE = "application/json"
HTML = reply(200, b"<html>\n<title>Log in</title>", content_type="text/html; charset=utf-8")
NOT_THE_API = {
    "html": HTML,
    "text": reply(200, b'{"applicationId": "a"}', content_type="text/plain"),
    "empty": reply(200, b"", content_type=JSON_TYPE),
    "blank": reply(200, b" \n"),
    "204": reply(204),
    "truncated": reply(200, b'{"applicationId": "a', content_type=JSON_TYPE),
    "truncated list": reply(200, b'{"list": [{}, {', content_type=JSON_TYPE),
    "two values": reply(200, b"{}{}", content_type=JSON_TYPE),
    "array": reply(200, []),
    "string": reply(200, "text"),
    "null": reply(200, b"null", content_type=JSON_TYPE),
    "nan": reply(200, b'{"a": NaN}', content_type=JSON_TYPE),
    "not utf-8": reply(200, b'{"a": "\xff"}', content_type=JSON_TYPE),
    "latin-1": reply(200, '{"a": "é"}'.encode("latin-1"), content_type=f"{JSON_TYPE}; charset=iso-8859-1"),
    "utf-16": reply(200, '{"a": "é"}'.encode("utf-16"), content_type=f"{JSON_TYPE}; charset=utf-16"),
    "too deep": reply(200, b'{"a":' * 100_000, content_type=JSON_TYPE),
    "304 unasked": reply(304),
    "304 with a body": reply(304, b"{}", content_type=JSON_TYPE),
}


def answers(*kinds: str, marks: pytest.MarkDecorator) -> Iterator[Any]:
    return (pytest.param(NOT_THE_API[kind], marks=marks, id=kind) for kind in kinds)


BY_ROW = [
    *answers("truncated", "truncated list", "two values", marks=pytest.mark.fault(5)),
    *answers("html", "text", marks=pytest.mark.fault(6)),
    *answers("empty", "blank", "204", marks=pytest.mark.fault(7)),
    *answers("not utf-8", "latin-1", "utf-16", marks=pytest.mark.fault(8)),
    *answers("304 unasked", "304 with a body", marks=pytest.mark.fault(11)),
    *answers("too deep", marks=pytest.mark.fault(66)),
    *answers("nan", marks=pytest.mark.fault(68)),
    *answers("array", "string", "null", marks=pytest.mark.fault(70)),
]


@modes
@pytest.mark.parametrize("answer", BY_ROW)
def test_not_the_api(mode: str, answer: subkit.Reply) -> None:
    """What arrived whole and is not the API's answer is a DecodeError with a short excerpt, in strict mode too."""
    for decode in ("tolerant", "strict"):
        with pytest.raises(subkit.DecodeError) as caught:
            get(mode, answer, decode=decode)
        error = caught.value
        assert (answer.status, "get_subscription") == (error.status, error.operation)
        assert subkit.DecodeError is type(error)
        assert error.excerpt is not None
        assert len(error.excerpt) <= 200
        assert error.excerpt.isprintable()
        assert "\n" not in str(error)


@modes
@pytest.mark.fault(6)
def test_a_login_page(mode: str) -> None:
    """A page in HTML is named for what it is, by a list too, which is never taken for an empty one."""
    answer = HTML
    with pytest.raises(subkit.DecodeError, match="text/html") as caught:
        get(mode, answer)
    assert "Log in" in (caught.value.excerpt or "")
    for slug, given in ((WSO2, {"api_id": "a"}), (ENS, {}), ("alteryx-server", {}), ("aveva-omf", {})):
        driven = Driven(slug, mode, [answer])
        with pytest.raises(subkit.DecodeError, match="text/html"):
            driven(lambda client, given=given: client.subscriptions.list(**given).first())


@modes
@pytest.mark.fault(5, 6, 7)
@pytest.mark.parametrize("kind", ["truncated", "html", "empty"])
def test_a_create_with_a_strange_answer(mode: str, kind: str) -> None:
    """A create that met a strange answer is not sent again, whatever the policy of repeats."""
    driven = Driven(ENS, mode, [NOT_THE_API[kind]], retry=subkit.Retry(attempts=5, base=0))
    queue = {"awsSqsQueue": {"queueUrl": "q"}}
    with pytest.raises(subkit.DecodeError) as caught:
        driven(lambda client: client.subscriptions.create(name="n", type="a", delivery_target=queue))
    assert (caught.value.operation, len(driven.requests)) == ("create_subscription", 1)


@modes
@pytest.mark.fault(7)
def test_empty_where_nothing_is_promised(mode: str) -> None:
    """An empty body is the answer where the specification promises none."""
    driven = Driven("alteryx-server", mode, [reply(200), reply(204)])
    for _ in range(2):
        assert driven(lambda client: client.subscriptions.delete("s1")) is None


READABLE = {
    "mark": (b"\xef\xbb\xbf", JSON_TYPE),
    "text": (b"", "text/json; charset=utf-8"),
    "suffix": (b"", "application/vnd.acme.v2+json"),
    "upper case": (b"", 'Application/JSON; Charset="UTF-8"'),
    "other charset": (b"", f"{JSON_TYPE}; charset=latin-1"),
    "no charset": (b"", JSON_TYPE),
}


@modes
@pytest.mark.fault(8)
@pytest.mark.parametrize("kind", READABLE)
def test_json_under_other_names(mode: str, kind: str) -> None:
    """JSON is UTF-8 (RFC 8259), with or without a mark, whatever charset or kind of JSON the header claims."""
    mark, media_type = READABLE[kind]
    assert get(mode, reply(200, mark + '{"id": "ü€"}'.encode(), content_type=media_type), ENS).id == "ü€"


@modes
@pytest.mark.fault(8)
def test_json_without_a_type(mode: str) -> None:
    """Where no content type came, JSON is taken for what it is."""
    assert get(mode, reply(200, b'{"id": "s1"}'), ENS).id == "s1"


@modes
def test_excerpt_shows_no_secret(mode: str) -> None:
    """Where the answer may hold a secret there is no excerpt."""
    driven = Driven("alteryx-server", mode, [reply(200, b'{"apiSecret": "canary", ', content_type="application/json")])
    with pytest.raises(subkit.DecodeError) as caught:
        driven(lambda client: client.subscriptions.create(name="n"))
    assert caught.value.excerpt is None
    assert "canary" not in str(caught.value) + repr(caught.value)


@modes
@pytest.mark.fault(6)
def test_html_is_no_answer_to_a_delete(mode: str) -> None:
    """A page of a proxy does not pass for a success where the API answers without a body."""
    driven = Driven("alteryx-server", mode, [reply(200, b"<html>Log in</html>", content_type="text/html")])
    with pytest.raises(subkit.DecodeError):
        driven(lambda client: client.subscriptions.delete("s1"))


@modes
@pytest.mark.parametrize(("status", "kind"), [(200, subkit.DecodeError), (500, subkit.ServerError)])
@pytest.mark.fault(64)
def test_body_over_the_limit(mode: str, status: int, kind: type[Exception]) -> None:
    """A body over `max_body` is not kept whatever the transport did."""
    with pytest.raises(kind, match="max_body"):
        get(mode, reply(status, {"a": "x" * 100}), max_body=50)


@pytest.mark.fault(66)
@pytest.mark.parametrize("depth", [50, 200, 400, 800, 1600])
def test_deep_bodies(depth: int) -> None:
    """An answer is either refused as too deep or can be used: written, copied and pickled. Errors stay errors."""
    body = b'{"id": "s1", "x": ' + b"[" * depth + b"]" * depth + b"}"
    with pytest.raises(subkit.ServerError):
        get("sync", reply(500, body), ENS)
    try:
        found = get("sync", reply(200, body), ENS)
    except subkit.DecodeError:
        assert depth > 50
    else:
        assert found.to_dict() == copy.deepcopy(found).to_dict() == pickle.loads(pickle.dumps(found)).to_dict()

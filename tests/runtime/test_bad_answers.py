"""Answers that arrived whole and are not the API's."""

from __future__ import annotations

import copy
import pickle
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


NOT_THE_API = {
    "html": reply(200, b"<html>\n<title>Log in</title>", content_type="text/html; charset=utf-8"),
    "empty": reply(200, b"", content_type="application/json"),
    "blank": reply(200, b" \n"),
    "truncated": reply(200, b'{"applicationId": "a', content_type="application/json"),
    "array": reply(200, []),
    "text": reply(200, "text"),
    "null": reply(200, b"null", content_type="application/json"),
    "nan": reply(200, b'{"a": NaN}', content_type="application/json"),
    "huge number": reply(200, b'{"a": 1e999}', content_type="application/json"),
    "not utf-8": reply(200, b'{"a": "\xff"}', content_type="application/json"),
    "too deep": reply(200, b'{"a":' * 100_000, content_type="application/json"),
    "204": reply(204),
    "304 unasked": reply(304),
}


@modes
@pytest.mark.parametrize("kind", NOT_THE_API)
def test_not_the_api(mode: str, kind: str) -> None:
    """What arrived whole and is not the API's answer is a DecodeError with a short excerpt, in strict mode too."""
    answer = NOT_THE_API[kind]
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
        assert "Log in" in error.excerpt if kind == "html" else True


@modes
def test_excerpt_shows_no_secret(mode: str) -> None:
    """Where the answer may hold a secret there is no excerpt."""
    driven = Driven("alteryx-server", mode, [reply(200, b'{"apiSecret": "canary", ', content_type="application/json")])
    with pytest.raises(subkit.DecodeError) as caught:
        driven(lambda client: client.subscriptions.create(name="n"))
    assert caught.value.excerpt is None
    assert "canary" not in str(caught.value) + repr(caught.value)


@modes
def test_html_is_no_answer_to_a_delete(mode: str) -> None:
    """A page of a proxy does not pass for a success where the API answers without a body."""
    driven = Driven("alteryx-server", mode, [reply(200, b"<html>Log in</html>", content_type="text/html")])
    with pytest.raises(subkit.DecodeError):
        driven(lambda client: client.subscriptions.delete("s1"))


@modes
@pytest.mark.parametrize("status", [200, 500])
def test_body_over_the_limit(mode: str, status: int) -> None:
    """A body over `max_body` is refused whatever the transport did."""
    with pytest.raises(subkit.DecodeError, match="max_body"):
        get(mode, reply(status, {"a": "x" * 100}), max_body=50)


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

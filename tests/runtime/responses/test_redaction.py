"""What an error repeats of an answer: all of it, but for the secrets."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
import subkit
from support.failures import outcome
from support.scripted import MODES, UUID_1, Driven, reply

pytestmark = [pytest.mark.fault(60), pytest.mark.parametrize("mode", MODES)]
ENS, EVENTS = "illumina-ens", "jackhenry-events"
SECRET = 'p/ss "wörd" & <more>'
GIVEN: dict[str, Any] = {
    "name": "n",
    "dispatch_type": "wcf",
    "enabled": True,
    "wcf_settings": {"username": "bob", "password": SECRET},
}


def created(mode: str, answer: subkit.Reply, **changes: Any) -> Any:
    """The error of a create that sends these secrets."""
    driven = Driven(EVENTS, mode, [answer], auth=None)
    return outcome(lambda: driven(lambda client: client.subscriptions.create(**{**GIVEN, **changes})))


def got(mode: str, answer: subkit.Reply, auth: subkit.Credential) -> Any:
    """The error of a get with this credential."""
    driven = Driven(ENS, mode, [answer], auth=auth)
    return outcome(lambda: driven(lambda client: client.subscriptions.get(UUID_1)))


WRITTEN: dict[str, Callable[[str], str]] = {
    "plain": str,
    "JSON": lambda text: json.dumps(text)[1:-1],
    "percent": lambda text: "p%2Fss%20%22w%C3%B6rd%22%20%26%20%3Cmore%3E",
    "HTML": lambda text: "p/ss &quot;wörd&quot; &amp; &lt;more&gt;",
}


@pytest.mark.parametrize("form", WRITTEN)
def test_a_message_that_repeats_a_secret(mode: str, form: str) -> None:
    """What the request sent as a secret is left out of the text of an error, however it is written, and nothing else."""
    written = WRITTEN[form](SECRET)
    error = created(mode, reply(400, {"title": "Bad", "details": [f"<{written}> is too short", "try again"]}))
    assert error.detail == "<<secret>> is too short; try again"
    assert str(error).endswith(": Bad: <<secret>> is too short; try again (create_subscription)")
    assert error.body == {"title": "Bad", "details": ["<<secret>> is too short", "try again"]}


def test_a_body_that_is_no_json(mode: str) -> None:
    """Neither does the text of another body, nor an excerpt, repeat it; what stands around it stays."""
    page = f"<p>{SECRET}</p><p>more</p>".encode()
    assert created(mode, reply(400, page)).body == "<p><secret></p><p>more</p>"
    assert created(mode, reply(200, page, content_type="text/html")).excerpt == "<p><secret></p><p>more</p>"


def test_headers_that_repeat_a_secret(mode: str) -> None:
    """A header of the answer that repeats a key is kept without it, as a redirect does that keeps the query."""
    location = "https://other.example/?key=s%2Fcret&page=2"
    error = got(mode, reply(302, None, Location=location, ETag='"1"'), subkit.QueryKey("key", "s/cret"))
    assert dict(error.headers) == {"location": "https://other.example/?key=<secret>&page=2", "etag": '"1"'}


CREDENTIALS: list[tuple[subkit.Credential, str]] = [
    (subkit.BearerToken("abc=="), "abc=="),
    (subkit.HeaderKey("X-Key", "a=b-c"), "a=b-c"),
    (subkit.QueryKey("key", "a b&c".replace(" ", "+")), "a+b&c"),
    (subkit.CookieKey("session", "a=b"), "session=a=b"),
    (subkit.CookieKey("session", "crumbs"), "crumbs"),
    (subkit.Basic("user", "word"), "dXNlcjp3b3Jk"),
    (subkit.Basic("user", "word"), "word"),
]


@pytest.mark.parametrize(
    ("auth", "said"), CREDENTIALS, ids=[f"{type(one).__name__} {said}" for one, said in CREDENTIALS]
)
def test_a_message_that_repeats_a_credential(mode: str, auth: subkit.Credential, said: str) -> None:
    """What the credential added to the request is left out of the error, and of its body at whatever depth."""
    error = got(mode, reply(403, {"message": f"not with ({said})", "more": {said: [f"{said}!"]}}), auth)
    assert said not in f"{error} {error.body}"
    assert error.title in ("not with (<secret>)", "not with (session=<secret>)")


def test_what_is_no_secret_stays(mode: str) -> None:
    """Names, numbers, other texts and secrets of fewer than four characters are kept as they came."""
    body = {"title": "bob", "type": 5, "details": ["username"], "instance": None, "more": [True, 1.5, {"n": "bob"}]}
    error = created(mode, reply(400, body))
    assert error.body == body
    assert (error.title, error.code) == ("bob", 5)


def test_names_of_secrets(mode: str) -> None:
    """What stands under the name of a secret is left out whatever it is, but for null."""
    body = {"wcfSettings": {"password": {"old": "a"}, "username": None}, "all": [{"secret": 5, "secretVersion": 2}]}
    error = created(mode, reply(400, body))
    assert error.body == {
        "wcfSettings": {"password": "<secret>", "username": None},
        "all": [{"secret": "<secret>", "secretVersion": 2}],
    }


def test_a_secret_within_another(mode: str) -> None:
    """Where one secret begins like another, nothing of the longer one stays."""
    settings = {"username": "word", "password": "wordier"}
    error = created(mode, reply(400, {"title": "wordier, word"}), wcf_settings=settings)
    assert error.title == "<secret>, <secret>"

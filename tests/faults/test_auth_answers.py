"""Whatever a token endpoint answers: a token, or an `AuthError` that a person can act on and that shows no secret."""

from __future__ import annotations

from typing import Any

import pytest
from subkit._transport.messages import Reply
from support.issuers import Issuer, refusal
from support.lines import own_text
from support.pairwise import pairwise
from support.scripted import MODES, SLUGS, reply
from support.token_answers import BASIC, TOKEN, check, driven_by, good
from support.vendors import SECRETS

pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.fault(55)]
ENS, SERVER = "illumina-ens", "alteryx-server"
HTML = b"<!DOCTYPE html><html><title>canary</title></html>"
NO_OBJECT: dict[str, Reply] = {
    "html": reply(200, HTML, content_type="text/html"),
    "nothing": reply(200, b""),
    "array": reply(200, [{"access_token": TOKEN}]),
    "number": reply(200, 7),
    "null": reply(200, b"null"),
    "text": reply(200, "canary"),
    "no content": reply(204),
    "cut": reply(200, b'{"access_token": "canary'),
    "latin": reply(200, '{"access_token": "canäry"}'.encode("latin-1")),
    "nan": reply(200, b'{"access_token": "canary", "expires_in": NaN}'),
    "large": good(more="canary" * 50_000),
    "deep": reply(200, b'{"access_token": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"),
    "twice": reply(200, b'{"access_token": "canary"}{"expires_in": 3600}'),
}


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("name", NO_OBJECT)
def test_an_answer_that_is_no_object(mode: str, slug: str, name: str) -> None:
    """A success without a JSON object of a sensible size is no token."""
    driven, issuer = driven_by(mode, slug, NO_OBJECT[name])
    error = refusal(driven)
    check(error, issuer)
    assert own_text(error).endswith(f" responded with {error.status} and something that is not a JSON object")
    assert (error.status, error.code) == (NO_OBJECT[name].status, None)
    assert len(issuer.asked) == 1


STATUSES = [301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 405, 410, 418, 429, 500, 501, 503, 520, 599]
BODIES: dict[str, Any] = {
    "code": {"error": "invalid_client", "error_description": "canary"},
    "nothing": None,
    "html": HTML,
    "other": {"code": "canary.1", "message": "canary"},
    "array": ["canary"],
}


@pytest.mark.parametrize(("slug", "body", "status"), pairwise([SERVER, ENS], [*BODIES], STATUSES))
def test_an_error(mode: str, slug: str, status: int, body: str) -> None:
    """Status and OAuth code are in the error, with a word about what to do; the rest of the body is not."""
    driven, issuer = driven_by(mode, slug, reply(status, BODIES[body]))
    error = refusal(driven)
    check(error, issuer)
    code = "invalid_client" if body == "code" else None
    assert (error.status, error.code) == (status, code)
    said = f" responded with {status} {code}: check " if code else f" responded with {status}"
    assert said in str(error)


@pytest.mark.parametrize(
    ("status", "hint"),
    [(302, "token_url"), (400, "credential"), (401, "credential"), (404, "address"), (429, "later"), (502, "later")],
)
def test_a_hint(mode: str, status: int, hint: str) -> None:
    """A status without a code says what to look at."""
    driven, _ = driven_by(mode, SERVER, reply(status))
    said, _, what = str(refusal(driven)).rpartition(f" responded with {status}: ")
    assert (bool(said), hint in what) == (True, True)


@pytest.mark.parametrize(
    ("code", "kept"),
    [
        ("invalid_grant", True),
        ("unauthorized_client", True),
        ("mfa-required", True),
        ("access_denied", True),
        (None, False),
        ("", False),
        (7, False),
        (["invalid_client"], False),
        ({"code": "invalid_client"}, False),
        ("Invalid client!", False),
        ("invalid_client\r\nX: 1", False),
        ("a" * 65, False),
        ("a_" * 50_000, False),
        (SECRETS["client_secret"], False),
        ("canary", False),
        (BASIC, False),
        (f"invalid_{BASIC}", False),
        ("\ud800", False),
    ],
)
def test_an_error_code(mode: str, code: Any, kept: bool) -> None:
    """A code is kept if it has the form of one; whatever else a server may repeat there is not."""
    driven, issuer = driven_by(mode, SERVER, reply(400, {"error": code}), client_secret="canary")
    error = refusal(driven)
    check(error, issuer)
    assert error.code == (code if kept else None)


@pytest.mark.parametrize(
    ("slug", "status", "secret"), pairwise(SLUGS, [200, 400, 401, 500], [*SECRETS.values(), BASIC, "canary_word"])
)
def test_secrets_that_are_repeated(mode: str, slug: str, status: int, secret: str) -> None:
    """A server that repeats a secret in every member gets it into no error, also if it has the form of a code."""
    names = ("error", "error_description", "error_uri", "scope", "token_type", "expires_in", "access_token", "x")
    changes = {name: secret for name in ("key", "client_secret", "password") if name in Issuer(slug).vendor.arguments}
    if slug == "jackhenry-events":  # whose key is none of these
        changes = {}
        names = names[1:]
    elif not secret.isascii() or " " in secret:  # no key of a header
        changes.pop("key", None)
    driven, issuer = driven_by(mode, slug, reply(status, dict.fromkeys(names, secret)), **changes)
    check(refusal(driven), issuer)

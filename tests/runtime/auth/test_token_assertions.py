"""Assertions that are signed in place of a secret: what they say, which keys sign them, and whose clock they go by."""

from __future__ import annotations

import json
from typing import Any, ClassVar

import pytest
import subkit
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, NoEncryption, PrivateFormat
from joserfc import jwt
from joserfc.jwk import ECKey, OctKey
from subkit._auth import client_assertion, oauth
from subkit._auth.issuer import AuthorizationServer
from support.issuers import Issuer, get, refusal
from support.scripted import MODES, Clock, Driven, package_of, reply
from support.vendors import CLIENT_ID, form_of, pem, private_key

EVENTS = "jackhenry-events"
both = pytest.mark.parametrize("mode", MODES)


def assertion(request: Any) -> Any:
    return jwt.decode(form_of(request)["client_assertion"], private_key(), algorithms=["PS256"])


@both
def test_an_assertion(mode: str) -> None:
    """It names the client, the endpoint, a moment in seconds that is near, and is signed with PS256."""
    issuer = Issuer(EVENTS, clock=Clock())
    get(issuer.driven(mode))
    token = assertion(issuer.asked[0])
    now = issuer.now().timestamp()
    assert token.header == {"alg": "PS256", "typ": "JWT"}
    assert token.claims.keys() == {"iss", "sub", "aud", "jti", "iat", "exp"}
    assert (token.claims["iss"], token.claims["sub"], token.claims["aud"]) == (CLIENT_ID, CLIENT_ID, issuer.token_url)
    assert now - 60 <= token.claims["iat"] <= now < token.claims["exp"] <= now + 120
    assert len(token.claims["jti"]) == 36


@both
@pytest.mark.fault(55)
def test_another_assertion_each_time(mode: str) -> None:
    """Every request has an assertion of its own, also one that is sent again after a fault."""
    issuer = Issuer(EVENTS, clock=Clock(chance=0.0))
    issuer.first = [reply(503), subkit.OutcomeUnknown("cut")]
    driven = issuer.driven(mode)
    get(driven)
    issuer.revoke()
    get(driven)
    assert len(issuer.asked) == 4
    assert len({assertion(asked).claims["jti"] for asked in issuer.asked}) == 4
    assert issuer.refusals == []


KEYS: dict[str, Any] = {
    "pem": pem,
    "bytes": lambda: pem().encode(),
    "escaped": lambda: pem().replace("\n", "\\n"),
    "jwk": lambda: private_key().as_dict(private=True),
    "json": lambda: "\n " + json.dumps(private_key().as_dict(private=True)),
    "json bytes": lambda: json.dumps(private_key().as_dict(private=True)).encode(),
}


@both
@pytest.mark.parametrize("form", KEYS)
def test_forms_of_a_key(mode: str, form: str) -> None:
    """A key is taken as PEM, as it stands in an environment variable too, and as JWK."""
    issuer = Issuer(EVENTS)
    get(issuer.driven(mode, auth=issuer.credential(key=KEYS[form]())))
    assert issuer.refusals == []


@both
@pytest.mark.parametrize(("key_id", "found"), [(None, "of the key"), ("given", "given")])
def test_the_id_of_a_key(mode: str, key_id: str | None, found: str) -> None:
    """The id of a JWK goes into the header of the assertion; one that is given goes before it."""
    issuer = Issuer(EVENTS)
    key = {**private_key().as_dict(private=True), "kid": "of the key"}
    get(issuer.driven(mode, auth=issuer.credential(key=key, key_id=key_id)))
    assert assertion(issuer.asked[0]).header["kid"] == found


class Curve(oauth.PrivateKeyJwt):
    __server__: ClassVar[AuthorizationServer] = AuthorizationServer(token_url="{base_url}/t", algorithm="ES256")


@both
def test_another_algorithm(mode: str) -> None:
    """An elliptic key signs where the vendor asks for that."""
    key = ECKey.generate_key("P-256", private=True)
    driven = Driven(
        "illumina-ens", mode, [reply(200, {"access_token": "t", "expires_in": 9}), reply(200, {"id": "s1"})],
        auth=Curve("c", key.as_pem(private=True)),
    )  # fmt: skip
    assert get(driven).id == "s1"
    signed = jwt.decode(form_of(driven.requests[0])["client_assertion"], key, algorithms=["ES256"])
    assert signed.claims["aud"] == driven.requests[0].url


def encrypted() -> bytes:
    key = rsa.generate_private_key(65537, 2048)
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"canary"))


def short() -> bytes:
    return rsa.generate_private_key(65537, 1024).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


USELESS: dict[str, Any] = {
    "nothing": lambda: "",
    "none": lambda: None,
    "number": lambda: 7,
    "text": lambda: "canary",
    "foreign": lambda: "cänary",
    "binary": lambda: b"\xff\xfecanary",
    "cut": lambda: pem()[:400] + "canary",
    "public": lambda: private_key().as_pem(private=False),
    "public jwk": lambda: private_key().as_dict(private=False),
    "encrypted": encrypted,
    "short": short,
    "symmetric": lambda: OctKey.generate_key(256).as_dict(private=True),
    "curve": lambda: ECKey.generate_key("P-256", private=True).as_pem(private=True),
    "for encryption": lambda: {**private_key().as_dict(private=True), "use": "enc"},
    "empty jwk": dict,
    "broken json": lambda: '{"kty": "RSA", "d": "canary',
    "list": lambda: ["canary"],
}


@pytest.mark.filterwarnings("ignore:Key size")
@pytest.mark.parametrize("name", USELESS)
def test_a_key_that_cannot_sign(name: str) -> None:
    """It is refused when the credential is made, in words that do not repeat it."""
    key = USELESS[name]()
    with pytest.raises(subkit.ConfigurationError) as caught:
        package_of(EVENTS).PrivateKeyJwt(CLIENT_ID, key)
    assert str(caught.value).startswith("key: ")
    assert "canary" not in str(caught.value)
    assert caught.value.__context__ is None


@pytest.mark.parametrize("curve", ["P-384", "P-521"])
def test_a_key_of_another_curve(curve: str) -> None:
    """A key that only another algorithm could use is refused when the credential is made."""
    with pytest.raises(subkit.ConfigurationError, match=r"key: .*ES256"):
        Curve("c", ECKey.generate_key(curve, private=True).as_pem(private=True))


def test_without_the_package_that_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra the error says what to install."""
    monkeypatch.setattr(client_assertion, "find_spec", lambda name: None)
    with pytest.raises(subkit.ConfigurationError, match=r"pip install 'subkit\[jwt\]'"):
        package_of(EVENTS).PrivateKeyJwt(CLIENT_ID, pem())


@both
@pytest.mark.fault(56)
@pytest.mark.parametrize("ahead", [600.0, -600.0, 86400.0, -32.0, 62.0])
def test_a_server_whose_clock_is_off(mode: str, ahead: float) -> None:
    """The first assertion is not in time by the server's clock, the second one is; later ones go by it at once."""
    issuer = Issuer(EVENTS, clock=Clock())
    issuer.ahead = ahead
    driven = issuer.driven(mode)
    get(driven)
    assert len(issuer.asked) == 2
    issuer.revoke()
    get(driven)
    assert (len(issuer.asked), len(issuer.refusals)) == (3, 1)


@both
@pytest.mark.fault(56)
@pytest.mark.parametrize("ahead", [-29.0, 0.0, 29.0])
def test_clocks_that_differ_a_little(mode: str, ahead: float) -> None:
    """Half a minute is tolerated in both directions: an assertion says to be made a little before now."""
    issuer = Issuer(EVENTS, clock=Clock())
    issuer.ahead = ahead
    get(issuer.driven(mode))
    assert (len(issuer.asked), issuer.refusals) == (1, [])


@both
@pytest.mark.fault(56)
def test_a_clock_here_that_jumps(mode: str) -> None:
    """The calendar here going wrong and right again costs one more request each time, and no error."""
    issuer = Issuer(EVENTS, clock=Clock())
    driven = issuer.driven(mode)
    for ahead, requests in ((0.0, 1), (600.0, 3), (600.0, 4), (0.0, 6), (-600.0, 8), (0.0, 10)):
        assert issuer.clock is not None
        issuer.clock.ahead = ahead
        get(driven)
        issuer.revoke()
        assert len(issuer.asked) == requests


@both
@pytest.mark.fault(56)
@pytest.mark.parametrize("date", ["Thu, 01 Jan 2026 00:00:00 GMT", "yesterday", None])
def test_a_refusal_for_another_reason(mode: str, date: str | None) -> None:
    """A client that is refused although the clocks agree, or without a date to go by, is refused at once."""
    issuer = Issuer(EVENTS, clock=Clock())
    headers = {} if date is None else {"date": date}
    issuer.first = [reply(401, {"error": "invalid_client"}, **headers)]
    error = refusal(issuer.driven(mode))
    assert (error.status, error.code, len(issuer.asked)) == (401, "invalid_client", 1)


@both
@pytest.mark.fault(56)
@pytest.mark.parametrize("status", [200, 403])
def test_a_date_that_does_not_matter(mode: str, status: int) -> None:
    """A server whose calendar is off, and that minds something else or nothing, is asked once."""
    issuer = Issuer(EVENTS, clock=Clock())
    answer = {"access_token": "t", "expires_in": 60}
    issuer.first = [reply(status, answer, date="Thu, 01 Jan 2026 05:00:00 GMT")]
    issuer.given["t"] = float("inf")
    driven = issuer.driven(mode)
    if status == 200:
        get(driven)
    else:
        assert refusal(driven).status == status
    assert len(issuer.asked) == 1


@both
@pytest.mark.fault(56)
def test_a_refusal_with_another_date(mode: str) -> None:
    """However often the server refuses with another date, there is a second assertion and no third."""
    issuer = Issuer(EVENTS, clock=Clock())
    dates = [f"Thu, 01 Jan 2026 {hour:02}:00:00 GMT" for hour in range(5)]
    issuer.first = [reply(400, {"error": "invalid_client"}, date=date) for date in dates[1:]]
    assert refusal(issuer.driven(mode)).status == 400
    assert len(issuer.asked) == 2

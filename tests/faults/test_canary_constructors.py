"""What cannot be a credential is refused without being shown: not by the error, nor by the frames it comes through."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import subkit
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, PrivateFormat
from support.canary import Canaries
from support.canary_credentials import ENS, PLANTS, TOKEN_URL, Plant, jwk, pem, private_key, watch_key
from support.captured_output import overhearing
from support.renderings import Reach
from support.scripted import MODES, client_class, needed, package_of

pytestmark = pytest.mark.fault(57, 60)
SPOILT: dict[str, Callable[[str], Any]] = {
    "line break": lambda text: f"{text}\r\nX-Other: 1",
    "NUL": lambda text: f"\x00{text}",
    "surrogate": lambda text: f"{text}\ud800",
    "no text": lambda text: f"{text}\udcff",
    "list": lambda text: [text],
    "dict": lambda text: {"key": text},
    "bytes": lambda text: text.encode(),
}
IN_FORMS = ("surrogate", "no text", "list", "dict", "bytes")
Make = Callable[[Any], Any]
HEADERS: dict[str, Make] = {
    "BearerToken": subkit.BearerToken,
    "HeaderKey": lambda key: subkit.HeaderKey("X-Key", key),
    "QueryKey": lambda key: subkit.QueryKey("key", key),
    "CookieKey": lambda key: subkit.CookieKey("session", key),
    "ApiKey": lambda key: package_of(ENS).ApiKey(key),
}
FORMS: dict[str, Make] = {
    "Basic": lambda password: subkit.Basic("user", password),
    "ClientCredentials": lambda secret: package_of("alteryx-server").ClientCredentials("client", secret),
    "ClientCredentials in a form": lambda secret: package_of("aveva-omf").ClientCredentials("client", secret),
    "PasswordGrant": lambda secret: package_of("wso2-publisher").PasswordGrant(TOKEN_URL, "c", "s", "u", secret),
    "PasswordGrant's client": lambda s: package_of("wso2-publisher").PasswordGrant(TOKEN_URL, "c", s, "u", "p"),
}
BESIDE: dict[str, Make] = {
    "name of a header": lambda key: subkit.HeaderKey("X Key", key),
    "name of a cookie": lambda key: subkit.CookieKey("a b", key),
    "quoted cookie": lambda key: subkit.CookieKey("session", f'"{key}"'),
    "colon": lambda password: subkit.Basic("us:er", password),
    "key and address": lambda key: package_of(ENS).ApiKey(key, token_url="nonsense"),
    "address": lambda secret: package_of("alteryx-server").ClientCredentials("c", secret, token_url="nonsense"),
    "lifetime": lambda secret: package_of("aveva-omf").ClientCredentials("c", secret, lifetime=-1.0),
    "no client": lambda secret: package_of("wso2-publisher").PasswordGrant(TOKEN_URL, "", "s", "u", secret),
    "no user": lambda secret: package_of("wso2-publisher").PasswordGrant(TOKEN_URL, "c", secret, "", secret),
    "no address": lambda secret: package_of("wso2-publisher").PasswordGrant("nonsense", "c", secret, "u", secret),
}
CASES = [
    *((f"{name}, {spoil}", make, SPOILT[spoil]) for name, make in HEADERS.items() for spoil in SPOILT),
    *((f"{name}, {spoil}", make, SPOILT[spoil]) for name, make in FORMS.items() for spoil in IN_FORMS),
    *((name, make, str) for name, make in BESIDE.items()),
]


@pytest.mark.parametrize(("make", "spoil"), [one[1:] for one in CASES], ids=[one[0] for one in CASES])
def test_a_credential_that_is_none(make: Make, spoil: Callable[[str], Any]) -> None:
    """A secret that cannot be sent, or that comes with a wrong argument, is refused unsaid."""
    canaries = Canaries()
    secret = canaries.plant("secret")
    with overhearing() as heard:
        with pytest.raises(subkit.ConfigurationError) as caught:
            make(spoil(secret))
    assert canaries.hits(caught.value, *heard.all) == []


def encrypted() -> bytes:
    return private_key().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"x"))


KEYS: dict[str, Callable[[], Any]] = {
    "cut": lambda: pem()[:-200],
    "cut text": lambda: pem().decode()[:-200],
    "no end": lambda: pem().decode().replace("-----END", ""),
    "encrypted": encrypted,
    "half a JWK": lambda: {name: value for name, value in jwk().items() if name != "n"},
    "JWK with a number": lambda: {**jwk(), "n": 1},
    "list": lambda: [pem().decode()],
    "cut JSON": lambda: f'{{"kty": "RSA", "d": "{jwk()["d"]}"',
    "bytes that are no text": lambda: pem() + b"\xff",
}
ARGUMENTS: dict[str, dict[str, Any]] = {"address": {"token_url": "nonsense"}, "lifetime": {"lifetime": 0.0}}


@pytest.mark.parametrize("name", KEYS)
def test_a_key_that_is_none(name: str) -> None:
    """A private key that cannot be read is refused unsaid, whatever the library that reads it says."""
    refuse_key(KEYS[name]())


@pytest.mark.parametrize("name", ARGUMENTS)
@pytest.mark.parametrize("form", [pem, lambda: pem().decode(), jwk], ids=["bytes", "text", "JWK"])
def test_a_key_with_a_wrong_argument(name: str, form: Callable[[], Any]) -> None:
    """A good key beside an argument that is refused does not show."""
    refuse_key(form(), **ARGUMENTS[name])


def refuse_key(key: Any, **arguments: Any) -> None:
    canaries = Canaries()
    watch_key(canaries)
    if isinstance(key, bytes) and b"ENCRYPTED" in key:
        canaries.watch("encrypted", key.decode().splitlines()[10])
    with overhearing() as heard:
        with pytest.raises(subkit.ConfigurationError) as caught:
            package_of("jackhenry-events").PrivateKeyJwt("client", key, **arguments)
    assert canaries.hits(caught.value, *heard.all) == []


WRONG: dict[str, dict[str, Any]] = {
    "no address": {"base_url": None},
    "no URL": {"base_url": "nonsense"},
    "plain http": {"base_url": "http://api.example"},
    "timeout": {"timeout": -1.0},
    "decode": {"decode": "loose"},
    "max_body": {"max_body": 0},
}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", WRONG)
@pytest.mark.parametrize("plant", PLANTS, ids=str)
def test_a_client_that_is_none(mode: str, plant: Plant, name: str) -> None:
    """A client that cannot be made does not show its credential, nor the password of its proxy."""
    canaries = Canaries()
    options = {"base_url": "https://api.example", **needed(plant.slug), **WRONG[name]}
    auth, proxy = plant.make(canaries, mode), f"http://user:{canaries.plant('proxy')}@127.0.0.1:1"
    with overhearing() as heard:
        with pytest.raises(subkit.ConfigurationError) as caught:
            client_class(plant.slug, mode)(auth=auth, proxy=proxy, **options)
    assert canaries.hits(caught.value, Reach(auth), *heard.all) == []


@pytest.mark.parametrize("mode", MODES)
def test_a_url_with_a_password(mode: str) -> None:
    """A password in a base URL is refused unsaid."""
    canaries = Canaries()
    url = f"https://user:{canaries.plant('password')}@api.example"
    with pytest.raises(subkit.ConfigurationError) as caught:
        client_class(ENS, mode)(base_url=url, auth=None)
    assert canaries.hits(caught.value) == []


VARIABLES = {
    ENS: {"TOKEN": "token"},
    "wso2-publisher": {"CLIENT_SECRET": "secret", "PASSWORD": "password"},
    "alteryx-server": {"CLIENT_SECRET": "secret"},
    "jackhenry-events": {"KEY": "key"},
}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("spoil", ["no text", "line break"])
@pytest.mark.parametrize("slug", VARIABLES)
def test_the_environment(mode: str, slug: str, spoil: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Secrets from the environment that cannot be sent, or that do not suffice, are refused unsaid."""
    canaries, prefix = Canaries(), f"SUBKIT_{slug}_".replace("-", "_").upper()
    shared = {name.upper(): value for name, value in needed(slug).items()}
    secrets = {name: SPOILT[spoil](canaries.plant(what)) for name, what in VARIABLES[slug].items()}
    url = f"https://user:{canaries.plant('in the URL')}@api.example"
    also = {"BASE_URL": url, "CLIENT_ID": "us:er", "USERNAME": "user", "TOKEN_URL": TOKEN_URL}
    for name, value in {**also, **shared, **secrets}.items():
        monkeypatch.setenv(f"{prefix}{name}", value)
    with overhearing() as heard:
        with pytest.raises(subkit.ConfigurationError) as caught:
            client_class(slug, mode).from_env(proxy=f"http://user:{canaries.plant('proxy')}@127.0.0.1:1")
    assert canaries.hits(caught.value, *heard.all) == []

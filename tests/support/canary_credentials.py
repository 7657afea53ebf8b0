"""Every credential with canaries in its secrets, and servers that repeat whatever they are told."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any
from urllib.parse import unquote_plus

import subkit
from attrs import frozen
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from joserfc.jwk import RSAKey
from subkit import Reply, Request

from .canary import Canaries
from .scripted import package_of, reply

TOKEN_URL = "https://api.example/identity/token"


@frozen
class Plant:
    """A kind of credential."""

    name: str
    slug: str
    make: Callable[[Canaries, str], subkit.Credential]
    buys: bool = False
    """Whether it buys tokens."""

    def __str__(self) -> str:
        return self.name


@cache
def private_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 2048)


@cache
def pem() -> bytes:
    return private_key().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


@cache
def jwk() -> Mapping[str, Any]:
    return dict(RSAKey.import_key(pem()).as_dict(private=True))


def watch_key(canaries: Canaries) -> None:
    """Look for the private key: its PEM, its JWK, its numbers."""
    for number, line in enumerate(pem().decode().splitlines()[10:14]):
        canaries.watch(f"line {number} of the key", line)
    number = private_key().private_numbers().d
    canaries.watch("d as a number", str(number))
    canaries.watch("d in hexadecimal", f"{number:x}")
    for name in ("d", "p"):
        canaries.watch(f"{name} of the JWK", jwk()[name])


def _function(canaries: Canaries, mode: str) -> subkit.BearerToken:
    token = canaries.plant("token")

    async def later() -> str:
        return token

    return subkit.BearerToken(later if mode == "async" else lambda: token)


def _password_grant(canaries: Canaries, mode: str) -> subkit.Credential:
    made: subkit.Credential = package_of("wso2-publisher").PasswordGrant(
        TOKEN_URL, "client", canaries.plant("client secret"), "user", canaries.plant("password")
    )
    return made


def _client_credentials(slug: str) -> Callable[[Canaries, str], subkit.Credential]:
    return lambda canaries, mode: package_of(slug).ClientCredentials("client", canaries.plant("client secret"))


@cache
def _signer(form: str) -> Any:
    return package_of("jackhenry-events").PrivateKeyJwt("client", pem().decode() if form == "PEM" else jwk())


def _signing(form: str) -> Callable[[Canaries, str], subkit.Credential]:
    def make(canaries: Canaries, mode: str) -> subkit.Credential:
        watch_key(canaries)
        signer: subkit.Credential = _signer(form)  # one for all tests, for to read a key takes long
        signer._caches.clear()  # type: ignore[attr-defined]
        return signer

    return make


ENS = "illumina-ens"
PLANTS = [
    Plant("token", ENS, lambda canaries, mode: subkit.BearerToken(canaries.plant("token"))),
    Plant("function", ENS, _function),
    Plant("header", ENS, lambda canaries, mode: subkit.HeaderKey("X-Key", canaries.plant("key"))),
    Plant("query", ENS, lambda canaries, mode: subkit.QueryKey("key", canaries.plant("key"))),
    Plant("cookie", ENS, lambda canaries, mode: subkit.CookieKey("session", canaries.plant("key"))),
    Plant("basic", ENS, lambda canaries, mode: subkit.Basic("user", canaries.plant("password"))),
    Plant("bought by key", ENS, lambda c, mode: package_of(ENS).ApiKey(c.plant("key"), "context"), buys=True),
    Plant("bought by password", "wso2-publisher", _password_grant, buys=True),
    Plant("bought by secret in a header", "alteryx-server", _client_credentials("alteryx-server"), buys=True),
    Plant("bought by secret in a form", "aveva-omf", _client_credentials("aveva-omf"), buys=True),
    Plant("bought by PEM", "jackhenry-events", _signing("PEM"), buys=True),
    Plant("bought by JWK", "jackhenry-events", _signing("JWK"), buys=True),
]
BUYING = [one for one in PLANTS if one.buys]


def is_for_token(request: Request) -> bool:
    """Whether a request goes to an authorization server."""
    return "/subscriptions" not in request.url


def said(request: Request) -> dict[str, Any]:
    """All that a request says, as a server might repeat it."""
    headers = dict(request.headers)
    body = (request.body or b"").decode()
    basic = headers.get("Authorization", "").partition("Basic ")[2]
    decoded = {"basic": b64decode(basic).decode(), "form": unquote_plus(body), "query": unquote_plus(request.url)}
    secrets = [value.rpartition(" ")[2].partition("session=")[2] or value for value in headers.values()]
    return {"url": request.url, "headers": headers, "body": body, **decoded, "names": dict.fromkeys(secrets, 1)}


def repeating(request: Request, status: int = 400, **fields: Any) -> Reply:
    """An answer in JSON that repeats the request in each of its fields, and in its headers."""
    all_of_it = said(request)
    text = json.dumps(all_of_it)
    names = ("title", "detail", "message", "description", "code", "error", "error_description", "type", "moreInfo")
    body = {**dict.fromkeys(names, text), "details": [text], "echo": all_of_it, **fields}
    headers = {f"X-{name}": value for name, value in request.headers}
    return reply(status, body, **headers, Location=request.url, WWW_Authenticate=f'Bearer realm="{text}"')


def page(request: Request, status: int = 200) -> Reply:
    """An answer in HTML that repeats the request."""
    lines = [f"<h1>{request.method} {request.url}</h1>", *(f"<p>{name}: {value}" for name, value in request.headers)]
    body = "".join((*lines, f"<pre>{(request.body or b'').decode()}</pre>")).encode()
    return reply(status, body, content_type="text/html")


class Issuer:
    """An authorization server that gives tokens, each of them with canaries in it."""

    def __init__(self, canaries: Canaries) -> None:
        self._canaries = canaries
        self.given = 0

    def __call__(self, request: Request) -> Reply:
        if request.method == "GET":
            return reply(200, {"token_endpoint": TOKEN_URL})
        for name, value in request.headers:
            if name in ("Authorization", "X-API-Key"):
                self._canaries.watch(f"{name} at the issuer", value.rpartition(" ")[2])
        if assertion := unquote_plus((request.body or b"").decode()).partition("client_assertion=")[2]:
            self._canaries.watch("signature of the assertion", assertion.rpartition(".")[2])
        return reply(200, self.answer())

    def answer(self, **fields: Any) -> dict[str, Any]:
        """The answer that gives a token."""
        self.given += 1
        token = self._canaries.plant(f"access token {self.given}")
        refresh = self._canaries.plant(f"refresh token {self.given}")
        return {"access_token": token, "refresh_token": refresh, "token_type": "Bearer", "expires_in": 3600, **fields}

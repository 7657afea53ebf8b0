"""The token endpoint of a fake: who gets a token, for what, and for how long (RFC 6749, RFC 7523)."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Callable, Mapping
from typing import Any, Final
from urllib.parse import parse_qsl, unquote_plus, urlsplit

from .._transport.messages import Headers, Reply, Request
from .._values import frozen
from .assertions import KeyPair, check_assertion
from .clock import FakeClock
from .refusal import Refused
from .spec import ApiSpec, Json
from .tokens import Issued, Tokens

CLIENT_ID: Final = "fake-client"
CLIENT_SECRET: Final = "fake-client-secret"  # noqa: S105 - of a fake, and public
USERNAME: Final = "fake-user"
PASSWORD: Final = "fake-password"  # noqa: S105 - as above
API_KEY: Final = "fake-api-key"
LIFETIME: Final = 3600.0
"""Lifetime of a token in seconds, unless `behaviour.toml` says otherwise."""


@frozen
class TokenRequest:
    """A request for a token, taken apart."""

    url: str
    headers: Mapping[str, str]
    query: Mapping[str, str]
    form: Mapping[str, str]


class TokenEndpoint:
    """Issues tokens as the vendor does, to the client with the credentials above."""

    def __init__(self, spec: ApiSpec, tokens: Tokens, clock: FakeClock) -> None:
        self.facade: Json = spec.facade.get("auth", {})
        self.settings: Json = spec.behaviour.get("auth", {})
        self.lifetime: float = self.settings.get("lifetime", LIFETIME)
        self.granted: tuple[str, ...] | None = None
        """The scopes that the user is entitled to; None for all."""
        self.keys: KeyPair = KeyPair(self.facade.get("algorithm", ""))
        self._tokens = tokens
        self._clock = clock
        self._discovery = _path_in(self.facade.get("discovery_url"), spec.base_path)
        self.path: str | None = self._token_path(spec)

    def _token_path(self, spec: ApiSpec) -> str | None:
        """Where it is, below the root of the fake."""
        if not self.facade:
            return None
        if (given := self.settings.get("token_path")) is not None:
            return f"{spec.base_path if self._discovery else ''}{given}"
        if (documented := _path_in(self.facade.get("token_url"), spec.base_path)) is not None:
            return documented
        schemes = spec.document.get("components", {}).get("securitySchemes", {}).values()
        flows = (flow for one in schemes for flow in one.get("flows", {}).values())
        urls: list[str] = [flow["tokenUrl"] for flow in flows if "tokenUrl" in flow]
        return urlsplit(urls[0]).path if urls else f"{spec.base_path}/oauth2/token"

    def serves(self, path: str) -> bool:
        """Whether it is what a request for this path is for."""
        return path in (self.path, self._discovery)

    def answer(self, request: Request, path: str, root: str) -> Reply:
        """The response to a request for it. Raises `Refused`."""
        if path == self._discovery:
            return _json(200, {"issuer": root, "token_endpoint": f"{root}{self.path}"})
        if request.method != "POST":
            raise Refused(405, "method", "a token is requested with POST", headers=(("Allow", "POST"),))
        parts = urlsplit(request.url)
        headers = Headers(request.headers)
        form = dict(parse_qsl((request.body or b"").decode("utf-8", "replace"), keep_blank_values=True))
        asked = TokenRequest(request.url.partition("?")[0], headers, dict(parse_qsl(parts.query)), form)
        return self._reply(_FLOWS[self.facade["flow"]](self, asked))

    def issue(self, asked: TokenRequest, *, refreshable: bool = False) -> Issued:
        """A token with what was asked for, as far as it is granted."""
        scopes = tuple(asked.form.get("scope", "").split())
        granted = scopes if self.granted is None else tuple(one for one in scopes if one in self.granted)
        context = asked.query.get(self.settings.get("context", ""))
        return self._tokens.issue(granted, context, self.lifetime, refreshable=refreshable)

    def _reply(self, issued: Issued) -> Reply:
        body: dict[str, Any] = {"access_token": issued.text, "token_type": "Bearer"}
        if self.settings.get("expires_in", True):
            body["expires_in"] = int(self.lifetime)
        if issued.refresh is not None:
            body["refresh_token"] = issued.refresh
        if self.facade["flow"] != "api_key":
            body["scope"] = " ".join(issued.scopes) or "default"
        return _json(self.settings.get("status", 200), body)

    def by_api_key(self, asked: TokenRequest) -> Issued:
        """The key is in the vendor's own header."""
        name = self.facade["header"]
        if asked.headers.get(name) != API_KEY:
            raise Refused(401, "token request", f"the key in {name} is missing or wrong")
        return self.issue(asked)

    def by_client_credentials(self, asked: TokenRequest) -> Issued:
        """RFC 6749, 4.4."""
        _check_grant(asked, "client_credentials")
        _check_client(asked)
        return self.issue(asked)

    def by_password(self, asked: TokenRequest) -> Issued:
        """RFC 6749, 4.3 and 6."""
        _check_grant(asked, "password", "refresh_token")
        _check_client(asked)
        if asked.form["grant_type"] == "refresh_token":
            old = self._tokens.take_refresh(asked.form.get("refresh_token", ""))
            if old is None:
                raise Refused(400, "token request", "the refresh token is unknown or used", oauth="invalid_grant")
            scopes = asked.form.get("scope") or " ".join(old.scopes)
            return self.issue(TokenRequest(asked.url, asked.headers, {}, {"scope": scopes}), refreshable=True)
        if (asked.form.get("username"), asked.form.get("password")) != (USERNAME, PASSWORD):
            raise Refused(400, "token request", "user name or password is wrong", oauth="invalid_grant")
        return self.issue(asked, refreshable=True)

    def by_assertion(self, asked: TokenRequest) -> Issued:
        """RFC 7523, 2.2."""
        _check_grant(asked, "client_credentials")
        wrong = check_assertion(
            asked.form, self.keys, CLIENT_ID, asked.url, self._clock.now(), self._tokens.seen_assertions
        )
        if wrong is not None:
            raise Refused(401, "token request", wrong, oauth="invalid_client")
        return self.issue(asked)


_FLOWS: Final[Mapping[str, Callable[[TokenEndpoint, TokenRequest], Issued]]] = {
    "api_key": TokenEndpoint.by_api_key,
    "client_credentials": TokenEndpoint.by_client_credentials,
    "password": TokenEndpoint.by_password,
    "private_key_jwt": TokenEndpoint.by_assertion,
}


def _check_grant(asked: TokenRequest, *known: str) -> None:
    media_type = asked.headers.get("content-type", "").partition(";")[0].strip()
    if media_type != "application/x-www-form-urlencoded":
        raise Refused(400, "token request", "the request is not a form", oauth="invalid_request")
    if "grant_type" not in asked.form:
        raise Refused(400, "token request", "grant_type is missing", oauth="invalid_request")
    if asked.form["grant_type"] not in known:
        text = f"grant_type must be {' or '.join(known)}"
        raise Refused(400, "token request", text, oauth="unsupported_grant_type")


def _check_client(asked: TokenRequest) -> None:
    """Id and secret in the header of RFC 7617, or in the form: RFC 6749 (2.3.1) allows both."""
    scheme, _, text = asked.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "basic":
        name, _, secret = b64decode(text + "==").decode("utf-8", "replace").partition(":")
        pair = unquote_plus(name), unquote_plus(secret)
    else:
        pair = asked.form.get("client_id", ""), asked.form.get("client_secret", "")
    if pair != (CLIENT_ID, CLIENT_SECRET):
        raise Refused(401, "token request", "client_id or client_secret is missing or wrong", oauth="invalid_client")


def _path_in(url: str | None, base_path: str) -> str | None:
    """The path of a URL of `facade.toml`, below the root of the fake."""
    if url is None:
        return None
    return base_path + url.removeprefix("{base_url}") if url.startswith("{base_url}") else urlsplit(url).path


def _json(status: int, body: Any) -> Reply:
    headers = (("Content-Type", "application/json"), ("Cache-Control", "no-store"))
    return Reply(status, headers, json.dumps(body).encode())

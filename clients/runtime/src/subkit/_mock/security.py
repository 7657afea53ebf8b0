"""Whether a request carries a credential that an operation asks for."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from .._transport.messages import Headers, Request
from .grants import API_KEY, PASSWORD, USERNAME
from .refusal import Refused
from .spec import ApiSpec, Route
from .tokens import Issued, Tokens

_CHALLENGE = ("WWW-Authenticate", "Bearer")


class Security:
    """Checks credentials by the security schemes of one specification."""

    def __init__(self, spec: ApiSpec, tokens: Tokens) -> None:
        self._spec = spec
        self._tokens = tokens
        self._missing_scope: int | None = spec.behaviour.get("auth", {}).get("missing_scope")

    def schemes(self, route: Route | None = None) -> list[dict[str, list[str]]]:
        """The alternatives of an operation, or of the whole API; none if it needs no credential."""
        own = route.node.get("security") if route else None
        found: list[dict[str, list[str]]] = self._spec.document.get("security", []) if own is None else own
        return [] if {} in found else found

    @property
    def scopes(self) -> tuple[str, ...]:
        """All scopes that some operation asks for."""
        alternatives = (one for route in self._spec.routes for one in self.schemes(route))
        return tuple(dict.fromkeys(scope for one in alternatives for found in one.values() for scope in found))

    def scheme(self, name: str) -> Mapping[str, Any]:
        """A security scheme of the document."""
        found: Mapping[str, Any] = self._spec.find(f"/components/securitySchemes/{name}")[0]
        return found

    def check(self, route: Route, request: Request) -> Issued | None:
        """The token of a request. Raises `Refused` if it may not do what it is for."""
        alternatives = self.schemes(route)
        refusals: list[Refused] = []
        for alternative in alternatives:
            try:
                tokens = [self._one(route, request, name, scopes) for name, scopes in alternative.items()]
                return next((one for one in tokens if one is not None), None)
            except Refused as refused:
                refusals.append(refused)
        if refusals:
            raise refusals[0]
        return None

    def _one(self, route: Route, request: Request, name: str, scopes: list[str]) -> Issued | None:
        scheme = self.scheme(name)
        at = f"{route.pointer}/security"
        match scheme["type"], scheme.get("scheme", "").lower():
            case "apiKey", _:
                if _key(request, scheme) != API_KEY:
                    raise Refused(401, "token", f"the key in {scheme['in']} {scheme['name']} is missing or wrong", at)
                return None
            case "http", "basic":
                if _basic(request) != f"{USERNAME}:{PASSWORD}":
                    headers = (("WWW-Authenticate", 'Basic realm="fake"'),)
                    raise Refused(401, "token", "user name or password is missing or wrong", at, headers=headers)
                return None
            case _:
                return self._bearer(route, request, scopes, at)

    def _bearer(self, route: Route, request: Request, scopes: list[str], at: str) -> Issued:
        scheme, _, text = Headers(request.headers).get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not text:
            raise Refused(401, "token", "the request has no bearer token", at, headers=(_CHALLENGE,))
        found = self._tokens.find(text.strip())
        if isinstance(found, str):
            raise Refused(401, "token", f"the token is {found}", at, headers=(_CHALLENGE,))
        missing = [one for one in scopes if one not in found.scopes]
        if missing:
            status = self._missing_scope or (403 if "403" in route.node["responses"] else 401)
            raise Refused(status, "scope", f"the token does not have the scope {', '.join(missing)}", at)
        return found


def _key(request: Request, scheme: Mapping[str, Any]) -> str | None:
    name: str = scheme["name"]
    headers = Headers(request.headers)
    match scheme["in"]:
        case "header":
            return headers.get(name)
        case "query":
            return dict(parse_qsl(urlsplit(request.url).query)).get(name)
        case _:
            pairs = (part.strip().partition("=") for part in headers.get("cookie", "").split(";"))
            return next((value for key, _, value in pairs if key == name), None)


def _basic(request: Request) -> str | None:
    scheme, _, text = Headers(request.headers).get("authorization", "").partition(" ")
    return b64decode(text + "==").decode("utf-8", "replace") if scheme.lower() == "basic" else None

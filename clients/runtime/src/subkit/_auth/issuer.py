"""Where a vendor issues tokens: at a known URL, or at one that the server itself names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._errors import AuthError, ConfigurationError
from .._transport.messages import Request
from .._transport.urls import BaseUrl, parse_base_url
from .._values import frozen
from .token_endpoint import exchange, parse_token_response

if TYPE_CHECKING:
    from .._flow.steps import Flow
    from .credentials import AuthContext


@frozen(kw_only=True)
class AuthorizationServer:
    """Where and how a vendor issues tokens. In the URLs, `{base_url}` stands for the base URL of the API."""

    token_url: str | None = None
    discovery_url: str | None = None
    """Where the server names its token endpoint (OpenID Connect Discovery 1.0, 4)."""
    client_auth: Literal["basic", "body"] = "basic"
    """Whether a client's id and secret are sent in the header of RFC 7617 or in the form."""
    scopes: tuple[str, ...] = ()
    drops_scopes: bool = False
    """Whether it silently grants fewer scopes than requested."""
    header: str = ""
    """Header in which a key is sent."""
    algorithm: str = ""
    """Algorithm with which assertions are signed."""

    def endpoint(self, context: AuthContext, until: float) -> Flow[str]:
        """The URL of the token endpoint."""
        if self.discovery_url is not None:
            return (yield from _discover(self.discovery_url, context, until))
        return _fill(self.token_url or "", context)


def check_endpoint(url: object) -> BaseUrl:
    """Check the URL of a token endpoint, which may have a query. Raises `ConfigurationError`."""
    if not isinstance(url, str) or not url.isprintable() or " " in url:
        raise ConfigurationError("token_url: must be an absolute https:// URL")
    return parse_base_url(url.partition("?")[0], "token_url")


def _fill(template: str, context: AuthContext) -> str:
    return template.replace("{base_url}", context.base.text)


def _discover(template: str, context: AuthContext, until: float) -> Flow[str]:
    """The token endpoint that the server names. It must be on the API's own origin: otherwise whoever can answer for
    the server would receive the secret."""
    name = _fill(template, context)
    asking = Request("GET", name, context.headers_for(name, [("Accept", "application/json")]))
    reply = yield from exchange(lambda: asking, name, context, until)
    try:
        found = parse_token_response(reply, name).members.get("token_endpoint")
    except AuthError as error:
        error.args = (f"{error}; you can also pass the token endpoint as token_url",)
        raise
    origin = _origin(found)
    if origin is None:
        raise AuthError(f"{name} names no token endpoint; pass it as token_url", status=reply.status)
    if origin != context.base.origin:
        raise AuthError(
            f"{name} names a token endpoint at another origin, {origin}; if that is correct, pass it as token_url",
            status=reply.status,
        )
    return str(found)


def _origin(url: object) -> str | None:
    try:
        return check_endpoint(url).origin
    except ConfigurationError:
        return None

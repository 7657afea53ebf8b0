"""Where a vendor gives tokens: at an address that is known, or that the server itself names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import frozen

from .._errors import AuthError, ConfigurationError
from .._transport.messages import Request
from .._transport.urls import BaseUrl, parse_base_url
from .token_endpoint import exchange, read_answer

if TYPE_CHECKING:
    from .._flow.steps import Flow
    from .credentials import Occasion


@frozen(kw_only=True)
class Issuer:
    """Where and how a vendor gives tokens. In the URLs, `{base_url}` stands for that of the API."""

    token_url: str | None = None
    discovery_url: str | None = None
    """Where the server says what its token endpoint is (OpenID Connect Discovery 1.0, 4)."""
    client_auth: Literal["basic", "body"] = "basic"
    """Whether a client's id and secret go into the header of RFC 7617 or into the form."""
    scopes: tuple[str, ...] = ()
    header: str = ""
    """Header that takes a key."""
    algorithm: str = ""
    """How assertions are signed."""

    def endpoint(self, occasion: Occasion, until: float) -> Flow[str]:
        """Where tokens are given."""
        if self.discovery_url is not None:
            return (yield from _discover(self.discovery_url, occasion, until))
        return _fill(self.token_url or "", occasion)


def check_endpoint(url: object) -> BaseUrl:
    """Where a token endpoint is. Raises `ConfigurationError` for what cannot be the URL of one; it may have a query."""
    if not isinstance(url, str) or not url.isprintable() or " " in url:
        raise ConfigurationError("token_url: give an absolute https:// URL")
    return parse_base_url(url.partition("?")[0], "token_url")


def _fill(template: str, occasion: Occasion) -> str:
    return template.replace("{base_url}", occasion.base.text)


def _discover(template: str, occasion: Occasion, until: float) -> Flow[str]:
    """The token endpoint that the server names. It has to be on the API's own origin: else whoever can answer for the
    server would be sent the secret."""
    name = _fill(template, occasion)
    asking = Request("GET", name, (*occasion.agent, ("Accept", "application/json")))
    reply = yield from exchange(lambda: asking, name, occasion, until)
    try:
        found = read_answer(reply, name).members.get("token_endpoint")
    except AuthError as error:
        error.args = (f"{error}; the token endpoint can also be given as token_url",)
        raise
    origin = _origin(found)
    if origin is None:
        raise AuthError(f"{name} names no token endpoint; give it as token_url", status=reply.status)
    if origin != occasion.base.origin:
        raise AuthError(
            f"{name} names a token endpoint at another origin, {origin}; if it is right, give it as token_url",
            status=reply.status,
        )
    return str(found)


def _origin(url: object) -> str | None:
    try:
        return check_endpoint(url).origin
    except ConfigurationError:
        return None

"""Which server a call goes to: the client's, or one that the specification names for the operation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from .._errors import ConfigurationError
from .._transport.urls import BaseUrl, parse_base_url

if TYPE_CHECKING:
    from .endpoint import Endpoint


def server_of(endpoint: Endpoint[Any], base: BaseUrl) -> BaseUrl:
    """The base URL of a call.

    A server of its own is used by clients of the documented production server only: a client of another server, such as
    a test system, must not send its credential and its data to production. Raises `ConfigurationError` otherwise.
    """
    server = endpoint.server
    if server is None:
        return base
    if server.startswith("/"):
        return parse_base_url(urljoin(base.text, server))
    other, documented = parse_base_url(server), endpoint.api.base_url
    if other.text == base.text or (documented is not None and parse_base_url(documented).text == base.text):
        return other
    raise ConfigurationError(
        f"{endpoint.id} is served by {other.text}, and this client is for another server than the documented one: "
        "create a client with the base_url of the server that takes this call"
    )

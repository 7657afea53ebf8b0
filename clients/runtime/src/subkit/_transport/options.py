"""What both transports are made with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .environment import check_verify
from .limits import check_count
from .proxies import check_proxy
from .routes import Routes, Surroundings

if TYPE_CHECKING:
    from .environment import Verify


class TransportOptions:
    """The options of a transport, checked, and the routes that follow from them."""

    def __init__(self, verify: Verify, proxy: str | None, trust_env: bool, max_body: int, max_connections: int) -> None:
        check_verify(verify, trust_env=trust_env)
        if proxy is not None:
            check_proxy(proxy)
        check_count("max_body", max_body, "bytes")
        check_count("max_connections", max_connections, "connections")
        self.max_body = max_body
        self.max_connections = max_connections
        self.routes = Routes(Surroundings(verify, proxy, trust_env))

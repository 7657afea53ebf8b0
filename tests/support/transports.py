"""Exchanges through subkit's own transports over httpx, in either mode, and what holds of all their errors."""

from __future__ import annotations

import pickle
import traceback
from typing import Any

import pytest
import subkit._errors as errors
from subkit._transport.messages import Reply, Request

from .canary_guard import shared
from .live import live_transport
from .servers import Script, serving

SECRET = shared("secret", "canary-5f1c")
OUTLIVED = 5.0
"""Seconds after which a call has outlived its timeout: far above it, for busy machines; the servers go on for longer."""


def exchange(mode: str, *requests: Request, timeout: float = 5.0, **options: Any) -> list[Reply]:
    """Send requests one after the other through one transport of the mode."""
    with live_transport(mode, **options) as live:
        return [live(lambda transport, one=one: transport.send(one, timeout=timeout)) for one in requests]


def get(url: str, path: str = f"/things?token={SECRET}", *, method: str = "GET", body: bytes | None = None) -> Request:
    """A request that carries secrets."""
    headers = (("Accept-Encoding", "gzip"), ("X-Key", SECRET))
    return Request(method=method, url=url + path, headers=headers, body=body)


def fetch(mode: str, script: Script, **options: Any) -> Reply:
    """One exchange with a server that follows a script."""
    with serving(script) as server:
        return exchange(mode, get(server.url), **options)[0]


def failure(mode: str, script: Script, expected: type[errors.SubkitError], **options: Any) -> Any:
    """The error of one exchange, checked for what holds of all errors."""
    with serving(script) as server:
        with pytest.raises(expected) as caught:
            exchange(mode, get(server.url), **options)
        check_message(caught.value, f"127.0.0.1:{server.port}")
    return caught.value


def check_message(error: BaseException, where: str) -> None:
    """One line, the server named, nothing secret: neither in the text nor in the traceback."""
    assert "\n" not in str(error)
    assert SECRET not in "".join(traceback.format_exception(error))
    assert isinstance(error, errors.DecodeError) or where in str(error)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)

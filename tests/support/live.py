"""Clients and transports that really send: sync ones, and async ones on an event loop that lasts."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Awaitable, Callable
from contextlib import nullcontext
from types import TracebackType
from typing import Any, Self

import subkit
from subkit._client import AsyncClient, SyncClient

from .canary_guard import guarded
from .scripted import TOKEN, client_class, needed


class Live:
    """A client or transport of one mode; `live(lambda subject: ...)` awaits what has to be awaited, on one loop."""

    def __init__(self, subject: Any, mode: str) -> None:
        self.subject = subject
        self._runner = asyncio.Runner() if mode == "async" else None

    def __call__(self, call: Callable[[Any], Any]) -> Any:
        with guarded() if isinstance(self.subject, (SyncClient, AsyncClient)) else nullcontext():
            found = call(self.subject)
            if self._runner is None or not inspect.isawaitable(found):
                return found
            return self._runner.run(_awaited(found))

    def close(self) -> None:
        """Close the subject, not the loop."""
        self(lambda subject: subject.close() if self._runner is None else subject.aclose())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
        if self._runner is not None:
            self._runner.close()


async def _awaited(value: Awaitable[Any]) -> Any:
    return await value


def transport(mode: str, **options: Any) -> Any:
    """A transport that lets the environment have no say."""
    return (subkit.AsyncHttpTransport if mode == "async" else subkit.HttpTransport)(**{"trust_env": False, **options})


def client(mode: str, url: str, slug: str = "illumina-ens", **options: Any) -> Any:
    """A generated client for a server on loopback. It repeats without waiting."""
    settings = {"auth": subkit.BearerToken(TOKEN), "retry": subkit.Retry(base=0), "trust_env": False, **needed(slug)}
    return client_class(slug, mode)(base_url=url, **{**settings, **options})


def live_transport(mode: str, **options: Any) -> Live:
    """A transport in use."""
    return Live(transport(mode, **options), mode)


def live_client(mode: str, url: str, slug: str = "illumina-ens", **options: Any) -> Live:
    """A generated client in use."""
    return Live(client(mode, url, slug, **options), mode)


def busy(carrier: Any) -> int:
    """How many connections of a transport are in use."""
    return 0 if (pool := pool_of(carrier)) is None else pool.busy


def pool_of(carrier: Any) -> Any:
    """The connections of a transport, or None if there never were any."""
    if isinstance(carrier, subkit.HttpTransport):
        return carrier._pool
    return None if carrier._home is None else carrier._home.pool

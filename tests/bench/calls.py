"""Calls over a loopback server: one after the other, many at once, and with a server that takes its time."""

from __future__ import annotations

import asyncio
import itertools
import ssl
import threading
import time
from collections.abc import Awaitable, Callable
from statistics import quantiles
from typing import Any

import httpx
import subkit
from setting import Setting
from subkit_illumina_ens import AsyncIlluminaEns, IlluminaEns
from timing import cpu, ratios

AUTH = {"Authorization": "Bearer t"}
Figures = dict[str, float]


def client(url: str, **options: Any) -> IlluminaEns:
    """A client as users have it, with everything on."""
    return IlluminaEns(base_url=url, auth=subkit.BearerToken("t"), **options)


def async_client(url: str, **options: Any) -> AsyncIlluminaEns:
    """The same, asynchronous."""
    return AsyncIlluminaEns(base_url=url, auth=subkit.BearerToken("t"), **options)


def sequential(setting: Setting) -> Figures:
    """One call after the other, each for another object."""
    from stock_illumina_ens.api.subscriptions import get_subscription
    from stock_illumina_ens.client import AuthenticatedClient

    numbers, count = itertools.count(), setting.count(200)
    stock = AuthenticatedClient(base_url=setting.url, token="t")
    with httpx.Client(base_url=setting.url, headers=AUTH) as raw, client(setting.url) as ours:
        to_raw, to_stock = ratios(
            lambda: [raw.get(f"/v1/subscriptions/{next(numbers)}").json() for _ in range(count)],
            lambda: [ours.subscriptions.get(f"sub.{next(numbers)}") for _ in range(count)],
            lambda: [get_subscription.sync(f"sub.{next(numbers)}", client=stock) for _ in range(count)],
        )
    return {"raw": to_raw, "stock": to_raw / to_stock}


def encrypted(setting: Setting) -> Figures:
    """The same over TLS."""
    numbers, count = itertools.count(), setting.count(200)
    context = ssl.create_default_context(cafile=setting.ca)
    with (
        httpx.Client(base_url=setting.tls_url, headers=AUTH, verify=context) as raw,
        client(setting.tls_url, verify=context) as ours,
    ):
        (found,) = ratios(
            lambda: [raw.get(f"/v1/subscriptions/{next(numbers)}").json() for _ in range(count)],
            lambda: [ours.subscriptions.get(f"sub.{next(numbers)}") for _ in range(count)],
        )
    return {"raw": found}


async def together(count: int, flights: int, call: Callable[[int], Awaitable[object]]) -> list[float]:
    """Many calls, so many at once. Returns how long each took."""
    numbers, took = iter(range(count)), list[float]()

    async def work() -> None:
        for number in numbers:
            began = time.perf_counter()
            await call(number)
            took.append(time.perf_counter() - began)

    await asyncio.gather(*(work() for _ in range(flights)))
    return took


async def _rounds(setting: Setting, flights: int, count: int) -> list[float]:
    limits = httpx.Limits(max_connections=100, max_keepalive_connections=100)
    found: list[float] = []
    async with (
        httpx.AsyncClient(base_url=setting.url, headers=AUTH, limits=limits) as raw,
        async_client(setting.url) as ours,
    ):

        async def get(number: int) -> object:
            return (await raw.get(f"/v1/subscriptions/{number}")).json()

        for _ in range(setting.count(3) + 1):
            taken = []
            for call in (get, lambda number: ours.subscriptions.get(f"sub.{number}")):
                began = time.process_time()
                await together(count, flights, call)
                taken.append(time.process_time() - began)
            found.append(taken[1] / taken[0])
    return found[1:]


def in_flight(setting: Setting) -> Figures:
    """Asynchronous calls: one at a time, ten, a hundred."""
    found: Figures = {}
    for flights, count in ((1, 400), (10, 1000), (100, 2000)):
        all_ = asyncio.run(_rounds(setting, flights, setting.count(count)))
        found[str(flights)] = sorted(all_)[len(all_) // 2]
    return found


async def _waiting(setting: Setting, timeout: float) -> tuple[list[float], int]:
    failed = 0
    async with async_client(f"{setting.url}/20", timeout=timeout, retry=subkit.Retry(attempts=1)) as ours:

        async def get(number: int) -> None:
            nonlocal failed
            try:
                await ours.subscriptions.get(f"sub.{number}")
            except subkit.DeadlineExceeded:
                failed += 1

        return await together(setting.count(2000), 100, get), failed


def slow_server(setting: Setting) -> Figures:
    """A hundred calls at once to a server that takes 20 ms: connections, the slowest hundredth, false deadlines."""
    httpx.get(f"{setting.url}/stats")
    took, _ = asyncio.run(_waiting(setting, 30.0))
    opened = httpx.get(f"{setting.url}/stats").json() - 1
    _, failed = asyncio.run(_waiting(setting, 1.0))
    return {"connections": opened, "p99": quantiles(took, n=100)[98], "failed": failed}


def threads(setting: Setting) -> Figures:
    """A hundred threads with one client, and a server that takes 20 ms."""
    took: list[float] = []
    each = setting.count(20)

    def work(ours: IlluminaEns) -> None:
        for number in range(each):
            began = time.perf_counter()
            ours.subscriptions.get(f"sub.{number}")
            took.append(time.perf_counter() - began)

    with client(f"{setting.url}/20") as ours:
        ours.subscriptions.get("sub.0")
        workers = [threading.Thread(target=work, args=(ours,)) for _ in range(100)]
        spent = cpu(lambda: [*[one.start() for one in workers], *[one.join() for one in workers]])
    return {"cpu": 1000 * spent / len(took), "p99": quantiles(took, n=100)[98]}

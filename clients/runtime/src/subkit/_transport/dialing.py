"""Connecting to a host that has several addresses: the next one is tried when one takes its time (RFC 8305).

asyncio can do that too, but loses a socket when its task is cancelled in the wrong moment.
"""

from __future__ import annotations

import asyncio
import socket
from ipaddress import ip_address
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

P = TypeVar("P", bound=asyncio.Protocol)
Attempt = asyncio.Task[tuple[asyncio.Transport, P]]
_NEXT: Final = 0.25  # seconds after which the next address is tried beside the others


async def dial(make: Callable[[], P], host: str, port: int) -> P:
    """The protocol of a new connection. Raises `OSError` or `UnicodeError`."""
    loop = asyncio.get_running_loop()
    addresses = await _resolve(loop, host, port)
    if len(addresses) == 1:
        return (await loop.create_connection(make, addresses[0], port))[1]
    attempts: list[Attempt[P]] = []
    winner: Attempt[P] | None = None
    try:
        for address in addresses:
            attempts.append(loop.create_task(loop.create_connection(make, address, port)))
            winner = await _winner(attempts, last=address == addresses[-1])
            if winner is not None:
                return winner.result()[1]
        return attempts[-1].result()[1]
    finally:
        for attempt in attempts:
            if attempt is not winner:
                attempt.cancel()
                attempt.add_done_callback(_discard)


async def _winner(attempts: list[Attempt[P]], *, last: bool) -> Attempt[P] | None:
    """The attempt that succeeded, or None when it is time for the next address."""
    while pending := [attempt for attempt in attempts if not attempt.done()]:
        done, _ = await asyncio.wait(pending, timeout=None if last else _NEXT, return_when=asyncio.FIRST_COMPLETED)
        good = next((attempt for attempt in done if attempt.exception() is None), None)
        if good is not None or not last:
            return good
    return None


def _discard(attempt: Attempt[P]) -> None:
    """Close the connection of an attempt that nobody waits for."""
    if not attempt.cancelled() and attempt.exception() is None:
        attempt.result()[0].abort()


async def _resolve(loop: asyncio.AbstractEventLoop, host: str, port: int) -> list[str]:
    try:
        return [str(ip_address(host))]
    except ValueError:
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[4][0]) for address in found))

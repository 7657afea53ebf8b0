"""Whoever fetches a token for others may be in another process, in the same thread, or run by nobody any more."""

from __future__ import annotations

import asyncio
import gc
import os
import subprocess
import sys
import threading
import time
from contextlib import suppress
from typing import Any

import pytest
import subkit
from subkit._forks import _living
from support.concurrency import PATIENCE, crowd, wait_for
from support.issuers import Issuer, get, tokens
from support.scripted import MODES, UUID_1, Clock, Driven, reply

pytestmark = pytest.mark.both_modes

SERVER = "alteryx-server"
LONG = 5.0
"""Seconds; a call that waits for its own thread would take twice that."""
both = pytest.mark.parametrize("mode", MODES)
only_async = pytest.mark.parametrize("mode", ["async"])
only_sync = pytest.mark.parametrize("mode", ["sync"])


@both
@pytest.mark.fault(53)
def test_a_leader_that_is_forgotten(mode: str) -> None:
    """A leader that nobody runs any more, such as a task of a loop that was stopped, holds up nobody for longer than
    a renewal may take."""
    clock = Clock()
    issuer = Issuer(SERVER, clock=clock)
    lost = issuer.driven("async")
    driven = issuer.driven(mode, auth=lost.client._context.options.auth)
    gate = issuer.gate = threading.Event()
    loop = asyncio.new_event_loop()
    try:
        task = loop.create_task(lost.client.subscriptions.get(UUID_1))
        loop.run_until_complete(loop.run_in_executor(None, wait_for, issuer.entered))
        issuer.gate = None
        clock.passed = 11.0
        with crowd() as callers:
            callers.get(driven).result(PATIENCE)
        assert tokens(issuer) == ["token-1"]
        gate.set()
        loop.run_until_complete(task)
        get(driven)
        assert tokens(issuer) == ["token-1", "token-2", "token-1"]
    finally:
        gate.set()
        loop.run_until_complete(loop.shutdown_default_executor())
        loop.close()


@only_sync
@pytest.mark.fault(53)
def test_a_leader_in_the_own_thread(mode: str) -> None:
    """A sync client that is used inside an event loop does not wait for a task of that loop, which could not go on."""
    issuer = Issuer(SERVER)
    leader = issuer.driven("async")
    driven = issuer.driven(mode, auth=leader.client._context.options.auth)
    gate = issuer.gate = threading.Event()

    async def run(client: Any) -> Any:
        task = asyncio.create_task(client.subscriptions.get(UUID_1))
        await asyncio.to_thread(wait_for, issuer.entered)
        issuer.gate = None
        began = time.monotonic()
        found = get(driven)
        assert time.monotonic() - began < LONG
        assert not task.done()
        gate.set()
        await task
        return found

    assert leader(run).to_dict()["id"] == UUID_1
    assert len(issuer.asked) == 2
    get(driven)
    assert len(issuer.asked) == 2


FORK = """
import asyncio, os, sys, threading
from support.concurrency import PATIENCE, crowd, wait_for
from support.issuers import Issuer, get
from support.scripted import reply

mode, slug = sys.argv[1:]
issuer = Issuer(slug)
driven = issuer.driven(mode)
gate = issuer.gate = threading.Event()
with crowd() as callers:
    leader = callers.get(driven)
    wait_for(issuer.entered)
    (renewal,) = driven.client._context.options.auth._caches.values()
    with renewal._lock:
        child = os.fork()
        if child == 0:
            issuer.gate = None
            get(driven)
            get(driven)
            os._exit(len(issuer.asked))
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    gate.set()
    leader.result(10)
get(driven)
print(status, len(issuer.asked))
"""


@both
@pytest.mark.fault(53, 75)
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("slug", ["illumina-ens", "jackhenry-events"])
def test_a_fork_during_a_renewal(mode: str, slug: str) -> None:
    """The child, which the leader is not in, gets a token of its own; the parent's renewal is not disturbed."""
    options = ["-W", "error", "-W", "ignore:This process:DeprecationWarning"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, *options, "-c", FORK, mode, slug],
        capture_output=True, text=True, timeout=30, env=environment, check=False,
    )  # fmt: skip
    assert (done.stdout.split(), done.stderr) == (["1", "1"], "")


@both
@pytest.mark.fault(77)
def test_nothing_stays_behind(mode: str) -> None:
    """Credentials and their tokens go when they are no longer used, also after errors."""
    gc.collect()
    before = len(_living)
    for number in range(20):
        issuer = Issuer(SERVER)
        issuer.first = [reply(400)] if number % 2 else []
        with suppress(subkit.AuthError):
            get(issuer.driven(mode))
    del issuer
    gc.collect()
    assert len(_living) <= before


@only_async
@pytest.mark.fault(53)
@pytest.mark.parametrize("way", ["coroutine", "hidden"])
def test_a_token_function_that_hangs(mode: str, way: str) -> None:
    """An async function that gives no token is given up at the timeout of the call, and nothing was sent."""

    async def never() -> str:
        await asyncio.sleep(3600)
        return "t"

    auth = subkit.BearerToken(never if way == "coroutine" else lambda: never())  # noqa: PLW0108 - hides it
    driven = Driven(SERVER, mode, auth=auth, timeout=0.05)
    with pytest.raises(subkit.DeadlineExceeded) as caught:
        get(driven)
    assert (caught.value.sent, caught.value.operation) == (False, "get_subscription")
    assert driven.requests == []

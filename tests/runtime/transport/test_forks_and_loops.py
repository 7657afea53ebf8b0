"""One transport in several processes or event loops."""

from __future__ import annotations

import asyncio
import inspect
import os
import subprocess
import sys
from typing import Any

import pytest
import subkit
import subkit._errors as errors
from subkit import Reply, Request
from support.live import transport
from support.scripted import MODES
from support.servers import echo, serving
from support.sockets import open_sockets
from support.transports import get

pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.both_modes]

FORK = """
import asyncio, os, sys
from subkit import AsyncHttpTransport, HttpTransport, Request

mode, url = sys.argv[1:]
transport = HttpTransport(trust_env=False) if mode == "sync" else AsyncHttpTransport(trust_env=False)
loop = asyncio.new_event_loop()

def ask(path):
    reply = transport.send(Request("GET", url + path), timeout=5)
    return (reply if mode == "sync" else loop.run_until_complete(reply)).body.decode()

assert ask("/before") == "/before"
child = os.fork()
if child == 0 and mode == "async":
    loop = asyncio.new_event_loop()
who = "child" if child == 0 else "parent"
wrong = [path for path in (f"/{who}/{n}" for n in range(50)) if ask(path) != path]
if child == 0:
    os._exit(len(wrong))
status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
assert ask("/after") == "/after"
if mode == "sync":
    transport.close()
else:
    loop.run_until_complete(transport.aclose())
loop.close()
print(len(wrong), status)
"""


@pytest.mark.fault(75)
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_fork_does_not_mix_answers(mode: str) -> None:
    """A transport used on both sides of a fork gives each its own answers, without a word on stderr."""
    with serving(echo) as server:
        command = [sys.executable, "-W", "error", "-c", FORK, mode, server.url]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        done = subprocess.run(command, capture_output=True, text=True, timeout=20, env=environment, check=False)
        assert (done.stdout.split(), done.stderr) == (["0", "0"], "")
        assert server.connections == 2


@pytest.mark.fault(73)
def test_one_event_loop_after_another(mode: str) -> None:
    """A transport serves in one event loop after another, whether the last one was closed or only stopped."""
    with open_sockets() as left, serving(echo) as server:
        shared: Any = transport(mode)
        for number in range(3):
            assert asyncio.run(one(shared, get(server.url, f"/{number}"))).body == f"/{number}".encode()
        stopped = asyncio.new_event_loop()
        assert stopped.run_until_complete(one(shared, get(server.url, "/stopped"))).body == b"/stopped"
        assert asyncio.run(last(shared, get(server.url, "/last"))).body == b"/last"
        stopped.run_until_complete(asyncio.sleep(0))
        stopped.close()
        server.close()
        assert left() == 0


async def one(shared: Any, request: Request) -> Reply:
    """One exchange, from inside an event loop."""
    found: Any = shared.send(request, timeout=5)
    return await found if inspect.isawaitable(found) else found


async def last(shared: Any, request: Request) -> Reply:
    """One exchange, after which the transport is closed."""
    found = await one(shared, request)
    if isinstance(shared, subkit.AsyncHttpTransport):
        await shared.aclose()
    else:
        shared.close()
    return found


@pytest.mark.fault(73)
def test_two_event_loops_at_once(mode: str) -> None:
    """An async transport in a second event loop beside the first sends nothing and says so; a sync one serves both."""
    with serving(echo) as server:

        async def beside() -> Reply:
            shared: Any = transport(mode)
            await one(shared, get(server.url, "/first"))
            second = asyncio.to_thread(asyncio.run, one(shared, get(server.url, "/second")))
            try:
                return await second
            finally:
                assert (await last(shared, get(server.url, "/third"))).body == b"/third"

        if mode == "sync":
            assert asyncio.run(beside()).body == b"/second"
        else:
            with pytest.raises(errors.ConfigurationError, match="another event loop"):
                asyncio.run(beside())
        assert (b"/second" in b"".join(server.requests)) == (mode == "sync")


def test_another_async_library(mode: str) -> None:
    """Without an event loop of asyncio an async transport sends nothing and says what it needs; a sync one needs none."""
    with serving(echo) as server:
        call = last(transport(mode), get(server.url, "/x"))
        if mode == "sync":
            with pytest.raises(StopIteration) as ended:
                call.send(None)
            assert ended.value.value.body == b"/x"
        else:
            with pytest.raises(errors.ConfigurationError, match="asyncio"):
                call.send(None)
            assert server.connections == 0

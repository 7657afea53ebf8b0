"""One transport in several processes or event loops."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys

import pytest
import subkit._errors as errors
from subkit._transport.http import AsyncHttpxTransport, HttpxTransport
from support.scripted import MODES
from support.servers import echo, serving
from support.transports import get

pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.both_modes]

FORK = """
import asyncio, os, sys
from subkit._transport.http import AsyncHttpxTransport, HttpxTransport
from subkit._transport.messages import Request

mode, url = sys.argv[1:]
transport = HttpxTransport(trust_env=False) if mode == "sync" else AsyncHttpxTransport(trust_env=False)
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
def test_other_event_loop_is_told_so(mode: str) -> None:
    """An async client in a second event loop is a clear error; a sync one may serve any thread, in a loop or not."""
    with serving(echo) as server:
        if mode == "sync":
            transport = HttpxTransport(trust_env=False)

            async def inside() -> bytes:
                return transport.send(get(server.url, "/a"), timeout=5).body

            assert asyncio.run(inside()) == b"/a"
            assert transport.send(get(server.url, "/b"), timeout=5).body == b"/b"
            transport.close()
            return
        shared = AsyncHttpxTransport(trust_env=False)
        first = asyncio.new_event_loop()
        first.run_until_complete(shared.send(get(server.url), timeout=5))
        with pytest.raises(errors.ConfigurationError, match="event loop"):
            asyncio.run(shared.send(get(server.url), timeout=5))
        first.run_until_complete(shared.aclose())
        first.close()

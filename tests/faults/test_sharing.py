"""One client in many hands: threads, tasks, processes, event loops."""

from __future__ import annotations

import asyncio
import gc
import os
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from support.live import client, live_client
from support.scripted import MODES
from support.servers import Connection, answer, serving
from support.sockets import open_sockets

pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.both_modes]


def things(connection: Connection) -> None:
    """Each thing has the id that was asked for."""
    while request := connection.request():
        identity = request.split(b" ")[1].rpartition(b"/")[2]
        time.sleep(0.2 if identity == b"slow" else 0)
        connection.send(answer(b'{"id": "%s"}' % identity, "Content-Type: application/json"))


@pytest.mark.fault(74)
def test_sixteen_at_once(mode: str) -> None:
    """16 threads (or tasks) on one client and on those made from it: everybody gets what they asked for."""
    wanted = [f"s{n}" for n in range(320)]

    def part(subject: Any, number: int) -> list[str]:
        own = subject.with_options(timeout=20) if number % 2 else subject
        return [own.subscriptions.get(one).id for one in wanted[number::16]]

    async def part_async(subject: Any, number: int) -> list[str]:
        own = subject.with_options(timeout=20) if number % 2 else subject
        return [(await own.subscriptions.get(one)).id for one in wanted[number::16]]

    async def all_async(subject: Any) -> list[list[str]]:
        return await asyncio.gather(*(part_async(subject, number) for number in range(16)))

    def all_sync(subject: Any) -> list[list[str]]:
        with ThreadPoolExecutor(16) as pool:
            return list(pool.map(lambda number: part(subject, number), range(16)))

    with open_sockets() as left, serving(things) as server:
        with live_client(mode, server.url) as live:
            parts = live(all_async if mode == "async" else all_sync)
            assert server.connections < 100  # kept, but for those that idle too long on a busy machine
        server.close()
        assert left() == 0
    assert parts == [wanted[number::16] for number in range(16)]


@pytest.mark.fault(73)
def test_several_event_loops(mode: str) -> None:
    """Each event loop, one after the other or in threads at once, has its own client; a sync one serves them all."""

    async def own(url: str, number: int) -> list[str]:
        async with client("async", url) as subject:
            return [(await subject.subscriptions.get(f"s{number}-{n}")).id for n in range(20)]

    async def shared(subject: Any, number: int) -> list[str]:
        return [subject.subscriptions.get(f"s{number}-{n}").id for n in range(20)]

    with open_sockets() as left, serving(things) as server, client("sync", server.url) as subject:
        with ThreadPoolExecutor(4) as pool:
            run = (lambda n: asyncio.run(own(server.url, n))) if mode == "async" else (
                lambda n: asyncio.run(shared(subject, n))
            )  # fmt: skip
            found = list(pool.map(run, range(8)))
        subject.close()
        server.close()
        assert left() == 0
    assert found == [[f"s{number}-{n}" for n in range(20)] for number in range(8)]


@pytest.mark.fault(73)
def test_a_client_in_a_second_event_loop(mode: str) -> None:
    """A client serves in one event loop after another; it may be closed in either, and nothing stays open."""
    with open_sockets() as left, serving(things) as server:
        subject = client(mode, server.url)
        if mode == "sync":
            with subject:
                assert [threaded(subject) for _ in range(2)] == ["s1", "s1"]
        else:
            for name in ("s1", "s2"):
                assert asyncio.run(subject.subscriptions.get(name)).id == name
            asyncio.run(subject.aclose())
        server.close()
        gc.collect()
        assert left() == 0
    assert len(server.requests) == 2


def threaded(subject: Any) -> str:
    found: list[str] = []
    thread = threading.Thread(target=lambda: found.append(subject.subscriptions.get("s1").id))
    thread.start()
    thread.join(5)
    return found[0]


FORK = """
import asyncio, os, sys, threading
from support.live import client

mode, url, moment = sys.argv[1:]
subject = client(mode, url)
loop = asyncio.new_event_loop()
slow = []

def finish(found):
    return found if mode == "sync" else loop.run_until_complete(found)

def ask(identity):
    return finish(subject.subscriptions.get(identity)).id

def begin():
    if mode == "async":
        tasks = [loop.create_task(subject.subscriptions.get("slow")) for _ in range(4)]
        loop.run_until_complete(asyncio.sleep(0.1))
        return lambda: slow.extend(task.id for task in loop.run_until_complete(asyncio.gather(*tasks)))
    threads = [threading.Thread(target=lambda: slow.append(ask("slow"))) for _ in range(4)]
    for thread in threads:
        thread.start()
    threading.Event().wait(0.1)
    return lambda: [thread.join() for thread in threads]

assert ask("before") == "before"
end = begin() if moment == "busy" else lambda: None
child = os.fork()
if mode == "async" and not child:
    loop = asyncio.new_event_loop()
wrong = [one for one in (f"{bool(child)}-{n}" for n in range(30)) if ask(one) != one]
if not child:
    finish(subject.close() if mode == "sync" else subject.aclose())
    os._exit(len(wrong))
end()
status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
assert ask("after") == "after"
finish(subject.close() if mode == "sync" else subject.aclose())
loop.close()
print(len(wrong), status, *slow)
"""


@pytest.mark.fault(75)
@pytest.mark.parametrize("moment", ["idle", "busy"])
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_fork(mode: str, moment: str) -> None:
    """A fork, between calls or during some, gives parent and child their own answers; the child may close."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    quiet = ["-W", "error", "-W", "ignore:This process:DeprecationWarning"]  # of Python's, about threads and forks
    with serving(things) as server:
        command = [sys.executable, *quiet, "-c", FORK, mode, server.url, moment]
        done = subprocess.run(command, capture_output=True, text=True, timeout=30, env=environment, check=False)
        slow = ["slow"] * 4 if moment == "busy" else []
        assert (done.stdout.split(), done.stderr) == (["0", "0", *slow], "")
        assert server.connections <= (6 if slow else 2)

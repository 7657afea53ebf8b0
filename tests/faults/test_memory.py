"""What a hostile answer may cost: measured from outside, in a process of its own."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import zlib
from collections.abc import Callable

import pytest
from support.scripted import MODES
from support.servers import CHUNKED, Connection, answer, serving

pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.both_modes]
BODY = 100 * 10**6
PIECE = b"x" * 2**16
DEEP = 200_000
JSON_TYPE = "Content-Type: application/json"


def packed(pack: Callable[[], zlib._Compress]) -> bytes:
    packer = pack()
    return b"".join(packer.compress(bytes(10**6)) for _ in range(BODY // 10**6)) + packer.flush()


def layered(count: int) -> bytes:
    body = b'{"id": "s1"}'
    for _ in range(count):
        body = gzip.compress(body)
    return body


def streamed(head: bytes, piece: bytes) -> Callable[[Connection], None]:
    def script(connection: Connection) -> None:
        connection.send(head)
        for _ in range(BODY // len(PIECE)):
            connection.send(piece)

    return script


CHUNK = b"%x\r\n%s\r\n" % (len(PIECE), PIECE)
LENGTH = f"Content-Length: {BODY}\r\n\r\n".encode()
KINDS: dict[str, bytes | Callable[[Connection], None]] = {
    "well": answer(b'{"id": "s1"}', JSON_TYPE),
    "gzip": answer(packed(lambda: zlib.compressobj(9, wbits=31)), JSON_TYPE, "Content-Encoding: gzip"),
    "deflate": answer(packed(lambda: zlib.compressobj(9)), JSON_TYPE, "Content-Encoding: deflate"),
    "layers": answer(layered(40), JSON_TYPE, f"Content-Encoding: {', '.join(['gzip'] * 40)}"),
    "lines": answer(layered(40), JSON_TYPE, *["Content-Encoding: gzip"] * 40),
    "arrays": answer(b"[" * DEEP + b"]" * DEEP, JSON_TYPE),
    "objects": answer(b'{"id":' * DEEP + b"1" + b"}" * DEEP, JSON_TYPE),
    "open": answer(b'{"id":' + b"[" * DEEP, JSON_TYPE),
    "headers": streamed(b"HTTP/1.1 200 OK\r\n", b"X-More: %s\r\n" % PIECE),
    "declared": streamed(b"HTTP/1.1 200 OK\r\n" + LENGTH, PIECE),
    "chunked": streamed(CHUNKED, CHUNK),
    "undeclared": streamed(b"HTTP/1.1 200 OK\r\n\r\n", PIECE),
    "error": streamed(b"HTTP/1.1 500 Oops\r\nTransfer-Encoding: chunked\r\n\r\n", CHUNK),
}

CHILD = """
import json, sys
import subkit
from support.live import live_client

def peak():
    try:
        with open("/proc/self/status") as status:  # getrusage on Linux starts from what the parent had
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) // 1024
    except OSError:
        import resource
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (2**20 if sys.platform == "darwin" else 1024)

mode, url, *kinds = sys.argv[1:]
found = {}
with live_client(mode, url, retry=subkit.Retry(attempts=1)) as live:
    live(lambda client: client.subscriptions.get("well"))
    for kind in kinds:
        before = peak()
        try:
            live(lambda client: client.subscriptions.get(kind))
        except subkit.SubkitError as error:
            found[kind] = [type(error).__name__, peak() - before]
print(json.dumps(found))
"""


def serve(connection: Connection) -> None:
    """The kind of answer that the id asks for."""
    while request := connection.request():
        kind = KINDS[request.split(b" ")[1].rpartition(b"/")[2].decode()]
        if callable(kind):
            kind(connection)
            return
        connection.send(kind)


def costs(mode: str, *kinds: str) -> dict[str, tuple[str, int]]:
    """How calls that meet these ended, and by how many megabytes each raised the peak of the process."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with serving(serve) as server:
        command = [sys.executable, "-W", "error", "-c", CHILD, mode, server.url, *kinds]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, env=environment, check=False)
    assert (done.stderr, done.returncode) == ("", 0)
    return {kind: tuple(one) for kind, one in json.loads(done.stdout).items()}


@pytest.mark.fault(65)
def test_bombs_cost_a_few_megabytes(mode: str) -> None:
    """A hundred kilobytes that inflate to a hundred megabytes, or are packed forty times, end in a DecodeError."""
    found = costs(mode, "layers", "lines", "gzip", "deflate")
    assert {kind: name for kind, (name, _) in found.items()} == dict.fromkeys(found, "DecodeError")
    assert len(found) == 4
    assert max(size for _, size in found.values()) <= 8


@pytest.mark.fault(66)
def test_nesting_costs_a_few_megabytes(mode: str) -> None:
    """JSON that is nested 200,000 levels deep is a DecodeError, closed or not."""
    found = costs(mode, "arrays", "objects", "open")
    assert {kind: name for kind, (name, _) in found.items()} == dict.fromkeys(found, "DecodeError")
    assert len(found) == 3
    assert max(size for _, size in found.values()) <= 16


@pytest.mark.fault(13, 64)
def test_long_answers_cost_little_more_than_the_limit(mode: str) -> None:
    """A body of 100 MB, declared or not, of a success or an error, costs what `max_body` allows (16 MB), not more."""
    found = costs(mode, "headers", "declared", "chunked", "undeclared", "error")
    assert {kind: name for kind, (name, _) in found.items()} == {
        **dict.fromkeys(found, "DecodeError"),
        "headers": "OutcomeUnknown",
        "error": "ServerError",
    }
    assert len(found) == 5
    assert sum(size for _, size in found.values()) <= 40

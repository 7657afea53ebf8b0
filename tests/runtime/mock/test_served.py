"""Fakes on a socket: the same as in process, and what only a socket can do."""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import subkit
from subkit.mock import Fake, FakeClock, FakeServer
from support.fakes import CREATE, some_subscription
from support.scripted import SLUGS, package_of


@pytest.fixture(scope="module")
def server() -> Iterator[FakeServer]:
    with FakeServer(*SLUGS, clock=FakeClock(), control="let-me") as found:
        yield found


@pytest.fixture(autouse=True)
def fresh(server: FakeServer) -> None:
    for fake in server.fakes.values():
        fake.reset()


def socket_client(fake: Fake, **options: Any) -> Any:
    """A client that reaches a served fake over its socket, and shares its clock."""
    made = getattr(package_of(fake.slug), fake.engine.spec.data["client"])
    return made(base_url=fake.base_url, auth=fake.credential(), clock=fake.clock, **fake.parameters, **options)


@pytest.mark.parametrize("slug", SLUGS)
def test_the_same_as_in_process(server: FakeServer, slug: str) -> None:
    """Each fake answers over its socket, tokens included."""
    fake = server.fakes[slug]
    identity = some_subscription(fake)
    with socket_client(fake, decode="strict") as client:
        found = client.subscriptions.get(identity)
    assert found == fake.client().subscriptions.get(identity)
    fake.calls.assert_none_refused()


def test_empty_responses(server: FakeServer) -> None:
    """A 204 and a 304 have no body and no length, so that the connection can be used again."""
    fake = server.fakes["jackhenry-events"]
    identity = some_subscription(fake)
    with socket_client(fake) as client:
        client.subscriptions.delete(identity)
        assert list(client.subscriptions.list()) == []


LOSSES = ["reset before", "reset after", "cut"]


@pytest.mark.parametrize("loss", LOSSES)
def test_losses(server: FakeServer, loss: str) -> None:
    """A response that gets lost leaves the client without an answer."""
    fake = server.fakes["illumina-ens"]
    fake.fail("create_subscription", loss=loss, times=None)
    with socket_client(fake) as client, pytest.raises(subkit.OutcomeUnknown):
        client.subscriptions.create(**CREATE["illumina-ens"])
    assert len(fake.objects("subscriptions")) == (0 if loss == "reset before" else 1)


def test_drip(server: FakeServer) -> None:
    """A response that comes byte by byte arrives."""
    fake = server.fakes["illumina-ens"]
    identity = some_subscription(fake)
    fake.fail("get_subscription", drip=0.001)
    with socket_client(fake) as client:
        assert client.subscriptions.get(identity).id == identity


def test_control(server: FakeServer) -> None:
    """With the token a fake can be controlled over HTTP: state, objects, faults, clock and log."""
    fake = server.fakes["illumina-ens"]
    with httpx.Client(base_url=f"{fake.root}/__fake__", headers={"Authorization": "Bearer let-me"}) as panel:
        own = {"name": "n", "type": "gds.files"}
        made = panel.post("/objects", json={"resource": "subscriptions", "properties": own}).json()
        assert made["id"] == "sub.1"
        state = panel.get("/state").json()
        panel.post("/reset")
        assert fake.objects("subscriptions") == []
        panel.put("/state", json=state)
        panel.post("/faults", json={"on": "get_subscription", "status": 404})
        before = fake.clock.now()
        panel.post("/clock", json={"seconds": 60})
        assert (fake.clock.now() - before).total_seconds() == 60
        with socket_client(fake) as client:
            with pytest.raises(subkit.NotFound):
                client.subscriptions.get("sub.1")
            assert client.subscriptions.get("sub.1").name == "n"
        log = panel.get("/calls").json()
        assert [one["status"] for one in log if one["name"] == "get_subscription"] == [404, 200]
        assert panel.post("/clock", json={}).status_code == 400
        assert "GET state" in panel.get("/nothing").json()["error"]
        assert httpx.get(f"{fake.root}/__fake__/state").status_code == 401


def test_no_control_unless_asked_for() -> None:
    """Without a token nothing below `__fake__` is served."""
    with FakeServer("illumina-ens", clock=FakeClock()) as server:
        found = httpx.get(f"{server.url}/illumina-ens/__fake__/state", headers={"Authorization": "Bearer x"})
        assert (found.status_code, found.json()["code"]) == (404, "NotFound")
        assert httpx.get(f"{server.url}/nobody/x").status_code == 404


def test_a_port_in_use(server: FakeServer) -> None:
    """A port that is in use is a `ConfigurationError`."""
    with pytest.raises(subkit.ConfigurationError, match=f"port {server.port} cannot be used"):
        FakeServer("illumina-ens", port=server.port, clock=FakeClock())


@pytest.fixture
def command(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    arguments = [sys.executable, "-m", "subkit.mock", "--port", "0", "--state", str(tmp_path / "state.json")]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as process:
        yield process
        process.kill()


def test_the_command(command: subprocess.Popen[str], tmp_path: Path) -> None:
    """It prints lines that work as they stand, ends cleanly when it is interrupted, and keeps its state."""
    lines: list[str] = []
    assert command.stdout is not None
    while not lines or not lines[-1].startswith("Serving"):
        lines.append(command.stdout.readline())
    text = "".join(lines)
    calls = re.findall(r"^  curl +(.+)$", text, re.MULTILINE)
    assert len(calls) == len(SLUGS)
    for line in calls:
        words = shlex.split(line)
        headers = dict(one.split(": ", 1) for one in words if ": " in one)
        assert httpx.get(words[-1], headers=headers).status_code == 200, line
    python = re.findall(r"^  python +python -c (.+)$", text, re.MULTILINE)
    assert len(python) == len(SLUGS)
    done = subprocess.run([sys.executable, "-c", *shlex.split(python[0])], capture_output=True, text=True, check=True)
    assert "Default studio" in done.stdout
    command.send_signal(signal.SIGINT)
    assert command.wait(10) == 0
    assert set(json.loads((tmp_path / "state.json").read_text("utf-8"))["fakes"]) == set(SLUGS)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "subkit.mock", *arguments], capture_output=True, text=True, check=False
    )


def test_what_the_command_refuses(server: FakeServer, tmp_path: Path) -> None:
    """An unknown API, a port in use and a file that is no state are said in one line."""
    (tmp_path / "state.json").write_text("{}", "utf-8")
    for arguments in (["nobody"], ["--port", str(server.port)], ["--port", "0", "--state", f"{tmp_path}/state.json"]):
        done = run(*arguments)
        assert done.returncode == 2
        assert re.fullmatch(r"subkit\.mock: [^\n]+\n", done.stderr)


def test_for_machines(tmp_path: Path) -> None:
    """With `--json` it prints one object, with everything that a client needs."""
    arguments = [sys.executable, "-m", "subkit.mock", "jackhenry-events", "--port", "0", "--json"]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        (facts,) = json.loads(process.stdout.readline())["fakes"]
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0
    assert facts["credential"]["arguments"]["key"].startswith("-----BEGIN")
    assert facts["base_url"].startswith("http://127.0.0.1:")
    assert {"python", "curl", "token", "token_url", "parameters"} < facts.keys()


PLUGIN = """
def test_passes(fake_vendor, fake_clock):
    fake = fake_vendor("illumina-ens")
    with fake.client() as client:
        assert list(client.subscriptions.list()) == []
    fake_clock.advance(60)
    assert fake.clock is fake_clock

def test_fails(fake_vendor):
    fake = fake_vendor("illumina-ens")
    fake.client().subscriptions.get("nope")

def test_socket(fake_vendor_server):
    server = fake_vendor_server("aveva-omf")
    import httpx
    assert httpx.get(server.fakes["aveva-omf"].base_url).status_code == 404
"""


def test_the_plugin(tmp_path: Path) -> None:
    """Its fixtures make fakes; a failure shows the seed and the calls."""
    (tmp_path / "test_it.py").write_text(PLUGIN, "utf-8")
    arguments = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--fake-seed=7", str(tmp_path)]
    done = subprocess.run(
        arguments, capture_output=True, text=True, check=False, cwd=tmp_path, env={**os.environ, "PYTEST_ADDOPTS": ""}
    )
    assert "2 passed" in done.stdout, done.stdout
    assert "illumina-ens, --fake-seed=7" in done.stdout
    assert "2. GET /v1/subscriptions/nope 404: 404, exists" in done.stdout


def test_the_plugin_loads_nothing() -> None:
    """Loading the plugin, as each run of pytest does, imports no client and none of the fakes."""
    code = (
        "import sys, pytest; before = set(sys.modules); import subkit.mock.pytest_plugin;"
        "print(*sorted(set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    allowed = {"subkit", "subkit._version", "subkit._lazy", "subkit._forks", "subkit.mock", "subkit.mock.pytest_plugin"}
    assert {name for name in done.stdout.split() if name.startswith("subkit")} <= allowed
    assert not {"httpx", "httpcore", "attrs", "uvicorn"} & set(done.stdout.split())

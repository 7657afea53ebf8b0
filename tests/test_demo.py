"""The demo, as a person runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import pytest
from support.exchanges import Exchange, exchanges, installed

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTED = exchanges(installed())


@cache
def demo() -> subprocess.CompletedProcess[str]:
    """The demo in a terminal of 80 columns, without colour."""
    environment = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-m", "tests.demo"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_the_demo_succeeds() -> None:
    """It ends with 0 and says nothing on standard error: every call went and was answered as documented."""
    done = demo()

    assert (done.returncode, done.stderr) == (0, "")
    assert "all as documented" in done.stdout.splitlines()[-1]
    assert "Traceback" not in done.stdout
    assert "✗" not in done.stdout


@pytest.mark.parametrize("slug", sorted(installed()))
def test_the_demo_names_every_api(slug: str) -> None:
    """Each specification has a heading with its title and version, and each of its methods is called."""
    api, shown = installed()[slug], demo().stdout
    info = api["openapi"]["info"]
    section = shown.partition(f"\n{info['title']} · {info['version']} ")[2].partition("\n\n")[0]

    assert f"client = {api['client']}(" in section
    for operation in api["operations"].values():
        assert f">>> client.{operation['resource']}.{operation['method']}(" in section


def test_the_demo_shows_no_token() -> None:
    """No bearer token of the examples is in what the demo prints."""
    shown = demo().stdout

    assert not [exchange.id for exchange in DOCUMENTED if exchange.call.token in shown]


def test_the_demo_can_be_read() -> None:
    """It is no flood, and no line is wider than the terminal."""
    lines = demo().stdout.splitlines()

    assert len(lines) < 200
    assert not [line for line in lines if len(line) > 80]


SUCCESS = next(exchange for exchange in DOCUMENTED if exchange.status == 200 and "body" in exchange.response)
ERROR = next(exchange for exchange in DOCUMENTED if exchange.status == 404 and "body" in exchange.response)


@pytest.mark.parametrize("exchange", [SUCCESS, ERROR], ids=["success", "error"])
def test_the_demo_notices_what_differs(exchange: Exchange) -> None:
    """An answer that is not the documented one is a complaint about both clients; the documented one is none."""
    other = served(exchange, {"status": exchange.status, "headers": JSON, "body": {}})
    wrong = served(exchange, {"status": 403, "headers": {}})

    assert not complaints(exchange, exchange)
    assert [complaint.partition(":")[0] for complaint in complaints(exchange, other)] == ["sync", "async"]
    assert [complaint.partition(":")[0] for complaint in complaints(exchange, wrong)] == ["sync", "async"]


JSON = {"Content-Type": "application/json"}


def served(exchange: Exchange, response: dict[str, Any]) -> Exchange:
    """The same request with another answer."""
    return attrs.evolve(exchange, example={**exchange.example, "response": response})


def complaints(exchange: Exchange, answered: Exchange) -> tuple[str, ...]:
    """What the demo says when a server answers so."""
    from tests.demo.playing import play
    from tests.support.stand_in import LoopbackServer

    with LoopbackServer([answered]) as server:
        return play(exchange, server).complaints

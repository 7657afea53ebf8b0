"""The demo, as a person runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import subkit
from subkit._mock.grants import CLIENT_SECRET
from support.exchanges import installed

from tests.demo.stories import STORIES, Step
from tests.demo.telling import Told, tell

ROOT = Path(__file__).resolve().parent.parent


@cache
def demo() -> subprocess.CompletedProcess[str]:
    """The demo in 80 columns, without colour."""
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
    """It ends with 0 and says nothing on standard error: every step went as expected, with both clients."""
    done = demo()

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("all as expected") == len(installed())
    assert "Traceback" not in done.stdout
    assert "✗" not in done.stdout


@pytest.mark.parametrize("slug", sorted(installed()))
def test_the_demo_shows_every_api(slug: str) -> None:
    """Each specification has a heading, its calls, an outage and an expired token."""
    info = installed()[slug]["openapi"]["info"]
    section = demo().stdout.partition(f"\n{info['title']} · {info['version']}\n")[2].partition("\n\n")[0]

    for step in STORIES[slug]:
        assert f"✓ {step.title}\n" in section
    assert " 503\n" in section
    assert " 401\n" in section


def test_the_demo_says_how_to_go_on() -> None:
    """It ends with the command that serves the fakes."""
    assert "  python -m subkit.mock\n" in demo().stdout


def test_the_demo_can_be_read() -> None:
    """It is no flood, no line is wider than the terminal, and it shows no secret."""
    lines = demo().stdout.splitlines()

    assert len(lines) < 200
    assert not [line for line in lines if len(line) > 80]
    assert CLIENT_SECRET not in demo().stdout


def told(step: Step) -> Iterator[Told]:
    for pair in tell(installed()["illumina-ens"], [step]):
        yield from pair


WRONG = [
    (Step("x", lambda calls, known: calls.get("nope")), "NotFound: 404"),
    (Step("x", lambda calls, known: calls.list().take(1), raises=subkit.Gone), "no Gone"),
    (Step("x", lambda calls, known: calls.list().take(1), right=lambda *_: False), "another result"),
]


@pytest.mark.parametrize(("step", "complaint"), WRONG, ids=[complaint for _, complaint in WRONG])
def test_the_demo_notices_what_is_wrong(step: Step, complaint: str) -> None:
    """An error that was not expected, one that did not come, and another result are complaints about both clients."""
    assert [(one.complaint or "").startswith(complaint) for one in told(step)] == [True, True]

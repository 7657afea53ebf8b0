"""Why no other attempt follows, and which settings of retries there can be. Pure: no test waits."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from subkit import Retry
from subkit._flow.retry import Attempts, Budget
from support.scripted import ClientClock

NOW = datetime(2026, 3, 18, 23, 57, 44, tzinfo=UTC)
CLOCK = ClientClock(monotonic=lambda: 1000.0, now=lambda: NOW, random=lambda: 1.0)
NAMED = NOW + timedelta(seconds=1)


def attempts(retry: Retry, *, budget: int = 50, timeout: float = 30.0) -> Attempts:
    return Attempts(retry, Budget(budget), CLOCK, timeout)


@pytest.mark.parametrize(
    "settings",
    [
        {"attempts": 1}, {"attempts": 9}, {"budget": 0}, {"base": 0}, {"base": 0.0}, {"base": 2}, {"cap": 0}, {"cap": 1e9},
    ],
)  # fmt: skip
def test_settings(settings: dict[str, Any]) -> None:
    """The least numbers and times are settings, too."""
    retry = Retry(**settings)
    assert {name: getattr(retry, name) for name in settings} == settings


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("attempts", 0), ("attempts", True), ("attempts", 2.5), ("attempts", "3"), ("budget", -1), ("budget", False),
        ("budget", 1.5), ("base", -0.1), ("base", True), ("base", "1"), ("cap", float("inf")), ("cap", float("nan")),
    ],
)  # fmt: skip
def test_no_settings(name: str, value: Any) -> None:
    """Anything else is refused by its name, what Python takes for a number included."""
    with pytest.raises(ValueError, match=f"^{name}: "):
        Retry(**{name: value})


def test_the_last_attempt() -> None:
    """The number of attempts is said where there was more than one."""
    one, two = attempts(Retry(attempts=1)), attempts(Retry(attempts=2))
    assert (one.ended, one.wait(None), one.ended) == ("", None, "")
    assert two.wait(None) is not None
    assert two.ended == ""
    assert two.wait(None) is None
    assert "2 attempts" in two.ended


def test_no_time_for_another_attempt() -> None:
    """The timeout is said where it leaves no time for the wait."""
    late = attempts(Retry(base=9.0), timeout=7.5)
    assert late.wait(None) is None
    assert "7.5 s" in late.ended


@pytest.mark.parametrize(
    ("seconds", "moment"),
    [
        (60, " 23:58:44Z"),
        (86_399, " 23:57:43Z"),
        (86_400, " 2026-03-19T23:57:44Z"),
        (10**6, " 2026-03-30T13:44:24Z"),
    ],
)
def test_a_moment_after_the_timeout(seconds: int, moment: str) -> None:
    """The moment that the server names is said, with its date if it is a day or more away."""
    late = attempts(Retry())
    assert late.wait(NOW + timedelta(seconds=seconds)) is None
    assert moment in late.ended
    assert "30 s" in late.ended


@pytest.mark.parametrize("named", [None, NAMED])
def test_a_spent_budget(named: datetime | None) -> None:
    """The size of the budget is said where it is spent, whether or not the server names a moment."""
    spent = attempts(Retry(attempts=9), budget=2)
    assert [spent.wait(named) is None for _ in range(3)] == [False, False, True]
    assert "budget of 2 " in spent.ended


def test_the_pace_of_a_server_costs_nothing() -> None:
    """Only waiting for a moment that the server names is free, not what else follows its answer."""
    assert attempts(Retry(), budget=0).wait(NAMED, paced=True) is not None
    assert attempts(Retry(), budget=0).wait(NAMED, paced=False) is None
    assert attempts(Retry(), budget=0).wait(None, paced=True) is None

"""What decides about a repeat: the wait, the budget, the deadline, and `Retry-After`. Pure: no test waits."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from subkit import Retry
from subkit._flow.retry import EARNED, Attempts, Budget, retry_at
from support.scripted import ClientClock

NOW = datetime(2026, 3, 18, 23, 57, 44, tzinfo=UTC)
DATE = "Wed, 18 Mar 2026 23:57:44 GMT"


class Watch:
    """A clock that stands still until it is moved."""

    def __init__(self, chance: float = 1.0) -> None:
        self.passed = 0.0
        self.client_clock = ClientClock(
            monotonic=lambda: 1000.0 + self.passed,
            now=lambda: NOW + timedelta(seconds=self.passed),
            random=lambda: chance,
        )

    def attempts(self, *, timeout: float = 30.0, budget: Budget | None = None, **settings: Any) -> Attempts:
        retry = Retry(**settings)
        return Attempts(retry, budget or Budget(retry.budget), self.client_clock, timeout)


@pytest.mark.parametrize(
    ("attempt", "longest"), [(1, 0.5), (2, 1.0), (3, 2.0), (4, 4.0), (6, 16.0), (7, 20.0), (33, 20.0), (10**9, 20.0)]
)
@pytest.mark.parametrize("chance", [0.0, 0.25, 1.0])
def test_full_jitter(attempt: int, longest: float, chance: float) -> None:
    """The longest wait doubles from half a second up to twenty, however often it failed; chance takes a part of it."""
    assert Retry().wait(attempt, chance) == longest * chance


@pytest.mark.parametrize(("attempt", "longest"), [(32, 2.0**31), (33, 2.0**32), (34, 2.0**32), (10**9, 2.0**32)])
def test_a_wait_with_a_high_cap_stays_a_number(attempt: int, longest: float) -> None:
    """However high the cap, the wait stops doubling after 32 times, so that no count of attempts overflows."""
    assert Retry(base=1.0, cap=1e30).wait(attempt, 1.0) == longest


@pytest.mark.parametrize(("name", "value"), [("attempts", 0), ("base", -0.1), ("cap", -1), ("budget", -1)])
def test_settings_that_make_no_sense(name: str, value: float) -> None:
    """A number of attempts below one, or a negative time or budget, is refused when it is set."""
    with pytest.raises(ValueError, match=name):
        Retry(**{name: value})


def test_a_budget_is_spent() -> None:
    """A budget of two repeats gives two and no third, however often it is asked."""
    budget = Budget(2)
    assert [budget.spend() for _ in range(4)] == [True, True, False, False]
    assert Budget(0).spend() is False


def test_a_budget_is_earned_back() -> None:
    """As many good calls as are documented, and not one fewer, earn one repeat."""
    budget = Budget(1)
    assert budget.spend()
    for _ in range(EARNED - 1):
        budget.earn()
        assert not budget.spend()
    budget.earn()
    assert [budget.spend(), budget.spend()] == [True, False]
    assert EARNED == 10


def test_a_budget_does_not_grow() -> None:
    """Good times do not save up more repeats than the client began with."""
    budget = Budget(1)
    for _ in range(EARNED * 5):
        budget.earn()
    assert [budget.spend(), budget.spend()] == [True, False]


def test_the_time_that_is_left() -> None:
    """What is left of the timeout counts down with the monotonic clock, and goes below zero after the deadline."""
    watch = Watch()
    attempts = watch.attempts(timeout=30.0)
    assert attempts.left() == 30.0
    watch.passed = 12.5
    assert attempts.left() == 17.5
    watch.passed = 31.0
    assert attempts.left() == -1.0


def test_the_number_of_attempts() -> None:
    """Three attempts are two waits, each twice as long at most, and then the end."""
    attempts = Watch().attempts(attempts=3)
    assert [attempts.wait(None) for _ in range(4)] == [0.5, 1.0, None, None]
    assert Watch().attempts(attempts=1).wait(None) is None


def test_chance_takes_a_part_of_the_wait() -> None:
    """The random part of the client's clock is what the wait is made from."""
    assert Watch(chance=0.5).attempts(base=4.0).wait(None) == 2.0


@pytest.mark.parametrize(("named", "wait"), [(7.0, 9.0), (0.5, 2.5), (0.0, 2.0), (-60.0, 2.0), (29.5, 29.75)])
def test_the_server_s_wait(named: float, wait: float) -> None:
    """Nothing is sent before the moment that the server names, but a little later, within the timeout; a shorter wait
    does not shorten the own one."""
    assert Watch().attempts(base=2.0).wait(NOW + timedelta(seconds=named)) == wait


@pytest.mark.parametrize(("timeout", "waits"), [(2.0, False), (2.001, True), (1.999, False)])
def test_no_wait_up_to_the_deadline(timeout: float, waits: bool) -> None:
    """A wait that would use up the timeout is not begun."""
    attempts = Watch().attempts(base=2.0, timeout=timeout)
    assert attempts.wait(None) == (2.0 if waits else None)


def test_a_wait_that_is_not_begun_costs_nothing() -> None:
    """Only a repeat that will be sent is taken from the budget that the calls of a client share."""
    budget, watch = Budget(1), Watch()
    assert watch.attempts(timeout=1.0, base=2.0, budget=budget).wait(None) is None
    assert watch.attempts(attempts=1, budget=budget).wait(None) is None
    assert watch.attempts(base=2.0, budget=budget).wait(None) == 2.0
    assert watch.attempts(base=2.0, budget=budget).wait(None) is None


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("0", 0), ("1", 1), ("120", 120), (" 7\t", 7), ("0007", 7), ("99999999999", 99_999_999_999), ("9" * 12, 10**11),
     ("100000000000", 10**11), ("9" * 5000, 10**11)],
)  # fmt: skip
def test_retry_after_in_seconds(header: str, seconds: int) -> None:
    """A number of seconds counts from now, with any number of digits; a century or a thousand years is for ever."""
    assert retry_at(header, None, NOW) == NOW + timedelta(seconds=seconds)


def test_retry_after_beyond_the_calendar() -> None:
    """What lies after the last year that Python knows is its last moment, in UTC."""
    late = datetime(9999, 12, 31, 23, 59, tzinfo=UTC)
    assert retry_at("3600", None, late) == datetime.max.replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "server_date", "seconds"),
    [
        ("Thu, 19 Mar 2026 00:57:44 GMT", DATE, 3600),
        ("Thursday, 19-Mar-26 00:57:44 GMT", DATE, 3600),
        ("Thu Mar 19 00:57:44 2026", DATE, 3600),
        ("Thu, 19 Mar 2026 00:57:44 GMT", "Thu, 19 Mar 2026 00:57:34 GMT", 10),
        ("Thu, 19 Mar 2026 00:57:44 GMT", "Thu, 19 Mar 2026 00:57:43.5 GMT", 3600),
        ("Thu, 19 Mar 2026 00:57:44 GMT", "yesterday", 3600),
        ("Thu, 19 Mar 2026 00:57:44 GMT", None, 3600),
        ("Thu, 19 Mar 2026 00:57:44 GMT", "", 3600),
        (DATE, DATE, 0),
        ("Wed, 18 Mar 2026 23:57:43 GMT", DATE, 0),
        ("Mon, 01 Jan 2001 00:00:00 GMT", None, 0),
    ],
)
def test_retry_after_as_a_date(header: str, server_date: str | None, seconds: int) -> None:
    """A date in any form of HTTP counts from the server's own date, or from now if it has none; the past is now."""
    assert retry_at(header, server_date, NOW) == NOW + timedelta(seconds=seconds)


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        " ",
        "soon",
        "-1",
        "+1",
        "1.5",
        "1e3",
        "0x10",
        "1_0",
        "１",
        "٣",
        "²",
        "7;",
        "Thu, 99 Mar 2026",
        "7, 9",
        f"{DATE}, {DATE}",
        "Wed Mar 18 23:57:44 2026, Wed Mar 18 23:57:44 2026",
        f"{DATE},9",
        f"{DATE} , 9",
    ],
)
def test_no_retry_after(header: str | None) -> None:
    """What is neither a number of seconds nor a date of HTTP, or more than one of them, names no moment."""
    assert retry_at(header, DATE, NOW) is None

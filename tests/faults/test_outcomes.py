"""Writes whose answer is lost: what the error says, and how a user finds out what became of it."""

from __future__ import annotations

import copy
import pickle
import re
from typing import Any

import pytest
import subkit
from support.lines import own_text
from support.replays import Told, representatives, told
from support.scripted import MODES
from support.timed import Timed

UNSAFE = pytest.mark.parametrize("one", [one for one in told() if not one.safe], ids=str)
SAFE = pytest.mark.parametrize("one", [one for one in representatives() if one.safe], ids=str)
modes = pytest.mark.parametrize("mode", MODES)
FAILURES = {
    "lost": lambda: subkit.OutcomeUnknown("cut"),
    "broken": lambda: OSError("x"),
    "late": lambda: subkit.DeadlineExceeded("late", sent=True),
}
failures = pytest.mark.parametrize("failure", FAILURES)


def lost(one: Told, mode: str, failure: str) -> Any:
    """The error of a call whose answer is lost."""
    driven = Timed(one.slug, mode, lambda _: FAILURES[failure](), validate=False)
    return driven.send(one.operation())


def looks(one: Told) -> str:
    """The call that shows what became of a write: `get` where it is about one object, else `list`."""
    return "client.subscriptions.get(...)" if one.method == "patch" else "client.subscriptions.list()"


@pytest.mark.fault(1, 30)
@failures
@UNSAFE
@modes
def test_the_error_says_where_to_look(mode: str, one: Told, failure: str) -> None:
    """A create that may have happened names the call that lists, a patch the call that gets; so do its copies."""
    error = lost(one, mode, failure)
    assert type(error) is (subkit.DeadlineExceeded if failure == "late" else subkit.OutcomeUnknown)
    assert getattr(error, "sent", True) is True
    advice = f"; before calling again, check with {looks(one)} whether it was carried out"
    for told_again in (error, pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert own_text(told_again).endswith(advice)
        assert "\n" not in str(told_again)
        assert told_again.operation == one.endpoint.id
        assert getattr(told_again, "sent", True) is True


@pytest.mark.fault(30)
@UNSAFE
@modes
def test_what_it_names_exists(mode: str, one: Told) -> None:
    """The call that the error names is a method of the same client."""
    driven = Timed(one.slug, mode, lambda _: subkit.OutcomeUnknown("cut"), validate=False)
    named = re.search(r"client\.(\w+)\.(\w+)\(", str(driven.send(one.operation())))
    assert named is not None
    assert callable(getattr(getattr(driven.client, named[1]), named[2]))


@failures
@SAFE
@modes
def test_no_advice_where_calling_again_is_safe(mode: str, one: Told, failure: str) -> None:
    """A call that does no harm when it is made again needs no such words."""
    assert "before calling again" not in str(lost(one, mode, failure))


@UNSAFE
@modes
def test_no_advice_where_nothing_was_sent(mode: str, one: Told) -> None:
    """What never left needs no such words either."""
    for failure in (subkit.NotSent("no"), subkit.DeadlineExceeded("late")):
        driven = Timed(one.slug, mode, lambda _, failure=failure: failure, validate=False)
        assert str(driven.send(one.operation())) == str(failure)


@UNSAFE
@modes
def test_the_same_error_twice(mode: str, one: Told) -> None:
    """A transport that raises one and the same error each time does not make it longer each time."""
    failure = subkit.OutcomeUnknown("cut")
    driven = Timed(one.slug, mode, lambda _: failure, validate=False)
    assert str(driven.send(one.operation())) == str(driven.send(one.operation()))

"""Forks: what another thread was at in that moment is not left in the child for ever."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable

import pytest
from subkit import _forks
from subkit._forks import loading, watch_forks
from subkit._lazy_property import lazy_property

pytestmark = [
    pytest.mark.fault(75),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork"),
    pytest.mark.filterwarnings("ignore:This process.*:DeprecationWarning"),  # of Python's, about threads and forks
]


def in_child(check: Callable[[], bool]) -> bool:
    """What a check says in the child of a fork."""
    child = os.fork()
    if child == 0:
        os._exit(0 if check() else 1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_who_watches_starts_anew_in_the_child() -> None:
    """An object that holds something of its process is told in the child, and only there."""

    class Watching:
        anew = False

        def after_fork(self) -> None:
            self.anew = True

    one = Watching()
    watch_forks(one)
    assert in_child(lambda: one.anew)
    assert not one.anew


def test_a_fork_waits_for_imports() -> None:
    """A fork in the middle of another thread's import waits until that is done; the child finds nobody at it."""
    inside, done = threading.Event(), threading.Event()
    ended: list[float] = []

    def load() -> None:
        with loading:
            inside.set()
            done.wait(10)
            ended.append(time.monotonic())

    thread = threading.Thread(target=load)
    thread.start()
    assert inside.wait(5)
    threading.Timer(0.1, done.set).start()
    assert in_child(lambda: bool(ended) and not _forks._loading)
    thread.join()
    assert not _forks._forking


def test_an_import_waits_for_a_fork() -> None:
    """An import that begins while a fork is under way begins after it."""
    began: list[float] = []

    def load() -> None:
        with loading:
            began.append(time.monotonic())

    _forks._forking.add(0)  # as a thread that is about to fork
    thread = threading.Thread(target=load)
    thread.start()
    time.sleep(0.05)
    assert began == []
    _forks._forking.discard(0)
    thread.join(5)
    assert (len(began), _forks._loading) == (1, {})


def test_a_fork_in_the_middle_of_an_import_of_its_own() -> None:
    """A thread that forks while it imports waits for nobody, and goes on in the child."""
    with loading, loading:
        assert in_child(lambda: len(_forks._loading) == 1)
    assert _forks._loading == {}


def test_a_lazy_property_is_worked_out_once() -> None:
    """Its value is kept, and it has no lock that a fork could leave held."""

    class Owner:
        count = 0

        @lazy_property
        def value(self) -> int:
            self.count += 1
            return self.count

    owner = Owner()
    assert [owner.value, owner.value, owner.count] == [1, 1, 1]
    assert isinstance(Owner.value, lazy_property)
    inside, go_on = threading.Event(), threading.Event()

    class Slow:
        @lazy_property
        def value(self) -> int:
            if threading.current_thread() is not threading.main_thread():
                inside.set()
                go_on.wait(10)
            return 1

    slow = Slow()
    thread = threading.Thread(target=lambda: slow.value)
    thread.start()
    assert inside.wait(5)
    assert in_child(lambda: slow.value == 1)
    go_on.set()
    thread.join()

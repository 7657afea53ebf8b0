"""Calls that are described once: what overrides a described call has its docstring."""

from __future__ import annotations

from typing import Any

from subkit._described import Described


class _Calls(Described):
    def get(self, *args: Any, **kwargs: Any) -> Any:
        """Get it."""

    def put(self, *args: Any, **kwargs: Any) -> Any:
        """Put it."""


class _Sync(_Calls):
    value = 1

    def get(self) -> int:
        return self.value

    def put(self) -> None:
        """Put it here."""

    def other(self) -> None: ...


class _Async(_Calls):
    async def get(self) -> int:
        return 1


def test_a_method_has_the_docstring_of_what_it_overrides() -> None:
    """Synchronous and asynchronous methods alike, and neither changes the other."""
    assert _Sync.get.__doc__ == _Async.get.__doc__ == _Calls.get.__doc__ == "Get it."


def test_a_docstring_of_its_own_stays() -> None:
    """A method with a docstring keeps it, and one that overrides nothing gets none."""
    assert _Sync.put.__doc__ == "Put it here."
    assert _Sync.other.__doc__ is None
    assert _Async.put.__doc__ == "Put it."

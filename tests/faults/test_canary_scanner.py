"""The search for canaries finds them, in every form and at every place: else it would prove nothing."""

from __future__ import annotations

import base64
import copy
import html
import json
import logging
import pickle
import warnings
from collections import deque
from collections.abc import Callable
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

import attrs
import pytest
import subkit
from support.canary import Canaries, canary
from support.canary_guard import guarded
from support.canary_plugin import Guard
from support.captured_output import overhearing
from support.renderings import Reach, Theirs
from support.scripted import TOKEN

SECRET = canary("secret")
FORMS: dict[str, Callable[[str], str]] = {
    "plain": str,
    "the first characters": lambda text: f"{text[:12]}...",
    "the last characters": lambda text: f"...{text[-12:]}",
    "reversed": lambda text: text[::-1],
    "quoted twice": lambda text: repr(repr({"a": [text]})),
    "percent": lambda text: quote(f"a&b={text}", safe=""),
    "all percent": lambda text: "".join(f"%{ord(c):02X}" for c in text),
    "JSON": lambda text: json.dumps(json.dumps({"a": text})),
    "all JSON": lambda text: "".join(f"\\u{ord(c):04X}" for c in text),
    "HTML": html.escape,
    "hexadecimal": lambda text: text.encode().hex().upper(),
    "a list of bytes": lambda text: repr(list(text.encode())),
    **{
        f"base64 after {shift}": lambda text, shift=shift: base64.b64encode(
            b"x" * shift + text.encode() + b"yz"
        ).decode()
        for shift in range(4)
    },
    "base64url": lambda text: base64.urlsafe_b64encode(f"user:{text}".encode()).decode(),
}


def hits(*things: Any) -> list[str]:
    """Where the secret was found."""
    canaries = Canaries()
    canaries.plant("secret")
    canaries.plant("another")
    found = canaries.hits(*things)
    assert {hit.name for hit in found} <= {"secret"}
    return [hit.where for hit in found]


@pytest.mark.parametrize("form", FORMS)
def test_forms(form: str) -> None:
    """A canary is found however it is written, in text and in bytes; another one is not taken for it."""
    text = f"before {FORMS[form](SECRET)} after"
    assert hits(text)
    assert hits(text.encode())
    assert not hits(f"before {FORMS[form](canary('third'))} after")


@attrs.frozen(repr=False)
class Box:
    """Shows nothing in its own `repr`, but printers go through its fields."""

    inside: Any


@attrs.frozen
class Careful:
    inside: Any = attrs.field(repr=lambda value: "<secret>")
    other: Any = attrs.field(repr=False)


class Quiet(dict[str, Any]):
    def __repr__(self) -> str:
        return "<quiet>"


HOLDERS: dict[str, Any] = {
    "list": [[SECRET]],
    "dict": {"a": {"b": SECRET}},
    "key": {SECRET: 1},
    "mapping": MappingProxyType({"a": SECRET}),
    "quiet dict": Quiet(a=SECRET),
    "deque": deque([SECRET]),
    "set": {SECRET},
    "bytes": [SECRET.encode()],
    "fields": Box(SECRET),
    "exception": [ValueError("a", {"b": SECRET})],
}


@pytest.mark.parametrize("name", HOLDERS)
def test_holders(name: str) -> None:
    """A canary is found in whatever printers and trackers take apart."""
    assert hits(HOLDERS[name])
    assert hits(Box([HOLDERS[name]]))
    assert not hits(Careful(HOLDERS[name], HOLDERS[name]))


def raised(module: str, *, cause: BaseException | None = None, message: str = "no") -> BaseException:
    """An error that came through a frame of a module, with a secret in hand."""
    code = "def play(secret, error, cause):\n    other = {'a': secret}\n    raise error from cause"
    space: dict[str, Any] = {"__name__": module}
    exec(code, space)
    with pytest.raises(subkit.SubkitError) as caught:
        space["play"](SECRET, subkit.SubkitError(message), cause)
    return caught.value


@pytest.mark.parametrize(
    "module", ["subkit._calls.call", "subkit_acme.operations", "httpcore._sync", "generator.render"]
)
def test_frames(module: str) -> None:
    """A canary is found in the locals of our frames, also in those of an error that led to this one."""
    assert [where for where in hits(raised(module)) if "local secret" in where]
    assert [where for where in hits(raised("their.module", cause=raised(module))) if "local other" in where]
    group = ExceptionGroup("all", [ValueError(), raised(module)])  # type: ignore[list-item]
    assert hits(group)


def test_their_frames() -> None:
    """What the user's own frames hold, and what the user's own errors say, is the user's affair."""
    assert not hits(raised("their.module", cause=Theirs(SECRET)))


def test_hidden_context() -> None:
    """A canary is found in an error that is not shown, because it was raised `from None`."""
    error = subkit.SubkitError("no")
    error.__context__, error.__suppress_context__ = ValueError(SECRET), True
    assert hits(error)


ERRORS: dict[str, subkit.SubkitError] = {
    "message": subkit.SubkitError(f"no {SECRET}"),
    "body": subkit.ApiError("no", body={"a": [SECRET]}),
    "headers": subkit.ApiError("no", headers=subkit.Headers([("a", SECRET)])),
    "problem": subkit.ApiError("no", problem=subkit.UnknownVariant.from_dict({"a": SECRET})),
    "excerpt": subkit.DecodeError("no", excerpt=SECRET),
}


@pytest.mark.parametrize("name", ERRORS)
def test_errors(name: str) -> None:
    """A canary is found in whatever an error carries, and in its pickle."""
    assert hits(ERRORS[name])
    assert bool([where for where in hits(ERRORS[name]) if "pickle" in where]) is (name != "body")
    assert SECRET.encode() not in pickle.dumps(ERRORS["body"])


def test_what_is_said() -> None:
    """A canary is found in logs of every level, their arguments and errors, in warnings and in what is printed."""
    for say in (
        lambda: logging.getLogger("some.where").debug("no %s", SECRET),
        lambda: logging.getLogger("some.where").info("no", extra={"more": [SECRET]}),
        lambda: logging.getLogger("some.where").error("no", exc_info=ValueError(SECRET)),
        lambda: warnings.warn(SECRET, stacklevel=1),
        lambda: print(SECRET),  # noqa: T201
    ):
        with overhearing() as heard:
            say()
        assert hits(*heard.all)


def test_what_hangs_on_a_client() -> None:
    """Each object of subkit's that hangs on another one is looked at."""
    credential = subkit.BearerToken("token")
    assert not hits(Reach(credential))
    shown = copy.copy(credential.__dict__)
    credential.__dict__["_source"] = subkit.Drift("$", "missing", SECRET, "nothing")
    assert hits(Reach(credential))
    credential.__dict__.update(shown)


def quote_token() -> None:
    with guarded():
        raise subkit.SubkitError(f"no {TOKEN}")


def test_the_guard_of_the_whole_run() -> None:
    """A test that logs the shared token fails, and so does one whose call ends in an error that shows it."""
    with pytest.raises(AssertionError, match="a secret shows"):
        quote_token()
    guard = Guard()
    for text, fails in ((f"no {TOKEN}", True), ("no", False)):
        running = guard.pytest_runtest_call()
        next(running)
        guard.emit(logging.LogRecord("subkit", logging.INFO, "", 0, "%s", (text,), None))
        with pytest.raises(AssertionError if fails else StopIteration):
            next(running)

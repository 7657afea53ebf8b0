"""Checks the options of a client when it is created, so that no call fails because of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import isfinite
from typing import Any, Final

from .._auth.credentials import Credential
from .._auth.extra_headers import are_headers
from .._errors import ConfigurationError
from .._flow.clock import Clock
from .._flow.retry import Retry


def check_options(options: Mapping[str, Any]) -> None:
    """Raise a `ConfigurationError` that says what to give, unless every option can be used."""
    for name, value in options.items():
        fits, what = _CHECKS.get(name, _ANYTHING)
        if not fits(value):
            raise ConfigurationError(f"{name}: must be {what}")


def check_auth(auth: object) -> None:
    """Refuse what is no credential. The error does not contain it, because it is likely to be a secret."""
    if auth is not None and not isinstance(auth, Credential):
        given = f"the class {auth.__name__}" if isinstance(auth, type) else f"a {type(auth).__name__}"
        raise ConfigurationError(f'auth: give a credential such as subkit.BearerToken("..."), not {given}')


def _is_duration(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    try:
        return isfinite(value) and value > 0
    except OverflowError:  # an integer that is too large for a float
        return False


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def _is_bool(value: object) -> bool:
    return isinstance(value, bool)


def _is_observer(value: object) -> bool:
    return value is None or (callable(value) and not _is_async(value))


def _is_async(function: Callable[..., Any]) -> bool:
    import inspect  # noqa: PLC0415 - only for clients with an observer

    return inspect.iscoroutinefunction(function) or inspect.iscoroutinefunction(type(function).__call__)


_HEADERS: Final = (
    "a mapping of header names to values in printable ASCII, without those that subkit sets itself "
    "(Authorization, Content-Type, User-Agent, ...) and those of a connection"
)
_ANYTHING: Final[tuple[Callable[[object], bool], str]] = (lambda value: True, "")
_CHECKS: Final[Mapping[str, tuple[Callable[[object], bool], str]]] = {
    "timeout": (_is_duration, "a number of seconds greater than 0"),
    "retry": (lambda value: isinstance(value, Retry), "a subkit.Retry"),
    "decode": (lambda value: value in ("tolerant", "strict"), "'tolerant' or 'strict'"),
    "preconditions": (lambda value: value in ("automatic", "required"), "'automatic' or 'required'"),
    "validate": (_is_bool, "True or False"),
    "allow_insecure_http": (_is_bool, "True or False"),
    "trust_env": (_is_bool, "True or False"),
    "max_body": (_is_count, "a number of bytes greater than 0"),
    "max_connections": (_is_count, "a number of connections greater than 0"),
    "observer": (_is_observer, "a function that is not async; it is called during a call"),
    "clock": (lambda value: value is None or isinstance(value, Clock), "a subkit.Clock"),
    "headers": (are_headers, _HEADERS),
}

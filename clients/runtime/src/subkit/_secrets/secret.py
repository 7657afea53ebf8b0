"""Secret values, kept out of reprs and of the locals that a traceback shows."""

from __future__ import annotations

from typing import Any, Generic, NoReturn, TypeVar, cast

from .._errors import ConfigurationError
from .._unset import UNSET

T = TypeVar("T")
Pair = tuple[str, str]


class Secret(Generic[T]):
    """Holds a secret value and hides it from `repr`.

    A function that takes a secret as an argument wraps it first and deletes the argument, so that the value is not
    among the locals of a traceback.
    """

    __slots__ = ("value",)

    def __init__(self, value: T) -> None:
        self.value: T = value

    def __repr__(self) -> str:
        return "<secret>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a secret cannot be pickled or copied")


def wrap_secret(value: T) -> T:
    """Hide an argument that may hold a secret from the locals of its frame. `unwrap_secret` returns it."""
    known: object = value
    harmless = known is None or known is UNSET or isinstance(known, Secret)
    return value if harmless else cast(T, Secret(value))


def unwrap_secret(value: T) -> T:
    """The original of a value that may have been wrapped."""
    return cast("Secret[T]", value).value if type(value) is Secret else value


class SecretHeaders(tuple[Pair, ...]):
    """Headers whose `repr` shows their names only, because a credential may be among them."""

    __slots__ = ()

    def __reduce__(self) -> tuple[Any, ...]:
        return tuple, (list(self),)  # whoever pickles it knows that it holds secrets; no private class is part of it

    def __repr__(self) -> str:
        return f"<{', '.join(name for name, _ in self)}>"


def check_header(secret: Secret[str], name: str) -> None:
    """Raise `ConfigurationError` unless a secret can be sent in a header. The error does not contain it."""
    check_text(secret, name)
    if "\n" in secret.value or "\r" in secret.value:
        raise ConfigurationError(f"{name}: must not contain a line break, as a file has at its end: use .strip()")
    if not (secret.value.isascii() and secret.value.isprintable()) or " " in secret.value:
        raise ConfigurationError(f"{name}: must be printable ASCII without spaces")


def check_text(secret: Secret[str], name: str) -> None:
    """Raise `ConfigurationError` unless a secret is a non-empty string. The error does not contain it."""
    if not isinstance(cast(object, secret.value), str) or not secret.value:
        raise ConfigurationError(f"{name}: must be a non-empty string")
    if any("\ud800" <= character <= "\udfff" for character in secret.value):
        raise ConfigurationError(f"{name}: contains an unpaired surrogate")

"""Values that no `repr` shows, and what may stand where they go."""

from __future__ import annotations

from typing import Any, Generic, NoReturn, TypeVar, cast

from .._errors import ConfigurationError
from .._unset import UNSET

T = TypeVar("T")
Pair = tuple[str, str]


class Secret(Generic[T]):
    """A value that no `repr` shows.

    Whoever takes a secret as an argument puts it in here first and deletes the argument, so that it does not stand in
    a traceback's locals.
    """

    __slots__ = ("value",)

    def __init__(self, value: T) -> None:
        self.value: T = value

    def __repr__(self) -> str:
        return "<secret>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a secret cannot be pickled or copied")


def conceal(value: T) -> T:
    """An argument that may hold a secret, in a form that its frame does not show. `reveal` gives it back."""
    known: object = value
    hidden = known is None or known is UNSET or isinstance(known, Secret)
    return value if hidden else cast(T, Secret(value))


def reveal(value: T) -> T:
    """A value that may have been concealed, as it was given."""
    return cast("Secret[T]", value).value if type(value) is Secret else value


class Fields(tuple[Pair, ...]):
    """Headers whose `repr` names them without their values, because a credential may be among them."""

    __slots__ = ()

    def __reduce__(self) -> tuple[Any, ...]:
        return tuple, (list(self),)  # what is pickled is known to hold secrets, and no class of ours

    def __repr__(self) -> str:
        return f"<{', '.join(name for name, _ in self)}>"


def check_header(secret: Secret[str], name: str) -> None:
    """Raise `ConfigurationError` unless it can stand in a header. The error does not repeat it."""
    check_text(secret, name)
    if not (secret.value.isascii() and secret.value.isprintable()) or " " in secret.value:
        raise ConfigurationError(f"{name}: a header holds printable ASCII only, and a token no space")


def check_text(secret: Secret[str], name: str) -> None:
    """Raise `ConfigurationError` unless it is a text that is not empty. The error does not repeat it."""
    if not isinstance(cast(object, secret.value), str) or not secret.value:
        raise ConfigurationError(f"{name}: give a text that is not empty")
    if any("\ud800" <= character <= "\udfff" for character in secret.value):
        raise ConfigurationError(f"{name}: half of a surrogate pair cannot be sent")

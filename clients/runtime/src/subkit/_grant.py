"""What a credential adds to a request, in a form that no `repr` shows."""

from __future__ import annotations

from typing import Any, Final, Generic, NoReturn, TypeVar, cast

from attrs import frozen

from ._errors import ConfigurationError

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


class Fields(tuple[Pair, ...]):
    """Headers whose `repr` names them without their values, because a credential may be among them."""

    __slots__ = ()

    def __reduce__(self) -> tuple[Any, ...]:
        return tuple, (list(self),)  # what is pickled is known to hold secrets, and no class of ours

    def __repr__(self) -> str:
        return f"<{', '.join(name for name, _ in self)}>"


@frozen(repr=False, eq=False)
class Grant:
    """What a credential adds to a request."""

    headers: tuple[Pair, ...] = ()
    query: str = ""
    """Encoded, without a question mark."""

    def extend(self, target: str) -> str:
        """Path and query of a request, with this query."""
        return f"{target}{'&' if '?' in target else '?'}{self.query}" if self.query else target


NOTHING: Final = Grant()


def bearer(token: Secret[str]) -> Grant:
    """An access token in its header (RFC 6750, 2.1). Raises `ConfigurationError` for what cannot stand there."""
    check_header(token, "token")
    return Grant((("Authorization", f"Bearer {token.value}"),))


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

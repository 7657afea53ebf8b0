"""A call as a value: what is asked, and how the answer is read. Nothing here does I/O or holds a client."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from uuid import UUID

from attrs import field, frozen

from .._errors import InvalidArgument
from .._formats.json import dumps, to_json
from .._meta import Meta
from .._unset import UNSET
from .conditional import UNCONDITIONAL, Conditions

if TYPE_CHECKING:
    from .endpoint import Endpoint

T_co = TypeVar("T_co", covariant=True)


@frozen
class Operation(Generic[T_co]):
    """A call as a value: `client.send(operation)` performs it. Pickles with its arguments, secrets included."""

    endpoint: Endpoint[T_co]
    arguments: Mapping[str, Any] = field(factory=dict[str, Any], repr=False)
    """Arguments by Python name; what was left out is not in here."""
    conditions: Conditions = UNCONDITIONAL
    basis: Meta | None = None
    """The answer in which the object of this call was fetched."""

    @property
    def id(self) -> str:
        """Name of the operation, such as `get_subscription`."""
        return self.endpoint.id

    def __repr__(self) -> str:
        return f"<Operation {self.endpoint.id} {self.endpoint.method} {self.endpoint.path}>"


def given(**arguments: Any) -> dict[str, Any]:
    """The arguments that were given."""
    return {name: value for name, value in arguments.items() if value is not UNSET}


def identify(value: object, name: str) -> str:
    """The id that a call is about: text, a UUID, or that of a fetched object.

    Raises `InvalidArgument` for what cannot be an id, and for what is unsafe in a URL: nothing, `.`, `..`, control
    characters. Without this check a DELETE of `..` would go to the parent resource.
    """
    if isinstance(value, UUID):
        return str(value)
    if not isinstance(value, str):
        value = _identity(value, name)
    return safe_segment(value, name)


def _identity(value: object, name: str) -> str:
    attribute = getattr(type(value), "__identity__", None)
    if attribute is None:
        raise InvalidArgument(f"{name}: give an id (str or UUID) or a fetched object, not {type(value).__name__}")
    found = getattr(value, attribute)
    if not isinstance(found, (str, UUID)):
        raise InvalidArgument(f"{name}: this {type(value).__name__} holds no id")
    return str(found)


def safe_segment(text: str, name: str) -> str:
    """`text`, if it can stand in a path without changing which resource is meant."""
    if not text.strip():
        raise InvalidArgument(f"{name}: an empty id is refused, because the call would go to another resource")
    if text in (".", ".."):
        raise InvalidArgument(f"{name}: the id {text!r} is refused, because the call would go to another resource")
    if any(character < " " or "\x7f" <= character <= "\x9f" for character in text):
        raise InvalidArgument(f"{name}: an id with control characters is refused")
    return text


def basis_of(value: object) -> Meta | None:
    """The answer that the object of a call came in, if it is a fetched object."""
    found = getattr(value, "__meta__", None)
    return found if isinstance(found, Meta) else None


def json_text(value: Any) -> Any:
    """A JSON document as the text that the API takes; text passes as it is."""
    return dumps(to_json(value)).decode("ascii") if isinstance(value, Mapping) else value

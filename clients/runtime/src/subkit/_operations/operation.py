"""A call as a value: what is requested, and how the response is read. No I/O, and no client."""

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
    """A call as a value: `client.send(operation)` performs it. Its pickle includes the arguments, also secret ones."""

    endpoint: Endpoint[T_co]
    arguments: Mapping[str, Any] = field(factory=dict[str, Any], repr=False)
    """Arguments by Python name, without those that were left out."""
    conditions: Conditions = UNCONDITIONAL
    basis: Meta | None = None
    """The response in which the object of this call was fetched."""

    @property
    def id(self) -> str:
        """Name of the operation, such as `get_subscription`."""
        return self.endpoint.id

    def __repr__(self) -> str:
        return f"<Operation {self.endpoint.id} {self.endpoint.method} {self.endpoint.path}>"


def drop_unset(**arguments: Any) -> dict[str, Any]:
    """The arguments without those that are `UNSET`."""
    return {name: value for name, value in arguments.items() if value is not UNSET}


def resource_id(value: object, name: str) -> str:
    """The id that a call is about: a string, a UUID, or that of a fetched object.

    Raises `InvalidArgument` for what cannot be an id or is unsafe in a URL: an empty string, `.`, `..`, control
    characters. Without this check a DELETE of `..` would be sent to the parent resource.
    """
    if isinstance(value, UUID):
        return str(value)
    if not isinstance(value, str):
        value = _identity(value, name)
    return safe_segment(value, name)


def _identity(value: object, name: str) -> str:
    attribute = getattr(type(value), "__identity__", None)
    if attribute is None:
        raise InvalidArgument(f"{name}: must be an id (str or UUID) or a fetched object, not {type(value).__name__}")
    found = getattr(value, attribute)
    if not isinstance(found, (str, UUID)):
        raise InvalidArgument(f"{name}: this {type(value).__name__} has no id")
    return str(found)


def safe_segment(text: str, name: str) -> str:
    """`text`, if it does not change the resource when it is part of a path."""
    if not text.strip():
        raise InvalidArgument(f"{name}: must not be empty, because the call would be sent to another resource")
    if text in (".", ".."):
        raise InvalidArgument(f"{name}: must not be {text!r}, because the call would be sent to another resource")
    if any(character < " " or "\x7f" <= character <= "\x9f" for character in text):
        raise InvalidArgument(f"{name}: must not contain control characters")
    return text


def basis_of(value: object) -> Meta | None:
    """The response that an object came from, if it is a fetched object."""
    found = getattr(value, "__meta__", None)
    return found if isinstance(found, Meta) else None


def json_text(value: Any) -> Any:
    """A JSON document as a string, which is what the API takes. A string is passed on unchanged."""
    return dumps(to_json(value)).decode("ascii") if isinstance(value, Mapping) else value

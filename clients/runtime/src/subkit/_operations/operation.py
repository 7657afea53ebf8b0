"""A call as a value: what is requested, and how the response is read. No I/O, and no client."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, cast
from uuid import UUID

from .._errors import InvalidArgument
from .._formats.json import dumps_text, is_array, is_object, refuse_not_finite, to_json
from .._meta import Meta
from .._models.schema import resolve
from .._models.slots import ModelSlots, meta_of
from .._portable import Portable, unpack
from .._public import public
from .._unset import UNSET
from .._values import field, frozen
from .conditional import UNCONDITIONAL, Conditions
from .stored import from_form, to_form

if TYPE_CHECKING:
    from .endpoint import Api, Endpoint, Parameter

T_co = TypeVar("T_co", covariant=True)


@public
@frozen(eq=False)
class Operation(Portable, Generic[T_co]):
    """A call as a value: `client.send(operation)` performs it.

    `to_dict()` is its portable form, and pickles contain the same, with the arguments and any secrets among them.
    Operations are equal, and have equal hashes, if their portable forms are equal.
    """

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

    def to_dict(self) -> dict[str, Any]:
        """The operation as plain JSON: `format`, `api`, `operation`, `arguments`, and `conditions` and `basis` if any.

        Secrets among the arguments are in it. Raises `InvalidArgument` for an argument that JSON cannot express.
        """
        return to_form((self.endpoint, {**self.arguments}, self.conditions, self.basis))

    @classmethod
    def from_dict(cls, form: Mapping[str, Any]) -> Operation[Any]:
        """The operation of a portable form, equal to the one that it was made from.

        Raises `InvalidArgument` for an API that is not installed, and for an operation, an argument or a format that
        this release does not know.
        """
        return Operation(*from_form(form))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Operation) and self.to_dict() == other.to_dict()

    def __hash__(self) -> int:
        return hash(_hashable(self.to_dict()))

    def __stored__(self) -> dict[str, Any]:
        return {"package": self.endpoint.api.package, "operation": self.to_dict()}

    @classmethod
    def __restore__(cls, stored: Mapping[str, Any]) -> Self:
        content = unpack("operation", stored)
        import_module(f"{content['package']}._api")  # importable, though perhaps not installed
        return cast(Self, cls.from_dict(content["operation"]))

    def __repr__(self) -> str:
        return f"<Operation {self.endpoint.id} {self.endpoint.method} {self.endpoint.path}>"


def _hashable(value: Any) -> Any:
    """A JSON value as one that hashes: equal values hash alike."""
    if is_object(value):
        return frozenset((key, _hashable(item)) for key, item in value.items())
    return tuple(map(_hashable, value)) if is_array(value) else value


def ensure_own(operation: object, api: Api) -> None:
    """Refuse what is no operation of this API: that of another one has a path of its own, which may exist here."""
    if not isinstance(operation, Operation):
        what = getattr(operation, "__name__", type(operation).__name__)
        raise InvalidArgument(f"must be an operation, such as operations.get_...(...), not {what}")
    own = cast("Operation[Any]", operation).endpoint.api
    if (own.slug, own.package) != (api.slug, api.package):
        raise InvalidArgument(f"{operation.id} is an operation of {own.package}, and this is a client of {api.package}")


def drop_unset(**arguments: Any) -> dict[str, Any]:
    """The arguments without those that are `UNSET`."""
    return {name: value for name, value in arguments.items() if value is not UNSET}


def id_of(endpoint: Endpoint[Any], value: object) -> str:
    """The id that a call is about: a string, a UUID, or that of a fetched object of its kind.

    Raises `InvalidArgument` for what cannot be an id or is unsafe in a URL: an empty string, `.`, `..`, control
    characters. Without this check a DELETE of `..` would be sent to the parent resource.
    """
    parameter = next(one for one in endpoint.declared if one.is_id)
    if isinstance(value, UUID):
        return str(value)
    if not isinstance(value, str):
        value = _identity(parameter, value)
    return safe_segment(value, parameter.python)


def _identity(parameter: Parameter, value: object) -> str:
    name = parameter.python
    if not isinstance(value, ModelSlots):
        what = "None" if value is None else type(value).__name__
        raise InvalidArgument(f"{name}: must be an id (str or UUID) or a fetched object, not {what}")
    kinds = tuple(map(resolve, parameter.objects))
    # An object of another kind has an id too: a delete would hit whatever has that id here.
    if not isinstance(value, kinds):
        wanted = " or ".join([*map(_dotted, kinds), "an id (str or UUID)"])
        raise InvalidArgument(f"{name}: must be {wanted}, not an object of another kind: {_dotted(type(value))}")
    found = getattr(value, str(value.__identity__))
    if not isinstance(found, (str, UUID)):
        raise InvalidArgument(f"{name}: this {type(value).__name__} has no id")
    return str(found)


def _dotted(cls: type) -> str:
    return f"{cls.__module__}.{cls.__qualname__}"


def safe_segment(text: str, name: str) -> str:
    """`text`, if it does not change the resource when it is part of a path."""
    if not text.strip():
        raise InvalidArgument(f"{name}: must not be empty, because the call would be sent to another resource")
    if text in (".", ".."):
        raise InvalidArgument(f"{name}: must not be {text!r}, because the call would be sent to another resource")
    if _find_control(text):
        raise InvalidArgument(f"{name}: must not contain control characters")
    return text


_find_control = re.compile(r"[\x00-\x1f\x7f-\x9f]").search


def basis_of(value: object) -> Meta | None:
    """The response that an object came from, if it is a fetched object."""
    found = meta_of(value)
    return found if isinstance(found, Meta) else None


def json_text(value: Any, name: str) -> Any:
    """A JSON document as a string, which is what the API takes. A string is passed on unchanged."""
    if not isinstance(value, Mapping):
        return value
    found = json_value(cast("Mapping[str, Any]", value), name)
    try:
        return dumps_text(found)
    except InvalidArgument as error:
        raise InvalidArgument(f"{name}: {error}") from None


def json_value(value: Any, name: str) -> Any:
    """An argument as a JSON value. Raises `InvalidArgument` for what can be sent nowhere."""
    try:
        found = to_json(value)
    except InvalidArgument as error:
        raise InvalidArgument(f"{name}: {error}") from None
    except RecursionError:
        raise InvalidArgument(f"{name}: nested too deeply, or contains itself") from None
    refuse_not_finite(found, name)
    return found

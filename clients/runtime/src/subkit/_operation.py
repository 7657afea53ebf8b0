"""A call as a value: what is asked, and how the answer is read. Nothing here does I/O or holds a client."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar, cast
from uuid import UUID

from attrs import field, frozen

from ._decode import Meta
from ._edits import meta_of
from ._errors import InvalidArgument
from ._json import dumps, to_json
from ._schema import resolve
from ._unset import UNSET, Unset

if TYPE_CHECKING:
    from ._paging import Paging
    from ._schema import Schema

T_co = TypeVar("T_co", covariant=True)


@frozen
class Api:
    """What holds for every call of one API."""

    slug: str
    """Folder of its specification, and prefix of its environment variables."""
    package: str
    """Import name of its generated package."""
    version: str
    """Version of its generated package."""
    base_url: str | None = None
    """The one documented production server, if there is one."""
    shared: tuple[str, ...] = ()
    """Python names of the path parameters that are given to the client."""
    problem: Schema | None = None
    """Its common error model."""
    error_fields: Mapping[str, str] = field(factory=dict[str, str])
    """Which property of the error body holds `code`, `title` and `detail`."""
    request_id_header: str | None = None
    """Response header with the vendor's id of a request."""
    environment: Mapping[str, tuple[str, ...]] = field(factory=dict[str, tuple[str, ...]])
    """Names of environment variables that users already have, by setting."""
    flow: str | None = None
    """Dotted name of the credential that is the vendor's own way of giving tokens."""


@frozen
class Parameter:
    """One parameter of a call, or one property of its body."""

    python: str
    """Name of the argument."""
    wire: str
    """Name in the vendor's document."""
    place: Literal["path", "query", "header", "body"]
    schema: Schema
    required: bool = False
    explode: bool = True
    """Whether the items of an array are sent one by one, or joined by commas."""
    subject: bool = False
    """Whether this is the id of the object that the call is about."""


@frozen
class Body:
    """How the body of a request is written."""

    schema: Schema
    media_type: str = "application/json"
    required: bool = True
    whole: bool = False
    """Whether one argument, `body`, is all of it, instead of an argument for each field of its model."""
    renamed: Mapping[str, str] = field(factory=dict[str, str])
    """Arguments that are called otherwise than the field of the model, by the name of that."""

    def parameters(self) -> Iterator[Parameter]:
        """What it consists of."""
        if self.whole:
            yield Parameter("body", "body", "body", self.schema, required=self.required)
        elif "ref" in self.schema:
            for one in resolve(self.schema["ref"]).__fields__:
                name = self.renamed.get(one.name, one.name)
                yield Parameter(name, one.wire, "body", one.schema, required=self.required and one.required)


@frozen(eq=False)
class Endpoint(Generic[T_co]):
    """One operation of the API's specification. There is one object of it, in a generated module."""

    api: Api
    home: str
    """Dotted path of this object, by which it pickles."""
    id: str
    """Name of the function that makes its operations, and what errors and logs call it."""
    resource: str
    method: str
    path: str
    declared: tuple[Parameter, ...] = field(default=(), alias="parameters")
    body: Body | None = None
    accept: str = "application/json"
    success: Mapping[int | str, Schema | None] = field(factory=dict[int | str, "Schema | None"])
    """Schema of the answer by status; None where there is no body."""
    problems: Mapping[int | str, Schema | None] = field(factory=dict[int | str, "Schema | None"])
    """Schema of the error body by status, or `default`."""
    conditions: tuple[str, ...] = ()
    """The conditional headers that the specification declares."""
    idempotent: bool = False
    """Whether sending it twice does what sending it once does."""
    empty_reply: str | None = None
    """Property that takes the id when a 2xx has no body although a model was promised."""
    paging: Paging | None = None
    idempotency_key: str | None = None
    """Header that makes sending it twice safe; its value is made for each call, and is the same for each attempt."""
    inquiry: str | None = None
    """What to call, below the client, to see whether this one was carried out, where it is not safe to repeat."""

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """The parameters: those that are declared, and what the body consists of."""
        return _parameters(self)

    @property
    def repeatable(self) -> bool:
        """Whether it may be sent again although an earlier one may have been carried out."""
        return self.idempotent or self.idempotency_key is not None

    def __reduce__(self) -> tuple[Any, ...]:
        return _endpoint, (self.home,)


@cache
def _parameters(endpoint: Endpoint[Any]) -> tuple[Parameter, ...]:
    declared = {one.wire for one in endpoint.declared if one.place == "body"}
    body = endpoint.body.parameters() if endpoint.body else ()
    return (*endpoint.declared, *(one for one in body if one.wire not in declared))


def _endpoint(home: str) -> Endpoint[Any]:
    module, _, name = home.rpartition(".")
    return cast("Endpoint[Any]", getattr(import_module(module), name))


@frozen
class Conditions:
    """The preconditions of a call. `UNSET` leaves the choice to subkit, None means none on purpose."""

    if_match: str | Unset | None = UNSET
    if_none_match: str | Unset | None = UNSET
    if_modified_since: datetime | Unset | None = UNSET
    if_unmodified_since: datetime | Unset | None = UNSET
    revalidate: bool = False
    """Ask for the object only if it differs from the one in hand."""


UNCONDITIONAL = Conditions()


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
    found = meta_of(value)
    return found if isinstance(found, Meta) else None


def json_text(value: Any) -> Any:
    """A JSON document as the text that the API takes; text passes as it is."""
    return dumps(to_json(value)).decode("ascii") if isinstance(value, Mapping) else value

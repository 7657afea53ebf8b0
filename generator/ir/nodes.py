"""The intermediate representation: what a package consists of, ready to be rendered. Plain values, no logic."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from ..diagnostics import Diagnostic

Schema = dict[str, Any]
"""In the runtime's dialect; a `ref` holds the name of a schema until it is rendered."""


@frozen
class Names:
    """How one API is called."""

    slug: str
    package: str
    distribution: str
    client: str
    title: str
    version: str


@frozen
class Value:
    """One value of an enum."""

    name: str
    value: str | int


@frozen
class Enumeration:
    """An open enum."""

    schema: str
    name: str
    module: str
    description: str
    source: str
    integer: bool
    values: tuple[Value, ...]


@frozen
class Type:
    """A Python type as text, and what it takes from elsewhere."""

    text: str
    models: frozenset[str] = frozenset[str]()
    """Schemas of the models and enums in it."""


@frozen
class Property:
    """One property of a model."""

    wire: str
    python: str
    schema: Schema
    kind: str
    """How it is decoded: plain, moment, date, uuid, enum, model, models, plains, any, other."""
    read: Type
    """What reading it gives."""
    give: Type
    """What the constructor takes."""
    required: bool
    nullable: bool
    secret: bool
    description: str
    source: str


@frozen
class ModelClass:
    """One generated model."""

    schema: str
    name: str
    module: str
    description: str
    source: str
    properties: tuple[Property, ...]
    extra: Any
    """Schema of further properties, True for any, False for none."""
    identity: str | None
    """Python name of the property that holds the object's id."""
    body: Schema
    """Its whole schema."""


@frozen
class Argument:
    """One argument of a call: a parameter, or a property of the body."""

    python: str
    wire: str
    location: str
    schema: Schema
    type: Type
    required: bool
    explode: bool
    is_id: bool
    json_string: bool
    description: str
    source: str
    default: str = ""
    """What the server takes if it is left out, as JSON; empty if that is not documented."""


@frozen
class RequestBody:
    """How the body of a request is written."""

    schema: Schema
    media_type: str
    required: bool
    single: bool
    """Whether one argument is all of it."""


@frozen
class Paging:
    """How a list is paged, in the runtime's terms."""

    style: str
    items: str | None
    token: str | None
    next: str | None
    offset: str | None
    limit: str | None
    page: str | None
    first: int | None
    cursor: str | None
    more: str | None
    total: str | None
    links: tuple[tuple[str, str, str], ...]
    item: Type


@frozen
class WriteOnlyField:
    """A writeOnly field that a whole replacement would lose."""

    parent: str
    """Property of the fetched object, in Python, that holds the settings."""
    parent_wire: str
    field: str
    """Wire name of the secret inside it."""
    flag: str | None
    """Python name of the boolean beside it that says whether it is in use."""


@frozen
class Call:
    """One operation."""

    id: str
    function: str
    method_name: str
    resource: str
    method: str
    path: str
    summary: str
    description: str
    source: str
    deprecated: bool
    arguments: tuple[Argument, ...]
    body: RequestBody | None
    accept: str
    success: dict[str, Schema | None]
    returns: Type
    errors: dict[str, Schema | None]
    error_texts: dict[str, str]
    conditions: tuple[str, ...]
    idempotent: bool
    empty_reply: str | None
    paging: Paging | None
    write_only_fields: tuple[WriteOnlyField, ...]
    scopes: tuple[str, ...]
    idempotency_key: str | None
    lookup: str | None = None
    """What to call to see whether this one was carried out, where it is not safe to repeat."""


@frozen
class Auth:
    """The credential that is the vendor's own way of giving tokens."""

    name: str
    """Class, here and in the runtime."""
    issuer: dict[str, Any]
    """What differs from vendor to vendor, in the runtime's terms."""
    query: dict[str, str]
    """Arguments that go into the query, and their names there."""
    description: str
    source: str

    @property
    def signs(self) -> bool:
        """Whether it takes the package that signs."""
        return "algorithm" in self.issuer


@frozen
class ClientParameter:
    """A path parameter that is given once, to the client."""

    python: str
    wire: str
    description: str
    source: str


@frozen
class Variable:
    """A part of a server's URL that differs from user to user."""

    name: str
    description: str
    values: tuple[str, ...]
    """Those that the document lists, if it limits them."""
    default: str


@frozen
class Server:
    """A base URL that the document names."""

    url: str
    description: str
    variables: tuple[Variable, ...]


@frozen
class Package:
    """Everything that one generated package consists of."""

    names: Names
    description: str
    base_url: str | None
    client_parameters: tuple[ClientParameter, ...]
    models: tuple[ModelClass, ...]
    enums: tuple[Enumeration, ...]
    calls: tuple[Call, ...]
    error_schema: Schema | None
    error_fields: dict[str, str]
    request_id_header: str | None
    environment: dict[str, tuple[str, ...]]
    servers: tuple[Server, ...] = ()
    sources: dict[str, str] = field(factory=dict[str, str])
    """The documents that sources refer to, by their keys."""
    auth: Auth | None = None
    data: dict[str, Any] = field(factory=dict[str, Any])
    ignored: tuple[Diagnostic, ...] = ()
    """What was left out, because a client has no use for it."""


def id_argument(call: Call) -> Argument | None:
    """The argument that is the id of the call's object."""
    return next((one for one in call.arguments if one.is_id), None)


def is_conditional_read(call: Call) -> bool:
    """Whether a call may be answered with "not modified"."""
    return call.method == "GET" and bool({"If-None-Match", "If-Modified-Since"} & set(call.conditions))


def is_conditional_write(call: Call) -> bool:
    """Whether a call may carry preconditions."""
    return call.method != "GET" and bool({"If-Match", "If-Unmodified-Since"} & set(call.conditions))


def has_refresh(call: Call) -> bool:
    """Whether a fetched object can be asked for again, conditionally."""
    return is_conditional_read(call) and id_argument(call) is not None and call.paging is None


def modifies(calls: list[Call]) -> tuple[Call, Call] | None:
    """The read and the write of a resource with which `modify` can be built, if there are such."""
    read = next((call for call in calls if call.method_name == "get" and id_argument(call)), None)
    writes = [call for call in calls if call.method in ("PUT", "PATCH") and _is_protected_write(call)]
    write = min(writes, key=lambda call: call.method != "PUT", default=None)
    return (read, write) if read is not None and write is not None and len(read.returns.models) == 1 else None


def _is_protected_write(call: Call) -> bool:
    return (
        "If-Match" in call.conditions
        and id_argument(call) is not None
        and call.body is not None
        and not call.body.single
        and call.returns.text != "None"
    )

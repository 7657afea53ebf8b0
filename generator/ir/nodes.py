"""The representation of a package, ready to be rendered: plain values, and predicates on them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import field, frozen

from ..diagnostics import Diagnostic
from ..spec.security import Credentials
from .subjects import Subject

Schema = dict[str, Any]
"""In the runtime's dialect; a `ref` holds the name of a schema until it is rendered."""


Name = str | tuple[str, ...]
"""The name of a property; several, if it is inside an object: the outer one first."""


@frozen
class Names:
    """The names of an API and of its package."""

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
    read: Type
    """What reading it gives."""
    give: Type
    """What the constructor takes."""
    required: bool
    """Whether a response must have it."""
    needed: bool
    """Whether a constructor, and a request, must have it."""
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
    """path, query, header or body; shared for a path parameter that is an argument of the client."""
    schema: Schema
    type: Type
    required: bool
    description: str
    source: str
    default: str = ""
    """What the server takes if it is left out, as JSON; empty if that is not documented."""
    explode: bool = True
    style: str = ""
    """How it is written if not as usual, in the terms of the runtime."""
    is_id: bool = False
    """Whether it is the id of the object that the call is about."""
    kinds: tuple[str, ...] = ()
    """The schemas of the fetched objects that are accepted for that id."""
    declared: bool = False
    """Whether it is a property of the body and differs from the field of its model."""
    json_string: bool = False
    """Whether it is a string that holds JSON, so that a dict is accepted too."""


@frozen
class RequestBody:
    """How the body of a request is written."""

    schema: Schema
    media_type: str
    required: bool
    single: bool
    """Whether one argument is all of it."""
    styles: dict[str, str] = field(factory=dict[str, str])
    """How the fields of a form are written, if not as usual."""


@frozen
class Paging:
    """How a list is paged, in the terms of the runtime."""

    style: str
    items: Name | None
    token: str | None
    next: Name | None
    offset: str | None
    limit: str | None
    page: str | None
    first: int | None
    cursor: Name | None
    more: Name | None
    total: Name | None
    links: tuple[tuple[str, str, str], ...]
    item: Type


@frozen
class WriteOnlyField:
    """A writeOnly field that a whole replacement would lose."""

    path: tuple[str, ...]
    """Wire names of the properties around it, from the body inwards."""
    field: str
    """Its wire name."""
    flag: str | None
    """Wire name of the boolean beside it that says whether it is in use."""


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
    conditions: tuple[str, ...]
    """The conditional headers that it declares."""
    scopes: tuple[str, ...]
    idempotency_key: str | None
    """The header that makes it safe to retry."""
    subject: Subject | None = None
    """The object that it is about."""
    part: str | None = None
    """The part of that object that it reads or writes, if that is read by a call of its own."""
    idempotent: bool = False
    arguments: tuple[Argument, ...] = ()
    body: RequestBody | None = None
    accept: str = "application/json"
    success: dict[str, Schema | None] = field(factory=dict[str, Schema | None])
    """Schemas of the bodies by status; None for a status without a body."""
    errors: dict[str, Schema | None] = field(factory=dict[str, Schema | None])
    error_texts: dict[str, str] = field(factory=dict[str, str])
    returns: Type = Type("None")
    empty_reply: str | None = None
    """The wire name of the property that holds the id, where an empty success stands for the object of the call."""
    paging: Paging | None = None
    write_only_fields: tuple[WriteOnlyField, ...] = ()
    """Fields that it would lose when it replaces an object."""
    server: str | None = None
    """The server that takes it, if it is not the client's."""
    secured: bool = True
    """Whether it takes a credential."""
    lookup: str | None = None
    """The call that tells whether this one, if it is a write, was carried out."""
    fresh: str | None = None
    """The argument with which a read bypasses a cache."""


@frozen
class Auth:
    """A credential that gets tokens from the vendor's token endpoint."""

    name: str
    """Its class, which has the same name in the package and in the runtime."""
    issuer: dict[str, Any]
    """The settings that differ between vendors, in the terms of the runtime."""
    query: dict[str, str]
    """Arguments that are sent in the query, and their names there."""
    description: str
    source: str

    @property
    def signs(self) -> bool:
        """Whether it signs assertions, which requires the extra `jwt`."""
        return "algorithm" in self.issuer


@frozen
class ClientParameter:
    """A path parameter that is given once, to the client."""

    python: str
    wire: str
    type: str
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
    """A generated package."""

    names: Names
    description: str
    base_url: str | None
    client_parameters: tuple[ClientParameter, ...]
    models: tuple[ModelClass, ...]
    enums: tuple[Enumeration, ...]
    calls: tuple[Call, ...]
    error_schema: Schema | None
    error_fields: dict[str, Name]
    request_id_header: str | None
    environment: dict[str, tuple[str, ...]]
    servers: tuple[Server, ...] = ()
    sources: dict[str, str] = field(factory=dict[str, str])
    """The documents that sources refer to, by their keys."""
    auth: Auth | None = None
    credentials: Credentials = ()
    """What the document accepts, if that is not just a bearer token."""
    data: dict[str, Any] = field(factory=dict[str, Any])
    ignored: tuple[Diagnostic, ...] = ()
    """The parts of the specification that have no effect on the client."""


def id_argument(call: Call) -> Argument | None:
    """The argument that is the id of the object that a call is about."""
    return next((one for one in call.arguments if one.is_id), None)


def is_at_object(call: Call) -> bool:
    """Whether the URL of a call is that of its object, not of a part of it or of an action on it."""
    argument = id_argument(call)
    last = call.path.rpartition("/")[2]
    if argument is None or argument.location == "path":
        return argument is not None and call.subject is not None and not call.subject.part
    return last.replace("-", "_").lower() == call.resource


def replaces_object(call: Call) -> bool:
    """Whether a call replaces its object, so that it can take all that it sends from a fetched one."""
    return call.method == "PUT" and is_at_object(call) and _has_fields(call) and takes_objects(call)


def patches(call: Call) -> bool:
    """Whether a call changes the fields that it is given, and no others."""
    return call.method == "PATCH" and _has_fields(call)


def takes_objects(call: Call) -> bool:
    """Whether a fetched object is accepted for the id."""
    argument = id_argument(call)
    return argument is not None and bool(argument.kinds)


def _has_fields(call: Call) -> bool:
    return call.body is not None and not call.body.single


def is_conditional_read(call: Call) -> bool:
    """Whether the response to a call may be 304 (Not Modified)."""
    return call.method == "GET" and bool({"If-None-Match", "If-Modified-Since"} & set(call.conditions))


def is_conditional_write(call: Call) -> bool:
    """Whether a call may carry preconditions."""
    return call.method != "GET" and bool({"If-Match", "If-Unmodified-Since"} & set(call.conditions))


def is_about_whole(call: Call) -> bool:
    """Whether a call is about one object, and not about a part of it."""
    return call.subject is not None and not call.subject.part and id_argument(call) is not None


def has_refresh(call: Call, calls: Iterable[Call]) -> bool:
    """Whether this is the conditional read with which fetched objects of its resource are refreshed."""
    found = [one for one in calls if one.resource == call.resource and _refreshes(one)]
    return call is min(found, key=lambda one: one.method_name != "get", default=None)


def _refreshes(call: Call) -> bool:
    """Whether a fetched object is all that a conditional read takes, and what it returns."""
    return is_conditional_read(call) and reads_whole(call) and call.returns.models <= kinds_of(call)


def reads_whole(call: Call) -> bool:
    """Whether a call reads one object by its id alone."""
    return call.method == "GET" and call.paging is None and is_about_whole(call) and not needs_more(call)


def needs_more(call: Call) -> bool:
    """Whether a call requires parameters beside the id."""
    return any(one.required and not one.is_id and one.location not in ("shared", "body") for one in call.arguments)


def kinds_of(call: Call) -> frozenset[str]:
    """The schemas of the fetched objects that a call takes for its id."""
    found = id_argument(call)
    return frozenset(found.kinds if found else ())


def are_about_same(read: Call, write: Call) -> bool:
    """Whether two calls are about the same object."""
    return read.subject is not None and write.subject is not None and read.subject.path == write.subject.path

"""One operation of the specification as data, and the API that it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, Literal, NoReturn, TypeVar

from .._models.schema import resolve
from .._values import field, frozen

if TYPE_CHECKING:
    from .._models.schema import Schema


T_co = TypeVar("T_co", covariant=True)


@frozen
class Api:
    """Settings of one API that all its calls share."""

    slug: str
    """Folder of its specification, and prefix of its environment variables."""
    package: str
    """Import name of its generated package."""
    version: str
    """Version of its generated package."""
    base_url: str | None = None
    """The documented production server, if there is exactly one."""
    base_url_form: str | None = None
    """The form of a base URL, such as `https://<host>:9443/api`, if it differs from user to user."""
    client_parameters: tuple[str, ...] = ()
    """Python names of the path parameters that belong to the client."""
    problem: Schema | None = None
    """Its common error model."""
    error_fields: Mapping[str, str] = field(factory=dict[str, str])
    """Which properties of the error body hold `code`, `title` and `detail`."""
    request_id_header: str | None = None
    """Response header with the vendor's id of a request."""
    environment: Mapping[str, tuple[str, ...]] = field(factory=dict[str, tuple[str, ...]])
    """Names of environment variables that users of the vendor already have, by setting."""
    flow: str | None = None
    """Dotted name of the credential with the vendor's own token flow."""


@frozen
class Parameter:
    """One parameter of a call, or one property of its body."""

    python: str
    """Name of the argument."""
    wire: str
    """Name in the vendor's document."""
    location: Literal["path", "query", "header", "body"]
    schema: Schema
    required: bool = False
    explode: bool = True
    """Whether the items of an array are sent one by one, or joined with commas."""
    is_id: bool = False
    """Whether this is the id of the object that the call is about."""
    objects: tuple[str, ...] = ()
    """The models of such objects, as dotted paths: one of them is taken for its id."""


@frozen
class RequestBody:
    """How the body of a request is written."""

    schema: Schema
    media_type: str = "application/json"
    required: bool = True
    single: bool = False
    """Whether one argument, `body`, holds all of it, instead of one argument for each field of its model."""
    renamed: Mapping[str, str] = field(factory=dict[str, str])
    """Names of arguments that differ from the name of their field, by the name of the field."""

    def parameters(self) -> Iterator[Parameter]:
        """The arguments that it consists of."""
        if self.single:
            yield Parameter("body", "body", "body", self.schema, required=self.required)
        elif "ref" in self.schema:
            for one in resolve(self.schema["ref"]).__fields__:
                name = self.renamed.get(one.name, one.name)
                required = self.required and one.required and not one.schema.get("readOnly")
                yield Parameter(name, one.wire, "body", one.schema, required=required)


@frozen
class Paging:
    """How an API pages. Names of properties and headers are the vendor's, names of arguments are Python's."""

    style: Literal["token", "header", "offset", "page", "link", "cursor", "none"]
    """What names the next page: a token in the body or in a header, an offset, a page number, a link (in the body, or
    in the `Link` header), a cursor with a flag that says whether there is more, or nothing."""
    items: str | None = None
    """Property that holds the items; None if the response is an array."""
    token: str | None = None
    """Argument that takes a token or cursor."""
    next: str | None = None
    """Property (in `header` style: header) that holds the next token or link. Without it, a link is in the `Link`
    header."""
    offset: str | None = None
    """Argument that takes the position of the first item."""
    limit: str | None = None
    """Argument that takes the size of a page."""
    page: str | None = None
    """Argument that takes the number of the page."""
    first: int = 1
    """Number of the first page."""
    cursor: str | None = None
    """Property of the last item that serves as the next cursor, if the response has none."""
    more: str | None = None
    """Property that says whether there is more."""
    total: str | None = None
    """Property that holds the number of all items."""
    links: tuple[tuple[str, str, str], ...] = ()
    """Query parameters that are read from links, and a token that is a number: wire name, argument, and `integer` or
    `string`."""


@frozen(eq=False)
class Endpoint(Generic[T_co]):
    """One operation of the API's specification. There is one instance of each, in a generated module."""

    api: Api
    id: str
    """Name of the function that makes its operations; errors and logs use it too."""
    resource: str
    method: str
    path: str
    declared: tuple[Parameter, ...] = field(default=(), alias="parameters")
    body: RequestBody | None = None
    accept: str = "application/json"
    success: Mapping[int | str, Schema | None] = field(factory=dict[int | str, "Schema | None"])
    """Schema of the response by status; None if there is no body."""
    errors: Mapping[int | str, Schema | None] = field(factory=dict[int | str, "Schema | None"])
    """Schema of the error body by status, or `default`."""
    conditions: tuple[str, ...] = ()
    """The conditional headers that the specification declares."""
    idempotent: bool = False
    """Whether sending it twice has the same effect as sending it once."""
    empty_reply: str | None = None
    """Property that takes the id when a 2xx has no body although the specification promises a model."""
    paging: Paging | None = None
    idempotency_key: str | None = None
    """Header that makes it safe to send a call twice. Each call has its own value, which all its attempts share."""
    lookup: str | None = None
    """The call that shows whether this one, if it is a write, was carried out. Relative to the client."""

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """All parameters: the declared ones, and those that the body consists of."""
        return _parameters(self)

    @property
    def safe_to_retry(self) -> bool:
        """Whether it may be sent again after an earlier request that may have been carried out."""
        return self.idempotent or self.idempotency_key is not None

    def __reduce__(self) -> NoReturn:
        raise TypeError("an endpoint is part of its package and cannot be pickled or copied: keep the operation")


@cache
def _parameters(endpoint: Endpoint[Any]) -> tuple[Parameter, ...]:
    declared = {one.wire for one in endpoint.declared if one.location == "body"}
    body = endpoint.body.parameters() if endpoint.body else ()
    return (*endpoint.declared, *(one for one in body if one.wire not in declared))

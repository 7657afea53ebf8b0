"""What the specification says of one operation, as data, and of the API that it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, Literal, NoReturn, TypeVar

from attrs import field, frozen

from .._models.schema import resolve

if TYPE_CHECKING:
    from .._models.schema import Schema


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
    objects: tuple[str, ...] = ()
    """The models of such objects, as dotted paths: one of them is taken for its id."""


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


@frozen
class Paging:
    """How an API pages. Names of properties and headers are the vendor's, names of arguments are Python's."""

    style: Literal["token", "header", "offset", "page", "link", "cursor", "none"]
    """Where the next page is named: a token in the body, a token in a header, an offset, a page number, a link (in the
    body, or in the `Link` header), a cursor with a flag that says whether there is more, or nowhere."""
    items: str | None = None
    """Property that holds the items; None where the answer is an array."""
    token: str | None = None
    """Argument that takes a token or cursor."""
    next: str | None = None
    """Property (of `header` style: header) that holds the next token or link. A link without it is in `Link`."""
    offset: str | None = None
    """Argument that takes the position of the first item."""
    limit: str | None = None
    """Argument that takes the size of a page."""
    page: str | None = None
    """Argument that takes the number of the page."""
    first: int = 1
    """Number of the first page."""
    cursor: str | None = None
    """Property of the last item that is the next cursor, where the answer names none."""
    more: str | None = None
    """Property that says whether there is more."""
    total: str | None = None
    """Property that holds the number of all items."""
    links: tuple[tuple[str, str, str], ...] = ()
    """Query parameters that are read from links, and a token that is a number: wire name, argument, and `integer` or
    `string`."""


@frozen(eq=False)
class Endpoint(Generic[T_co]):
    """One operation of the API's specification. There is one object of it, in a generated module."""

    api: Api
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

    def __reduce__(self) -> NoReturn:
        raise TypeError("an endpoint is part of its package and cannot be pickled or copied: keep the operation")


@cache
def _parameters(endpoint: Endpoint[Any]) -> tuple[Parameter, ...]:
    declared = {one.wire for one in endpoint.declared if one.place == "body"}
    body = endpoint.body.parameters() if endpoint.body else ()
    return (*endpoint.declared, *(one for one in body if one.wire not in declared))

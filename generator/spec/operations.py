"""The operations of a resolved document."""

from __future__ import annotations

from typing import Any, Final

from attrs import field, frozen

from .document import Json, Pointer

METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
FORM: Final = "application/x-www-form-urlencoded"
MULTIPART: Final = "multipart/form-data"
IGNORED_HEADERS: Final = frozenset({"accept", "content-type", "authorization"})
"""Header parameters that OpenAPI 3.0 ignores, because other parts of the document define them."""
CONDITIONAL: Final = ("If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since")

STYLES: Final = ("deepObject", "spaceDelimited", "pipeDelimited")
"""Styles of queries and forms other than the usual one."""


@frozen
class Parameter:
    """A parameter, with its `$ref` followed."""

    data: Json
    pointer: Pointer

    @property
    def name(self) -> str:
        """Its wire name."""
        return str(self.data["name"])

    @property
    def location(self) -> str:
        """path, query, header or cookie."""
        return str(self.data["in"])

    @property
    def schema(self) -> Json:
        """Its schema; of one with `content`, that of its only media type."""
        contents: Json = self.data.get("content") or {}
        found: Json = next(iter(contents.values()), self.data) or {}
        return found.get("schema") or {}

    @property
    def style(self) -> str:
        """How it is written, if not as usual: a style of its own, or JSON text."""
        style = str(self.data.get("style", ""))
        return "json" if "content" in self.data else style if style in STYLES else ""


@frozen
class Content:
    """The chosen body of a request or a response."""

    media_type: str
    schema: Json
    parameters: str = ""
    """What follows the media type, such as `;version=2`."""
    encoding: Json = field(factory=dict[str, Any])
    """How the fields of a form are written, as the document has it."""

    @property
    def raw(self) -> str | None:
        """How a body other than JSON or a form is represented: as text or as bytes."""
        if is_json(self.media_type) or self.media_type in (FORM, MULTIPART):
            return None
        return "text" if self.media_type.startswith("text/") else "bytes"


@frozen
class Response:
    """A response, with its `$ref` followed."""

    description: str
    content: Content | None
    headers: tuple[str, ...]


@frozen
class Operation:
    """An operation, with the parameters and responses that it shares with others."""

    id: str
    method: str
    path: str
    pointer: Pointer
    data: Json
    parameters: tuple[Parameter, ...]
    body: Content | None
    body_required: bool
    responses: dict[str, Response]
    scopes: tuple[str, ...]
    server: str | None = None
    """Its own server, if it is not that of the document."""
    secured: bool = True
    """Whether it takes a credential."""
    dropped: tuple[Parameter, ...] = ()
    """The parameters that `facade.toml` leaves out."""

    @property
    def tag(self) -> str:
        """The resource that it belongs to."""
        return str((self.data.get("tags") or ["default"])[0])

    @property
    def conditions(self) -> tuple[str, ...]:
        """The conditional headers that it declares (RFC 9110, 13.1)."""
        declared = {parameter.name.lower() for parameter in self.parameters if parameter.location == "header"}
        return tuple(name for name in CONDITIONAL if name.lower() in declared)


@frozen
class ResolvedSpec:
    """The operations and component schemas of a document, ready to build a package from."""

    schemas: dict[str, Json]
    operations: tuple[Operation, ...]
    engine_view: Json


def is_json(media_type: str) -> bool:
    """Whether a media type is JSON."""
    plain = media_type.partition(";")[0].strip().lower()
    return plain in ("application/json", "text/json") or plain.endswith("+json")

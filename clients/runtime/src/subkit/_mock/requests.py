"""Takes a request apart and judges it by the specification: media types, parameters and body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from .._formats.json import is_json, is_object, loads
from .._models.schema import Schema, validate
from .._models.violations import Violation, path_text
from .._operations.endpoint import Parameter
from .._transport.messages import Headers, Request
from .._values import field, frozen
from .projection import whole
from .refusal import Refused
from .spec import ApiSpec, Json, Route
from .tokens import Issued


@frozen
class Incoming:
    """A request to an operation, taken apart."""

    route: Route
    path: Mapping[str, Any]
    """Parameters in the path, by the vendor's names."""
    query: Mapping[str, Any]
    headers: Mapping[str, str]
    body: Any = field(repr=False)
    token: Issued | None
    request_id: str
    target: str
    """Path and query, as they were sent."""

    @property
    def id(self) -> str | None:
        """The id of the object that it is about."""
        subject = self.route.subject
        if subject is None:
            return None
        found = (self.path if subject.location == "path" else self.query).get(subject.wire)
        return None if found is None else str(found)

    @property
    def scope(self) -> tuple[str, ...]:
        """What the objects that it may see belong to, as far as the path says so."""
        subject = self.route.subject
        return tuple(str(value) for name, value in self.path.items() if subject is None or name != subject.wire)


class Judge:
    """Judges requests by one specification. A lenient one lets everything pass that can be read."""

    def __init__(self, spec: ApiSpec) -> None:
        self._spec = spec
        self.lenient = False

    def read(
        self, route: Route, match: re.Match[str], request: Request, token: Issued | None, request_id: str
    ) -> Incoming:
        """The request in parts. Raises `Refused` for what violates the specification."""
        headers = Headers(request.headers)
        target = urlsplit(request.url)
        pairs = parse_qsl(target.query, keep_blank_values=True)
        self._check_accept(route, headers)
        paths = {name: [unquote(match[f"p{n}"])] for n, name in enumerate(route.path_names)}
        queries: dict[str, list[str]] = {}
        for name, text in pairs:
            queries.setdefault(name, []).append(text)
        path = self._parameters(route, "path", paths)
        query = self._parameters(route, "query", queries)
        self._parameters(route, "header", {name: [text] for name, text in headers.items()})
        body = self._body(route, headers, request.body)
        full = target.path + (f"?{target.query}" if target.query else "")
        return Incoming(route, path, query, headers, body, token, request_id, full)

    def _check_accept(self, route: Route, headers: Mapping[str, str]) -> None:
        if self.lenient or "406" not in route.node["responses"] or not headers.get("accept"):
            return
        types = [name for response in route.node["responses"] for name in self._media_types(route, response)]
        if not any(_accepts(headers["accept"], name) for name in types):
            raise Refused(406, "accept", f"the response can be {', '.join(dict.fromkeys(types))} only", route.pointer)

    def _media_types(self, route: Route, status: str) -> list[str]:
        response, _ = self._spec.follow(route.node["responses"][status], "")
        return list(response.get("content", {}))

    def _parameters(self, route: Route, location: str, given: Mapping[str, list[str]]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for one in route.endpoint.parameters:
            if one.location != location:
                continue
            texts = given.get(one.wire.lower() if location == "header" else one.wire)
            if texts is not None:
                found[one.wire] = _typed(one, texts)
            if not self.lenient:
                self._check_parameter(route, one, found)
        return found

    def _check_parameter(self, route: Route, one: Parameter, found: Mapping[str, Any]) -> None:
        where = f"{one.location} parameter {one.wire}"
        if one.wire not in found:
            if one.required:
                raise Refused(
                    invalid_status(self._spec, route), "parameter", f"{where} is missing", self._at(route, one)
                )
            return
        violation = next(validate(one.schema, found[one.wire], request=True), None)
        if violation is not None:
            text = f"{where}{path_text(violation.path)[1:]}: expected {violation.expected}, got {violation.got}"
            raise Refused(invalid_status(self._spec, route), "parameter", text, self._at(route, one))

    def _at(self, route: Route, parameter: Parameter) -> str:
        """Where a parameter is declared."""
        for index, one in enumerate(route.node.get("parameters", ())):
            node, pointer = self._spec.follow(one, f"{route.pointer}/parameters/{index}")
            if (node["in"], node["name"]) == (parameter.location, parameter.wire):
                return pointer
        return route.pointer

    def _body(self, route: Route, headers: Mapping[str, str], content: bytes | None) -> Any:
        declared = route.endpoint.body
        if declared is None:
            return None
        at = f"{route.pointer}/requestBody"
        if not content:
            if declared.required and not self.lenient:
                raise Refused(invalid_status(self._spec, route), "body", "the request has no body", at)
            return {}
        media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
        types = list(self._spec.find(at)[0]["content"])
        if not self.lenient and not any(_is_like(media_type, one) for one in types):
            text = f"the body is {media_type or 'of no media type'}, and can be {', '.join(types)} only"
            raise Refused(_media_status(self._spec, route), "media type", text, at)
        value = self._decoded(route, media_type, content)
        if not self.lenient:
            self._check_body(route, declared.schema, value, f"{at}/content/{types[0].replace('/', '~1')}/schema")
        return value

    def _decoded(self, route: Route, media_type: str, content: bytes) -> Any:
        if media_type == "application/x-www-form-urlencoded":
            return dict(parse_qsl(content.decode("utf-8", "replace"), keep_blank_values=True))
        if not is_json(media_type) and not self.lenient:
            return content
        try:
            return loads(content)
        except ValueError:
            text = "the body is not JSON"
            raise Refused(invalid_status(self._spec, route), "body", text, f"{route.pointer}/requestBody") from None

    def _check_body(self, route: Route, schema: Schema, value: Any, pointer: str) -> None:
        for violation in self.violations(schema, value, pointer):
            where = path_text(violation.path)
            text = f"{where}: expected {violation.expected}, got {violation.got}"
            at = self._place(pointer, violation.path)[1]
            raise Refused(invalid_status(self._spec, route), "body", text, at)

    def violations(self, schema: Schema, value: Any, pointer: str) -> Iterator[Violation]:
        """Where a value violates its schema. A property that the schema does not have is a violation only where the
        document forbids it."""
        for one in validate(schema, value, request=True):
            if (
                one.kind != "unknown_field"
                or self._place(pointer, one.path[:-1])[0].get("additionalProperties") is False
            ):
                yield one

    def _place(self, pointer: str, path: tuple[str | int, ...]) -> tuple[Json, str]:
        """The schema of the value at a path, as far as it can be followed, and its pointer."""
        node, pointer = self._spec.find(pointer)
        for step in path:
            while len(node.get("allOf", ())) == 1:
                node, pointer = self._spec.follow(node["allOf"][0], f"{pointer}/allOf/0")
            part = "items" if isinstance(step, int) else f"properties/{step}"
            inner = node.get("items") if isinstance(step, int) else node.get("properties", {}).get(step)
            if not is_object(inner):
                break
            node, pointer = self._spec.follow(inner, f"{pointer}/{part}")
        return node, pointer


def invalid_status(spec: ApiSpec, route: Route) -> int:
    """The status of a request that violates the specification: the one that is documented for it."""
    given: int | None = spec.behaviour.get("errors", {}).get("invalid")
    return given or (422 if "400" not in route.node["responses"] and "422" in route.node["responses"] else 400)


def _media_status(spec: ApiSpec, route: Route) -> int:
    return 415 if "415" in route.node["responses"] else invalid_status(spec, route)


def _typed(parameter: Parameter, texts: list[str]) -> Any:
    schema = whole(parameter.schema)
    if schema.get("type") != "array":
        return _scalar(schema, texts[0])
    parts = texts if parameter.explode and parameter.location == "query" else texts[0].split(",")
    return [_scalar(whole(schema.get("items", {})), one) for one in parts]


def _scalar(schema: Schema, text: str) -> Any:
    """A text as the type of its schema; as it is, if it is no such value."""
    match schema.get("type"):
        case "integer" if re.fullmatch(r"-?\d{1,19}", text, re.ASCII) and _fits(schema, int(text)):
            return int(text)
        case "number" if re.fullmatch(r"-?\d{1,19}(\.\d+)?([eE][+-]?\d{1,2})?", text, re.ASCII):
            return float(text)
        case "boolean" if text in ("true", "false"):
            return text == "true"
        case _:
            return text


def _fits(schema: Schema, number: int) -> bool:
    bits = {"int32": 31, "int64": 63}.get(schema.get("format", ""))
    return bits is None or -(1 << bits) <= number < 1 << bits


def _is_like(media_type: str, declared: str) -> bool:
    pattern = re.escape(declared.partition(";")[0].strip().lower()).replace(r"\*", "[^/]+")
    return re.fullmatch(pattern, media_type) is not None


def _accepts(header: str, media_type: str) -> bool:
    """Whether an `Accept` header allows a media type (RFC 9110, 12.5.1)."""
    for part in header.split(","):
        name, *options = (one.strip().lower() for one in part.split(";"))
        refused = any(re.fullmatch(r"q=0(\.0{0,3})?", one) for one in options)
        if not refused and _is_like(media_type, name):
            return True
    return False

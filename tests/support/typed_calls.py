"""From an example on the level of the wire to the typed call that a developer would write.

The data that each wheel carries says which argument stands for which parameter, and the schemas say its type. Nothing
here knows a vendor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime
from importlib import import_module
from typing import Any, Literal
from urllib.parse import unquote

from attrs import field, frozen
from subkit import BearerToken, Operation, Retry

Json = dict[str, Any]
Mode = Literal["sync", "async"]


@frozen
class Call:
    """One typed call: what the client is made with, which method it is, and what that method is given."""

    package: str
    client: str
    function: str
    resource: str
    method: str
    token: str = field(repr=False)
    base_url: str
    shared: Mapping[str, str]
    """Path parameters that are given to the client."""
    subject: tuple[str, ...]
    """The positional id, if the call is about one object."""
    keywords: Mapping[str, Any]
    conditions: Mapping[str, str | datetime]
    count: int
    """How many items to take of a list: those of the documented page, but one at least."""

    @property
    def listing(self) -> bool:
        """Whether the method gives a pager."""
        return self.method == "list"

    def make_client(self, mode: Mode, **options: Any) -> Any:
        """A client for this call. It does not repeat calls, so that one exchange is one request."""
        name = self.client if mode == "sync" else f"Async{self.client}"
        settings = {"base_url": self.base_url, "retry": Retry(attempts=1), **self.shared, **options}
        return getattr(import_module(self.package), name)(auth=BearerToken(self.token), **settings)

    def operation(self) -> Operation[Any]:
        """The call as a value."""
        make = getattr(import_module(f"{self.package}.operations"), self.function)
        made: Operation[Any] = make(*self.subject, **self.keywords, **self.conditions)
        return made

    def perform(self, client: Any) -> Any:
        """What the method of a sync client gives: for a list, the items of the documented page."""
        if self._by_value:
            return client.send(self.operation()).parsed
        answer = self._called(client)
        return answer.take(self.count) if self.listing else answer

    async def perform_async(self, client: Any) -> Any:
        """As `perform`, with an async client."""
        if self._by_value:
            return (await client.send(self.operation())).parsed
        answer = self._called(client)
        return await (answer.take(self.count) if self.listing else answer)

    @property
    def _by_value(self) -> bool:
        return self.listing and bool(self.conditions)  # a pager takes no condition; an operation does

    def _called(self, client: Any) -> Any:
        method = getattr(getattr(client, self.resource), self.method)
        return method(*self.subject, **self.keywords, **self.conditions)


def typed_call(api: Json, example: Json) -> Call:
    """The call that an example is about."""
    entry, given = api["operations"][example["operation"]], _given(api, example)
    headers = _lower(example["request"].get("headers", {}))
    shared = [one["python"] for one in entry["arguments"] if one["in"] == "shared"]
    subject = [one["python"] for one in entry["arguments"] if one["subject"]]
    return Call(
        package=api["package"],
        client=api["client"],
        function=entry["function"],
        resource=entry["resource"],
        method=entry["method"],
        token=headers["authorization"].removeprefix("Bearer "),
        base_url=example["base_url"],
        shared={name: given[name] for name in shared},
        subject=tuple(given[name] for name in subject),
        keywords={name: value for name, value in given.items() if name not in (*shared, *subject)},
        conditions=dict(_conditions(entry["conditions"], headers)),
        count=max(1, len(items_of(api, example))),
    )


def items_of(api: Json, example: Json) -> list[Any]:
    """The items of the body of a list's response; none if it is not a list's."""
    facade, body = api["facade"].get("operations", {}), example["response"].get("body")
    name = facade.get(example["operation"], {}).get("paging", {}).get("items")
    found = body.get(name) if name and isinstance(body, dict) else body
    return found if isinstance(found, list) else []


def _given(api: Json, example: Json) -> Json:
    """The arguments by Python name, in the order of the method's parameters."""
    path, declared = _declaration(api["openapi"], example["operation"])
    wire = _on_the_wire(path, declared, example["request"])
    arguments = api["operations"][example["operation"]]["arguments"]
    places = {one["python"]: "path" if one["in"] == "shared" else one["in"] for one in arguments}
    found = {one["python"]: (places[one["python"]], one["wire"]) for one in arguments}
    return {python: wire[place] for python, place in found.items() if place in wire}


def _on_the_wire(path: str, declared: Mapping[tuple[str, str], Json], request: Json) -> dict[tuple[str, str], Any]:
    """What the request carries, by place and wire name, with the types of the schemas."""
    texts: dict[tuple[str, str], list[str]] = {}
    for name, text in _path_values(path, request["path"]):
        texts.setdefault(("path", name), []).append(text)
    for name, text in request.get("query", ()):
        texts.setdefault(("query", name), []).append(text)
    headers = _lower(request.get("headers", {}))
    for place, name in declared:
        if place == "header" and name.lower() in headers:
            texts[place, name] = [headers[name.lower()]]
    typed: dict[tuple[str, str], Any] = {key: _typed(found, declared[key]) for key, found in texts.items()}
    body = request.get("body", {})
    return typed | {("body", name): value for name, value in body.items()}


def _path_values(template: str, path: str) -> Iterator[tuple[str, str]]:
    pattern = re.sub(r"\\\{[^{}]+\\\}", "([^/]+)", re.escape(template))
    match = re.fullmatch(pattern, path)
    values = match.groups() if match else ()
    yield from zip(re.findall(r"\{([^{}]+)\}", template), map(unquote, values), strict=True)


def _typed(texts: list[str], parameter: Json) -> Any:
    schema = parameter["schema"]
    if schema.get("type") == "array":
        parts = texts if parameter.get("explode", True) else texts[0].split(",")
        return [_scalar(text, schema["items"].get("type")) for text in parts]
    return _scalar(texts[0], schema.get("type"))


def _scalar(text: str, type_: str | None) -> Any:
    match type_:
        case "integer":
            return int(text)
        case "number":
            return float(text)
        case "boolean":
            return {"true": True, "false": False}[text]
        case _:
            return text


def _conditions(declared: list[str], headers: Mapping[str, str]) -> Iterator[tuple[str, str | datetime]]:
    for name in declared:
        text = headers.get(name.lower())
        if text is not None:
            value = parsedate_to_datetime(text) if name.endswith("-Since") else text
            yield name.lower().replace("-", "_"), value


def _declaration(document: Json, operation: str) -> tuple[str, dict[tuple[str, str], Json]]:
    """Path template and parameters of an operation, references resolved."""
    for path, item in document["paths"].items():
        for one in item.values():
            if isinstance(one, dict) and one.get("operationId") == operation:
                raw = [_resolve(document, data) for data in (*item.get("parameters", ()), *one.get("parameters", ()))]
                found = [{**data, "schema": _resolve(document, data["schema"])} for data in raw]
                return path, {(data["in"], data["name"]): data for data in found}
    raise LookupError(f"the document has no operation {operation}")


def _resolve(document: Json, data: Json) -> Json:
    while "$ref" in data:
        found: Any = document
        for step in data["$ref"].removeprefix("#/").split("/"):
            found = found[step]
        data = found
    return data


def _lower(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}

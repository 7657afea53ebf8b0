"""What a fake knows of its API: the data that the wheel carries, and the endpoints of its package."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Any, Final
from urllib.parse import urlsplit

from .._errors import ConfigurationError
from .._formats.json import is_array, is_object
from .._installed import InstalledApi, apis
from .._operations.endpoint import Api, Endpoint, Parameter
from .._operations.stored import endpoint_in
from .._values import field, frozen

Json = dict[str, Any]
_placeholder = re.compile(r"\{([^{}]+)\}")


@frozen(eq=False)
class Route:
    """One operation of the API, as a server sees it."""

    id: str
    """The operationId."""
    endpoint: Endpoint[Any]
    node: Json = field(repr=False)
    """The operation in the document."""
    pointer: str
    """Where that is."""
    settings: Json = field(repr=False)
    """What `behaviour.toml` says of it."""
    facade: Json = field(repr=False)
    """What `facade.toml` says of it."""
    action: str
    """What it does with the stored objects."""
    pattern: re.Pattern[str] = field(repr=False)
    """Matches its paths below the base URL. The group `p0` holds the first parameter, and so on."""
    path_names: list[str]
    """The names of the parameters in its path."""

    @property
    def subject(self) -> Parameter | None:
        """The parameter with the id of the object that it is about."""
        return next((one for one in self.endpoint.parameters if one.is_id), None)

    def wire(self, python: str | None) -> str | None:
        """The vendor's name of an argument."""
        return next((one.wire for one in self.endpoint.parameters if one.python == python), None)


class ApiSpec:
    """The specification of one API, ready for a fake."""

    def __init__(self, installed: InstalledApi) -> None:
        self.slug: str = installed.slug
        self.package: str = installed.package
        self.data: dict[str, Any] = installed.data
        self.document: Json = self.data["openapi"]
        self.facade: Json = self.data["facade"]
        self.behaviour: Json = self.data.get("behaviour", {})
        self.api: Api = import_module(f"{self.package}._api").API
        self.routes: tuple[Route, ...] = tuple(self._routes())
        servers: list[Json] = self.document.get("servers") or [{}]
        self.base_path: str = _path_of_server(servers[0])

    def _routes(self) -> Iterator[Route]:
        for path, item in self.document["paths"].items():
            for method, node in item.items():
                name = str(node.get("operationId")) if is_object(node) else ""
                if name not in self.data["operations"]:
                    continue
                endpoint = endpoint_in(self.package, self.data["operations"][name]["function"])
                settings = self.behaviour.get("operations", {}).get(name, {})
                facade = self.facade.get("operations", {}).get(name, {})
                pointer = f"/paths/{_escaped(path)}/{method}"
                action = settings.get("action") or action_of(endpoint)
                shared = {key: item[key] for key in ("parameters",) if key in item}
                pattern, names = _pattern(endpoint.path), _placeholder.findall(endpoint.path)
                yield Route(name, endpoint, {**shared, **node}, pointer, settings, facade, action, pattern, names)

    def resource(self, name: str) -> Json:
        """What `behaviour.toml` says of a resource."""
        found: Json = self.behaviour.get("resources", {}).get(name, {})
        return found

    def find(self, pointer: str) -> tuple[Any, str]:
        """The value at a JSON pointer of the document, and its pointer, references followed."""
        value: Any = self.document
        for part in pointer.split("/")[1:]:
            value = self.follow(value, "")[0]
            key = part.replace("~1", "/").replace("~0", "~")
            value = value[int(key)] if is_array(value) else value[key]
        return self.follow(value, pointer)

    def follow(self, value: Any, pointer: str) -> tuple[Any, str]:
        """A value of the document, and its pointer; of what it refers to, if it is a reference."""
        while is_object(value) and "$ref" in value:
            pointer = str(value["$ref"]).removeprefix("#")
            value = self.find(pointer)[0]
        return value, pointer

    def line(self, pointer: str) -> int | None:
        """The line of a place in the document, or of the nearest one above it that is known."""
        lines: Mapping[str, int] = self.data.get("lines", {})
        while pointer and pointer not in lines:
            pointer = pointer.rpartition("/")[0]
        return lines.get(pointer)


@cache
def spec_of(slug: str) -> ApiSpec:
    """The specification of an installed API. Raises `ConfigurationError` for one that is not."""
    found = {one.slug: one for one in apis()}
    if slug not in found:
        raise ConfigurationError(
            f"no installed package serves the API {slug!r}: there are {', '.join(found) or 'none'}"
        )
    return ApiSpec(found[slug])


_BY_METHOD: Final = {"GET": "get", "PUT": "replace", "PATCH": "merge", "DELETE": "delete"}


def action_of(endpoint: Endpoint[Any]) -> str:
    """What an operation does by convention; `unknown` where there is none."""
    subject = next((one for one in endpoint.parameters if one.is_id), None)
    ends_in_id = endpoint.path.endswith(f"{{{subject.wire}}}") if subject and subject.location == "path" else True
    if subject is not None:
        return _BY_METHOD.get(endpoint.method, "unknown") if ends_in_id else "unknown"
    if endpoint.paging is not None:
        return "list"
    return "create" if endpoint.method == "POST" and endpoint.body is not None else "unknown"


def _path_of_server(server: Json) -> str:
    """The path of a server's URL, with the default values of its variables."""
    variables: Json = server.get("variables") or {}
    url = _placeholder.sub(lambda found: str(variables[found[1]].get("default", "")), str(server.get("url", "")))
    return urlsplit(url).path.rstrip("/")


def _pattern(path: str) -> re.Pattern[str]:
    parts = enumerate(_placeholder.split(path))
    return re.compile("".join(f"(?P<p{n // 2}>[^/]+)" if n % 2 else re.escape(part) for n, part in parts))


def _escaped(part: str) -> str:
    return part.replace("~", "~0").replace("/", "~1")

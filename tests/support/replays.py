"""What the specifications say of each operation: whether sending it twice does what sending it once does."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, Final

import yaml
from attrs import frozen
from subkit import Operation, Reply
from subkit._operations.endpoint import Endpoint

from .scripted import SLUGS, SUBSCRIPTION, UUID_1, needed, package_of, reply

SPECS: Final = Path(__file__).resolve().parents[2] / "specs"
IDEMPOTENT: Final = frozenset({"get", "head", "options", "trace", "put", "delete"})
"""Methods that RFC 9110 (9.2.2) calls so."""


@frozen
class Told:
    """One operation as the specification and the surface tell it."""

    slug: str
    method: str
    path: str
    safe: bool
    """Whether it may be repeated although an earlier request may have been carried out."""

    @property
    def endpoint(self) -> Endpoint[Any]:
        """What was generated of it."""
        return endpoints(self.slug)[self.method, self.path]

    def operation(self) -> Operation[Any]:
        """A call of it, with an id where it takes one, and a field in the body where it has one. Not to be checked."""
        parameters = self.endpoint.parameters
        given = {one.python: UUID_1 for one in parameters if one.is_id or one.location == "path"}
        field = next((one.python for one in parameters if one.location == "body"), None)
        shared = needed(self.slug)
        arguments = {**given, **({} if field is None else {field: "canary"})}
        return Operation(self.endpoint, {name: one for name, one in arguments.items() if name not in shared})

    def success(self) -> Reply:
        """An answer that is one of its successes."""
        status, schema = next((int(key), schema) for key, schema in self.endpoint.success.items() if key != 304)
        if schema is None:
            return reply(status)
        if self.endpoint.paging and self.endpoint.paging.items:
            return reply(status, {self.endpoint.paging.items: []})
        return reply(status, [] if schema.get("type") == "array" else SUBSCRIPTION)

    def __str__(self) -> str:
        return f"{self.slug}-{self.endpoint.id}"


@cache
def endpoints(slug: str) -> dict[tuple[str, str], Endpoint[Any]]:
    """All generated endpoints of an API, by method and path."""
    package = package_of(slug).operations
    modules = [import_module(f"{package.__name__}.{found.name}") for found in iter_modules(package.__path__)]
    found = [one for module in modules for one in vars(module).values() if isinstance(one, Endpoint)]
    return {(one.method.lower(), one.path): one for one in found}


@cache
def told() -> tuple[Told, ...]:
    """All operations of all specifications."""
    return tuple(one for slug in SLUGS for one in _told_by(slug))


@cache
def representatives() -> tuple[Told, ...]:
    """One operation of each kind: what is done about a failure depends on its method and on whether it is safe."""
    kinds = {(one.method, one.safe): one for one in reversed(told())}
    return tuple(kinds[kind] for kind in sorted(kinds))


def _told_by(slug: str) -> list[Told]:
    document: Any = yaml.safe_load((SPECS / slug / "openapi.yaml").read_text("utf-8"))
    facade = tomllib.loads((SPECS / slug / "facade.toml").read_text("utf-8")).get("operations", {})
    return [
        Told(slug, method, path, method in IDEMPOTENT or facade.get(call["operationId"], {}).get("idempotent", False))
        for path, item in document["paths"].items()
        for method, call in item.items()
        if isinstance(call, dict) and "operationId" in call
    ]

"""Walks each list of `facade.toml` without a server: whether its settings lead from one page to the next."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from typing import Any, Final

from attrs import frozen

from ..diagnostics import Diagnostic
from .answers import Path, Schemas, path_of, places, property_at, success_of, success_schema, type_of
from .facade import PagingFacade
from .facade_file import FacadeFile
from .lint_names import check_exists
from .operations import Operation, Parameter, ResolvedSpec

_NUMBERS: Final = ("integer", "number", "any")
_TEXTS: Final = ("string", "integer", "number", "any")


def check_paging(
    file: FacadeFile, operation: Operation, paging: PagingFacade, resolved: ResolvedSpec
) -> Iterator[Diagnostic]:
    """Names that do not exist, and settings that cannot lead to a next page."""
    walk = _Walk(file, operation, paging, resolved)
    yield from walk.parameters()
    yield from walk.items()
    yield from walk.beside()
    yield from walk.following()


@frozen
class _Walk:
    file: FacadeFile
    operation: Operation
    paging: PagingFacade
    resolved: ResolvedSpec

    @property
    def schemas(self) -> Schemas:
        return self.resolved.schemas

    @property
    def response(self) -> Mapping[str, Any]:
        return success_schema(self.operation, self.resolved)

    def parameters(self) -> Iterator[Diagnostic]:
        """The parameters that request pages: they are in the query, and take what is sent."""
        known = {one.name: one for one in self.operation.parameters if one.location == "query"}
        for key in ("token", "size", "offset", "limit", "page"):
            if (name := getattr(self.paging, key)) is not None:
                what = f"a parameter of {self.operation.id}"
                yield from check_exists(self.file, name, known, what, *self._at(key))
                kinds = _TEXTS if key in ("token", "page") else _NUMBERS
                if name in known and not self._takes(known[name], kinds):
                    yield self._wrong(key, f"{name!r} takes no {'text' if key == 'token' else 'number'}")

    def items(self) -> Iterator[Diagnostic]:
        """The items, which are an array."""
        path: Path | None = ()
        if self.paging.items is not None:
            path = yield from self._path("items", self.paging.items, self.response)
        if path is not None and (kind := self._kind(path)) not in ("array", "any"):
            text = f"{self.paging.items!r} is of the type {kind}, and not an array" if path else _WHOLE
            yield self._wrong("items", text)

    def beside(self) -> Iterator[Diagnostic]:
        """What else a page says: whether there is more, and how many items there are."""
        for key, kinds in (("more", ("boolean", "any")), ("total", _NUMBERS)):
            if (name := getattr(self.paging, key)) is not None:
                path = yield from self._path(key, name, self.response)
                if path is not None and self._kind(path) not in kinds:
                    yield self._wrong(key, f"{name!r} is of the type {self._kind(path)}")
        if self.paging.cursor is not None:
            yield from self._path("cursor", self.paging.cursor, self._item())

    def following(self) -> Iterator[Diagnostic]:
        """What names the next page: it can be sent back."""
        name, style = self.paging.next, self.paging.style
        if name is not None and style == "header":
            known = self._headers()
            yield from check_exists(self.file, name, known, f"a header of {self._what}", *self._at("next"))
        elif name is not None:
            path = yield from self._path("next", name, self.response)
            kinds = ("string", "any") if style in ("link", "offset") else _TEXTS
            if path is not None and self._kind(path) not in kinds:
                yield self._wrong("next", f"{name!r} is of the type {self._kind(path)}, which names no page")
        if style == "link" and not self._can_be_linked():
            yield self._wrong("style", f"{self.operation.id} has no query parameter that a link could set")

    def _path(self, key: str, name: str, schema: Mapping[str, Any]) -> Generator[Diagnostic, None, Path | None]:
        path = path_of(name, schema, self.schemas)
        if path is None and type_of(schema, self.schemas) != "any":
            known = [place.name for place in places(schema, self.schemas)]
            yield from check_exists(self.file, name, known, f"a property of {self._what}", *self._at(key))
        return path

    def _item(self) -> Mapping[str, Any]:
        path = path_of(self.paging.items, self.response, self.schemas) if self.paging.items else ()
        found: Mapping[str, Any] = property_at(path or (), self.response, self.schemas).get("items") or {}
        return found

    def _kind(self, path: Path) -> str:
        return type_of(property_at(path, self.response, self.schemas), self.schemas)

    def _takes(self, parameter: Parameter, kinds: tuple[str, ...]) -> bool:
        return type_of(parameter.data.get("schema") or {}, self.schemas) in kinds

    def _can_be_linked(self) -> bool:
        return any(one.location == "query" and self._takes(one, _TEXTS) for one in self.operation.parameters)

    def _headers(self) -> tuple[str, ...]:
        found = success_of(self.operation)
        return found.headers if found is not None else ()

    @property
    def _what(self) -> str:
        return f"the response of {self.operation.id}"

    def _at(self, key: str) -> tuple[str, ...]:
        return ("operations", self.operation.id, "paging", key)

    def _wrong(self, key: str, text: str) -> Diagnostic:
        return self.file.diagnostic(text, *self._at(key))


_WHOLE: Final = "the response is no array: say with `items` which property holds the items"

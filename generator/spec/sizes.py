"""How large schemas become when they are written out: all but models are repeated wherever they are used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from attrs import define, field

from ..diagnostics import Diagnostic
from .document import Document, Json, is_array, is_object
from .references import component_of

MOST: Final = 20_000
"""Most schemas that one component may consist of."""


def too_large(document: Document, schemas: Mapping[str, Json]) -> Iterator[Diagnostic]:
    """Components that would fill the client with copies of each other."""
    sizes = _Sizes(schemas)
    for name in schemas:
        if sizes.of_component(name) > MOST:
            text = f"{name} consists of more than {MOST} schemas when it is written out: give some of them properties"
            yield document.diagnostic(("components", "schemas", name), text)
            return


@define
class _Sizes:
    schemas: Mapping[str, Json]
    known: dict[str, int] = field(factory=dict[str, int])

    def of_component(self, name: str) -> int:
        if name not in self.known:
            self.known[name] = 1  # if it is part of itself
            self.known[name] = self._of(self.schemas.get(name, {}))
        return self.known[name]

    def _of(self, schema: Any) -> int:
        """A model is written once; only its properties are copies."""
        reference = component_of(schema)
        if reference is not None:
            return 1 if self.schemas.get(reference, {}).get("properties") else self.of_component(reference)
        return 1 + sum(map(self._of, _parts(schema)))


def _parts(schema: Json) -> Iterator[Json]:
    properties: Json = schema.get("properties") or {}
    yield from properties.values()
    for key in ("oneOf", "anyOf"):
        variants: Any = schema.get(key)
        yield from variants if is_array(variants) else ()
    yield from (part for key in ("items", "additionalProperties") if is_object(part := schema.get(key)))

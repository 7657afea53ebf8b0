"""What the steps of building share: the specification, and how descriptions, sources and names are read from it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from attrs import frozen

from ..spec.document import Json, is_array, is_object
from ..spec.engine import EngineNames, identifier
from ..spec.facade import Facade, ModelFacade
from ..spec.operations import ResolvedSpec
from ..spec.source import Source
from .naming import RESERVED_ATTRIBUTES
from .schemas import Schemas


@frozen
class Context:
    """The specification, with the settings and names that belong to it."""

    source: Source
    facade: Facade
    resolved: ResolvedSpec
    engine_names: EngineNames
    schemas: Schemas
    item_paths: frozenset[tuple[str, str]] = frozenset[tuple[str, str]]()
    """The paths of objects, each with its resource."""

    @property
    def document(self) -> Json:
        """The document as plain data."""
        return self.source.document.data


def text_of(text: Any) -> str:
    """A description in the document, without surrounding white space."""
    return str(text or "").strip()


def default_of(raw: Mapping[str, Any]) -> str:
    """The plain value that the server takes for what is left out, as JSON; empty if none is documented."""
    default = raw.get("default")
    return "" if default is None or is_object(default) or is_array(default) else json.dumps(default)


def source_of(*holders: Mapping[str, Any]) -> str:
    """The source that the first of these names."""
    return next((str(holder["x-source"]) for holder in holders if holder.get("x-source")), "")


def property_names(context: Context, model: str) -> dict[str, str]:
    """The attributes of a model by wire name: unique, and different from those that every model has."""
    facade, found = context.facade.models.get(model, ModelFacade()), context.engine_names.models.get(model)
    names: dict[str, str] = {}
    for wire in context.resolved.schemas[model]["properties"]:
        name = facade.names.get(wire) or (found.properties.get(wire) if found else None) or identifier(wire)
        while name in RESERVED_ATTRIBUTES or name in names.values():
            name += "_"
        names[wire] = name
    return names

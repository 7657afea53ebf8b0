"""What the steps of building share, and how they read texts and sources."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from attrs import frozen

from .engine import Description
from .facade import Facade
from .prepare import Prepared
from .schemas import Schemas
from .source import Json, Source, is_array, is_object


@frozen
class Context:
    """What the steps below share."""

    source: Source
    facade: Facade
    prepared: Prepared
    described: Description
    schemas: Schemas

    @property
    def document(self) -> Json:
        """The document as it was read."""
        return self.source.document.data


def text_of(text: Any) -> str:
    """A text of the document, without space around it."""
    return str(text or "").strip()


def default_of(raw: Mapping[str, Any]) -> str:
    """The plain value that the server takes for what is left out, as JSON; empty if none is documented."""
    default = raw.get("default")
    return "" if default is None or is_object(default) or is_array(default) else json.dumps(default)


def source_of(*holders: Mapping[str, Any]) -> str:
    """The source that the first of these names."""
    return next((str(holder["x-source"]) for holder in holders if holder.get("x-source")), "")

"""The API packages of subkit that are installed."""

from __future__ import annotations

import json
from functools import cached_property
from importlib.metadata import EntryPoint, entry_points
from importlib.resources import files
from types import ModuleType
from typing import Any

from attrs import define

from ._portable import Portable
from ._public import public

GROUP = "subkit.apis"


@public
@define(slots=False, frozen=True)
class InstalledApi(Portable):
    """One installed API package."""

    slug: str
    """Its short name, which is also the name of its specification's folder."""
    package: str
    """Its import name."""
    version: str
    """Its version."""

    @property
    def module(self) -> ModuleType:
        """The package, imported."""
        return EntryPoint(self.slug, self.package, GROUP).load()  # type: ignore[no-any-return]

    @cached_property
    def data(self) -> dict[str, Any]:
        """Its specification and surface as one JSON object: `openapi`, `facade`, `operations`."""
        text = files(self.package).joinpath("api.json").read_text("utf-8")
        data: dict[str, Any] = json.loads(text)
        return data


def apis() -> list[InstalledApi]:
    """The installed API packages, ordered by slug. Imports none of them."""
    found = sorted(entry_points(group=GROUP), key=lambda entry: entry.name)
    return [InstalledApi(entry.name, entry.value, entry.dist.version if entry.dist else "") for entry in found]

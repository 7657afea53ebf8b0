"""Pickles of models go from one release of a package to the next, in which the vendor's document may be another."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest
import subkit

NAME = "subkit_moving"
HEAD = """from __future__ import annotations
from subkit._models import Field, Model, OptionalField, field, model
from subkit import UNSET

@model()
class Thing(Model):
    \"\"\"A thing.\"\"\"
"""
FIELDS = {
    "application": 'application: Field[str] = field("application", {"type": "string"})',
    "api": 'api: OptionalField[str] = field("api", {"type": "string"}, default=UNSET)',
    "renamed": 'api_id: OptionalField[str] = field("api", {"type": "string"}, default=UNSET)',
    "tier": 'tier: OptionalField[str] = field("tier", {"type": "string"}, default=UNSET)',
    "labels": 'labels: OptionalField[list[str]] = field("labels", {"type": "array", "items": {"type": "string"}}, default=UNSET)',
    "more": 'description: OptionalField[str] = field("description", {"type": "string"}, default=UNSET)',
}
FIRST = ("application", "api", "tier", "labels")
BODY = {"application": "APPLICATION", "api": "API", "tier": "Gold", "labels": ["a"], "extra": 1}


@pytest.fixture
def release() -> Iterator[Any]:
    """Installs a release of the package whose model has these fields, in this order; gives the class."""

    def install(*names: str) -> Any:
        module = sys.modules[NAME] = ModuleType(NAME)
        exec(HEAD + "".join(f"    {FIELDS[name]}\n" for name in names), vars(module))
        return module.Thing

    yield install
    sys.modules.pop(NAME, None)


RELEASES = {
    "the same": FIRST,
    "the other way round": tuple(reversed(FIRST)),
    "one more": ("application", "more", "api", "tier", "labels"),
    "one less": ("application", "api", "labels"),
    "renamed in Python": ("application", "renamed", "tier", "labels"),
}


@pytest.mark.parametrize("names", RELEASES.values(), ids=RELEASES)
def test_each_value_under_its_own_name(release: Any, names: tuple[str, ...]) -> None:
    """Whatever order the fields have and which there are, each value comes back under its own name; so do edits."""
    thing = release(*FIRST).from_dict(BODY)
    thing.tier = "Silver"
    thing.labels.append("b")
    stored = pickle.dumps([thing])
    (found,) = pickle.loads(stored) if names == FIRST else (release(*names), pickle.loads(stored))[1]
    assert found.to_dict() == {**BODY, "tier": "Silver", "labels": ["a", "b"]}
    assert (found.application, getattr(found, "api_id" if "renamed" in names else "api")) == ("APPLICATION", "API")
    assert set(subkit.edited(found)) == {"tier", "labels"} & {one.name for one in type(found).__fields__}

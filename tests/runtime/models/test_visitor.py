"""The schemas inside a schema, and the values inside a value: all of them, and an end where models contain themselves."""

from __future__ import annotations

from typing import Any, ClassVar

import pytest
from subkit._models.visitor import schema_at, visit, visit_values

TEXT = {"type": "string"}
NUMBER = {"type": "integer"}
TREE = {"ref": f"{__name__}.Tree"}
NESTED = {
    "type": "object",
    "properties": {"a": TEXT, "b": {"type": "array", "items": NUMBER}},
    "additionalProperties": {"oneOf": (TEXT, {"type": "object", "properties": {"c": NUMBER}})},
}


class Tree:
    """As a model that contains itself."""

    __schema__: ClassVar[dict[str, Any]] = {"type": "object", "properties": {"leaf": TEXT, "branches": {"items": TREE}}}


@pytest.fixture(autouse=True)
def _tree(monkeypatch: pytest.MonkeyPatch) -> None:
    """References are to this module, whatever it is called while tests run."""
    monkeypatch.setattr("subkit._models.visitor.resolve", {TREE["ref"]: Tree}.__getitem__)


def test_all_schemas() -> None:
    """Those of properties, items, other values and variants are visited."""
    found = list(visit(NESTED))
    assert [one for one in found if one == NUMBER] == [NUMBER, NUMBER]
    assert [one for one in found if one == TEXT] == [TEXT, TEXT]
    assert len(found) == 8


def test_a_model_that_contains_itself() -> None:
    """The schema of a model is visited once."""
    assert list(visit(TREE)).count(Tree.__schema__) == 1


def test_all_values() -> None:
    """Each value is visited with each schema that may apply to it, whatever the variant."""
    value = {"a": "x", "b": [1, 2], "other": {"c": 3}}
    found = [(schema, one) for schema, one in visit_values(NESTED, value) if not isinstance(one, (dict, list))]
    promised = [(schema, one) for schema, one in found if schema]
    assert promised == [(TEXT, "x"), (NUMBER, 1), (NUMBER, 2), (NUMBER, 3)]


def test_values_of_a_model_that_contains_itself() -> None:
    """Models are followed as far as the value goes."""
    value = {"leaf": "a", "branches": [{"leaf": "b", "branches": []}]}
    assert [one for schema, one in visit_values(TREE, value) if schema == TEXT] == ["a", "b"]


@pytest.mark.parametrize(
    ("schema", "key", "expected"),
    [(NESTED, "a", TEXT), ({"properties": {"a": TEXT}}, "b", {}), ({"additionalProperties": True}, "b", {}),
     ({"additionalProperties": NUMBER}, "b", NUMBER), ({"items": NUMBER}, 0, NUMBER), ({}, 0, {})],
)  # fmt: skip
def test_what_is_at_a_key(schema: Any, key: Any, expected: Any) -> None:
    """A declared property, another one, or an item; anything may be where nothing is promised."""
    assert schema_at(schema, key) == expected

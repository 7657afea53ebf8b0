"""Compiled decoders keep whatever comes, and note exactly what departs from the schema."""

from __future__ import annotations

import inspect
import json
from enum import Enum
from itertools import product
from typing import Any

import pytest
from subkit._models import Field, Model, OpenIntEnum, OpenStrEnum, OptionalField, field, model
from subkit._models.compiler import compile_builder, compile_decoder, compile_values
from subkit._models.conversion import kind_of
from subkit._models.fields import AnyField
from subkit._models.schema import Notes, Schema, validate
from subkit._unset import UNSET
from support.scripted import UUID_1


class Colour(OpenStrEnum):
    """An open enum of texts."""

    RED = "RED"


class Level(OpenIntEnum):
    """An open enum of integers."""

    ONE = 1


@model()
class Part(Model):
    """What is inside."""

    id: Field[str] = field("id", {"type": "string"})


REF = {"ref": f"{__name__}.Part"}
SCHEMAS: dict[str, Schema] = {
    "string": {"type": "string"},
    "integer": {"type": "integer"},
    "boolean": {"type": "boolean"},
    "number": {"type": "number"},
    "strings": {"type": "array", "items": {"type": "string"}},
    "integers": {"type": "array", "items": {"type": "integer"}},
    "nullable strings": {"type": "array", "items": {"type": "string", "nullable": True}},
    "datetime": {"type": "string", "format": "date-time"},
    "date": {"type": "string", "format": "date"},
    "uuid": {"type": "string", "format": "uuid"},
    "dates": {"type": "array", "items": {"type": "string", "format": "date"}},
    "enum": {"type": "string", "enum": ("RED",), "open": f"{__name__}.Colour"},
    "level": {"type": "integer", "enum": (1,), "open": f"{__name__}.Level"},
    "closed": {"type": "string", "enum": ("RED",)},
    "model": REF,
    "models": {"type": "array", "items": REF},
    "nullable models": {"type": "array", "items": {**REF, "nullable": True}},
    "map": {"type": "object", "additionalProperties": REF},
    "union": {"oneOf": ({"type": "string"}, {"type": "array", "items": {"type": "integer"}})},
    "any": {},
    "secret": {"type": "string", "secret": True},
    "anything secret": {"secret": True},
}
VALUES: list[Any] = [
    ..., None, "text", "RED", "", UUID_1, "2024-01-02", "2024-01-02T03:04:05.1234567Z", "2024-01-02T03:04:05", 1, 0,
    True, 1.5, [], ["a"], [1], [None], [True], [UUID_1], ["2024-01-02"], {}, {"id": "p"}, [{"id": "p"}],
    [{"id": "p"}, 5], {"k": {"id": "p"}}, {"id": 5}, {"id": "p", "new": 1},
]  # fmt: skip
FORMS = list(product(SCHEMAS, ("required", "optional"), ("nullable", "not null")))


def declared(schema: Schema, required: bool) -> type[Model]:
    """A model of one field."""
    one: AnyField = (Field if required else OptionalField)("wire", schema)
    return model()(type("Declared", (Model,), {"one": one, "__module__": __name__}))


@pytest.mark.parametrize(("name", "need", "null"), FORMS, ids=[", ".join(form) for form in FORMS])
def test_decoders_agree_with_the_schema(name: str, need: str, null: str) -> None:
    """For any value, what is noted is what the walk along the schema finds; and the value goes back as it came."""
    schema = {**SCHEMAS[name], "nullable": True} if null == "nullable" else SCHEMAS[name]
    class_ = declared(schema, need == "required")
    for value in VALUES:
        body = {} if value is ... else {"wire": value}
        notes = Notes()
        made = class_.__decode__(body, notes)
        assert notes.drifted is bool(list(validate(class_.__schema__, body))), value
        assert json.dumps(made.to_dict()) == json.dumps(body)
        assert made.__fields__[0].kind == kind_of(schema)


@pytest.mark.parametrize(
    ("name", "value", "read"),
    [
        ("enum", "RED", Colour.RED),
        ("enum", "BLUE", Colour("BLUE")),
        ("level", 1, Level.ONE),
        ("level", 7, Level(7)),
        ("model", {"id": "p"}, Part(id="p")),
        ("models", [{"id": "p"}, 5], [Part(id="p"), 5]),
        ("map", {"k": {"id": "p"}}, {"k": Part(id="p")}),
    ],
)
def test_values_become_objects(name: str, value: Any, read: Any) -> None:
    """Enums and models are made of what stands for them, and only of that."""
    made: Any = declared(SCHEMAS[name], required=True).from_dict({"wire": value})
    assert made.one == read
    assert type(made.one) is type(read)
    assert isinstance(made.one, Enum) is isinstance(read, Enum)


@pytest.mark.parametrize(("extra", "odd"), [(False, True), (True, False), ({"type": "string"}, True)])
def test_fields_that_nobody_declared(extra: Any, odd: bool) -> None:
    """They are kept apart; they are noted unless any are expected, because a walk has to look at those with a schema."""
    class_ = model(extra=extra)(type("Declared", (Model,), {"one": OptionalField("wire", {}), "__module__": __name__}))
    for body, noted in (({"wire": 1, "new": 2}, odd), ({"new": 2}, odd), ({"wire": 1}, False), ({}, False)):
        notes = Notes()
        made = class_.__decode__(body, notes)
        assert (notes.drifted, made.unknown_fields) == (noted, {name: 2 for name in body if name == "new"})
        assert made.to_dict() == body
    assert class_.__schema__.get("additionalProperties", False) == extra


def test_names_that_could_be_code() -> None:
    """Whatever the vendor calls a property, it is a key and no code."""
    names = ["'", '"', "\\", "\n", "#", "{x}", "%s", "\ud800", "a'); raise SystemExit  # ", "é", "\u2028"]
    fields = {f"f{number}": OptionalField(name, {"type": "string"}) for number, name in enumerate(names)}
    class_ = model()(type("Declared", (Model,), {**fields, "__module__": __name__}))
    body = {name: name for name in names}
    made = class_.from_dict(body)
    assert made.to_dict() == body
    assert [getattr(made, name) for name in fields] == names
    assert UNSET not in body.values()


@pytest.mark.parametrize("names", [(), ("a",), ("a", "b")])
def test_objects_of_columns(names: tuple[str, ...]) -> None:
    """Objects are built of one column for each field, whatever their number; without fields too."""
    fields = {name: OptionalField(name, {"type": "string"}) for name in names}
    class_ = model()(type("Declared", (Model,), {**fields, "__module__": __name__}))
    columns = [[f"{name}{row}" for row in range(3)] for name in names]
    made = compile_builder(class_, class_.__fields__)(3, columns)
    assert [type(one) for one in made] == [class_] * 3
    assert [one.to_dict() for one in made] == [{name: f"{name}{row}" for name in names} for row in range(3)]
    assert [one.unknown_fields for one in made] == [{}] * 3


@pytest.mark.parametrize("compiled", [compile_decoder, compile_builder, compile_values])
def test_generated_code_can_be_looked_up(compiled: Any) -> None:
    """Debuggers and tracebacks show the lines of a generated function, which says what it is, and of which class."""
    function = compiled(Part, Part.__fields__, **({"is_open": False} if compiled is compile_decoder else {}))
    what = compiled.__name__.removeprefix("compile_")
    assert function.__code__.co_filename == f"<{what} of {__name__}.Part>"
    assert function.__module__ == __name__
    lines = inspect.getsource(function).splitlines(keepends=True)
    assert lines[0].startswith(f"def {function.__name__}(")
    assert len(lines) > 1
    assert all(line.endswith("\n") for line in lines)

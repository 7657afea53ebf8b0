"""allOf: with and without fields of its own, and what is required along the line."""

import pytest
from subkit import MissingField, meta
from support.fragments import Fragment, Run, answering
from support.scripted import reply

BASE = """
Base:
  type: object
  required: [id]
  properties: {id: {type: string}, at: {type: string, format: date-time}}
"""


def _both(run: Run) -> None:
    found = run(lambda c: c.things.get("1"), reply(200, {"id": "1", "size": 2}))
    assert isinstance(found, run.package.Thing)
    assert (found.id, found.size) == ("1", 2)
    assert not meta(found).drift
    found = run(lambda c: c.things.get("1"), reply(200, {"id": "1"}))
    with pytest.raises(MissingField):
        _ = found.size
    found = run(lambda c: c.things.get("1"), reply(200, {"size": 1}))
    with pytest.raises(MissingField):
        _ = found.id


own = Fragment(
    construct="allOf with own fields, required inherited",
    openapi=answering(
        "$ref: '#/components/schemas/Thing'",
        BASE
        + """
Thing:
  allOf: [{$ref: '#/components/schemas/Base'}]
  required: [size]
  properties: {size: {type: integer}}
""",
    ),
    check=_both,
    typed="""
    assert_type(client.things.get("1").id, str)
    assert_type(client.things.get("1").size, int)
    """,
)
part = Fragment(
    construct="allOf with own fields in a part",
    openapi=answering(
        "$ref: '#/components/schemas/Thing'",
        BASE
        + """
Thing:
  allOf:
    - {$ref: '#/components/schemas/Base'}
    - {type: object, required: [size], properties: {size: {type: integer}}}
""",
    ),
    check=_both,
)


def _two(run: Run) -> None:
    found = run(lambda c: c.things.get("1"), reply(200, {"id": "1", "name": "n"}))
    assert (found.id, found.name) == ("1", "n")
    assert not meta(found).drift


two = Fragment(
    construct="allOf of two models without own fields",
    openapi=answering(
        "allOf: [{$ref: '#/components/schemas/Base'}, {$ref: '#/components/schemas/Named'}]",
        BASE + "Named: {type: object, properties: {name: {type: string}}}",
    ),
    check=_two,
)


def _wrapped(run: Run) -> None:
    found = run(lambda c: c.things.get("1"), reply(200, {"base": None, "other": {"id": "2"}}))
    assert found.base is None
    assert found.other.id == "2"
    assert isinstance(found.other, run.package.Base)
    assert not meta(found).drift


wrapped = Fragment(
    construct="allOf of one reference, with flags only",
    openapi=answering(
        """
        type: object
        properties:
          base: {nullable: true, description: The base., allOf: [{$ref: '#/components/schemas/Base'}]}
          other: {readOnly: true, allOf: [{$ref: '#/components/schemas/Base'}]}
        """,
        BASE,
    ),
    check=_wrapped,
    typed='assert_type(client.things.get("1").other, p.Base | None)',
)


def _later(run: Run) -> None:
    found = run(lambda c: c.things.get("1"), reply(200, {}))
    with pytest.raises(MissingField):
        _ = found.at
    assert [one.path for one in meta(found).drift] == ["$.id", "$.at"]


later = Fragment(
    construct="allOf that makes an inherited field required",
    openapi=answering(
        "$ref: '#/components/schemas/Thing'",
        BASE + "Thing: {allOf: [{$ref: '#/components/schemas/Base'}, {required: [at]}]}",
    ),
    check=_later,
    typed='assert_type(client.things.get("1").at, datetime)',
)


def _deep(run: Run) -> None:
    found = run(lambda c: c.things.get("1"), reply(200, {"id": "1", "size": 1, "colour": "red"}))
    assert (found.id, found.size, found.colour) == ("1", 1, "red")
    assert not meta(found).drift


deep = Fragment(
    construct="allOf of allOf",
    openapi=answering(
        "$ref: '#/components/schemas/Leaf'",
        BASE
        + """
Middle: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {size: {type: integer}}}]}
Leaf: {allOf: [{$ref: '#/components/schemas/Middle'}, {properties: {colour: {type: string}}}]}
""",
    ),
    check=_deep,
)


def _again(run: Run) -> None:
    found = run(lambda c: c.things.get("1"), reply(200, {"kind": "thing"}))
    assert found.kind == "thing"
    found = run(lambda c: c.things.get("1"), reply(200, {"kind": "other"}))
    assert meta(found).drift


again = Fragment(
    construct="allOf that narrows an inherited field",
    openapi=answering(
        "$ref: '#/components/schemas/Thing'",
        """
Base: {type: object, required: [kind], properties: {kind: {type: string}}}
Thing: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {kind: {type: string, enum: [thing]}}}]}
""",
    ),
    check=_again,
)

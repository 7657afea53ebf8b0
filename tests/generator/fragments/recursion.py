"""Models that hold themselves: directly, by turns, in arrays and in maps."""

import pytest
from subkit import DecodeError, Reply, meta
from support.fragments import Fragment, Run, answering, taking
from support.scripted import reply


def _tree(run: Run) -> None:
    body = {
        "name": "a",
        "parent": {"name": "b"},
        "children": [{"children": [{"name": "d"}]}],
        "by": {"x": {"name": "c"}},
    }
    found = run(lambda c: c.things.get("1"), reply(200, body))
    assert found.parent.name == "b"
    assert found.children[0].children[0].name == "d"
    assert found.by["x"].name == "c"
    assert found.to_dict() == body
    assert not meta(found).drift
    assert run.package.Node(children=[{"name": "x"}], parent=None).to_dict() == {
        "children": [{"name": "x"}],
        "parent": None,
    }


self_ = Fragment(
    construct="a model that holds itself, arrays and maps of itself",
    openapi=answering(
        "$ref: '#/components/schemas/Node'",
        """
Node:
  type: object
  properties:
    name: {type: string}
    parent: {nullable: true, allOf: [{$ref: '#/components/schemas/Node'}]}
    children: {type: array, items: {$ref: '#/components/schemas/Node'}}
    by: {type: object, additionalProperties: {$ref: '#/components/schemas/Node'}}
""",
    ),
    check=_tree,
    typed='assert_type(client.things.get("1").children, list[p.Node] | None)',
)


def _mutual(run: Run) -> None:
    body = {"eggs": [{"hen": {"eggs": []}}], "best": {"hen": {}}}
    found = run(lambda c: c.things.get("1"), reply(200, body))
    assert found.eggs[0].hen.eggs == []
    assert found.to_dict() == body
    assert run.package.Egg(hen={"eggs": [{}]}).hen.eggs[0].to_dict() == {}


mutual = Fragment(
    construct="two models that hold each other",
    openapi=answering(
        "$ref: '#/components/schemas/Hen'",
        """
Hen: {type: object, properties: {eggs: {type: array, items: {$ref: '#/components/schemas/Egg'}}, best: {$ref: '#/components/schemas/Egg'}}}
Egg: {type: object, properties: {hen: {$ref: '#/components/schemas/Hen'}}}
""",
    ),
    check=_mutual,
)


def _alias(run: Run) -> None:
    body = {"tree": {"a": [{"b": []}, 1]}, "list": [[], [[]]]}
    found = run(lambda c: c.things.get("1"), reply(200, body))
    assert found.to_dict() == body


alias = Fragment(
    construct="an array, a map and a union made of themselves",
    openapi=answering(
        """
        type: object
        properties:
          tree: {$ref: '#/components/schemas/Tree'}
          list: {$ref: '#/components/schemas/Nest'}
        """,
        """
Tree: {type: object, additionalProperties: {type: array, items: {anyOf: [{$ref: '#/components/schemas/Tree'}, {type: integer}]}}}
Nest: {type: array, items: {$ref: '#/components/schemas/Nest'}}
""",
    ),
    check=_alias,
)


def _expression(run: Run) -> None:
    body = {"kind": "Not", "of": {"kind": "And", "all": [{"kind": "Is", "value": 1}, {"kind": "Xor", "q": 1}]}}
    found = run(lambda c: c.things.get("1"), reply(200, body))
    assert isinstance(found, run.package.Not)
    assert found.of.all[0].value == 1
    assert found.to_dict() == body
    assert [one.path for one in meta(found).drift] == ["$.of.all[1].kind"]


expression = Fragment(
    construct="a discriminated union whose variants hold it",
    openapi=answering(
        "$ref: '#/components/schemas/Rule'",
        """
Rule:
  oneOf: [{$ref: '#/components/schemas/Not'}, {$ref: '#/components/schemas/And'}, {$ref: '#/components/schemas/Is'}]
  discriminator: {propertyName: kind}
Not: {type: object, required: [kind], properties: {kind: {type: string}, of: {$ref: '#/components/schemas/Rule'}}}
And: {type: object, required: [kind], properties: {kind: {type: string}, all: {type: array, items: {$ref: '#/components/schemas/Rule'}}}}
Is: {type: object, required: [kind], properties: {kind: {type: string}, value: {type: integer}}}
""",
    ),
    check=_expression,
)


def _child(run: Run) -> None:
    found = run(lambda c: c.things.get("1"), reply(200, {"name": "a", "kids": [{"name": "b", "kids": []}]}))
    assert found.kids[0].name == "b"


child = Fragment(
    construct="a child in allOf that its base holds",
    openapi=answering(
        "$ref: '#/components/schemas/Folder'",
        """
Base: {type: object, properties: {name: {type: string}, kids: {type: array, items: {$ref: '#/components/schemas/Folder'}}}}
Folder: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {size: {type: integer}}}]}
""",
    ),
    check=_child,
)


def ladder(rung: str, last: str, rungs: int = 24) -> str:
    """Schemas of which each names the next one twice, so that there are millions of paths to the last."""
    steps = "".join(f"M{number}: {rung.replace('NEXT', f'M{number + 1}')}\n" for number in range(rungs))
    return f"{steps}M{rungs}: {last}\n"


_OBJECTS = ladder(
    "{type: object, properties: {a: {$ref: '#/components/schemas/NEXT'}, b: {$ref: '#/components/schemas/NEXT'}}}",
    "{type: object, properties: {a: {type: string, format: password}}}",
)
_PARTS = ladder(
    "{allOf: [{$ref: '#/components/schemas/NEXT'}, {$ref: '#/components/schemas/NEXT'}]}",
    "{type: object, properties: {a: {type: string}}}",
)
_UNIONS = ladder(
    "{oneOf: [{type: array, items: {$ref: '#/components/schemas/NEXT'}}, "
    "{type: object, additionalProperties: {$ref: '#/components/schemas/NEXT'}}]}",
    "{type: object, properties: {a: {type: string}}}",
)


def _ladder_answer(run: Run) -> None:
    with pytest.raises(DecodeError, match="text/html"):
        run(lambda c: c.things.get("1"), Reply(200, (("Content-Type", "text/html"),), b"<html>Bad gateway</html>"))
    found = run(lambda c: c.things.get("1"), reply(200, {"a": {"b": {}}}))
    assert found.to_dict() == {"a": {"b": {}}}


ladder_answer = Fragment(
    construct="a ladder of models in a response",
    openapi=answering("$ref: '#/components/schemas/M0'", _OBJECTS),
    check=_ladder_answer,
)


def _ladder_body(run: Run) -> None:
    run(lambda c: c.things.create(a={"b": {"a": {}}}), reply(204))
    assert run.body == b'{"a":{"b":{"a":{}}}}'


ladder_body = Fragment(
    construct="a ladder of models in a body",
    openapi=taking("$ref: '#/components/schemas/M0'", _OBJECTS),
    check=_ladder_body,
)


def _ladder_of_parts(run: Run) -> None:
    assert run(lambda c: c.things.get("1"), reply(200, {"a": "x"})).a == "x"


ladder_of_parts = Fragment(
    construct="a ladder of allOf",
    openapi=answering("$ref: '#/components/schemas/M0'", _PARTS),
    check=_ladder_of_parts,
)
ladder_of_unions = Fragment(
    construct="a ladder of unions",
    openapi=answering("$ref: '#/components/schemas/M0'", _UNIONS.replace("M0: {", "M0:  # HERE\n  {")),
    refused="more than 20000 schemas",
)

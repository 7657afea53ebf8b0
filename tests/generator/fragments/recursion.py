"""Models that hold themselves: directly, by turns, in arrays and in maps."""

from subkit import meta
from support.fragments import Fragment, Run, answering
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

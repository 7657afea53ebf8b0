"""Enums."""

from subkit import meta
from support.fragments import Fragment, Run, answering, asking, taking
from support.scripted import reply


def _thing(properties: str) -> str:
    return answering("type: object\nproperties:\n" + "\n".join(f"  {line}" for line in properties.strip().splitlines()))


def _strings(run: Run) -> None:
    found = run(lambda c: c.things.get("1"), reply(200, {"state": "ON", "all": ["ON", "new"]}))
    assert found.state == "ON"
    assert found.state.is_known
    assert [one.is_known for one in found.all] == [True, False]
    assert found.to_dict() == {"state": "ON", "all": ["ON", "new"]}
    found = run(lambda c: c.things.get("1"), reply(200, {"state": "broken"}))
    assert (found.state, found.state.is_known) == ("broken", False)
    assert [(one.path, one.kind) for one in meta(found).drift] == [("$.state", "unknown_value")]


strings = Fragment(
    construct="enum of strings",
    openapi=answering(
        "type: object\nproperties:\n  state: {$ref: '#/components/schemas/State'}\n"
        "  all: {type: array, items: {$ref: '#/components/schemas/State'}}",
        "State: {type: string, enum: [ON, OFF]}",
    ),
    check=_strings,
    typed='assert_type(client.things.get("1").state, p.State | None)',
)


def _integers(run: Run) -> None:
    found = run(lambda c: c.things.get("1"), reply(200, {"level": 2}))
    assert found.level == 2
    assert found.level.is_known
    found = run(lambda c: c.things.get("1"), reply(200, {"level": 7}))
    assert (found.level, found.level.is_known) == (7, False)
    assert found.to_dict() == {"level": 7}


integers = Fragment(
    construct="enum of integers", openapi=_thing("level: {type: integer, enum: [1, 2, -1]}"), check=_integers
)


def _mixed(run: Run) -> None:
    for value in ("auto", 1, True, None):
        found = run(lambda c: c.things.get("1"), reply(200, {"mode": value}))
        assert found.mode is value or found.mode == value
        assert not meta(found).drift
    found = run(lambda c: c.things.get("1"), reply(200, {"mode": "manual"}))
    assert found.mode == "manual"
    assert [one.kind for one in meta(found).drift] == ["unknown_value"]


mixed = Fragment(construct="enum of mixed values", openapi=_thing("mode: {enum: [auto, 1, true, null]}"), check=_mixed)


def _unquoted(run: Run) -> None:
    found = run(lambda c: c.things.get("1"), reply(200, {"flag": "true", "size": "1"}))
    assert (found.flag, found.size) == ("true", "1")
    assert not meta(found).drift


unquoted = Fragment(
    construct="enum of strings with unquoted true and 1",
    openapi=_thing("flag: {type: string, enum: [true, false, maybe]}\nsize: {type: string, enum: [1, 2]}"),
    check=_unquoted,
)


def _case(run: Run) -> None:
    for value in ("Active", "active", "ACTIVE", "", "in progress", "in-progress", "1st"):
        found = run(lambda c, value=value: c.things.get("1"), reply(200, {"state": value}))
        assert found.state == value
        assert found.state.is_known
        assert not meta(found).drift


case = Fragment(
    construct="enum values that differ in case only",
    openapi=_thing(
        'state: {type: string, enum: [Active, active, ACTIVE, "", in progress, in-progress, 1st, mro, name]}'
    ),
    check=_case,
)


def _nullable(run: Run) -> None:
    for value in ("a", None):
        found = run(lambda c: c.things.get("1"), reply(200, {"state": value, "other": value}))
        assert (found.state, found.other) == (value, value)
        assert not meta(found).drift
        assert found.to_dict() == {"state": value, "other": value}


nullable = Fragment(
    construct="nullable enums",
    openapi=_thing(
        "state: {type: string, nullable: true, enum: [a, b, null]}\nother: {type: string, nullable: true, enum: [a, b]}"
    ),
    check=_nullable,
)


def _open(run: Run) -> None:
    for value in ("a", "anything"):
        found = run(lambda c: c.things.get("1"), reply(200, {"state": value}))
        assert found.state == value
        assert not meta(found).drift


open_ = Fragment(
    construct="open enum written as anyOf of enum and string",
    openapi=_thing("state: {anyOf: [{type: string, enum: [a, b]}, {type: string}]}"),
    check=_open,
)


def _one(run: Run) -> None:
    found = run(lambda c: c.things.get("1"), reply(200, {"kind": "thing"}))
    assert found.kind == "thing"


one = Fragment(construct="enum of one value", openapi=_thing("kind: {type: string, enum: [thing]}"), check=_one)


def _hostile(run: Run) -> None:
    values = ["name", "value", "is_known", "mro", "_missing_", "None", "class", "__init__", "é", "😀", "a\"b'", "\\"]
    for value in values:
        found = run(lambda c, value=value: c.things.get("1"), reply(200, {"state": value}))
        assert found.state == value
        assert found.state.is_known


hostile = Fragment(
    construct="enum values that are names of an enum's own",
    openapi=_thing(
        "state:\n  type: string\n"
        "  enum: [name, value, is_known, mro, _missing_, None, class, __init__, é, 😀, \"a\\\"b'\", '\\']"
    ),
    check=_hostile,
)


def _sent(run: Run) -> None:
    run(lambda c: c.things.find(state=run.package.State.ON, many=["ON", run.package.State.OFF]), reply(204))
    assert run.target == "/things?state=ON&many=ON&many=OFF"


sent = Fragment(
    construct="enums in a query",
    openapi=asking(
        "- {name: state, in: query, schema: {$ref: '#/components/schemas/State'}}\n"
        "- {name: many, in: query, schema: {type: array, items: {$ref: '#/components/schemas/State'}}}",
        schemas="State: {type: string, enum: [ON, OFF]}",
    ),
    check=_sent,
    typed='client.things.find(state=p.State.ON, many=["ON"])',
)


def _numbers(run: Run) -> None:
    found = run(lambda c: c.things.get("1"), reply(200, {"rate": 0.5}))
    assert found.rate == 0.5
    assert not meta(found).drift
    found = run(lambda c: c.things.get("1"), reply(200, {"rate": 0.7}))
    assert [one.kind for one in meta(found).drift] == ["unknown_value"]


numbers = Fragment(
    construct="enum of numbers", openapi=_thing("rate: {type: number, enum: [0.5, 1.5]}"), check=_numbers
)


def _inline_sent(run: Run) -> None:
    run(lambda c: c.things.create(state="a", level=1), reply(204))
    assert run.body == b'{"state":"a","level":1}'


inline_sent = Fragment(
    construct="inline enums in a body",
    openapi=taking(
        "type: object\nproperties: {state: {type: string, enum: [a, b]}, level: {type: integer, enum: [1, 2]}}"
    ),
    check=_inline_sent,
)


def _null_only(run: Run) -> None:
    found = run(lambda c: c.things.get("1"), reply(200, {"gone": None, "text": None, "one": "a", "two": None}))
    assert (found.gone, found.text, found.one, found.two) == (None, None, "a", None)
    assert not meta(found).drift
    found = run(lambda c: c.things.get("1"), reply(200, {"gone": 1, "text": "x", "one": None, "two": 7}))
    assert [(one.path, one.kind, one.expected) for one in meta(found).drift] == [
        ("$.gone", "wrong_type", "null"),
        ("$.two", "wrong_type", "a string"),
    ]


null_only = Fragment(
    construct="a schema that allows null only",
    openapi=answering(
        "type: object\nproperties:\n  gone: {$ref: '#/components/schemas/Nothing'}\n"
        "  text: {anyOf: [{type: string}, {$ref: '#/components/schemas/Nothing'}]}\n"
        "  one: {anyOf: [{const: null}, {type: string}]}\n  two: {oneOf: [{type: string}, {type: 'null'}]}",
        "Nothing: {enum: [null]}",
        version="3.1.0",
    ),
    check=_null_only,
    typed='assert_type(client.things.get("1").gone, None)\nassert_type(client.things.get("1").text, str | None)',
)
null_types = Fragment(
    construct="every way of writing a schema for null",
    openapi=answering(
        "type: object\nproperties:\n  gone: {type: 'null'}\n  text: {type: [string, 'null']}\n"
        "  one: {type: [string, 'null'], enum: [a, null]}\n  two: {anyOf: [{type: string}, {const: null}]}",
        version="3.1.0",
    ),
    check=_null_only,
)


def _types_beside_const(run: Run) -> None:
    found = run(lambda c: c.things.get("1"), reply(200, {"a": 1, "b": "x", "c": ["y"], "d": "z"}))
    assert (found.a, found.b, found.c, found.d) == (1, "x", ["y"], "z")
    assert not meta(found).drift
    found = run(lambda c: c.things.get("1"), reply(200, {"a": "q", "b": 3, "c": [3], "d": None}))
    assert {one.path for one in meta(found).drift} == {"$.a", "$.b", "$.c[0]"}


types_beside_const = Fragment(
    construct="a list of types beside const, enum and items",
    openapi=answering(
        "type: object\nproperties:\n  a: {type: [string, integer], const: 1}\n"
        "  b: {type: [string, integer], enum: [x, 2]}\n  c: {type: [array, string], items: {type: string}}\n"
        "  d: {type: [string, 'null'], const: z}",
        version="3.1.0",
    ),
    check=_types_beside_const,
)


def _names_of_enums(run: Run) -> None:
    assert [one.value for one in run.package.Unit] == ["m³", "½", "µm", "ﬁt", "³"]
    assert len({one.name for one in run.package.Unit}) == 5
    for one in run.package.Unit:
        assert getattr(run.package.Unit, one.name) is one
    found = run(lambda c: c.things.get("1", µ="a"), reply(200, {"m³": 1, "µ": 2, "ﬁ": 3, "unit": "½"}))
    assert [value for value in (found.m, found.fi) if value is not None] == [1, 3]
    assert found.μ == 2
    assert found.to_dict() == {"m³": 1, "µ": 2, "ﬁ": 3, "unit": "½"}


names_of_enums = Fragment(
    construct="names with characters that Python reads as others",
    openapi=answering(
        "type: object\nproperties:\n  m³: {type: integer}\n  µ: {type: integer}\n  ﬁ: {type: integer}\n"
        "  unit: {$ref: '#/components/schemas/Unit'}",
        "Unit: {type: string, enum: [m³, ½, µm, ﬁt, ³]}",
    ).replace(
        "schema: {type: string}}\n", "schema: {type: string}}\n        - {name: µ, in: query, schema: {type: string}}\n"
    ),
    check=_names_of_enums,
)

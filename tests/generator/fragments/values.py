"""Nullable values in both styles, documents of 3.1, and objects without a fixed set of fields."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from subkit import InvalidArgument, meta
from support.fragments import Fragment, Run, answering, document, taking
from support.scripted import reply


def _null(run: Run) -> None:
    body = {"text": None, "count": None, "at": None, "owner": None, "tags": [None, "a"], "kind": None}
    found = run(lambda c: c.things.get("1"), reply(200, body))
    assert found.to_dict() == body
    assert not meta(found).drift
    assert (found.text, found.count, found.at, found.owner, found.tags) == (None, None, None, None, [None, "a"])
    full = {"text": "a", "count": 1, "at": "2020-01-02T03:04:05Z", "owner": {"name": "E"}, "tags": [], "kind": "x"}
    found = run(lambda c: c.things.get("1"), reply(200, full))
    assert found.owner.name == "E"
    assert found.at == datetime(2020, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert not meta(found).drift


OWNER = "Owner: {type: object, properties: {name: {type: string}}}"
NULL_TYPED = """
thing = client.things.get("1")
assert_type(thing.text, str | None)
assert_type(thing.owner, p.Owner | None)
assert_type(thing.tags, list[str | None] | None)
"""
nullable_30 = Fragment(
    construct="nullable, 3.0 style",
    openapi=answering(
        """
        type: object
        required: [text, count, at, owner]
        properties:
          text: {type: string, nullable: true}
          count: {type: integer, nullable: true}
          at: {type: string, format: date-time, nullable: true}
          owner: {nullable: true, allOf: [{$ref: '#/components/schemas/Owner'}]}
          tags: {type: array, items: {type: string, nullable: true}}
          kind: {type: string, nullable: true, enum: [x]}
        """,
        OWNER,
    ),
    check=_null,
    typed=NULL_TYPED,
)
nullable_31 = Fragment(
    construct="nullable, 3.1 style",
    openapi=answering(
        """
        type: object
        required: [text, count, at, owner]
        properties:
          text: {type: [string, 'null']}
          count: {anyOf: [{type: integer}, {type: 'null'}]}
          at: {type: [string, 'null'], format: date-time}
          owner: {oneOf: [{$ref: '#/components/schemas/Owner'}, {type: 'null'}]}
          tags: {type: array, items: {type: ['null', string]}}
          kind: {type: [string, 'null'], enum: [x, null]}
        """,
        OWNER,
        version="3.1.0",
    ),
    check=_null,
    typed=NULL_TYPED,
)


def _modern(run: Run) -> None:
    body = {"kind": "thing", "either": 3, "any": [1], "left": {"name": "n"}, "ratio": 2, "pair": ["a", 1]}
    found = run(lambda c: c.things.get("1"), reply(200, body))
    assert found.to_dict() == body
    assert (found.kind, found.either, found.any, found.left.name) == ("thing", 3, [1], "n")
    assert not meta(found).drift
    found = run(lambda c: c.things.get("1"), reply(200, {**body, "kind": "other"}))
    assert [one.path for one in meta(found).drift] == ["$.kind"]


modern = Fragment(
    construct="a 3.1 document: const, several types, true as a schema, a reference with siblings",
    openapi=answering(
        """
        type: object
        examples: [{kind: thing}]
        properties:
          kind: {const: thing}
          either: {type: [string, integer]}
          any: true
          left: {$ref: '#/components/schemas/Owner', description: Whose it is.}
          ratio: {type: number, exclusiveMinimum: 0}
          pair: {type: array, prefixItems: [{type: string}, {type: integer}]}  # HERE
        """,
        OWNER,
        version="3.1.0",
    ),
    noted="`prefixItems` is ignored",
    check=_modern,
    typed='assert_type(client.things.get("1").either, str | int | None)',
)


def _free(run: Run) -> None:
    body = {"data": {"a": [1, {"b": None}]}, "any": 3, "bare": {"x": 1}, "list": [1, "a"]}
    found = run(lambda c: c.things.get("1"), reply(200, body))
    assert found.to_dict() == body
    assert found.data == body["data"]
    assert not meta(found).drift


free = Fragment(
    construct="free-form objects and values",
    openapi=answering(
        """
        type: object
        properties:
          data: {type: object}
          any: {}
          bare: {type: object, additionalProperties: {}}
          list: {type: array, items: {}}
        """
    ),
    check=_free,
    typed='assert_type(client.things.get("1").data, dict[str, Any] | None)',
)


def _maps(run: Run) -> None:
    body = {
        "counts": {"a": 1},
        "owners": {"x": {"name": "E"}},
        "dates": {"d": "2020-01-02T00:00:00Z"},
        "deep": {"a": {"b": ["c"]}},
    }
    found = run(lambda c: c.things.get("1"), reply(200, body))
    assert found.to_dict() == body
    assert found.owners["x"].name == "E"
    assert found.dates["d"] == datetime(2020, 1, 2, tzinfo=UTC)
    assert not meta(found).drift
    found = run(lambda c: c.things.get("1"), reply(200, {"counts": {"a": "one"}}))
    assert [one.path for one in meta(found).drift] == ["$.counts.a"]


maps = Fragment(
    construct="maps of scalars, models, dates and maps",
    openapi=answering(
        """
        type: object
        properties:
          counts: {type: object, additionalProperties: {type: integer}}
          owners: {type: object, additionalProperties: {$ref: '#/components/schemas/Owner'}}
          dates: {type: object, additionalProperties: {type: string, format: date-time}}
          deep: {type: object, additionalProperties: {type: object, additionalProperties: {type: array, items: {type: string}}}}
        """,
        OWNER,
    ),
    check=_maps,
    typed='assert_type(client.things.get("1").owners, dict[str, p.Owner] | None)',
)


def _bare_map(run: Run) -> None:
    found = run(lambda c: c.things.get("1"), reply(200, {"x": {"name": "E"}}))
    assert found["x"].name == "E"


bare_map = Fragment(
    construct="a map as an answer",
    openapi=answering("type: object\nadditionalProperties: {$ref: '#/components/schemas/Owner'}", OWNER),
    check=_bare_map,
    typed='assert_type(client.things.get("1"), dict[str, p.Owner])',
)


def _extra(run: Run, extra: object, drift: list[str]) -> None:
    body = {"id": "1", "more": extra}
    found = run(lambda c: c.things.get("1"), reply(200, body))
    assert found.to_dict() == body
    assert found.unknown_fields == {"more": extra}
    assert [one.path for one in meta(found).drift] == drift


_MORE = "type: object\nproperties: {id: {type: string}}\nadditionalProperties: "
extra_true = Fragment(
    construct="additionalProperties true", openapi=answering(_MORE + "true"), check=lambda run: _extra(run, [1], [])
)
extra_false = Fragment(
    construct="additionalProperties false",
    openapi=answering(_MORE + "false"),
    check=lambda run: _extra(run, 1, ["$.more"]),
)


def _typed_extra(run: Run) -> None:
    _extra(run, 1, [])
    _extra(run, "one", ["$.more"])


extra_typed = Fragment(
    construct="additionalProperties of a type", openapi=answering(_MORE + "{type: integer}"), check=_typed_extra
)


def _extra_model(run: Run) -> None:
    _extra(run, {"name": "E"}, [])
    _extra(run, {"name": 1}, ["$.more.name"])


extra_model = Fragment(
    construct="additionalProperties of a model",
    openapi=answering(_MORE + "{$ref: '#/components/schemas/Owner'}", OWNER),
    check=_extra_model,
)


def _formats(run: Run) -> None:
    body = {
        "day": "2020-02-29",
        "key": "64eca60b-2e55-4c38-8603-e9e6bad7d809",
        "big": 2**70,
        "days": ["2020-01-01"],
        "keys": ["64eca60b-2e55-4c38-8603-e9e6bad7d809"],
        "moments": ["2020-01-02T03:04:05.1234567Z"],
        "bytes": "aGVsbG8=",
        "link": "https://x",
        "odd": "anything",
        "nested": [[1], [2, 3]],
    }
    found = run(lambda c: c.things.get("1"), reply(200, body))
    assert found.to_dict() == body
    assert not meta(found).drift
    assert (found.day, found.key, found.big) == (date(2020, 2, 29), UUID(body["key"]), 2**70)
    assert found.nested == [[1], [2, 3]]


formats = Fragment(
    construct="formats: date, uuid, int64, byte, uri, an unknown one, and arrays of them",
    openapi=answering(
        """
        type: object
        properties:
          day: {type: string, format: date}
          key: {type: string, format: uuid}
          big: {type: integer, format: int64}
          days: {type: array, items: {type: string, format: date}}
          keys: {type: array, items: {type: string, format: uuid}}
          moments: {type: array, items: {type: string, format: date-time}}
          bytes: {type: string, format: byte}
          link: {type: string, format: uri}
          odd: {type: string, format: x-own}
          nested: {type: array, items: {type: array, items: {type: integer}}}
        """
    ),
    check=_formats,
    typed="""
    thing = client.things.get("1")
    assert_type(thing.day, date | None)
    assert_type(thing.key, UUID | None)
    """,
)


def _container_types(run: Run) -> None:
    body = {"days": ["2020-01-01"], "keys": ["64eca60b-2e55-4c38-8603-e9e6bad7d809"]}
    found = run(lambda c: c.things.get("1"), reply(200, body))
    assert found.days == [date(2020, 1, 1)]
    assert found.keys == [UUID(body["keys"][0])]
    assert found.to_dict() == body


container_types = Fragment(
    construct="dates and uuids in arrays read as dates and uuids",
    openapi=answering(
        """
        type: object
        properties:
          days: {type: array, items: {type: string, format: date}}
          keys: {type: array, items: {type: string, format: uuid}}
        """
    ),
    check=_container_types,
    typed="""
    assert_type(client.things.get("1").days, list[date] | None)
    assert_type(client.things.get("1").keys, list[UUID] | None)
    """,
)


def _patch_sent(run: Run) -> None:
    run(lambda c: c.things.create(text=None, data={"a": 1}, counts={"b": 2}), reply(204))
    assert run.body == b'{"text":null,"data":{"a":1},"counts":{"b":2}}'
    run(lambda c: c.things.create(at=datetime(2020, 1, 2, tzinfo=UTC), day=date(2020, 1, 2)), reply(204))
    assert run.body == b'{"at":"2020-01-02T00:00:00Z","day":"2020-01-02"}'


sent = Fragment(
    construct="null, maps and dates in a body",
    openapi=taking(
        """
        type: object
        properties:
          text: {type: string, nullable: true}
          data: {type: object}
          counts: {type: object, additionalProperties: {type: integer}}
          at: {type: string, format: date-time}
          day: {type: string, format: date}
        """
    ),
    check=_patch_sent,
)


def _wide(run: Run) -> None:
    body = {f"field{index}": f"value {index}" for index in range(100)}
    found = run(lambda c: c.things.get("1"), reply(200, body))
    assert found.to_dict() == body
    assert found.field99 == "value 99"


wide = Fragment(
    construct="a model of a hundred properties",
    openapi=answering(
        "type: object\nproperties:\n" + "".join(f"  field{index}: {{type: string}}\n" for index in range(100))
    ),
    check=_wide,
    typed='assert_type(client.things.get("1").field99, str | None)',
)


NUMBERS = document(
    """
    /things/search:
      get:
        operationId: searchThings
        tags: [things]
        parameters:
          - {name: n, in: query, schema: {type: number, minimum: 0, maximum: 10}}
          - {name: many, in: query, schema: {type: array, items: {type: number}}}
          - {name: whole, in: query, schema: {type: array, items: {type: integer, format: int32}}}
          - {name: filter, in: query, explode: false, schema: {type: object, additionalProperties: true}}
        responses: {"204": {description: Done.}}
    /things:
      post:
        operationId: createThing
        tags: [things]
        requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
        responses: {"204": {description: Done.}}
    """,
    """
    schemas:
      Thing:
        type: object
        properties:
          counts: {type: object, additionalProperties: {type: integer}}
          either: {oneOf: [{type: integer}, {type: array, items: {type: integer}}]}
          any: {}
          unique: {type: array, items: {}, uniqueItems: true}
          parts: {type: object, additionalProperties: {$ref: '#/components/schemas/Part'}}
      Part: {type: object, properties: {size: {type: integer}}}
    """,
)
NAN, INFINITY = float("nan"), float("inf")


def _numbers(run: Run) -> None:
    for name, value in (("n", NAN), ("many", [1.5, INFINITY]), ("filter", {"a": NAN}), ("whole", [INFINITY])):
        with pytest.raises(InvalidArgument, match=f"{name}: NaN and infinity"):
            run(lambda c, given={name: value}: c.things.search(**given))
    for made in (lambda c: c.things.create(any={"a": [NAN]}), lambda c: c.things.create(counts={"a": NAN})):
        with pytest.raises(InvalidArgument, match="NaN and infinity"):
            run(made)
    with pytest.raises(InvalidArgument, match="an integer of 32 bits"):
        run(lambda c: c.things.search(whole=[2**31]))
    run(lambda c: c.things.search(whole=[1.0, 2], many=[1.0]), reply(204))
    assert run.target == "/things/search?many=1.0&whole=1&whole=2"
    run(lambda c: c.things.create(counts={"a": 1.0}, either=[2.0], any=3.0), reply(204))
    assert run.body == b'{"counts":{"a":1},"either":[2],"any":3.0}'
    assert run.package.Thing(parts={"a": {"size": 1}}).parts["a"].size == 1


def _unique(run: Run) -> None:
    for values in ([1, True], [0, False], [[1], [True]], [{"a": 1}, {"a": True}], ["1", 1], [[], {}], [None, 0]):
        run(lambda c, values=values: c.things.create(unique=values), reply(204))
    for values in ([1, 1], [1, 1.0], ["a", "b", "a"], [{"a": 1, "b": [2]}, {"b": [2.0], "a": 1}], [None, None]):
        with pytest.raises(InvalidArgument, match="items that differ"):
            run(lambda c, values=values: c.things.create(unique=values))


def _numbers_and_uniqueness(run: Run) -> None:
    _numbers(run)
    _unique(run)


numbers = Fragment(
    construct="numbers that JSON has not, and items that differ", openapi=NUMBERS, check=_numbers_and_uniqueness
)

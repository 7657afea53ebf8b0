"""Schemas whose parts say more together than alone: required in one direction, mentioned again, fields of variants."""

import pytest
from subkit import InvalidArgument, MissingField, meta
from support.fragments import Fragment, Run, answering, document, taking
from support.scripted import reply

BOTH_WAYS = document(
    """
    /things:
      post:
        tags: [things]
        operationId: createThing
        requestBody:
          required: true
          content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
        responses:
          "201":
            description: It.
            content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
    """,
    """
    schemas:
      Thing:
        type: object
        required: [id, name, key, part]
        properties:
          id: {type: string, readOnly: true}
          name: {type: string}
          key: {type: string, writeOnly: true}
          part: {$ref: '#/components/schemas/Part'}
      Part:
        type: object
        required: [at, code]
        properties: {at: {type: string, format: date-time, readOnly: true}, code: {type: string, writeOnly: true}}
    """,
)


def _one_way(run: Run) -> None:
    came = {"id": "1", "name": "n", "part": {"at": "2026-01-02T03:04:05Z"}}
    found = run(lambda c: c.things.create(name="n", key="k", part={"code": "c"}), reply(201, came))
    assert run.body == b'{"name":"n","key":"k","part":{"code":"c"}}'
    assert meta(found).drift == ()
    assert (found.id, found.key, found.part.code) == ("1", None, None)
    found = run(
        lambda c: c.things.create(name="n", key="k", part=run.package.Part(code="c")), reply(201, {"name": "n"})
    )
    assert [(one.path, one.kind) for one in meta(found).drift] == [("$.id", "missing"), ("$.part", "missing")]
    with pytest.raises(MissingField):
        _ = found.id
    with pytest.raises(TypeError):
        run(lambda c: c.things.create(name="n", part={"code": "c"}))
    with pytest.raises(InvalidArgument, match="code"):
        run(lambda c: c.things.create(name="n", key="k", part={}))


one_way = Fragment(
    construct="required and readOnly, required and writeOnly",
    openapi=BOTH_WAYS,
    check=_one_way,
    typed="""
        found = client.things.create(name="n", key="k", part=p.Part(code="c"))
        assert_type(found.id, str)
        assert_type(found.key, str | None)
        found.key = "x"
    """,
)


def _optional_body(run: Run) -> None:
    run(lambda c: c.things.create(), reply(204))
    assert run.body is None
    run(lambda c: c.things.create(name="n"), reply(204))
    assert run.body == b'{"name":"n"}'
    with pytest.raises(InvalidArgument, match="name is required"):
        run(lambda c: c.things.create(size=1))
    run(lambda c: c.things.create(size=1), reply(204), validate=False)


optional_body = Fragment(
    construct="an optional body with required fields",
    openapi=taking(
        "{type: object, required: [name], properties: {name: {type: string}, size: {type: integer}}}"
    ).replace("required: true\n", "required: false\n", 1),
    check=_optional_body,
    typed="client.things.create()",
)


def _again(run: Run) -> None:
    body = {"kind": "a", "n": 1, "o": {"x": "x", "y": 2}, "s": "four", "p": {"name": "E", "desk": 3}}
    found = run(lambda c: c.things.get("1"), reply(200, body))
    assert (found.kind, found.n, found.o.x, found.o.y, found.p.desk) == ("a", 1, "x", 2, 3)
    assert type(found.p).__name__ == "Employee"
    assert not meta(found).drift
    found = run(lambda c: c.things.get("1"), reply(200, {"kind": "c", "n": "1", "o": {"x": 1, "y": "y"}}))
    assert [one.path for one in meta(found).drift] == ["$.kind", "$.n", "$.o.x", "$.o.y"]


mentioned_again = Fragment(
    construct="allOf that mentions a property again",
    openapi=answering(
        "$ref: '#/components/schemas/Child'",
        """
Base:
  type: object
  properties:
    kind: {type: string, enum: [a, b]}
    n: {type: integer}
    o: {type: object, properties: {x: {type: string}}}
    s: {type: string, minLength: 2, maxLength: 9}
    p: {$ref: '#/components/schemas/Person'}
Person: {type: object, properties: {name: {type: string}}}
Employee: {allOf: [{$ref: '#/components/schemas/Person'}, {properties: {desk: {type: integer}}}]}
Child:
  allOf:
    - {$ref: '#/components/schemas/Base'}
    - type: object
      properties:
        kind: {description: Always a.}
        n: {example: 3}
        o: {properties: {y: {type: integer}}}
        s: {maxLength: 5, enum: [four, seventy, one]}
        p: {$ref: '#/components/schemas/Employee'}
""",
    ),
    check=_again,
    typed="""
        assert_type(client.things.get("1").n, int | None)
        assert_type(client.things.get("1").p, p.Employee | None)
    """,
)


def _fields_of_variants(run: Run) -> None:
    run(lambda c: c.things.create(dest="d", schedule="daily"), reply(204))
    assert run.body == b'{"dest":"d","schedule":"daily"}'
    run(lambda c: c.things.create(dest="d", stream=True, mode="a"), reply(204))
    run(lambda c: c.things.create(dest="d", stream=True, mode="b"), reply(204))
    with pytest.raises(InvalidArgument, match="schedule or stream"):
        run(lambda c: c.things.create(dest="d"))
    with pytest.raises(InvalidArgument, match="mode"):
        run(lambda c: c.things.create(dest="d", stream=True, mode="c"))
    with pytest.raises(TypeError):
        run(lambda c: c.things.create(schedule="daily"))


fields_of_variants = Fragment(
    construct="allOf with a oneOf inside",
    openapi=taking("""
        allOf:
        - {type: object, required: [dest], properties: {dest: {type: string}}}
        - oneOf:
          - type: object
            required: [schedule]
            properties: {schedule: {type: string}, mode: {type: string, enum: [a]}}
          - type: object
            required: [stream]
            properties: {stream: {type: boolean}, mode: {type: string, enum: [b]}}
    """),
    check=_fields_of_variants,
    typed='client.things.create(dest="d", schedule="x")',
)


def _undeclared(run: Run) -> None:
    found = run(lambda c: c.things.get("1"), reply(200, {"id": "1", "etag": {"a": [1]}}))
    assert found.etag == {"a": [1]}
    assert not meta(found).drift
    found = run(lambda c: c.things.get("1"), reply(200, {"id": "1"}))
    assert [(one.path, one.kind) for one in meta(found).drift] == [("$.etag", "missing")]


undeclared = Fragment(
    construct="a field that is required and not declared",
    openapi=answering("{type: object, required: [id, etag], properties: {id: {type: string}}}"),
    check=_undeclared,
)


def _alias(run: Run) -> None:
    for path in ("base", "alias"):
        found = run(lambda c, path=path: getattr(c.things, path)(), reply(200, {"key": "a", "x": 1, "n": 2}))
        assert type(found).__name__ == "A"
        assert (found.x, found.n) == (1, 2)
        assert not meta(found).drift
    found = run(lambda c: c.things.alias(), reply(200, {"key": "a", "x": "no", "n": "no"}))
    assert [one.path for one in meta(found).drift] == ["$.x", "$.n"] or len(meta(found).drift) == 2


_RESPONSE = (
    "responses: {'200': {description: It., content: {application/json: {schema: {$ref: '#/components/schemas/%s'}}}}}"
)
alias = Fragment(
    construct="an alias of a model with a discriminator",
    openapi=document(
        f"""
        /base: {{get: {{tags: [things], operationId: base, {_RESPONSE % "Base"}}}}}
        /alias: {{get: {{tags: [things], operationId: alias, {_RESPONSE % "Alias"}}}}}
        """,
        """
        schemas:
          Base:
            type: object
            required: [key]
            properties: {key: {type: string}, n: {type: integer}}
            discriminator: {propertyName: key, mapping: {a: '#/components/schemas/A'}}
          Alias: {allOf: [{$ref: '#/components/schemas/Base'}]}
          A: {allOf: [{$ref: '#/components/schemas/Alias'}, {type: object, properties: {x: {type: integer}}}]}
        """,
    ),
    facade='[operations.base]\nmethod = "base"\n[operations.alias]\nmethod = "alias"\n',
    check=_alias,
    typed="assert_type(client.things.alias(), p.Base | p.A | UnknownVariant)",
)


def _mapped(run: Run) -> None:
    found = run(lambda c: c.things.get("1"), reply(200, {"kind": "http", "uri": "u"}))
    assert isinstance(found, run.package.Http)
    assert found.uri == "u"
    assert not meta(found).drift


mapped = Fragment(
    construct="a mapping to a model that does not inherit",
    openapi=answering(
        "$ref: '#/components/schemas/Channel'",
        """
Channel:
  type: object
  properties: {kind: {type: string}}
  discriminator: {propertyName: kind, mapping: {http: '#/components/schemas/Http'}}
Http: {type: object, properties: {kind: {type: string}, uri: {type: string}}}
""",
    ),
    check=_mapped,
)

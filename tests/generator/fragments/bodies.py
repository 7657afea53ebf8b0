"""Bodies: JSON, +json, form, text and binary; several media types; optional and required."""

import json

import pytest
from subkit import InvalidArgument, Operation
from support.fragments import Fragment, Run, document, taking
from support.scripted import reply


def body(content: str, required: str = "true") -> str:
    return document(f"""
        /things:
          post:
            tags: [things]
            operationId: createThing
            requestBody:
              required: {required}
              content: {content}
            responses:
              "204": {{description: Done.}}
    """)


_THING = "{type: object, required: [name], properties: {name: {type: string}, size: {type: integer}}}"


def _json(run: Run, media_type: str) -> None:
    run(lambda c: c.things.create(name="é", size=1), reply(204))
    assert json.loads(run.body or b"") == {"name": "é", "size": 1}
    assert run.header("Content-Type") == media_type
    with pytest.raises(TypeError):
        run(lambda c: c.things.create(size=1))


json_ = Fragment(
    construct="JSON body",
    openapi=body(f"{{application/json: {{schema: {_THING}}}}}"),
    check=lambda run: _json(run, "application/json"),
    typed='assert_type(client.things.create(name="n"), None)',
)
charset = Fragment(
    construct="JSON body with a charset in its media type",
    openapi=body(f"{{'application/json; charset=utf-8': {{schema: {_THING}}}}}"),
    check=lambda run: _json(run, "application/json"),
)
vendor = Fragment(
    construct="plus json body",
    openapi=body(f"{{application/vnd.x.v2+json: {{schema: {_THING}}}}}"),
    check=lambda run: _json(run, "application/vnd.x.v2+json"),
)
several = Fragment(
    construct="several media types for one body",
    openapi=body(
        f"{{application/xml: {{schema: {_THING}}}, application/x-www-form-urlencoded: {{schema: {_THING}}}, "
        f"text/json: {{schema: {_THING}}}, application/*+json: {{schema: {_THING}}}, application/json: {{schema: {_THING}}}}}"
    ),
    check=lambda run: _json(run, "application/json"),
)


def _form(run: Run) -> None:
    run(lambda c: c.things.create(name="a b&c", tags=["x", "y"], on=True), reply(204))
    assert run.body == b"name=a+b%26c&tags=x&tags=y&on=true"
    assert run.header("Content-Type") == "application/x-www-form-urlencoded"


form = Fragment(
    construct="form body",
    openapi=body(
        "{application/x-www-form-urlencoded: {schema: {type: object, properties: "
        "{name: {type: string}, tags: {type: array, items: {type: string}}, 'on': {type: boolean}}}}}"
    ),
    check=_form,
)


def _text(run: Run) -> None:
    run(lambda c: c.things.create(body="héllo"), reply(204))
    assert run.body == "héllo".encode()
    assert run.header("Content-Type") == "text/plain"


text = Fragment(
    construct="text body",
    openapi=body("{text/plain: {schema: {type: string}}}"),
    check=_text,
    typed='client.things.create(body="x")',
)


def _binary(run: Run) -> None:
    run(lambda c: c.things.create(body=b"\x00\xff"), reply(204))
    assert run.body == b"\x00\xff"
    assert run.header("Content-Type") == "application/octet-stream"


binary = Fragment(
    construct="binary body",
    openapi=body("{application/octet-stream: {schema: {type: string, format: binary}}}"),
    check=_binary,
    typed='client.things.create(body=b"x")',
)


def _optional(run: Run) -> None:
    run(lambda c: c.things.create(), reply(204))
    assert run.body is None
    assert run.header("Content-Type") is None
    run(lambda c: c.things.create(name="n"), reply(204))
    assert run.body == b'{"name":"n"}'


optional = Fragment(
    construct="optional body",
    openapi=body(f"{{application/json: {{schema: {_THING}}}}}", "false"),
    check=_optional,
    typed="client.things.create()",
)


def _empty(run: Run) -> None:
    run(lambda c: c.things.create(), reply(204))
    assert run.body == b"{}"


empty = Fragment(
    construct="required body all of whose fields are optional",
    openapi=body("{application/json: {schema: {type: object, properties: {name: {type: string}}}}}"),
    check=_empty,
)


def _array(run: Run) -> None:
    run(lambda c: c.things.create(body=[{"name": "a"}, run.package.Item(name="b")]), reply(204))
    assert run.body == b'[{"name":"a"},{"name":"b"}]'
    with pytest.raises(InvalidArgument):
        run(lambda c: c.things.create(body=[{"name": 1}]))


array = Fragment(
    construct="array of models as a body",
    openapi=taking(
        "type: array\nitems: {$ref: '#/components/schemas/Item'}",
        "Item: {type: object, properties: {name: {type: string}}}",
    ),
    check=_array,
    typed='client.things.create(body=[p.Item(name="a"), {"name": "b"}])',
)


def _map(run: Run) -> None:
    run(lambda c: c.things.create(body={"a": 1}), reply(204))
    assert run.body == b'{"a":1}'


map_ = Fragment(
    construct="a map as a body",
    openapi=taking("type: object\nadditionalProperties: {type: integer}"),
    check=_map,
    typed='client.things.create(body={"a": 1})',
)


def _scalar(run: Run) -> None:
    run(lambda c: c.things.create(body="a"), reply(204))
    assert run.body == b'"a"'


scalar = Fragment(construct="a text as a JSON body", openapi=taking("type: string"), check=_scalar)


def _nested(run: Run) -> None:
    run(lambda c: c.things.create(owner={"name": "E"}, tags=[{"key": "k"}]), reply(204))
    assert run.body == b'{"owner":{"name":"E"},"tags":[{"key":"k"}]}'


nested = Fragment(
    construct="inline objects in a body",
    openapi=taking("""
        type: object
        properties:
          owner: {type: object, properties: {name: {type: string}}}
          tags: {type: array, items: {type: object, properties: {key: {type: string}}}}
    """),
    check=_nested,
)


def _anything(run: Run) -> None:
    run(lambda c: c.things.create(body=[1, {"a": None}]), reply(204))
    assert run.body == b'[1,{"a":null}]'


anything = Fragment(construct="a body without a schema", openapi=body("{application/json: {}}"), check=_anything)


def _wild(run: Run) -> None:
    run(lambda c: c.things.create(name="n"), reply(204))
    assert run.header("Content-Type") == "application/json"


wild = Fragment(construct="a body of */*", openapi=body(f"{{'*/*': {{schema: {_THING}}}}}"), check=_wild)


def _multipart(run: Run) -> None:
    run(
        lambda c: c.things.create(file=b"\x00\xff", note="é", tags=["a", "b"], meta={"k": [1]}, more=[b"x"]), reply(204)
    )
    media_type, _, boundary = (run.header("Content-Type") or "").partition("; boundary=")
    assert media_type == "multipart/form-data"
    *parts, end = (run.body or b"").split(f"--{boundary}".encode())[1:]
    assert end == b"--\r\n"
    assert {part.removeprefix(b"\r\n").removesuffix(b"\r\n") for part in parts} == {
        b'Content-Disposition: form-data; name="file"; filename="file"\r\nContent-Type: image/png\r\n\r\n\x00\xff',
        'Content-Disposition: form-data; name="note"\r\n\r\né'.encode(),
        b'Content-Disposition: form-data; name="tags"\r\n\r\na',
        b'Content-Disposition: form-data; name="tags"\r\n\r\nb',
        b'Content-Disposition: form-data; name="meta"\r\nContent-Type: application/json\r\n\r\n{"k":[1]}',
        b'Content-Disposition: form-data; name="more"; filename="more"\r\n'
        b"Content-Type: application/octet-stream\r\n\r\nx",
    }
    operation = run.package.operations.create_thing(file=b"\x00\xff", more=[b"x", b""])
    assert Operation.from_dict(operation.to_dict()) == operation
    for wrong in ({"file": "text"}, {"file": b"", "note": 1}, {"file": b"", "more": ["x"]}):
        with pytest.raises(InvalidArgument):
            run(lambda c, wrong=wrong: c.things.create(**wrong))


_FILES = (
    "{type: object, required: [file], properties: {file: {type: string, format: binary}, note: {type: string}, "
    "tags: {type: array, items: {type: string}}, meta: {type: object}, "
    "more: {type: array, items: {type: string, format: binary}}}}"
)
multipart = Fragment(
    construct="a multipart body, chosen for its binary fields",
    openapi=body(
        f"{{application/json: {{schema: {_FILES}}}, "
        f"multipart/form-data: {{schema: {_FILES}, encoding: {{file: {{contentType: image/png}}}}}}}}"
    ),
    check=_multipart,
    typed='client.things.create(file=b"x", more=[b"y"])',
)

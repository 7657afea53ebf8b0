"""Replies: statuses, media types, several successes, none."""

import pytest
import subkit
from subkit import ServerError, meta
from support.fragments import Fragment, Run, document
from support.scripted import reply


def replies(responses: str, components: str = "") -> str:
    indented = "\n".join(" " * 14 + line for line in responses.strip("\n").splitlines())
    return document(
        f"""
        /things/{{thingId}}:
          get:
            operationId: getThing
            tags: [things]
            parameters: [{{name: thingId, in: path, required: true, schema: {{type: string}}}}]
            responses:
{indented}
        """,
        components,
    )


A = "{application/json: {schema: {$ref: '#/components/schemas/A'}}}"
B = "{application/json: {schema: {$ref: '#/components/schemas/B'}}}"
SCHEMAS = """
schemas:
  A: {type: object, required: [a], properties: {a: {type: string}}}
  B: {type: object, required: [b], properties: {b: {type: string}}}
"""


def _default(run: Run) -> None:
    assert run(lambda c: c.things.get("1"), reply(200, {"a": "x"})).a == "x"
    assert run(lambda c: c.things.get("1"), reply(203, {"a": "x"})).a == "x"
    with pytest.raises(ServerError) as caught:
        run(lambda c: c.things.get("1"), reply(500, {"b": "broken"}))
    assert caught.value.problem.b == "broken"
    with pytest.raises(ServerError):
        run(
            lambda c: c.things.get("1"), reply(502, b"<html>", content_type="text/html"), retry=subkit.Retry(attempts=1)
        )


default = Fragment(
    construct="default as the error",
    openapi=replies(
        f'"200": {{description: It., content: {A}}}\ndefault: {{description: Wrong., content: {B}}}', SCHEMAS
    ),
    check=_default,
    typed='assert_type(client.things.get("1"), p.A)',
)


def _only(run: Run) -> None:
    assert run(lambda c: c.things.get("1"), reply(200, {"a": "x"})).a == "x"
    with pytest.raises(subkit.NotFound):
        run(lambda c: c.things.get("1"), reply(404, {"a": "x"}))


only = Fragment(
    construct="default as the only reply",
    openapi=replies(f"default: {{description: It., content: {A}}}", SCHEMAS),
    check=_only,
    typed='assert_type(client.things.get("1"), p.A)',
)


def _range(run: Run) -> None:
    for status in (200, 206, 299):
        assert run(lambda c, status=status: c.things.get("1"), reply(status, {"a": "x"})).a == "x"
    with pytest.raises(subkit.NotFound) as caught:
        run(lambda c: c.things.get("1"), reply(404, {"b": "gone"}))
    assert caught.value.problem.b == "gone"


range_ = Fragment(
    construct="2XX and 4XX",
    openapi=replies(f"2XX: {{description: It., content: {A}}}\n4XX: {{description: Wrong., content: {B}}}", SCHEMAS),
    check=_range,
    typed='assert_type(client.things.get("1"), p.A)',
)


def _several(run: Run) -> None:
    found = run(lambda c: c.things.get("1"), reply(200, {"a": "x"}))
    assert isinstance(found, run.package.A)
    found = run(lambda c: c.things.get("1"), reply(202, {"b": "x"}))
    assert isinstance(found, run.package.B)
    assert run(lambda c: c.things.get("1"), reply(204)) is None


several = Fragment(
    construct="several success models",
    openapi=replies(
        f'"200": {{description: It., content: {A}}}\n"202": {{description: Later., content: {B}}}\n"204": {{description: None.}}',
        SCHEMAS,
    ),
    check=_several,
    typed='assert_type(client.things.get("1"), p.A | p.B | None)',
)


def _unusual(run: Run) -> None:
    assert run(lambda c: c.things.get("1"), reply(207, {"a": "x"})).a == "x"
    for status in (418, 420, 499):
        with pytest.raises(subkit.ApiError) as caught:
            run(lambda c, status=status: c.things.get("1"), reply(status, {"b": "why"}))
        assert caught.value.status == status
    with pytest.raises(subkit.ApiError) as caught:
        run(lambda c: c.things.get("1"), reply(420, {"b": "why"}))
    assert caught.value.problem.b == "why"
    with pytest.raises(subkit.ServerError) as server:
        run(lambda c: c.things.get("1"), reply(599, {"b": "why"}))
    assert server.value.status == 599


unusual = Fragment(
    construct="unusual and unquoted statuses",
    openapi=replies(
        f"207: {{description: It., content: {A}}}\n420: {{description: Calm., content: {B}}}\n599: {{description: Odd., content: {B}}}",
        SCHEMAS,
    ),
    check=_unusual,
)


def _bodyless(run: Run) -> None:
    assert run(lambda c: c.things.get("1"), reply(200)) is None
    assert run(lambda c: c.things.get("1"), reply(200, {"surprise": 1})) is None
    with pytest.raises(subkit.Forbidden):
        run(lambda c: c.things.get("1"), reply(403))


bodyless = Fragment(
    construct="replies without a body",
    openapi=replies('"200": {description: Done.}\n"403": {description: No.}'),
    check=_bodyless,
    typed='assert_type(client.things.get("1"), None)',
)


def _media(run: Run) -> None:
    assert run(lambda c: c.things.get("1"), reply(200, {"a": "x"})).a == "x"
    assert run.header("Accept") == "application/json"


media = Fragment(
    construct="a reply in several media types",
    openapi=replies(
        '"200": {description: It., content: {application/xml: {schema: {type: string}}, text/csv: {schema: {type: string}}, '
        "application/json: {schema: {$ref: '#/components/schemas/A'}}, text/json: {schema: {$ref: '#/components/schemas/A'}}}}",
        SCHEMAS,
    ),
    check=_media,
    typed='assert_type(client.things.get("1"), p.A)',
)


def _plus(run: Run) -> None:
    found = run(
        lambda c: c.things.get("1"), reply(200, b'{"a":"x"}', content_type="application/hal+json; charset=utf-8")
    )
    assert found.a == "x"
    assert run.header("Accept") == "application/hal+json"


plus = Fragment(
    construct="plus json reply",
    openapi=replies(
        "\"200\": {description: It., content: {application/hal+json: {schema: {$ref: '#/components/schemas/A'}}}}",
        SCHEMAS,
    ),
    check=_plus,
)


def _text(run: Run) -> None:
    found = run(
        lambda c: c.things.get("1"), reply(200, "é".encode("latin-1"), content_type="text/plain; charset=latin-1")
    )
    assert found == "é"
    assert run.header("Accept") == "text/plain"


text = Fragment(
    construct="text reply",
    openapi=replies('"200": {description: It., content: {text/plain: {schema: {type: string}}}}'),
    check=_text,
    typed='assert_type(client.things.get("1"), str)',
)


def _binary(run: Run) -> None:
    assert run(lambda c: c.things.get("1"), reply(200, b"\x00\xff", content_type="image/png")) == b"\x00\xff"
    assert run.header("Accept") == "image/png"


binary = Fragment(
    construct="binary reply",
    openapi=replies('"200": {description: It., content: {image/png: {schema: {type: string, format: binary}}}}'),
    check=_binary,
    typed='assert_type(client.things.get("1"), bytes)',
)


def _scalars(run: Run) -> None:
    assert run(lambda c: c.things.get("1"), reply(200, 3)) == 3


scalar = Fragment(
    construct="a number as a reply",
    openapi=replies('"200": {description: It., content: {application/json: {schema: {type: integer}}}}'),
    check=_scalars,
    typed='assert_type(client.things.get("1"), int)',
)


def _inline(run: Run) -> None:
    found = run(lambda c: c.things.get("1"), reply(200, {"data": {"id": "1"}, "list": [{"id": "2"}]}))
    assert (found.data.id, found.list[0].id) == ("1", "2")
    assert not meta(found).drift


inline = Fragment(
    construct="inline objects in a reply, one called list",
    openapi=replies(
        '"200": {description: It., content: {application/json: {schema: {type: object, properties: '
        "{data: {type: object, properties: {id: {type: string}}}, "
        "list: {type: array, items: {type: object, properties: {id: {type: string}}}}}}}}}"
    ),
    check=_inline,
)


def _shared(run: Run) -> None:
    assert run(lambda c: c.things.get("1"), reply(200, {"a": "x"})).a == "x"
    with pytest.raises(subkit.NotFound) as caught:
        run(lambda c: c.things.get("1"), reply(404, {"b": "gone"}))
    assert caught.value.problem.b == "gone"


shared = Fragment(
    construct="shared responses",
    openapi=replies(
        '"200": {$ref: "#/components/responses/It"}\n"404": {$ref: "#/components/responses/Gone"}',
        f"responses:\n  It: {{description: It., content: {A}}}\n  Gone: {{description: Gone., content: {B}}}\n"
        + SCHEMAS,
    ),
    check=_shared,
)


def _no_success(run: Run) -> None:
    assert run(lambda c: c.things.get("1"), reply(200, {"any": 1})) in (None, {"any": 1})
    with pytest.raises(subkit.NotFound):
        run(lambda c: c.things.get("1"), reply(404, {"b": "gone"}))


undeclared = Fragment(
    construct="only errors documented",
    openapi=replies(f'"404": {{description: Gone., content: {B}}}', SCHEMAS),
    check=_no_success,
)

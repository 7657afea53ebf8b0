"""What would be lost or wrong in a client is refused, each finding at its line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from support.spec_folder import (
    FACADE,
    OPENAPI,
    Edit,
    all_examples,
    check_marked,
    edited,
    example,
    marked_line,
    refusal,
    write_spec,
)

from generator.diagnostics import SpecError
from generator.pipeline import package_of
from generator.render.package import render

THING = '$ref: "#/components/schemas/Thing"'
BODY = '$ref: "#/components/schemas/NewThing"'
COLOUR = '          $ref: "#/components/schemas/Colour"'
QUERY_SCHEMA = "          schema:\n            type: string\n            maxLength: 77\n"
QUERY = "        - name: pageToken\n          in: query\n"
CREATE = "      operationId: createThing\n"
RECIPE = "        recipe:\n          type: string\n          description: JSON."
OBJECT = "type: object, description: x, x-source: 'page: x', properties: {kept: {type: string, description: x}}"
THING_REF = "{$ref: '#/components/schemas/Thing'}"

FINDINGS: list[tuple[list[Edit], str]] = [
    ([("openapi: 3.0.3", "openapi: 3.2.0  # HERE")], "version 3.2.0 is not supported"),
    ([("openapi: 3.0.3\ninfo:", "swagger: '2.0'  # HERE\ninfo:")], "the version is missing"),
    ([("info:\n  title: Acme things\n", "info:  # HERE\n")], "invalid OpenAPI: $.info: "),
    ([("operationId: createThing", "operationId: listThings  # HERE")], "duplicate operationId 'listThings'"),
    ([(COLOUR, '          $ref: "#/components/schemas/Kolour"  # HERE')], "target not found"),
    ([(COLOUR, '          $ref: "other.yaml#/Colour"  # HERE')], "only references within this file are supported"),
    ([('        default:\n          $ref: "#/components/responses/NotFound"',
       '        default:\n          $ref: "#/components/responses/Lost"  # HERE')], "target not found"),
    ([(f"        colour:\n{COLOUR}", '        example:\n          $ref: "#/components/schemas/Lost"  # HERE')],
     "target not found"),
    ([(COLOUR, '          $ref: "https://x.example/a"  # HERE')], "only references within this file are supported"),
    ([('      x-source: "page: create"\n      tags', "      tags"), ("    post:", "    post:  # HERE")], "no x-source"),
    ([('x-source: "page: delete"', 'x-source: "pag: delete"  # HERE')], "x-source 'pag' is not in info.x-sources (page)"),
    ([('x-source: "page: tenants"', 'x-source: "zzz: tenants"  # HERE')], "x-source 'zzz' is not in info.x-sources"),
    ([('        description: Id of the thing.\n        x-source: "page: get, parameters"\n', ""),
      ('      x-source: "page: get"\n      tags', "      tags"), ("      - name: thingId", "      - name: thingId  # HERE")],
     "the parameter 'thingId' has no x-source"),
    ([('x-source: "page: thing"', 'x-source: "page: thing; zzz: b"  # HERE')], "x-source 'zzz' is not in"),
    ([("description: Its id.", 'x-source: "zzz: id"  # HERE')], "x-source 'zzz' is not in"),
    ([('"204":', '"404":'), ('        "404":\n          $ref: "#/components/responses/NotFound"\ncomp', "comp")], "no success"),
    ([(QUERY, "        - name: pageToken  # HERE\n          in: cookie\n")], "cookie parameters are not supported"),
    ([(QUERY, "        - name: pageToken  # HERE\n          in: query\n"
       "          content: {text/plain: {schema: {type: string}}}\n"), (QUERY_SCHEMA, "")],
     "the parameter 'pageToken': `content` of type text/plain is not supported"),
    ([("  - name: thingId", "  - name: otherId  # HERE")], "path parameter 'otherId' is not in the path"),
    ([("required: [id, name]", "required: [id, nam]  # HERE")], "Thing requires 'nam'"),
    ([('      x-source: "page: thing"\n', ""), ("        id:", "        id:  # HERE")], "the property Thing.id has no x-source"),
]  # fmt: skip

LOSSES: list[tuple[list[Edit], str]] = [
    ([(RECIPE, f"{RECIPE}\n          minlength: 3  # HERE")], "minlength"),
    ([("enum: [RED, GREEN]", "enum: []  # HERE")], ""),
    ([("    Colour:\n      type: string", '    Colour:\n      $ref: "#/components/schemas/Colour"  # HERE')], "circular"),
    ([("    Tenant:\n", '    Tenant:\n      $ref: "#/components/parameters/Tenant"  # HERE\n')], "circular"),
    ([(QUERY, f"        - {{name: a, in: query, x-source: 'page: a', schema: {{type: string}}}}\n"
       f"        - {{name: a, in: query, x-source: 'page: a', schema: {{type: integer}}}}  # HERE\n{QUERY}")], ""),
    ([(QUERY, "        - name: x\n          in: body  # HERE\n          schema: {type: string}\n" + QUERY)], "body"),
    ([('"304":', '"abc":  # HERE')], "'abc'"),
    ([("/things/{thingId}:", "/things/{thingId}/{lost}:  # HERE")], "lost"),
]  # fmt: skip

ANSWER = '        "201":\n          description: The new thing.\n          content:\n            application/json:\n'
INLINE: list[Edit] = [
    (RECIPE, f"        recipe: {{{OBJECT}}}"),
    (RECIPE, f"        recipe: {{type: object, additionalProperties: {{{OBJECT}}}}}"),
    (RECIPE, f"        recipe: {{oneOf: [{{{OBJECT}}}, {{type: string}}]}}"),
    (RECIPE, f"        recipe: {{type: array, items: {{{OBJECT}}}}}"),
    (RECIPE, f"        recipe: {{type: array, items: {{type: array, items: {{{OBJECT}}}}}}}"),
    (RECIPE, f"        recipe: {{allOf: [{{{OBJECT}}}, {THING_REF}]}}"),
    (f"{ANSWER}              schema:\n                {THING}\n", f"{ANSWER}              schema: {{{OBJECT}}}\n"),
    (f"            schema:\n              {BODY}\n", f"            schema: {{{OBJECT}}}\n"),
]
INLINE_ENUM: list[Edit] = [
    (COLOUR, "          x-source: 'page: c'\n          description: c\n          type: string\n          enum: [KEPT]"),
    (RECIPE, "        recipe: {type: array, description: c, items: {type: string, enum: [KEPT]}}"),
    ("            maxLength: 77", "            enum: [KEPT]"),
]


@pytest.mark.parametrize(("edits", "text"), FINDINGS)
def test_a_finding_is_told_at_its_line(tmp_path: Path, edits: list[Edit], text: str) -> None:
    """Each rule of the checks has its words and its line."""
    folder = write_spec(tmp_path, openapi=edited(OPENAPI, edits))
    if "no success" in text:
        assert any(text in diagnostic.text for diagnostic in refusal(folder))
    else:
        check_marked(folder, text)


@pytest.mark.parametrize(("edits", "text"), LOSSES)
def test_what_would_be_lost_is_refused(tmp_path: Path, edits: list[Edit], text: str) -> None:
    """What the generator cannot carry over is refused at its line; it neither gets lost nor ends in a traceback."""
    check_marked(write_spec(tmp_path, openapi=edited(OPENAPI, edits)), text)


@pytest.mark.parametrize("edit", INLINE)
def test_an_inline_object_is_kept(tmp_path: Path, edit: Edit) -> None:
    """An object that is described where it is used becomes a model with its properties; it never gets lost."""
    facade = FACADE.partition("[models")[0]
    package = package_of(write_spec(tmp_path, openapi=edited(OPENAPI, [edit]), facade=facade))
    assert sum(one.wire == "kept" for model in package.models for one in model.properties) == 1
    assert "kept" in "".join(render(package).values())


@pytest.mark.parametrize("edit", INLINE_ENUM)
def test_an_inline_enum_is_kept(tmp_path: Path, edit: Edit) -> None:
    """An enum that is described where it is used becomes a class with its values."""
    facade = FACADE.partition("[models")[0]
    package = package_of(write_spec(tmp_path, openapi=edited(OPENAPI, [edit]), facade=facade))
    assert sum(one.value == "KEPT" for enum in package.enums for one in enum.values) == 1


CLASHES: list[Edit] = [
    (CREATE, f"{CREATE}      parameters:\n        - {{name: name, in: query, x-source: 'page: c', schema: {{type: string}}}}\n"),
    ("        - name: If-None-Match", "        - {name: thing, in: query, x-source: 'page: g', schema: {type: string}}\n"
     "        - name: If-None-Match"),
    ("        - name: If-None-Match", "        - {name: if_none_match, in: query, x-source: 'page: g', schema: {type: string}}\n"
     "        - name: If-None-Match"),
    (QUERY, f"        - {{name: page_token, in: header, x-source: 'page: g', schema: {{type: string}}}}\n{QUERY}"),
    (QUERY, f"        - {{name: resume, in: query, x-source: 'page: g', schema: {{type: string}}}}\n{QUERY}"),
]  # fmt: skip


@pytest.mark.parametrize("edit", CLASHES)
def test_arguments_have_names_of_their_own(tmp_path: Path, edit: Edit) -> None:
    """Parameters of different places that would be called alike in Python get different names, or are refused."""
    try:
        package = package_of(write_spec(tmp_path, openapi=edited(OPENAPI, [edit])))
    except SpecError:
        return
    for call in package.calls:
        names = [one.python for one in call.arguments]
        assert len(names) == len(set(names))
    for name, text in render(package).items():
        compile(text if name.endswith(".py") else "", name, "exec")


def test_an_operation_says_who_may_call_it(tmp_path: Path) -> None:
    """Without security for all, each operation needs its own; an empty one says that none is needed."""
    edits = [("security:\n  - bearer: [things]\n", ""), (CREATE, f"{CREATE}      security: []\n")]
    folder = write_spec(tmp_path, openapi=edited(OPENAPI, edits))
    lines = (folder / "openapi.yaml").read_text("utf-8").splitlines()
    verbs = [number for number, line in enumerate(lines, 1) if line in ("    get:", "    delete:")]
    text = "no security: name a scheme, or set `security: []` for none"
    assert [(line, text) for line in verbs] == [(diagnostic.line, diagnostic.text) for diagnostic in refusal(folder)]


def test_what_is_shared_is_told_once(tmp_path: Path) -> None:
    """A mistake in a parameter that all operations share is one finding."""
    edits = [('x-source: "page: tenants"', 'x-source: "zzz: tenants"')]
    assert len(refusal(write_spec(tmp_path, openapi=edited(OPENAPI, edits)))) == 1


def test_all_findings_are_listed(tmp_path: Path) -> None:
    """Several findings, in both files, are told at once and in order."""
    edits = [('"page: list"\n      tags', '"a: list"\n      tags'), ('"page: thing"', '"b: thing"')]
    folder = write_spec(tmp_path, openapi=edited(OPENAPI, edits), facade=f"{FACADE}title = 'zzz'\n")
    assert [diagnostic.file.name for diagnostic in refusal(folder)] == ["facade.toml", "openapi.yaml", "openapi.yaml"]
    assert sorted(refusal(folder)) == refusal(folder)


def test_facade_and_structure_are_told_together(tmp_path: Path) -> None:
    """A broken document does not hide what is wrong in facade.toml."""
    folder = write_spec(tmp_path, openapi="openapi: 2.0.0\n", facade="a = 1\n")
    assert [diagnostic.file.name for diagnostic in refusal(folder)] == ["facade.toml", "openapi.yaml"]


@pytest.mark.parametrize("paths", ["paths:  # HERE\n", "paths: []  # HERE\n", "paths: x  # HERE\n"])
def test_there_are_paths(tmp_path: Path, paths: str) -> None:
    """Paths that are no mapping are refused."""
    head, _, tail = OPENAPI.partition("paths:\n")
    folder = write_spec(tmp_path, openapi=head + paths + "components:" + tail.partition("components:")[2])
    check_marked(folder, "invalid OpenAPI")


def test_two_functions_with_one_name(tmp_path: Path) -> None:
    """Names that clash in Python are refused where they come from."""
    facade = f"{FACADE}[operations.deleteThing]\nmethod = 'get'\n[operations.getThing]\nmethod = 'get'\n"
    texts = [diagnostic.text for diagnostic in refusal(write_spec(tmp_path, facade=facade))]
    assert [
        "two operations would be named get_thing: set a method in facade.toml [operations.deleteThing]" in texts,
        "two operations would be named get_thing: set a method in facade.toml [operations.getThing]" in texts,
    ] == [True, True]


@pytest.mark.parametrize("name", ["AcmeThings", "AsyncAcmeThings"])
def test_a_class_called_like_the_client(tmp_path: Path, name: str) -> None:
    """A model may not take the name of a client."""
    (diagnostic,) = refusal(write_spec(tmp_path, facade=f"{FACADE}[models.Thing]\nname = '{name}'\n"))
    assert f"two classes would be named {name}" in diagnostic.text


CHANGES: list[tuple[str, dict[str, Any], str]] = [
    ("list.json", {"operation": "zzz"}, "unknown operation 'zzz'"),
    ("list.json", {"origin": "made up"}, "origin must be one of documented, repaired, assembled, synthesised"),
    ("list.json", {"origin": "repaired"}, "a repaired example must describe the correction"),
    ("list.json", {"request": {"method": "POST", "path": "/t/things"}}, "the request does not match GET /{tenantId}/things"),
    ("list.json", {"request": {"method": "GET", "path": "/t/things/a"}}, "the request does not match GET /{tenantId}/things"),
    ("list.json", {"request": {"method": "GET", "path": "/t/things", "query": [["page", "1"]]}}, "no query parameter 'page'"),
    ("create.json", {"request": {"method": "POST", "path": "/t/things", "body": {"name": ""}}}, "request body does not match"),
    ("create.json", {"response": {"status": 201, "body": {"id": 1, "name": "n"}}}, "match its schema: $.id: 1 is not"),
    ("list.json", {"response": {"status": 200, "body": {"items": [{"id": "1"}]}}}, "$.items[0]: 'name' is a required"),
    ("get.json", {"response": {"status": 418}}, "getThing does not document the status 418"),
    ("get.json", {"response": 7}, "`response`"),
    ("get.json", {"response": {}}, "`response`"),
    ("get.json", {"response": {"status": "200"}}, "`response`"),
    ("get.json", {"request": []}, "`request`"),
    ("get.json", {"request": {"method": 1, "path": "/t/things/1"}}, "`request`"),
    ("get.json", {"request": {"method": "GET"}}, "`request`"),
    ("get.json", {"request": {"method": "GET", "path": "/t/things/1", "query": 7}}, "`request`"),
    ("get.json", {"operation": ["getThing"]}, "unknown operation"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "change", "text"), CHANGES)
def test_an_example_is_as_the_specification_says(tmp_path: Path, name: str, change: dict[str, Any], text: str) -> None:
    """Each rule about examples has its words, and the finding names the example's file."""
    examples = all_examples()
    examples[name] |= change
    folder = write_spec(tmp_path, examples=examples)
    assert [folder / "examples" / name] == [one.file for one in refusal(folder) if text in one.text]


@pytest.mark.parametrize("data", [7, None, [], "null", {"operation": "getThing"}])
def test_an_example_says_everything(tmp_path: Path, data: Any) -> None:
    """An example that lacks keys, or is no object at all, is told so."""
    folder = write_spec(tmp_path, examples={**all_examples(), "a.json": data})
    assert [folder / "examples" / "a.json"] == [one.file for one in refusal(folder) if "missing keys" in one.text]


@pytest.mark.parametrize(("name", "kind"), [("get.json", "success"), ("delete-error.json", "error")])
def test_every_operation_has_examples(tmp_path: Path, name: str, kind: str) -> None:
    """An operation without a success or an error is told at its line, once there are examples at all."""
    examples = {key: value for key, value in all_examples().items() if key != name}
    verb = {"get.json": "    get:\n      operationId: getThing", "delete-error.json": "    delete:"}[name]
    openapi = edited(OPENAPI, [(verb, verb.replace(":", ":  # HERE", 1))])
    check_marked(write_spec(tmp_path, openapi=openapi, examples=examples), f"has no {kind} example")


def test_a_query_of_an_example_is_known(tmp_path: Path) -> None:
    """A documented query parameter in an example is fine."""
    listed = example("listThings", "GET", "/t/things", 404, request={"query": [["pageToken", "1"]]}, title="HERE")
    listed["operation"] = "zzz"
    folder = write_spec(tmp_path, examples={**all_examples(), "more.json": listed})
    assert marked_line(folder / "examples" / "more.json") == 1
    assert [(folder / "examples" / "more.json", 1)] == [(one.file, one.line) for one in refusal(folder)]

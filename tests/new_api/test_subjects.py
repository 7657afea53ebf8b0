"""What a call is about: recognised by its place, of any type, of its own kind only, and sent back unchecked."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any

import pytest
from subkit import InvalidArgument
from support.begun import answering, asked, begin, header, parameter, reply

SUB = "Sub: {type: object, properties: {id: {type: string}, uuid: {type: string}, url: {type: string}}}"
REF = "{$ref: '#/components/schemas/Sub'}"
BODY = f"requestBody: {{required: true, content: {{application/json: {{schema: {REF}}}}}}}"


def subs(name: str, schema: str = "{type: string}", tag: str = "subs") -> str:
    """A collection whose objects can be read and replaced on conditions."""
    one = parameter(name, "path", schema)
    conditional = answering(REF)[:-1] + ", '304': {description: same}}"
    return f"""
/subs:
  get: {{operationId: listSubs, tags: [{tag}], responses: {answering(f"{{type: array, items: {REF}}}")}}}
/subs/{{{name}}}:
  get:
    operationId: getSub
    tags: [{tag}]
    parameters: [{one}, {parameter("If-None-Match", "header")}]
    responses: {conditional}
  put:
    operationId: updateSub
    tags: [{tag}]
    parameters: [{one}, {parameter("If-Match", "header")}]
    {BODY}
    responses: {answering(REF)}
/subs/{{{name}}}/pause:
  post: {{operationId: pauseSub, tags: [{tag}], parameters: [{one}], responses: {{'204': {{description: ok}}}}}}
"""


@pytest.mark.parametrize("name", ["id", "uuid", "sid", "subId", "sub_id", "sub", "subscriptionUuid"])
def test_any_spelling(tmp_path: Path, name: str) -> None:
    """However the parameter is spelled, it is positional, takes a fetched object, and has `refresh` and If-Match."""
    body = {"id": "7", "uuid": "7", "url": "u"}
    answers = [reply(body, ETag='"a"'), reply(status=304), reply(body), reply(status=204)]
    with begin(tmp_path, subs(name), SUB).client(*answers) as (client, double):
        found = client.subs.get("7")
        assert client.subs.refresh(found) is found
        client.subs.update(found, url="w")
        client.subs.pause(found)
        assert hasattr(client.subs, "modify")
    assert asked(double) == ["GET /subs/7", "GET /subs/7", "PUT /subs/7", "POST /subs/7/pause"]
    assert (header(double.asked[1], "If-None-Match"), header(double.asked[2], "If-Match")) == ('"a"', '"a"')


def test_another_tag(tmp_path: Path) -> None:
    """The tag need not be called like the collection."""
    with begin(tmp_path, subs("id", tag="'Web Hooks'"), SUB).client(reply(status=204)) as (client, double):
        client.web_hooks.pause_sub("7")
    assert asked(double) == ["POST /subs/7/pause"]


TYPES: list[tuple[str, Any, str]] = [
    ("{type: integer}", 5, "5"),
    ("{type: integer, format: int64}", "9007199254740993", "9007199254740993"),
    ("{type: number}", 5.5, "5.5"),
    ("{type: string, format: date}", "2026-01-02", "2026-01-02"),
    ("{type: string, format: uuid}", "7d444840-9dc0-11d1-b245-5ffdce74fad2", "7d444840-9dc0-11d1-b245-5ffdce74fad2"),
    ("{oneOf: [{type: integer}, {type: string}]}", 7, "7"),
    ("{oneOf: [{type: integer}, {type: string}]}", "seven", "seven"),
    ("{}", 7, "7"),
]


@pytest.mark.parametrize(("schema", "given", "sent"), TYPES)
def test_ids_of_every_type(tmp_path: Path, schema: str, given: Any, sent: str) -> None:
    """An id has the type that the document says, and its text is taken as well."""
    with begin(tmp_path, subs("id", schema), SUB).client(reply(status=204), reply(status=204)) as (client, double):
        client.subs.pause(given)
        client.subs.pause(str(given))
    assert asked(double) == [f"POST /subs/{sent}/pause"] * 2


@pytest.mark.parametrize("given", [True, 5.5, "five", "", None])
def test_what_is_no_integer(tmp_path: Path, given: Any) -> None:
    """What is no integer is refused where the id is one, before anything is sent."""
    with begin(tmp_path, subs("id", "{type: integer}"), SUB).client() as (client, double):
        with pytest.raises(InvalidArgument):
            client.subs.pause(given)
        assert double.asked == []


def test_an_id_of_the_client(tmp_path: Path) -> None:
    """A path parameter of the client has the type that the document says."""
    paths = "/t/{tenant}" + subs("id").strip().replace("\n/", "\n/t/{tenant}/")
    tenant = parameter("tenant", "path", "{type: integer}")
    paths = paths.replace("parameters: [", f"parameters: [{tenant}, ").replace(
        "listSubs, ", f"listSubs, parameters: [{tenant}], "
    )
    with begin(tmp_path, paths, SUB).client(reply(status=204), tenant=12) as (client, double):
        client.subs.pause("7")
        assert str(inspect.signature(type(client)).parameters["tenant"].annotation) == "int | str"
    assert asked(double) == ["POST /t/12/subs/7/pause"]


def test_an_object_of_another_kind(tmp_path: Path) -> None:
    """A fetched object of another collection has an id too, and is refused."""
    other = subs("id").replace("/subs", "/programs").replace("Sub,", "Program,").replace("[subs]", "[programs]")
    other = other.replace("/Sub'", "/Program'").replace("listSubs", "listPrograms")
    other = other.replace("updateSub", "updateProgram").replace("getSub", "getProgram")
    models = f"{SUB}\nProgram: {{type: object, properties: {{id: {{type: string}}, url: {{type: string}}}}}}"
    with begin(tmp_path, subs("id") + other.lstrip("\n"), models).client(reply({"id": "p"})) as (client, double):
        program = client.programs.get("p")
        with pytest.raises(
            InvalidArgument, match=r"must be .*Sub or an id .*, not an object of another kind: .*Program"
        ):
            client.subs.pause(program)
        assert len(double.asked) == 1


SETTINGS = """
/subs/{id}/settings:
  get:
    operationId: getSubSettings
    tags: [subs]
    parameters: [%s, %s]
    responses: %s
  put:
    operationId: updateSubSettings
    tags: [subs]
    parameters: [%s, %s]
    requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Settings'}}}}
    responses: {'204': {description: ok}}
"""
THEME = "Settings: {type: object, properties: {id: {type: string}, theme: {type: string}}}"


def test_two_conditional_reads(tmp_path: Path) -> None:
    """`refresh` asks for the object itself, and a part of it that is read by itself has validators of its own."""
    one = parameter("id", "path")
    answer = answering("{$ref: '#/components/schemas/Settings'}")[:-1] + ", '304': {description: same}}"
    reads = one, parameter("If-None-Match", "header"), answer
    paths = subs("id") + (SETTINGS % (*reads, one, parameter("If-Match", "header"))).lstrip("\n")
    answers = [reply({"id": "7"}, ETag='"a"'), reply({"id": "7"}), reply({"id": "7", "theme": "x"}), reply(status=204)]
    with begin(tmp_path, paths, f"{SUB}\n{THEME}").client(*answers) as (client, double):
        found = client.subs.get("7")
        client.subs.refresh(found)
        settings = client.subs.get_sub_settings(found)
        with pytest.raises(InvalidArgument, match=r"not an object of another kind: .*Settings"):
            client.subs.refresh(settings)
        client.subs.update_sub_settings(found, theme="y")
    assert asked(double) == ["GET /subs/7", "GET /subs/7", "GET /subs/7/settings", "PUT /subs/7/settings"]
    assert [header(one, "If-Match") for one in double.asked] == [None] * 4


def test_what_the_server_named_is_not_checked(tmp_path: Path) -> None:
    """The id of a fetched object goes back as it came, and one that a user gives is checked."""
    schema = "{type: string, pattern: '^h_', maxLength: 5}"
    with begin(tmp_path, subs("id", schema), SUB).client(reply({"id": "another"}), reply(status=204)) as (
        client,
        double,
    ):
        client.subs.pause(client.subs.get("h_1"))
        with pytest.raises(InvalidArgument):
            client.subs.pause("another")
    assert asked(double)[1:] == ["POST /subs/another/pause"]


def test_facade_says_which(tmp_path: Path) -> None:
    """`subject` names the parameter that is the id, or says that there is none; a name that is not there is a finding."""
    pause = "[operations.pauseSub]\nsubject = {}\n"
    with begin(tmp_path, subs("id"), SUB, facade=pause.format("false")).client(reply(status=204)) as (client, double):
        client.subs.pause(id="7")
        assert asked(double) == ["POST /subs/7/pause"]
    begun = begin(tmp_path / "again", subs("id"), SUB, facade=pause.format('"idd"'))
    assert not begun.generate()
    assert (
        "facade.toml:2: 'idd' is not a required parameter in the path or query of pauseSub: did you mean 'id'?"
        in begun.said
    )
    key = subs("id").replace(
        "parameters: [{name: id, in: path",
        f"parameters: [{parameter('ref')[:-1]}, required: true}}, {{name: id, in: path",
        1,
    )
    chosen = '[operations.getSub]\nsubject = "ref"\n'
    with begin(tmp_path / "other", key, SUB, facade=chosen).client(reply({"id": "1"})) as (client, double):
        client.subs.get("r", id="7")
        assert asked(double) == ["GET /subs/7?ref=r"]

"""Texts and names of a specification never become code, and docstrings say what the specification says."""

from __future__ import annotations

import ast
import inspect
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.properties import examples
from support.spec_folder import OPENAPI, SLUG, edited, write_spec

from generator.diagnostics import SpecError
from generator.pipeline import package_of
from generator.render.files import Files
from generator.render.package import docstring, render

pytestmark = pytest.mark.fault(82)
HOSTILE = [
    'x: int = canary("os")',
    '"""\ncanary()\n"""',
    "'''\ncanary()\n'''",
    "a'; canary() #",
    'a"); canary(); ("',
    'a\\"); canary() #',
    "a\\",
    'ends with "',
    'ends with """',
    '\\"""',
    "{{ canary() }}{% include 'x' %}{# #}",
    "{canary()} %s ${canary()}",
    "a\rcanary()\rb",
    "a\u2028canary()\u2029b",
    "x" * 500,
    "größe–日本語 🎈",
    "`canary()` <script> | [a](javascript:b)",
    "__import__('os')",
    "class",
    "None",
]
TEXTS = {
    "title": "Acme things",
    "version": "v1",
    "package": "All about things.",
    "summary": "Make a thing.",
    "answer": "The new thing.",
    "error": "There is no such thing.",
    "parameter": "Token of a page.",
    "shared": "Whose things.",
    "model": "A thing.",
    "property": "When it was made.",
    "enum": "A colour.",
}
NAMES = {
    "operation": ("operationId: createThing", "operationId: {}"),
    "read operation": ("operationId: getThing", "operationId: {}"),
    "query parameter": ("maxLength: 77", "maxLength: 77\n        - {{name: {}, in: query, schema: {{type: string}}}}"),
    "header": ("name: Accept", "name: {}"),
    "scope": ("[things]\npaths", "[{}]\npaths"),
    "property": ("        colour:\n", "        {}:\n"),
    "enum value": ("[RED, GREEN]", "[RED, {}]"),
    "schema": ("    Colour:\n", "    {}:\n      x-source: 'page: a'\n      type: string\n      enum: [A]\n    Colour:\n"),
    "model": ("    Colour:\n", "    {}:\n      x-source: 'page: a'\n      type: object\n      properties: {{a: {{type: string, "
              "description: a}}}}\n    Colour:\n"),
    "format": ("format: date-time", "format: {}"),
    "path": ("  /{{tenantId}}/things:\n", "  {}:\n    x-a: b\n  /{{tenantId}}/things:\n"),
    "status": ('        "404":\n          $ref: "#/components/responses/NotFound"\n    post', "        {}:\n          $ref: "
               '"#/components/responses/NotFound"\n    post'),
    "media type": ("description: It is gone.", "description: It is gone.\n          content: {{{}: {{}}}}"),
    "server": ("url: https://api.acme.example/v1", "url: {}"),
    "tag": ("      x-source: \"page: delete\"\n      tags: [things]", "      x-source: \"page: delete\"\n      tags: [{}]"),
}  # fmt: skip


def check_files(files: Files) -> None:
    """Every file is what its name says, and nothing in it calls what only a specification's text names."""
    for name, text in files.items():
        assert name == Path(name).as_posix()
        assert ".." not in Path(name).parts
        if name.endswith(".py"):
            called = {node.func for node in ast.walk(ast.parse(text, name)) if isinstance(node, ast.Call)}
            names = {one.id for one in called if isinstance(one, ast.Name)}
            assert set() == {"canary", "__import__"} & names, f"{name}: {text}"
        elif name.endswith(".toml"):
            assert {"build-system", "project", "tool"} == set(tomllib.loads(text))
        elif name.endswith(".json"):
            assert isinstance(json.loads(text), dict)


def quoted(text: str) -> str:
    """A text as YAML, which has no pairs of surrogates and breaks lines at U+2028."""
    return json.dumps(text, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


@pytest.mark.parametrize("turn", range(len(HOSTILE)))
def test_texts_stay_texts(tmp_path: Path, turn: int) -> None:
    """Whatever descriptions, titles and summaries hold, the code compiles and holds nothing but the texts.

    Each place gets another text at a time, and each text in its turn.
    """
    texts = [*HOSTILE[turn:], *HOSTILE[:turn]]
    edits = [(f": {old}\n", f": {quoted(new)}\n") for old, new in zip(TEXTS.values(), texts, strict=False)]
    check_files(render(package_of(write_spec(tmp_path, openapi=edited(OPENAPI, edits)))))


@pytest.mark.slow
@pytest.mark.parametrize("where", NAMES)
def test_names_never_become_code(tmp_path: Path, where: str) -> None:
    """A name is refused, or becomes a harmless Python name beside its wire name."""
    old, new = NAMES[where]
    for number, text in enumerate(HOSTILE):
        openapi = edited(OPENAPI, [(old.replace("{{", "{").replace("}}", "}"), new.format(quoted(text)))])
        try:
            files = render(package_of(write_spec(tmp_path / str(number), openapi=openapi)))
        except SpecError:
            continue
        check_files(files)


def test_wire_names_are_kept(tmp_path: Path) -> None:
    """A property with code for a name is sent and read under that very name."""
    wire = 'x: int = canary("os")'
    openapi = edited(OPENAPI, [("        colour:\n", f"        {quoted(wire)}:\n")])
    files = render(package_of(write_spec(tmp_path, openapi=openapi)))
    tree = ast.parse(files["src/subkit_acme_things/models/thing.py"])
    assert wire in {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}


@pytest.mark.parametrize("slug", ["a b", 'a"', "a'b", "A", "1a", "a_b", "ünder", "a\nb", "-a", "a--b", "a."])
def test_a_folder_name_that_is_no_slug(tmp_path: Path, slug: str) -> None:
    """The folder's name stands in code, file names and project files: only small letters, digits and hyphens do."""
    with pytest.raises(SpecError, match="the folder"):
        package_of(write_spec(tmp_path, slug=slug))


CLASHES = [
    "drop_unset",
    "id_of",
    "json_text",
    "resume",
    "make",
    "operation",
    "self",
    "UNSET",
    "basis_of",
    "wrap_secret",
]


@pytest.mark.parametrize("name", CLASHES)
def test_an_argument_called_like_something_of_ours(tmp_path: Path, name: str) -> None:
    """A parameter called like what the generated function itself uses gets another name, or is refused."""
    facade = (
        '[client]\npath_parameters = ["tenantId"]\n[operations.listThings.paging]\nstyle = "none"\nitems = "items"\n'
    )
    openapi = edited(OPENAPI, [("name: pageToken", f"name: {name}")])
    try:
        files = render(package_of(write_spec(tmp_path, openapi=openapi, facade=facade)))
    except SpecError:
        return
    check_files(files)
    for file in ("operations/_things.py", "resources/things.py"):
        for function in ast.walk(ast.parse(files[f"src/subkit_acme_things/{file}"])):
            if isinstance(function, ast.FunctionDef):
                assert name not in {one.arg for one in function.args.kwonlyargs} - {"resume"}


@pytest.mark.parametrize("tag", ["send", "close", "pager", "with_options", "from_env", "none", "true"])
def test_a_tag_called_like_a_method_of_clients(tmp_path: Path, tag: str) -> None:
    """A resource called like a client's own method, or like a constant, gives way."""
    package = package_of(write_spec(tmp_path, openapi=OPENAPI.replace("tags: [things]", f"tags: ['{tag}']")))
    assert {f"{tag}_calls"} == {call.resource for call in package.calls}
    check_files(render(package))


@pytest.mark.parametrize("name", ["auth", "timeout", "base_url", "transport", "options", "observer", "wrap_secret"])
def test_a_shared_parameter_called_like_an_argument_of_clients(tmp_path: Path, name: str) -> None:
    """A client-wide parameter called like a constructor argument gives way, and calls find it under its new name."""
    facade = f'[client]\npath_parameters = ["{name}"]\n'
    folder = write_spec(tmp_path, openapi=OPENAPI.replace("tenantId", name), facade=facade, examples={})
    package = package_of(folder)
    assert [(f"{name}_", name)] == [(one.python, one.wire) for one in package.client_parameters]
    taken = {one.python for call in package.calls for one in call.arguments if one.location == "shared"}
    assert taken == {f"{name}_"}
    check_files(render(package))


def test_a_shared_parameter_that_is_also_an_id(tmp_path: Path) -> None:
    """A client-wide parameter stays one where a resource is called like it."""
    openapi = OPENAPI.replace("tags: [things]", "tags: [tenants]")
    package = package_of(write_spec(tmp_path, openapi=openapi, examples={}))
    shared = [one for call in package.calls for one in call.arguments if one.wire == "tenantId"]
    assert {("tenant_id", "shared", False)} == {(one.python, one.location, one.is_id) for one in shared}
    check_files(render(package))


@pytest.mark.parametrize("name", ["field", "property", "model", "unset", "optional_field", "builtins"])
def test_a_property_called_like_what_declares_it(tmp_path: Path, name: str) -> None:
    """A model whose property is called like something in its own statements still has all its properties."""
    openapi = edited(OPENAPI, [("        id:\n", f"        {name}:\n"), ("[id, name]", f"[{name}, name]")])
    files = render(package_of(write_spec(tmp_path, openapi=openapi)))
    space: dict[str, Any] = {"__name__": "models.thing"}
    exec(files[f"src/subkit_{SLUG.replace('-', '_')}/models/thing.py"], space)  # our own code, compiled
    first, *others = space["Thing"].__fields__
    assert first.wire == name
    assert {"name", "colour"} <= {one.name for one in others}
    assert space["Thing"](**{first.name: "1", "name": "n"}).to_dict() == {name: "1", "name": "n"}


@given(st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"])), st.sampled_from([0, 4, 8]))
@examples(300)
def test_a_docstring_says_what_the_text_says(text: str, indent: int) -> None:
    """Between its quotes a docstring is one literal whose words are those of the text, in order."""
    literal = ast.literal_eval(f'"""{docstring(text, indent)}"""')
    assert text.split() == inspect.cleandoc(literal).split()


@given(st.lists(st.sampled_from(['"', "\\", "'", "a", " ", "\n", "{"]), max_size=12).map("".join))
@examples(300)
def test_quotes_and_backslashes_in_docstrings(text: str) -> None:
    """Any mixture of quotes and backslashes comes through."""
    assert text.split() == ast.literal_eval(f'"""{docstring(text, 4)}"""').split()


def test_docstrings_are_wrapped() -> None:
    """Lines stay within the width, except for a word that alone is longer."""
    lines = docstring(f"{'word ' * 60}{'x' * 200} {'word ' * 60}", 8).splitlines()
    assert [line.strip() for line in lines if len(line) > 120] == ["x" * 200]

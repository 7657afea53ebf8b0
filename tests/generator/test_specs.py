"""The real specifications: what is in clients/ is what they say, and it says all that they say."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from generator.__main__ import ROOT, main
from generator.ir.nodes import Argument, Call, Package
from generator.pipeline import package_of
from generator.spec.examples import ORIGINS, validator
from generator.spec.facade import Facade, read_facade
from generator.spec.operations import IGNORED_HEADERS, ResolvedSpec
from generator.spec.resolve import resolve_spec
from generator.spec.source import Source, read_source

SLUGS = sorted(folder.name for folder in (ROOT / "specs").iterdir() if folder.is_dir())
LIMITS = ("minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum", "pattern", "default")
pytestmark = pytest.mark.parametrize("slug", SLUGS)


@cache
def read(slug: str) -> tuple[Source, Facade, ResolvedSpec, Package]:
    """A specification in all its forms."""
    source = read_source(ROOT / "specs" / slug)
    facade, diagnostics = read_facade(source.facade_file)
    assert diagnostics == []
    return source, facade, resolve_spec(source.document, facade), package_of(ROOT / "specs" / slug)


@cache
def docstrings(file: Path) -> Mapping[str, str]:
    """Every docstring of a module by the dotted name of its owner, with its white space evened out."""
    return dict(_docstrings(ast.parse(file.read_text("utf-8")), ""))


def _docstrings(node: ast.AST, above: str) -> Iterator[tuple[str, str]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            text = ast.get_docstring(child)
            if text is not None:
                yield f"{above}{child.name}", even(text)
            yield from _docstrings(child, f"{above}{child.name}.")


def even(text: str) -> str:
    """A text as one line."""
    return " ".join(text.split())


def package_folder(package: Package) -> Path:
    """Where the generated package lies."""
    return ROOT / "clients" / package.names.slug / "src" / package.names.package


def docs_of(package: Package, call: Call) -> list[str]:
    """The docstrings of a call: of its operation, and of its sync and async method."""
    folder = package_folder(package)
    class_ = "".join(part.capitalize() for part in call.resource.split("_"))
    methods = docstrings(folder / "resources" / f"{call.resource}.py")
    operation = docstrings(folder / "operations" / f"_{call.resource}.py")[call.function]
    return [operation, *(methods[f"{prefix}{class_}.{call.method_name}"] for prefix in ("", "Async"))]


def test_clients_are_as_generated(slug: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The client in the tree is, byte for byte, what its specification gives."""
    assert main([slug, "--check"]) == 0, capsys.readouterr().out


def test_the_document_is_openapi(slug: str) -> None:
    """Another validator accepts the document, as plain YAML too."""
    assert None is validate(read(slug)[0].document.data)
    assert yaml.safe_load((ROOT / "specs" / slug / "openapi.yaml").read_text("utf-8"))["info"]["x-sources"]


def test_every_example_is_valid(slug: str) -> None:
    """Each body is valid against its schema, and each exchange says how literal it is."""
    source, _, resolved, _ = read(slug)
    operations = {operation.id: operation for operation in resolved.operations}
    assert source.examples
    for example in source.examples:
        operation, response = operations[example.data["operation"]], example.data["response"]
        reply = operation.responses.get(str(response["status"])) or operation.responses["default"]
        pairs = [(example.data["request"], operation.body), (response, reply.content)]
        for message, content in pairs:
            if content is not None and isinstance(message.get("body"), dict | list):
                errors = list(validator(content.schema, resolved.schemas).iter_errors(message["body"]))
                assert [error.message for error in errors] == [], example.file.name
        assert example.data["origin"] in ORIGINS


def test_schemas_are_schemas(slug: str) -> None:
    """What examples are checked against is itself valid JSON Schema."""
    _, _, resolved, _ = read(slug)
    for schema in resolved.schemas.values():
        assert None is Draft202012Validator.check_schema(dict(validator(schema, resolved.schemas).schema))


def test_every_operation_has_both_kinds_of_examples(slug: str) -> None:
    """Each operation has a success and an error."""
    source, _, resolved, _ = read(slug)
    expected = {(operation.id, kind) for operation in resolved.operations for kind in (True, False)}
    assert expected == {(one.data["operation"], one.data["response"]["status"] < 400) for one in source.examples}


def test_every_operation_says_its_source(slug: str) -> None:
    """Each operation has a source among the named documents, and its docstrings show summary, description and source."""
    source, _, resolved, package = read(slug)
    keys = source.document.data["info"]["x-sources"]
    assert {operation.id for operation in resolved.operations} == {call.id for call in package.calls}
    for call in package.calls:
        assert call.source.partition(":")[0] in keys
        for doc in docs_of(package, call):
            for text in (call.summary, call.description, f"Source: {call.source}"):
                assert even(text) in doc, call.id


def test_every_status_is_in_the_docstring(slug: str) -> None:
    """Each documented error is among what a call raises, in the vendor's words."""
    _, _, resolved, package = read(slug)
    calls = {call.id: call for call in package.calls}
    for operation in resolved.operations:
        errors = {status: reply for status, reply in operation.responses.items() if status[0] in "45d"}
        for doc in docs_of(package, calls[operation.id]):
            for status, reply in errors.items():
                word = "ApiError: any other status. " if status == "default" else f": {status}. "
                assert f"{word}{even(reply.description)}" in doc, (operation.id, status)


def test_every_parameter_is_in_the_docstring(slug: str) -> None:
    """Each parameter's description and source stand in the docstrings of its call, or of the client if it is shared."""
    _, facade, resolved, package = read(slug)
    calls = {call.id: call for call in package.calls}
    client = docstrings(package_folder(package) / "_client.py")
    for operation in resolved.operations:
        for parameter in operation.parameters:
            if parameter.name.lower() in IGNORED_HEADERS or parameter.name in operation.conditions:
                continue
            shared = parameter.name in facade.client.path_parameters
            names = (package.names.client, f"Async{package.names.client}")
            docs = [client[name] for name in names] if shared else docs_of(package, calls[operation.id])
            origin = parameter.data.get("x-source") or operation.data["x-source"]
            for doc in docs:
                assert even(parameter.data["description"]).rstrip(".") in doc, parameter.name
                assert f"Source: {even(origin)}" in doc, parameter.name


def arguments_of(package: Package) -> Iterator[tuple[Call, Argument]]:
    """Every argument that a user can give."""
    for call in package.calls:
        yield from ((call, one) for one in call.arguments if one.location != "shared")


def test_every_limit_of_an_argument_is_in_the_docstring(slug: str) -> None:
    """Limits that the specification puts on an argument stand in its line of the docstring."""
    _, _, resolved, package = read(slug)
    limits = dict(limits_of(resolved))
    for call, argument in arguments_of(package):
        for key, value in limits.get((call.id, argument.wire), {}).items():
            for doc in docs_of(package, call):
                line = doc.partition("Args: ")[2].partition(f"{argument.python}: ")[2].partition("Source: ")[0]
                text = {True: "true", False: "false"}.get(value, value) if isinstance(value, bool) else value
                assert str(text).lower() in line.lower(), f"{call.id}, {argument.python}: {key} {value}"


def limits_of(resolved: ResolvedSpec) -> Iterator[tuple[tuple[str, str], dict[str, Any]]]:
    """The limits of each parameter and body property, by operation and wire name."""
    for operation in resolved.operations:
        for parameter in operation.parameters:
            schema = parameter.data["schema"]
            yield (operation.id, parameter.name), {key: schema[key] for key in LIMITS if key in schema}
        name = str((operation.body.schema if operation.body else {}).get("$ref", "")).rpartition("/")[2]
        for wire, schema in resolved.schemas.get(name, {}).get("properties", {}).items():
            yield (operation.id, wire), {key: schema[key] for key in LIMITS if key in schema}


def test_every_property_is_in_a_docstring(slug: str) -> None:
    """Each property of each model shows its description, limits and source where it is read."""
    _, _, resolved, package = read(slug)
    for model in package.models:
        docs = docstrings(package_folder(package) / "models" / f"{model.module}.py")
        assert even(model.description).rstrip(".") in docs[model.name]
        for one in model.properties:
            doc = docs[f"{model.name}.{one.python}"]
            raw = resolved.schemas[model.schema]["properties"][one.wire]
            assert one.source, f"{model.name}.{one.python}"
            for text in (
                one.description,
                f"Source: {one.source}",
                *(str(raw[key]) for key in LIMITS[:-1] if key in raw),
            ):
                assert even(text).rstrip(".") in doc, f"{model.name}.{one.python}"


def test_every_enum_value_is_there(slug: str) -> None:
    """Each value of each enum of the document is a member of its class."""
    _, _, resolved, package = read(slug)
    expected = {name: schema["enum"] for name, schema in resolved.schemas.items() if "enum" in schema}
    found = {enum.schema: [one.value for one in enum.values] for enum in package.enums}
    assert {name: [value for value in values if value is not None] for name, values in expected.items()} == found


def test_the_package_carries_the_specification(slug: str) -> None:
    """The data in the wheel hold the whole document, and every operation of it."""
    source, _, resolved, package = read(slug)
    assert source.document.data == package.data["openapi"]
    assert {operation.id for operation in resolved.operations} == set(package.data["operations"])

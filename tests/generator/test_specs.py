"""The real specifications: what is in clients/ is what they say, and it says all that they say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate
from support.docstrings import docstrings, entries, even, package_folder

from generator.__main__ import ROOT, main
from generator.ir.nodes import Argument, Call, Package
from generator.pipeline import package_of
from generator.spec.examples import ORIGINS, validator
from generator.spec.facade import Facade
from generator.spec.facade_reader import read_facade
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


def doc_of(package: Package, call: Call) -> str:
    """The docstring of a call, which its methods on both clients have."""
    class_ = "".join(part.capitalize() for part in call.resource.split("_"))
    methods = docstrings(package_folder(package) / "resources" / f"{call.resource}.py")
    return methods[f"_{class_}.{call.method_name}"].text


def known_source(source: str, keys: Mapping[str, str]) -> bool:
    """Whether a source names one of the documents."""
    return source.partition(":")[0] in keys


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
    """Each operation has a source among the named documents; the docstring has summary and description, and ends with it."""
    source, _, resolved, package = read(slug)
    keys = source.document.data["info"]["x-sources"]
    assert {operation.id for operation in resolved.operations} == {call.id for call in package.calls}
    for call in package.calls:
        doc = even(doc_of(package, call))
        assert known_source(call.source, keys)
        assert doc.endswith(f"Source: {even(call.source)}")
        for text in (call.summary, call.description):
            assert even(text) in doc, call.id


def test_every_status_is_in_the_docstring(slug: str) -> None:
    """Each documented error is among what a call raises, in the vendor's words."""
    _, _, resolved, package = read(slug)
    calls = {call.id: call for call in package.calls}
    for operation in resolved.operations:
        doc = even(doc_of(package, calls[operation.id]))
        for status, reply in operation.responses.items():
            if status[0] in "45d":
                word = "ApiError: Any other status. " if status == "default" else f": {status}. "
                assert f"{word}{even(reply.description)}" in doc, (operation.id, status)


def test_every_parameter_is_in_the_docstring(slug: str) -> None:
    """Each parameter has a source, and its description stands in the docstring of its call, or of the client if shared."""
    source, facade, resolved, package = read(slug)
    calls = {call.id: call for call in package.calls}
    client = docstrings(package_folder(package) / "_client.py")
    for operation in resolved.operations:
        for parameter in operation.parameters:
            if parameter.name.lower() in IGNORED_HEADERS or parameter.name in operation.conditions:
                continue
            shared = parameter.name in facade.client.path_parameters
            names = (package.names.client, f"Async{package.names.client}")
            docs = [client[name].text for name in names] if shared else [doc_of(package, calls[operation.id])]
            origin = parameter.data.get("x-source") or operation.data["x-source"]
            assert known_source(origin, source.document.data["info"]["x-sources"])
            for doc in docs:
                assert even(parameter.data["description"]).rstrip(".") in even(doc), parameter.name


def arguments_of(package: Package) -> Iterator[tuple[Call, Argument]]:
    """Every argument that a user can give."""
    for call in package.calls:
        yield from ((call, one) for one in call.arguments if one.location != "shared")


def test_every_limit_of_an_argument_is_in_the_docstring(slug: str) -> None:
    """Limits that the specification puts on an argument stand in its entry of the docstring."""
    _, _, resolved, package = read(slug)
    limits = dict(limits_of(resolved))
    for call, argument in arguments_of(package):
        entry = entries(doc_of(package, call), "Args")[argument.python]
        for key, value in limits.get((call.id, argument.wire), {}).items():
            assert (str(value).lower() if isinstance(value, bool) else str(value)) in entry, (
                f"{call.id}, {argument.python}: {key} {value}"
            )


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
    """Each property of each model has a source, and shows its description and limits where it is read."""
    source, _, resolved, package = read(slug)
    for model in package.models:
        docs = docstrings(package_folder(package) / "models" / f"{model.module}.py")
        assert even(model.description).rstrip(".") in even(docs[model.name].text)
        for one in model.properties:
            doc = docs[f"{model.name}.{one.python}"].text
            raw = resolved.schemas[model.schema]["properties"][one.wire]
            assert known_source(one.source, source.document.data["info"]["x-sources"]), f"{model.name}.{one.python}"
            for text in (one.description, *(str(raw[key]) for key in LIMITS[:-1] if key in raw)):
                assert even(text).rstrip(".") in even(doc), f"{model.name}.{one.python}"


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

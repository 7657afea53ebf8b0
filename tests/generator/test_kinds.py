"""Documents that hold another kind of value than expected: a clear finding at the right line, never a traceback."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.places import places
from support.spec_folder import OPENAPI, Edit, check_marked, edited, refusal, write_spec

from generator.diagnostics import SpecError
from generator.pipeline import package_of
from generator.render.package import render

LIST = "    get:\n      operationId: listThings\n"
QUERY = "          schema:\n            type: string\n            maxLength: 77\n"
LISTED = '        "200":\n          description: One page.\n'
TAGS = '      x-source: "page: list"\n      tags: [things]\n'
NAME = "        name:\n          type: string\n          minLength: 1\n"

KINDS: list[tuple[str, list[Edit]]] = [
    ("info is a text", [("info:\n  title: Acme things\n  version: v1\n", "info: x  # HERE\nx-info:\n")]),
    ("sources is a list", [("  x-sources:\n    page: Acme's page\n", "  x-sources: [page]  # HERE\n")]),
    ("sources is null", [("  x-sources:\n    page: Acme's page\n", "  x-sources:  # HERE\n")]),
    ("servers is a text", [("servers:\n  - url: https://api.acme.example/v1\n", "servers: x  # HERE\n")]),
    ("a server is null", [("  - url: https://api.acme.example/v1\n", "  - null  # HERE\n")]),
    ("security must be a mapping", [("security:\n  - bearer: [things]\n", "security: {bearer: []}  # HERE\n")]),
    ("scopes are a text", [("  - bearer: [things]\n", "  - bearer: things  # HERE\n")]),
    ("paths is a list", [("paths:\n", "paths: [a]  # HERE\nx-paths:\n")]),
    ("a path is null", [("paths:\n", "paths:\n  /a:  # HERE\n")]),
    ("a path is a list", [("paths:\n", "paths:\n  /a: []  # HERE\n")]),
    ("a path has no slash", [("paths:\n", "paths:\n  a: {}  # HERE\n")]),
    ("an operation is null", [(LIST, "    put:  # HERE\n" + LIST)]),
    ("an operation is a list", [(LIST, "    put: [x]  # HERE\n" + LIST)]),
    ("a method is unknown", [(LIST, "    link: {}  # HERE\n" + LIST)]),
    ("parameters must be a mapping", [(LIST, f"{LIST}      parameters: {{a: b}}  # HERE\n"),
                                 ("      summary: List the things.\n      parameters:\n", "      x-parameters:\n")]),
    ("a parameter is null", [("        - name: pageToken\n", "        - null  # HERE\n        - name: pageToken\n")]),
    ("a parameter has no name", [("        - name: pageToken\n", "        - x-a: b  # HERE\n")]),
    ("a parameter has no place", [("        - name: pageToken\n          in: query\n", "        - name: p  # HERE\n")]),
    ("a parameter has no schema", [("        - name: pageToken\n", "        - name: pageToken  # HERE\n"), (QUERY, "")]),
    ("a schema is null", [(QUERY, "          schema:  # HERE\n")]),
    ("a type is unknown", [(QUERY, "          schema:\n            type: text  # HERE\n")]),
    ("a type is a list", [(QUERY, "          schema:\n            type: [string]  # HERE\n")]),
    ("a limit is a text", [("maxLength: 77", "maxLength: '77'  # HERE")]),
    ("a limit is below 0", [("maxLength: 77", "maxLength: -1  # HERE")]),
    ("a pattern is a number", [("maxLength: 77", "pattern: 7  # HERE")]),
    ("a keyword is misspelt", [("maxLength: 77", "maxlength: 77  # HERE")]),
    ("tags is a text", [(TAGS, '      x-source: "page: list"\n      tags: things  # HERE\n')]),
    ("a tag is null", [(TAGS, '      x-source: "page: list"\n      tags: [null]  # HERE\n')]),
    ("operationId is a list", [("operationId: listThings", "operationId: [listThings]  # HERE")]),
    ("x-source is a list", [(TAGS, '      x-source: ["page: list"]  # HERE\n      tags: [things]\n')]),
    ("a description is a number", [("description: One page.\n", "description: 7  # HERE\n")]),
    ("a response is null", [(LISTED, f'        "400":  # HERE\n{LISTED}')]),
    ("a response is a text", [(LISTED, f'        "400": Bad.  # HERE\n{LISTED}')]),
    ("headers is a list", [(LISTED, f"{LISTED}          headers: [ETag]  # HERE\n")]),
    ("content is a text", [("          description: The thing.\n          content:\n", "          description: The thing."
                            "\n          content: application/json  # HERE\n          x-content:\n")]),
    ("a media type is null", [("          description: It is gone.\n", "          description: It is gone.\n"
                               "          content:\n            application/json:  # HERE\n")]),
    ("a body is a list", [("      requestBody:\n", "      requestBody: []  # HERE\n      x-body:\n")]),
    ("schemas is a list", [("  schemas:\n", "  schemas: []  # HERE\n  x-schemas:\n")]),
    ("a component is null", [("  schemas:\n", "  schemas:\n    Nothing:  # HERE\n")]),
    ("properties is a list", [("  schemas:\n", "  schemas:\n    A:\n      x-source: 'page: a'\n"
                               "      properties: [a]  # HERE\n")]),
    ("a property is null", [(NAME, f"        nothing:  # HERE\n{NAME}")]),
    ("items is a list", [(NAME, f"        n:\n          type: array\n          items: []  # HERE\n{NAME}")]),
    ("required is a flag", [("required: [id, name]", "required: true  # HERE")]),
    ("required holds a number", [("required: [id, name]", "required: [id, 7]  # HERE")]),
    ("nullable is a text", [("nullable: true", "nullable: 'yes'  # HERE")]),
    ("an enum is a text", [("enum: [RED, GREEN]", "enum: RED  # HERE")]),
    ("a format is a list", [("format: date-time", "format: [date-time]  # HERE")]),
    ("a $ref is null", [("maxLength: 77", "$ref:  # HERE")]),
]  # fmt: skip


@pytest.mark.parametrize("edits", [pytest.param(edits, id=name) for name, edits in KINDS])
def test_a_wrong_kind_is_found_at_its_line(tmp_path: Path, edits: list[Edit]) -> None:
    """Another kind of value than the format asks for is told at its line, in one line, and is no `$ref`'s fault."""
    folder = write_spec(tmp_path, openapi=edited(OPENAPI, edits))
    check_marked(folder, "")
    for diagnostic in refusal(folder):
        assert "\n" not in diagnostic.text
        assert "$ref" not in diagnostic.text or any("$ref" in new for _, new in edits)


def replaced(document: Any, place: tuple[str | int, ...], value: Any) -> str:
    """The document as YAML, with another value in one place."""
    copy = deepcopy(document)
    holder = copy
    for step in place[:-1]:
        holder = holder[step]
    holder[place[-1]] = value
    return yaml.safe_dump(copy, sort_keys=False)


@pytest.mark.slow
@pytest.mark.parametrize(("turn", "value"), list(enumerate([None, [None], {"x": "y"}, "text"])))
def test_any_value_anywhere(tmp_path: Path, turn: int, value: Any) -> None:
    """Whatever stands in whatever place: the folder is refused, or it gives code that compiles."""
    document = yaml.safe_load(OPENAPI)
    failed: list[str] = []
    for number, place in list(enumerate(places(document)))[turn % 2 :: 2]:
        folder = write_spec(tmp_path / str(number), openapi=replaced(document, place, value))
        try:
            for name, text in render(package_of(folder)).items():
                compile(text if name.endswith(".py") else "", name, "exec")
        except SpecError as refused:
            lines = (folder / "openapi.yaml").read_text("utf-8").count("\n")
            if not all(
                1 <= diagnostic.line <= lines and "\n" not in diagnostic.text for diagnostic in refused.diagnostics
            ):
                failed.append(f"{place}: {refused}")
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what must not happen
            failed.append(f"{place}: {error!r}")
    assert failed == []

"""Nothing that a file can hold ends in a traceback: documents with random changes are refused, or become clients."""

from __future__ import annotations

import json
import random
import time
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.places import places
from support.spec_folder import FACADE, OPENAPI, write_spec

from generator.__main__ import main
from generator.diagnostics import SpecError
from generator.pipeline import package_of
from generator.render.package import render

VENDOR = (Path(__file__).parents[1] / "new_api" / "vendor.yaml").read_text("utf-8")
RICH = """
openapi: 3.1.0
info: {title: Rich, version: '1'}
servers: [{url: 'https://{r}.example', variables: {r: {default: a, enum: [a]}}}]
security: [{key: []}]
paths:
  /things/{thing_id}:
    parameters: [{$ref: '#/components/parameters/Thing'}]
    servers: [{url: /other}]
    put:
      operationId: updateThing
      tags: [things]
      security: [{basic: []}]
      parameters: [{name: If-Match, in: header, schema: {type: string}},
                   {name: filter, in: query, explode: true, schema: {type: object, additionalProperties: {type: string}}}]
      requestBody:
        required: true
        content: {application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Thing'}, encoding: {a: {style: form}}}}
      responses:
        '200': {description: Done., headers: {ETag: {schema: {type: string}}}, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
        default: {$ref: '#/components/responses/Bad'}
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}, basic: {type: http, scheme: basic}}
  parameters: {Thing: {name: thing_id, in: path, required: true, schema: {type: string, pattern: '^[a-z]+$'}}}
  responses: {Bad: {description: Bad., content: {application/json: {schema: {type: object, properties: {message: {type: string}}}}}}}
  schemas:
    Thing:
      type: object
      required: [a]
      properties:
        a: {type: [string, 'null'], enum: [x, y, null], readOnly: true}
        b: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: kind, mapping: {cat: '#/components/schemas/Cat'}}}
        c: {type: array, items: {$ref: '#/components/schemas/Thing'}, minItems: 1}
        d: {type: object, additionalProperties: {type: integer, exclusiveMinimum: 0}, const: {}}
        e: {allOf: [{$ref: '#/components/schemas/Cat'}, {type: object, properties: {f: {type: string, format: date-time}}}]}
        g: {anyOf: [{type: string, maxLength: 3}, {type: number, minimum: 1}]}
    Cat: {type: object, required: [kind], properties: {kind: {const: cat}, lives: {type: integer, default: 9}}}
    Dog: {allOf: [{$ref: '#/components/schemas/Cat'}, {type: object, properties: {kind: {const: dog}}}]}
"""
DOCUMENTS = {"curated": OPENAPI, "3.0": VENDOR, "3.1": RICH}
ANYTHING: list[Any] = [
    None,
    True,
    0,
    -1,
    1.5,
    10**30,
    "",
    "text",
    "a\tb",
    "#/",
    "³",
    "{a}",
    [],
    {},
    [None],
    [[]],
    {"a": None},
]
SECONDS = 10.0


def mutated(document: Any, chance: random.Random) -> Any:
    """A document with one to three changes: a value replaced, removed, moved from elsewhere, or a key renamed."""
    document = deepcopy(document)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        *above, key = chance.choice(list(places(document)))
        holder = document
        for step in above:
            holder = holder[step]
        match chance.randrange(5):
            case 0:
                del holder[key]
            case 1:
                holder[key] = deepcopy(_at(document, chance.choice(list(places(document)))))
            case 2 if isinstance(holder, dict):
                holder[str(chance.choice(ANYTHING))] = holder.pop(key)
            case 3 if isinstance(holder[key], dict):
                holder[key]["$ref"] = chance.choice(
                    ["#/components/schemas/Thing", "#/paths", "#/nothing", "x.yaml", ""]
                )
            case _:
                holder[key] = deepcopy(chance.choice(ANYTHING))
        if not list(places(document)):
            break
    return document


def _at(document: Any, place: tuple[str | int, ...]) -> Any:
    for step in place:
        document = document[step]
    return document


def outcome(folder: Path) -> str | None:
    """What went wrong that must not, for a folder whose document has been changed."""
    began = time.process_time()
    try:
        for name, text in render(package_of(folder)).items():
            compile(text if name.endswith(".py") else "", name, "exec")
    except SpecError as refused:
        if any("\n" in one.text for one in refused.diagnostics):
            return f"several lines: {refused}"
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what must not happen
        return repr(error)
    took = time.process_time() - began
    return f"{took:.0f} s" if took > SECONDS else None


def failures(folder: Path, which: str, seed: int, count: int) -> list[str]:
    """The changed documents that end badly: their seeds, and how."""
    document, found = yaml.safe_load(DOCUMENTS[which]), []
    facade = FACADE if which == "curated" else ""
    for number in range(seed, seed + count):
        changed = mutated(document, random.Random(number))
        place = write_spec(folder / str(number), openapi=json.dumps(changed), facade=facade, examples={})
        if (error := outcome(place)) is not None:
            found.append(f"{which} {number}: {error}")
    return found


@pytest.mark.parametrize("part", range(4))
@pytest.mark.parametrize("which", DOCUMENTS)
def test_a_changed_document(tmp_path: Path, which: str, part: int) -> None:
    """A document with random changes is refused in one line for each error, or gives code that compiles, in time."""
    assert failures(tmp_path, which, 100 * part, 25) == []


@pytest.mark.parametrize("which", ["3.0", "3.1"])
def test_a_draft_of_a_changed_document(tmp_path: Path, which: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`new` accepts such a document, or says why not; it never ends in a traceback."""
    document = yaml.safe_load(DOCUMENTS[which])
    for number in range(30):
        file = tmp_path / f"{number}.json"
        file.write_text(json.dumps(mutated(document, random.Random(number))), "utf-8")
        status = main(["new", f"api-{number}", str(file), "--specs", str(tmp_path / "specs")])
        printed = capsys.readouterr()
        assert status in (0, 1)
        assert printed.err if status else printed.out

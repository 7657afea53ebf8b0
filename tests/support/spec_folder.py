"""A small specification of an invented API, written into a folder: valid as it stands, and easy to break in one place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Diagnostic, SpecError
from generator.pipeline import package_of

SLUG = "acme-things"
MARK = "HERE"
Edit = tuple[str, str]
"""A text that stands exactly once, and what is to stand there instead."""

OPENAPI = """\
openapi: 3.0.3
info:
  title: Acme things
  version: v1
  description: All about things.
  x-sources:
    page: Acme's page
servers:
  - url: https://api.acme.example/v1
security:
  - bearer: [things]
paths:
  /{tenantId}/things:
    parameters:
      - $ref: "#/components/parameters/Tenant"
    get:
      operationId: listThings
      x-source: "page: list"
      tags: [things]
      summary: List the things.
      parameters:
        - name: pageToken
          in: query
          description: Token of a page.
          x-source: "page: list, parameters"
          schema:
            type: string
            maxLength: 77
      responses:
        "200":
          description: One page.
          content:
            application/json:
              schema:
                $ref: "#/components/schemas/ThingList"
        "404":
          $ref: "#/components/responses/NotFound"
    post:
      operationId: createThing
      x-source: "page: create"
      tags: [things]
      summary: Make a thing.
      requestBody:
        required: true
        content:
          application/json:
            schema:
              $ref: "#/components/schemas/NewThing"
      responses:
        "201":
          description: The new thing.
          content:
            application/json:
              schema:
                $ref: "#/components/schemas/Thing"
        default:
          $ref: "#/components/responses/NotFound"
  /{tenantId}/things/{thingId}:
    parameters:
      - $ref: "#/components/parameters/Tenant"
      - name: thingId
        in: path
        required: true
        description: Id of the thing.
        x-source: "page: get, parameters"
        schema:
          type: string
    get:
      operationId: getThing
      x-source: "page: get"
      tags: [things]
      summary: Get a thing.
      parameters:
        - name: If-None-Match
          in: header
          description: A tag.
          schema:
            type: string
        - name: Accept
          in: header
          description: A media type.
          schema:
            type: string
      responses:
        "200":
          description: The thing.
          content:
            application/json:
              schema:
                $ref: "#/components/schemas/Thing"
        "304":
          description: Not modified.
        "404":
          $ref: "#/components/responses/NotFound"
    delete:
      operationId: deleteThing
      x-source: "page: delete"
      tags: [things]
      summary: Remove a thing.
      responses:
        "204":
          description: It is gone.
        "404":
          $ref: "#/components/responses/NotFound"
components:
  securitySchemes:
    bearer:
      type: http
      scheme: bearer
      description: A token.
  parameters:
    Tenant:
      name: tenantId
      in: path
      required: true
      description: Whose things.
      x-source: "page: tenants"
      schema:
        type: string
  responses:
    NotFound:
      description: There is no such thing.
      content:
        application/json:
          schema:
            $ref: "#/components/schemas/Error"
  schemas:
    Thing:
      type: object
      description: A thing.
      x-source: "page: thing"
      required: [id, name]
      properties:
        id:
          type: string
          description: Its id.
        name:
          type: string
          description: Its name.
        colour:
          $ref: "#/components/schemas/Colour"
        madeAt:
          type: string
          format: date-time
          nullable: true
          description: When it was made.
    ThingList:
      type: object
      description: One page of things.
      x-source: "page: list"
      properties:
        items:
          type: array
          description: The things.
          items:
            $ref: "#/components/schemas/Thing"
        nextPageToken:
          type: string
          description: Token of the next page.
    NewThing:
      type: object
      description: What a thing is made of.
      x-source: "page: create"
      required: [name]
      properties:
        name:
          type: string
          minLength: 1
          description: Its name.
        recipe:
          type: string
          description: JSON.
    Colour:
      type: string
      description: A colour.
      x-source: "page: colours"
      enum: [RED, GREEN]
    Error:
      type: object
      description: What went wrong.
      x-source: "page: errors"
      properties:
        code:
          type: string
          description: A code.
"""

FACADE = """\
[client]
path_parameters = ["tenantId"]

[operations.listThings.paging]
style = "token"
items = "items"
token = "pageToken"
next = "nextPageToken"

[models.NewThing]
json_string = ["recipe"]

[errors]
code = "code"
"""


def edited(text: str, edits: Iterable[Edit]) -> str:
    """A text with replacements; each has to hit exactly one place."""
    for old, new in edits:
        assert text.count(old) == 1, f"{text.count(old)} places hold {old!r}"
        text = text.replace(old, new)
    return text


def write_spec(
    specs: Path,
    *,
    slug: str = SLUG,
    openapi: str = OPENAPI,
    facade: str | None = FACADE,
    examples: Mapping[str, Any] | None = None,
) -> Path:
    """Write the files of a specification below `specs`; an example that is text is written as it is."""
    folder = specs / slug
    folder.mkdir(parents=True)
    (folder / "openapi.yaml").write_text(openapi, "utf-8")
    if facade is not None:
        (folder / "facade.toml").write_text(facade, "utf-8")
    if examples is not None:
        (folder / "examples").mkdir()
    for name, data in (examples or {}).items():
        text = data if isinstance(data, str) else json.dumps(data)
        (folder / "examples" / name).write_text(text, "utf-8")
    return folder


def example(operation: str, method: str, path: str, status: int, **more: Any) -> dict[str, Any]:
    """An exchange as `examples/` holds it. `request` and `response` in `more` are joined to what is said here."""
    request = {"method": method, "path": path, "headers": {}, **more.pop("request", {})}
    response = {"status": status, "headers": {}, **more.pop("response", {})}
    head = {"operation": operation, "title": "t", "origin": "synthesised", "source": "made up", "base_url": "https://x"}
    return {**head, "request": request, "response": response, **more}


def all_examples() -> dict[str, dict[str, Any]]:
    """A success and an error of every operation of the small specification."""
    things, thing = "/t/things", "/t/things/1"
    one, body = {"id": "1", "name": "n"}, {"code": "missing"}
    return {
        "list.json": example("listThings", "GET", things, 200, response={"body": {"items": [one]}}),
        "list-error.json": example("listThings", "GET", things, 404, response={"body": body}),
        "create.json": example(
            "createThing", "POST", things, 201, request={"body": {"name": "n"}}, response={"body": one}
        ),
        "create-error.json": example("createThing", "POST", things, 500, response={"body": body}),
        "get.json": example("getThing", "GET", thing, 200, response={"body": one}),
        "get-error.json": example("getThing", "GET", thing, 404, response={"body": body}),
        "delete.json": example("deleteThing", "DELETE", thing, 204),
        "delete-error.json": example("deleteThing", "DELETE", thing, 404, response={"body": body}),
    }


def marked_line(file: Path) -> int:
    """The number of the one line that holds the mark."""
    lines = file.read_text("utf-8").splitlines()
    (found,) = (number for number, line in enumerate(lines, 1) if MARK in line)
    return found


def refusal(folder: Path) -> list[Diagnostic]:
    """What a folder is refused for; nothing but `Refused` may come out of the generator."""
    with pytest.raises(SpecError) as caught:
        package_of(folder)
    return caught.value.diagnostics


def check_marked(folder: Path, text: str, file: str = "openapi.yaml") -> None:
    """Assert that the folder is refused with this text, at the line of this file that holds the mark."""
    diagnostics = refusal(folder)
    marked = folder / file
    found = {(diagnostic.file, diagnostic.line) for diagnostic in diagnostics if text in diagnostic.text}
    assert (marked, marked_line(marked)) in found, "\n".join(map(str, diagnostics))

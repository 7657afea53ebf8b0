"""Docstrings and README of packages whose specification says little, or says it in another way."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent, indent

import pytest
from support.docstrings import even
from support.spec_folder import write_spec

from generator.pipeline import generate
from generator.render.files import Files


def made(tmp_path: Path, paths: str = "{}", top: str = "") -> Files:
    """The files of a package with these paths, and no description anywhere."""
    head = f'openapi: 3.0.3\ninfo: {{title: Things, version: "1"}}\n{dedent(top)}'
    body = "paths: {}\n" if paths == "{}" else f"paths:\n{indent(dedent(paths), '  ')}"
    return generate(write_spec(tmp_path, openapi=head + body, facade="", examples={}))


def file(files: Files, end: str) -> str:
    """The file whose name ends like this."""
    (found,) = (text for name, text in files.items() if name.endswith(end))
    return found


CONDITIONAL = """
/things/{thingId}:
  get:
    operationId: findThing
    tags: [things]
    parameters:
      - {name: thingId, in: path, required: true, schema: {type: string}}
      - {name: withParts, in: query, schema: {type: boolean, default: false}}
      - {name: If-None-Match, in: header, schema: {type: string}}
    responses:
      "200":
        description: It.
        content: {application/json: {schema: {type: object, properties: {thingId: {type: string}}}}}
      "304": {description: Not modified.}
"""


def test_a_package_without_calls(tmp_path: Path) -> None:
    """A document without operations gives a README without a table of calls."""
    readme = file(made(tmp_path), "README.md")
    assert "## Calls" not in readme
    assert "\n\n\n" not in readme
    assert ") as client:\n    ...\n" in readme


def test_arguments_without_a_description(tmp_path: Path) -> None:
    """An argument that the document does not describe is an id, or is said to be sent under its name."""
    text = file(made(tmp_path, CONDITIONAL), "resources/things.py")
    assert "thing: Id of the object." in text
    assert "with_parts: Sent as `withParts`. Server default: `false`." in text


def test_a_conditional_read_under_another_name(tmp_path: Path) -> None:
    """`refresh` is among the calls of README and client, with the request of the read that it makes."""
    files = made(tmp_path, CONDITIONAL, "servers: [{url: 'https://api.acme.example/v1'}]\n")
    assert "| `client.things.refresh(thing)` | GET `/things/{thingId}` |" in file(files, "README.md")
    assert "        `things.refresh`: Fetch an object again if it has changed.\n" in file(files, "/_client.py")


SERVERS = [
    ("", "base_url: Base URL of your server, required."),
    ("servers: [{url: /api/v1}]\n", "base_url: Base URL of your server, required."),
    (
        "servers: [{url: 'https://api.acme.example/v1'}]\n",
        "base_url: Base URL of the API. Default: `https://api.acme.example/v1`.",
    ),
    (
        """
        servers:
          - {url: 'https://api.acme.example', description: Production.}
          - {url: 'https://test.acme.example', description: Test}
          - {url: 'https://old.acme.example'}
        """,
        "base_url: Base URL of the API. Default: `https://api.acme.example` (Production). "
        "Others: `https://test.acme.example` (Test), `https://old.acme.example`.",
    ),
    (
        """
        servers:
          - url: 'https://{region}.acme.example/v1'
            description: One per region
            variables: {region: {default: eu, enum: [eu, us], description: Where it is}}
        """,
        "base_url: Base URL of the API, required: `https://{region}.acme.example/v1`. One per region. "
        "`{region}`: Where it is. One of `eu`, `us`.",
    ),
]


@pytest.mark.parametrize(("servers", "text"), SERVERS)
def test_the_base_url(tmp_path: Path, servers: str, text: str) -> None:
    """The client says what its base URL is, by the servers of the document, with paths and variables."""
    assert text in even(file(made(tmp_path, CONDITIONAL, servers), "/_client.py"))

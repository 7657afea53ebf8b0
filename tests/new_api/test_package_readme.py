"""What is said of the calls of an added package: the table that is printed and stands in its README, and an example that runs."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from subkit import Reply, Request
from support.begun import answering, begin, parameter, reply

FIELDS = (
    "{type: object, required: [name, count, kind, at, parts], properties: {name: {type: string, minLength: 5}, "
    "count: {type: integer, minimum: 7}, kind: {type: string, enum: [red, blue]}, at: {type: string, format: date-time}, "
    "parts: {type: array, items: {type: object, required: [key], properties: {key: {type: string, format: uuid}}}}}}"
)
PATHS = {
    "a list": f"""
/subs:
  get:
    operationId: listSubs
    tags: [subs]
    parameters: [{{name: kind, in: query, required: true, schema: {{type: string, enum: [red, blue]}}}}]
    responses: {answering("{type: array, items: {type: string}}")}
""",
    "an id that is a number": f"""
/subs/{{id}}:
  get: {{operationId: getSub, tags: [subs], parameters: [{parameter("id", "path", "{type: integer}")}], responses: {answering("{type: object, properties: {id: {type: integer}}}")}}}
""",
    "a body": f"""
/subs:
  post:
    operationId: createSub
    tags: [subs]
    requestBody: {{required: true, content: {{application/json: {{schema: {FIELDS}}}}}}}
    responses: {{'204': {{description: ok}}}}
""",
}


@pytest.mark.parametrize("what", PATHS)
def test_the_example_runs(tmp_path: Path, what: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The first call of the README is one that the document allows: it passes all checks and is sent."""
    begun = begin(tmp_path, PATHS[what])
    answers: dict[str, Any] = {"a list": ["x"], "an id that is a number": {"id": 1}}

    def answer(request: Request) -> Reply:
        return reply(answers[what]) if what in answers else reply(status=204)

    with begun.client(answer) as (_, double):
        readme = (tmp_path / "clients" / begun.slug / "README.md").read_text("utf-8")
        code = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)[0]
        exec(code.replace("    auth=", "    transport=double,\n    auth="), {"double": double})
    assert len(double.asked) == 1
    assert capsys.readouterr().out
    if what == "a body":
        sent = json.loads(double.asked[0].body or b"")
        assert (sent["name"], sent["count"], sent["kind"], list(sent["parts"][0])) == (".....", 7, "red", ["key"])


def test_the_table_of_calls(tmp_path: Path) -> None:
    """`generate` prints each call with method and path, and the README has the same rows."""
    begun = begin(tmp_path, PATHS["a list"] + PATHS["an id that is a number"].lstrip("\n"))
    assert begun.generate(), begun.said
    readme = (tmp_path / "clients" / begun.slug / "README.md").read_text("utf-8")
    for call, request, path in (("list(kind=)", "GET", "/subs"), ("get(sub)", "GET", "/subs/{id}")):
        assert re.search(rf"^  client\.subs\.{re.escape(call)} +{request} {re.escape(path)}$", begun.said, re.MULTILINE)
        assert f"| `client.subs.{call}` | {request} `{path}` |" in readme

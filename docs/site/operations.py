"""One page for each operation: what it does, sync, async and curl, arguments with limits, errors, traps, source."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from urllib.parse import quote, urlencode

from generator.ir.nodes import Argument, Call, Package
from generator.render.client_docstrings import Entry, call_entries
from generator.render.example_values import example_value
from generator.render.readme import call_example

Pages = dict[str, str]
"""Markdown by path below the folder of the pages."""
_TITLES = {"Args": "Arguments", "Returns": "Returns", "Raises": "Errors"}


def operation_pages(package: Package) -> Pages:
    """The pages of an API."""
    folder = f"clients/{package.names.slug}/operations"
    return {
        f"{folder}/{one.resource}.{one.method}.md": _page(package, one) for one in call_entries(package) if one.requests
    }


def summary_of(page: str) -> str:
    """The first sentence of a page."""
    return page.split("\n\n")[1]


def _page(package: Package, entry: Entry) -> str:
    requests = ", ".join(f"{call.method} {call.path}" for call in entry.requests)
    summary, *others = _described(entry.docstring)
    parts = [f"# {entry.resource}.{entry.method}", summary, f"Request: `{requests}`", *others]
    if entry.method == entry.requests[0].method_name:
        parts += list(_examples(package, entry.requests[0]))
    return "\n\n".join(parts) + "\n"


def _described(docstring: str) -> Iterator[str]:
    """The paragraphs of a docstring, its sections with headings and lists."""
    for part in re.split(r"\n\n+", docstring):
        title, _, lines = part.partition(":\n")
        if title in _TITLES:
            yield f"## {_TITLES[title]}"
            yield "\n".join(map(_item, lines.splitlines()))
        else:
            yield part


def _item(line: str) -> str:
    name, colon, text = line.strip().partition(": ")
    return f"- `{name}`: {text}" if colon and re.fullmatch(r"\w+", name) else f"- {line.strip()}"


def _examples(package: Package, call: Call) -> Iterator[str]:
    client = package.names.client
    yield f"## Synchronous\n\n```python\n{_python(package, call, client, asynchronous=False)}\n```"
    yield f"## Asynchronous\n\n```python\n{_python(package, call, f'Async{client}', asynchronous=True)}\n```"
    yield f"## curl\n\n```sh\n{curl(package, call)}\n```"


def _python(package: Package, call: Call, client: str, *, asynchronous: bool) -> str:
    start = "async with" if asynchronous else "with"
    example = call_example(call, package, asynchronous=asynchronous)
    return f"from {package.names.package} import {client}\n\n{start} {client}.from_env() as client:\n    {example}"


def curl(package: Package, call: Call) -> str:
    """The request as a command, with `BASE_URL` and `TOKEN` of the environment."""
    needed = [one for one in call.arguments if one.required]
    values = {one.wire: _value(package, one) for one in needed}
    path = call.path
    for one in needed:
        path = path.replace(f"{{{one.wire}}}", quote(str(values[one.wire]), safe=""))
    query = urlencode({one.wire: values[one.wire] for one in needed if one.location == "query"})
    lines = [f'curl -X {call.method} "$BASE_URL{path}{"?" * bool(query)}{query}"']
    if call.secured:
        lines.append('  -H "Authorization: Bearer $TOKEN"')
    body = {one.wire: values[one.wire] for one in needed if one.location == "body"}
    if call.body and body:
        whole = next(iter(body.values())) if call.body.single else body
        lines += [f'  -H "Content-Type: {call.body.media_type}"', f"  -d '{json.dumps(whole)}'"]
    return " \\\n".join(lines)


def _value(package: Package, argument: Argument) -> object:
    value: object = ast.literal_eval(example_value(argument.schema, package))
    return value

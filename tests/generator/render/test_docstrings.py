"""Docstrings of the five packages: each call is described once, in prose that flows and says nothing twice."""

from __future__ import annotations

import importlib
import inspect
import pydoc
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from support.docstrings import Docstring, docstrings, entries, even, package_folder
from support.scripted import SLUGS, package_of

from generator import pipeline
from generator.__main__ import ROOT
from generator.ir.nodes import Call, Package

pytestmark = pytest.mark.parametrize("slug", SLUGS)
WIDTH = 116
UNUSUAL = re.compile(
    r"\b(?:answer(?:s|ed)?|repl(?:y|ies)|renew(?:s|ed|al)?|buys?|bought|heed|odd|Most bytes|is told of|Text for people)\b"
)
"""Words for which the field has others: response, refresh, request, drift."""


@cache
def read(slug: str) -> Package:
    """A package as the generator sees it."""
    return pipeline.package_of(ROOT / "specs" / slug)


def all_docstrings(slug: str) -> Iterator[tuple[str, Docstring]]:
    """Every docstring of a package, by file and owner."""
    folder = package_folder(read(slug))
    for file in sorted(folder.rglob("*.py")):
        yield from ((f"{file.relative_to(folder)}: {name}", found) for name, found in docstrings(file).items())


def resource_module(slug: str, resource: str) -> Any:
    """The module of the calls of a resource."""
    return importlib.import_module(f"{package_of(slug).__name__}.resources.{resource}")


def class_name(call: Call) -> str:
    """The class of a call's resource."""
    return "".join(part.capitalize() for part in call.resource.split("_"))


def test_each_call_is_described_once(slug: str) -> None:
    """One docstring of a package describes a call; its methods have none of their own, its operation refers to it."""
    package = read(slug)
    for call in package.calls:
        folder = package_folder(package)
        methods = docstrings(folder / "resources" / f"{call.resource}.py")
        found = [name for name in methods if name.rpartition(".")[2] == call.method_name]
        assert found == [f"_{class_name(call)}.{call.method_name}"]
        operation = docstrings(folder / "operations" / f"_{call.resource}.py")[call.function].text
        assert f"`client.{call.resource}.{call.method_name}`" in operation
        assert "Raises:" not in operation


def test_both_clients_have_the_docstring(slug: str) -> None:
    """At run time the methods of both clients carry it, so that `help` and every tool shows it."""
    for call in read(slug).calls:
        module = resource_module(slug, call.resource)
        described = getattr(getattr(module, f"_{class_name(call)}"), call.method_name).__doc__
        for prefix in ("", "Async"):
            method = getattr(getattr(module, f"{prefix}{class_name(call)}"), call.method_name)
            assert method.__doc__ == described
            assert described


def test_nothing_is_said_twice(slug: str) -> None:
    """No sentence stands twice in a docstring; only arguments may have the same default."""
    for name, found in all_docstrings(slug):
        plain = re.sub(r"^ {4}\w+: |Server default: .*?\.$", "    ", found.text, flags=re.MULTILINE)
        sentences = Counter(re.split(r"(?<=[.!?])\s+", even(plain)))
        assert [one for one, count in sentences.items() if count > 1] == [], name


def test_no_line_ends_early(slug: str) -> None:
    """A line goes on as long as the next word fits: no line break of the specification is left in prose."""
    for name, found in all_docstrings(slug):
        lines = found.text.splitlines()
        for above, below in pairwise(lines):
            if is_continued(above, below):
                assert found.indent + len(f"{above} {below.split()[0]}") > WIDTH, f"{name}: {above!r}"


def is_continued(above: str, below: str) -> bool:
    """Whether a line belongs to the same paragraph as the line above it."""
    deeper = len(below) - len(below.lstrip()) - (len(above) - len(above.lstrip()))
    starts = re.match(r"\s*(?:[-*+] |\d+[.)] |[|#>])", below) or re.match(r" {4}\S", below)
    return bool(above.strip() and below.strip() and not above.endswith(":") and not starts and deeper in (0, 4))


def test_lines_are_short_enough(slug: str) -> None:
    """No line of a docstring is wider than the project's own."""
    for name, found in all_docstrings(slug):
        assert max(found.indent + len(line) for line in found.text.splitlines()) <= 120, name


def test_returns_says_more_than_the_signature(slug: str) -> None:
    """No `Returns` repeats the annotation, and no `Raises` says what holds for every call."""
    for name, found in all_docstrings(slug):
        returns = re.search(r"^Returns:\n +(.*)", found.text, re.MULTILINE)
        assert not (returns and re.fullmatch(r"\w+\.", returns[1])), name
        assert "InvalidArgument" not in entries(found.text, "Raises"), name


def test_sources_stand_at_the_end(slug: str) -> None:
    """A docstring has one source at most, in its last lines."""
    for name, found in all_docstrings(slug):
        assert found.text.count("Source: ") <= 1, name
        assert "\n\n" not in found.text.partition("Source: ")[2], name


def test_usual_words(slug: str) -> None:
    """Docstrings and the README use one word for each thing, and the usual one."""
    for name, found in all_docstrings(slug):
        assert UNUSUAL.findall(even(found.text)) == [], name
    assert UNUSUAL.findall((ROOT / "clients" / slug / "README.md").read_text("utf-8")) == []


@pytest.mark.parametrize("prefix", ["", "Async"])
def test_help_of_the_client_lists_the_calls(slug: str, prefix: str) -> None:
    """`help(Client)` has each call with its summary, the base URL with its path, and the variables of `from_env`."""
    package = read(slug)
    client = getattr(package_of(slug), f"{prefix}{package.names.client}")
    text = even(pydoc.render_doc(client, renderer=pydoc.plaintext).replace("|", ""))
    for call in package.calls:
        assert f"`{call.resource}.{call.method_name}`: {even(call.summary)}" in text
    calls = entries(inspect.getdoc(client) or "", "Calls")
    resources = {call.resource: resource_module(slug, call.resource) for call in package.calls}
    for resource, module in resources.items():
        methods = vars(getattr(module, "".join(part.capitalize() for part in resource.split("_"))))
        assert {
            f"`{resource}.{name}`" for name in methods if name[0] != "_" and name != "with_response"
        } <= calls.keys()
    for server in package.data["openapi"]["servers"]:
        assert f"`{server['url']}`" in text
    for name in ("base_url", "token"):
        assert f"SUBKIT_{slug}_{name}".replace("-", "_").upper() in text
    assert f"`{package.auth.name}`" in text if package.auth else True


def test_the_readme_leads_to_a_call(slug: str) -> None:
    """The README shows how to install, a first call that compiles, each call, and the environment variables."""
    package = read(slug)
    text = (ROOT / "clients" / slug / "README.md").read_text("utf-8")
    assert re.search(rf"pip install '?{package.names.distribution}", text)
    assert re.search(rf"pip install '?\./clients/runtime.* \./clients/{slug}$", text, re.MULTILINE)
    assert "](.." not in text, "a page of a package index, where a path leads nowhere"
    blocks = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    assert [compile(block, Path(slug).name, "exec") for block in blocks] != []
    for call in package.calls:
        assert f"`client.{call.resource}.{call.method_name}(" in text
        assert f"{call.method} `{call.path}`" in text
    for key in package.sources:
        assert f"\n- `{key}`: " in text

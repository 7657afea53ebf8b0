"""What the pages of `docs/` say about errors and environment variables is what the code does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import subkit
from subkit._errors import class_for
from support.scripted import SLUGS

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
RUNTIME = ROOT / "clients" / "runtime" / "src" / "subkit"


def page(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


def below(error: type[subkit.SubkitError]) -> Iterator[type[subkit.SubkitError]]:
    yield error
    for one in error.__subclasses__():
        if one.__module__ == "subkit":
            yield from below(one)


ERRORS = list(dict.fromkeys(below(subkit.SubkitError)))


def test_the_tree_of_errors() -> None:
    """The tree has each class once, below its base."""
    [tree] = re.findall(r"```\n(SubkitError\n.*?)```", page("errors.md"), re.DOTALL)
    shown: dict[str, str | None] = {}
    path: list[str] = []
    for line in tree.splitlines():
        name = line.strip()
        del path[(len(line) - len(name)) // 2 :]
        assert name not in shown
        shown[name] = path[-1] if path else None
        path.append(name)
    bases = {one.__name__: next((base.__name__ for base in one.__bases__ if base in ERRORS), None) for one in ERRORS}
    assert shown == bases


def test_each_error_has_advice() -> None:
    """Each class has a row with what happened and what to do, and the status that leads to it."""
    rows = re.findall(r"^\| `(\w+)` \| ([\dx]*) ?\| (.+?) \| (.+?) \|$", page("errors.md"), re.MULTILINE)
    assert sorted(name for name, *_ in rows) == sorted(one.__name__ for one in ERRORS if one is not subkit.SubkitError)
    for name, status, happened, advice in rows:
        assert len(happened) > 10
        assert len(advice) > 5
        if status:
            assert class_for(int(status.replace("xx", "03"))).__name__ == name


def test_attributes_that_the_page_names() -> None:
    """What the page tells to look at exists on some error."""
    named = set(re.findall(r"`([a-z_]+)`", page("errors.md")))
    arguments = {"timeout", "max_connections", "base_url", "with", "invalid_client", "invalid_grant", "resume"}
    missing = [name for name in named - arguments if not any(name in declared(one) for one in ERRORS)]
    assert missing == []


def declared(error: type[subkit.SubkitError]) -> set[str]:
    return set(error.__annotations__) | set(vars(error))


@pytest.mark.parametrize("slug", SLUGS)
def test_variables_of_each_package(slug: str) -> None:
    """The page has the same variables as the README of the package, which follows from its specification."""
    package = f"subkit_{slug.replace('-', '_')}"
    readme = (ROOT / "clients" / slug / "README.md").read_text("utf-8")
    expected = re.findall(r"`([A-Z_]{4,})`", readme.partition("## Environment variables")[2])
    [row] = re.findall(rf"^\| `{package}` \| (.+) \|$", page("environment.md"), re.MULTILINE)
    assert [*re.findall(r"`([A-Z_]+)`", row), "SUBKIT_LOG"] == expected


def test_variables_of_the_runtime() -> None:
    """Each variable that the runtime reads by its name is on the page."""
    read: set[str] = set()
    for path in RUNTIME.rglob("*.py"):
        read |= set(re.findall(r"environ(?:\.get\(|\[)\"(\w+)\"", path.read_text("utf-8")))
    assert len(read) >= 3
    assert read <= set(re.findall(r"`([A-Z_]+)`", page("environment.md")))


def test_the_index_links_each_page() -> None:
    """A page that the index does not link is not found."""
    links = {Path(link).name for link in re.findall(r"\]\((\S+\.md)\)", page("README.md"))}
    assert {path.name for path in DOCS.glob("*.md")} - {"README.md"} <= links
    begun = re.findall(r"\(\.\./clients/([\w-]+)/GETTING_STARTED\.md\)", page("README.md"))
    assert sorted(begun) == sorted(SLUGS)

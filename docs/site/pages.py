"""The Markdown that the site is made of: the pages of the project where they are, those of operations, an index."""

from __future__ import annotations

import re
from pathlib import Path

from generator.ir.nodes import Package
from generator.pipeline import package_of

from .operations import Pages, operation_pages, summary_of

ROOT = Path(__file__).resolve().parents[2]
_COPIED = {
    "README.md": "Overview",
    "CONTRIBUTING.md": "Working on subkit",
    "CHANGELOG.md": "Changes",
    "generator/README.md": "The generator",
    "clients/runtime/README.md": "The runtime",
}
_TOC = "```{{toctree}}\n:hidden:\n:caption: {}\n\n{}\n```\n"


def packages() -> list[Package]:
    """All APIs, by the names of their folders."""
    return [package_of(folder) for folder in sorted((ROOT / "specs").iterdir()) if folder.is_dir()]


def all_pages(apis: list[Package]) -> Pages:
    """Everything that the site shows, and `llms.txt`."""
    docs = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").glob("*.md"))
    examples = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "examples").glob("*.py"))
    pages = {name: _read(name) for name in (*_COPIED, *docs, *examples)}
    operations: dict[str, Pages] = {one.names.slug: operation_pages(one) for one in apis}
    for one in apis:
        pages |= operations[one.names.slug]
        pages[_start(one)] = _read(_start(one)) + "\n" + _contents("Operations", operations[one.names.slug])
    pages["index.md"] = _index(apis, docs)
    pages["llms.txt"] = _for_models(apis, operations, docs)
    return pages


def _read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def _start(package: Package) -> str:
    return f"clients/{package.names.slug}/GETTING_STARTED.md"


def _contents(caption: str, pages: Pages) -> str:
    """A list of pages with what each is about, which also makes the menu."""
    names = [f"operations/{Path(name).name}" for name in pages]
    rows = "\n".join(f"- [{Path(name).stem}]({name}): {summary_of(pages[_of(pages, name)])}" for name in names)
    return f"## {caption}\n\n{rows}\n\n" + _TOC.format(caption, "\n".join(name.removesuffix(".md") for name in names))


def _of(pages: Pages, name: str) -> str:
    return next(one for one in pages if one.endswith(f"/{name}"))


def _index(apis: list[Package], docs: list[str]) -> str:
    starts = "\n".join(f"{one.names.title} <{_start(one).removesuffix('.md')}>" for one in apis)
    others = "\n".join(
        [*(name.removesuffix(".md") for name in docs), *(f"{title} <{name[:-3]}>" for name, title in _COPIED.items())]
    )
    rows = "\n".join(f"- [{one.names.title}]({_start(one)})" for one in apis)
    head = f"# subkit\n\nTyped Python clients for subscription APIs.\n\n{rows}\n- [All other pages](docs/README.md)\n\n"
    return head + _TOC.format("APIs", starts) + "\n" + _TOC.format("Pages", others)


def _for_models(apis: list[Package], operations: dict[str, Pages], docs: list[str]) -> str:
    """A list of all pages for language models, as Markdown (llmstxt.org)."""
    lines = ["# subkit", "", "> Typed Python clients, synchronous and asynchronous, for subscription APIs.", ""]
    lines += ["## Pages", "", *(f"- [{_title(_read(name))}]({name})" for name in docs), ""]
    for one in apis:
        lines += [f"## {one.names.title}", "", f"- [Getting started]({_start(one)})"]
        found = operations[one.names.slug].items()
        lines += [*(f"- [{Path(name).stem}]({name}): {summary_of(page)}" for name, page in found), ""]
    return "\n".join(lines)


def _title(page: str) -> str:
    found = re.search(r"^# (.+)$", page, re.MULTILINE)
    return found[1] if found else "Page"

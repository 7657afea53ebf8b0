"""Fragments: the smallest specification of one construct each, and what its client must do.

They stand in `tests/generator/fragments/`; `fragments()` finds them, `Workshop` generates all of them once.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module, util
from pathlib import Path
from textwrap import dedent, indent
from typing import Any

from attrs import field, frozen
from subkit import Retry
from support.scripted import BASE_URL, Answer, Driven, collect, header

from generator.diagnostics import Diagnostic, SpecError
from generator.pipeline import package_of
from generator.render.files import Files, format_files, write_files
from generator.render.package import render

FOLDER = Path(__file__).resolve().parents[1] / "generator" / "fragments"


@frozen(kw_only=True)
class Fragment:
    """One construct: its specification, and what its client must do or why there is none."""

    construct: str
    openapi: str = field(repr=False)
    facade: str = field(default="", repr=False)
    check: Callable[[Run], None] | None = field(default=None, repr=False)
    """What must hold, in either mode."""
    typed: str = field(default="", repr=False)
    """Statements that strict type checkers must accept; `client` is the synchronous one."""
    refused: str | None = None
    """What the one line of the refusal says; its place is the line that holds `# HERE`."""
    noted: str | None = None
    """What the one note says that its generation prints; its place is the line that holds `# HERE`."""

    @property
    def slug(self) -> str:
        """The folder of its specification."""
        return "x-" + "-".join(re.findall(r"[a-z0-9]+", self.construct.lower()))

    @property
    def package(self) -> str:
        """The import name of its client."""
        return f"subkit_{self.slug.replace('-', '_')}"


class Run:
    """One fragment in one mode. Calling it makes a client that gets these answers, and performs a call on it."""

    def __init__(self, fragment: Fragment, mode: str) -> None:
        self.fragment, self.mode = fragment, mode
        self.driven: Any = None

    def __call__(self, call: Callable[[Any], Any], *answers: Answer, **options: Any) -> Any:
        options.setdefault("retry", Retry(attempts=1))
        self.driven = Driven(self.fragment.slug, self.mode, answers, **options)
        return self.driven(call)

    def serve(self, answer: Callable[[Any], Answer], **options: Any) -> Any:
        """A client that gets its answers from a function."""
        self.driven = Driven(self.fragment.slug, self.mode, answer, **options)
        return self.driven.client

    def items(self, call: Callable[[Any], Any], *answers: Answer) -> list[Any]:
        """All items of a list."""
        self.driven = Driven(self.fragment.slug, self.mode, answers)
        return collect(call(self.driven.client))

    @property
    def package(self) -> Any:
        return import_module(self.fragment.package)

    @property
    def target(self) -> str:
        """Path and query of the last request."""
        return str(self.driven.last.url).removeprefix(BASE_URL)

    @property
    def body(self) -> bytes | None:
        """Body of the last request."""
        found: bytes | None = self.driven.last.body
        return found

    def header(self, name: str) -> str | None:
        """A header of the last request."""
        return header(self.driven.last, name)


def document(paths: str, components: str = "", *, version: str = "3.0.3", top: str = "") -> str:
    """A whole OpenAPI document of these parts."""
    parts = [f"openapi: {version}\ninfo: {{title: Fragment, version: '1'}}\n", dedent(top).lstrip("\n")]
    parts.append("paths:\n" + indent(dedent(paths).strip("\n"), "  ") + "\n")
    if components:
        parts.append("components:\n" + indent(dedent(components).strip("\n"), "  ") + "\n")
    return "".join(parts)


_GET = """\
/things/{thing_id}:
  get:
    tags: [things]
    operationId: getThing
    parameters:
      - {name: thing_id, in: path, required: true, schema: {type: string}}
    responses:
      "200":
        description: The thing.
        content:
          application/json:
            schema:
"""
_TAKE = """\
/things:
  post:
    tags: [things]
    operationId: createThing
    requestBody:
      required: true
      content:
        application/json:
          schema:
%s
    responses:
      "204": {description: Done.}
"""
_ASK = """\
/things%s:
  get:
    tags: [things]
    operationId: findThings
    parameters:
%s
    responses:
      "204": {description: Done.}
"""


def answering(schema: str, schemas: str = "", *, version: str = "3.0.3") -> str:
    """A document whose `client.things.get("1")` is answered with this schema."""
    paths = _GET + indent(dedent(schema).strip("\n"), " " * 14)
    return document(paths, _components(schemas), version=version)


def taking(schema: str, schemas: str = "", *, version: str = "3.0.3") -> str:
    """A document whose `client.things.create(...)` sends a body of this schema."""
    return document(_TAKE % indent(dedent(schema).strip("\n"), " " * 12), _components(schemas), version=version)


def asking(parameters: str, path: str = "", schemas: str = "") -> str:
    """A document whose `client.things.find(...)` takes these parameters."""
    return document(_ASK % (path, indent(dedent(parameters).strip("\n"), " " * 6)), _components(schemas))


def _components(schemas: str) -> str:
    return "schemas:\n" + indent(dedent(schemas).strip("\n"), "  ") if schemas else ""


@cache
def fragments() -> dict[str, Fragment]:
    """All fragments by slug, in the order of their files."""
    found: dict[str, Fragment] = {}
    for file in sorted(FOLDER.glob("*.py")):
        for one in _in(file):
            assert one.slug not in found, f"two fragments are called {one.slug}"
            found[one.slug] = one
    return found


def _in(file: Path) -> list[Fragment]:
    spec = util.spec_from_file_location(f"fragments_{file.stem}", file)
    assert spec is not None
    assert spec.loader is not None
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return [one for one in vars(module).values() if isinstance(one, Fragment)]


@frozen
class Workshop:
    """All fragments generated into one folder, whose `src` is importable."""

    folder: Path
    refusals: dict[str, list[Diagnostic]] = field(factory=dict[str, list[Diagnostic]])
    crashes: dict[str, Exception] = field(factory=dict[str, Exception])
    notes: dict[str, tuple[Diagnostic, ...]] = field(factory=dict[str, tuple[Diagnostic, ...]])

    @property
    def source(self) -> Path:
        """Where the packages are."""
        return self.folder / "src"

    def fill(self) -> Workshop:
        """Generate everything."""
        files: Files = {}
        for fragment in fragments().values():
            files |= self._made(fragment)
        write_files(format_files(files), self.folder)
        return self

    @contextmanager
    def importable(self) -> Iterator[Workshop]:
        """Have the packages on the path."""
        sys.path.insert(0, str(self.source))
        yield self
        sys.path.remove(str(self.source))

    def specification(self, fragment: Fragment) -> Path:
        """The folder of a fragment's specification."""
        return self.folder / "specs" / fragment.slug

    def _made(self, fragment: Fragment) -> Files:
        place = self.specification(fragment)
        place.mkdir(parents=True)
        (place / "openapi.yaml").write_text(fragment.openapi, "utf-8")
        (place / "facade.toml").write_text(dedent(fragment.facade), "utf-8")
        try:
            package = package_of(place)
            self.notes[fragment.slug] = package.ignored
            made = render(package)
            for name, text in made.items():
                if name.endswith(".py"):
                    ast.parse(text, name)
        except SpecError as refused:
            self.refusals[fragment.slug] = refused.diagnostics
        except Exception as error:  # noqa: BLE001 - reported by the fragment's own test
            self.crashes[fragment.slug] = error
        else:
            return {name: text for name, text in made.items() if name.startswith("src/")}
        return {}

    def write_typed(self) -> None:
        """Write the typed statements of each fragment into a module of its own."""
        for fragment in fragments().values():
            if fragment.typed and fragment.slug not in {*self.refusals, *self.crashes}:
                (self.source / f"typed_{fragment.package}.py").write_text(_typed(fragment), "utf-8")


def _typed(fragment: Fragment) -> str:
    lines = ["from datetime import date, datetime", "from typing import Any, assert_type", "from uuid import UUID"]
    lines += ["import subkit", "from subkit import Pager", "from subkit import UnknownVariant"]
    lines += [f"import {fragment.package} as p", f"def check(client: p.{package_client(fragment)}) -> None:"]
    lines += [indent(dedent(fragment.typed).strip("\n"), "    ")]
    names = "Any Pager UUID date datetime UnknownVariant assert_type subkit check p"
    return "\n".join([*lines, f"__all__ = {tuple(names.split())}", ""])


def package_client(fragment: Fragment) -> str:
    """The name of the synchronous client."""
    return "".join(part.capitalize() for part in fragment.slug.split("-"))

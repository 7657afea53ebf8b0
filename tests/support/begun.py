"""A vendor's document taken through `new` and `generate`, and the client that comes out, on a transport in process."""

from __future__ import annotations

import contextlib
import importlib
import io
import json
import sys
from collections.abc import Callable, Generator, Mapping
from itertools import count
from pathlib import Path
from textwrap import dedent
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from attrs import define, field
from subkit import Reply, Request, Retry

from generator.__main__ import main

HEAD = 'openapi: 3.0.3\ninfo: {title: Begun, version: "1"}\nservers: [{url: https://api.example}]\n'
Answer = Callable[[Request], Reply] | Reply


def reply(body: Any = None, status: int = 200, **headers: str) -> Reply:
    """A response with a body in JSON."""
    names = (("Content-Type", "application/json"), *((name.replace("_", "-"), one) for name, one in headers.items()))
    return Reply(status, names, json.dumps(body).encode()) if body is not None else Reply(status, names[1:], b"")


def query(request: Request) -> dict[str, str]:
    """The query of a request."""
    return dict(parse_qsl(urlsplit(request.url).query))


class Double:
    """A transport that answers in turn, or by a function, and keeps what it was asked."""

    def __init__(self, *answers: Answer) -> None:
        self.answers = list(answers)
        self.asked: list[Request] = []

    def send(self, request: Request, *, timeout: float) -> Reply:
        """Answer a request."""
        self.asked.append(request)
        answer = self.answers[0] if len(self.answers) == 1 and callable(self.answers[0]) else self.answers.pop(0)
        return answer(request) if callable(answer) else answer

    def close(self) -> None:
        """Nothing to close."""


@define
class Begun:
    """One document, and what the generator made of it."""

    folder: Path
    slug: str
    said: str = field(default="", repr=False)

    @property
    def facade(self) -> Path:
        """Its `facade.toml`."""
        return self.folder / "specs" / self.slug / "facade.toml"

    def run(self, *words: str) -> bool:
        """Run the generator with these words, and keep what it says."""
        said = io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            status = main([*words, "--specs", str(self.folder / "specs")])
        self.said = said.getvalue()
        return status == 0

    def generate(self) -> bool:
        """Whether the client could be generated."""
        return self.run(self.slug, "--output", str(self.folder / "clients"))

    @contextlib.contextmanager
    def client(self, *answers: Answer, **options: Any) -> Generator[tuple[Any, Double]]:
        """A client of the generated package, and the transport that answers it."""
        assert self.generate(), self.said
        name = f"subkit_{self.slug.replace('-', '_')}"
        source = str(self.folder / "clients" / self.slug / "src")
        sys.path.insert(0, source)
        try:
            package, double = importlib.import_module(name), Double(*answers)
            made = getattr(package, "".join(part.capitalize() for part in self.slug.split("-")))
            yield made(auth=None, transport=double, retry=Retry(attempts=1), **options), double
        finally:
            sys.path.remove(source)


_numbers = count(1)
"""Each package has a name of its own, because what was imported stays."""


def begin(folder: Path, paths: str, components: str = "", *, facade: str | None = None) -> Begun:
    """Begin an API with a document of these paths and schemas; with a `facade.toml` in the place of the draft, if given."""
    text = (
        HEAD
        + "paths:\n"
        + _indented(paths)
        + (f"components:\n  schemas:\n{_indented(components, 4)}" if components else "")
    )
    folder.mkdir(exist_ok=True)
    (folder / "vendor.yaml").write_text(text, "utf-8")
    begun = Begun(folder, f"begun-{next(_numbers)}")
    assert begun.run("new", begun.slug, str(folder / "vendor.yaml")), begun.said
    if facade is not None:
        begun.facade.write_text(dedent(facade), "utf-8")
    return begun


def _indented(text: str, width: int = 2) -> str:
    return "".join(f"{' ' * width}{line}\n" for line in dedent(text).strip("\n").splitlines())


def answering(schema: str, **more: str) -> str:
    """The `responses` of an operation that answers with this schema."""
    extra = "".join(f", {name}: {text}" for name, text in more.items())
    return f"{{'200': {{description: ok, content: {{application/json: {{schema: {schema}}}}}{extra}}}}}"


def parameter(name: str, location: str = "query", schema: str = "{type: string}", **more: str) -> str:
    """One parameter."""
    required = ", required: true" if location == "path" else ""
    extra = "".join(f", {key}: {text}" for key, text in more.items())
    return f"{{name: {name}, in: {location}{required}, schema: {schema}{extra}}}"


def calls_of(resource: object) -> list[str]:
    """The names of a resource's calls, without the methods that are made of several."""
    return [one for one in dir(resource) if one[0] != "_" and one not in ("modify", "create_or_find", "with_response")]


def asked(double: Double) -> list[str]:
    """The method and the path with query of each request."""
    return [f"{one.method} {one.url.removeprefix('https://api.example')}" for one in double.asked]


def header(request: Request, name: str) -> str | None:
    """A header of a request."""
    found: Mapping[str, str] = dict(request.headers)
    return found.get(name)

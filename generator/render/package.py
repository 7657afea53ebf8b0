"""From the representation to the files of a package. It decides how things are written, not which there are."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import jinja2
from attrs import frozen
from jinja2.bccache import Bucket

from ..ir.nodes import Call, Enumeration, ModelClass, Package, has_refresh
from .files import MARK, Files
from .filters import VERSION, Filters
from .prose import flow, paragraphs
from .signatures import without_verb

BANNER = MARK.removeprefix("# ") + "specs/{slug}. Do not edit: change the specification or the generator."
_TEMPLATES = Path(__file__).parent / "templates"
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)]) ")


@frozen
class Export:
    """A name, and the module that it lives in."""

    name: str
    home: str


@frozen
class Mode:
    """One of the two flavours of clients and resources."""

    prefix: str
    client: str
    pager: str
    transport: str
    define: str
    wait: str
    change: str
    suffix: str
    flavour: str


SYNC = Mode("", "SyncClient", "Pager", "TransportLike", "def", "", "Change", "", "synchronous")
ASYNC = Mode(
    "Async",
    "AsyncClient",
    "AsyncPager",
    "AsyncTransportLike",
    "async def",
    "await ",
    "AsyncChange",
    "_async",
    "asynchronous",
)


class _Compiled(jinja2.BytecodeCache):
    """Templates compiled once for all packages, whose filters differ: compiling takes longer than all the rest."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in the code of a template, if it was compiled before."""
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        self._code[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _Compiled()


def render(package: Package) -> Files:
    """All files of a package, by path below its folder. Python is not formatted yet."""
    own = Filters(package)
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        bytecode_cache=_COMPILED,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - it writes Python, not HTML
    )
    filters: dict[str, Any] = environment.filters
    filters |= {**own.filters(), "docstring": docstring}
    shared: dict[str, Any] = environment.globals
    banner = BANNER.format(slug=package.names.slug)
    shared |= {"banner": banner, "names": package.names, "package": package, "version": VERSION}
    shared["compatible"] = compatible(VERSION)
    return _Renderer(package, environment, own).files()


def compatible(version: str) -> str:
    """The releases of the runtime that a package works with: those that Semantic Versioning calls compatible."""
    major, minor, _ = version.split(".")
    return f">={version},<{f'0.{int(minor) + 1}' if major == '0' else int(major) + 1}"


def docstring(text: str, indent: int) -> str:
    """A text as it stands between the quotes of a docstring."""
    safe = flow(text).replace("\\", "\\\\")
    safe = re.sub(r'"""|"\Z', lambda found: found[0].replace('"', '\\"'), safe)
    wrapped: list[str] = []
    for line in safe.splitlines():
        lead = line[: len(line) - len(line.lstrip())]
        width = 116 - indent
        hanging = f"{lead}  " if _ITEM.match(line) else f"{lead}    " if lead else ""
        wrapped += textwrap.wrap(
            line, width, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False
        ) or [""]
    pad = " " * indent
    body = "\n".join(pad + line if number and line else line for number, line in enumerate(wrapped))
    return f"{body}\n{pad}" if len(wrapped) > 1 else body


class _Renderer:
    def __init__(self, package: Package, environment: jinja2.Environment, filters: Filters) -> None:
        self.package = package
        self.environment = environment
        self.filters = filters
        self.source = f"src/{package.names.package}"

    def files(self) -> Files:
        resources = sorted({call.resource for call in self.package.calls})
        files = {**self._common(resources), **self._model_files()}
        for resource in resources:
            files |= self._resource(resource, [call for call in self.package.calls if call.resource == resource])
        return files

    def _common(self, resources: list[str]) -> Files:
        package, src = self.package, self.source
        banner = f"# {BANNER.format(slug=package.names.slug)}\n"
        files: Files = {
            "pyproject.toml": self._template("pyproject.toml.jinja"),
            "README.md": self._template("README.md.jinja", resources=resources),
            "GETTING_STARTED.md": self._template("GETTING_STARTED.md.jinja"),
            f"{src}/py.typed": "",
            f"{src}/_version.py": f'{banner}__version__ = "{VERSION}"\n',
            f"{src}/_api.py": self._template("api.py.jinja"),
            f"{src}/_client.py": self._template("client.py.jinja", resources=resources, modes=(SYNC, ASYNC)),
            f"{src}/__init__.py": self._root(),
            f"{src}/api.json": json.dumps(package.data, indent=1, ensure_ascii=False) + "\n",
            f"{src}/operations/__init__.py": self._operations(),
            f"{src}/resources/__init__.py": f'{banner}"""Calls by resource."""\n',
        }
        if package.auth:
            files[f"{src}/_auth.py"] = self._template("auth.py.jinja", auth=package.auth)
        return files

    def _model_files(self) -> Files:
        package, folder = self.package, f"{self.source}/models"
        files = {f"{folder}/{model.module}.py": self._model(model) for model in package.models}
        files |= {f"{folder}/{enum.module}.py": self._template("enum.py.jinja", enum=enum) for enum in package.enums}
        return {**files, f"{folder}/__init__.py": self._models()}

    def _template(self, name: str, **values: Any) -> str:
        return self.environment.get_template(name).render(**values)

    def _model(self, model: ModelClass) -> str:
        return self._template("model.py.jinja", model=model, typing_imports=self.filters.siblings_of(model))

    def _resource(self, resource: str, calls: list[Call]) -> Files:
        values: Mapping[str, Any] = {
            "resource": resource,
            "calls": calls,
            "typing_imports": self.filters.classes_in(calls),
            "modes": (SYNC, ASYNC),
        }
        return {
            f"{self.source}/operations/_{resource}.py": self._template("operations.py.jinja", **values),
            f"{self.source}/resources/{resource}.py": self._template("resource.py.jinja", **values),
            f"{self.source}/resources/_{resource}_with_response.py": self._template("with_response.py.jinja", **values),
        }

    def _lazy(self, text: str, exports: Iterable[Export], *, root: bool = False) -> str:
        found = sorted(exports, key=lambda one: (one.home, one.name))
        names = sorted(one.name for one in found)
        return self._template(
            "lazy.py.jinja",
            text=text,
            exports=found,
            all=[*names, "__version__", "operations"] if root else names,
            version=root,
            submodules=root,
        )

    def _classes(self) -> list[ModelClass | Enumeration]:
        return [*self.package.models, *self.package.enums]

    def _root(self) -> str:
        client = self.package.names.client
        exports = [Export(f"{prefix}{client}", "._client") for prefix in ("", "Async")]
        exports += [Export(self.package.auth.name, "._auth")] if self.package.auth else []
        exports += [Export(one.name, f".models.{one.module}") for one in self._classes()]
        credential = f" Credential: `{self.package.auth.name}`." if self.package.auth else ""
        about = f"Clients: `{client}` and `Async{client}`.{credential}"
        return self._lazy(
            paragraphs(f"{self.package.names.title}.", self.package.description, about), exports, root=True
        )

    def _models(self) -> str:
        exports = (Export(one.name, f".{one.module}") for one in self._classes())
        return self._lazy("Models and enums. Each is loaded when it is first used.", exports)

    def _operations(self) -> str:
        exports: list[Export] = []
        for call in self.package.calls:
            home = f"._{call.resource}"
            exports.append(Export(call.function, home))
            if has_refresh(call, self.package.calls):
                exports.append(Export(f"refresh_{without_verb(call.function)}", home))
        return self._lazy(
            "Operations: calls as values. `client.send(operation)` performs one.",
            exports,
        )

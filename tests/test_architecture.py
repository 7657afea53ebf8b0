"""The rules of the house: who may know whom, and what is loaded when."""

from __future__ import annotations

import ast
import inspect
import os
import re
import subprocess
import sys
import textwrap
import tomllib
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import subkit
import yaml
from support.scripted import SLUGS, package_of

ROOT = Path(__file__).resolve().parent.parent
RUNTIME = ROOT / "clients" / "runtime" / "src" / "subkit"
GENERATOR = ROOT / "generator"
GENERIC = {"server", "publisher", "events", "api", "www", "com", "net", "example", "localhost", "io", "datahub"}
HANDWRITTEN = sorted(
    path
    for folder in (GENERATOR, ROOT / "clients" / "runtime")
    for path in folder.rglob("*")
    if path.suffix in {".py", ".jinja"}
)


@cache
def vendor_words() -> set[str]:
    """Words that belong to one vendor: of the slugs, the hosts and the names of environment variables."""
    words: set[str] = set()
    for folder in (ROOT / "specs").iterdir():
        facade = tomllib.loads((folder / "facade.toml").read_text("utf-8"))
        document = yaml.safe_load((folder / "openapi.yaml").read_text("utf-8"))
        variables = [name for names in facade.get("client", {}).get("environment", {}).values() for name in names]
        hosts = [(urlsplit(server["url"]).hostname or "").split(".") for server in document["servers"]]
        words |= {*folder.name.split("-"), *(name.split("_")[0].lower() for name in variables)}
        words |= {host[-2] for host in hosts if host[-1] in {"com", "net", "io"}}
    return words - GENERIC


def test_vendor_words_are_found() -> None:
    """The search below knows the vendors, so it cannot pass for want of words."""
    assert {slug.split("-")[0] for slug in SLUGS} <= vendor_words()


@pytest.mark.parametrize("path", HANDWRITTEN, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_vendor_in_handwritten_code(path: Path) -> None:
    """Hand-written code names no vendor: a sixth API is a folder under specs/ and no Python."""
    pattern = re.compile(rf"(?<![a-z])(?:{'|'.join(sorted(vendor_words()))})(?![a-z])", re.IGNORECASE)
    camel = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", path.read_text("utf-8"))
    assert pattern.findall(camel.replace("_", " ")) == []


def imports(tree: ast.AST, *, everywhere: bool) -> Iterator[str]:
    """Absolute names of imported modules, relative ones with their dots; at import time only, or everywhere."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            own = "." * node.level
            yield from [own + node.module] if node.module else (own + alias.name for alias in node.names)
        elif everywhere or not (is_function(node) or is_for_types(node)):
            yield from imports(node, everywhere=everywhere)


def is_function(node: ast.AST) -> bool:
    return isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda))


def is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def modules_of(folder: Path) -> dict[str, Path]:
    """Modules of a package by dotted name inside it; a package stands under its own name."""
    found: dict[str, Path] = {}
    for path in sorted(folder.rglob("*.py")):
        parts = path.relative_to(folder).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)] = path
    return found


def importers(folder: Path, *roots: str) -> set[str]:
    """The modules of a package that import one of these, at any place and for any reason."""
    found = set()
    for name, path in modules_of(folder).items():
        tree = ast.parse(path.read_text("utf-8"))
        if any(one.split(".")[0] in roots for one in imports(tree, everywhere=True)):
            found.add(name)
    return found


def test_only_the_transport_imports_an_http_library() -> None:
    """No folder of the runtime but `_transport` knows httpcore, and none imports httpx or anyio."""
    assert importers(RUNTIME, "httpx", "anyio", "h11") == set()
    found = importers(RUNTIME, "httpcore")
    assert "_transport.http" in found
    assert {name.partition(".")[0] for name in found} == {"_transport"}


def test_only_otel_imports_opentelemetry() -> None:
    """No module of the runtime but `subkit.otel`, which none of the others imports, knows OpenTelemetry."""
    assert importers(RUNTIME, "opentelemetry") == {"otel"}
    assert [name for name, found in graph_of(RUNTIME).items() if "otel" in found] == []


def test_only_the_engine_imports_the_generator_library() -> None:
    """No module of the generator but `spec.engine` knows openapi-python-client."""
    assert importers(GENERATOR, "openapi_python_client") == {"spec.engine"}


FLOORS = [
    {"mock"},
    {"_mock"},
    {"_client", "_from_env", "_installed", "otel"},
    {"_paging"},
    {"_calls"},
    {"_responses"},
    {"_operations"},
    {"_auth"},
    {"_models"},
    {"_flow"},
    {"_transport"},
    {"_formats"},
    {"_secrets"},
    {
        "_described",
        "_errors",
        "_forks",
        "_lazy",
        "_lazy_property",
        "_meta",
        "_portable",
        "_public",
        "_source_docs",
        "_unset",
        "_values",
        "_version",
    },
]
"""The folders and single modules of the runtime, the topmost first. Each imports from its own and from lower ones."""


def graph_of(folder: Path) -> dict[str, set[str]]:
    """Which modules of a package each of them imports, at any place and for any reason."""
    modules = modules_of(folder)
    graph: dict[str, set[str]] = {}
    for name, path in modules.items():
        package = [*name.split("."), ""] if path.name == "__init__.py" and name != "__init__" else name.split(".")
        found = imports(ast.parse(path.read_text("utf-8")), everywhere=True)
        graph[name] = {target for one in found if (target := _target(one, package, folder.name)) in modules}
    return graph


def _target(imported: str, importer: list[str], package: str) -> str:
    if not imported.startswith("."):
        return imported.removeprefix(f"{package}.") if imported.startswith(f"{package}.") else ""
    name = imported.lstrip(".")
    return ".".join([*importer[: len(importer) - (len(imported) - len(name))], name])


@pytest.mark.parametrize("folder", [RUNTIME, GENERATOR], ids=lambda folder: folder.name)
def test_imports_go_one_way(folder: Path) -> None:
    """Modules import each other without a cycle, imports for types counted."""
    graph = graph_of(folder)
    assert sum(map(len, graph.values())) > len(graph) // 2
    TopologicalSorter(graph).prepare()  # raises CycleError


def test_folders_import_from_lower_floors_only() -> None:
    """A folder of the runtime imports from those below it, imports for types counted. The package itself is above all."""
    floor = {name: number for number, names in enumerate(FLOORS) for name in names}
    graph = {name: found for name, found in graph_of(RUNTIME).items() if name != "__init__"}
    assert {name.partition(".")[0] for name in graph} == floor.keys()
    arrows = [(name, one) for name, found in graph.items() for one in found]
    assert arrows
    upwards = [
        f"{name} imports {one}" for name, one in arrows if floor[one.partition(".")[0]] < floor[name.partition(".")[0]]
    ]
    assert upwards == []


def test_the_readme_lists_the_folders() -> None:
    """The runtime's README has each folder in the order of the floors, and all its modules."""
    text = (ROOT / "clients" / "runtime" / "README.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)` \| .+ \| (.+) \|$", text, re.MULTILINE)
    folders = [name for names in FLOORS for name in sorted(names) if (RUNTIME / name).is_dir()]
    assert [name for name, _ in rows] == folders
    for name, modules in rows:
        assert set(re.findall(r"\w+", modules)) == {path.stem for path in (RUNTIME / name).glob("*.py")} - {"__init__"}


def test_generated_code_imports_folders() -> None:
    """Generated packages name folders of the runtime, or its single modules, and nothing inside a folder."""
    found = {
        one
        for slug in SLUGS
        for path in (ROOT / "clients" / slug / "src").rglob("*.py")
        for one in imports(ast.parse(path.read_text("utf-8")), everywhere=True)
        if one.startswith("subkit.")
    }
    assert "subkit._operations" in found
    assert [one for one in found if one.count(".") > 1] == []


def public_functions(module: Any) -> Iterator[tuple[str, Any]]:
    for name in module.__all__:
        found = getattr(module, name)
        if inspect.isclass(found):
            parts = inspect.getmembers(found, inspect.isroutine)
            yield from ((f"{name}.{key}", part) for key, part in parts if not re.match("_[a-z]", key))
        elif inspect.isfunction(found):
            yield name, found


@pytest.mark.parametrize("module", [subkit, *map(package_of, SLUGS)], ids=lambda module: module.__name__)
def test_no_type_of_httpx_in_a_public_signature(module: Any) -> None:
    """Signatures and attributes that users see name no type of the HTTP library, which has a successor."""
    seen = [
        (name, annotation)
        for name, part in public_functions(module)
        for annotation in (getattr(part, "__annotations__", None) or {}).values()
    ]
    seen += [
        (name, annotation)
        for name in module.__all__
        if inspect.isclass(found := getattr(module, name))
        for annotation in vars(found).get("__annotations__", {}).values()
    ]
    assert seen
    assert [one for one in seen if re.search(r"httpx|httpcore", str(one[1]), re.IGNORECASE)] == []


def loaded(program: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after a program."""
    code = textwrap.dedent(program) + "\nimport sys; print('\\n'.join(sys.modules))"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "tests")}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


HEAVY = {"httpx", "httpcore", "anyio", "ssl", "asyncio", "dateutil"}


@pytest.mark.parametrize("name", ["subkit", *(f"subkit_{slug.replace('-', '_')}" for slug in SLUGS)])
def test_importing_loads_next_to_nothing(name: str) -> None:
    """Importing the runtime or a package loads neither the HTTP library nor a model."""
    found = loaded(f"import {name}")
    assert name in found
    assert found & (HEAVY | {"attrs", "attr"}) == set()
    assert [one for one in found if one.startswith("subkit") and ".models." in one] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_importing_a_client_loads_no_model(slug: str) -> None:
    """Importing the clients loads neither the HTTP library nor a model: those come with the first call."""
    found = loaded(f"from support.scripted import client_class\nclient_class({slug!r}, 'sync')")
    assert found & {"httpx", "httpcore", "dateutil"} == set()
    assert [one for one in found if one.startswith("subkit") and ".models." in one] == []


@pytest.mark.parametrize("mode", ["sync", "async"])
def test_own_transport_needs_no_http_library(mode: str) -> None:
    """A client with a transport of its own loads no HTTP library, and ordinary dates do not load dateutil."""
    found = loaded(
        f"""
        from support.scripted import Driven, reply
        times = {{"timeCreated": "2021-03-18T23:57:44.1234567Z", "timeDeleted": "2021-03-18T23:57:44+01:00"}}
        body = {{"id": "sub.1", **times}}
        driven = Driven("illumina-ens", {mode!r}, [reply(200, body)])
        found = driven(lambda client: client.subscriptions.get("sub.1"))
        assert found.time_created.year == 2021 and found.time_deleted.tzinfo
        """
    )
    assert "subkit_illumina_ens.models.subscription" in found
    assert found & {"httpx", "httpcore", "dateutil"} == set()


def test_a_call_loads_what_it_needs() -> None:
    """A synchronous program loads neither httpx nor asyncio, and the HTTP library before its first call begins."""
    program = """
        import sys
        import subkit
        from subkit_illumina_ens import IlluminaEns
        client = IlluminaEns(base_url="http://127.0.0.1:9", auth=subkit.BearerToken("t"))
        made = set(sys.modules)
        try:
            client.subscriptions.get("s1")
        except subkit.NotSent:
            late = {name.partition(".")[0] for name in set(sys.modules) - made}
            sys.modules.update({f"late:{name}": sys for name in late})
    """
    found = loaded(program)
    assert {"httpcore", "late:subkit_illumina_ens"} <= found
    assert found & {"httpx", "asyncio", "urllib.request", "dateutil"} == set()
    assert found & {f"late:{name}" for name in ("httpcore", "h11", "anyio", "ssl")} == set()


def walks() -> Iterator[tuple[str, ast.AST]]:
    """The functions that may call themselves, directly or through others of their file."""
    for path in HANDWRITTEN:
        if path.suffix == ".py":
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                    yield f"{path.relative_to(ROOT)}:{node.name}", node


def copies_what_was_seen(function: ast.AST) -> bool:
    """Whether a function passes on a set with something added, so that each path has a set of its own."""
    calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
    given = [one for call in calls for one in (*call.args, *(word.value for word in call.keywords))]
    added = [one.right for one in given if isinstance(one, ast.BinOp) and isinstance(one.op, ast.BitOr)]
    united = [one for one in given if isinstance(one, ast.Call) and ast.unparse(one.func).endswith(".union")]
    return any(isinstance(one, ast.Set) for one in (*added, *(item for call in united for item in call.args)))


def forgets_what_was_seen(function: ast.AST) -> bool:
    """Whether a function adds something to a set, calls on, and takes it out again."""
    calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
    methods = [one.func for one in calls if isinstance(one.func, ast.Attribute)]
    done = {(ast.unparse(one.value), one.attr) for one in methods}
    return any((holder, one) in done for holder, name in done if name == "add" for one in ("discard", "remove"))


def test_walks_share_what_they_have_seen() -> None:
    """No walk has a set of its own for each path: that takes exponential time where paths meet again."""
    found = list(walks())
    assert len(found) > 900
    assert [name for name, one in found if copies_what_was_seen(one) or forgets_what_was_seen(one)] == []


@pytest.mark.parametrize(
    "body",
    [
        "return any(walk(part, seen | {name}) for part in parts)",
        "seen.add(name)\n    walk(name, seen)\n    seen.discard(name)",
    ],
)
def test_a_walk_with_a_set_for_each_path_is_found(body: str) -> None:
    """The rule above knows both forms of such a walk."""
    (function,) = ast.parse(f"def walk(name, seen):\n    {body}\n").body
    assert copies_what_was_seen(function) or forgets_what_was_seen(function)

"""`python -m generator new <slug> <file>`: a first `facade.toml`, drafted from the document.

The draft comes from names and shapes only. What could lose data if it were wrong is left open, and `generate` asks for
it; what else could not be recognised is listed for a person to decide.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from attrs import field, frozen

from .diagnostics import Diagnostic, SpecError, limited_depth
from .draft.errors import draft_errors
from .draft.paging import draft_first_page, draft_paging
from .draft.settings import Draft
from .ir.places import place_of
from .ir.verbs import is_action
from .spec.document import Document
from .spec.facade import Facade
from .spec.lint import unsupported
from .spec.normalise import normalise
from .spec.operations import Operation, ResolvedSpec
from .spec.resolve import resolve_spec
from .spec.source import check_slug
from .spec.structure import check_structure
from .spec.yaml_reader import read_document


@frozen
class Scaffold:
    """The text of a first `facade.toml`, and what it does not settle."""

    text: str
    missing: tuple[str, ...] = field(default=())


def scaffold(slug: str, file: Path, specs: Path) -> Scaffold:
    """Copy a document to `specs/<slug>/openapi.yaml` and write its first `facade.toml`.

    Raises `SpecError` if the folder already exists, its name cannot be that of a package, or the document is invalid.
    """
    folder = specs / slug
    check_slug(slug, folder)
    if folder.exists():
        raise SpecError([Diagnostic(folder, 1, "this API already exists")])
    document = read_document(file)
    if diagnostics := check_structure(document):
        raise SpecError(diagnostics)
    with limited_depth(file):
        normal = normalise(document)
        result = recognise(resolve_spec(normal, Facade()), normal)
    folder.mkdir(parents=True)
    shutil.copyfile(file, folder / "openapi.yaml")
    (folder / "facade.toml").write_text(result.text, "utf-8")
    return result


def recognise(resolved: ResolvedSpec, document: Document) -> Scaffold:
    """A first facade for a resolved document."""
    tables: list[tuple[Draft, tuple[str, ...]]] = []
    if shared := client_parameters(resolved):
        tables.append((Draft.of(path_parameters=shared), ("client",)))
    for operation in resolved.operations:
        if drop := _drop(operation, document):
            tables.append((drop, ("operations", operation.id)))
        if paging := draft_paging(operation, resolved, document):
            tables.append((paging, ("operations", operation.id, "paging")))
    if first := draft_first_page(draft for draft, _ in tables):
        tables.insert(0, (first, ("paging",)))
    if errors := draft_errors(resolved):
        tables.append((errors, ("errors",)))
    lines = ["# How the Python API differs from the conventions, and what OpenAPI cannot express."]
    for draft, table in tables:
        lines += ["", *draft.lines(*table)]
    return Scaffold("\n".join([*lines, ""]), tuple(_missing(resolved, tables)))


def _missing(resolved: ResolvedSpec, tables: list[tuple[Draft, tuple[str, ...]]]) -> Iterator[str]:
    """What is left open, and what was not recognised."""
    for draft, table in tables:
        about = "".join(table[1:2] or table)
        yield from (f"{about}: {text}" for text in draft.questions.values())
    if ("errors",) not in [table for _, table in tables]:
        yield "which error properties hold code, title and detail: [errors]"
    for one in resolved.operations:
        if is_action(one, resolved):
            yield f"{one.id}: whether it can be retried safely: idempotent"


def _drop(operation: Operation, document: Document) -> Draft | None:
    """The optional parameters that cannot be sent, which are left out."""
    found = [(one, reason) for one in operation.parameters if (reason := unsupported(one))]
    left = [(one, reason) for one, reason in found if not one.data.get("required")]
    if not left:
        return None
    texts = (f"openapi.yaml:{document.line(one.pointer)}: {one.name}: {reason}" for one, reason in left)
    return Draft({"drop": [one.name for one, _ in left]}, notes={"drop": "\n".join(texts)})


def client_parameters(resolved: ResolvedSpec) -> list[str]:
    """Path parameters that every operation has, and that name no object of one: they become arguments of the client."""
    paths = [[p.name for p in operation.parameters if p.location == "path"] for operation in resolved.operations]
    ends = (place_of(operation.path) for operation in resolved.operations)
    objects = {end.parameter for end in ends if end is not None and not end.rest}
    shared = [name for name in paths[0] if all(name in others for others in paths)] if len(paths) > 1 else []
    return [name for name in shared if name not in objects]

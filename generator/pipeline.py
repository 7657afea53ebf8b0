"""From the folder of an API to the files of its client: `spec`, then `ir`, then `render`."""

from __future__ import annotations

from pathlib import Path

from attrs import evolve

from .diagnostics import Problem, Refused
from .ir import build, completeness
from .ir.nodes import Package
from .render.files import Files, format_files
from .render.package import render
from .spec import engine, facade, ignored, lint, normalise, resolve, source, structure


def package_of(folder: Path) -> Package:
    """The package that a folder under `specs/` stands for. Raises `Refused`."""
    try:
        return _package_of(folder)
    except RecursionError:
        text = "its schemas are nested, or refer to each other, too deep"
        raise Refused([Problem(folder / "openapi.yaml", 1, text)]) from None


def _package_of(folder: Path) -> Package:
    found = source.read_source(folder)
    surface, problems = facade.read_facade(found.surface)
    problems += structure.structure(found)
    if problems:
        raise Refused(sorted(set(problems)))
    original = found
    found = evolve(found, document=normalise.normalise(found.document))
    prepared = resolve.prepare(found.document, surface)
    problems = lint.check(found, surface, prepared)
    if problems:
        raise Refused(sorted(set(problems)))
    described = engine.describe(prepared.engine_view)
    package = build.build(found, surface, prepared, described)
    problems = completeness.check(found.document, surface, prepared, described, package)
    if problems:
        raise Refused(sorted(set(problems)))
    return evolve(package, data=build.api_data(original, package), notes=tuple(ignored.notes(original.document)))


def generate(folder: Path) -> Files:
    """All files of the client of a folder under `specs/`, formatted. Raises `Refused`."""
    return files_of(package_of(folder))


def files_of(package: Package) -> Files:
    """All files of a package, formatted."""
    return format_files(render(package))

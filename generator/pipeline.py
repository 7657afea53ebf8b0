"""source -> lint -> prepare -> engine -> build -> complete -> render -> format."""

from __future__ import annotations

from pathlib import Path

from attrs import evolve

from . import build, complete, engine, facade, lint, normalise, notes, prepare, render, source, tree
from .ir import Package
from .problems import Problem, Refused


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
    problems += lint.structure(found)
    if problems:
        raise Refused(sorted(set(problems)))
    original = found
    found = evolve(found, document=normalise.normalise(found.document))
    prepared = prepare.prepare(found.document, surface)
    problems = lint.check(found, surface, prepared)
    if problems:
        raise Refused(sorted(set(problems)))
    described = engine.describe(prepared.engine_view)
    package = build.build(found, surface, prepared, described)
    problems = complete.check(found.document, surface, prepared, described, package)
    if problems:
        raise Refused(sorted(set(problems)))
    return evolve(package, data=build.api_data(original, package), notes=tuple(notes.notes(original.document)))


def generate(folder: Path) -> render.Files:
    """All files of the client of a folder under `specs/`, formatted. Raises `Refused`."""
    return files_of(package_of(folder))


def files_of(package: Package) -> render.Files:
    """All files of a package, formatted."""
    return tree.format_files(render.render(package))

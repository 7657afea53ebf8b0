"""From the folder of an API to the files of its client: `spec`, then `ir`, then `render`."""

from __future__ import annotations

from pathlib import Path

from attrs import evolve

from .diagnostics import Diagnostic, SpecError, limited_depth
from .ir.build import api_data, build
from .ir.completeness import check_completeness, check_fields
from .ir.nodes import Package
from .render.files import Files, format_files
from .render.package import render
from .spec.behaviour import check_behaviour
from .spec.engine import read_names
from .spec.facade_reader import read_facade
from .spec.ignored import find_dropped, find_ignored
from .spec.lint import lint
from .spec.normalise import normalise
from .spec.resolve import resolve_spec
from .spec.source import read_source
from .spec.structure import check_structure


def package_of(folder: Path) -> Package:
    """The package that a folder under `specs/` describes. Raises `SpecError`."""
    with limited_depth(folder / "openapi.yaml"):
        return _package_of(folder)


def _package_of(folder: Path) -> Package:
    original = read_source(folder)
    facade, diagnostics = read_facade(original.facade_file)
    _raise_if_any(diagnostics + check_structure(original.document))
    source = evolve(original, document=normalise(original.document))
    resolved = resolve_spec(source.document, facade)
    _raise_if_any(lint(source, facade, resolved))
    names = read_names(resolved.engine_view)
    package = build(source, facade, resolved, names)
    _raise_if_any(check_completeness(source.document, facade, resolved, names, package))
    _raise_if_any(list(check_fields(original.document, package)))
    resources = {call.resource for call in package.calls}
    _raise_if_any(check_behaviour(source.behaviour_file, [call.id for call in package.calls], resources))
    ignored = (*find_ignored(original.document), *find_dropped(source.document, resolved))
    return evolve(package, data=api_data(original, package), ignored=ignored)


def _raise_if_any(diagnostics: list[Diagnostic]) -> None:
    if diagnostics:
        raise SpecError(sorted(set(diagnostics)))


def generate(folder: Path) -> Files:
    """All files of the client of a folder under `specs/`, formatted. Raises `SpecError`."""
    return files_of(package_of(folder))


def files_of(package: Package) -> Files:
    """All files of a package, formatted."""
    return format_files(render(package))

"""Reads a folder under `specs/`, and keeps the line number of everything in it."""

from __future__ import annotations

import json
import re
from pathlib import Path

from attrs import field, frozen

from ..diagnostics import Diagnostic, SpecError
from .document import Document, Json, is_object
from .facade_file import FacadeFile, read_facade_file
from .yaml_reader import read_document


@frozen
class Example:
    """One exchange of `examples/`."""

    file: Path
    data: Json = field(repr=False)


@frozen
class Source:
    """The contents of one folder under `specs/`."""

    slug: str
    document: Document
    facade_file: FacadeFile
    behaviour_file: FacadeFile
    examples: tuple[Example, ...] = ()


def read_source(folder: Path) -> Source:
    """Read a folder. Raises `SpecError` for files that are missing or cannot be parsed."""
    check_slug(folder.name, folder)
    document = read_document(folder / "openapi.yaml")
    facade_file = read_facade_file(folder / "facade.toml")
    behaviour_file = read_facade_file(folder / "behaviour.toml")
    return Source(folder.name, document, facade_file, behaviour_file, tuple(_examples(folder / "examples")))


def check_slug(slug: str, folder: Path) -> None:
    """Raise `SpecError` for the name of a folder that cannot be that of a package."""
    if not is_slug(slug):
        text = "the folder's name becomes the package's: use lowercase letters and digits, words joined by hyphens"
        raise SpecError([Diagnostic(folder, 1, text)])
    if slug == RUNTIME:
        raise SpecError([Diagnostic(folder, 1, f"{RUNTIME} is the name of the package that all clients use")])


RUNTIME = "runtime"
"""The folder beside those of the clients that no client can have."""


def is_slug(text: str) -> bool:
    """Whether a text is the name of an API: lowercase letters and digits, words joined by hyphens."""
    return re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", text, re.ASCII) is not None


def _examples(folder: Path) -> list[Example]:
    examples: list[Example] = []
    for file in sorted(folder.glob("*.json")):
        try:
            data = json.loads(file.read_text("utf-8"))
            examples.append(Example(file, data if is_object(data) else {}))
        except (ValueError, RecursionError) as error:
            raise SpecError([Diagnostic(file, getattr(error, "lineno", 1), f"invalid JSON: {error}")]) from None
    return examples

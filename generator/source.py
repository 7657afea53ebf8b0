"""Reads one folder under `specs/`, and remembers on which line everything stands."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any, TypeGuard

import yaml
from attrs import field, frozen

from .problems import Problem, Refused

Pointer = tuple[str | int, ...]
Json = dict[str, Any]


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether a value is a mapping of a document."""
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[Any]]:
    """Whether a value is a sequence of a document."""
    return isinstance(value, list)


def target_of(document: Json, reference: str) -> Any:
    """What a local `$ref` points to, or None."""
    found: Any = document
    for step in reference.removeprefix("#/").split("/"):
        step = step.replace("~1", "/").replace("~0", "~")  # noqa: PLW2901 - the same step, decoded
        if is_array(found) and step.isdigit() and int(step) < len(found):
            found = found[int(step)]
        else:
            found = found.get(step) if is_object(found) else None
    return found


_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@frozen
class Document:
    """A YAML or JSON file as plain data."""

    file: Path
    data: Json
    lines: dict[Pointer, int] = field(repr=False)

    def line(self, pointer: Pointer) -> int:
        """The line of the nearest known place at or above a pointer."""
        while pointer and pointer not in self.lines:
            pointer = pointer[:-1]
        return self.lines.get(pointer, 1)

    def problem(self, pointer: Pointer, text: str) -> Problem:
        """A problem at a place of this document."""
        return Problem(self.file, self.line(pointer), text)


@frozen
class Surface:
    """A `facade.toml` as plain data."""

    file: Path
    data: Json
    text: str = field(repr=False)

    def problem(self, text: str, *keys: str) -> Problem:
        """A problem with the key that the last of `keys` names."""
        return Problem(self.file, self.line(*keys), text)

    def line(self, *keys: str) -> int:
        """The line on which a key or the table above it begins."""
        lines, at = self.text.splitlines(), 0
        for key in keys:
            table = re.compile(rf'^\s*\[[^\]]*(?<![\w-])"?{re.escape(key)}"?(?![\w-])[^\]]*\]')
            plain = re.compile(rf'(?<![\w-])"?{re.escape(key)}"?\s*=')
            found = (i for i in range(at, len(lines)) if table.search(lines[i]) or plain.search(lines[i]))
            at = next(found, at)
        return at + 1


@frozen
class Example:
    """One exchange of `examples/`."""

    file: Path
    data: Json = field(repr=False)


@frozen
class Source:
    """Everything that one folder under `specs/` says."""

    slug: str
    document: Document
    surface: Surface
    examples: tuple[Example, ...] = ()


def read_source(folder: Path) -> Source:
    """Read a folder. Raises `Refused` for files that are missing or no YAML, TOML or JSON."""
    document = read_document(folder / "openapi.yaml")
    surface = read_surface(folder / "facade.toml")
    return Source(folder.name, document, surface, tuple(_examples(folder / "examples")))


def read_surface(file: Path) -> Surface:
    """Read a `facade.toml`; a missing one is an empty one."""
    text = file.read_text("utf-8") if file.exists() else ""
    try:
        return Surface(file, tomllib.loads(text), text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+)", str(error))
        raise Refused([Problem(file, int(at[1]) if at else 1, f"no TOML: {error}")]) from None


def _examples(folder: Path) -> list[Example]:
    examples: list[Example] = []
    for file in sorted(folder.glob("*.json")):
        try:
            examples.append(Example(file, json.loads(file.read_text("utf-8"))))
        except ValueError as error:
            raise Refused([Problem(file, getattr(error, "lineno", 1), f"no JSON: {error}")]) from None
    return examples


def read_document(file: Path) -> Document:
    """Read a YAML or JSON file: dates stay text, only `true` and `false` are booleans, a key stands once."""
    try:
        node = yaml.compose(file.read_text("utf-8-sig"), Loader=_Loader)
    except FileNotFoundError:
        raise Refused([Problem(file, 1, "the file is missing")]) from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        text = getattr(error, "problem", None) or type(error).__name__
        raise Refused([Problem(file, mark.line + 1 if mark else 1, f"no YAML: {text}")]) from None
    reader = _Reader(file)
    data = reader.value(node, ()) if node is not None else None
    if not is_object(data):
        raise Refused([Problem(file, 1, "an OpenAPI document is a mapping")])
    return Document(file, data, reader.lines)


class _Reader:
    def __init__(self, file: Path) -> None:
        self.file = file
        self.lines: dict[Pointer, int] = {}

    def value(self, node: Any, pointer: Pointer) -> Any:
        self.lines.setdefault(pointer, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, pointer)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*pointer, index)) for index, item in enumerate(node.value)]
        return _scalar(node)

    def _mapping(self, node: Any, pointer: Pointer) -> Json:
        result: Json = {}
        for key_node, value_node in node.value:
            # Status codes and other keys that YAML reads as numbers are meant as text.
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else ""
            at = (*pointer, key)
            if key in result:
                line = key_node.start_mark.line + 1
                raise Refused([Problem(self.file, line, f"the key {key!r} stands twice")])
            self.lines[at] = key_node.start_mark.line + 1
            result[key] = self.value(value_node, at)
        return result


def _scalar(node: Any) -> Any:
    text: str = node.value
    match node.tag.rpartition(":")[2]:
        case "null":
            return None
        case "bool" if text.lower() in ("true", "false"):
            return text.lower() == "true"
        case "int" if re.fullmatch(r"[-+]?\d+", text):
            return int(text)
        case "float" if text.lower() not in (".inf", "-.inf", ".nan"):
            return float(text)
        case _:
            return text

"""Reads one folder under `specs/`, and remembers on which line everything stands."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any, NoReturn, TypeGuard

import yaml
from attrs import field, frozen

from ..diagnostics import Problem, Refused

Pointer = tuple[str | int, ...]
Json = dict[str, Any]


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether a value is a mapping of a document."""
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[Any]]:
    """Whether a value is a sequence of a document."""
    return isinstance(value, list)


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
        """The line of a key, or of the nearest table or key above it."""
        lines = _toml_lines(self.text)
        while keys and keys not in lines:
            keys = keys[:-1]
        return lines.get(keys, 1)


_toml_key = r"""(?:[\w-]+|"[^"]*"|'[^']*')"""
_toml_path = rf"{_toml_key}(?:\s*\.\s*{_toml_key})*"
_toml_line = re.compile(rf"^\s*(?:\[\s*({_toml_path})\s*\]|({_toml_path})\s*=)").match


def _toml_lines(text: str) -> dict[tuple[str, ...], int]:
    """The line on which each table and key begins."""
    lines: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if found := _toml_line(line):
            parts = tuple(part.strip("\"'") for part in re.findall(_toml_key, found[1] or found[2]))
            path = parts if found[1] else (*table, *parts)
            table = parts if found[1] else table
            for length in range(1, len(path) + 1):
                lines.setdefault(path[:length], number)
            lines[path] = number
    return lines


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
    if not _is_slug(folder.name):
        text = "the folder's name becomes the package's: small letters and digits, words joined by a hyphen"
        raise Refused([Problem(folder, 1, text)])
    document = read_document(folder / "openapi.yaml")
    surface = read_surface(folder / "facade.toml")
    return Source(folder.name, document, surface, tuple(_examples(folder / "examples")))


_is_slug = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", re.ASCII).fullmatch


def read_surface(file: Path) -> Surface:
    """Read a `facade.toml`; a missing one is an empty one."""
    try:
        text = file.read_text("utf-8") if file.exists() else ""
        return Surface(file, tomllib.loads(text), text)
    except UnicodeDecodeError:
        raise Refused([Problem(file, 1, "no TOML: it is not written in UTF-8")]) from None
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+)", str(error))
        line = int(at[1]) if at else len(file.read_text("utf-8").splitlines())
        raise Refused([Problem(file, line, f"no TOML: {error}")]) from None


def _examples(folder: Path) -> list[Example]:
    examples: list[Example] = []
    for file in sorted(folder.glob("*.json")):
        try:
            data = json.loads(file.read_text("utf-8"))
            examples.append(Example(file, data if is_object(data) else {}))
        except (ValueError, RecursionError) as error:
            raise Refused([Problem(file, getattr(error, "lineno", 1), f"no JSON: {error}")]) from None
    return examples


def read_document(file: Path) -> Document:
    """Read a YAML or JSON file: dates stay text, only `true` and `false` are booleans, a key stands once."""
    try:
        node = yaml.compose(file.read_text("utf-8-sig"), Loader=_Loader)
    except FileNotFoundError:
        raise Refused([Problem(file, 1, "the file is missing")]) from None
    except RecursionError:
        raise Refused([Problem(file, 1, "this is nested too deep")]) from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        text = getattr(error, "problem", None) or type(error).__name__
        raise Refused([Problem(file, mark.line + 1 if mark else 1, f"no YAML: {text}")]) from None
    reader = _Reader(file)
    data = reader.value(node, ()) if node is not None else None
    if not is_object(data):
        raise Refused([Problem(file, 1, "an OpenAPI document is a mapping")])
    return Document(file, data, reader.lines)


DEEPEST = 200
MOST_NODES = 1_000_000


class _Reader:
    def __init__(self, file: Path) -> None:
        self.file = file
        self.lines: dict[Pointer, int] = {}
        self.open: list[Any] = []
        self.nodes = 0

    def value(self, node: Any, pointer: Pointer) -> Any:
        self._guard(node)
        self.lines.setdefault(pointer, node.start_mark.line + 1)
        self.open.append(node)
        try:
            if isinstance(node, yaml.MappingNode):
                return self._mapping(node, pointer)
            if isinstance(node, yaml.SequenceNode):
                return [self.value(item, (*pointer, index)) for index, item in enumerate(node.value)]
            return self._checked(node, _scalar(node))
        finally:
            self.open.pop()

    def _guard(self, node: Any) -> None:
        self.nodes += 1
        if any(one is node for one in self.open):
            self._refuse(node, "this contains itself")
        if len(self.open) > DEEPEST:
            self._refuse(node, "this is nested too deep")
        if self.nodes > MOST_NODES:
            self._refuse(node, "this is too large; perhaps aliases multiply it")

    def _mapping(self, node: Any, pointer: Pointer) -> Json:
        result: Json = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._refuse(key_node, "a key is a text")
            if key_node.tag.endswith(":merge"):
                self._refuse(key_node, "a merge key (<<) is not read: write out what it stands for")
            # Status codes and other keys that YAML reads as numbers are meant as text.
            key = self._checked(key_node, key_node.value)
            if key in result:
                self._refuse(key_node, f"the key {key!r} stands twice")
            self.lines[*pointer, key] = key_node.start_mark.line + 1
            result[key] = self.value(value_node, (*pointer, key))
        return result

    def _checked(self, node: Any, value: Any) -> Any:
        if isinstance(value, str) and _control(value):
            self._refuse(node, "a text with a control character")
        return value

    def _refuse(self, node: Any, text: str) -> NoReturn:
        raise Refused([Problem(self.file, node.start_mark.line + 1, text)])


_control = re.compile(r"[\x00\x1b]").search


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

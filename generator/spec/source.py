"""Reads a folder under `specs/`, and keeps the line number of everything in it."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any, NoReturn, TypeGuard

import yaml
from attrs import field, frozen

from ..diagnostics import Diagnostic, SpecError

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
        """The line of a pointer, or of the nearest place above it that is known."""
        while pointer and pointer not in self.lines:
            pointer = pointer[:-1]
        return self.lines.get(pointer, 1)

    def diagnostic(self, pointer: Pointer, text: str) -> Diagnostic:
        """A diagnostic at a place in this document."""
        return Diagnostic(self.file, self.line(pointer), text)


@frozen
class FacadeFile:
    """A `facade.toml` as plain data."""

    file: Path
    data: Json
    text: str = field(repr=False)

    def diagnostic(self, text: str, *keys: str) -> Diagnostic:
        """A diagnostic at the key that the last of `keys` names."""
        return Diagnostic(self.file, self.line(*keys), text)

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
    """The contents of one folder under `specs/`."""

    slug: str
    document: Document
    facade_file: FacadeFile
    examples: tuple[Example, ...] = ()


def read_source(folder: Path) -> Source:
    """Read a folder. Raises `SpecError` for files that are missing or cannot be parsed."""
    if not _is_slug(folder.name):
        text = "the folder's name becomes the package's: use lowercase letters and digits, words joined by hyphens"
        raise SpecError([Diagnostic(folder, 1, text)])
    document = read_document(folder / "openapi.yaml")
    facade_file = read_facade_file(folder / "facade.toml")
    return Source(folder.name, document, facade_file, tuple(_examples(folder / "examples")))


_is_slug = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", re.ASCII).fullmatch


def read_facade_file(file: Path) -> FacadeFile:
    """Read a `facade.toml`; a missing one is an empty one."""
    try:
        text = file.read_text("utf-8") if file.exists() else ""
        return FacadeFile(file, tomllib.loads(text), text)
    except UnicodeDecodeError:
        raise SpecError([Diagnostic(file, 1, "invalid TOML: not encoded in UTF-8")]) from None
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+)", str(error))
        line = int(at[1]) if at else len(file.read_text("utf-8").splitlines())
        raise SpecError([Diagnostic(file, line, f"invalid TOML: {error}")]) from None


def _examples(folder: Path) -> list[Example]:
    examples: list[Example] = []
    for file in sorted(folder.glob("*.json")):
        try:
            data = json.loads(file.read_text("utf-8"))
            examples.append(Example(file, data if is_object(data) else {}))
        except (ValueError, RecursionError) as error:
            raise SpecError([Diagnostic(file, getattr(error, "lineno", 1), f"invalid JSON: {error}")]) from None
    return examples


def read_document(file: Path) -> Document:
    """Read a YAML or JSON file: dates stay strings, only `true` and `false` are booleans, keys are unique."""
    try:
        node = _compose(file, file.read_text("utf-8-sig"))
    except FileNotFoundError:
        raise SpecError([Diagnostic(file, 1, "the file is missing")]) from None
    except UnicodeDecodeError:
        raise SpecError([Diagnostic(file, 1, "invalid YAML: not encoded in UTF-8")]) from None
    reader = _Reader(file)
    data = reader.value(node, ()) if node is not None else None
    if not is_object(data):
        raise SpecError([Diagnostic(file, 1, "an OpenAPI document must be a mapping")])
    return Document(file, data, reader.lines)


MAX_DEPTH = 200
MAX_NODES = 1_000_000
TOO_DEEP = "this is nested too deep"


def _compose(file: Path, text: str) -> Any:
    """The tree of nodes. Depth is ours to limit: of PyYAML, some versions crash, others have limits of their own."""
    try:
        _check_depth(file, text)
        return yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        mark: Any = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        if mark and _open_brackets(text[: mark.index]) > MAX_DEPTH:
            raise SpecError([Diagnostic(file, line, TOO_DEEP)]) from None
        reason = getattr(error, "problem", None) or type(error).__name__
        raise SpecError([Diagnostic(file, line, f"invalid YAML: {reason}")]) from None


def _check_depth(file: Path, text: str) -> None:
    """Events come without recursion, so nesting is counted before anything recurses over it."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.CollectionStartEvent):
            if depth > MAX_DEPTH:
                mark: Any = event.start_mark
                raise SpecError([Diagnostic(file, mark.line + 1, TOO_DEEP)])
            depth += 1


def _open_brackets(text: str) -> int:
    """How deep flow collections are at the end of a text: PyYAML's scanner reads ahead, and fails before any event."""
    return sum(map(text.count, "[{")) - sum(map(text.count, "]}"))


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
            self._refuse(node, "this value contains itself")
        if len(self.open) > MAX_DEPTH:
            self._refuse(node, TOO_DEEP)
        if self.nodes > MAX_NODES:
            self._refuse(node, "the document is too large, possibly because of nested aliases")

    def _mapping(self, node: Any, pointer: Pointer) -> Json:
        result: Json = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._refuse(key_node, "keys must be strings")
            if key_node.tag.endswith(":merge"):
                self._refuse(key_node, "merge keys (<<) are not supported: write out the merged keys")
            # Status codes and other keys that YAML reads as numbers are meant as strings.
            key = self._checked(key_node, key_node.value)
            if key in result:
                self._refuse(key_node, f"duplicate key {key!r}")
            self.lines[*pointer, key] = key_node.start_mark.line + 1
            result[key] = self.value(value_node, (*pointer, key))
        return result

    def _checked(self, node: Any, value: Any) -> Any:
        if isinstance(value, str) and _control(value):
            self._refuse(node, "strings must not contain control characters")
        return value

    def _refuse(self, node: Any, text: str) -> NoReturn:
        raise SpecError([Diagnostic(self.file, node.start_mark.line + 1, text)])


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

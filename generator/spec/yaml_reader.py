"""Reads YAML and JSON, within limits of depth and size."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NoReturn

import yaml

from ..diagnostics import Diagnostic, SpecError
from .document import Document, Json, Pointer, is_object

MAX_DEPTH = 200
MAX_NODES = 1_000_000
TOO_DEEP = "this is nested too deep"
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_document(file: Path) -> Document:
    """Read a YAML or JSON file: dates stay strings, only `true` and `false` are booleans, keys are unique."""
    try:
        node = _compose(file, _as_yaml(file.read_text("utf-8-sig")))
    except FileNotFoundError:
        raise SpecError([Diagnostic(file, 1, "the file is missing")]) from None
    except UnicodeDecodeError:
        raise SpecError([Diagnostic(file, 1, "invalid YAML: not encoded in UTF-8")]) from None
    reader = _Reader(file)
    data = reader.value(node, ()) if node is not None else None
    if not is_object(data):
        raise SpecError([Diagnostic(file, 1, "an OpenAPI document must be a mapping")])
    return Document(file, data, reader.lines)


def _as_yaml(text: str) -> str:
    """A JSON text as YAML, which knows neither tabs between values nor characters that are escaped in two halves."""
    return _escaped_pair.sub(_whole, text.replace("\t", " ")) if text.lstrip().startswith("{") else text


_escaped_pair = re.compile(r"((?<!\\)(?:\\\\)*)\\u([dD][89abAB][\da-fA-F]{2})\\u([dD][c-fC-F][\da-fA-F]{2})")


def _whole(found: re.Match[str]) -> str:
    """Two escaped surrogates as the one character that they stand for."""
    pair = bytes.fromhex(found[2] + found[3]).decode("utf-16-be")
    return f"{found[1]}\\U{ord(pair):08x}"


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

"""JSON documents: what JSON allows and YAML does not is read as JSON means it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import SpecError
from generator.spec.yaml_reader import read_document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r'{"a": "\ud83d\ude00!"}', "\U0001f600!"),
        (r'{"a": "\\ud83d\\ude00"}', r"\ud83d\ude00"),
        (r'{"a": "\\\ud83d\ude00"}', "\\\U0001f600"),
        (r'{"a": "\u00e9"}', "\u00e9"),
        ('{\n\t"a":\t"x"\n}', "x"),
    ],
)
def test_a_json_text(tmp_path: Path, text: str, expected: str) -> None:
    """Characters escaped in two halves are one character, and tabs may stand between values."""
    file = tmp_path / "openapi.json"
    file.write_text(text, "utf-8")
    assert read_document(file).data == {"a": expected}


@pytest.mark.parametrize("text", [r'{"a": "\ud83d"}', r'{"a": "\ude00\ud83d"}'])
def test_half_a_character(tmp_path: Path, text: str) -> None:
    """Half of such a pair is an error of the file, with its line."""
    file = tmp_path / "openapi.json"
    file.write_text(f"\n{text}", "utf-8")
    with pytest.raises(SpecError, match=r"openapi.json:2: "):
        read_document(file)

"""Reading a folder under `specs/`: what values are, where they stand, and files that cannot be read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from support.spec_folder import FACADE, MARK, OPENAPI, check_marked, edited, marked_line, refusal, write_spec

from generator.diagnostics import SpecError
from generator.spec import yaml_reader
from generator.spec.facade_file import read_facade_file
from generator.spec.yaml_reader import read_document


def document(tmp_path: Path, text: str) -> Any:
    """A YAML file as data."""
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    return read_document(tmp_path / "a.yaml").data


@pytest.mark.parametrize(
    ("yaml", "value"),
    [
        ("2016-01-01", "2016-01-01"),
        ("2016-01-01T12:00:00Z", "2016-01-01T12:00:00Z"),
        ("on", "on"),
        ("No", "No"),
        ("true", True),
        ("False", False),
        ("~", None),
        ("", None),
        ("012", 12),
        ("0x1F", "0x1F"),
        ("1:30", "1:30"),
        ("1e3", "1e3"),
        ("1.5", 1.5),
        (".nan", ".nan"),
        ("-.inf", "-.inf"),
        ("+7", 7),
        ("'7'", "7"),
        ("v1", "v1"),
    ],
)
def test_a_scalar_is_what_a_person_means(tmp_path: Path, yaml: str, value: Any) -> None:
    """Dates stay text, only true and false are booleans, only decimal numbers are numbers."""
    found = document(tmp_path, f"a: {yaml}\n")["a"]
    assert (type(value), value) == (type(found), found)


def test_keys_are_text(tmp_path: Path) -> None:
    """Unquoted status codes, booleans and dates are text as keys."""
    assert list(document(tmp_path, "200: a\ntrue: b\n2016-01-01: c\nnull: d\n")) == [
        "200",
        "true",
        "2016-01-01",
        "null",
    ]


def test_anchors_are_followed(tmp_path: Path) -> None:
    """An alias stands for a copy of its anchor."""
    assert document(tmp_path, "a: &a {x: 1}\nb: *a\n") == {"a": {"x": 1}, "b": {"x": 1}}


def test_a_byte_order_mark_is_no_content(tmp_path: Path) -> None:
    """A file saved with a byte order mark reads as one without."""
    assert document(tmp_path, "\ufeffa: 1\n") == {"a": 1}


def test_every_place_has_its_line(tmp_path: Path) -> None:
    """The line of a place is that of its key; what is not there has the line of what is above it."""
    (tmp_path / "a.yaml").write_text("a:\n  b:\n    - x\n    - y: 1\n  c: {d: 1,\n      e: 2}\n", "utf-8")
    read = read_document(tmp_path / "a.yaml")
    places: dict[tuple[str | int, ...], int] = {
        (): 1, ("a",): 1, ("a", "b"): 2, ("a", "b", 0): 3, ("a", "b", 1, "y"): 4, ("a", "c", "d"): 5,
        ("a", "c", "e"): 6, ("a", "c", "lost", "far"): 5, ("nowhere",): 1,
    }  # fmt: skip
    assert places == {place: read.line(place) for place in places}


YAML_BROKEN = [
    pytest.param("a: 1\nb: ]\n", 2, "invalid YAML", id="syntax"),
    pytest.param("a: 1\nb: 2\na: 3\n", 3, "duplicate key 'a'", id="key twice"),
    pytest.param("a:\n  200: x\n  '200': y\n", 3, "duplicate key '200'", id="number and text"),
    pytest.param("- a\n", 1, "must be a mapping", id="list"),
    pytest.param("text\n", 1, "must be a mapping", id="text"),
    pytest.param("", 1, "must be a mapping", id="empty"),
    pytest.param("a: 1\n---\nb: 2\n", 2, "invalid YAML", id="two documents"),
    pytest.param("a: 1\nb: *lost\n", 2, "invalid YAML", id="unknown alias"),
    pytest.param("a: 1\nb: &b [*b]\n", 2, "contains itself", id="alias of itself"),
    pytest.param("a: 1\nb: &b {c: *b}\n", 2, "contains itself", id="mapping of itself"),
    pytest.param("x: &x {y: 1}\nb:\n  <<: *x\n", 3, "merge key", id="merge key"),
    pytest.param("a: 1\n? [b, c]\n: 2\n", 2, "keys must be strings", id="key is a list"),
    pytest.param('a: 1\nb: "x\\0y"\n', 2, "control character", id="nul"),
    pytest.param('a: 1\n"b\\x1b": 2\n', 2, "control character", id="escape in a key"),
    pytest.param("a: " + "[" * 1500 + "]" * 1500 + "\n", 1, "too deep", id="deep"),
    pytest.param("a: 1\nb: " + "[" * 200_000, 2, "too deep", id="deeper than a stack"),
    pytest.param("".join(" " * n + "a:\n" for n in range(300)), 202, "too deep", id="deep mappings"),
    pytest.param(
        "a: &a " + "[" * 150 + "]" * 150 + "\nb: " + "[" * 150 + "*a" + "]" * 150, 1, "too deep", id="aliases"
    ),
]


@pytest.mark.parametrize(("text", "line", "message"), YAML_BROKEN)
def test_a_broken_document_is_one_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    """What is no document is refused with one problem, at its line."""
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    with pytest.raises(SpecError) as caught:
        read_document(tmp_path / "a.yaml")
    assert [(tmp_path / "a.yaml", line)] == [(one.file, one.line) for one in caught.value.diagnostics]
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.fault(82)
def test_aliases_that_multiply_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A few lines that stand for very many values are refused, not expanded."""
    assert yaml_reader.MAX_NODES <= 1_000_000
    monkeypatch.setattr(yaml_reader, "MAX_NODES", yaml_reader.MAX_NODES // 10)
    rows = [f"k{n}: &k{n} [{', '.join([f'*k{n - 1}'] * 9)}]" for n in range(1, 6)]
    (tmp_path / "a.yaml").write_text("\n".join(["k0: &k0 [1]", *rows]), "utf-8")
    with pytest.raises(SpecError, match=r"a\.yaml:\d+: .*too large"):
        read_document(tmp_path / "a.yaml")


@pytest.mark.parametrize("name", ["openapi.yaml", "facade.toml"])
def test_a_file_that_is_no_utf8(tmp_path: Path, name: str) -> None:
    """Bytes that are no UTF-8 are a problem of that file."""
    folder = write_spec(tmp_path)
    (folder / name).write_bytes(b"a = '\xff'")
    (diagnostic,) = refusal(folder)
    assert (folder / name, 1) == (diagnostic.file, diagnostic.line)


def test_a_missing_document(tmp_path: Path) -> None:
    """A folder without openapi.yaml says so."""
    folder = write_spec(tmp_path)
    (folder / "openapi.yaml").unlink()
    (diagnostic,) = refusal(folder)
    assert f"{folder / 'openapi.yaml'}:1: the file is missing" == str(diagnostic)


def test_a_missing_facade_is_an_empty_one(tmp_path: Path) -> None:
    """facade.toml may be left out."""
    assert read_facade_file(tmp_path / "facade.toml").data == {}


@pytest.mark.parametrize(
    "text", ['[client]\nname = "A" x  # HERE\n', "[client]\nname = 1\nname = 2  # HERE\n", "\n[HERE"]
)
def test_toml_that_is_broken(tmp_path: Path, text: str) -> None:
    """A syntax error has its line, at the end of the file too."""
    check_marked(write_spec(tmp_path, facade=text), "invalid TOML", "facade.toml")


def test_json_that_is_broken(tmp_path: Path) -> None:
    """A broken example is a problem of that file, at the line."""
    folder = write_spec(tmp_path, examples={"a.json": '{\n"a": 1,\nHERE}'})
    check_marked(folder, "invalid JSON", "examples/a.json")


FACADE_LINES = [
    pytest.param("[client]\n# nam = 1\nnam = 1  # HERE\n", id="comment above"),
    pytest.param('[models.Thing]\nnames = { id = "nam" }\n[client]\nnam = 1  # HERE\n', id="same word as a value"),
    pytest.param('[models.NewThing]\nname = "A"\n[models.Thing]\nnam = 1  # HERE\n', id="second table"),
    pytest.param(
        '[models.A]\nnames = { Thing = "x" }\n[models.Thing]\nnam = 1  # HERE\n', id="key called like a table"
    ),
    pytest.param("[models.errors]\n[errors]\nnam = 'x'  # HERE\n", id="table called like a table"),
    pytest.param('[operations."list Things"]\nnam = 1  # HERE\n', id="quoted"),
    pytest.param("[operations]\nlistThings = { nam = 1 }  # HERE\n", id="inline"),
    pytest.param("operations.listThings.nam = 1  # HERE\n", id="dotted"),
    pytest.param("[ operations . listThings ]\n  nam = 1  # HERE\n", id="spaces"),
    pytest.param("[client]\npath_parameters = [\n  'tenantId',\n]\nnam = 1  # HERE\n", id="after a long list"),
]


@pytest.mark.parametrize("facade", FACADE_LINES)
def test_a_key_of_the_facade_has_its_line(tmp_path: Path, facade: str) -> None:
    """An unknown key is found where it stands, however the table is written."""
    check_marked(write_spec(tmp_path, facade=facade), "unknown key", "facade.toml")


def test_the_small_specification_is_good(tmp_path: Path) -> None:
    """What the tests break is whole before."""
    folder = write_spec(tmp_path, openapi=edited(OPENAPI, [("All about things.", MARK)]), facade=FACADE)
    assert marked_line(folder / "openapi.yaml") == 5
    assert read_facade_file(folder / "facade.toml").text == FACADE

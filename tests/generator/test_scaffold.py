"""`python -m generator new`: a document that cannot be used is an error of one line, and nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.spec_folder import OPENAPI, edited

from generator.__main__ import main

REFERENCE = [('          $ref: "#/components/schemas/Colour"', '          $ref: "#/components/schemas/Lost"')]
LINK = "    C{}: {{allOf: [{{$ref: '#/components/schemas/C{}'}}, {{type: object}}]}}\n"
CHAIN = "".join(LINK.format(number, number + 1) for number in range(600))
DEEP = [("  schemas:\n", f"  schemas:\n{CHAIN}    C600: {{type: string}}\n")]
BROKEN = [
    pytest.param("swagger: '2.0'\n", "vendor.yaml:1: ", id="another version"),
    pytest.param(edited(OPENAPI, REFERENCE), "target not found", id="a reference to nothing"),
    pytest.param(OPENAPI.replace("info:", "infos:"), "'info' is a required property", id="invalid"),
    pytest.param("a: [\n", "invalid YAML", id="no YAML"),
    pytest.param(edited(OPENAPI, DEEP), "too deeply", id="a long chain of parents"),
]


def new(tmp_path: Path, slug: str, text: str) -> int:
    """The status of the command for a document with this text."""
    (tmp_path / "vendor.yaml").write_text(text, "utf-8")
    return main(["new", slug, str(tmp_path / "vendor.yaml"), "--specs", str(tmp_path / "specs")])


@pytest.mark.parametrize(("text", "message"), BROKEN)
def test_a_broken_document_begins_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, message: str
) -> None:
    """What could not be generated afterwards is refused at once, with file and line."""
    assert new(tmp_path, "acme", text) == 1
    printed = capsys.readouterr().err
    assert str(tmp_path / "vendor.yaml") in printed
    assert message in printed
    assert not (tmp_path / "specs").exists()


@pytest.mark.parametrize("slug", ["Acme", "acme_things", "acme things", "1acme", "../acme", "ácme", "acme-"])
def test_a_name_that_no_package_can_have(tmp_path: Path, capsys: pytest.CaptureFixture[str], slug: str) -> None:
    """A name that the generator would refuse afterwards is refused at once."""
    assert new(tmp_path, slug, OPENAPI) == 1
    assert "lowercase letters" in capsys.readouterr().err
    assert [one.name for one in tmp_path.iterdir()] == ["vendor.yaml"]


def test_an_api_is_begun_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second time, the folder and its facade stay as they are."""
    assert new(tmp_path, "acme", OPENAPI) == 0
    facade = tmp_path / "specs" / "acme" / "facade.toml"
    facade.write_text("# edited\n", "utf-8")
    assert new(tmp_path, "acme", OPENAPI) == 1
    assert "already exists" in capsys.readouterr().err
    assert facade.read_text("utf-8") == "# edited\n"

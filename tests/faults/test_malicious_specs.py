"""Specifications made to do harm: what the generator reads is only text to it."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest
from support.spec_folder import OPENAPI, edited, write_spec

from generator.diagnostics import SpecError
from generator.pipeline import generate, package_of

pytestmark = pytest.mark.fault(82)
COLOUR = '          $ref: "#/components/schemas/Colour"'
ELSEWHERE = [
    "https://evil.example/a.yaml#/A",
    "http://169.254.169.254/latest/meta-data",
    "//evil.example/a.yaml",
    "file:///etc/passwd",
    "../../../../etc/passwd",
    "/etc/passwd#/A",
    "other.yaml#/Colour",
    "\\\\evil.example\\share",
]


@pytest.fixture(autouse=True)
def _offline(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **options: object) -> NoReturn:
        pytest.fail(f"the generator goes online: {args}")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.mark.parametrize("reference", ELSEWHERE)
def test_nothing_outside_of_the_document_is_read(tmp_path: Path, reference: str) -> None:
    """A reference to another file or host is refused, and nobody is asked for it."""
    (tmp_path / "other.yaml").write_text("Colour: {type: string}", "utf-8")
    openapi = edited(OPENAPI, [(COLOUR, f"          $ref: '{reference}'")])
    with pytest.raises(SpecError, match="only references within this file are supported"):
        package_of(write_spec(tmp_path, openapi=openapi))


def nested(depth: int) -> str:
    """The schema of one property, so many arrays deep."""
    return f"          {'{type: array, items: ' * depth}{{type: string}}{'}' * depth}"


@pytest.mark.parametrize("depth", [50, 500, 5000])
def test_depth_does_not_crash(tmp_path: Path, depth: int) -> None:
    """A schema however deep is generated or refused, never a crash."""
    folder = write_spec(tmp_path, openapi=edited(OPENAPI, [(COLOUR, nested(depth))]))
    if depth == 50:
        assert generate(folder)
    else:
        with pytest.raises(SpecError):
            generate(folder)


def test_long_chains_of_references_do_not_crash(tmp_path: Path) -> None:
    """Schemas that refer to each other by the hundred are generated or refused, never a crash."""
    links = "".join(f"    C{n}: {{$ref: '#/components/schemas/C{n + 1}'}}\n" for n in range(600))
    chain = f"  schemas:\n{links}    C600: {{type: string, enum: [A], x-source: 'page: a'}}\n"
    openapi = edited(OPENAPI, [(COLOUR, '          $ref: "#/components/schemas/C0"'), ("  schemas:\n", chain)])
    with pytest.raises(SpecError) as caught:
        generate(write_spec(tmp_path, openapi=openapi))
    assert str(caught.value)


EVIL = 'a"""\nimport os; os.system("x")\n"""{{ 7 * 7 }}\\'


def test_what_is_generated_is_sound_code(tmp_path: Path) -> None:
    """Where texts try to break out, every file still compiles and passes the linter."""
    texts = ("Acme things", "All about things.", "List the things.", "Its id.", "The new thing.", "A thing.")
    quoted = EVIL.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    openapi = edited(OPENAPI, [(f": {text}\n", f': "{quoted}"\n') for text in texts if f": {text}\n" in OPENAPI])
    for name, text in generate(write_spec(tmp_path / "specs", openapi=openapi)).items():
        path = tmp_path / "made" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        if path.suffix == ".py":
            compile(text, name, "exec")
            assert "{{" not in text or "7 * 7" in text
    command = [sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache", "--select", "E9,F", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout

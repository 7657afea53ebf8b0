"""Every construct that the generator takes or refuses: generated, imported, run in both modes, strict-typed."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from support.fragments import Fragment, Run, Workshop, answering, fragments
from support.once import once_per_run
from support.scripted import MODES
from support.spec_folder import marked_line
from support.surroundings import GIVEN

from generator.__main__ import main
from generator.pipeline import generate

WORKING = [one for one in fragments().values() if one.refused is None]
REFUSED = [one for one in fragments().values() if one.refused is not None]


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    with once_per_run(tmp_path_factory, "fragments", lambda folder: Workshop(folder).fill()).importable() as workshop:
        yield workshop


def _ready(fragment: Fragment, workshop: Workshop) -> None:
    if fragment.slug in workshop.crashes:
        raise workshop.crashes[fragment.slug]
    found = workshop.refusals.get(fragment.slug, [])
    assert not found, "\n".join(map(str, found))


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("fragment", WORKING, ids=lambda one: one.slug[2:])
def test_works(fragment: Fragment, mode: str, workshop: Workshop) -> None:
    """The client of the construct is generated, imports, sends what the specification says and reads the answer."""
    _ready(fragment, workshop)
    for name in import_module(fragment.package).__all__:
        getattr(import_module(fragment.package), name)
    assert fragment.check is not None
    fragment.check(Run(fragment, mode))


@pytest.mark.parametrize("fragment", REFUSED, ids=lambda one: one.slug[2:])
def test_refused(fragment: Fragment, workshop: Workshop) -> None:
    """The construct is refused by exactly one line, which says what is wrong and names file and line."""
    assert fragment.slug not in workshop.crashes, workshop.crashes
    (diagnostic,) = workshop.refusals.get(fragment.slug, [])
    file = workshop.specification(fragment) / "openapi.yaml"
    assert (diagnostic.file, diagnostic.line) == (file, marked_line(file))
    assert fragment.refused is not None
    assert fragment.refused in diagnostic.text
    assert "\n" not in str(diagnostic)


def test_notes(workshop: Workshop) -> None:
    """What is ignored is noted, by one line with file and line; nothing else is."""
    for fragment in WORKING:
        _ready(fragment, workshop)
        check_notes(fragment, workshop)


def check_notes(fragment: Fragment, workshop: Workshop) -> None:
    """Assert that the note of a fragment is at its mark."""
    found = [(one.file, one.line) for one in workshop.notes[fragment.slug]]
    file = workshop.specification(fragment) / "openapi.yaml"
    assert found == ([(file, marked_line(file))] if fragment.noted else [])
    assert all(fragment.noted and fragment.noted in one.text for one in workshop.notes[fragment.slug])


def test_notes_are_printed(workshop: Workshop, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A note goes to stderr with file and line, and the client is made all the same."""
    (slug,) = (slug for slug, one in fragments().items() if "webhooks" in slug)
    specs = workshop.folder / "specs"
    assert main([slug, "--specs", str(specs), "--output", str(tmp_path)]) == 0
    assert capsys.readouterr().err.startswith(f"note: {specs / slug / 'openapi.yaml'}:")
    assert (tmp_path / slug / "pyproject.toml").exists()


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A document of a thousand schemas, each of which holds the next."""
    folder = tmp_path_factory.mktemp("large") / "large-one"
    folder.mkdir()
    properties = "name: {type: string}, at: {type: string, format: date-time}, state: {type: string, enum: [a, b]}"
    schemas = "".join(
        f"S{index}: {{type: object, properties: {{{properties}, next: {{$ref: '#/components/schemas/S{(index + 1) % 1000}'}}}}}}\n"
        for index in range(1000)
    )
    (folder / "openapi.yaml").write_text(answering("$ref: '#/components/schemas/S0'", schemas), "utf-8")
    return folder


@pytest.mark.slow
def test_a_thousand_schemas(large: Path) -> None:
    """A document of a thousand schemas becomes a client in less than a minute."""
    began = time.process_time()
    files = generate(large)
    assert sum(name.endswith(".py") and "/models/" in name for name in files) == 2001
    assert time.process_time() - began < 60


def _checked(command: list[str], folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, env=GIVEN, capture_output=True, text=True, check=False, timeout=300)
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.mark.slow
def test_mypy_strict(workshop: Workshop) -> None:
    """`mypy --strict` finds nothing in any generated client, nor in what is said of their types."""
    workshop.write_typed()
    (workshop.folder / "mypy.ini").write_text(
        "[mypy]\nstrict = True\nmypy_path = $MYPY_CONFIG_FILE_DIR/src\nexplicit_package_bases = True\n", "utf-8"
    )
    found = _checked([sys.executable, "-m", "mypy", "--config-file", "mypy.ini", "src"], workshop.folder)
    assert not found, found


@pytest.mark.slow
def test_pyright_strict(workshop: Workshop) -> None:
    """Pyright in strict mode finds nothing in any generated client, nor in what is said of their types."""
    workshop.write_typed()
    settings = {"include": ["src"], "extraPaths": ["src"], "typeCheckingMode": "strict", "pythonVersion": "3.11"}
    (workshop.folder / "pyrightconfig.json").write_text(json.dumps(settings), "utf-8")
    command = [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, "-p", "pyrightconfig.json"]
    found = _checked(command, workshop.folder)
    assert not found, found

"""`python -m generator`: what it writes, checks and refuses; and the proof that nothing was lost on the way."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from support.spec_folder import FACADE, OPENAPI, SLUG, all_examples, edited, write_spec

from generator.__main__ import ROOT, main
from generator.ir.build import build
from generator.ir.completeness import check_completeness
from generator.ir.nodes import Package
from generator.pipeline import generate
from generator.render.files import MARK, format_files, write_files
from generator.spec.engine import read_names
from generator.spec.facade_reader import read_facade
from generator.spec.resolve import resolve_spec
from generator.spec.source import read_source

Run = Callable[..., int]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """The command with the specifications and clients of this test."""
    return lambda *arguments: main([*arguments, "--specs", str(tmp_path / "specs"), "--output", str(tmp_path / "out")])


def snapshot(folder: Path) -> dict[str, bytes]:
    """All bytes below a folder."""
    return {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def test_a_good_specification_gives_a_client(tmp_path: Path, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """Generating writes the client; checking it then finds no difference."""
    write_spec(tmp_path / "specs", examples=all_examples())
    assert [run(), run("--check")] == [0, 0]
    assert "acme-things" in capsys.readouterr().out
    assert (tmp_path / "out" / SLUG / "src" / "subkit_acme_things" / "py.typed").is_file()


def test_check_names_each_file(tmp_path: Path, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """Each changed, extra and missing file is named, the status is 1, and nothing is touched."""
    write_spec(tmp_path / "specs")
    run()
    package = tmp_path / "out" / SLUG / "src" / "subkit_acme_things"
    (package / "_client.py").write_text("x = 1\n", "utf-8")
    (package / "more.py").write_text("", "utf-8")
    (package / "models" / "thing.py").unlink()
    before = snapshot(tmp_path / "out")
    capsys.readouterr()
    assert run("--check") == 1
    assert [
        f"changed: {package / '_client.py'}",
        f"missing: {package / 'models' / 'thing.py'}",
        f"extra: {package / 'more.py'}",
    ] == capsys.readouterr().out.splitlines()
    assert before == snapshot(tmp_path / "out")


def test_a_refused_specification_touches_nothing(tmp_path: Path, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """One bad folder among good ones: every problem is a line with file and line, and all clients stay as they are."""
    write_spec(tmp_path / "specs")
    run()
    before = snapshot(tmp_path / "out")
    first = write_spec(tmp_path / "specs", slug="first", openapi="openapi: 2.0.0\n", facade="x = 1\n")
    second = write_spec(tmp_path / "specs", slug="second", openapi="a: [\n")
    capsys.readouterr()
    assert run() == 1
    captured = capsys.readouterr()
    lines = captured.err.splitlines()
    starts = [f"{first / 'facade.toml'}:1: ", f"{first / 'openapi.yaml'}:1: ", f"{second / 'openapi.yaml'}:", "Nothing"]
    assert [True] * len(starts) == [line.startswith(start) for line, start in zip(lines, starts, strict=True)]
    assert (before, "") == (snapshot(tmp_path / "out"), captured.out)


def test_only_what_is_asked_for(tmp_path: Path, run: Run) -> None:
    """With names, only these clients are made; a bad folder that was not asked for does not matter."""
    write_spec(tmp_path / "specs")
    write_spec(tmp_path / "specs", slug="bad", openapi="")
    assert run(SLUG) == 0
    assert [one.name for one in (tmp_path / "out").iterdir()] == [SLUG]


def test_a_folder_that_is_not_there(tmp_path: Path, run: Run) -> None:
    """A wrong name ends the command and says which there are."""
    write_spec(tmp_path / "specs")
    with pytest.raises(SystemExit, match="available: acme-things"):
        run("acme")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "name", ["{specs}/acme-things", "specs/acme-things", "acme-things/", "../acme", "Acme", ".", ""]
)
def test_a_path_is_no_name(tmp_path: Path, run: Run, name: str) -> None:
    """What is no name, a path above all, ends the command with a word on what a name is; nothing is touched."""
    write_spec(tmp_path / "specs")
    before = snapshot(tmp_path)
    with pytest.raises(SystemExit, match="lowercase letters and digits, words joined by hyphens"):
        run(name.format(specs=tmp_path / "specs"))
    assert before == snapshot(tmp_path)


FOREIGN = {
    "a specification": {"openapi.yaml": "openapi: 3.0.3\n", "facade.toml": ""},
    "a file of somebody's": {"thesis.txt": "years of work"},
    "a client with a file of somebody's": {
        "src/subkit_acme_things/_version.py": f"{MARK}specs/x\n",
        "thesis.txt": "work",
    },
    "a project of somebody's": {"pyproject.toml": "[project]\n", "src/own/__init__.py": ""},
    "a repository": {"src/subkit_acme_things/_version.py": f"{MARK}specs/x\n", ".git/HEAD": "ref: refs/heads/main"},
}


@pytest.mark.parametrize("files", FOREIGN.values(), ids=FOREIGN)
def test_only_what_was_generated_is_replaced(
    tmp_path: Path, run: Run, capsys: pytest.CaptureFixture[str], files: dict[str, str]
) -> None:
    """A folder in the place of a client that holds anything else stays as it is, and so do all others."""
    write_spec(tmp_path / "specs")
    write_spec(tmp_path / "specs", slug="other")
    write_files(files, tmp_path / "out" / SLUG)
    before = snapshot(tmp_path)
    assert run() == 1
    assert f"{tmp_path / 'out' / SLUG} is not a client that the generator made" in capsys.readouterr().err
    assert before == snapshot(tmp_path)


def test_what_was_generated_is_replaced_whole(tmp_path: Path, run: Run) -> None:
    """What is left over from an earlier version goes; an empty folder, and what tools leave behind, is in nobody's way."""
    write_spec(tmp_path / "specs")
    (tmp_path / "out" / SLUG / "__pycache__").mkdir(parents=True)
    assert run() == 0
    before = snapshot(tmp_path / "out")
    write_files({"src/subkit_acme_things/left_over.py": "x = 1\n", "dist/a.whl": ""}, tmp_path / "out" / SLUG)
    assert run() == 0
    assert before == snapshot(tmp_path / "out")


def test_no_client_takes_the_place_of_the_runtime(tmp_path: Path, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """A specification called like the runtime's folder is refused."""
    write_spec(tmp_path / "specs", slug="runtime")
    assert run() == 1
    assert "runtime is the name of the package that all clients use" in capsys.readouterr().err


def test_a_specs_folder_that_is_not_there(tmp_path: Path) -> None:
    """A wrong --specs ends the command with a line, not with a traceback."""
    with pytest.raises(SystemExit, match="no folder"):
        main(["--specs", str(tmp_path / "none"), "--output", str(tmp_path / "out")])


@pytest.mark.slow
def test_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    """Nothing depends on the order of sets: a small and a real specification give the same bytes under any seed."""
    write_spec(tmp_path / "specs", examples=all_examples())
    real = sorted(one for one in (ROOT / "specs").iterdir() if one.is_dir())[0]
    (tmp_path / "specs" / real.name).symlink_to(real)
    made = [generated(tmp_path, seed) for seed in ("0", "1")]
    assert {SLUG, real.name} == {name.split(os.sep)[0] for name in made[0]}
    assert made[0] == made[1]


def generated(tmp_path: Path, seed: str) -> dict[str, bytes]:
    """What a process with this seed writes."""
    output = tmp_path / f"out-{seed}"
    command = [sys.executable, "-m", "generator", "--specs", str(tmp_path / "specs"), "--output", str(output)]
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed})
    return snapshot(output)


def test_the_files_say_nothing_of_the_machine(tmp_path: Path) -> None:
    """No path of where the specification lies gets into the client."""
    files = generate(write_spec(tmp_path / "specs"))
    assert [name for name, text in files.items() if str(tmp_path) in text] == []
    assert files == format_files(files)


# The completeness check


@pytest.fixture(name="parts")
def parts_of_the_small_specification(tmp_path: Path) -> Any:
    """Everything that the completeness check compares, whole."""
    found = read_source(write_spec(tmp_path))
    facade, _ = read_facade(found.facade_file)
    resolved = resolve_spec(found.document, facade)
    engine_names = read_names(resolved.engine_view)
    return found.document, facade, resolved, engine_names, build(found, facade, resolved, engine_names)


def test_a_whole_package_lacks_nothing(parts: Any) -> None:
    """Nothing is reported where nothing is missing."""
    assert check_completeness(*parts) == []


def without_call(package: Package) -> Package:
    return evolve(package, calls=tuple(call for call in package.calls if call.id != "getThing"))


def without_status(package: Package) -> Package:
    return evolve(package, calls=tuple(evolve(call, errors={}) for call in package.calls))


def without_body(package: Package) -> Package:
    return evolve(package, calls=tuple(evolve(call, success=dict.fromkeys(call.success)) for call in package.calls))


def without_argument(package: Package) -> Package:
    kept = (evolve(call, arguments=tuple(a for a in call.arguments if a.wire != "pageToken")) for call in package.calls)
    return evolve(package, calls=tuple(kept))


def without_shared(package: Package) -> Package:
    kept = (evolve(call, arguments=tuple(a for a in call.arguments if a.wire != "tenantId")) for call in package.calls)
    return evolve(package, calls=tuple(kept))


def without_condition(package: Package) -> Package:
    return evolve(package, calls=tuple(evolve(call, conditions=()) for call in package.calls))


def without_request_body(package: Package) -> Package:
    return evolve(package, calls=tuple(evolve(call, body=None) for call in package.calls))


def without_body_argument(package: Package) -> Package:
    kept = (evolve(call, arguments=tuple(a for a in call.arguments if a.wire != "recipe")) for call in package.calls)
    return evolve(package, calls=tuple(kept))


def without_property(package: Package) -> Package:
    kept = (
        evolve(model, properties=tuple(p for p in model.properties if p.wire != "madeAt")) for model in package.models
    )
    return evolve(package, models=tuple(kept))


def without_model(package: Package) -> Package:
    return evolve(package, models=tuple(model for model in package.models if model.schema != "Error"))


def without_value(package: Package) -> Package:
    return evolve(package, enums=tuple(evolve(enum, values=enum.values[:1]) for enum in package.enums))


def without_enum(package: Package) -> Package:
    return evolve(package, enums=())


@pytest.mark.parametrize(
    ("doctor", "text"),
    [
        (without_call, "lost: the operation"),
        (without_status, "lost: the status 404"),
        (without_body, "lost: the body of status 200"),
        (without_argument, "lost: the query parameter pageToken"),
        (without_shared, "lost: the path parameter tenantId"),
        (without_condition, "lost: the header parameter If-None-Match"),
        (without_request_body, "lost: the request body"),
        (without_body_argument, "lost: the body property recipe"),
        (without_property, "lost: the property Thing.madeAt"),
        (without_model, "lost: the property Error.code"),
        (without_value, "lost: the value 'GREEN' of Colour"),
        (without_enum, "lost: the value 'RED' of Colour"),
    ],
)
def test_what_is_lost_is_told(parts: Any, doctor: Callable[[Package], Package], text: str) -> None:
    """Each kind of thing that a package lacks is told, at a place of the specification."""
    diagnostics = check_completeness(*parts[:4], doctor(parts[4]))
    assert text in [diagnostic.text for diagnostic in diagnostics]
    assert {"openapi.yaml"} == {diagnostic.file.name for diagnostic in diagnostics}
    assert all(diagnostic.line > 1 for diagnostic in diagnostics)


def test_an_operation_that_the_engine_lost_is_told(parts: Any) -> None:
    """What the engine did not read is told, and so is everything that it complains about."""
    found, facade, resolved, engine_names, package = parts
    doctored = evolve(engine_names, operations=dict(list(engine_names.operations.items())[1:]), messages=("it hurts",))
    texts = [diagnostic.text for diagnostic in check_completeness(found, facade, resolved, doctored, package)]
    assert texts == ["openapi-python-client: it hurts", "lost: openapi-python-client did not read the operation"]


def test_a_model_and_a_status_that_the_engine_lost_are_told(parts: Any) -> None:
    """The engine's reading of models, properties and parameters is compared too."""
    found, facade, resolved, engine_names, package = parts
    doctored = evolve(engine_names, models={name: one for name, one in engine_names.models.items() if name != "Thing"})
    texts = [diagnostic.text for diagnostic in check_completeness(found, facade, resolved, doctored, package)]
    assert texts == ["lost: openapi-python-client did not read Thing"]


def test_two_modules_with_one_name(tmp_path: Path, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """Two classes whose modules would be one file are refused: one would overwrite the other."""
    facade_text = f"{FACADE}[models.Thing]\nname = 'HTTPThing'\n[models.Colour]\nname = 'HttpThing'\n"
    write_spec(tmp_path / "specs", openapi=edited(OPENAPI, []), facade=facade_text)
    assert run() == 1
    assert "http_thing" in capsys.readouterr().err

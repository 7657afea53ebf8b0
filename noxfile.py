"""What there is to run. `nox -l` lists it; `nox -s check` is the day's whole round."""

import shutil
import sys
from pathlib import Path

import nox

nox.options.sessions = ["check"]
nox.options.reuse_existing_virtualenvs = True
nox.options.error_on_missing_interpreters = True

PYTHONS = ["3.11", "3.12", "3.13"]
PROJECT = nox.project.load_toml("pyproject.toml")
RUNTIME = "clients/runtime"
PACKAGES = [RUNTIME, *sorted(f"clients/{folder.name}" for folder in Path("specs").iterdir() if folder.is_dir())]
HAND_WRITTEN = ["clients/runtime/src", "generator", "tests", "noxfile.py"]


def dependencies(session: nox.Session, *groups: str) -> None:
    """Install the dependency groups of pyproject.toml."""
    session.install("--quiet", *nox.project.dependency_groups(PROJECT, *groups))


def packages(session: nox.Session) -> None:
    """Install the six distributions as a user would get them, with all their extras."""
    own_packages(session)
    runtime = nox.project.load_toml(f"{RUNTIME}/pyproject.toml")["project"]
    session.install("--quiet", *runtime["dependencies"], *runtime["optional-dependencies"]["jwt"])


def own_packages(session: nox.Session) -> None:
    """Install the six distributions, without what they need."""
    session.install("--quiet", "--force-reinstall", "--no-deps", *(f"./{package}" for package in PACKAGES))


@nox.session
def demo(session: nox.Session) -> None:
    """Generate all clients into a temporary folder and do each vendor's documented job with them."""
    dependencies(session, "generate")
    session.install("--quiet", f"./{RUNTIME}")
    session.run("python", "-m", "tests.demo", *session.posargs)


@nox.session
def check(session: nox.Session) -> None:
    """Lint, types, generated code as the specifications say, and all tests, on this Python."""
    dependencies(session, "types")
    packages(session)
    run_lint(session)
    session.run("python", "-m", "generator", "--check")
    run_types(session)
    run_tests(session)


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """All tests, on every supported Python."""
    dependencies(session, "test")
    packages(session)
    run_tests(session)


@nox.session(python=PYTHONS[0])
def floors(session: nox.Session) -> None:
    """All tests with the lowest versions that pyproject.toml and the runtime's own declare, on the lowest Python."""
    session.install("--quiet", "uv")
    lowest = ["--resolution", "lowest-direct", "--group", "test", "--extra", "jwt", "-r", f"{RUNTIME}/pyproject.toml"]
    session.run("uv", "pip", "install", "--quiet", "--python", session.virtualenv.location, *lowest)
    own_packages(session)
    run_tests(session)


@nox.session
def faults(session: nox.Session) -> None:
    """How each row of the fault table fares: its tests, sync and async."""
    dependencies(session, "test")
    packages(session)
    session.run("pytest", "-m", "fault", "--faults", "-n", "auto", "-q", *session.posargs)


@nox.session
def coverage(session: nox.Session) -> None:
    """Which branches of the runtime all tests together reach; fails under the bound in pyproject.toml."""
    dependencies(session, "coverage")
    packages(session)
    place = Path(session.create_tmp()).resolve()
    for old in place.glob("data*"):
        old.unlink()
    session.env["COVERAGE_FILE"] = str(place / "data")
    session.run("coverage", "run", "-m", "pytest", "-n", "auto", "-q", *session.posargs)
    session.run("coverage", "combine", "--quiet")
    session.run("coverage", "report")


@nox.session
def mutation(session: nox.Session) -> None:
    """Which changes of the pure modules the tests notice: `nox -s mutation -- [module ...]`."""
    dependencies(session, "mutation")
    packages(session)
    session.run("python", "-m", "tests.mutation", session.create_tmp(), *session.posargs)


@nox.session
def generate(session: nox.Session) -> None:
    """Make the clients from specs/: `nox -s generate -- [slug ...] [--check]`."""
    dependencies(session, "generate")
    session.run("python", "-m", "generator", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Style of the hand-written code."""
    dependencies(session, "generate")
    run_lint(session)


@nox.session
def types(session: nox.Session) -> None:
    """mypy and pyright, strict, on everything that is written or generated, and on a user's code."""
    dependencies(session, "types")
    packages(session)
    run_types(session)


@nox.session(python=PYTHONS)
def build(session: nox.Session) -> None:
    """Build the six wheels, install them into an empty environment, and import them."""
    place = Path(session.create_tmp()).resolve()
    shutil.rmtree(place, ignore_errors=True)
    session.install("--quiet", "build")
    for package in PACKAGES:
        session.run("python", "-m", "build", "--outdir", str(place / "dist"), package, silent=True)
    session.run("python", "-m", "venv", str(place / "empty"))
    python = str(place / "empty" / ("Scripts" if sys.platform == "win32" else "bin") / "python")
    wheels = sorted(map(str, (place / "dist").glob("*.whl")))
    session.run(python, "-m", "pip", "install", "--quiet", *wheels, external=True)
    session.run(python, str(Path("tests/packages/import_all.py").resolve()), external=True)


def run_lint(session: nox.Session) -> None:
    """Lint and format check."""
    session.run("ruff", "check", "--no-cache", *HAND_WRITTEN)
    session.run("ruff", "format", "--no-cache", "--check", *HAND_WRITTEN)


def run_types(session: nox.Session) -> None:
    """Both type checkers, and the completeness of the public types."""
    session.run("mypy", "clients/runtime/src/subkit", "generator", "tests/typing", "noxfile.py")
    for package in PACKAGES[1:]:
        session.run("mypy", f"{package}/src")
    session.run("pyright")
    for package in PACKAGES:
        name = next((Path(package) / "src").iterdir()).name
        session.run("pyright", "--ignoreexternal", "--verifytypes", name, silent=True)


def run_tests(session: nox.Session) -> None:
    """All tests, in parallel, in any order."""
    session.run("pytest", "-n", "auto", "-q", *session.posargs)

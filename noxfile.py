"""What there is to run. `nox -l` lists it; `nox -s check` is the day's whole round."""

import os
import secrets
import shutil
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nox
from nox.command import CommandFailed

nox.options.sessions = ["check"]
nox.options.reuse_existing_virtualenvs = True
nox.options.error_on_missing_interpreters = True

PYTHONS = ["3.11", "3.12", "3.13"]
PROJECT = nox.project.load_toml("pyproject.toml")
RUNTIME = "clients/runtime"
PACKAGES = [RUNTIME, *sorted(f"clients/{folder.name}" for folder in Path("specs").iterdir() if folder.is_dir())]
SOURCES = [f"{package}/src" for package in PACKAGES]
HAND_WRITTEN = ["clients/runtime/src", "docs/site", "examples", "generator", "tests", "noxfile.py"]
TYPED = ("clients", "docs", "examples", "generator", "noxfile")
PYTEST = ["pytest", "-n", "auto", "--dist", "worksteal", "-q"]
Command = list[str]


def dependencies(session: nox.Session, *groups: str) -> None:
    """Install the dependency groups of pyproject.toml."""
    # A run starts some hundred processes: whatever the environment says, each should find its code compiled.
    session.env["PYTHONDONTWRITEBYTECODE"] = ""
    session.install("--quiet", *nox.project.dependency_groups(PROJECT, *groups))


def packages(session: nox.Session, *options: str) -> None:
    """Install the six distributions as a user would get them, with all their extras."""
    own_packages(session, *options)
    runtime = nox.project.load_toml(f"{RUNTIME}/pyproject.toml")["project"]
    extras = runtime["optional-dependencies"]
    session.install("--quiet", *runtime["dependencies"], *extras["jwt"], *extras["mock"])


def own_packages(session: nox.Session, *options: str) -> None:
    """Install the six distributions, without what they need."""
    # Built in the session's own environment: one for each of them takes five times as long.
    session.install("--quiet", "hatchling", "editables")
    places = [part for package in PACKAGES for part in (*options, f"./{package}")]
    session.install("--quiet", "--force-reinstall", "--no-deps", "--no-build-isolation", *places)


@nox.session
def demo(session: nox.Session) -> None:
    """Generate all clients into a temporary folder and use each, sync and async, with a fake of its vendor."""
    dependencies(session, "generate")
    session.install("--quiet", f"./{RUNTIME}[jwt]")
    session.run("python", "-m", "tests.demo", *session.posargs)


@nox.session
def check(session: nox.Session) -> None:
    """Lint, types, generated code as the specifications say, and all tests, on this Python."""
    dependencies(session, "types")
    packages(session)
    run_lint(session)
    run_types(session, ["python", "-m", "generator", "--check"])
    session.run(*PYTEST, *session.posargs)


@nox.session
def quick(session: nox.Session) -> None:
    """Between commits: lint, types and tests of what differs from main, or from a commit: `nox -s quick -- HEAD~3`."""
    dependencies(session, "types")
    packages(session, "--editable")
    run_lint(session)
    changed = changed_files(session, *session.posargs)
    python = [name for name in changed if name.endswith(".py") and name.startswith(TYPED)]
    types = [mypy(session), *([["pyright", *python]] if python else [])]
    side_by_side(session, *([command] for command in types))
    if selected := sorted(set(tests_of(changed))):
        session.run(*PYTEST, "-m", "not slow", *selected, success_codes=[0, 5])  # 5: only slow ones there


@nox.session(venv_backend="none")
def full(session: nox.Session) -> None:
    """Everything there is, on every supported Python; takes about an hour."""
    for name in ("lint", "types", "demo", "judges", "faults", "coverage", "floors", "properties", "mutation"):
        session.notify(name)
    session.notify("generate", ["--check"])
    for python in PYTHONS:
        session.notify(f"tests-{python}", ["--both-modes"])
        session.notify(f"build-{python}")


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """All tests, on every supported Python, with an environment that they must not heed."""
    dependencies(session, "test")
    packages(session)
    nowhere = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), "http://127.0.0.1:1")
    session.run(*PYTEST, *session.posargs, env={**nowhere, "NO_PROXY": "localhost", "SSL_CERT_FILE": "nowhere.pem"})


@nox.session(python=PYTHONS[0])
def floors(session: nox.Session) -> None:
    """All tests with the lowest versions that pyproject.toml and the runtime's own declare, on the lowest Python."""
    session.env["PYTHONDONTWRITEBYTECODE"] = ""
    session.install("--quiet", "uv")
    lowest = [
        "--resolution",
        "lowest-direct",
        "--group",
        "test",
        "--extra",
        "jwt",
        "--extra",
        "mock",
        "-r",
        f"{RUNTIME}/pyproject.toml",
    ]
    session.run("uv", "pip", "install", "--quiet", "--python", session.virtualenv.location, *lowest)
    own_packages(session)
    session.run(*PYTEST, *session.posargs)


@nox.session
def properties(session: nox.Session) -> None:
    """Property tests with new examples, ten times as many; `-- --hypothesis-seed=N` repeats a run."""
    dependencies(session, "test")
    packages(session)
    seed = [f"--hypothesis-seed={secrets.randbelow(2**32)}"] if not session.posargs else []
    session.run(*PYTEST, "-m", "hypothesis", "--fresh", *seed, *session.posargs)


@nox.session
def faults(session: nox.Session) -> None:
    """How each row of the fault table fares: its tests, each sync and async."""
    dependencies(session, "test")
    packages(session)
    session.run(*PYTEST, "-m", "fault", "--faults", "--both-modes", *session.posargs)


@nox.session
def judges(session: nox.Session) -> None:
    """Fakes, judged by others: what schemathesis finds, with a fixed seed, and what another client can do with them."""
    dependencies(session, "judges")
    packages(session)
    judges = sorted(map(str, Path("tests/judges").glob("*_judge.py")))
    session.run("pytest", "-q", "-n", "0", *judges, *session.posargs)


@nox.session
def coverage(session: nox.Session) -> None:
    """Which branches of the runtime all tests together reach; fails under the bound in pyproject.toml."""
    dependencies(session, "coverage")
    packages(session)
    place = Path(session.create_tmp()).resolve()
    for old in place.glob("data*"):
        old.unlink()
    session.env["COVERAGE_FILE"] = str(place / "data")
    session.run("coverage", "run", "-m", *PYTEST, *session.posargs)
    session.run("coverage", "combine", "--quiet")
    session.run("coverage", "report")


@nox.session
def mutation(session: nox.Session) -> None:
    """Which changes of the pure modules the tests notice: `nox -s mutation -- [module ...]`."""
    dependencies(session, "mutation")
    packages(session)
    session.run("python", "-m", "tests.mutation", session.create_tmp(), *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Measure subkit against its peers and write docs/performance.md; `-- --quick` only prints a rough table."""
    place = Path(session.create_tmp()).resolve()
    dependencies(session, "test")
    packages(session)
    users = _environment(session, place / "users", "msgspec", *(f"./{package}" for package in PACKAGES))
    peer: list[str] = []
    try:
        peer = ["--libica", _environment(session, place / "libica", "libica==2.5.0")]
    except CommandFailed:
        session.warn("libica 2.5.0 cannot be installed here; the table says so")
    session.run("python", "-m", "tests.bench", "--python", users, *peer, *session.posargs)


def _environment(session: nox.Session, place: Path, *distributions: str) -> str:
    """Make an environment of its own with some distributions. Returns its interpreter."""
    session.run("python", "-m", "venv", "--clear", str(place))
    python = str(place / ("Scripts" if sys.platform == "win32" else "bin") / "python")
    session.run(python, "-m", "pip", "install", "--quiet", *distributions, external=True)
    return python


@nox.session
def generate(session: nox.Session) -> None:
    """Make the clients from specs/: `nox -s generate -- [slug ...] [--check]`."""
    dependencies(session, "generate")
    session.run("python", "-m", "generator", *session.posargs)


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation as a static site, with a page for each operation, and check that it is complete."""
    dependencies(session, "docs")
    place = Path(session.create_tmp()).resolve()
    source, html = str(place / "source"), str(place / "site")
    shutil.rmtree(html, ignore_errors=True)
    session.install("--quiet", "--no-deps", f"./{RUNTIME}")
    session.run("python", "-m", "docs.site", source)
    session.run("sphinx-build", "--quiet", "--fail-on-warning", "--keep-going", source, html)
    session.run("python", "-m", "docs.site", source, html)


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
    """Build the six wheels, install them into an empty environment, import them, and say where they are."""
    session.install("--quiet", "build")
    dist = distributions(session)
    wheels = sorted(map(str, dist.glob("*.whl")))
    python = _environment(session, dist.parent / "empty", *wheels)
    session.run(python, str(Path("tests/packages/import_all.py").resolve()), external=True)
    session.log("the wheels are in %s", dist)


@nox.session
def release(session: nox.Session) -> None:
    """Build and check what a release consists of, and say what is left to do. Uploads nothing."""
    dependencies(session, "release")
    dist = distributions(session)
    made = sorted(map(str, dist.iterdir()))
    session.run("twine", "check", "--strict", *made)
    session.run("check-wheel-contents", *(name for name in made if name.endswith(".whl")))
    session.run("python", "tests/packages/left_to_release.py", str(dist))


def distributions(session: nox.Session) -> Path:
    """Build an sdist and a wheel of each package. Returns the folder, which contains nothing else."""
    dist = Path(session.create_tmp()).resolve() / "dist"
    shutil.rmtree(dist, ignore_errors=True)
    for package in PACKAGES:
        session.run("python", "-m", "build", "--outdir", str(dist), package, silent=True)
    return dist


def run_lint(session: nox.Session) -> None:
    """Lint and format check."""
    session.run("ruff", "check", "--no-cache", *HAND_WRITTEN)
    session.run("ruff", "format", "--no-cache", "--check", *HAND_WRITTEN)


def run_types(session: nox.Session, *others: Command) -> None:
    """Both type checkers, and the completeness of the public types. Pyright takes as long as all the rest."""
    names = [next(Path(source).iterdir()).name for source in SOURCES]
    complete = [["pyright", "--ignoreexternal", "--verifytypes", name] for name in names]
    side_by_side(session, [["pyright"]], [*others, mypy(session), *complete])


def mypy(session: nox.Session) -> Command:
    """Mypy over everything that is written or generated."""
    session.env["MYPYPATH"] = os.pathsep.join(SOURCES)
    return ["mypy", *SOURCES, "docs/site", "examples", "generator", "tests/typing", "noxfile.py"]


def side_by_side(session: nox.Session, *chains: list[Command]) -> None:
    """Run commands one after the other, each such chain beside the others. What one prints is shown if it fails."""

    def run(chain: list[Command]) -> None:
        for command in chain:
            session.run(*command, silent=True)

    with ThreadPoolExecutor(len(chains)) as pool:
        for chain in [pool.submit(run, chain) for chain in chains]:
            chain.result()


def changed_files(session: nox.Session, since: str = "main") -> list[str]:
    """What differs from where this branch left another one, as far as it is there still."""

    def git(*arguments: str) -> list[str]:
        return str(session.run("git", *arguments, external=True, silent=True, log=False)).splitlines()

    (base,) = git("merge-base", "HEAD", since)
    found = [*git("diff", "--name-only", base), *git("ls-files", "--others", "--exclude-standard")]
    return [name for name in found if Path(name).exists()]


def tests_of(changed: list[str]) -> Iterator[str]:
    """The tests that are about these files: a test itself, and those in the folder that mirrors another one's."""
    for path in map(Path, changed):
        match path.parts:
            case ("tests", "generator", "fragments", *_):
                yield "tests/generator/test_fragments.py"
            case ("tests", *_, name) if name.startswith("test_") and path.suffix == ".py":
                yield str(path)
            case ("clients", "runtime", "src", "subkit", folder, *rest):
                name = folder.strip("_").removesuffix(".py") if rest else "client"
                yield from _mirrored(Path("tests/runtime") / name, f"test_{name}*.py")
            case ("generator", folder, *rest):
                yield from _mirrored(Path("tests/generator") / (folder if rest else "."), "test_malicious_specs.py")
            case ("specs" | "clients", *_):
                yield from ("tests/test_exchanges.py", "tests/test_surface.py")
            case ("tests", *_):
                yield "tests/test_suite.py"
            case _:
                yield from ("tests/test_readme.py", "tests/test_examples.py")


def _mirrored(folder: Path, faults: str) -> Iterator[str]:
    """A folder of tests, or the one above it; and the faults that are about the same."""
    yield str(folder if folder.exists() else folder.parent)
    yield from map(str, Path("tests/faults").glob(faults))

"""`python -m tests.bench`, from the root of the project; `nox -s bench` prepares what it needs.

Each figure is the median of five fresh processes, in each of which what is compared takes turns.
"""

from __future__ import annotations

import argparse
import json
import platform
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import trustme

from .rows import ROWS, Row
from .setting import Setting

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
Figures = dict[str, float]


def main() -> None:
    """Measure, print the table, and write it to docs/performance.md if everything was measured."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("only", nargs="*", help="measurements, such as decoding.page; all of them if none is given")
    parser.add_argument("--quick", action="store_true", help="one process each, and less in it")
    parser.add_argument("--processes", type=int, help="processes for each measurement: 5, or 1 with --quick")
    parser.add_argument("--python", default=sys.executable, help="interpreter with the packages as users install them")
    parser.add_argument("--libica", help="interpreter with libica 2.5.0")
    options = parser.parse_args()
    with TemporaryDirectory() as folder, ExitStack() as stack:
        place = Path(folder)
        certificate, authority = _certificate(place)
        setting = Setting(
            url=f"http://127.0.0.1:{stack.enter_context(_serving())}",
            tls_url=f"https://localhost:{stack.enter_context(_serving(certificate))}",
            ca=authority,
            stock=str(_stock(place / "stock")),
            quick=options.quick,
        )
        found = _measured(options, setting)
    table = "\n".join(_table(found, _versions(options)))
    print(table)
    if not options.only and not options.quick:
        (ROOT / "docs" / "performance.md").write_text(f"{_INTRODUCTION}\n{table}\n", "utf-8")


def _measured(options: argparse.Namespace, setting: Setting) -> dict[str, list[Figures]]:
    names = list(dict.fromkeys(row.measure for row in ROWS if not options.only or row.measure in options.only))
    found: dict[str, list[Figures]] = {name: [] for name in names}
    for turn in range(options.processes or (1 if options.quick else 5)):
        for name in names:
            print(f"{turn + 1}: {name}", file=sys.stderr, flush=True)
            match name:
                case "sizes":
                    figures = _sizes(options.python)
                case "libica":
                    figures = _libica(options, setting)
                case _:
                    figures = _run(options.python, "measure.py", name, json.dumps(asdict(setting)))
            found[name].append(figures)
    return found


def _run(python: str, script: str, *arguments: str) -> Figures:
    """What a script prints, run in a process of its own."""
    command = [python, str(HERE / script), *arguments]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=HERE)
    figures: Figures = json.loads(done.stdout)
    return figures


def _libica(options: argparse.Namespace, setting: Setting) -> Figures:
    """Calls with both, in processes that take turns."""
    if options.libica is None:
        return {}
    arguments = (setting.url, str(setting.count(500)))
    ours = _run(options.python, "turns.py", "subkit", *arguments)["microseconds"]
    return {"libica": ours / _run(options.libica, "turns.py", "libica", *arguments)["microseconds"]}


def _sizes(python: str) -> Figures:
    before = _children()
    subprocess.run([sys.executable, "-m", "generator", "--check"], check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
    taken = _children() - before
    listed = subprocess.run(
        [python, "-c", _DISTRIBUTIONS], check=True, stdout=subprocess.PIPE, text=True, cwd=HERE
    ).stdout
    return {"generator": taken, "wheel": max(map(_wheel, (ROOT / "specs").iterdir())), "distributions": int(listed)}


def _children() -> float:
    """Seconds of CPU of all processes that were run."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


_DISTRIBUTIONS = """
from importlib.metadata import distribution, PackageNotFoundError
import re
seen, waiting = set(), ["subkit-illumina-ens"]
while waiting:
    name = waiting.pop().lower().replace("_", "-")
    if name not in seen:
        seen.add(name)
        for one in distribution(name).requires or ():
            if "extra ==" not in one and not re.search("python_(full_)?version *<", one):
                waiting.append(re.match("[A-Za-z0-9._-]+", one)[0])
print(len(seen))
"""


def _wheel(spec: Path) -> float:
    """KiB of a package's wheel."""
    with TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT / "clients" / spec.name)
        (wheel,) = Path(folder).glob("*.whl")
        return wheel.stat().st_size / 1024


@contextmanager
def _serving(*certificate: str) -> Iterator[int]:
    """A server, as a process of its own. Gives its port."""
    command = [sys.executable, str(HERE / "server.py"), *certificate]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=HERE) as process:
        assert process.stdout is not None
        try:
            yield int(process.stdout.readline())
        finally:
            process.kill()


def _certificate(place: Path) -> tuple[str, str]:
    """A certificate for localhost with its key, and its authority."""
    authority = trustme.CA()
    authority.issue_cert("localhost").private_key_and_cert_chain_pem.write_to_path(place / "server.pem")
    authority.cert_pem.write_to_path(place / "ca.pem")
    return str(place / "server.pem"), str(place / "ca.pem")


def _stock(place: Path) -> Path:
    """The output of openapi-python-client for the same specification."""
    place.mkdir()
    spec, output = ROOT / "specs" / "illumina-ens" / "openapi.yaml", place / "stock_illumina_ens"
    command = [str(Path(sys.executable).with_name("openapi-python-client")), "generate", "--meta", "none"]
    subprocess.run([*command, "--path", str(spec), "--output-path", str(output)], check=True, capture_output=True)
    return place


def _versions(options: argparse.Namespace) -> str:
    code = "import sys; from importlib.metadata import version; print(*map(version, sys.argv[1:]))"
    names = ("httpx", "httpcore", "h11", "msgspec")
    command = [options.python, "-c", code, *names]
    found = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=HERE).stdout.split()
    pairs = [*zip(names, found, strict=True), ("openapi-python-client", version("openapi-python-client"))]
    return ", ".join([f"{datetime.now(UTC):%Y-%m-%d}: Python {platform.python_version()}", *map(" ".join, pairs)])


def _table(found: dict[str, list[Figures]], versions: str) -> Iterator[str]:
    yield f"{versions}.\n"
    yield "| measured | median | at most | each process |\n|---|---:|---:|---|"
    for row in ROWS:
        if row.measure in found:
            values = [figures[row.figure] for figures in found[row.measure] if row.figure in figures]
            yield _line(row, values) if values else f"| {row.text} | not installed | {row.limit:g}{row.unit} | |"


def _line(row: Row, values: list[float]) -> str:
    middle = median(values)
    each = " ".join(f"{value:.4g}" for value in values)
    missed = "" if middle <= row.limit else " **missed**"
    return f"| {row.text} | {middle:.3g}{row.unit}{missed} | {row.limit:g}{row.unit} | {each} |"


_INTRODUCTION = """# Performance

`nox -s bench` measures subkit against its peers, in one run and with one loopback server, which is a process of its own:
raw httpx, the output of openapi-python-client for the same specification, and libica. Everything of subkit is at its
default: a bearer token, retries, the deadline, validation, drift checks, redaction. Each figure is the median of five
fresh processes, which the last column lists; in each of them, what is compared takes turns. Ratios are of CPU time
unless a unit says otherwise. Rows that miss their limit are listed too.
"""

if __name__ == "__main__":
    main()

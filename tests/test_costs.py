"""What importing, calling and keeping things costs, counted instead of timed: the same on every machine."""

from __future__ import annotations

import gc
import io
import subprocess
import sys
import tomllib
import zipfile
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from support.scripted import SLUGS, Driven, package_of, reply

ROOT = Path(__file__).resolve().parent.parent
PATHS = [str(ROOT / "clients" / name / "src") for name in ("runtime", "illumina-ens")]
STEPS: dict[str, dict[str, list[str]]] = tomllib.loads((ROOT / "tests" / "costs.toml").read_text("utf-8"))
PROGRAMS = dict(
    zip(
        STEPS,
        [
            "import subkit_illumina_ens",
            "from subkit_illumina_ens import IlluminaEns",
            """
import subkit
class Transport:
    def send(self, request, *, timeout):
        return subkit.Reply(200, (("Content-Type", "application/json"),), b'{"id": "sub.1", "timeCreated": null}')
    def close(self):
        pass
client = IlluminaEns(base_url="https://ens.example", auth=subkit.BearerToken("t"), transport=Transport())
client.subscriptions.get("sub.1")""",
        ],
        strict=True,
    )
)


def loaded(program: str) -> set[str]:
    """The modules that a bare interpreter loads for a program: no site-packages, nothing that is optional."""
    begin = f"import sys; sys.path[:0] = {PATHS}; sys.modules['msgspec'] = None; before = {{*sys.modules}}"
    code = f"{begin}\n{program}\nprint(*sorted({{*sys.modules}} - before))"
    done = subprocess.run([sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True, check=True)
    return {*done.stdout.split()}


@cache
def steps() -> dict[str, tuple[set[str], set[str]]]:
    """The modules of subkit and of others that are loaded after each step."""
    found: dict[str, tuple[set[str], set[str]]] = {}
    program = ""
    for step, code in PROGRAMS.items():
        program += f"\n{code}"
        modules = loaded(program)
        own = {one for one in modules if one.startswith("subkit")}
        found[step] = own, modules - own
    return found


def until(step: str, kind: str) -> set[str]:
    """What is listed for a step and those before it."""
    names = list(STEPS)[: list(STEPS).index(step) + 1]
    return {one for name in names for one in STEPS[name][kind]}


@pytest.mark.parametrize("step", STEPS)
def test_modules(step: str) -> None:
    """A step loads exactly the modules of subkit that are listed for it."""
    assert steps()[step][0] == until(step, "own")


@pytest.mark.parametrize("step", STEPS)
def test_library(step: str) -> None:
    """A step loads exactly the modules of the standard library that are listed, with what they load, and no others."""
    wanted = sorted(until(step, "library"))
    assert steps()[step][1] == loaded(f"import {', '.join(wanted)}" if wanted else "")


def wheel(slug: str) -> int:
    """The size of a package's files, compressed as in a wheel."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in (ROOT / "clients" / slug).rglob("*"):
            if path.suffix in {".py", ".typed", ".json", ".md"}:
                archive.write(path, path.relative_to(ROOT))
    return len(content.getvalue())


@pytest.mark.parametrize("slug", SLUGS)
def test_size(slug: str) -> None:
    """A package is at most 40 KiB large."""
    assert wheel(slug) <= 40 * 1024


ITEM = {
    "id": "sub.1",
    "urn": "urn:example:ens:subscription:sub.1",
    "type": "gds.files",
    "actions": ["uploaded", "deleted"],
    "deliveryTarget": {"awsSnsTopic": None, "awsSqsQueue": {"queueUrl": "https://queue.example/1"}},
    "timeCreated": "2026-01-02T03:04:05.678Z",
    "isDeleted": False,
}
COUNT = 2000


def kept(item: dict[str, Any]) -> float:
    """How many blocks of memory each of many models keeps."""
    driven = Driven("illumina-ens", "sync", [reply(200, {"items": [item] * COUNT})] * 2)
    operation = package_of("illumina-ens").operations.list_subscriptions()
    driven(lambda client: client.send(operation))
    gc.collect()
    before = sys.getallocatedblocks()
    response = driven(lambda client: client.send(operation))
    gc.collect()
    blocks = sys.getallocatedblocks() - before
    assert len(response.parsed.items) == COUNT
    return round(blocks / COUNT, 1)


def test_memory() -> None:
    """A model keeps a block for each string, two for each list, and one for each object, where a dict takes two."""
    assert kept(ITEM) <= 7 + 2 + 3


def test_memory_of_drift() -> None:
    """An unknown field in every object keeps its value, and a number for the object."""
    assert kept({**ITEM, "new": 1.5}) <= 7 + 2 + 3 + 2


def calls() -> list[str]:
    """The functions of subkit and of the package that one call enters, in their order."""
    driven = Driven("illumina-ens", "sync", [reply(200, ITEM)] * 2)
    driven.client.subscriptions.get("sub.1")
    entered: list[str] = []

    def note(frame: FrameType, event: str, argument: object) -> None:
        if event == "call" and str(frame.f_globals.get("__name__")).startswith("subkit"):
            entered.append(frame.f_code.co_qualname)

    sys.setprofile(note)
    try:
        driven.client.subscriptions.get("sub.1")
    finally:
        sys.setprofile(None)
    return entered


def test_calls() -> None:
    """A call enters no more functions than it did; each takes about a tenth of a microsecond, without what it does."""
    entered = calls()
    assert entered[0] == "Subscriptions.get"
    assert len(entered) <= 138, entered

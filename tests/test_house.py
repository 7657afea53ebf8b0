"""The rules of the house that keep it easy to find one's way: sizes, where code may wait, and what stands on the doors."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNTIME = ROOT / "clients" / "runtime" / "src" / "subkit"
GENERATOR = ROOT / "generator"
HAND_WRITTEN = sorted(path for folder in (RUNTIME, GENERATOR) for path in folder.rglob("*.py"))
LONGEST_FILE = 300
LONGEST_FUNCTION = 25
WAITING = [
    "_client.py",
    "_flow/clock.py",
    "_flow/drivers.py",
    "_paging/pager.py",
    "_calls/sequence.py",
    "_mock/asgi.py",
    "_mock/clock.py",
    "_mock/transport.py",
    "_transport/*",
]
"""The only places of the runtime with `async def`; everything else is written once for both clients."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(path: Path) -> Iterator[Function]:
    """The functions of a file, those inside others too."""
    tree = ast.parse(path.read_text("utf-8"))
    yield from (node for node in ast.walk(tree) if isinstance(node, Function))


def length(function: Function) -> int:
    """Lines of its body without the docstring."""
    body = function.body[1:] if ast.get_docstring(function) and len(function.body) > 1 else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1


def test_no_long_file() -> None:
    """No hand-written file has more lines than a reader keeps in mind."""
    sizes = {path: sum(1 for line in path.read_text("utf-8").splitlines() if line.strip()) for path in HAND_WRITTEN}
    assert len(sizes) > 80
    assert {str(path.relative_to(ROOT)): size for path, size in sizes.items() if size > LONGEST_FILE} == {}


def test_no_long_function() -> None:
    """No function needs scrolling."""
    found = [(path, one) for path in HAND_WRITTEN for one in functions(path)]
    assert len(found) > 900
    long = {
        f"{path.relative_to(ROOT)}:{one.name}": length(one) for path, one in found if length(one) > LONGEST_FUNCTION
    }
    assert long == {}


def test_waiting_stands_in_few_places() -> None:
    """`async def` stands only where something is waited for, so that decisions are written once."""
    waiting = {path.relative_to(RUNTIME) for path in RUNTIME.rglob("*.py") if any(map(is_async, functions(path)))}
    allowed = {path.relative_to(RUNTIME) for pattern in WAITING for path in RUNTIME.glob(pattern)}
    assert waiting
    assert waiting - allowed == set()


def is_async(function: Function) -> bool:
    return isinstance(function, ast.AsyncFunctionDef)

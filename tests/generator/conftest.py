"""After the fragment tests: a table of all constructs, and what became of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from support.fragments import Fragment, fragments

FILE = "test_fragments.py::"


@pytest.hookimpl
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reports = [one for kind in ("passed", "failed", "error") for one in terminalreporter.stats.get(kind, [])]
    rows = list(_rows([one for one in reports if FILE in getattr(one, "nodeid", "")]))
    if not rows:
        return
    terminalreporter.section("constructs")
    for construct, outcome, line in rows:
        terminalreporter.write_line(f"{outcome:8} {line:>5}  {construct}")


def _rows(reports: list[Any]) -> Iterator[tuple[str, str, str]]:
    for fragment in fragments().values():
        name = fragment.slug[2:]
        own = [one for one in reports if one.nodeid.endswith((f"[{name}]", f"[{name}-sync]", f"[{name}-async]"))]
        if own:
            yield fragment.construct, _outcome(fragment, own), _line(fragment)


def _outcome(fragment: Fragment, reports: list[Any]) -> str:
    if any(one.outcome != "passed" for one in reports):
        return "FAILED"
    return "works" if fragment.refused is None else "refused"


def _line(fragment: Fragment) -> str:
    lines = (number for number, line in enumerate(fragment.openapi.splitlines(), 1) if "HERE" in line)
    return str(next(lines, ""))

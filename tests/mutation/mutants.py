"""What became of each change of the code, as the mutation tool tells it."""

from __future__ import annotations

import re

from attrs import frozen

from .workplace import Workplace

LOST = 255
"""Exit code where not the code, but running pytest failed. The tool takes it for a test that never ends."""
NOTICED = {"killed", "timeout", "segfault"}
_results = re.compile(r"^ +(\S+): (.+)$", re.MULTILINE).findall
_place = re.compile(r"\.x(?:_|ǁ(?P<owner>\w+?)ǁ)(?P<name>\w+?)__mutmut_\d+$").search
_shown = re.compile(r"^# (\S+): .*\n((?:(?!# \S+__mutmut).*\n?)*)", re.MULTILINE).findall

_cast = re.compile(r'(?<=\bcast\()(?:"[^"]*"|\w+(?:\[[^]]*\])?)(?=, )').sub
"""The type in a `cast`, which nothing looks at when the code runs: changes of it are no changes."""


@frozen
class Mutant:
    """One change of the code."""

    function: str
    """Where: `wait` or `Retry.wait`."""
    was: str
    """The changed lines before ..."""
    now: str
    """... and after."""


def tried(workplace: Workplace) -> tuple[int, list[Mutant]]:
    """How many changes were tried, and those that no test noticed."""
    status = dict(_results(workplace.tell("results --all true")))
    if lost := [name for name, code in workplace.exit_codes().items() if code == LOST]:
        raise SystemExit(f"{len(lost)} changes could not be tried, such as {lost[0]}")
    left = [name for name in status if status[name] not in NOTICED]
    shown = _shown(workplace.tell(*(f"show {name}" for name in left))) if left else []
    found = [_mutant(name, difference.splitlines()) for name, difference in shown]
    idle = [one for one in found if _cast("", one.was) == _cast("", one.now)]
    return len(status) - len(idle), [one for one in found if one not in idle]


def _mutant(name: str, difference: list[str]) -> Mutant:
    found = _place(name)
    assert found is not None, name
    place = ".".join(part for part in found.group("owner", "name") if part)
    return Mutant(place, _lines(difference, "-"), _lines(difference, "+"))


def _lines(difference: list[str], sign: str) -> str:
    return " ".join(line[1:].strip() for line in difference if line.startswith(sign) and line[:3] != sign * 3)

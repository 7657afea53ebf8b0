"""How the demo looks: live progress and a table in a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ..support.typed_calls import Json
from .telling import Told

WIDEST = 100
GO_ON = (
    "  pip install './clients/runtime[jwt,mock]' ./clients/*-*",
    "  python -m subkit.mock",
    "  # and in another terminal one of the lines of curl that it prints\n",
    "docs/testing.md shows how to test your own code with them.",
)


def make_console() -> Console:
    """A console on standard output, not too wide to read."""
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]  # a console that lacks a sign is no failure
    console = Console(highlight=False)
    console.width = min(console.width, WIDEST)
    return console


class Show:
    """Prints what happens."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._table = Table("API", "steps", "requests", "tokens", "", title="Summary", title_justify="left")

    def opening(self, apis: int, seconds: float) -> None:
        """What there is to see."""
        self._console.print(
            f"[bold]subkit[/]: {apis} clients, generated from specs/ just now in {seconds:.1f} s. Each step is one call,\n"
            "once with the sync and once with the async client, to a fake of the vendor: no\n"
            "network, no account. The requests behind it stand below it."
        )

    def api(self, api: Json) -> None:
        """The heading of an API."""
        info = api["openapi"]["info"]
        self._line(Text(f"\n{info['title']} · {info['version']}", "bold cyan"))

    def step(self, told: tuple[Told, Told]) -> None:
        """A step, and the requests that it took."""
        first, _ = told
        complaints = dict.fromkeys(one.complaint for one in told if one.complaint)
        mark = Text("✗", "bold red") if complaints else Text("✓", "green")
        self._line(Text.assemble("  ", mark, f" {first.step.title}"))
        for request in first.requests:
            self._line(Text(f"      {_shortened(request, self._console.width - 6)}", "dim"))
        for complaint in complaints:
            self._line(Text(f"      {complaint}", "red"))

    def count(self, api: Json, told: list[tuple[Told, Told]]) -> None:
        """A row of the table."""
        both = [one for pair in told for one in pair]
        requests = [line for one in both for line in one.requests]
        tokens = sum("/token" in line for line in requests)
        wrong = sum(one.complaint is not None for one in both)
        verdict = Text(f"{wrong} wrong", "bold red") if wrong else Text("all as expected", "green")
        numbers = [str(len(told)), str(len(requests)), str(tokens)]
        if self._console.is_terminal:
            self._table.add_row(api["client"], *numbers, verdict)
            return
        steps, sent, bought = numbers
        self._line(Text(f"  {api['client']}: {steps} steps, {sent} requests, {bought} for tokens: {verdict.plain}"))

    def closing(self, seconds: float) -> None:
        """The sum of it, and how to go on."""
        self._console.print()
        if self._console.is_terminal:
            self._console.print(self._table)
        self._console.print(f"{seconds:.1f} seconds. To go on, serve the same fakes, and try one:\n")
        for line in GO_ON:
            self._line(Text(line))

    def _line(self, line: Text) -> None:
        self._console.print(line, soft_wrap=True)


def _shortened(text: str, width: int) -> str:
    """`text` in one line, cut inside if it is too long."""
    half = (width - 1) // 2
    return text if len(text) <= width else f"{text[:half]}…{text[len(text) - half :]}"

"""How the demo looks: rich, in at most 100 columns, with colours or without."""

from __future__ import annotations

import sys
from http import HTTPStatus

from rich.console import Console
from rich.highlighter import ReprHighlighter
from rich.rule import Rule
from rich.text import Text

from ..support.typed_calls import Json
from .playing import Played
from .writing import answer_text, call_text, client_text, shorten, wrap

WIDEST = 100
CLIENT_LINES, CALL_LINES, ANSWER_LINES = 3, 3, 2
_highlight = ReprHighlighter()


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
        self._client = ""

    def opening(self, vendors: int, seconds: float) -> None:
        """What there is to see."""
        self._console.print(
            f"[bold]subkit[/]: {vendors} clients, generated from specs/ just now in {seconds:.1f} s. Each call goes\n"
            "over HTTP to a stand-in of the vendor, once with the sync and once with the\n"
            "async client. [green]✓[/] both sent what is documented, and gave what is documented."
        )

    def vendor(self, api: Json) -> None:
        """The heading of a vendor, and where its facts come from."""
        info = api["openapi"]["info"]
        source = next(iter(info["x-sources"].values()))
        self._console.print()
        self._console.print(Rule(Text(f"{info['title']} · {info['version']}", "bold cyan"), align="left", style="cyan"))
        self._print(Text(shorten(f"after {source}", self._console.width, 0.9), "dim italic"))
        self._client = ""

    def call(self, played: Played, base_url: str) -> None:
        """A call, the request that went out, and the answer."""
        client = client_text(played.exchange.call, base_url)
        if client != self._client:
            self._client = client
            self._code(client, CLIENT_LINES)
        self._code(call_text(played.exchange), CALL_LINES)
        self._http(played)
        self._answer(played)
        for complaint in played.complaints:
            self._print(Text(f"    differs: {complaint}", "bold red"))

    def closing(self, played: list[Played], vendors: int, seconds: float) -> None:
        """The sum of it."""
        wrong = sum(bool(one.complaints) for one in played)
        verdict = f"[bold red]{wrong} not as documented" if wrong else "[bold green]all as documented"
        self._console.print()
        self._console.print(Rule(style="cyan"))
        self._console.print(
            f"{vendors} vendors, {len(played)} calls, each sync and async, {seconds:.1f} seconds: {verdict}[/]"
        )

    def _code(self, code: str, most: int) -> None:
        for number, line in enumerate(wrap(code, self._console.width - 8, most)):
            self._print(Text.assemble(" " * 8 if number else (">>> ", "cyan"), (line, "bold")))

    def _http(self, played: Played) -> None:
        mark = Text("✗", "bold red") if played.complaints else Text("✓", "green")
        if (seen := played.seen) is None:
            self._print(Text.assemble("  ", mark, " nothing was sent"))
            return
        origin, status = str(played.exchange.example["origin"]), f"{seen.status} {HTTPStatus(seen.status).phrase}"
        room = self._console.width - len(status) - len(origin) - 9
        request = shorten(f"{seen.method} {seen.target}", room, 0.6)
        colour = "yellow" if seen.status >= 400 else "green"
        gap = " " * (room - len(request) + 1)
        self._print(Text.assemble("  ", mark, f" {request} ", ("→ ", "dim"), (status, colour), gap, (origin, "dim")))

    def _answer(self, played: Played) -> None:
        width = self._console.width - 4
        if played.error is None:
            lines = [_highlight(Text(line)) for line in wrap(answer_text(played.result), width, ANSWER_LINES)]
        else:
            text = f"subkit.{type(played.error).__name__}: {played.error}"
            lines = [Text(line, "yellow") for line in wrap(text, width, ANSWER_LINES, at=" ")]
        for line in lines:
            self._print(Text("    ") + line)

    def _print(self, line: Text) -> None:
        self._console.print(line, soft_wrap=True)

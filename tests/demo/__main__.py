"""`python -m tests.demo`, from the root of the project."""

from __future__ import annotations

import sys
import time
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from ..support.exchanges import Exchange, exchanges
from ..support.stand_in import LoopbackServer
from ..support.typed_calls import Json
from .choosing import job_of
from .making import make_clients
from .playing import Played, play
from .showing import Show, make_console


def main() -> int:
    """Do it all; 0 if everything was as documented, else 1."""
    console = make_console()
    began = time.monotonic()
    with TemporaryDirectory() as folder:
        with console.status("Generating the clients from specs/ …"):
            apis = make_clients(Path(folder))
        show = Show(console)
        show.opening(len(apis), time.monotonic() - began)
        played = _play_all(apis, show)
    show.closing(played, len(apis), time.monotonic() - began)
    return 1 if any(one.complaints for one in played) else 0


def _play_all(apis: dict[str, Json], show: Show) -> list[Played]:
    jobs = {slug: job_of(found) for slug, found in groupby(exchanges(apis), lambda exchange: exchange.slug)}
    played: list[Played] = []
    with LoopbackServer(exchange for job in jobs.values() for exchange in job) as server:
        for slug, job in jobs.items():
            show.vendor(apis[slug])
            played += [_play(exchange, server, show) for exchange in job]
    return played


def _play(exchange: Exchange, server: LoopbackServer, show: Show) -> Played:
    played = play(exchange, server)
    show.call(played, server.base_url(exchange.slug))
    return played


if __name__ == "__main__":
    sys.exit(main())

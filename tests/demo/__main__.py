"""`python -m tests.demo`, from the root of the project."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from ..support.typed_calls import Json
from .making import make_clients
from .showing import Show, make_console
from .stories import STORIES
from .telling import Told, tell


def main() -> int:
    """Do it all; 0 if everything was as expected, else 1."""
    console = make_console()
    began = time.monotonic()
    with TemporaryDirectory() as folder:
        with console.status("Generating the clients from specs/ …"):
            apis = make_clients(Path(folder))
        show = Show(console)
        show.opening(len(apis), time.monotonic() - began)
        told = [one for slug, api in apis.items() for one in _tell(slug, api, show)]
    show.closing(time.monotonic() - began)
    return 1 if any(one.complaint for pair in told for one in pair) else 0


def _tell(slug: str, api: Json, show: Show) -> list[tuple[Told, Told]]:
    show.api(api)
    told: list[tuple[Told, Told]] = []
    for pair in tell(api, STORIES[slug]):
        show.step(pair)
        told.append(pair)
    show.count(api, told)
    return told


if __name__ == "__main__":
    sys.exit(main())

"""`python -m subkit.mock [SLUG ...]`: serves fakes on one port of this machine until it is interrupted."""

from __future__ import annotations

import argparse
import json
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .._errors import ConfigurationError
from .._formats.json import is_object
from .._installed import apis
from .._mock.clock import RunningClock
from .._mock.introduction import introduce, text_of
from .._mock.server import FakeServer, slugs_to_serve

FORMAT = 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve; 0 after an interruption, 2 if it cannot be done."""
    given = _parser().parse_args(arguments)
    try:
        server = FakeServer(
            *slugs_to_serve(given.slugs, (one.slug for one in apis())),
            port=given.port,
            clock=RunningClock(seed=given.seed),
            seed=given.seed,
            control=given.control,
            lenient=given.lenient,
            preconditions=given.preconditions,
        )
        _load(server, given.state)
    except (ConfigurationError, ValueError) as error:
        sys.stderr.write(f"subkit.mock: {error}\n")
        return 2
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends as Ctrl-C does, so that the state is kept
    try:
        _print(server, given.json)
        server.run()
    except KeyboardInterrupt:
        pass
    finally:
        _save(server, given.state)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m subkit.mock", description="Serve fake vendors on one port.")
    parser.add_argument("slugs", nargs="*", metavar="SLUG", help="APIs to serve; all that are installed by default")
    parser.add_argument("--port", type=int, default=8400, help="where to listen; 0 for any free port (default: 8400)")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of text")
    parser.add_argument("--state", type=Path, metavar="FILE", help="keep the state between runs in a file of JSON")
    parser.add_argument("--seed", type=int, default=0, help="decides ids, so that runs repeat (default: 0)")
    parser.add_argument("--lenient", action="store_true", help="accept requests that violate the specification")
    parser.add_argument("--preconditions", choices=("documented", "ignored"), default="documented")
    parser.add_argument("--control", metavar="TOKEN", help="allow to control the fakes over HTTP with this token")
    return parser


def _print(server: FakeServer, as_json: bool) -> None:
    facts = [introduce(fake) for fake in server.fakes.values()]
    text = "\n\n".join([*map(text_of, facts), f"Serving {len(facts)} fakes on {server.url}. Ctrl-C ends it."])
    sys.stdout.write(json.dumps({"url": server.url, "fakes": facts}) + "\n" if as_json else f"{text}\n")
    sys.stdout.flush()


def _load(server: FakeServer, file: Path | None) -> None:
    """Begin with the state in a file; without one, with some objects to look at."""
    states: dict[str, Any] = {}
    if file is not None and file.exists():
        content = json.loads(file.read_text("utf-8"))
        if not is_object(content) or content.get("format") != FORMAT:
            raise ValueError(f"{file} is no state of fakes in format {FORMAT}")
        states = content["fakes"]
    for slug, fake in server.fakes.items():
        if slug in states:
            fake.load(states[slug])
        else:
            fake.add_samples()


def _save(server: FakeServer, file: Path | None) -> None:
    if file is not None:
        states = {slug: fake.dump() for slug, fake in server.fakes.items()}
        file.write_text(json.dumps({"format": FORMAT, "fakes": states}, indent=1), "utf-8")


if __name__ == "__main__":
    sys.exit(main())

"""See what a client does: the log, an observer, and drift.

python examples/debugging.py

The log `subkit` has every request, response, retry and token refresh; `subkit.drift` has each departure of a response
from the specification. Neither contains a query, a header or a body, so both may stay on in production.
"""

from __future__ import annotations

import logging
from collections import Counter

from subkit import Event, meta
from subkit_alteryx_server import AlteryxServer


class Statistics:
    """An observer that counts requests by operation and outcome, and adds up the time of the calls."""

    def __init__(self) -> None:
        self.outcomes: Counter[tuple[str, str]] = Counter()
        self.seconds = 0.0

    def __call__(self, event: Event) -> None:
        """Called in the thread or task of the call: keep it short."""
        if event.kind == "response":
            self.outcomes[event.operation, str(event.status or event.error)] += 1
        elif event.kind == "done":
            self.seconds += event.duration or 0


def show_drift(client: AlteryxServer) -> list[str]:
    """Where the responses depart from the specification, with the place in the vendor's names."""
    pages = client.subscriptions.list().pages()
    items = [item for page in pages for item in page.items]
    found = [drift for item in items if (about := meta(item)) for drift in about.drift]
    return [f"{drift.path}: {drift.kind}, expected {drift.expected}, got {drift.got}" for drift in found]


if __name__ == "__main__":
    logging.basicConfig(format="%(asctime)s %(name)s %(message)s")
    logging.getLogger("subkit").setLevel(logging.DEBUG)
    statistics = Statistics()
    with AlteryxServer.from_env(observer=statistics) as client:
        print("\n".join(show_drift(client)) or "no drift")
    print(statistics.outcomes, f"{statistics.seconds:.3f} s")

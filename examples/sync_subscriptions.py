"""Bring the subscriptions of an account in line with a wanted list. Without `--apply`, it only prints the plan.

python examples/sync_subscriptions.py wanted.json [--apply] [--delete]

wanted.json maps each name to the arguments of `create`:

    {"hook": {"dispatch_type": "https", "enabled": true, "http_settings": {"url": "https://example.com/hook"}}}
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from subkit import Model
from subkit_jackhenry_events import JackHenryEvents, Subscription

Wanted = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Step:
    """One change: `create`, `patch` or `delete`."""

    action: str
    name: str
    current: Subscription | None
    changes: Mapping[str, Any]

    def __str__(self) -> str:
        return f"{self.action} {self.name}: {', '.join(self.changes)}".removesuffix(": ")


def plan(wanted: Wanted, existing: Iterable[Subscription], *, delete: bool = False) -> Iterator[Step]:
    """What has to be done. Names identify subscriptions, so a name that occurs twice is an error."""
    found: dict[str | None, Subscription] = {}
    for one in existing:
        if one.name in found:
            raise SystemExit(f"two subscriptions are named {one.name!r}: rename or delete one of them")
        found[one.name] = one
    for name, settings in wanted.items():
        current = found.pop(name, None)
        if current is None:
            yield Step("create", name, None, settings)
        elif changes := {key: value for key, value in settings.items() if not covers(getattr(current, key), value)}:
            yield Step("patch", name, current, changes)
    if delete:
        yield from (Step("delete", str(name), one, {}) for name, one in found.items())


def covers(have: Any, want: Any) -> bool:
    """Whether a value is as wanted. Properties that the server adds to an object do not count."""
    if isinstance(want, dict):
        wanted = cast("dict[str, Any]", want)
        data: dict[str, Any] = have.to_dict() if isinstance(have, Model) else have or {}
        return all(covers(data.get(key), value) for key, value in wanted.items())
    return bool(have == want)


def apply(client: JackHenryEvents, step: Step) -> None:
    """Carry out one step."""
    if step.action == "create":
        client.subscriptions.create(name=step.name, **step.changes)
    elif step.current is not None and step.action == "patch":
        client.subscriptions.patch(step.current, **step.changes)
    elif step.current is not None:
        client.subscriptions.delete(step.current)


def sync(client: JackHenryEvents, wanted: Wanted, *, dry_run: bool = True, delete: bool = False) -> list[Step]:
    """Print the steps, and carry them out unless it is a dry run."""
    steps = list(plan(wanted, client.subscriptions.list(), delete=delete))
    for step in steps:
        print(f"would {step}" if dry_run else step)
        if not dry_run:
            apply(client, step)
    return steps


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wanted", type=Path)
    parser.add_argument("--apply", action="store_true", help="carry out the plan")
    parser.add_argument("--delete", action="store_true", help="delete subscriptions that are not in the list")
    options = parser.parse_args()
    with JackHenryEvents.from_env() as events:
        sync(events, json.loads(options.wanted.read_text("utf-8")), dry_run=not options.apply, delete=options.delete)

"""What users have stored outlives a release: pickles and JSON of every earlier version are read as they were meant."""

from __future__ import annotations

import json
import pickle
import pickletools
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import pytest
import subkit
from stored.kinds import said, values
from support.scripted import Driven, package_of, reply

FOLDER = Path(__file__).parent / "stored"
STORED = sorted(FOLDER.glob("*/*.pickle"))
now = cache(values)


def test_every_kind_is_stored() -> None:
    """Each version has a pickle of each kind that it had, the present one of all."""
    versions = {path.parent.name for path in STORED}
    assert subkit.__version__ in versions
    assert {path.stem for path in STORED if path.parent.name == subkit.__version__} == set(now())


@pytest.mark.parametrize("path", STORED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_stored_pickles(path: Path) -> None:
    """A stored pickle says what it said when it was written."""
    now, then = said(pickle.loads(path.read_bytes())), json.loads(path.with_suffix(".said").read_text("utf-8"))
    assert _as_then(now, then) == then


def _as_then(now: Any, then: Any) -> Any:
    """What a value says now, without the fields that it did not have then."""
    if isinstance(now, dict) and isinstance(then, dict):
        return {key: _as_then(one, then[key]) for key, one in now.items() if key in then}
    if isinstance(now, list) and isinstance(then, list) and len(now) == len(then):
        return [_as_then(*pair) for pair in zip(now, then, strict=True)]
    return now


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*/*.json")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_stored_json(path: Path) -> None:
    """A stored JSON is the value whose pickle stands beside it: operations, models and checkpoints."""
    stored, value = json.loads(path.read_text("utf-8")), pickle.loads(path.with_suffix(".pickle").read_bytes())
    if isinstance(value, str):
        assert stored == value
    else:
        assert type(value).from_dict(stored) == value


def test_a_stored_checkpoint_is_resumed() -> None:
    """A checkpoint of an earlier release goes on where it stood."""
    for path in FOLDER.glob("*/checkpoint.json"):
        driven = Driven("wso2-publisher", "sync", [reply(200, {"list": [], "count": 0})])
        pager = driven.client.subscriptions.list(api_id="a", resume=json.loads(path.read_text("utf-8")))
        assert list(pager) == []
        assert len(driven.requests) == 1


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize("name", now())
def test_no_private_path_in_a_pickle(name: str, protocol: int) -> None:
    """A pickle names public packages only, so that no module of ours has to stay where it is."""
    texts = [argument for _, argument, _ in pickletools.genops(pickle.dumps(now()[name], protocol)) if argument]
    assert [one for one in texts if isinstance(one, str) and "._" in one and one.startswith("subkit")] == []


@pytest.mark.parametrize("module", [subkit, *map(package_of, ("wso2-publisher", "jackhenry-events"))])
def test_public_names_say_where_they_are_imported_from(module: Any) -> None:
    """Tracebacks, documentation and pickles show the path by which users import a name."""
    public = [getattr(module, name) for name in module.__all__]
    homes = {one.__name__: one.__module__ for one in public if callable(one)}
    assert homes
    assert {name: home for name, home in homes.items() if home != module.__name__} == {}


UNKNOWN = {
    "format": {"format": 99},
    "operation": {"operation": "get_nothing"},
    "argument": {"arguments": {"nothing": 1}},
    "api": {"api": "nobody"},
    "field": {"since": "tomorrow"},
    "shape": {"arguments": None},
}


@pytest.mark.parametrize("name", UNKNOWN)
def test_an_unknown_operation_is_refused(name: str) -> None:
    """What a release does not know is an error that names it, never another operation."""
    form = {**now()["operation"].to_dict(), **UNKNOWN[name]}
    with pytest.raises(subkit.InvalidArgument) as error:
        subkit.Operation.from_dict(form)
    word = {"shape": "portable form", "field": "since"}.get(name) or str(next(iter(UNKNOWN[name].values())))
    assert (word if name != "argument" else "nothing") in str(error.value)


def test_operations_are_hashable_values() -> None:
    """Operations that ask the same are equal and stand once in a set, whichever way they were made."""
    operations = [one for one in now().values() if isinstance(one, subkit.Operation)]
    twins = [subkit.Operation.from_dict(json.loads(json.dumps(one.to_dict()))) for one in operations]
    assert twins == operations
    assert len({*operations, *twins}) == len(operations) == 3
    assert operations[0] != operations[1]


def test_bytes_in_an_operation() -> None:
    """A body of bytes goes through JSON unharmed."""
    raw = attrs.evolve(now()["operation-body"], arguments={"name": b"\x00\xff"})
    twin = subkit.Operation.from_dict(json.loads(json.dumps(raw.to_dict())))
    assert twin.arguments == {"name": b"\x00\xff"}

"""The edits of a model in its pickle, by the vendor's names: those of Python may be others in another release."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._formats.json import to_json
from .._unset import UNSET
from .edits import FORGOTTEN, UNKNOWN, note_assigned, own_edits, value_before
from .nested import locate, models_in
from .slots import ModelSlots


def stored_edits(model: ModelSlots) -> dict[str, Any]:
    """What was edited in a model and in those inside it: paths and names, and what was there before."""
    edited = [(path, one) for path, one in models_in(model) if own_edits(one)]
    if not edited:
        return {}
    return {
        "edits": tuple((path, tuple(_values_before(one))) for path, one in edited),
        "before": tuple((path, _known(_values_before(one))) for path, one in edited),
        "unknown": tuple(path for path, one in edited if UNKNOWN in own_edits(one)),
    }


def restore_edits(model: ModelSlots, stored: Mapping[str, Any]) -> None:
    """Note the edits that were stored."""
    before = dict(stored.get("before", ()))
    for path, names in stored.get("edits", ()):
        if isinstance(owner := locate(model, path), ModelSlots):
            edited = [one for one in owner.__fields__ if one.wire in names]
            note_assigned(owner, {one.name: before.get(path, {}).get(one.wire, FORGOTTEN) for one in edited})
    for path in stored.get("unknown", ()):
        note_assigned(locate(model, path), {UNKNOWN: FORGOTTEN})


def _values_before(model: ModelSlots) -> dict[str, Any]:
    own = own_edits(model)
    return {one.wire: value_before(model, one.name) for one in model.__fields__ if one.name in own}


def _known(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values as JSON, without those that are not known."""
    known = {wire: value for wire, value in values.items() if value is not FORGOTTEN}
    return {wire: value if value is UNSET else to_json(value) for wire, value in known.items()}

"""Limits of what is sent: they refuse a call, and are none of a reply's business."""

from __future__ import annotations

from typing import Any

import pytest
from subkit._models.schema import validate

LIMITED = {"type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": 2, "uniqueItems": True}


@pytest.mark.parametrize(
    ("value", "count"),
    [(["a"], 0), (["a", "b"], 0), ([], 1), (["a", "b", "c"], 1), (["a", "a"], 1), (["a", "b", "b"], 2)],
)
def test_limits_of_an_array(value: Any, count: int) -> None:
    """Too few items, too many and repeated ones violate the schema of a request, each once."""
    found = list(validate(LIMITED, value, ("a",), request=True))
    assert [(one.path, one.kind) for one in found] == [(("a",), "bad_format")] * count
    assert len({one.expected for one in found}) == count
    assert list(validate(LIMITED, value)) == []


def test_items_that_may_be_repeated() -> None:
    """Items may be repeated unless the schema says otherwise."""
    assert list(validate({"type": "array"}, ["a", "a"], request=True)) == []

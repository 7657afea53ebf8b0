"""However deeply a response is nested, it is refused before anything recursive meets it. The check is left out only
where the schema sets a limit by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import subkit
from subkit._formats.json import DEEPEST
from support.bodies import Spec, full_body
from support.oracle import PREFIX, model_names
from support.reported_drift import call, operation
from support.scripted import SLUGS
from support.shapes import SLUG as SHAPES

MODELS = [(slug, name) for slug in (*SLUGS, SHAPES) for name in model_names(slug)]
models = pytest.mark.parametrize(("slug", "name"), MODELS, ids=[f"{slug}-{name}" for slug, name in MODELS])


def arrays(depth: int) -> Any:
    """Arrays in each other."""
    value: list[Any] = []
    for _ in range(depth - 1):
        value = [value]
    return value


def places(value: Any) -> Iterator[Callable[[Any], Any]]:
    """For each place in a JSON value, what gives the whole value with something else at that place."""
    if isinstance(value, dict):
        yield lambda other: {**value, "nobodyDeclaredThis": other}
        for key, item in value.items():
            yield lambda other, key=key: {**value, key: other}
            for inner in places(item):
                yield lambda other, key=key, inner=inner: {**value, key: inner(other)}
    if isinstance(value, list) and value:
        yield lambda other: [*value[1:], other]
        for inner in places(value[0]):
            yield lambda other, inner=inner: [inner(other), *value[1:]]


@models
def test_nested_too_deeply_anywhere(slug: str, name: str) -> None:
    """Wherever in an object something is nested too deeply, the response is refused, for an object and for a list."""
    for put in places(full_body(Spec(slug), {"$ref": PREFIX + name})):
        for listed in (False, True):
            body = put(arrays(DEEPEST + 1))
            with pytest.raises(subkit.DecodeError, match="nested too deeply"):
                call(operation(slug, name, listed), [body, body] if listed else body)


@models
def test_nested_as_deeply_as_may_be(slug: str, name: str) -> None:
    """What is just not nested too deeply is decoded and kept."""
    body = {**full_body(Spec(slug), {"$ref": PREFIX + name}), "nobodyDeclaredThis": arrays(DEEPEST - 2)}
    assert call(operation(slug, name, listed=True), [body]).parsed[0].to_dict() == body


def test_models_in_each_other() -> None:
    """A model that contains another one of its kind is limited too, although nothing in it drifts."""
    node: dict[str, Any] = {"name": "n"}
    for _ in range(DEEPEST):
        node = {"name": "n", "parent": node}
    with pytest.raises(subkit.DecodeError, match="nested too deeply"):
        call(operation(SHAPES, "Node"), node)

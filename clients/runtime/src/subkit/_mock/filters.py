"""Which objects a list shows, by the parameters of its query."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from .spec import Json, Route

_COMPARISONS: Final[Mapping[str, Callable[[Any, Any], bool]]] = {"": operator.eq, ">=": operator.ge, "<=": operator.le}


def is_listed(route: Route, query: Mapping[str, Any], record: Json, properties: Mapping[str, Any]) -> bool:
    """Whether an object matches all filters. A parameter that is called like a property filters by it."""
    for names, comparison, value in _filters(route, query, properties):
        found = [record[name] for name in names if record.get(name) is not None]
        if not any(_compare(comparison, one, value) for one in found):
            return False
    return True


def _filters(
    route: Route, query: Mapping[str, Any], properties: Mapping[str, Any]
) -> Iterator[tuple[list[str], str, Any]]:
    declared: Mapping[str, str] = route.settings.get("filters", {})
    paging = set(route.facade.get("paging", {}).values())
    for name, value in query.items():
        if name in declared:
            yield *_parsed(declared[name]), value
        elif name in properties and name not in paging:
            yield [name], "", value


def _parsed(text: str) -> tuple[list[str], str]:
    """The properties and the comparison in a filter: `a`, `a | b` or `a >=`."""
    comparison = next((one for one in (">=", "<=") if text.endswith(one)), "")
    return [one.strip() for one in text.removesuffix(comparison).split("|")], comparison


def _compare(comparison: str, found: Any, value: Any) -> bool:
    try:
        return _COMPARISONS[comparison](found, value)
    except TypeError:
        return False

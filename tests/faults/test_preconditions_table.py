"""Which conditional headers go out: the whole table of what is declared, what is known and what the caller gave.

RFC 9110, 8.8.3.2 (comparison), 13.1 (what each header may hold) and 13.2.2 (which goes before which).
"""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import product
from typing import Any

import pytest
import subkit
from subkit._meta import Meta
from subkit._operations.conditional import Conditions, condition_headers
from subkit._unset import UNSET

MOMENT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
DATE = "Fri, 02 Jan 2026 03:04:05 GMT"
KNOWN: dict[str, Meta | None] = {
    "no object": None,
    "nothing": Meta(200),
    "strong": Meta(200, etag='"1"'),
    "strong, date": Meta(200, etag='"1"', last_modified=MOMENT),
    "weak": Meta(200, etag='W/"1"'),
    "weak, date": Meta(200, etag='W/"1"', last_modified=MOMENT),
    "date": Meta(200, last_modified=MOMENT),
    "unquoted": Meta(200, etag="1"),
    "unquoted, date": Meta(200, etag="1", last_modified=MOMENT),
    "empty": Meta(200, etag=""),
}
DECLARED = {
    "tag+date": ("If-Match", "If-Unmodified-Since", "If-None-Match", "If-Modified-Since"),
    "tag": ("If-Match", "If-None-Match"),
    "date": ("If-Unmodified-Since", "If-Modified-Since"),
    "neither": (),
}
SHOWN = {
    "M": ("If-Match", '"1"'),
    "U": ("If-Unmodified-Since", DATE),
    "N": ("If-None-Match", '"1"'),
    "W": ("If-None-Match", 'W/"1"'),
    "S": ("If-Modified-Since", DATE),
    "X": ("If-Match", '"x"'),
    "*": ("If-Match", "*"),
}

# M: If-Match, U: If-Unmodified-Since, each from the object. A dot: nothing. !: refused, and the error says how to go on.
WRITES = """
                | tag+date | tag | date | neither
no object       | .        | .   | .    | .
nothing         | .        | .   | .    | .
strong          | M        | M   | .    | .
strong, date    | M        | M   | U    | .
weak            | !        | !   | .    | .
weak, date      | U        | !   | U    | .
date            | U        | .   | U    | .
unquoted        | !        | !   | .    | .
unquoted, date  | U        | !   | U    | .
empty           | !        | !   | .    | .
"""
# N: If-None-Match, W: the same with a weak tag, S: If-Modified-Since. A server heeds the date only without the tag.
REFRESHES = """
                | tag+date | tag | date | neither
no object       | .        | .   | .    | .
nothing         | .        | .   | .    | .
strong          | N        | N   | .    | .
strong, date    | N S      | N   | S    | .
weak            | W        | W   | .    | .
weak, date      | W S      | W   | S    | .
date            | S        | .   | S    | .
unquoted        | .        | .   | .    | .
unquoted, date  | S        | .   | S    | .
empty           | .        | .   | .    | .
"""
# X: the tag "x" by hand, *: `subkit.ANY`, U here: the date by hand, which is the same one.
BY_HAND = """
if_match, if_unmodified_since | no object | nothing | strong | strong, date | weak | weak, date | date | unquoted
left out, left out            | .         | .       | M      | M            | !    | U          | U    | !
left out, date                | U         | U       | U      | U            | U    | U          | U    | U
"x", left out                 | X         | X       | X      | X            | X    | X          | X    | X
"x", date                     | X U       | X U     | X U    | X U          | X U  | X U        | X U  | X U
*, left out                   | *         | *       | *      | *            | *    | *          | *    | *
"""
GIVEN: dict[str, Any] = {"left out": UNSET, "date": MOMENT, '"x"': '"x"', "*": subkit.ANY}


def cells(table: str) -> list[Any]:
    """The cells of a table: name of the row, name of the column, what it says."""
    head, *lines = [[cell.strip() for cell in line.split("|")] for line in table.strip("\n").splitlines()]
    return [(row, column, text) for row, *texts in lines for column, text in zip(head[1:], texts, strict=True)]


def check(declared: str, conditions: Conditions, known: str, expected: str) -> None:
    if expected == "!":
        with pytest.raises(subkit.ConfigurationError, match="pass the id") as caught:
            condition_headers(DECLARED[declared], conditions, KNOWN[known])
        assert "double quotes" in str(caught.value) or known.startswith("weak")
        return
    found = condition_headers(DECLARED[declared], conditions, KNOWN[known])
    assert found == [SHOWN[letter] for letter in expected.split() if letter != "."]


def test_the_tables_are_whole() -> None:
    """Every validator that may be known stands in the tables, with every set of declared headers."""
    for table in (WRITES, REFRESHES):
        assert {(row, column) for row, column, _ in cells(table)} == set(product(KNOWN, DECLARED))


@pytest.mark.fault(35, 36, 39)
@pytest.mark.parametrize(("known", "declared", "expected"), cells(WRITES))
def test_writes(known: str, declared: str, expected: str) -> None:
    """A write is protected by the strong tag of its object, by its date where there is none, and never by what cannot
    protect it. Nothing that the specification does not declare is sent."""
    check(declared, Conditions(), known, expected)


@pytest.mark.fault(36, 39)
@pytest.mark.parametrize(("known", "declared", "expected"), cells(REFRESHES))
def test_refreshes(known: str, declared: str, expected: str) -> None:
    """A refresh sends every validator that is known (RFC 9110, 8.8.4), weak tags too, and no text that is no tag."""
    check(declared, Conditions(revalidate=True), known, expected)


@pytest.mark.fault(35)
@pytest.mark.parametrize(("given", "known", "expected"), cells(BY_HAND))
def test_by_hand(given: str, known: str, expected: str) -> None:
    """What the caller gives goes before what is known; None means none, on purpose."""
    tag, date = given.split(", ")
    check("tag+date", Conditions(if_match=GIVEN[tag], if_unmodified_since=GIVEN[date]), known, expected)

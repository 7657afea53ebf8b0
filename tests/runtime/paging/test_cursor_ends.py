"""Where a list ends: by its total, in a circle, in pages that bring nothing, or in what cannot be read. Pure."""

from __future__ import annotations

from typing import Any

import pytest
import subkit
from subkit._paging.state import MAX_EMPTY_STREAK
from support.walk import OFFSET, PAGE, THREE, TOKEN, Walk, listing, tokens

LOOP = {None: ("ab", "2"), "2": ("cd", "3"), "3": ("e", "2")}


def test_a_circle_stays_closed() -> None:
    """Pages that lead back to one seen before are an error, also for who goes on from the checkpoint of that error."""
    walk = Walk(tokens(LOOP), listing(TOKEN))
    for _ in range(3):
        walk.fetch()
    assert walk.cursor.take(9) == list("abcde")
    for again in (walk, Walk(tokens(LOOP), listing(TOKEN), walk.cursor.checkpoint())):
        with pytest.raises(subkit.PaginationError) as caught:
            again.rest()
        assert (
            str(caught.value)
            == "list_subscriptions: the API names a page that it named before, so the list would never end"
        )
        assert caught.value.operation == "list_subscriptions"
    assert again.asked == [{"after": "3"}]


def test_another_trouble_closes_nothing() -> None:
    """A page that named its successor unreadably is asked for again by who goes on: the server may have recovered."""
    walk = Walk(lambda asked: {"items": ["a"], "next": 1.5}, listing(TOKEN))
    walk.fetch()
    with pytest.raises(subkit.PaginationError, match=r"^list_subscriptions: there is a reference to a next page, but"):
        walk.rest()
    mended = Walk(tokens(THREE), listing(TOKEN), walk.cursor.checkpoint())
    assert mended.rest() == "bcde"
    odd = Walk(lambda asked: {"items": "ab", "next": "2"}, listing(TOKEN))
    odd.fetch()
    with pytest.raises(
        subkit.PaginationError, match=r"^list_subscriptions: the items of the response are not an array"
    ):
        odd.rest()
    assert Walk(tokens(THREE), listing(TOKEN), odd.cursor.checkpoint()).rest() == "abcde"


@pytest.mark.parametrize(
    ("start", "pages"), [({}, [{}, {"number": 2}]), ({"number": 1}, [{"number": 1}, {"number": 2}]),
                         ({"number": 2}, [{"number": 2}, {"number": 3}]), ({"number": 7}, [{"number": 7}, {"number": 8}])]
)  # fmt: skip
def test_a_total_counts_from_the_first_page(start: dict[str, int], pages: list[Any]) -> None:
    """What came is held against the total if the list was begun at its first page, however that was said; else only an
    empty page ends it."""
    numbers = {1: "ab", 2: "cd", 7: "mnop"}

    def serve(asked: dict[str, Any]) -> Any:
        return {"items": list(numbers.get(asked.get("number", 1), "")), "total": 4}

    walk = Walk(serve, listing(PAGE, **start))
    assert walk.rest() == {2: "cd", 7: "mnop"}.get(start.get("number", 1), "abcd")
    assert walk.asked == pages


@pytest.mark.parametrize("items", ["", "aa"])
def test_pages_that_bring_nothing_new(items: str) -> None:
    """A hundred pages in a row, empty or each like the one before, are an error; after a better one the count begins
    anew. Who goes on from the error may find a server that has recovered."""

    def serve(asked: dict[str, Any]) -> Any:
        number = int(asked.get("after", 0))
        return {"items": ["new"] if number == 50 else list(items), "next": str(number + 1)}

    walk = Walk(serve, listing(TOKEN))
    with pytest.raises(subkit.PaginationError, match=r"^list_subscriptions: 100 pages in a row had no new items$"):
        walk.rest()
    assert len(walk.asked) == 51 + MAX_EMPTY_STREAK + (1 if items else 0)
    number = len(walk.asked) - 1
    mended = Walk(lambda asked: {"items": ["z"], "next": None if asked["after"] == str(number + 1) else str(number + 1)},
                  listing(TOKEN), walk.cursor.checkpoint())  # fmt: skip
    mended.rest()
    assert mended.asked == [{"after": str(number)}, {"after": str(number + 1)}]


def test_a_page_that_repeats_the_one_before() -> None:
    """A server that ignores where to go on repeats a page: an error after the second one, and whoever goes on from it
    asks for the second page again. A last page may repeat the one before it, for nothing follows it."""

    def serve(asked: dict[str, Any]) -> Any:
        return {"items": ["a", "b"], "next": str(int(asked.get("after", 0)) + 1)}

    walk = Walk(serve, listing(TOKEN))
    with pytest.raises(subkit.PaginationError) as caught:
        walk.rest()
    assert str(caught.value) == (
        "list_subscriptions: the page holds the same items as the one before it, so the API ignores where to go on"
    )
    assert walk.asked == [{}, {"after": "1"}]
    mended = Walk(tokens({"1": ("cd", None)}), listing(TOKEN), walk.cursor.checkpoint())
    assert (mended.rest(), mended.asked) == ("", [{"after": "1"}])
    assert Walk(tokens({None: ("ab", "2"), "2": ("ab", None)}), listing(TOKEN)).rest() == "abab"


def test_the_first_page_has_a_name() -> None:
    """An empty page that leads to the position where the list began by default leads to itself."""
    walk = Walk(lambda asked: {"items": [], "next": "?offset=0"}, listing(OFFSET))
    walk.fetch()
    with pytest.raises(subkit.PaginationError):
        walk.cursor.next_operation()

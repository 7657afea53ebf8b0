"""Where a pager stands, page by page: what it asks, what it hands out, and what it writes down. Pure: nothing is sent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import attrs
import pytest
import subkit
from subkit._cursor import Cursor
from subkit._operation import Conditions, Endpoint, Operation
from subkit._paging import Paging
from subkit._response import Headers
from support.scripted import package_of

HOLDER: Endpoint[Any] = package_of("alteryx-server").operations.list_subscriptions().endpoint
TOKEN = Paging("token", items="items", token="after", next="next", limit="size")
PAGE = Paging("page", items="items", page="number", total="total")
OFFSET = Paging("offset", items="items", offset="start", limit="size", next="next")
LINK = Paging("link", items="items", next="next", links=(("p", "page", "integer"), ("c", "cursor", "string")))
THREE = {None: ("ab", "2"), "2": ("cd", "3"), "3": ("e", None)}
LOOP = {None: ("ab", "2"), "2": ("cd", "3"), "3": ("e", "2")}
Serve = Callable[[dict[str, Any]], Any]


def listing(paging: Paging | None, **arguments: Any) -> Operation[Any]:
    return Operation(attrs.evolve(HOLDER, paging=paging), arguments)


def tokens(pages: dict[str | None, tuple[str, str | None]]) -> Serve:
    def serve(asked: dict[str, Any]) -> Any:
        items, following = pages[asked.get("after")]
        return {"items": list(items), "next": following}

    return serve


class Walk:
    """A cursor over a list, and what it asked for."""

    def __init__(self, serve: Serve, operation: Operation[Any], resume: str | None = None) -> None:
        self.cursor: Cursor[Any] = Cursor(operation, {"tenant": "t"}, resume)
        self.serve = serve
        self.asked: list[dict[str, Any]] = []

    def fetch(self) -> bool:
        last, operation = self.cursor.last, self.cursor.wanted()
        if operation is not None:
            self.asked.append(dict(operation.arguments))
            self.cursor.accept(self.response(operation), last)
        return operation is not None

    def response(self, operation: Operation[Any]) -> subkit.Response[Any]:
        return subkit.Response(parsed=self.serve(dict(operation.arguments)), status=200, headers=Headers(), etag='"p"')

    def rest(self) -> str:
        """All items that are left."""
        found = "".join(self.cursor.take(99))
        while self.fetch():
            found += "".join(self.cursor.take(99))
        return found


def test_what_is_no_list() -> None:
    """Only lists have pages, and only a single page can be asked for under a condition."""
    with pytest.raises(subkit.InvalidArgument, match=r"^list_subscriptions is not a list$"):
        Cursor(listing(None), {}, None)
    condition = Conditions(if_modified_since=datetime(2026, 1, 1, tzinfo=UTC))
    with pytest.raises(subkit.InvalidArgument, match=r"^list_subscriptions: a condition holds for one page; send the"):
        Cursor(attrs.evolve(listing(TOKEN), conditions=condition), {}, None)


def test_what_is_asked() -> None:
    """The query is the same on every page, but for what asks for the page."""
    walk = Walk(tokens(THREE), listing(TOKEN, q="x", size=2))
    assert walk.rest() == "abcde"
    assert walk.asked == [
        {"q": "x", "size": 2},
        {"q": "x", "size": 2, "after": "2"},
        {"q": "x", "size": 2, "after": "3"},
    ]
    assert walk.cursor.wanted() is None


@pytest.mark.parametrize("count", range(6))
def test_checkpoints(count: int) -> None:
    """A checkpoint holds after any item, for the same list only, wherever that one is begun in the code."""
    walk = Walk(tokens(THREE), listing(TOKEN, q="x"))
    while walk.cursor.ready < count:
        walk.fetch()
    before, mark = "".join(walk.cursor.take(count)), walk.cursor.checkpoint()
    again = Walk(tokens(THREE), listing(TOKEN, q="x", after="3"), mark)
    assert before + again.rest() == "abcde"
    other = attrs.evolve(listing(TOKEN, q="x").endpoint, api=attrs.evolve(HOLDER.api, slug="another"))
    for strange in (listing(TOKEN, q="y"), Operation(other, {"q": "x"})):
        with pytest.raises(subkit.InvalidArgument) as caught:
            Cursor(strange, {"tenant": "t"}, mark)
        assert str(caught.value) == "resume: this checkpoint is of another operation, query or client-wide id"


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
            == "list_subscriptions: the API names a page that it named before, so the pages would never end"
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


@pytest.mark.parametrize(
    ("start", "pages"), [({}, [{}, {"number": 2}]), ({"number": 1}, [{"number": 1}, {"number": 2}]),
                         ({"number": 2}, [{"number": 2}, {"number": 3}])]
)  # fmt: skip
def test_a_total_counts_from_the_first_page(start: dict[str, int], pages: list[Any]) -> None:
    """What came is held against the total if the list was begun at its first page, however that was said; else only an
    empty page ends it."""
    numbers = {1: "ab", 2: "cd"}
    walk = Walk(
        lambda asked: {"items": list(numbers.get(asked.get("number", 1), "")), "total": 4}, listing(PAGE, **start)
    )
    assert walk.rest() == ("cd" if start.get("number") == 2 else "abcd")
    assert walk.asked == pages


def test_the_first_page_has_a_name() -> None:
    """An empty page that leads to the position where the list began by default leads to itself."""
    walk = Walk(lambda asked: {"items": [], "next": "?offset=0"}, listing(OFFSET))
    walk.fetch()
    with pytest.raises(subkit.PaginationError):
        walk.cursor.wanted()


def test_links_change_a_part() -> None:
    """A link may leave out what it does not change; a page's token is what it does change."""
    nexts = {None: "?p=1&c=a", "a": "?c=b", "b": "?p=2", "end": None}

    def serve(asked: dict[str, Any]) -> Any:
        return {"items": ["x"], "next": nexts["end" if asked.get("page") == 2 else asked.get("cursor")]}

    walk = Walk(serve, listing(LINK))
    shown: list[Any] = []
    while walk.fetch():
        shown.append(walk.cursor.hand_out_page())
    assert walk.asked == [{}, {"page": 1, "cursor": "a"}, {"page": 1, "cursor": "b"}, {"page": 2, "cursor": "b"}]
    assert [page.next_token for page in shown] == ["1", "b", "2", None]


def test_pages() -> None:
    """A page comes with its answer; one of which items were handed out comes with what is left of it, and one that was
    handed out does not come again."""
    walk = Walk(tokens(THREE), listing(TOKEN))
    assert walk.cursor.hand_out_page() is None
    walk.fetch()
    whole = walk.cursor.hand_out_page()
    assert whole is not None
    assert (whole.items, whole.next_token, whole.etag, whole.total) == (["a", "b"], "2", '"p"', None)
    assert whole.response is not None
    assert whole.response.parsed == {"items": ["a", "b"], "next": "2"}
    walk.fetch()
    assert walk.cursor.hand_out() == "c"
    part = walk.cursor.hand_out_page()
    assert part is not None
    assert (part.items, part.next_token, walk.cursor.hand_out_page()) == (["d"], "3", None)
    walk.fetch()
    assert walk.cursor.hand_out() == "e"
    with pytest.raises(IndexError):
        walk.cursor.hand_out()
    assert walk.cursor.hand_out_page() is None


def test_two_tasks_that_fetch_the_same_page() -> None:
    """Of two answers to the same request the first counts; the other one repeats nothing."""
    walk = Walk(tokens(THREE), listing(TOKEN))
    first = walk.cursor.wanted()
    assert first is not None
    for _ in range(2):
        walk.cursor.accept(walk.response(first), None)
    assert walk.rest() == "abcde"
    last = walk.cursor.last
    walk.cursor.accept(walk.response(first), last)
    assert walk.cursor.last is last

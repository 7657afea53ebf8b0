"""Where a pager stands, page by page: what it asks, what it hands out, and what it writes down. Pure: nothing is sent."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import attrs
import pytest
import subkit
from subkit._operations.conditional import Conditions
from subkit._operations.operation import Operation
from subkit._paging.state import Cursor
from support.walk import HEADER, HOLDER, LINK, OFFSET, PAGE, THREE, TOKEN, Walk, listing, tokens


def test_what_is_no_list() -> None:
    """Only lists have pages, and only a single page can be asked for under a condition."""
    with pytest.raises(subkit.InvalidArgument, match=r"^list_subscriptions is not a list$"):
        Cursor(listing(None), {}, None)
    condition = Conditions(if_modified_since=datetime(2026, 1, 1, tzinfo=UTC))
    with pytest.raises(subkit.InvalidArgument, match=r"^list_subscriptions: a condition applies to one page; send the"):
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
    assert walk.cursor.next_operation() is None


@pytest.mark.parametrize("count", range(6))
def test_checkpoints(count: int) -> None:
    """A checkpoint holds after any item, for the same list only, wherever that one is begun in the code."""
    walk = Walk(tokens(THREE), listing(TOKEN, q="x"))
    while walk.cursor.ready < count:
        walk.fetch()
    before, mark = "".join(walk.cursor.take(count)), walk.cursor.checkpoint()
    again = Walk(tokens(THREE), listing(TOKEN, q="x", after="3"), mark)
    assert before + again.rest() == "abcde"
    assert again.asked == [{"q": "x"}, {"q": "x", "after": "2"}, {"q": "x", "after": "3"}][[0, 0, 1, 1, 2, 3][count] :]
    other = attrs.evolve(listing(TOKEN, q="x").endpoint, api=attrs.evolve(HOLDER.api, slug="another"))
    for strange in (listing(TOKEN, q="y"), Operation(other, {"q": "x"})):
        with pytest.raises(subkit.InvalidArgument) as caught:
            Cursor(strange, {"tenant": "t"}, mark)
        assert str(caught.value) == "resume: this checkpoint is for another operation, query or client parameter"


def test_what_a_checkpoint_says_of_its_client() -> None:
    """It has the server and the client-wide ids of the client, if there are any, and goes with the same ones only."""
    one, clientwide = listing(TOKEN), {"tenant": "t"}
    mark = json.loads(Cursor(one, clientwide, None, "https://h.example:443").checkpoint())
    assert (mark["origin"], mark["client"]) == ("https://h.example:443", clientwide)
    assert {"origin", "client"} & json.loads(Cursor(one, {}, None).checkpoint()).keys() == set()
    Cursor(one, clientwide, json.dumps(mark), "https://h.example:443")
    for other in (({"tenant": "u"}, "https://h.example:443"), (clientwide, "https://i.example:443")):
        with pytest.raises(subkit.InvalidArgument, match="this checkpoint is for"):
            Cursor(one, other[0], json.dumps(mark), other[1])


def test_numbers_that_are_written_as_fractions() -> None:
    """A position given as a whole fraction is that whole number, so that its checkpoint can be read again."""
    walk = Walk(lambda asked: {"items": [], "next": ""}, listing(OFFSET, start=2.0))
    again = Walk(walk.serve, listing(OFFSET), walk.cursor.checkpoint())
    assert (walk.rest(), again.rest()) == ("", "")
    assert [*walk.asked, *again.asked] == [{"start": 2}] * 2
    assert type(walk.asked[0]["start"]) is type(again.asked[0]["start"]) is int


def test_where_links_lead_is_part_of_the_query() -> None:
    """Where links may change any part of a query, all of it tells one list from another."""
    mark = Walk(lambda asked: {"items": ["x"]}, listing(LINK, cursor="a")).cursor.checkpoint()
    assert Walk(lambda asked: {"items": ["x"]}, listing(LINK, cursor="a"), mark).rest() == "x"
    for other in (listing(LINK), listing(LINK, cursor="b"), listing(LINK, cursor="a", page=1)):
        with pytest.raises(subkit.InvalidArgument):
            Cursor(other, {"tenant": "t"}, mark)


def test_links_change_a_part() -> None:
    """A link may leave out what it does not change; a page's token is what it does change."""
    nexts = {None: "?p=1&c=a", "a": "?c=b", "b": "?p=2", "end": None}

    def serve(asked: dict[str, Any]) -> Any:
        return {"items": ["x"], "next": nexts["end" if asked.get("page") == 2 else asked.get("cursor")]}

    walk = Walk(serve, listing(LINK))
    shown: list[Any] = []
    while walk.fetch():
        shown.append(walk.cursor.pop_page())
    assert walk.asked == [{}, {"page": 1, "cursor": "a"}, {"page": 1, "cursor": "b"}, {"page": 2, "cursor": "b"}]
    assert [page.next_token for page in shown] == ["1", "b", "2", None]


def test_pages() -> None:
    """A page comes with its answer; one of which items were handed out comes with what is left of it, and one that was
    handed out does not come again."""
    walk = Walk(tokens(THREE), listing(TOKEN))
    assert walk.cursor.pop_page() is None
    walk.fetch()
    whole = walk.cursor.pop_page()
    assert whole is not None
    assert (whole.items, whole.next_token, whole.etag, whole.total) == (["a", "b"], "2", '"p"', None)
    assert whole.response is not None
    assert whole.response.parsed == {"items": ["a", "b"], "next": "2"}
    walk.fetch()
    assert walk.cursor.pop() == "c"
    part = walk.cursor.pop_page()
    assert part is not None
    assert (part.items, part.next_token, walk.cursor.pop_page()) == (["d"], "3", None)
    walk.fetch()
    assert walk.cursor.pop() == "e"
    with pytest.raises(IndexError):
        walk.cursor.pop()
    assert walk.cursor.pop_page() is None


def test_how_many_were_yielded() -> None:
    """Items count as yielded when they leave, one by one or as a page, and not when their page is fetched. A pager that
    goes on from a checkpoint counts its own."""
    walk = Walk(tokens(THREE), listing(TOKEN))
    found = [walk.cursor.yielded]
    for step in (walk.fetch, walk.cursor.pop, walk.fetch, lambda: walk.cursor.take(2), walk.cursor.pop_page):
        step()
        found.append(walk.cursor.yielded)
    assert found == [0, 0, 1, 1, 3, 4]
    again = Walk(tokens(THREE), listing(TOKEN), walk.cursor.checkpoint())
    assert (again.cursor.yielded, again.rest(), again.cursor.yielded, walk.rest(), walk.cursor.yielded) == (
        0,
        "e",
        1,
        "e",
        5,
    )
    walk = Walk(tokens(THREE), listing(TOKEN))
    walk.fetch()
    walk.cursor.pop()
    again = Walk(tokens(THREE), listing(TOKEN), walk.cursor.checkpoint())
    assert (again.rest(), again.cursor.yielded) == ("bcde", 4)


def test_an_empty_page() -> None:
    """A page without items is a page too, and comes once."""
    walk = Walk(lambda asked: {"items": [], "total": 0}, listing(PAGE))
    walk.fetch()
    page = walk.cursor.pop_page()
    assert page is not None
    assert (page.items, page.total, page.next_token, walk.cursor.pop_page()) == ([], 0, None, None)


def test_a_token_in_a_header() -> None:
    """What a header of the answer says of the next page counts."""
    walk = Walk(lambda asked: {"items": ["x"]}, listing(HEADER))
    walk.headers = {"x-next": "2"}
    walk.fetch()
    walk.headers = {}
    assert walk.rest() == "xx"
    assert walk.asked == [{}, {"after": "2"}]


def test_two_tasks_that_fetch_the_same_page() -> None:
    """Of two answers to the same request the first counts; the other one repeats nothing."""
    walk = Walk(tokens(THREE), listing(TOKEN))
    first = walk.cursor.next_operation()
    assert first is not None
    for _ in range(2):
        walk.cursor.accept(walk.response(first), None)
    assert walk.rest() == "abcde"
    last = walk.cursor.last
    walk.cursor.accept(walk.response(first), last)
    assert walk.cursor.last is last

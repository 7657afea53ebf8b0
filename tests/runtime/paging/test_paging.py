"""Pagers: one pass, nothing lost or repeated, and an end to pages that would have none."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import pytest
import subkit
from subkit._paging.state import MAX_EMPTY_STREAK
from support.paged import (
    ARRAYS,
    ENS,
    NAMES,
    SERVERS,
    WSO2,
    following,
    names_of,
    offsets,
    pager_of,
    query,
    tokens,
)
from support.scripted import MODES, Driven, collect, package_of, reply, settle

pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.both_modes]
apis = pytest.mark.parametrize("slug", SERVERS)


@apis
def test_a_pager_hands_out_everything_once(mode: str, slug: str) -> None:
    """All items come, in order, in one pass; nothing is fetched before it is asked for."""
    driven = Driven(slug, mode, SERVERS[slug])
    pager = pager_of(driven)
    assert driven.requests == []
    assert names_of(collect(pager)) == NAMES
    assert collect(pager) == []
    assert len(driven.requests) == (1 if slug in ARRAYS else 3)
    assert (iter(pager) if mode == "sync" else aiter(pager)) is pager


@apis
def test_first_and_take(mode: str, slug: str) -> None:
    """`first` and `take` hand out the next items, and fetch no more than they need."""
    driven = Driven(slug, mode, SERVERS[slug])
    pager = pager_of(driven)
    assert settle(pager.take(0)) == []
    assert driven.requests == []
    assert names_of([settle(pager.first())]) == ["a"]
    assert len(driven.requests) == 1
    assert names_of(settle(pager.take(3))) == ["b", "c", "d"]
    assert names_of(settle(pager.take(9))) == ["e"]
    assert settle(pager.first()) is None
    assert settle(pager.take(1)) == []


def test_pages_by_token(mode: str) -> None:
    """Pages have their items, the next token, the total, and the tag of the answer."""
    driven = Driven(ENS, mode, SERVERS[ENS])
    pages = collect(pager_of(driven).pages())
    assert [names_of(page.items) for page in pages] == [["a", "b"], ["c", "d"], ["e"]]
    assert [page.next_token for page in pages] == ["t 2", "t/3", None]
    assert [page.total for page in pages] == [5, 5, 5]
    assert [page.etag for page in pages] == ['"p"'] * 3
    assert [query(request).get("pageToken") for request in driven.requests] == [None, "t 2", "t/3"]
    assert [query(request)["pageSize"] for request in driven.requests] == ["2"] * 3


@pytest.mark.parametrize("slug", ARRAYS)
def test_a_bare_array_is_one_page(mode: str, slug: str) -> None:
    """Where the vendor gives no token and no total, both are None."""
    [page] = collect(Driven(slug, mode, [reply(200, [{}, {}])]).client.subscriptions.list().pages())
    assert (len(page.items), page.next_token, page.total) == (2, None, None)
    assert collect(Driven(slug, mode, [reply(200, [])]).client.subscriptions.list()) == []


def test_pages_after_items(mode: str) -> None:
    """`pages` goes on where the items stopped: the first page is what is left of the one in hand."""
    pager = pager_of(Driven(ENS, mode, SERVERS[ENS]))
    settle(pager.take(3))
    assert [names_of(page.items) for page in collect(pager.pages())] == [["d"], ["e"]]


@pytest.mark.fault(46, 48)
@pytest.mark.parametrize(
    "form",
    [
        "/subscriptions?limit={limit}&offset={after}&apiId=a/b c&d=ü",
        "https://elsewhere.example/x?offset={after}&limit={limit}",
        "?apiId=another&offset={after}&limit={limit}",
        "/api/v9/subscriptions?offset={after}",
    ],
)
def test_only_numbers_are_read_from_a_reference(mode: str, form: str) -> None:
    """A reference to the next page may lack the base path, be unencoded or point elsewhere: requests stay the same
    but for `limit` and `offset`."""
    driven = Driven(WSO2, mode, offsets(NAMES, form))
    pager = pager_of(driven)
    assert names_of(collect(pager)) == NAMES
    assert [query(request).get("offset") for request in driven.requests] == [None, "2", "4"]
    assert {"a/b c"} == {query(request)["apiId"] for request in driven.requests}
    assert len({urlsplit(request.url)[:3] for request in driven.requests}) == 1


@pytest.mark.fault(45)
def test_a_reference_that_cannot_be_read(mode: str) -> None:
    """A reference to a next page that names no offset is not taken for the end of the list."""
    driven = Driven(WSO2, mode, offsets(NAMES, "/subscriptions?cursor=abc"))
    with pytest.raises(subkit.PaginationError):
        collect(pager_of(driven))


def test_a_list_may_begin_elsewhere(mode: str) -> None:
    """A start given by hand is where the list begins."""
    assert names_of(collect(pager_of(Driven(WSO2, mode, SERVERS[WSO2]), offset=3))) == ["d", "e"]
    assert names_of(collect(pager_of(Driven(ENS, mode, SERVERS[ENS]), page_token="t/3"))) == ["e"]


@pytest.mark.fault(40)
@pytest.mark.parametrize(
    "pages",
    [
        {None: (["a"], "A"), "A": (["b"], "A")},
        {None: (["a"], "A"), "A": (["b"], "B"), "B": (["c"], "A")},
        {None: (["a"], "A"), "A": (["b"], "B"), "B": (["c"], "C"), "C": (["d"], "A")},
        {None: (["a"], "A"), "A": (["b"], "B"), "B": ([], "C"), "C": ([], "B")},
        {None: ([], "A"), "A": ([], "A")},
    ],
    ids=["period 1", "period 2", "period 3", "period 2 without items", "period 1 without items"],
)
def test_cycles(mode: str, pages: Any) -> None:
    """A token seen before ends in an error with a checkpoint, after everything new was handed out."""
    driven = Driven(ENS, mode, tokens(pages))
    pager = pager_of(driven)
    brought = [one for items, _ in pages.values() for one in items]
    assert brought == names_of(settle(pager.take(len(brought))))
    with pytest.raises(subkit.PaginationError) as caught:
        following(pager)
    assert caught.value.checkpoint == pager.checkpoint()
    assert len(driven.requests) == len(pages)
    resumed = pager_of(Driven(ENS, mode, tokens(pages)), resume=caught.value.checkpoint)
    with pytest.raises(subkit.PaginationError):
        collect(resumed)


@pytest.mark.fault(41)
@pytest.mark.parametrize(("empty", "fails"), [(MAX_EMPTY_STREAK - 1, False), (MAX_EMPTY_STREAK, True)])
def test_endless_empty_pages(mode: str, empty: int, fails: bool) -> None:
    """A few empty pages are passed over; without end they are an error with a checkpoint."""
    pages: dict[str | None, Any] = {str(n): ([], str(n + 1)) for n in range(1, empty)}
    pages |= {None: ([], "1"), str(empty): (["a"], None)}
    pager = pager_of(Driven(ENS, mode, tokens(pages)))
    if not fails:
        assert names_of([following(pager)]) == ["a"]
    else:
        with pytest.raises(subkit.PaginationError) as caught:
            following(pager)
        assert caught.value.checkpoint is not None


def test_one_page_as_a_value(mode: str) -> None:
    """One page of a list is the answer of its operation, without going on by itself."""
    driven = Driven(ENS, mode, SERVERS[ENS])
    response = driven(lambda client: client.send(package_of(ENS).operations.list_subscriptions(page_size=2)))
    assert names_of(response.parsed.items) == ["a", "b"]
    assert response.parsed.next_page_token == "t 2"
    assert len(driven.requests) == 1


def test_each_page_is_a_call(mode: str) -> None:
    """Each page has the whole timeout."""
    driven = Driven(ENS, mode, SERVERS[ENS], timeout=5.0)
    collect(pager_of(driven))
    assert [4 < timeout <= 5 for timeout in driven.transport.timeouts] == [True] * 3

"""Pages that would never end: circles of tokens, tokens without end, the same page for ever. An error ends them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import subkit
from subkit._paging.state import MAX_EMPTY_STREAK
from subkit._transport.messages import Reply, Request
from support.lists import all_of, caught, listed
from support.paged import ENS, NAMES, WSO2, names_of, offsets, pager_of, tokens
from support.scripted import MODES, Driven, collect, reply, settle
from support.styles import HOLDER, STYLES

pytestmark = pytest.mark.parametrize("mode", MODES)
WHOLE = {"applicationId": "a", "apiIdentifier": "i", "status": "UNBLOCKED"}


def endless(answer: Callable[[int], Reply]) -> Callable[[Request], Reply]:
    """Answers by the number of the request, for ever."""
    asked: list[Request] = []

    def serve(request: Request) -> Reply:
        asked.append(request)
        return answer(len(asked))

    return serve


@pytest.mark.fault(41)
@pytest.mark.parametrize("style", ["token", "header", "link in the body", "link header", "cursor from a property"])
def test_new_tokens_without_end(mode: str, style: str) -> None:
    """Pages that bring nothing and name ever new ones end in an error, after a limited number of requests."""

    def answer(number: int) -> Reply:
        headers = {"X_Next": f"t{number}", "Link": f'<?after=t{number}>; rel="next"'}
        following = f"?after=t{number}" if style == "link in the body" else f"t{number}"
        return reply(200, [] if style == "link header" else {"items": [], "next": following, "more": True}, **headers)

    driven = Driven(HOLDER, mode, endless(answer))
    with pytest.raises(subkit.PaginationError, match=f"{MAX_EMPTY_STREAK} pages"):
        settle(STYLES[style].pager(driven).first())
    assert len(driven.requests) == MAX_EMPTY_STREAK


@pytest.mark.fault(45)
@pytest.mark.parametrize("style", ["offset alone", "offset with a reference", "page", "token"])
def test_the_same_page_without_end(mode: str, style: str) -> None:
    """A server that ignores where a page begins gives the same one for ever: that shows at the second page. Pages that
    cannot be told apart may be honest; a hundred of them are not."""
    serve = endless(lambda number: listed("a", "b", next=f"?offset={2 * number}" if "off" in style else f"t{number}"))
    driven = Driven(HOLDER, mode, serve)
    with pytest.raises(subkit.PaginationError, match="the same items as the one before it") as error:
        collect(STYLES[style].pager(driven))
    assert (len(driven.requests), error.value.checkpoint is None) == (2, False)
    driven = Driven(
        HOLDER,
        mode,
        endless(lambda number: listed("a", "a", next=f"?offset={2 * number}" if "off" in style else f"t{number}")),
    )
    with pytest.raises(subkit.PaginationError, match=f"{MAX_EMPTY_STREAK} pages"):
        collect(STYLES[style].pager(driven))
    assert len(driven.requests) == MAX_EMPTY_STREAK + 1
    alike = [listed("a", next="t1"), listed("a", next="t2"), listed("a", next="")]
    assert all_of("token", mode, alike) == ["a", "a", "a"]


@pytest.mark.fault(45)
@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("changing", [False, True])
@pytest.mark.parametrize("turned", [False, True])
def test_the_same_objects_again(mode: str, count: int, changing: bool, turned: bool) -> None:
    """Objects are known by their ids: the same ones again are the same page, in another order and with other fields
    too; the items of both pages are handed out before the error."""

    def answer(number: int) -> Reply:
        items = [{**WHOLE, "subscriptionId": f"s{one}", "tier": f"t{number * changing}"} for one in range(count)]
        return reply(
            200,
            {"list": items[:: -1 if turned and number % 2 else 1], "next": f"/subscriptions?offset={number * count}"},
        )

    driven = Driven(WSO2, mode, endless(answer))
    pager = driven.client.subscriptions.list(api_id="a")
    assert len(settle(pager.take(2 * count))) == 2 * count
    with pytest.raises(subkit.PaginationError, match="ignores where to go on"):
        settle(pager.take(1))
    assert len(driven.requests) == 2


@pytest.mark.fault(45)
def test_the_last_page_may_be_the_same(mode: str) -> None:
    """A page like the one before it that names no other is the end of the list, and no error."""
    page = {"list": [{**WHOLE, "subscriptionId": "s1"}]}
    driven = Driven(
        WSO2, mode, [reply(200, {**page, "next": "/subscriptions?offset=1"}), reply(200, {**page, "next": ""})]
    )
    assert len(collect(driven.client.subscriptions.list(api_id="a"))) == 2


@pytest.mark.fault(40)
@pytest.mark.parametrize("offset", [0, 1, 2, 3])
def test_a_reference_back(mode: str, offset: int) -> None:
    """An empty page that refers back to an earlier one, the first included, ends in an error, and nothing comes
    twice; one with items cannot lead back."""
    pages = [listed("a", "b", "c", next="?offset=0"), listed(next=f"?offset={offset}")]
    got, _ = caught("offset with a reference", mode, pages)
    assert got == ["a", "b", "c"]


@pytest.mark.fault(40)
def test_back_to_the_first_page(mode: str) -> None:
    """A link that leads back to a page that was asked for ends in an error, whatever its period."""
    for period in (1, 2, 3):
        links = [f"?after=t{number % period}&q=a,b" for number in range(1, 9)]
        got, _ = caught("link in the body", mode, [listed(f"n{n}", next=link) for n, link in enumerate(links)])
        assert len(got) == period + 1


@pytest.mark.fault(40)
def test_a_resumed_cycle(mode: str) -> None:
    """The checkpoint of a cycle ends in the same error, with nothing handed out twice."""
    serve = tokens({None: (["a"], "A"), "A": (["b"], "B"), "B": (["c"], "A")})
    pager = pager_of(Driven(ENS, mode, serve))
    assert names_of(settle(pager.take(3))) == ["a", "b", "c"]
    resumed = pager_of(Driven(ENS, mode, serve), resume=pager.checkpoint())
    with pytest.raises(subkit.PaginationError):
        settle(resumed.first())


@pytest.mark.fault(45)
def test_a_list_that_shrinks_to_nothing(mode: str) -> None:
    """A page that holds fewer items than were handed out before it was resumed gives none of them again."""
    pager = pager_of(Driven(WSO2, mode, offsets(NAMES)), limit=4)
    settle(pager.take(3))
    assert collect(pager_of(Driven(WSO2, mode, offsets(["a"])), limit=4, resume=pager.checkpoint())) == []

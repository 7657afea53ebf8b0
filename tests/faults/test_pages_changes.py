"""Things change while one pages: tokens expire, items move. What cannot be promised then is said."""

from __future__ import annotations

import inspect
from typing import Any

import pytest
import subkit
from subkit._transport.messages import Reply, Request
from support.paged import ARRAYS, ENS, FIVE, NAMES, SERVERS, WSO2, names_of, offsets, pager_of, query
from support.scripted import MODES, Driven, collect, package_of, reply, settle

modes = pytest.mark.parametrize("mode", MODES)
paged = pytest.mark.parametrize("slug", [ENS, WSO2])
fives = pytest.mark.parametrize("slug", FIVE)


@pytest.mark.fault(43)
@modes
@paged
@pytest.mark.parametrize("status", [400, 404, 410, 422])
def test_a_token_that_expired(mode: str, slug: str, status: int) -> None:
    """A token that does not hold any more, in the middle of a list or in a checkpoint, is the API's own error, with
    the place where it happened; nothing begins anew by itself."""
    expired = reply(status, {"message": "the token has expired"})

    def serve(request: Request) -> Reply:
        return expired if query(request).keys() & {"pageToken", "offset"} else SERVERS[slug](request)

    driven = Driven(slug, mode, serve)
    pager = pager_of(driven)
    assert names_of(settle(pager.take(2))) == NAMES[:2]
    for one in (pager, pager_of(Driven(slug, mode, serve), resume=pager.checkpoint())):
        with pytest.raises(subkit.ApiError) as caught:
            settle(one.take(1))
        assert (caught.value.status, caught.value.operation) == (status, "list_subscriptions")
        assert caught.value.checkpoint == pager.checkpoint()
    assert len(driven.requests) == 2
    assert names_of(collect(pager_of(Driven(slug, mode, SERVERS[slug])))) == NAMES


PROMISES = {
    ENS: "neither loses nor repeats items as long as the server accepts its tokens",
    WSO2: "added or removed while you page can make items come twice or not at all",
    **dict.fromkeys(ARRAYS, "changes in between can make items come twice or not at all"),
}


@pytest.mark.fault(42)
@modes
@fives
def test_what_paging_cannot_promise_is_said(mode: str, slug: str) -> None:
    """The docstring of `list` says what happens to items that are added or removed meanwhile."""
    doc = inspect.getdoc(Driven(slug, mode).client.subscriptions.list) or ""
    assert PROMISES[slug] in " ".join(doc.split())
    assert (
        "resume"
        in inspect.signature(package_of(slug)._client and Driven(slug, mode).client.subscriptions.list).parameters
    )


@pytest.mark.fault(42)
@modes
@pytest.mark.parametrize(
    ("change", "came"),
    [
        (lambda names: names.insert(0, "new"), ["a", "b", "b", "c", "d", "e"]),
        (lambda names: names.pop(0), ["a", "b", "d", "e"]),
    ],
    ids=["added before", "removed before"],
)
def test_items_that_move(mode: str, change: Any, came: list[str]) -> None:
    """By offset, an item that is added before the place where one is moves one item into the next page, a second
    time; one that is removed makes another be passed over. Nothing is removed or guessed: that is what is said."""
    names = list(NAMES)
    pager = pager_of(Driven(WSO2, mode, offsets(names)))
    got = names_of(settle(pager.take(2)))
    change(names)
    assert got + names_of(collect(pager)) == came

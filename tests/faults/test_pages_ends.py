"""Where a list ends: by the vendor's sign, by an error if the pages would never end, and never before its last item."""

from __future__ import annotations

import json
from typing import Any

import pytest
import subkit
from subkit._transport.messages import Reply, Request
from support.lists import MISSING, all_of, caught, listed
from support.paged import ENS, NAMES, WSO2, names_of, pager_of, query
from support.scripted import MODES, Driven, collect, reply, settle
from support.styles import HOLDER, STYLES, Style

pytestmark = pytest.mark.parametrize("mode", MODES)


@pytest.mark.fault(44)
@pytest.mark.parametrize("end", [None, "", MISSING, False], ids=["null", "empty", "missing", "false"])
@pytest.mark.parametrize("style", ["token", "offset with a reference", "link in the body", "cursor from a property"])
def test_the_last_page(mode: str, style: str, end: Any) -> None:
    """A token, reference, link or cursor that is null, empty or missing ends the list."""
    assert all_of(style, mode, [listed("a", "b", next=end, more=MISSING)]) == ["a", "b"]


@pytest.mark.fault(44)
@pytest.mark.parametrize("style", ["header", "link header"])
@pytest.mark.parametrize("header", [{}, {"X_Next": "", "Link": ""}, {"Link": '<?after=a>; rel="prev"'}])
def test_the_last_page_by_header(mode: str, style: str, header: dict[str, str]) -> None:
    """A header that is absent or empty, or a `Link` header without `next`, ends the list."""
    body: Any = [{"id": "a"}] if style == "link header" else {"items": [{"id": "a"}]}
    assert all_of(style, mode, [reply(200, body, **header)]) == ["a"]


@pytest.mark.fault(44)
@pytest.mark.parametrize("end", [None, "", MISSING], ids=["null", "empty", "missing"])
@pytest.mark.parametrize("slug", [ENS, WSO2])
def test_the_last_page_of_an_api(mode: str, slug: str, end: Any) -> None:
    """The same in both of the five APIs that have pages."""
    item = {"subscriptionId": "a", "applicationId": "x", "apiIdentifier": "y", "tier": "z"}
    body = {"items": [{"id": "a"}], "nextPageToken": end} if slug == ENS else {"list": [item], "next": end}
    driven = Driven(slug, mode, [reply(200, {name: value for name, value in body.items() if value is not MISSING})])
    assert names_of(collect(pager_of(driven))) == ["a"]


@pytest.mark.fault(45)
@pytest.mark.parametrize("reference", [{"a": 1}, ["t"], 5.5, True, "\ud800"], ids=repr)
@pytest.mark.parametrize("style", ["token", "link in the body", "offset with a reference", "cursor from a property"])
def test_a_reference_that_is_none(mode: str, style: str, reference: Any) -> None:
    """What names a next page without saying which is not taken for the end: after its items comes an error."""
    got, error = caught(style, mode, [listed("a", next=reference, more=True)])
    assert (got, error.operation) == (["a"], f"list_{style.replace(' ', '_')}")


@pytest.mark.fault(45)
@pytest.mark.parametrize("body", [{"more": True}, {"more": True, "next": None}, {"more": True, "next": ""}])
def test_more_without_a_cursor(mode: str, body: dict[str, Any]) -> None:
    """There is more, the API says, but not where: an error, not the end."""
    for style in ("cursor from a property", "cursor from the last item"):
        names = ["a"] if style == "cursor from a property" else []
        assert caught(style, mode, [listed(*names, **body)])[0] == names


@pytest.mark.fault(45)
def test_items_without_a_cursor(mode: str) -> None:
    """A last item that does not hold the cursor leaves nothing to go on from: an error, not the end."""
    driven = Driven(HOLDER, mode, [reply(200, {"items": [{"id": "a"}, {"other": 1}], "more": True})])
    pager = STYLES["cursor from the last item"].pager(driven)
    assert len(settle(pager.take(2))) == 2
    with pytest.raises(subkit.PaginationError):
        settle(pager.take(1))


@pytest.mark.fault(45)
@pytest.mark.parametrize("body", [{"items": {"id": "a"}}, {"items": "a"}, {"items": 3}, {"items": True}])
def test_no_list_where_the_items_should_be(mode: str, body: Any) -> None:
    """One object in place of an array is not an empty list."""
    assert caught("token", mode, [reply(200, body)])[0] == []
    assert all_of("token", mode, [reply(200, {"items": None})]) == []
    with pytest.raises(subkit.DecodeError, match="without 'items'"):
        all_of("token", mode, [reply(200, {})])


LIES = [0, 1, 4, 6, 99, -1, -5, "5", "many", None, 5.0, True, [5], MISSING]


@pytest.mark.fault(45)
@pytest.mark.parametrize("total", LIES, ids=lambda one: "missing" if one is MISSING else repr(one))
@pytest.mark.parametrize("style", ["offset with a total", "page from zero with a total", "token"])
def test_totals_that_lie(mode: str, style: str, total: Any) -> None:
    """The items that come count, not the total: one that is too small, too large, negative or no number loses none.
    Only a total that is just what came ends a list, which saves asking for an empty page."""
    pages = [["n0", "n1"], ["n2"], ["n3", "n4"]]
    honest = STYLES[style].serve(pages)

    def serve(request: Request) -> Reply:
        body = json.loads(honest(request).body)
        body.pop("total", None)
        return reply(200, body if total is MISSING else {**body, "total": total})

    assert all_of(style, mode, serve) == ["n0", "n1", "n2", "n3", "n4"]


@pytest.mark.parametrize(("total", "shown"), [(5, 5), (0, 0), (-1, None), ("5", None), (None, None), (True, None)])
def test_a_page_shows_a_total_only_if_it_can_be_one(mode: str, total: Any, shown: int | None) -> None:
    """`page.total` is a count, or None."""
    answer = reply(200, {"items": [{"id": "a"}], "totalItemCount": total})
    [page] = collect(pager_of(Driven(ENS, mode, [answer])).pages())
    assert page.total == shown


@pytest.mark.fault(45)
@pytest.mark.parametrize("size", [1, 2, 3, 5, 99])
@pytest.mark.parametrize("claimed", [True, False], ids=["reference by the limit", "reference by what came"])
def test_a_limit_that_is_ignored(mode: str, size: int, claimed: bool) -> None:
    """A server may give fewer or more than the limit, and may even compute its reference to the next page from the
    limit that it ignored: the next page begins behind what came."""

    def serve(request: Request) -> Reply:
        asked = query(request)
        offset = int(asked.get("offset", 0))
        here, after = NAMES[offset : offset + size], offset + (2 if claimed else size)
        more = offset + size < len(NAMES)
        items = [{"subscriptionId": one, "applicationId": "x", "apiIdentifier": "y", "tier": "z"} for one in here]
        return reply(
            200, {"count": 99, "list": items, "next": f"/subscriptions?limit=2&offset={after}" if more else ""}
        )

    driven = Driven(WSO2, mode, serve)
    assert names_of(collect(pager_of(driven))) == NAMES
    assert len(driven.requests) == -(-len(NAMES) // size)


@pytest.mark.fault(45)
@pytest.mark.parametrize("size", [1, 2, 4, 9])
@pytest.mark.parametrize("style", ["offset with a total", "offset alone", "page from zero with a total", "page"])
def test_a_size_that_is_ignored(mode: str, style: str, size: int) -> None:
    """The same where the position is counted by subkit."""
    pages = [NAMES[start : start + size] for start in range(0, len(NAMES), size)]
    assert all_of(style, mode, STYLES[style].serve(pages)) == NAMES


@pytest.mark.fault(41)
@pytest.mark.parametrize("style", [one for one in STYLES.values() if one.gaps], ids=lambda one: one.name)
def test_empty_pages_in_the_middle(mode: str, style: Style) -> None:
    """Empty pages are passed over, and shown by `pages`."""
    pages = style.laid_out([0, 2, 0, 0, 1, 0])
    assert all_of(style.name, mode, style.serve(pages)) == ["n0", "n1", "n2"]
    shown = collect(style.pager(Driven(HOLDER, mode, style.serve(pages))).pages())
    assert [names_of(page.items) for page in shown] == pages

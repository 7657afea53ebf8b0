"""What each convention of paging makes of one answer: what asks for the next page, the end, or a word about the rest
that would be lost."""

from __future__ import annotations

from typing import Any

import pytest
from subkit._operations.endpoint import Paging
from subkit._paging.styles import PageResponse, Unreadable, items_of, next_position, repeats
from subkit._transport.messages import Headers
from support.scripted import package_of

TOKEN = Paging("token", items="items", token="after", next="next")
NUMBER = Paging(
    "token", items="items", token="after", next="next", links=(("a", "other", "integer"), ("b", "after", "integer"))
)
TEXT_LINK = Paging(
    "token", items="items", token="after", next="next", links=(("a", "other", "integer"), ("b", "after", "string"))
)
HEADER = Paging("header", token="after", next="X-Next")
OFFSET = Paging("offset", items="items", offset="start", limit="size", total="total")
REFERENCE = Paging("offset", items="items", offset="start", limit="size", next="next")
WIRED = Paging(
    "offset", items="items", offset="start", limit="size", next="next",
    links=(("$skip", "start", "integer"), ("$top", "size", "integer")),
)  # fmt: skip
PAGE = Paging("page", items="items", page="number", total="total")
FROM_0 = Paging("page", items="items", page="number", first=0)
LINK = Paging("link", items="items", next="next", links=(("p", "page", "integer"), ("c", "cursor", "string")))
HEADER_LINK = Paging("link", links=(("p", "page", "integer"),))
CURSOR = Paging("cursor", items="items", token="after", cursor="id", more="more")
NAMED_CURSOR = Paging("cursor", items="items", token="after", next="next", cursor="id", more="more")
NONE = Paging("none", items="items")
MORE = Paging("token", items="items", token="after", next="next", more="more")
TWO: dict[str, Any] = {"items": [{"id": "a"}, {"id": "b"}]}


def following(paging: Paging, parsed: Any, asked: Any = None, before: int | None = 0, **headers: str) -> Any:
    """What asks for the next page."""
    pairs = [(name.replace("_", "-"), value) for name, value in headers.items()]
    return next_position(paging, PageResponse(asked or {}, parsed, Headers(pairs), before), items_of(paging, parsed))


END: list[tuple[Paging, Any, Any]] = [
    *((paging, {**TWO, "next": end}, {}) for paging in (TOKEN, NUMBER, REFERENCE, LINK, NAMED_CURSOR) for end in (None, "", False)),
    *((paging, TWO, {}) for paging in (TOKEN, NUMBER, REFERENCE, LINK, NAMED_CURSOR, NONE)), (HEADER_LINK, [1], {}),
    (OFFSET, {**TWO, "total": 2}, {}), (OFFSET, {**TWO, "total": 12}, {"start": 10}), (OFFSET, {"items": []}, {"start": 7}),
    (OFFSET, {}, {}), (OFFSET, {"items": None, "total": 9}, {}), (PAGE, {"items": []}, {}), (PAGE, {"items": [], "total": 9}, {}),
    (PAGE, {**TWO, "total": 2}, {}), (CURSOR, {"items": []}, {}), (CURSOR, {**TWO, "more": False}, {}),
    (NAMED_CURSOR, {**TWO, "more": False, "next": "t"}, {}), (MORE, {**TWO, "more": False, "next": "t"}, {}),
    (Paging("token", items="items", next="next"), {**TWO, "next": "t"}, {}),
    (Paging("cursor", items="items", cursor="id"), TWO, {}),
]  # fmt: skip


@pytest.mark.parametrize(("paging", "parsed", "asked"), END)
def test_the_end(paging: Paging, parsed: Any, asked: Any) -> None:
    """A list ends where its API says so, or names no next page, or has handed out as many items as it has."""
    assert following(paging, parsed, asked) is None


GOES_ON: list[tuple[Paging, Any, Any, Any]] = [
    (TOKEN, {**TWO, "next": "t"}, {}, {"after": "t"}), (TOKEN, {"items": [], "next": "t"}, {}, {"after": "t"}),
    (TOKEN, {**TWO, "next": 7}, {"after": "6"}, {"after": "7"}), (TOKEN, {**TWO, "next": 0}, {}, {"after": "0"}),
    (TEXT_LINK, {**TWO, "next": "x7"}, {}, {"after": "x7"}),
    (NUMBER, {**TWO, "next": "7"}, {}, {"after": 7}), (NUMBER, {**TWO, "next": 7}, {}, {"after": 7}),
    (OFFSET, TWO, {}, {"start": 2}), (OFFSET, TWO, {"start": 10}, {"start": 12}), (OFFSET, TWO, {"start": None}, {"start": 2}),
    (OFFSET, {**TWO, "total": 3}, {}, {"start": 2}), (OFFSET, {**TWO, "total": 1}, {}, {"start": 2}),
    (OFFSET, {**TWO, "total": "2"}, {}, {"start": 2}), (OFFSET, {**TWO, "total": None}, {}, {"start": 2}),
    (OFFSET, {"items": [1], "total": True}, {}, {"start": 1}), (OFFSET, {**TWO, "total": 2.0}, {}, {"start": 2}),
    (REFERENCE, {**TWO, "next": "?offset=2&limit=5"}, {}, {"start": 2, "size": 5}),
    (REFERENCE, {**TWO, "next": "/x?limit=0&offset=2"}, {}, {"start": 2}), (REFERENCE, {**TWO, "next": "?offset=2"}, {}, {"start": 2}),
    (REFERENCE, {**TWO, "next": "?offset=5"}, {"start": 10}, {"start": 12}), (REFERENCE, {**TWO, "next": "?offset=99"}, {}, {"start": 2}),
    (REFERENCE, {"items": [], "next": "?offset=99"}, {"start": 10}, {"start": 99}),
    (REFERENCE, {"items": [], "next": "?q=a?offset=30&offset=20"}, {"start": 10}, {"start": 20}),
    (REFERENCE, {"items": [], "next": "?offset=5"}, {"start": 10}, {"start": 10}),
    (WIRED, {**TWO, "next": "?$skip=2&$top=5&offset=7&limit=9"}, {}, {"start": 2, "size": 5}),
    (Paging("offset", items="items", offset="start", next="next"), {**TWO, "next": "?offset=2&limit=5"}, {}, {"start": 2}),
    (PAGE, TWO, {}, {"number": 2}), (PAGE, TWO, {"number": 7}, {"number": 8}), (FROM_0, TWO, {}, {"number": 1}),
    (PAGE, {**TWO, "total": 3}, {}, {"number": 2}), (PAGE, {**TWO, "total": 1}, {}, {"number": 2}),
    (LINK, {**TWO, "next": "https://x/y?p=2"}, {}, {"page": 2}), (LINK, {**TWO, "next": "?c=a%20b&c=d&q=1"}, {}, {"cursor": "a b"}),
    (LINK, {**TWO, "next": "?p=x&c=t"}, {}, {"cursor": "t"}), (LINK, {**TWO, "next": "?p=3&c="}, {}, {"page": 3, "cursor": ""}),
    (CURSOR, TWO, {}, {"after": "b"}), (CURSOR, {**TWO, "more": True}, {}, {"after": "b"}), (CURSOR, {"items": [{"id": 7}]}, {}, {"after": "7"}),
    (NAMED_CURSOR, {**TWO, "next": "t", "more": True}, {}, {"after": "t"}), (NAMED_CURSOR, {"items": [], "next": "t"}, {}, {"after": "t"}),
    (MORE, {**TWO, "more": None, "next": "t"}, {}, {"after": "t"}), (MORE, {**TWO, "more": 0, "next": "t"}, {}, {"after": "t"}),
]  # fmt: skip


@pytest.mark.parametrize(("paging", "parsed", "asked", "position"), GOES_ON)
def test_the_next_page(paging: Paging, parsed: Any, asked: Any, position: Any) -> None:
    """A list goes on where its API says, in the arguments of the call; a count that is too low is not believed."""
    assert following(paging, parsed, asked) == position


UNREADABLE: list[tuple[Paging, Any]] = [
    *((TOKEN, {**TWO, "next": odd}) for odd in (True, 1.5, [], ["t"], {"a": 1}, "\ud800")),
    *((NUMBER, {**TWO, "next": odd}) for odd in (True, "x", "-1", "1.5", 1.5, -1, "٣", "9" * 16)),
    *((REFERENCE, {**TWO, "next": odd}) for odd in ("/x", "?start=2", "?offset=x", "?offset=-2", "?offset=", 7, True, ["?offset=2"])),
    *((LINK, {**TWO, "next": odd}) for odd in ("/x", "?page=2", "?p=x", "?p=-1", 7, True, "?c=\ud800")),
    (WIRED, {**TWO, "next": "?offset=2"}), (CURSOR, {"items": [{}]}), (CURSOR, {"items": [{"id": None}]}),
    (CURSOR, {"items": [{"id": ""}]}), (CURSOR, {"items": ["a"]}), (CURSOR, {"items": [], "more": True}),
    (MORE, {**TWO, "more": True}), (NAMED_CURSOR, {**TWO, "more": True, "next": ""}),
]  # fmt: skip


@pytest.mark.parametrize(("paging", "parsed"), UNREADABLE)
def test_what_cannot_be_read(paging: Paging, parsed: Any) -> None:
    """A next page that is named, but not so that it can be asked for, is never taken for the end."""
    with pytest.raises(
        Unreadable, match=r"it does not say which|the last item of the page has no cursor|but not where"
    ):
        following(paging, parsed)


@pytest.mark.parametrize(
    ("value", "number"), [(0, 0), (7, 7), (-1, None), (True, None), (7.0, None), ("7", None), (None, None), ([7], None)]
)
def test_counts(value: Any, number: int | None) -> None:
    """A count is a natural number; anything else that stands in its place is none."""
    assert PageResponse({}, {"total": value}, Headers(), 0).number("total") == number
    assert PageResponse({}, {"total": value}, Headers(), 0).number(None) is None


def test_what_a_model_does_not_have() -> None:
    """A property that did not come is none, in a model too."""
    page = package_of("wso2-publisher").SubscriptionList.from_dict({"list": []})
    assert PageResponse({}, page, Headers(), 0).field("next") is None
    assert following(Paging("token", items="list", token="after", next="next"), page) is None
    assert items_of(NONE, page) == items_of(Paging("none", items="list"), type(page).from_dict({})) == []


@pytest.mark.parametrize(
    ("before", "position"), [(0, {"number": 8}), (4, None), (3, {"number": 8}), (None, {"number": 8})]
)
def test_a_total_counts_from_the_first_page(before: int | None, position: Any) -> None:
    """The total of a list by pages is held against what came, if the list was begun at its beginning."""
    assert following(PAGE, {**TWO, "total": 6}, {"number": 7}, before) == position


@pytest.mark.parametrize(
    ("headers", "position"),
    [
        ({"X_Next": "t"}, {"after": "t"}),
        ({"x_next": "t"}, {"after": "t"}),
        ({"X_Next": ""}, None),
        ({"Next": "t"}, None),
        ({}, None),
    ],
)
def test_a_token_in_a_header(headers: dict[str, str], position: Any) -> None:
    """The header has its name in any case."""
    assert following(HEADER, [1], **headers) == position


@pytest.mark.parametrize(
    ("link", "position"),
    [
        ('<?p=2>; rel="next"', {"page": 2}),
        ('<?p=1>; rel=prev, <https://x/?p=3>; rel="last next"', {"page": 3}),
        ("<?p=2>", None),
    ],
)
def test_a_link_in_its_header(link: str, position: Any) -> None:
    """Of the links of an answer the one to the next page counts; where there is none the list ends."""
    assert following(HEADER_LINK, [1], link=link) == position


@pytest.mark.parametrize(
    ("paging", "parsed", "items"),
    [
        (NONE, {"items": [1]}, [1]),
        (NONE, {}, []),
        (NONE, {"items": None}, []),
        (HEADER, [1], [1]),
        (HEADER, None, []),
        (HEADER, [], []),
    ],
)
def test_items(paging: Paging, parsed: Any, items: Any) -> None:
    """Items stand in a property, or are the whole answer; null is none."""
    assert items_of(paging, parsed) == items


@pytest.mark.parametrize(
    ("paging", "parsed"),
    [(NONE, {"items": "ab"}), (NONE, {"items": {"a": 1}}), (NONE, {"items": 0}), (HEADER, {"items": [1]})],
)
def test_no_items(paging: Paging, parsed: Any) -> None:
    """Something else in their place is not taken for an empty list."""
    with pytest.raises(Unreadable, match="not an array"):
        items_of(paging, parsed)


def things(*ids: Any, **fields: Any) -> list[Any]:
    """Items of a model that has an id."""
    model = package_of("wso2-publisher").Subscription
    return [model.from_dict({"subscriptionId": one, **fields}) for one in ids]


PAGE_OF_LISTS = [package_of("wso2-publisher").SubscriptionList.from_dict({"count": count}) for count in (1, 2)]


@pytest.mark.parametrize(
    ("items", "before", "again"),
    [
        (things("a", "b"), things("a", "b"), True), (things("b", "a"), things("a", "b", tier="Gold"), True),
        (things("a"), things("a"), True), (things("a", "a"), things("a", "a"), True), (things(2, "a"), things("a", 2), True),
        (things("a", "b"), things("a", "c"), False), (things("a"), things("a", "b"), False), (things("a"), [], False),
        (things("a"), things(None), False), (things(None, "a"), things(None, "a"), True),
        (things(None, "a"), things("a", None), False), (things(None, None), things(None, None), False),
        (PAGE_OF_LISTS, PAGE_OF_LISTS, True), (PAGE_OF_LISTS, PAGE_OF_LISTS[::-1], False),
        ([1, 2], [1, 2], True), ([1, 1, 2], [1, 1, 2], True), ([1, 2], [2, 1], False), ([1, 2], [3, 4], False),
        ([1], [1], False), ([1, 1], [1, 1], False), ([], [], False), ([], [1], False),
    ],
)  # fmt: skip
def test_a_page_that_repeats(items: list[Any], before: list[Any], again: bool) -> None:
    """A page with the ids of the one before it repeats it, in any order and whatever else the items say. Without ids it
    does so only if it is equal, and its items differ from each other."""
    assert repeats(items, before) is again

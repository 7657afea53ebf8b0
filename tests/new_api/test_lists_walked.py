"""`generate` walks each list of facade.toml before it writes it: names inside objects, and settings that lead nowhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from subkit import DecodeError
from support.begun import Begun, answering, asked, begin, parameter, reply

ANSWER = answering(
    "{type: object, properties: {data: {type: object, properties: {content: {type: array, items: {type: string}}}}, "
    "meta: {type: object, properties: {next: {type: string, nullable: true}, next_page_url: {type: string}, total: "
    "{type: integer}}}, more: {type: boolean}, '@odata.next': {type: string}}}"
)
INTEGER = "{type: integer}"


def listed(folder: Path, parameters: list[str], **settings: Any) -> Begun:
    """A list with its items and all else inside objects, paged by these settings."""
    lines = [f"{key} = {value!r}".replace("'", '"') for key, value in {"items": "data.content", **settings}.items()]
    paths = f"/subs:\n  get: {{operationId: listSubs, tags: [subs], parameters: [{', '.join(parameters)}], responses: {ANSWER}}}"
    return begin(folder, paths, facade="[operations.listSubs.paging]\n" + "\n".join(lines) + "\n")


def page(item: str, **meta: Any) -> Any:
    return reply({"data": {"content": [item]}, "meta": meta, "more": bool(meta.get("next"))})


def test_a_token_inside_an_object(tmp_path: Path) -> None:
    """Items, token and total are read where the dotted names say."""
    begun = listed(tmp_path, [parameter("next")], style="token", token="next", next="meta.next", total="meta.total")
    with begun.client(page("a", next="x", total=2), page("b", next=None, total=2)) as (client, double):
        pages = list(client.subs.list().pages())
        assert [(one.items, one.next_token, one.total) for one in pages] == [(["a"], "x", 2), (["b"], None, 2)]
    assert asked(double) == ["GET /subs", "GET /subs?next=x"]


def test_a_last_page_without_the_object(tmp_path: Path) -> None:
    """Where the object that would name the next page is missing, or null, the list ends."""
    begun = listed(tmp_path, [parameter("next")], style="token", token="next", next="meta.next")
    for last in ({"data": {"content": ["a"]}}, {"data": {"content": ["a"]}, "meta": None}):
        with begun.client(reply(last)) as (client, _):
            assert list(client.subs.list()) == ["a"]


@pytest.mark.parametrize("body", [{"meta": {"total": 0}}, {"data": None}, {"data": {}}, {"data": {"content": []}}])
def test_an_empty_page(tmp_path: Path, body: dict[str, Any]) -> None:
    """A page may leave out what would hold its items; an object that is no page is an error."""
    begun = listed(tmp_path, [parameter("next")], style="token", token="next", next="meta.next")
    with begun.client(reply(body), reply({"fault": {"code": 1}})) as (client, _):
        assert list(client.subs.list()) == []
        with pytest.raises(DecodeError):
            list(client.subs.list())


def test_a_link_inside_an_object(tmp_path: Path) -> None:
    """A link inside an object is followed by its query."""
    parameters = [parameter("page", schema=INTEGER), parameter("token")]
    begun = listed(tmp_path, parameters, style="link", next="meta.next_page_url")
    link = "https://api.example/subs?page=1&token=DNx"
    with begun.client(page("a", next_page_url=link), page("b")) as (client, double):
        assert list(client.subs.list()) == ["a", "b"]
    assert asked(double) == ["GET /subs", "GET /subs?page=1&token=DNx"]


def test_a_name_with_a_dot(tmp_path: Path) -> None:
    """A property whose own name has a dot is meant before one inside an object."""
    begun = listed(tmp_path, [parameter("skip")], style="link", next="@odata.next")
    first = reply({"data": {"content": ["a"]}, "@odata.next": "/subs?skip=t"})
    with begun.client(first, page("b")) as (client, double):
        assert list(client.subs.list()) == ["a", "b"]
    assert asked(double)[1] == "GET /subs?skip=t"


NOWHERE: list[tuple[dict[str, Any], str]] = [
    (
        {"style": "none", "items": "data.contents"},
        "'data.contents' is not a property of the response of listSubs: did you mean 'data.content'?",
    ),
    ({"style": "none", "items": "data"}, "'data' is of the type object, and not an array"),
    (
        {"style": "token", "token": "nexxt", "next": "meta.next"},
        "'nexxt' is not a parameter of listSubs: did you mean 'next'?",
    ),
    ({"style": "token", "token": "next", "next": "meta"}, "'meta' is of the type object, which names no page"),
    ({"style": "token", "token": "ids", "next": "meta.next"}, "'ids' takes no text"),
    ({"style": "offset", "offset": "next"}, "'next' takes no number"),
    ({"style": "page", "page": "pages"}, "'pages' is not a parameter of listSubs: did you mean 'page'?"),
    ({"style": "link", "next": "more"}, "'more' is of the type boolean, which names no page"),
    ({"style": "cursor", "token": "next", "more": "meta.total", "cursor": "id"}, "'meta.total' is of the type integer"),
    ({"style": "page", "page": "page", "total": "meta.next"}, "'meta.next' is of the type string"),
]


@pytest.mark.parametrize(("settings", "finding"), NOWHERE, ids=lambda one: one if isinstance(one, str) else "")
def test_what_leads_nowhere(tmp_path: Path, settings: dict[str, Any], finding: str) -> None:
    """A setting that cannot lead to a next page is a finding at its line, and nothing is written."""
    ids = parameter("ids", schema="{type: array, items: {type: string}}")
    begun = listed(tmp_path, [parameter("next"), parameter("page", schema=INTEGER), ids], **settings)
    assert not begun.generate()
    assert finding in begun.said
    assert "facade.toml:" in begun.said


def test_a_link_that_can_set_nothing(tmp_path: Path) -> None:
    """A link is followed by the parameters that it sets; without one, the second page would never come."""
    begun = listed(tmp_path, [], style="link", next="meta.next_page_url")
    assert not begun.generate()
    assert "listSubs has no query parameter that a link could set" in begun.said


def test_an_object_without_items(tmp_path: Path) -> None:
    """A list whose response is an object says which property holds the items."""
    paths = f"/subs:\n  get: {{operationId: listSubs, tags: [subs], responses: {ANSWER}}}"
    begun = begin(tmp_path, paths, facade='[operations.listSubs.paging]\nstyle = "none"\n')
    assert not begun.generate()
    assert "the response is no array: say with `items` which property holds the items" in begun.said

"""Paging conventions, said by `facade.toml`: every page, and a checkpoint at every item."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from subkit._transport.messages import Reply, Request
from support.fragments import Fragment, Run, document
from support.paged import following
from support.scripted import collect, reply

NAMES = ["a", "b", "c", "d", "e"]
ITEMS = "items: {type: array, items: {$ref: '#/components/schemas/Thing'}}"
SCHEMAS = "schemas: {Thing: {type: object, required: [id], properties: {id: {type: string}, at: {type: integer}}}}"
SIZE = 2


def listing(parameters: str, properties: str, headers: str = "") -> str:
    """A document with one list, whose answer has these properties."""
    schema = f"{{type: object, properties: {{{ITEMS}{', ' + properties if properties else ''}}}}}"
    return _listing(parameters, schema, headers)


def _listing(parameters: str, schema: str, headers: str = "") -> str:
    return document(
        f"""
        /things:
          get:
            operationId: listThings
            tags: [things]
            parameters: [{parameters}]
            responses:
              "200": {{description: A page., {headers} content: {{application/json: {{schema: {schema}}}}}}}
        """,
        SCHEMAS,
    )


def asked(request: Request) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(request.url).query).items()}


def things(start: int, size: int = SIZE) -> list[dict[str, Any]]:
    return [{"id": name, "at": index} for index, name in list(enumerate(NAMES))[start : start + size]]


def paged(serve: Callable[[Request], Reply], pages: int, **arguments: Any) -> Callable[[Run], None]:
    """All items come once and in order, in so many requests, and from a checkpoint at every item."""

    def check(run: Run) -> None:
        def pager(**more: Any) -> Any:
            return run.serve(serve).things.list(**arguments, **more)

        assert [one.id for one in collect(pager())] == NAMES
        assert len(run.driven.requests) == pages
        assert next([one.id for one in page.items] for page in collect(pager().pages())) == NAMES[:SIZE] or pages == 1
        for count in range(len(NAMES) + 1):
            first = pager()
            before = [following(first).id for _ in range(count)]
            mark = first.checkpoint()
            assert before + [one.id for one in collect(pager(resume=mark))] == NAMES
            assert json.loads(mark)

    return check


def _query(name: str, kind: str = "string") -> str:
    return f"{{name: {name}, in: query, schema: {{type: {kind}}}}}"


def _facade(**settings: Any) -> str:
    lines = "\n".join(f"{key} = {json.dumps(value)}" for key, value in settings.items())
    return f"[operations.listThings.paging]\n{lines}\n"


def _token(request: Request) -> Reply:
    start = int(asked(request).get("token", "t0")[1:])
    following_ = f"t{start + SIZE}" if start + SIZE < len(NAMES) else None
    return reply(200, {"items": things(start), "next": following_})


token = Fragment(
    construct="paging by a token in the body",
    openapi=listing(_query("token"), "next: {type: string, nullable: true}"),
    facade=_facade(style="token", items="items", token="token", next="next"),
    check=paged(_token, 3),
    typed="assert_type(client.things.list(), Pager[p.Thing])",
)


def _header(request: Request) -> Reply:
    start = int(asked(request).get("token", "t0")[1:])
    more = {"X_Next": f"t{start + SIZE}"} if start + SIZE < len(NAMES) else {}
    return reply(200, {"items": things(start)}, **more)


header = Fragment(
    construct="paging by a token in a header",
    openapi=listing(_query("token"), "", "headers: {X-Next: {schema: {type: string}}},"),
    facade=_facade(style="header", items="items", token="token", next="X-Next"),
    check=paged(_header, 3),
)


def _offset(request: Request) -> Reply:
    start, size = int(asked(request).get("offset", 0)), int(asked(request).get("limit", SIZE))
    return reply(200, {"items": things(start, size), "total": len(NAMES)})


offset = Fragment(
    construct="paging by offset and limit, with a total",
    openapi=listing(f"{_query('offset', 'integer')}, {_query('limit', 'integer')}", "total: {type: integer}"),
    facade=_facade(style="offset", items="items", offset="offset", limit="limit", total="total"),
    check=paged(_offset, 3, limit=SIZE),
)


def _offset_only(request: Request) -> Reply:
    start = int(asked(request).get("skip", 0))
    return reply(200, {"items": things(start)})


blind = Fragment(
    construct="paging by offset alone, until nothing comes",
    openapi=listing(_query("skip", "integer"), ""),
    facade=_facade(style="offset", items="items", offset="skip"),
    check=paged(_offset_only, 4),
)


def _page(first: int) -> Callable[[Request], Reply]:
    def serve(request: Request) -> Reply:
        number = int(asked(request).get("page", first))
        return reply(200, {"items": things((number - first) * SIZE), "total": len(NAMES)})

    return serve


number = Fragment(
    construct="paging by page number",
    openapi=listing(_query("page", "integer"), "total: {type: integer}"),
    facade=_facade(style="page", items="items", page="page"),
    check=paged(_page(1), 4),
)
zero = Fragment(
    construct="paging by page number from zero, with a size and a total",
    openapi=listing(f"{_query('page', 'integer')}, {_query('size', 'integer')}", "total: {type: integer}"),
    facade=_facade(style="page", items="items", page="page", first=0, size="size", total="total"),
    check=paged(_page(0), 3, size=SIZE),
)


def _body_link(request: Request) -> Reply:
    start = int(asked(request).get("after", "0"))
    link = (
        f"https://elsewhere.example/x?after={start + SIZE}&size={SIZE}&q=a%20b" if start + SIZE < len(NAMES) else None
    )
    assert request.url.startswith("https://api.example/base/things")
    return reply(200, {"items": things(start), "links": link})


body_link = Fragment(
    construct="paging by a link in the body",
    openapi=listing(
        f"{_query('after')}, {_query('size', 'integer')}, {_query('q')}", "links: {type: string, nullable: true}"
    ),
    facade=_facade(style="link", items="items", next="links"),
    check=paged(_body_link, 3, q="a b"),
)


def _link_header(request: Request) -> Reply:
    start = int(asked(request).get("after", "0"))
    links = ['<https://api.example/base/things?after=0>; rel="first"']
    if start + SIZE < len(NAMES):
        links.insert(0, f'<https://api.example/base/things?after={start + SIZE}&q=a,b>; title="x, y"; rel="next"')
    return reply(200, things(start), Link=", ".join(links))


link_header = Fragment(
    construct="paging by the Link header, over bare arrays",
    openapi=_listing(
        f"{_query('after')}, {_query('q')}",
        "{type: array, items: {$ref: '#/components/schemas/Thing'}}",
        "headers: {Link: {schema: {type: string}}},",
    ),
    facade=_facade(style="link"),
    check=paged(_link_header, 3, q="a,b"),
)
array = Fragment(
    construct="a bare array",
    openapi=_listing("", "{type: array, items: {$ref: '#/components/schemas/Thing'}}"),
    check=paged(lambda request: reply(200, things(0, 9)), 1),
    typed="assert_type(client.things.list(), Pager[p.Thing])",
)


def _cursor(key: str) -> Callable[[Request], Reply]:
    def serve(request: Request) -> Reply:
        last = asked(request).get("after")
        found = [str(one[key]) for one in things(0, 9)]
        start = found.index(last) + 1 if last is not None else 0
        return reply(200, {"items": things(start), "has_more": start + SIZE < len(NAMES)})

    return serve


cursor = Fragment(
    construct="paging by cursor with has_more, from the id of the last item",
    openapi=listing(_query("after"), "has_more: {type: boolean}"),
    facade=_facade(style="cursor", items="items", token="after", more="has_more", cursor="id"),
    check=paged(_cursor("id"), 3),
)
by_number = Fragment(
    construct="paging by cursor with has_more, from a number of the last item",
    openapi=listing(_query("after"), "has_more: {type: boolean}"),
    facade=_facade(style="cursor", items="items", token="after", more="has_more", cursor="at"),
    check=paged(_cursor("at"), 3),
)
by_integer = Fragment(
    construct="paging by cursor whose parameter is an integer",
    openapi=listing(_query("after", "integer"), "has_more: {type: boolean}"),
    facade=_facade(style="cursor", items="items", token="after", more="has_more", cursor="at"),
    check=paged(_cursor("at"), 3),
)


def _cursor_property(request: Request) -> Reply:
    start = int(asked(request).get("cursor", "c0")[1:])
    more = start + SIZE < len(NAMES)
    return reply(200, {"items": things(start), "has_more": more, "next_cursor": f"c{start + SIZE}"})


from_property = Fragment(
    construct="paging by cursor with has_more, from a property",
    openapi=listing(_query("cursor"), "has_more: {type: boolean}, next_cursor: {type: string}"),
    facade=_facade(style="cursor", items="items", token="cursor", more="has_more", next="next_cursor"),
    check=paged(_cursor_property, 3),
)

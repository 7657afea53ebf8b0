"""Every convention of paging that subkit knows, and for each a server that keeps to it with pages of any sizes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from itertools import accumulate
from types import MappingProxyType
from typing import Any

from attrs import frozen
from subkit._operations.endpoint import Endpoint, Paging, Parameter
from subkit._operations.operation import Operation
from subkit._transport.messages import Reply, Request
from support.paged import Serve, query
from support.scripted import Driven, package_of, reply

HOLDER = "illumina-ens"
TEXT, WHOLE = {"type": "string"}, {"type": "integer"}
ITEMS = {"type": "array", "items": {"ref": "subkit_illumina_ens.models.subscription.Subscription"}}
Pages = Sequence[Sequence[str]]


@frozen(eq=False)
class Style:
    """One convention."""

    name: str
    paging: Paging
    serve: Callable[[Pages], Serve]
    """A server of these pages."""
    parameters: str = ""
    """Names of the query parameters; those of numbers end in `#`."""
    arguments: Mapping[str, Any] = MappingProxyType({})
    gaps: bool = False
    """Whether an empty page may stand in the middle."""

    @property
    def operation(self) -> Operation[Any]:
        """The list call."""
        names = [name.partition("#") for name in self.parameters.split()]
        endpoint: Endpoint[Any] = Endpoint(
            api=import_module(f"{package_of(HOLDER).__name__}._api").API,
            id=f"list_{self.name.replace(' ', '_')}",
            resource="things",
            method="GET",
            path="/things",
            parameters=tuple(Parameter(name, name, "query", WHOLE if mark else TEXT) for name, mark, _ in names),
            success={200: ITEMS if self.paging.items is None else {"type": "object", "additionalProperties": {}}},
            idempotent=True,
            paging=self.paging,
        )
        return Operation(endpoint, dict(self.arguments))

    def pager(self, driven: Driven, **more: Any) -> Any:
        """A pager over it."""
        return driven.client.pager(self.operation, **more)

    def laid_out(self, sizes: Sequence[int]) -> Pages:
        """Pages of these sizes, as far as the convention has empty ones."""
        sizes = sizes if self.gaps else [size for size in sizes if size]
        ends = list(accumulate(sizes))
        return [[f"n{index}" for index in range(end - size, end)] for end, size in zip(ends, sizes, strict=True)]


def _body(names: Sequence[str], **more: Any) -> dict[str, Any]:
    return {"items": [{"id": name} for name in names], **more}


def _page(pages: Pages, index: int) -> Sequence[str]:
    return pages[index] if index < len(pages) else []


def _by_name(wire: str, answer: Callable[[Sequence[str], str | None], Reply]) -> Callable[[Pages], Serve]:
    """Serves pages that are called t1, t2 and so on; `answer` says how the next one is named."""

    def server(pages: Pages) -> Serve:
        def serve(request: Request) -> Reply:
            index = int(query(request).get(wire, "t0")[1:])
            return answer(_page(pages, index), f"t{index + 1}" if index + 1 < len(pages) else None)

        return serve

    return server


def _offsets(answer: Callable[[Sequence[str], int, int], Reply], wire: str = "offset") -> Callable[[Pages], Serve]:
    """Serves pages by offset. They are as large as the server likes: the limit is ignored."""

    def server(pages: Pages) -> Serve:
        names = [name for page in pages for name in page]
        ends = list(accumulate(len(page) for page in pages))

        def serve(request: Request) -> Reply:
            start = int(query(request).get(wire, 0))
            end = next((end for end in ends if end > start), len(names))
            return answer(names[start:end], end, len(names))

        return serve

    return server


def _numbered(first: int, wire: str = "page") -> Callable[[Pages], Serve]:
    def server(pages: Pages) -> Serve:
        def serve(request: Request) -> Reply:
            index = int(query(request).get(wire, first)) - first
            return reply(200, _body(_page(pages, index), total=sum(map(len, pages))))

        return serve

    return server


def _last_id(more: bool) -> Callable[[Pages], Serve]:
    def server(pages: Pages) -> Serve:
        names = [name for page in pages for name in page]
        ends = list(accumulate(len(page) for page in pages))

        def serve(request: Request) -> Reply:
            after = query(request).get("after")
            start = names.index(after) + 1 if after else 0
            end = next((end for end in ends if end > start), len(names))
            return reply(200, _body(names[start:end], **({"more": end < len(names)} if more else {})))

        return serve

    return server


def _whole(pages: Pages) -> Serve:
    return lambda _: reply(200, [{"id": name} for page in pages for name in page])


def _next(following: str | None) -> dict[str, Any]:
    return {} if following is None else {"X_Next": following}


def _link(following: str | None, parameter: str) -> str:
    other = '<https://api.example/base/things?after=t0>; data-x=1; rel="first"'
    if following is None:
        return other
    return f'{other}, <https://evil.example/x?{parameter}={following}&q=a,b>; title="x; rel=prev, y"; rel="next"'


_BODY: dict[str, Any] = {"items": "items"}
_LINKS = (("after", "after", "string"), ("q", "q", "string"))
STYLES = {
    style.name: style
    for style in (
        Style(
            "token", Paging(style="token", token="token", next="next", **_BODY),
            _by_name("token", lambda names, after: reply(200, _body(names, next=after))), "token size#", {"size": 2}, gaps=True,
        ),
        Style(
            "header", Paging(style="header", token="token", next="X-Next", **_BODY),
            _by_name("token", lambda names, after: reply(200, _body(names), **_next(after))), "token", gaps=True,
        ),
        Style(
            "offset with a reference",
            Paging(style="offset", offset="offset", limit="limit", next="next", links=(("offset", "offset", "integer"), ("limit", "limit", "integer")), **_BODY),
            _offsets(lambda names, end, total: reply(200, _body(names, next=f"/things?limit=7&offset={end}" if end < total else ""))),
            "offset# limit#", {"limit": 2},
        ),
        Style(
            "offset with a total", Paging(style="offset", offset="offset", limit="limit", total="total", **_BODY),
            _offsets(lambda names, end, total: reply(200, _body(names, total=total))), "offset# limit#", {"limit": 2},
        ),
        Style(
            "offset alone", Paging(style="offset", offset="skip", **_BODY),
            _offsets(lambda names, end, total: reply(200, _body(names)), "skip"), "skip#",
        ),
        Style("page", Paging(style="page", page="page", **_BODY), _numbered(1), "page#"),
        Style(
            "page from zero with a total", Paging(style="page", page="page", first=0, limit="size", total="total", **_BODY),
            _numbered(0), "page# size#", {"size": 3},
        ),
        Style(
            "link in the body", Paging(style="link", next="next", links=_LINKS, **_BODY),
            _by_name("after", lambda names, after: reply(200, _body(names, next=after and f"//evil.example/?after={after}"))),
            "after q", {"q": "a,b"}, gaps=True,
        ),
        Style(
            "link header", Paging(style="link", links=_LINKS),
            _by_name("after", lambda names, after: reply(200, [{"id": name} for name in names], Link=_link(after, "after"))),
            "after q", {"q": "a,b"}, gaps=True,
        ),
        Style(
            "cursor from the last item", Paging(style="cursor", token="after", cursor="id", more="more", **_BODY),
            _last_id(more=True), "after",
        ),
        Style(
            "cursor until nothing comes", Paging(style="cursor", token="after", cursor="id", **_BODY),
            _last_id(more=False), "after",
        ),
        Style(
            "cursor from a property", Paging(style="cursor", token="cursor", next="next", more="more", **_BODY),
            _by_name("cursor", lambda names, after: reply(200, _body(names, next=after or "t99", more=after is not None))),
            "cursor", gaps=True,
        ),
        Style("none", Paging(style="none"), _whole),
    )
}  # fmt: skip

"""Servers that page, one for each convention, and what drives a pager over them in either mode."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from subkit._transport.messages import Reply, Request
from support.scripted import Driven, reply

ENS, WSO2, SERVER = "illumina-ens", "wso2-publisher", "alteryx-server"
EVENTS, OMF = "jackhenry-events", "aveva-omf"
ARRAYS = (SERVER, EVENTS, OMF)
"""The APIs that answer everything at once."""
FIVE = (ENS, WSO2, *ARRAYS)
Serve = Callable[[Request], Reply]
ARGUMENTS: dict[str, dict[str, Any]] = {ENS: {"page_size": 2}, WSO2: {"api_id": "a/b c", "limit": 2}}


def query(request: Request) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(request.url).query).items()}


def tokens(pages: dict[str | None, tuple[list[str], str | None]]) -> Serve:
    """Serves pages by token."""

    def serve(request: Request) -> Reply:
        items, following = pages[query(request).get("pageToken")]
        listed = [{"id": one} for one in items]
        return reply(200, {"items": listed, "nextPageToken": following, "totalItemCount": 5}, ETag='"p"')

    return serve


def offsets(names: list[str], form: str = "/subscriptions?limit={limit}&offset={after}&apiId=a/b c") -> Serve:
    """Serves a list by offset, with references to the next page such as servers give."""

    def serve(request: Request) -> Reply:
        asked = query(request)
        offset, limit = int(asked.get("offset", 0)), int(asked.get("limit", 25))
        here, after = names[offset : offset + limit], offset + limit
        following = form.format(limit=limit, after=after) if after < len(names) else ""
        listed = [{"subscriptionId": one, "applicationId": "x", "apiIdentifier": "y", "tier": "z"} for one in here]
        return reply(200, {"count": len(here), "list": listed, "next": following, "previous": ""})

    return serve


def array(names: list[str], wire: str = "id") -> Serve:
    """Serves a list at once."""
    return lambda _: reply(200, [{wire: one} for one in names])


NAMES = ["a", "b", "c", "d", "e"]
SERVERS: dict[str, Serve] = {
    ENS: tokens({None: (["a", "b"], "t 2"), "t 2": (["c", "d"], "t/3"), "t/3": (["e"], "")}),
    WSO2: offsets(NAMES),
    SERVER: array(NAMES),
    EVENTS: array(NAMES),
    OMF: array(NAMES, "Id"),
}


def pager_of(driven: Driven, **arguments: Any) -> Any:
    return driven.client.subscriptions.list(**{**ARGUMENTS.get(driven.slug, {}), **arguments})


def names_of(items: list[Any]) -> list[str]:
    return [name_of(item) for item in items]


def name_of(item: Any) -> str:
    """The id of a subscription, or of an item that is a plain dict."""
    return str(item["id"] if isinstance(item, dict) else getattr(item, item.__identity__))


def following(pager: Any) -> Any:
    """The next item."""
    return next(pager) if hasattr(pager, "__next__") else asyncio.run(_following(pager))


async def _following(pager: Any) -> Any:
    return await anext(pager)

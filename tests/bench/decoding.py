"""Decoding and encoding, out of calls that are answered from memory: everything of a call but the network."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

import data
import subkit
from setting import Setting
from timing import ratios

Figures = dict[str, float]
HEAD = (("Content-Type", "application/json"), ("ETag", '"1"'))
logging.getLogger("subkit.drift").setLevel(logging.CRITICAL)


class Memory:
    """A transport that has one reply."""

    reply = subkit.Reply(200, HEAD, b"{}")

    def send(self, request: subkit.Request, *, timeout: float) -> subkit.Reply:
        """The reply."""
        return self.reply

    def close(self) -> None:
        """Nothing to close."""


def caller(slug: str, *replies: subkit.Reply) -> list[Callable[[], Any]]:
    """For each reply, what gets a list with it, all by one client."""
    name, options, _, _ = data.APIS[slug]
    memory = Memory()
    auth = subkit.BearerToken("t")
    client = getattr(data.package(slug), name)(base_url="https://api.example", auth=auth, transport=memory, **options)
    operation = data.listing(slug)

    def call(reply: subkit.Reply) -> Any:
        memory.reply = reply
        return client.send(operation)

    return [lambda reply=reply: call(reply) for reply in replies]


def _over_json(slug: str, body: bytes) -> float:
    (call,) = caller(slug, subkit.Reply(200, HEAD, body))
    return ratios(lambda: json.loads(body), call)[0]


def page(setting: Setting) -> Figures:
    """A page of 1,000: against `json.loads`, and against the stock output."""
    stock = import_module("stock_illumina_ens.models.subscription_list").SubscriptionList
    body = data.page(data.items())
    (call,) = caller("illumina-ens", subkit.Reply(200, HEAD, body))
    over_json, stock_over_json = ratios(lambda: json.loads(body), call, lambda: stock.from_dict(json.loads(body)))
    sparse = _over_json("illumina-ens", data.page(data.items(sparse=True)))
    return {"json": over_json, "stock": over_json / stock_over_json, "sparse": sparse}


def every_api(setting: Setting) -> Figures:
    """A page of each API, with all fields and with fields left out."""
    found: Figures = {}
    for slug in data.APIS:
        found[slug] = _over_json(slug, data.list_body(slug))
        found[f"{slug} sparse"] = _over_json(slug, data.list_body(slug, sparse=True))
    return {"most": max(found[slug] for slug in data.APIS), "sparse": max(found.values()), **found}


def with_msgspec(setting: Setting) -> Figures:
    """A page of 1,000 with the extra msgspec."""
    sys.modules.pop("msgspec", None)
    return {"json": _over_json("illumina-ens", data.page(data.items()))}


def drift(setting: Setting) -> Figures:
    """A page with a new field in one item, and in every item, against one without."""
    clean = data.items()
    one = [*clean[:-1], {**clean[-1], "somethingNew": 1}]
    each = [{**item, "somethingNew": number} for number, item in enumerate(clean)]
    base, *others = caller("illumina-ens", *(subkit.Reply(200, HEAD, data.page(found)) for found in (clean, one, each)))
    in_one, in_each = ratios(base, *others)
    return {"one": in_one, "each": in_each}


def encode(setting: Setting) -> Figures:
    """1,000 models to JSON, against the stock output."""
    from subkit._formats.json import dumps

    stock = import_module("stock_illumina_ens.models.subscription_list").SubscriptionList
    body = data.page(data.items())
    theirs = stock.from_dict(json.loads(body)).items
    ours = data.package("illumina-ens").SubscriptionList.from_dict(json.loads(body)).items
    (found,) = ratios(
        lambda: [json.dumps(one.to_dict()) for one in theirs], lambda: [dumps(one.to_dict()) for one in ours]
    )
    return {"stock": found}


def not_modified(setting: Setting) -> Figures:
    """A 304 to a page of 1,000, against the page."""
    slug = "wso2-publisher"
    memory = Memory()
    auth = subkit.BearerToken("t")
    client = data.package(slug).Wso2Publisher(base_url="https://api.example", auth=auth, transport=memory)
    operations = import_module(f"{data.package(slug).__name__}.operations")
    page_, same = subkit.Reply(200, HEAD, data.list_body(slug)), subkit.Reply(304, (("ETag", '"1"'),))

    def call(reply: subkit.Reply, **conditions: str) -> Any:
        memory.reply = reply
        return client.send(operations.list_subscriptions(api_id="a", **conditions))

    (found,) = ratios(lambda: call(page_), lambda: call(same, if_none_match='"1"'))
    return {"page": found}

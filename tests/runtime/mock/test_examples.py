"""Every documented exchange, replayed against the fake of its API: the fake gives the documented answer.

Ids and times that the server makes are its own, and so are the texts of errors.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

import pytest
import subkit
from subkit.mock import Fake
from support.exchanges import Exchange, exchanges, installed

EXCHANGES = exchanges(installed())
SERVER_FAILS = (403, 408, 500, 503)
"""What a server answers for reasons of its own: the fake does so when it is asked to."""
LEFT_OUT = {
    "alteryx-server/create": "the vendor's sample has placeholders instead of values",
    "alteryx-server/create-answered-200": "the fake answers 201, which is documented beside it",
    "alteryx-server/create-with-credential": "which data connections a subscription begins with is not documented",
    "alteryx-server/get": "placeholders, as above",
    "alteryx-server/list": "placeholders, and counts that the query excludes",
    "alteryx-server/update": "placeholders, as above",
    "aveva-omf/list": "the sample has the same id twice",
    "aveva-omf/create": "the sample of the response is about another topic than that of the request",
    "illumina-ens/list-last-page": "its token is not one of the fake",
    "illumina-ens/list-page-sample": "its token is not one of the fake",
    "jackhenry-events/create-created": "the fake answers 200, which the vendor's page has",
    "wso2-publisher/block-without-body": "older servers; the fake sends the body that is documented",
}
JUDGEMENT = {
    "illumina-ens/create-undeliverable": "the address is well formed: the vendor tried it",
    "illumina-ens/disable-bad-request": "why is not documented: the id is well formed",
    "illumina-ens/get-bad-request": "as above",
    "jackhenry-events/delete-bad-request": "endpoints have no public API",
    "jackhenry-events/get-bad-request": "why is not documented",
    "jackhenry-events/list-bad-request": "why is not documented",
    "alteryx-server/create-bad-request": "why is not documented: the request is as in the sample of a success",
    "aveva-omf/create-bad-request": "as above",
    "aveva-omf/create-in-other-region": "the fake does not know regions",
    "aveva-omf/update-bad-request": "as create-bad-request",
    "illumina-ens/create-bad-request": "the fake does not read filter expressions",
    "illumina-ens/create-unexpected": "as SERVER_FAILS",
    "illumina-ens/disable-unexpected": "as SERVER_FAILS",
    "illumina-ens/get-unexpected": "as SERVER_FAILS",
    "illumina-ens/list-unexpected": "as SERVER_FAILS",
}
"""Errors whose cause is not in the request."""


def own_refusals() -> list[Exchange]:
    return [one for one in EXCHANGES if one.status not in SERVER_FAILS and one.id not in {**LEFT_OUT, **JUDGEMENT}]


def prepared(exchange: Exchange) -> Fake:
    """A fake that has what the exchange is about."""
    fake = Fake(exchange.slug)
    fake.reset()
    (route,) = [one for one in fake.engine.spec.routes if one.id == exchange.example["operation"]]
    path = exchange.request["path"]
    if not path.startswith(fake.engine.spec.base_path):
        path = fake.engine.spec.base_path + path
    match = route.pattern.fullmatch(path.removeprefix(fake.engine.spec.base_path))
    assert match is not None
    given = dict(zip(route.path_names, match.groups(), strict=True))
    query = dict(exchange.request.get("query", ()))
    subject = route.subject
    identity = None if subject is None else {**query, **given}[subject.wire]
    resource = route.endpoint.resource
    by_context = ("",) if fake.engine.spec.resource(resource).get("by_context") else ()
    scope = (*(value for name, value in given.items() if subject is None or name != subject.wire), *by_context)
    name = fake.engine.actions.objects.id_property(resource) or ""
    fake.engine.store.entries.clear()
    for number, found in enumerate(objects_of(exchange, route.action)):
        own = str(found.get(name) or identity or f"object-{number}")
        entry = fake.engine.store.add(resource, own, scope, {**found, name: found.get(name, own)}, fake.clock.now())
        if exchange.status == 410:
            entry.gone = 410
    return fake


def objects_of(exchange: Exchange, action: str) -> list[dict[str, Any]]:
    """What was there before."""
    if action == "create" or exchange.status in (401, 404):
        return []
    if action == "list":
        return [with_things(one) for one in exchange.expected or ()] if exchange.status == 200 else []
    body = exchange.response.get("body")
    found = with_things(body) if exchange.status < 300 and isinstance(body, dict) else {"name": "old"}
    if "not-empty" in exchange.name:
        found["users"] = [{"id": "u", "name": "U"}]
    return [found]


def with_things(data: dict[str, Any]) -> dict[str, Any]:
    """An object with as many things in it as its counts say."""
    things = {
        f"{key}s": [{"id": str(n), "name": ""} for n in range(data[f"{key}Count"])]
        for key in ("user", "workflow")
        if f"{key}Count" in data
    }
    return {**data, **things, "apiId": "890a4f4d-09eb-4877-a323-57f6ce2ed79b"}


def replay(fake: Fake, exchange: Exchange) -> subkit.Reply:
    request = exchange.request
    path = request["path"]
    base = fake.engine.spec.base_path
    pairs = [(name, value) for name, value in request.get("query", ())]
    query = f"?{urlencode(pairs)}" if pairs else ""
    token = "invented" if exchange.status == 401 else fake.token()
    headers = {name.title(): value for name, value in request.get("headers", {}).items()}
    headers |= {"Authorization": f"Bearer {token}"} | ({"Accept": "application/xml"} if exchange.status == 406 else {})
    body = json.dumps(request["body"]).encode() if "body" in request else None
    url = f"{fake.root}{'' if path.startswith(base) else base}{path}{query}"
    if exchange.status == 304:
        plain = {name: value for name, value in headers.items() if not name.startswith("If-")}
        known = fake.transport.send(subkit.Request("GET", url, tuple(plain.items())), timeout=1)
        headers["If-None-Match"] = subkit.Headers(known.headers)["etag"]
    return fake.transport.send(subkit.Request(request["method"], url, tuple(headers.items()), body), timeout=1)


def made_by_the_server(fake: Fake, exchange: Exchange) -> set[str]:
    """Properties that the request does not decide."""
    settings = fake.engine.spec.resource("subscriptions")
    own = fake.engine.spec.behaviour.get("operations", {}).get(exchange.example["operation"], {})
    sets = {**settings.get("sets", {}), **own.get("sets", {})}
    made = {name for name, value in sets.items() if "{" in str(value)} | {"id", "Id", "credentials"}
    return made | set(settings.get("counts", ()))


def compact(value: Any) -> Any:
    """A value without its nulls: where the vendor sends null and where nothing, its samples do not agree."""
    if isinstance(value, dict):
        return {name: compact(one) for name, one in value.items() if one is not None}
    return [compact(one) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize("exchange", own_refusals(), ids=lambda exchange: exchange.id)
def test_the_documented_answer(exchange: Exchange) -> None:
    """Status, and for a success the body too."""
    fake = prepared(exchange)
    reply = replay(fake, exchange)
    assert reply.status == exchange.status, fake.explain(reply)
    expected = exchange.response.get("body")
    if exchange.status >= 300 or expected is None:
        assert bool(reply.body) == (expected is not None) or exchange.slug == "alteryx-server"
        return
    found = json.loads(reply.body)
    listing = exchange.expected if exchange.call.listing else [expected]
    items = found if isinstance(found, list) else found.get("items", found.get("list", [found]))
    ignored = made_by_the_server(fake, exchange) if exchange.request["method"] != "GET" else set()
    for wanted, item in zip(listing, items, strict=True):
        names = wanted.keys() | item.keys()
        differing = {name for name in names if compact(wanted.get(name)) != compact(item.get(name))}
        assert differing - ignored == set()


def test_the_lists_are_of_examples() -> None:
    """No example is left out that does not exist any more."""
    assert {*LEFT_OUT, *JUDGEMENT} <= {one.id for one in EXCHANGES}

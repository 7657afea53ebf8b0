"""Read, change, write: what was edited is sent, what was not is not, and no edit gets lost without a word."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import Any

import attrs
import pytest
import subkit
from subkit_jackhenry_events import HttpSettingsResponse
from support.scripted import MODES, UUID_1, Driven, body_of, header, package_of, reply

pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.fault(103)]
EVENTS, PUBLISHER, SERVER = "jackhenry-events", "wso2-publisher", "alteryx-server"
HTTP = {"url": "https://a.example", "authType": "none", "usesSecrets": False, "lastUsed": "x"}
SERVED: dict[str, Any] = {
    "id": UUID_1, "name": "n", "description": "d", "dispatchType": "https", "enabled": True, "httpSettings": HTTP,
    "eventNumberFilter": ["1", "2"], "contentType": None, "future": {"a": 1},
}  # fmt: skip


def fetched(mode: str, body: dict[str, Any] = SERVED, **options: Any) -> tuple[Driven, Any]:
    driven = Driven(EVENTS, mode, lambda _: reply(200, copy.deepcopy(body)), **options)
    return driven, driven(lambda client: client.subscriptions.get(UUID_1))


def patched(driven: Driven, subject: Any, **given: Any) -> Any:
    driven(lambda client: client.subscriptions.patch(subject, **given))
    return body_of(driven.last)


Edit = Callable[[Any], object]
EDITS: dict[str, tuple[Edit, dict[str, Any]]] = {
    "assigned": (lambda sub: setattr(sub, "enabled", False), {"enabled": False}),
    "to what it was": (lambda sub: setattr(sub, "enabled", True), {"enabled": True}),
    "to null": (lambda sub: setattr(sub, "description", None), {"description": None}),
    "taken away": (lambda sub: setattr(sub, "description", subkit.UNSET), {"description": None}),
    "an enum": (lambda sub: setattr(sub, "dispatch_type", "wcf"), {"dispatchType": "wcf"}),
    "in a list": (lambda sub: sub.event_number_filter.append("3"), {"eventNumberFilter": ["1", "2", "3"]}),
    "inside": (lambda sub: setattr(sub.http_settings, "url", "u"), {"httpSettings": {"url": "u"}}),
    "null inside": (lambda sub: setattr(sub.http_settings, "auth_type", None), {"httpSettings": {"authType": None}}),
    "another object": (
        lambda sub: setattr(sub, "http_settings", {"url": "u", "authType": "none"}),
        {"httpSettings": {"url": "u", "usesSecrets": None}},
    ),
    "an object of the response": (
        lambda sub: setattr(sub, "http_settings", HttpSettingsResponse.from_dict({**HTTP, "lastUsed": "y", "url": "u"})),
        {"httpSettings": {"url": "u"}},
    ),
    "an object with a secret": (
        lambda sub: setattr(sub, "http_settings", {**HTTP, "secret": "s"}),
        {"httpSettings": {"secret": "s"}},
    ),
    "an object where none was": (
        lambda sub: setattr(sub, "batch_settings", {"batchSize": 1}),
        {"batchSettings": {"batchSize": 1}},
    ),
    "two of them": (lambda sub: [setattr(sub, "name", "m"), setattr(sub, "enabled", False)], {"name": "m", "enabled": False}),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "body"), EDITS.values(), ids=EDITS)
def test_a_patch_sends_the_edits(mode: str, edit: Edit, body: dict[str, Any]) -> None:
    """A patch of an edited object, or of a copy of it in any way, is the merge patch of its edits and nothing else."""
    driven, sub = fetched(mode)
    edit(sub)
    for one in (sub, copy.copy(sub), copy.deepcopy(sub), pickle.loads(pickle.dumps(sub)), attrs.evolve(sub)):
        assert patched(driven, one) == body


def test_arguments_take_precedence(mode: str) -> None:
    """What is given as an argument is sent as it is, whatever was edited."""
    driven, sub = fetched(mode)
    sub.enabled, sub.name, sub.http_settings.url = False, "edited", "edited"
    body = patched(driven, sub, name="given", description="more", http_settings={"url": "given"})
    assert body == {"enabled": False, "name": "given", "description": "more", "httpSettings": {"url": "given"}}
    driven(
        lambda client: client.subscriptions.update(sub, name="given", http_settings={**HTTP_REQUEST, "url": "given"})
    )
    assert (body_of(driven.last)["name"], body_of(driven.last)["httpSettings"]["url"]) == ("given", "given")


HTTP_REQUEST = {name: value for name, value in HTTP.items() if name != "lastUsed"}
REPLACEMENT = {name: value for name, value in SERVED.items() if name not in ("id", "contentType", "future")}


def test_a_replacement_sends_what_the_request_takes(mode: str) -> None:
    """A replacement sends the fields of the request from the object, in the model of the request: without what the
    request does not know, inside too, and without a null where it takes none."""
    driven, sub = fetched(mode)
    sub.name = "m"
    for one in (sub, copy.copy(sub), attrs.evolve(sub), type(sub).from_dict(sub.to_dict())):
        driven(lambda client, one=one: client.subscriptions.update(one))
        assert body_of(driven.last) == {**REPLACEMENT, "name": "m", "httpSettings": HTTP_REQUEST}
    sub.description = None
    sub.name = subkit.UNSET
    driven(lambda client: client.subscriptions.update(sub, name="given"))
    assert "description" not in body_of(driven.last)


@pytest.mark.parametrize("slug", ["alteryx-server", "aveva-omf"])
def test_a_replacement_of_every_vendor(mode: str, slug: str) -> None:
    """The same holds for each API that replaces objects."""
    body = {
        "id": "1",
        "Id": "1",
        "name": "n",
        "Name": "n",
        "credentialId": "c",
        "canShareSchedules": True,
        "TopicId": "t",
    }
    driven = Driven(slug, mode, lambda _: reply(200, body))
    sub = driven(lambda client: client.subscriptions.get("1"))
    sub.name = "m"
    driven(lambda client: client.subscriptions.update(sub))
    wanted = {
        "alteryx-server": {"name": "m", "credentialId": "c", "canShareSchedules": True},
        "aveva-omf": {"Name": "m"},
    }
    assert body_of(driven.last) == wanted[slug]


def test_an_id_requires_the_fields(mode: str) -> None:
    """Given an id, a replacement without its required fields is refused; so is one of an object that came without
    them."""
    driven, _ = fetched(mode)
    with pytest.raises(subkit.InvalidArgument, match="name is required"):
        driven(lambda client: client.subscriptions.update(UUID_1, dispatch_type="none"))
    assert len(driven.requests) == 1
    driven, sub = fetched(mode, {"id": UUID_1, "name": "n", "enabled": True})
    with pytest.raises(subkit.InvalidArgument, match="dispatch_type is required"):
        driven(lambda client: client.subscriptions.update(sub))


LOST: dict[str, tuple[Edit, str]] = {
    "the id": (lambda sub: setattr(sub, "id", "other"), "id"),
    "an unknown field": (lambda sub: setattr(sub, "unknown_fields", {"future": 2}), "unknown_fields"),
    "an unknown field inside": (
        lambda sub: setattr(sub.http_settings, "unknown_fields", {"lastUsed": 2}),
        "http_settings.unknown_fields",
    ),
}


@pytest.mark.parametrize(("edit", "name"), LOST.values(), ids=LOST)
def test_no_edit_gets_lost(mode: str, edit: Edit, name: str) -> None:
    """An edit of what the call cannot change is refused by name before anything is sent: it would look as if saved."""
    driven, sub = fetched(mode, validate=False)
    edit(sub)
    for one in (sub, copy.copy(sub)):
        for call in ("patch", "update"):
            with pytest.raises(subkit.InvalidArgument, match=f"^{name}: was edited, but {call}_subscription cannot"):
                driven(lambda client, one=one, call=call: getattr(client.subscriptions, call)(one, name="x"))
    assert len(driven.requests) == 1


def test_a_field_that_is_only_read(mode: str) -> None:
    """The same where the request has no such field at all."""
    driven = Driven(SERVER, mode, lambda _: reply(200, {"id": "1", "name": "n", "users": [{"id": "u"}]}))
    sub = driven(lambda client: client.subscriptions.get("1"))
    sub.users[0].id = "v"
    with pytest.raises(subkit.InvalidArgument, match=r"^users: was edited"):
        driven(lambda client: client.subscriptions.update(sub, credential_id="c", can_share_schedules=True))
    assert len(driven.requests) == 1


def server(request: subkit.Request) -> subkit.Reply:
    if header(request, "If-None-Match") or header(request, "If-Modified-Since"):
        return reply(304)
    body = {"subscriptionId": "s1", "applicationId": "a", "apiIdentifier": "i", "tier": "Gold", "status": "UNBLOCKED"}
    return reply(200, {**body, "new": {"a": 1}}, ETag='"1"', Last_Modified="Fri, 02 Jan 2026 03:04:05 GMT")


@pytest.mark.parametrize(
    "edit",
    [
        lambda sub: setattr(sub, "status", "BLOCKED"),
        lambda sub: setattr(sub, "status", "UNBLOCKED"),
        lambda sub: setattr(sub, "unknown_fields", {"new": 2}),
    ],
)
def test_refresh_asks_unconditionally(mode: str, edit: Edit) -> None:
    """Refreshing an edited object brings what the server has, never the edit; one that was not edited is asked for
    with its validators. What is read of the unknown fields is a copy at any depth."""
    driven = Driven(PUBLISHER, mode, server)
    sub = driven(lambda client: client.subscriptions.get("s1"))
    assert driven(lambda client: client.subscriptions.refresh(sub)) is sub
    sub.unknown_fields["new"]["a"] = 2
    edit(sub)
    for one in (sub, copy.copy(sub), pickle.loads(pickle.dumps(sub))):
        again = driven(lambda client, one=one: client.subscriptions.refresh(one))
        assert header(driven.last, "If-None-Match") is None
        assert (again.status, again.unknown_fields) == ("UNBLOCKED", {"new": {"a": 1}})


def test_an_edited_object_keeps_its_validators(mode: str) -> None:
    """A write of an edited object is protected by the tag that it came with; a copy by `attrs.evolve` has none."""
    driven = Driven(PUBLISHER, mode, server)
    sub = driven(lambda client: client.subscriptions.get("s1"))
    sub.tier = "Silver"
    for one in (sub, copy.copy(sub)):
        driven(lambda client, one=one: client.subscriptions.block(one, block_state="BLOCKED"))
        assert header(driven.last, "If-Match") == '"1"'
    driven(lambda client: client.subscriptions.block(attrs.evolve(sub), block_state="BLOCKED"))
    assert header(driven.last, "If-Match") is None


def test_the_operation_holds_what_is_sent(mode: str) -> None:
    """What is taken from the object is taken when the operation is made, and is part of its portable form."""
    driven, sub = fetched(mode)
    sub.name = "m"
    operations = package_of(EVENTS).operations
    made = [operations.patch_subscription(sub), operations.update_subscription(sub)]
    sub.name = "later"
    for one, body in zip(
        made, ({"name": "m"}, {**REPLACEMENT, "name": "m", "httpSettings": HTTP_REQUEST}), strict=True
    ):
        driven(lambda client, one=one: client.send(subkit.Operation.from_dict(one.to_dict())))
        assert body_of(driven.last) == body

"""Writes that would take more than they were meant to: secrets lost with a replacement, and deletes without an id."""

from __future__ import annotations

import copy
import inspect
import pickle
from typing import Any
from urllib.parse import urlsplit

import attrs
import pytest
import subkit
from subkit_jackhenry_events import HttpSettings
from support.scripted import BASE_URL, MODES, SLUGS, UUID_1, Driven, body_of, package_of, reply

pytestmark = pytest.mark.parametrize("mode", MODES)
EVENTS, SERVER = "jackhenry-events", "alteryx-server"
HTTP = {"url": "https://a.example", "authType": "basic", "usesSecrets": True}
WCF = {"useWcfSecurity": True}
WHOLE = {"name": "n", "dispatch_type": "https", "enabled": True}


def fetched(mode: str, **body: Any) -> tuple[Driven, Any]:
    driven = Driven(EVENTS, mode, lambda _: reply(200, {"id": UUID_1, **body}))
    return driven, driven(lambda client: client.subscriptions.get(UUID_1))


def update(driven: Driven, subject: Any, **given: Any) -> Any:
    return driven(lambda client: client.subscriptions.update(subject, **WHOLE, **given))


LOSSES: list[tuple[dict[str, Any], dict[str, Any], str | None]] = [
    ({"httpSettings": HTTP}, {}, "httpSettings.secret"),
    ({"httpSettings": HTTP}, {"http_settings": HTTP}, "httpSettings.secret"),
    ({"httpSettings": HTTP}, {"http_settings": {**HTTP, "secret": "s"}}, None),
    ({"httpSettings": HTTP}, {"http_settings": {**HTTP, "usesSecrets": False}}, "httpSettings.secret"),
    ({"httpSettings": {**HTTP, "usesSecrets": False}}, {"http_settings": HTTP}, "httpSettings.secret"),
    ({"httpSettings": {**HTTP, "usesSecrets": False}}, {}, None),
    ({"wcfSettings": WCF}, {}, "wcfSettings.username"),
    ({"wcfSettings": WCF}, {"wcf_settings": {**WCF, "username": "u"}}, "wcfSettings.password"),
    ({"wcfSettings": WCF}, {"wcf_settings": {**WCF, "username": "u", "password": "p"}}, None),
    ({"wcfSettings": {"useWcfSecurity": False}}, {}, None),
    ({"httpSettings": HTTP, "wcfSettings": WCF}, {"http_settings": {**HTTP, "secret": "s"}}, "wcfSettings.username"),
]


@pytest.mark.fault(80)
@pytest.mark.parametrize(("body", "given", "lost"), LOSSES, ids=lambda one: None)
def test_a_replacement_that_loses_a_secret(mode: str, body: Any, given: Any, lost: str | None) -> None:
    """Replacing a fetched object that uses secrets, without those secrets, is refused before anything is sent; the
    error names the secret, the patch and the way to do it all the same. Copies of the object are no way around."""
    driven, found = fetched(mode, **body)
    for subject in (found, copy.copy(found), pickle.loads(pickle.dumps(found)), attrs.evolve(found, description="x")):
        sent = len(driven.requests)
        if lost is None:
            update(driven, subject, **given)
            continue
        with pytest.raises(subkit.InvalidArgument, match=lost) as caught:
            update(driven, subject, **given)
        assert len(driven.requests) == sent
        assert "patch()" in str(caught.value)
        update(driven, subject, **given, allow_secret_loss=True)
        assert driven.last.method == "PUT"


@pytest.mark.fault(80)
@pytest.mark.parametrize(
    ("given", "lost"),
    [
        ({"http_settings": HTTP}, "httpSettings.secret"),
        ({"wcf_settings": {**WCF, "username": "u"}}, "wcfSettings.password"),
        ({"http_settings": HttpSettings(url="u", auth_type="basic", uses_secrets=True)}, "httpSettings.secret"),
        ({"http_settings": HttpSettings(url="u", auth_type="basic", uses_secrets=True, secret="s")}, None),
        ({"http_settings": {**HTTP, "usesSecrets": False}}, None),
        ({}, None),
    ],
)
def test_a_replacement_by_id_that_loses_a_secret(mode: str, given: Any, lost: str | None) -> None:
    """Settings that say that a secret is in use, without the secret, are refused for an id as well."""
    driven, _ = fetched(mode)
    if lost is None:
        update(driven, UUID_1, **given)
    else:
        with pytest.raises(subkit.InvalidArgument, match=lost):
            update(driven, UUID_1, **given)
        update(driven, UUID_1, **given, allow_secret_loss=True)
    assert len(driven.requests) == 2


@pytest.mark.fault(80)
def test_an_edit_can_bring_the_secret(mode: str) -> None:
    """A replacement takes the settings of the object as they were edited: with the secret, or without use of it."""
    driven, sub = fetched(mode, name="n", dispatchType="https", enabled=True, httpSettings=HTTP)
    with pytest.raises(subkit.InvalidArgument, match=r"httpSettings\.secret"):
        driven(lambda client: client.subscriptions.update(sub))
    sub.http_settings.uses_secrets = False
    driven(lambda client: client.subscriptions.update(sub))
    sub.http_settings = {**HTTP, "secret": "s"}
    driven(lambda client: client.subscriptions.update(sub))
    assert body_of(driven.last)["httpSettings"] == {**HTTP, "secret": "s"}


@pytest.mark.fault(80)
def test_ways_that_lose_nothing(mode: str) -> None:
    """A patch keeps what it does not name; an id alone says nothing of secrets, so without settings nothing is
    refused."""
    driven, found = fetched(mode, httpSettings=HTTP)
    driven(lambda client: client.subscriptions.patch(found, name="m"))
    assert body_of(driven.last) == {"name": "m"}
    update(driven, UUID_1)
    assert "httpSettings" not in body_of(driven.last)


@pytest.mark.fault(80)
def test_unchecked_calls_lose_nothing_either(mode: str) -> None:
    """`validate=False` switches off what the specification says of arguments, not this."""
    driven, found = fetched(mode, httpSettings=HTTP)
    client = driven.client.with_options(validate=False)
    with pytest.raises(subkit.InvalidArgument, match="allow_secret_loss"):
        driven(lambda _: client.subscriptions.update(found, **WHOLE))


DELETES = [slug for slug in SLUGS if hasattr(package_of(slug).operations, "delete_subscription")]
NO_IDS = [
    None,
    "",
    " ",
    "\t",
    ".",
    "..",
    subkit.UNSET,
    0,
    5,
    b"",
    b"x",
    [],
    ["x"],
    {},
    {"id": "x"},
    object(),
    "\x00",
    "a\nb",
]


def test_all_deletes_are_tried(mode: str) -> None:
    """Three of the five APIs delete."""
    assert len(DELETES) == 3


@pytest.mark.fault(81)
@pytest.mark.parametrize("slug", DELETES)
def test_a_delete_has_an_id_by_its_signature(mode: str, slug: str) -> None:
    """The id is required, by position only, and has no default: a type checker and Python both refuse to leave it out."""
    driven = Driven(slug, mode, validate=False)
    for call in (driven.client.subscriptions.delete, package_of(slug).operations.delete_subscription):
        subject, *others = inspect.signature(call).parameters.values()
        assert (subject.name, subject.kind, subject.default) == (
            "subscription", inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.empty
        )  # fmt: skip
        assert "None" not in str(subject.annotation)
        assert others == []
        with pytest.raises(TypeError):
            call()
        with pytest.raises(TypeError):
            call(subscription="x")
    assert driven.requests == []


@pytest.mark.fault(81)
@pytest.mark.parametrize("slug", DELETES)
@pytest.mark.parametrize("value", NO_IDS, ids=lambda one: "object" if type(one) is object else repr(one))
def test_a_delete_without_an_id(mode: str, slug: str, value: Any) -> None:
    """What is no id, or one that would name the collection or a parent, is refused before anything is sent, also when
    arguments are not checked; so is an object that holds no id."""
    model = package_of(slug).Subscription
    for validate in (True, False):
        driven = Driven(slug, mode, validate=validate)
        for subject in (
            value,
            model.from_dict({}),
            model.from_dict({_id_of(model): ""}),
            model.from_dict({_id_of(model): None}),
        ):
            with pytest.raises(subkit.InvalidArgument, match="subscription"):
                driven(lambda client, subject=subject: client.subscriptions.delete(subject))
        assert driven.requests == []


def _id_of(model: Any) -> str:
    return dict(model.__names__)[f"_{model.__identity__}"]


@pytest.mark.fault(81)
@pytest.mark.parametrize("slug", DELETES)
@pytest.mark.parametrize("text", ["?", "#", "/", "a/../b", "%2e%2e", "&id=x", "...", "*", " x"])
def test_an_odd_id_deletes_nothing_else(mode: str, slug: str, text: str) -> None:
    """An id of odd characters stays one id: the request is about one object, and never about the collection."""
    driven = Driven(slug, mode, [reply(200)], validate=False)
    driven(lambda client: client.subscriptions.delete(text))
    parts = urlsplit(driven.last.url)
    whole = f"{parts.path}?{parts.query}"
    assert driven.last.url.startswith(f"{BASE_URL}/")
    assert (driven.last.method, parts.fragment) == ("DELETE", "")
    collection = "/subscriptions" if slug != "aveva-omf" else "/Subscriptions"
    assert not whole.lower().rstrip("/?").endswith(collection.lower())
    assert not parts.path.endswith("/") or parts.query

"""Validators hold for the object, the call and the server that they came from: with any one of these changed, a write
goes out without a condition and a refresh is a plain get. Never with a header that is about something else."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import attrs
import pytest
import subkit
from subkit._operations.conditional import Conditions
from subkit._operations.operation import Operation, basis_of
from subkit_wso2_publisher import Subscription, operations
from support.scripted import MODES, UUID_1, Driven, collect, header, reply
from support.stateful import GET_THING, HOLDER, PUT_THING

pytestmark = pytest.mark.parametrize("mode", MODES)
WSO2 = "wso2-publisher"
BODY = {"subscriptionId": "s1", "applicationId": "a", "apiIdentifier": "i", "tier": "t"}
TAG, DATE = '"v1"', "Fri, 02 Jan 2026 03:04:05 GMT"
MOMENT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
NAMES = ("If-Match", "If-Unmodified-Since", "If-None-Match", "If-Modified-Since")
WHOLE = reply(200, BODY, ETag=TAG, Last_Modified=DATE)
LISTED = reply(200, {"count": 1, "list": [BODY], "next": ""}, ETag='"list"', Last_Modified=DATE)


def sent(driven: Driven) -> dict[str, str]:
    """The conditional headers of the last request."""
    return {name: value for name in NAMES if (value := header(driven.last, name)) is not None}


def fetched(mode: str, **options: Any) -> tuple[Driven, Any]:
    driven = Driven(WSO2, mode, lambda request: LISTED if "apiId=" in request.url else WHOLE, **options)
    return driven, driven(lambda client: client.subscriptions.get("s1"))


def check_free(driven: Driven, subject: Any) -> None:
    """Assert that calls on this object go out without any condition."""
    for write in ("block", "unblock"):
        more = {"block_state": "BLOCKED"} if write == "block" else {}
        driven(lambda client, write=write, more=more: getattr(client.subscriptions, write)(subject, **more))
        assert sent(driven) == {}
    assert driven(lambda client: client.subscriptions.refresh(subject)) is not subject
    assert sent(driven) == {}


def renamed(found: Any) -> Any:
    other = copy.copy(found)
    other.subscription_id = "s2"
    return other


SUBJECTS: dict[str, Callable[[Driven, Any], Any]] = {
    "another id": lambda driven, found: renamed(found),
    "an edited copy": lambda driven, found: attrs.evolve(found, tier="x"),
    "made by hand": lambda driven, found: Subscription.from_dict(found.to_dict()),
    "an item of a list": lambda driven, found: collect(driven.client.subscriptions.list(api_id="a"))[0],
    "an item of a page": lambda driven, found: collect(driven.client.subscriptions.list(api_id="a").pages())[0].items[
        0
    ],
    "an item of a call": lambda driven, found: driven(
        lambda client: client.send(operations.list_subscriptions(api_id="a"))
    ).parsed.list[0],
}


@pytest.mark.parametrize("kind", SUBJECTS)
def test_another_object(mode: str, kind: str) -> None:
    """Another id, an edited or hand-made copy, an item of a list: no validator of it is known."""
    driven, found = fetched(mode)
    check_free(driven, SUBJECTS[kind](driven, found))


ORIGINS = {
    "host": "https://other.example/base",
    "port": "https://api.example:8443/base",
    "scheme": "http://api.example/base",
}


@pytest.mark.parametrize("change", ORIGINS)
def test_another_server(mode: str, change: str) -> None:
    """Fetched from one host, port or scheme, it is written to another without a condition."""
    _, found = fetched(mode)
    other, _ = fetched(mode, base_url=ORIGINS[change], allow_insecure_http=True)
    check_free(other, found)


@pytest.mark.parametrize("base_url", ["https://API.example:443/base/", "HTTPS://api.example/base"])
def test_the_same_server_in_other_words(mode: str, base_url: str) -> None:
    """Letters in another case, a default port and a slash at the end make no other server."""
    _, found = fetched(mode)
    other, _ = fetched(mode, base_url=base_url)
    other(lambda client: client.subscriptions.block(found, block_state="BLOCKED"))
    assert sent(other) == {"If-Match": TAG}


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
def test_the_same_object(mode: str, copied: Callable[[Any], Any]) -> None:
    """A copy, also one that was pickled, is the same object: what is known of it goes along."""
    driven, found = fetched(mode)
    driven(lambda client: client.subscriptions.block(copied(found), block_state="BLOCKED"))
    assert sent(driven) == {"If-Match": TAG}
    driven(lambda client: client.subscriptions.refresh(copied(found)))
    assert sent(driven) == {"If-None-Match": TAG, "If-Modified-Since": DATE}


def test_an_object_under_another_id(mode: str) -> None:
    """An API may answer with another writing of the id than it was asked for with: it is the same object."""
    driven = Driven(WSO2, mode, [WHOLE, WHOLE, WHOLE])
    found = driven(lambda client: client.subscriptions.get("S1"))
    driven(lambda client: client.subscriptions.block(found, block_state="BLOCKED"))
    assert sent(driven) == {"If-Match": TAG}
    driven(lambda client: client.subscriptions.refresh(found))
    assert sent(driven) == {"If-None-Match": TAG, "If-Modified-Since": DATE}


def test_the_answer_of_a_write(mode: str) -> None:
    """What a write answers carries the validators of what was written, for the next one."""
    driven = Driven(WSO2, mode, [WHOLE, reply(200, BODY, ETag='"v2"'), WHOLE])
    found = driven(lambda client: client.subscriptions.get("s1"))
    written = driven(lambda client: client.subscriptions.block(found, block_state="BLOCKED"))
    driven(lambda client: client.subscriptions.unblock(written))
    assert sent(driven) == {"If-Match": '"v2"'}


def test_the_answer_of_a_write_without_a_body(mode: str) -> None:
    """An answer without a body may carry a tag, which protects the next write; a refresh asks for the whole object,
    since there is nothing in hand that a 304 could confirm."""
    driven = Driven(WSO2, mode, [reply(200, b"", ETag='"v2"', Last_Modified=DATE), WHOLE, WHOLE])
    shell = driven(lambda client: client.subscriptions.block("s1", block_state="BLOCKED"))
    driven(lambda client: client.subscriptions.unblock(shell))
    assert sent(driven) == {"If-Match": '"v2"'}
    assert driven(lambda client: client.subscriptions.refresh(shell)).to_dict() == BODY
    assert sent(driven) == {}


def things(mode: str, **own: str) -> Driven:
    return Driven(HOLDER, mode, lambda _: reply(200, {"id": "t1"}, ETag=TAG), **own)


def thing(endpoint: Any, basis: Any = None, **changes: Any) -> Operation[Any]:
    arguments = {"group": "g1", "thing": "t1", **changes}
    return Operation(endpoint, arguments, Conditions(revalidate=endpoint is GET_THING and basis is not None), basis)


@pytest.mark.parametrize("endpoint", [PUT_THING, GET_THING], ids=["write", "refresh"])
@pytest.mark.parametrize(
    ("own", "changes"),
    [({"institution_id": UUID_1.replace("6", "7")}, {}), ({}, {"thing": "t2"}), ({}, {"group": "g2"})],
    ids=["client-wide id", "id", "id of what it is in"],
)
def test_another_place_in_the_path(mode: str, endpoint: Any, own: dict[str, str], changes: dict[str, str]) -> None:
    """Things of the same id are not the same where any other id in their path differs: the client-wide one, or that of
    the group that they are in."""
    found = things(mode)(lambda client: client.send(thing(GET_THING))).parsed
    more = {"name": "n"} if endpoint is PUT_THING else {}
    for driven, arguments, free in ((things(mode, **own), changes, True), (things(mode), {}, False)):
        operation = thing(endpoint, basis_of(found), **arguments, **more)
        driven(lambda client, operation=operation: client.send(operation))
        assert (sent(driven) == {}) is free


@pytest.mark.parametrize("name", ["if_modified_since", "if_unmodified_since"])
def test_dates_by_hand(mode: str, name: str) -> None:
    """A date by hand goes out in GMT, cut to the second; one that no HTTP-date can say is refused by name."""
    driven = Driven(WSO2, mode, lambda _: WHOLE)

    def ask(moment: Any) -> Any:
        if name == "if_modified_since":
            return driven(lambda client: client.subscriptions.get("s1", if_modified_since=moment))
        return driven(
            lambda client: client.subscriptions.block("s1", block_state="BLOCKED", if_unmodified_since=moment)
        )

    east = timezone(timedelta(hours=9))
    for moment in (MOMENT, MOMENT.astimezone(east), MOMENT.replace(microsecond=999_999)):
        ask(moment)
        assert [*sent(driven).values()] == [DATE]
    ends = [datetime.max.replace(tzinfo=timezone(-timedelta(hours=1))), datetime.min.replace(tzinfo=east)]
    for bad in (datetime(2026, 1, 1), "today", DATE, 0, MOMENT.date(), *ends):
        with pytest.raises(subkit.InvalidArgument, match=name):
            ask(bad)


@pytest.mark.parametrize(
    "text",
    ["Fri, 31 Dec 9999 23:59:59 -0500", "recently", "", "0", "-1", "Fri, 32 Jan 2026 03:04:05 GMT", "9" * 5000,
     "Fri, 02 Jan 2026 03:04:05 +9999", "\xff", "Fri, 02 Jan 99999 03:04:05 GMT"],
)  # fmt: skip
def test_dates_that_are_none(mode: str, text: str) -> None:
    """A `Last-Modified` that is no date, or one beyond all calendars, is no validator and hurts no call."""
    driven = Driven(WSO2, mode, [reply(200, BODY, Last_Modified=text), WHOLE, reply(304, Last_Modified=text)])
    found = driven(lambda client: client.subscriptions.get("s1"))
    assert subkit.meta(found).last_modified is None
    driven(lambda client: client.subscriptions.block(found, block_state="BLOCKED"))
    assert sent(driven) == {}
    answer = driven(lambda client: client.subscriptions.get("s1", if_none_match=TAG))
    assert answer == subkit.NotModified()


@pytest.mark.parametrize(
    "text", ["Fri, 02 Jan 2026 03:04:05 GMT", "Friday, 02-Jan-26 03:04:05 GMT", "Fri Jan  2 03:04:05 2026"]
)
def test_dates_in_all_three_forms(mode: str, text: str) -> None:
    """A server may write dates in the obsolete forms; what goes back is always the one form that may be sent."""
    driven = Driven(WSO2, mode, [reply(200, BODY, Last_Modified=text), WHOLE])
    found = driven(lambda client: client.subscriptions.get("s1"))
    driven(lambda client: client.subscriptions.block(found, block_state="BLOCKED"))
    assert sent(driven) == {"If-Unmodified-Since": DATE}

"""What preconditions achieve, against a server that keeps what is written and heeds them as RFC 9110, 13.2.2 says."""

from __future__ import annotations

from typing import Any

import pytest
import subkit
from subkit._operations.conditional import Conditions
from subkit._operations.operation import Operation
from support.scripted import MODES, Driven, header, reply
from support.stateful import HOLDER, MAKE_THING, START, Stateful, no_tag, strong, weak

NAMES = ("If-Match", "If-Unmodified-Since", "If-None-Match", "If-Modified-Since")


def block(driven: Driven, subject: Any) -> Any:
    return driven(lambda client: client.subscriptions.block(subject, block_state="BLOCKED"))


def sent(driven: Driven) -> set[str]:
    return {name for name in NAMES if header(driven.last, name) is not None}


OUTCOMES: list[tuple[Any, bool, set[str], bool]] = [
    (strong, True, {"If-Match"}, True),
    (strong, False, {"If-Match"}, True),
    (weak, True, {"If-Unmodified-Since"}, True),
    (no_tag, True, {"If-Unmodified-Since"}, True),
    (no_tag, False, set(), False),
]


@pytest.mark.fault(34)
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("tag", "dated", "headers", "protected"), OUTCOMES)
def test_a_write_on_what_changed(mode: str, tag: Any, dated: bool, headers: set[str], protected: bool) -> None:
    """A write on an object that somebody changed meanwhile fails with 412 and changes nothing, whatever validator the
    server gives; without any it goes through, since nothing protects it."""
    for changed in (False, True):
        server = Stateful(tag, dated=dated)
        driven = Driven("wso2-publisher", mode, server)
        found = driven(lambda client: client.subscriptions.get("s1"))
        server.seconds = 9
        if changed:
            server.change()
        before = (server.state, server.version)
        if changed and protected:
            with pytest.raises(subkit.PreconditionFailed):
                block(driven, found)
            assert (server.state, server.version) == before
        else:
            assert block(driven, found).status == server.state == "BLOCKED"
        assert sent(driven) == headers


@pytest.mark.fault(34)
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    ("tag", "dated", "headers"),
    [
        (strong, True, {"If-None-Match", "If-Modified-Since"}),
        (weak, True, {"If-None-Match", "If-Modified-Since"}),
        (weak, False, {"If-None-Match"}),
        (no_tag, True, {"If-Modified-Since"}),
        (no_tag, False, set()),
    ],
)
def test_a_refresh_of_what_changed(mode: str, tag: Any, dated: bool, headers: set[str]) -> None:
    """A refresh gives the very object back as long as it is current, and the new one after a change."""
    server = Stateful(tag, dated=dated)
    driven = Driven("wso2-publisher", mode, server)
    found = driven(lambda client: client.subscriptions.get("s1"))
    again = driven(lambda client: client.subscriptions.refresh(found))
    assert (again is found) == bool(headers)
    assert sent(driven) == headers
    server.seconds = 9
    server.change()
    new = driven(lambda client: client.subscriptions.refresh(found))
    assert new.status == "ON_HOLD"
    assert found.status == "UNBLOCKED"


@pytest.mark.fault(39)
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("tag", "seen"), [(strong, True), (no_tag, False)])
def test_two_changes_in_one_second(mode: str, tag: Any, seen: bool) -> None:
    """Dates count whole seconds: a second change within the same one goes unseen by a date, and not by a tag. That is
    why a tag goes first, and why `Meta.last_modified` says so."""
    server = Stateful(tag)
    driven = Driven("wso2-publisher", mode, server)
    server.seconds = 7.1
    server.change()
    found = driven(lambda client: client.subscriptions.get("s1"))
    assert subkit.meta(found).last_modified == START.replace(second=START.second + 7)
    server.seconds = 7.9
    server.change()
    if seen:
        with pytest.raises(subkit.PreconditionFailed):
            block(driven, found)
    else:
        block(driven, found)
    assert (server.state == "BLOCKED") is not seen


@pytest.mark.fault(11)
@pytest.mark.parametrize("mode", MODES)
def test_not_modified_is_no_answer_to_a_write(mode: str) -> None:
    """304 answers a read (RFC 9110, 13.1.2): to a write on the condition that nothing is there yet, 412 is the answer,
    and 304 is not the API's."""
    write: Any = Operation(MAKE_THING, {"group": "g", "thing": "t1", "name": "n"}, Conditions(if_none_match=subkit.ANY))
    driven = Driven(HOLDER, mode, [reply(412), reply(304)])
    with pytest.raises(subkit.PreconditionFailed):
        driven(lambda client: client.send(write))
    assert header(driven.last, "If-None-Match") == "*"
    with pytest.raises(subkit.DecodeError):
        driven(lambda client: client.send(write))

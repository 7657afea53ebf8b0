"""What cannot stand in a header never comes near the wire, and no error repeats it."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from typing import Any

import attrs
import pytest
import subkit
from subkit._operations.endpoint import Parameter
from support.scripted import MODES, UUID_1, Driven, header, package_of, reply

pytestmark = pytest.mark.parametrize("mode", MODES)
ENS, WSO2 = "illumina-ens", "wso2-publisher"
CANARY = "canary"
BROKEN = {
    "line": f"{CANARY}\r\nX-Evil: 1",
    "return": f"{CANARY}\rX-Evil: 1",
    "feed": f"{CANARY}\nX-Evil: 1",
    "nul": f"{CANARY}\x00",
    "end": f"{CANARY}\n",
    "begin": f"\r\n{CANARY}",
    "delete": f"{CANARY}\x7f",
    "separator": f"{CANARY}\u2028",
}
FOREIGN = {"latin": f"{CANARY}\xe9", "euro": f"{CANARY}\u20ac", "surrogate": f"{CANARY}\ud800", "next": f"{CANARY}\x85"}
BAD = [
    *(pytest.param(value, marks=pytest.mark.fault(57), id=name) for name, value in BROKEN.items()),
    *(pytest.param(value, marks=pytest.mark.fault(58), id=name) for name, value in FOREIGN.items()),
]


def with_header() -> Any:
    """An operation with a parameter that goes into a header."""
    operation = package_of(ENS).operations.list_subscriptions()
    extra = Parameter("trace", "X-Trace", "header", {"type": "string"})
    endpoint = attrs.evolve(operation.endpoint, parameters=(*operation.endpoint.parameters, extra))
    return attrs.evolve(operation, endpoint=endpoint)


def send_header(client: Any, value: str) -> Any:
    operation = with_header()
    return client.send(attrs.evolve(operation, arguments={"trace": value}))


def credential(make: Callable[[str], Any]) -> Callable[[str, str], Any]:
    return lambda mode, value: Driven(ENS, mode, auth=make(value))(lambda client: client.subscriptions.get("s1"))


PLACES: dict[str, Callable[[str, str], Any]] = {
    "token": credential(subkit.BearerToken),
    "token function": credential(lambda value: subkit.BearerToken(lambda: value)),
    "key": credential(lambda value: subkit.HeaderKey("X-Key", value)),
    "name of the key": credential(lambda value: subkit.HeaderKey(value, "key")),
    "cookie": credential(lambda value: subkit.CookieKey("session", value)),
    "header parameter": lambda mode, value: Driven(ENS, mode)(lambda client: send_header(client, value)),
    "if_match": lambda mode, value: Driven(WSO2, mode)(
        lambda client: client.subscriptions.block("s1", block_state="BLOCKED", if_match=f'"{value}"')
    ),
    "bare if_match": lambda mode, value: Driven(WSO2, mode)(
        lambda client: client.subscriptions.block("s1", block_state="BLOCKED", if_match=value)
    ),
    "if_none_match": lambda mode, value: Driven(WSO2, mode)(
        lambda client: client.subscriptions.get("s1", if_none_match=f'"{value}"')
    ),
}


IN_TAGS = (FOREIGN["latin"], FOREIGN["next"])  # a tag may hold every byte above ASCII (RFC 9110, 8.8.3)
CASES = [
    pytest.param(place, *bad.values, marks=bad.marks, id=f"{place}-{bad.id}")
    for place in PLACES
    for bad in BAD
    if not (place in ("if_match", "if_none_match") and bad.values[0] in IN_TAGS)
]


@pytest.mark.parametrize(("place", "value"), CASES)
def test_no_header_takes_it(mode: str, place: str, value: str) -> None:
    """Line breaks, NUL and what is not ASCII are a local error that does not repeat the value, wherever they stand."""
    with pytest.raises((subkit.ConfigurationError, subkit.AuthError)) as caught:
        PLACES[place](mode, value)
    assert CANARY not in "".join(traceback.format_exception(caught.value, limit=0))
    assert "\n" not in str(caught.value)


@pytest.mark.fault(58)
def test_a_tag_keeps_its_bytes(mode: str) -> None:
    """The bytes above ASCII that a tag may hold go back as they came."""
    driven = Driven(WSO2, mode, [reply(304)])
    driven(lambda client: client.subscriptions.get("s1", if_none_match='"caf\xe9"'))
    assert header(driven.last, "if-none-match") == '"caf\xe9"'


@pytest.mark.parametrize("value", BAD)
@pytest.mark.parametrize("validate", [True, False])
def test_a_header_parameter_without_validation(mode: str, value: str, validate: bool) -> None:
    """`validate=False` leaves out the checks of the specification, not this one; nothing is sent."""
    driven = Driven(ENS, mode, validate=validate)
    with pytest.raises(subkit.InvalidArgument, match="trace") as caught:
        driven(lambda client: send_header(client, value))
    assert CANARY not in str(caught.value)
    assert driven.requests == []


@pytest.mark.fault(57, 59)
@pytest.mark.parametrize("value", [*BROKEN.values(), FOREIGN["surrogate"], FOREIGN["next"]])
def test_an_id_with_controls(mode: str, value: str) -> None:
    """An id with line breaks or other controls is refused, unsaid; what is only foreign is encoded."""
    driven = Driven(ENS, mode, [reply(200, {"id": "s1"})] * 2, validate=False)
    if value != BROKEN["separator"]:
        with pytest.raises(subkit.InvalidArgument) as caught:
            driven(lambda client: client.subscriptions.get(value))
        assert CANARY not in str(caught.value)
        assert driven.requests == []
    driven(lambda client: client.subscriptions.get(f"{CANARY}\xe9\u2028"))
    assert driven.last.url.endswith(f"/{CANARY}%C3%A9%E2%80%A8")


@pytest.mark.fault(57)
def test_the_base_url_and_shared_ids(mode: str) -> None:
    """Neither the base URL nor an id that the client is given takes a line break; the error does not repeat it."""
    for options in ({"base_url": f"https://api.example/{CANARY}\r\nX: 1"}, {"tenant_id": BROKEN["line"]}):
        with pytest.raises(subkit.ConfigurationError) as caught:
            Driven("aveva-omf", mode, **options)(lambda client: client.subscriptions.get(UUID_1))
        assert CANARY not in str(caught.value)

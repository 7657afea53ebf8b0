"""What editors that use jedi (and IPython) complete: clients, calls, and what calls return."""

from __future__ import annotations

import jedi
import pytest

SETUP = """\
import subkit
from subkit_wso2_publisher import AsyncWso2Publisher, Wso2Publisher, operations
client = Wso2Publisher(base_url="https://h", auth=None)
calls = client.subscriptions
async def main(other: AsyncWso2Publisher):
"""
CALLS = {"block", "get", "list", "refresh", "unblock", "with_response"}
MODEL = {"subscription_id", "tier", "status", "to_dict"}
CLIENT = {"subscriptions", "send", "with_options"}
RESPONSE = {"parsed", "status", "headers", "etag", "attempts", "drift", "request_id"}
COMPLETED: dict[str, set[str]] = {
    "client": CLIENT,
    "client.with_options(timeout=1)": CLIENT,
    "Wso2Publisher.from_env()": CLIENT,
    "with client as inner: inner": CLIENT,
    "with Wso2Publisher(base_url='https://h', auth=None) as inner: inner.subscriptions": CALLS,
    "async with AsyncWso2Publisher(base_url='https://h', auth=None) as inner: inner.subscriptions": CALLS,
    "calls": CALLS,
    "calls.get('s1')": MODEL,
    "calls.block('s1', block_state='BLOCKED')": MODEL,
    "calls.block('s1', block_state='BLOCKED').status": {"is_known"},
    "calls.list(api_id='a')": {"take", "first", "pages", "checkpoint"},
    "calls.list(api_id='a').take(1)[0]": MODEL,
    "calls.list(api_id='a').first()": MODEL,
    "for one in calls.list(api_id='a'): one": MODEL,
    "for page in calls.list(api_id='a').pages(): page": {"items", "total", "next_token", "etag"},
    "async for one in other.subscriptions.list(api_id='a'): one": MODEL,
    "(await other.subscriptions.get('s1'))": MODEL,
    "calls.with_response.get('s1')": RESPONSE,
    "calls.with_response.unblock('s1').parsed": MODEL,
    "client.send(operations.unblock_subscription('s1'))": RESPONSE,
    "client.send(operations.unblock_subscription('s1')).parsed": MODEL,
    "subkit.meta(calls.get('s1'))": {"status", "etag", "drift", "url"},
}


def completions(line: str) -> set[str]:
    """What is completed at the end of a line in an async function."""
    script = jedi.Script(f"{SETUP}    {line}")
    return {one.name for one in script.complete()}


@pytest.mark.parametrize("code", COMPLETED)
def test_attributes(code: str) -> None:
    """The attributes of a value are offered."""
    assert COMPLETED[code] - completions(f"{code}.") == set()


def test_nothing_else_of_a_resource() -> None:
    """A resource offers its calls and nothing of how it is made."""
    assert {name for name in completions("calls.") if not name.startswith("_")} == CALLS


def test_public_names() -> None:
    """The names of a package are offered, although they are loaded when they are used."""
    assert {"Retry", "BearerToken", "NotFound", "Event"} <= completions("subkit.")


def test_signature() -> None:
    """The signature of a call is shown with its return type."""
    shown = [one.to_string() for one in jedi.Script(f"{SETUP}    calls.get(").get_signatures()]
    assert len(shown) == 3
    assert shown[0].endswith("-> Subscription")

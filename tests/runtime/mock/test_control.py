"""What a test can see of a fake and do with it, besides faults."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest
import respx
import subkit
from subkit.mock import Fake, FakeClock, RunningClock
from support.fakes import CREATE, FIRST, call, some_subscription
from support.scripted import SLUGS


@pytest.mark.parametrize("slug", SLUGS)
def test_state_survives(slug: str, tmp_path: Path) -> None:
    """What one fake dumps another one loads, tokens included, through a file of JSON."""
    fake = Fake(slug)
    identity = some_subscription(fake)
    token = fake.token()
    fake.save(tmp_path / "state.json")
    other = Fake(slug)
    other.load(json.loads((tmp_path / "state.json").read_text("utf-8")))
    found = call(other, "sync", lambda client: client.subscriptions.get(identity), auth=subkit.BearerToken(token))
    assert found == call(fake, "sync", lambda client: client.subscriptions.get(identity))
    assert other.dump() == {**fake.dump(), "tokens": other.dump()["tokens"]}


def test_a_dump_is_independent() -> None:
    """What happens after a dump does not change it."""
    fake = Fake("illumina-ens")
    some_subscription(fake)
    before = fake.dump()
    text = json.dumps(before)
    fake.client().subscriptions.disable("sub.1")
    assert json.dumps(before) == text
    fake.load(before)
    assert fake.client().subscriptions.get("sub.1").is_deleted is False


def test_state_of_another_api() -> None:
    """The state of another API, or of another format, is refused."""
    fake = Fake("illumina-ens")
    for state in (Fake("aveva-omf").dump(), {**fake.dump(), "format": 2}, {}):
        with pytest.raises(ValueError, match="no state of a fake of illumina-ens"):
            fake.load(state)


def test_reset() -> None:
    """After a reset it is as it was when it was made."""
    fake = Fake("illumina-ens")
    some_subscription(fake)
    fake.fail(status=503)
    fake.reset()
    assert (fake.objects("subscriptions"), fake.pending_faults, len(fake.calls)) == ([], [], 0)
    assert some_subscription(fake) == "sub.1"


def test_add() -> None:
    """Objects and the things that requests refer to can be put in; names that do not exist are refused."""
    fake = Fake("alteryx-server")
    fake.add("users", id="u1", name="New")
    made = fake.add("subscriptions", name="Seeded")
    assert len(made["id"]) == 24
    with fake.client() as client:
        client.subscriptions.move_users(made["id"], user_ids=["u1"])
        assert client.subscriptions.get(made["id"]).users[0].name == "New"
    with pytest.raises(subkit.ConfigurationError, match="there are subscriptions, credentials, users"):
        fake.add("subscription", name="x")


def test_log() -> None:
    """The log has each request; assertions say what was there instead."""
    fake = Fake("illumina-ens")
    some_subscription(fake)
    made = fake.calls.assert_called("create_subscription", times=1)[0]
    assert made.json["name"] == CREATE["illumina-ens"]["name"]
    assert (made.method, made.path, made.status) == ("POST", "/v1/subscriptions", 201)
    assert made.headers["content-type"] == "application/json"
    fake.calls.assert_not_called("disable_subscription")
    with pytest.raises(AssertionError, match=r"0 calls of get_subscription instead of at least one\. There were: POST"):
        fake.calls.assert_called("get_subscription")
    with pytest.raises(AssertionError, match="1 calls of create_subscription instead of 2"):
        fake.calls.assert_called("create_subscription", times=2)
    with pytest.raises(AssertionError, match="with status 400 instead of at least one"):
        fake.calls.assert_called("create_subscription", status=400)
    with pytest.raises(subkit.NotFound):
        fake.client().subscriptions.get("nope")
    with pytest.raises(AssertionError, match="404, exists: subscriptions has no object"):
        fake.calls.assert_none_refused()


def test_no_secret_in_a_repr() -> None:
    """Neither the log nor the fake shows a token or a body."""
    fake = Fake("jackhenry-events")
    some_subscription(fake)
    text = repr([fake, fake.calls, *fake.calls, fake.credential()])
    assert "made-up" not in text
    assert "Bearer" not in text


def test_explain() -> None:
    """A refusal is explained by its error, its reply and its call; of what was not refused there is nothing to say."""
    fake = Fake("wso2-publisher")
    with fake.client(validate=False) as client, pytest.raises(subkit.BadRequest) as caught:
        client.subscriptions.block(FIRST, block_state="CLOSED")
    explanation = fake.explain(caught.value)
    assert explanation is not None
    assert explanation.rule == "parameter"
    assert "blockState" in explanation.detail
    assert explanation == fake.explain(fake.calls[-1]) == fake.explain(fake.calls[-1].reply)
    specification = (Path(__file__).parents[3] / "specs/wso2-publisher/openapi.yaml").read_text("utf-8")
    assert "blockState" in specification.splitlines()[(explanation.line or 0) - 1]
    assert str(explanation).startswith("400, parameter: ")
    fake.client().subscriptions.get(FIRST)
    assert fake.explain(fake.calls[-1]) is None
    with pytest.raises(ValueError, match="does not come from this fake"):
        fake.explain(subkit.Reply(200))


def test_explain_a_refused_token() -> None:
    """An error of the token endpoint is explained too, although the client keeps nothing of its response."""
    fake = Fake("aveva-omf")
    with fake.client(auth=fake.credential(client_secret="other")) as client, pytest.raises(subkit.AuthError) as caught:
        client.subscriptions.get("x")
    explanation = fake.explain(caught.value)
    assert explanation is not None
    assert (explanation.rule, explanation.status) == ("token request", 401)


def test_unknown_api() -> None:
    """An API that is not installed is refused, with those that are."""
    with pytest.raises(subkit.ConfigurationError, match="there are alteryx-server, aveva-omf"):
        Fake("nobody")


def test_the_clock_moves_forward_only() -> None:
    """A clock cannot be moved back, because lifetimes are counted on it."""
    with pytest.raises(ValueError, match="forward only"):
        FakeClock().advance(-1)


def ask(url: str, fake: Fake) -> httpx.Response:
    with httpx.Client(headers={"Authorization": f"Bearer {fake.token()}"}) as client:
        return client.get(url)


def test_as_a_side_effect_of_respx() -> None:
    """A fake answers requests of httpx through respx."""
    fake = Fake("illumina-ens")
    with respx.mock(base_url=fake.root) as router:
        router.route().mock(side_effect=fake.respond)
        assert ask(f"{fake.base_url}/v1/subscriptions", fake).json()["items"] == []
        fake.fail(loss="refused")
        with pytest.raises(httpx.ConnectError):
            ask(f"{fake.base_url}/v1/subscriptions", fake)
        fake.fail(loss="cut")
        with pytest.raises(httpx.ReadError):
            ask(f"{fake.base_url}/v1/subscriptions", fake)
        fake.fail(delay=6)
        with pytest.raises(httpx.ReadTimeout):
            ask(f"{fake.base_url}/v1/subscriptions", fake)


def test_as_a_transport_of_httpx() -> None:
    """A client of httpx takes a fake as the handler of its mock transport."""
    fake = Fake("illumina-ens")
    with httpx.Client(transport=httpx.MockTransport(fake.respond)) as client:
        assert client.get(f"{fake.base_url}/v1/subscriptions").json()["code"] == "Unauthorized"
        assert client.get(f"{fake.base_url}/v1/nothing").status_code == 404
        refused: Any = client.put(f"{fake.base_url}/v1/subscriptions")
        assert (refused.status_code, refused.headers["allow"]) == (405, "GET, POST")


def test_threads_share_a_fake() -> None:
    """Calls of many threads do not lose each other's objects."""
    fake = Fake("illumina-ens")
    with fake.client() as client, ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: client.subscriptions.create(**CREATE["illumina-ens"]).id, range(100)))
        assert len(set(made)) == 100
        assert [one.id for one in client.subscriptions.list(page_size=30)] == [f"sub.{n}" for n in range(1, 101)]
    assert [one.number for one in fake.calls] == list(range(1, len(fake.calls) + 1))


def test_other_clocks_are_waited_for() -> None:
    """A running clock takes its time, and can be moved besides."""
    clock = RunningClock()
    before = clock.now()
    clock.sleep(0.01)
    asyncio.run(clock.asleep(0.01))
    assert 0.02 <= (clock.now() - before).total_seconds() < 60
    clock.advance(3600)
    assert (clock.now() - before).total_seconds() > 3600

"""The scripts of `examples/` do what the cookbook says they do, with the fakes of their vendors."""

from __future__ import annotations

import asyncio
import json
import logging
import re
import runpy
import sqlite3
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
import subkit
from support.certificates import authority_file, server_context
from support.proxies import tunnelling
from support.servers import Connection, serving

ROOT = Path(__file__).resolve().parents[1]
SCRIPTS = sorted(path.stem for path in (ROOT / "examples").glob("*.py"))
HOOK = {"url": "https://example.com/hook", "authType": "none", "usesSecrets": False}
SUBSCRIPTION = "64eca60b-2e55-4c38-8603-e9e6bad7d809"
QUEUE = "https://sqs.us-east-1.amazonaws.com/123456789012/events"
Vendor = Callable[..., Any]


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    """A script may set up the log; other tests find it as it was."""
    log = logging.getLogger("subkit")
    level = log.level
    yield
    log.setLevel(level)


def example(name: str) -> ModuleType:
    return import_module(f"examples.{name}")


def test_the_cookbook_links_each_script() -> None:
    """No recipe without its script, no script without its recipe."""
    links = re.findall(r"\(\.\./examples/(\w+)\.py\)", (ROOT / "docs" / "cookbook.md").read_text("utf-8"))
    assert sorted(links) == SCRIPTS


def as_argv(tmp_path: Path) -> dict[str, list[str]]:
    """Arguments for each script."""
    wanted = tmp_path / "wanted.json"
    wanted.write_text(json.dumps({"hook": {"dispatch_type": "none", "enabled": True}}))
    return {
        "sync_subscriptions": [str(wanted), "--apply"],
        "concurrent_changes": [SUBSCRIPTION],
        "lost_create": ["uploads", QUEUE],
        "many_calls": [SUBSCRIPTION, "00000000-0000-0000-0000-000000000000"],
        "many_tenants": [str(tmp_path / "rows.db"), "north", "south"],
        "debugging": [],
    }


@pytest.mark.parametrize("name", [name for name in SCRIPTS if name != "corporate_network"])  # which needs a proxy
def test_each_runs_as_a_program(
    name: str,
    tmp_path: Path,
    fake_vendor_server: Vendor,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """With its vendor's settings in the environment, each reaches the vendor and reports no failure."""
    [package] = re.findall(r"from (subkit_\w+) import", (ROOT / "examples" / f"{name}.py").read_text("utf-8"))
    slug = package.removeprefix("subkit_").replace("_", "-")
    fake = fake_vendor_server(slug).fakes[slug]
    own = {"base_url": fake.base_url, "token": fake.token(), "key": "fake-api-key", **fake.parameters}
    for setting, value in own.items():
        monkeypatch.setenv(f"{package}_{setting}".upper(), value)
    monkeypatch.setattr("sys.argv", [name, *as_argv(tmp_path)[name]])
    monkeypatch.setattr("logging.basicConfig", lambda **_: None)
    runpy.run_path(str(ROOT / "examples" / f"{name}.py"), run_name="__main__")
    assert len(fake.calls) >= 1
    assert capsys.readouterr().err == ""


def test_sync(fake_vendor: Vendor, capsys: pytest.CaptureFixture[str]) -> None:
    """A dry run writes nothing; the real one creates, patches and deletes; afterwards nothing is left to do."""
    sync = example("sync_subscriptions").sync
    fake = fake_vendor("jackhenry-events")
    wanted = {
        "new": {"dispatch_type": "none", "enabled": True},
        "other": {"dispatch_type": "https", "enabled": True, "http_settings": HOOK},
        "same": {"dispatch_type": "https", "enabled": True, "http_settings": HOOK},
    }
    with fake.client() as client:
        client.subscriptions.create(name="other", **{**wanted["other"], "enabled": False})
        client.subscriptions.create(name="same", **wanted["same"])
        client.subscriptions.create(name="old", dispatch_type="none", enabled=True)
        before = fake.objects("subscriptions")
        assert len(sync(client, wanted, delete=True)) == 3
        assert fake.objects("subscriptions") == before
        steps = sync(client, wanted, dry_run=False, delete=True)
        assert list(map(str, steps)) == ["create new: dispatch_type, enabled", "patch other: enabled", "delete old"]
        assert sync(client, wanted, delete=True) == []
    assert sorted(one["name"] for one in fake.objects("subscriptions")) == sorted(wanted)
    assert "would patch other: enabled\n" in capsys.readouterr().out


def test_sync_refuses_a_name_that_is_there_twice(fake_vendor: Vendor) -> None:
    """Which of the two is meant is not known, so nothing is done."""
    with fake_vendor("jackhenry-events").client() as client:
        for _ in range(2):
            client.subscriptions.create(name="twin", dispatch_type="none", enabled=True)
        with pytest.raises(SystemExit, match="two subscriptions are named 'twin'"):
            example("sync_subscriptions").sync(client, {}, dry_run=False)


def in_between(fake: Any, meddle: Callable[[Any], object], times: int) -> Any:
    """A transport on which somebody else writes just before our own writes arrive."""
    left = [None] * times

    class Meddling:
        def send(self, request: subkit.Request, *, timeout: float) -> subkit.Reply:
            if "block-subscription" in request.url and left:
                left.pop()
                with fake.client() as other:
                    meddle(other)
            reply: subkit.Reply = fake.transport.send(request, timeout=timeout)
            return reply

        def close(self) -> None:
            """Nothing is open."""

    return Meddling()


def test_concurrent_changes_decide_again(fake_vendor: Vendor) -> None:
    """Somebody blocked all requests in the meantime: that is seen, and not weakened to production only."""
    fake = fake_vendor("wso2-publisher")
    elsewhere = in_between(fake, lambda other: other.subscriptions.block(SUBSCRIPTION, block_state="BLOCKED"), 1)
    with fake.client(transport=elsewhere) as client:
        assert example("concurrent_changes").block_production(client, SUBSCRIPTION).status == "BLOCKED"
    assert [call.status for call in fake.calls.named("block_subscription")] == [200, 412]


@pytest.mark.parametrize("times", [2, 9])
def test_concurrent_changes_try_again_and_end(fake_vendor: Vendor, times: int) -> None:
    """Each 412 leads to another attempt with the current object, up to five."""
    module = example("concurrent_changes")
    fake = fake_vendor("wso2-publisher")

    def there_and_back(other: Any) -> None:
        other.subscriptions.block(SUBSCRIPTION, block_state="BLOCKED")
        other.subscriptions.unblock(SUBSCRIPTION)

    with fake.client(transport=in_between(fake, there_and_back, times)) as client:
        if times < module.ATTEMPTS:
            assert module.block_production(client, SUBSCRIPTION).status == "PROD_ONLY_BLOCKED"
        else:
            with pytest.raises(subkit.PreconditionFailed):
                module.block_production(client, SUBSCRIPTION)
    own = [call.status for call in fake.calls.named("block_subscription")]
    refused = min(times, module.ATTEMPTS)
    assert own.count(412) == refused
    assert len(own) == 2 * refused + (times < module.ATTEMPTS)


@pytest.mark.parametrize("loss", ["reset after", "cut", "reset before"])
def test_a_lost_create(fake_vendor: Vendor, loss: str) -> None:
    """There is one subscription, whether the request whose response got lost was carried out or not."""
    fake = fake_vendor("illumina-ens")
    fake.fail("create_subscription", loss=loss)
    with fake.client() as client:
        made = example("lost_create").create_once(client, "uploads", QUEUE)
        assert made.name == "uploads"
        assert example("lost_create").create_once(client, "uploads", QUEUE).id == made.id
    assert len(fake.objects("subscriptions")) == 1


def test_a_create_that_always_gets_lost(fake_vendor: Vendor) -> None:
    """It ends with what is known: the outcome is not."""
    fake = fake_vendor("illumina-ens")
    fake.fail("create_subscription", loss="reset before", times=None)
    with fake.client() as client, pytest.raises(subkit.OutcomeUnknown):
        example("lost_create").create_once(client, "uploads", QUEUE)
    assert fake.objects("subscriptions") == []


def test_200_calls_at_once(fake_vendor: Vendor) -> None:
    """Each id has its result, the failed ones their error, with one token for all."""
    fake = fake_vendor("wso2-publisher")
    ids = [f"00000000-0000-4000-8000-{number:012}" for number in range(200)]
    for one in ids[:190]:
        fake.add("subscriptions", subscriptionId=one, status="UNBLOCKED")

    async def run() -> Any:
        async with fake.async_client() as client:
            return await example("many_calls").get_all(client, ids)

    results = asyncio.run(run())
    assert list(results) == ids or sorted(results) == ids
    assert {type(results[one]) for one in ids[190:]} == {subkit.NotFound}
    assert [results[one].subscription_id for one in ids[:190]] == ids[:190]
    assert len(fake.calls.named("token")) == 1


class Killed(BaseException):
    """As from a signal."""


def test_many_tenants(fake_vendor: Vendor, tmp_path: Path) -> None:
    """Killed half way and run again, all rows are there, none twice; a tenant that fails is in a table of its own."""
    fakes = {name: fake_vendor("illumina-ens", seed=number) for number, name in enumerate(("north", "south", "west"))}
    seen: list[str] = []
    clients = {name: fake.client(observer=lambda event: seen.append(event.kind)) for name, fake in fakes.items()}
    for fake, client in zip(fakes.values(), clients.values(), strict=True):
        for number in range(250):
            client.subscriptions.create(
                name=f"n{number}", type="gds.files", delivery_target={"awsSqsQueue": {"queueUrl": QUEUE}}
            )
        fake.calls.clear()
        seen.clear()
    fakes["west"].fail("list_subscriptions", status=403)
    module = example("many_tenants")
    killed_at_the_second_page(clients, seen, module, tmp_path / "rows.db")
    assert len(fakes["north"].calls.named("list_subscriptions")) == 2
    database = sqlite3.connect(tmp_path / "rows.db")
    module.load_all(clients, database)
    assert len(fakes["north"].calls.named("list_subscriptions")) == 4, "the first page was not fetched again"
    counts = dict(database.execute("SELECT tenant, count(*) FROM subscriptions GROUP BY tenant"))
    assert counts == {"north": 250, "south": 250}
    [(tenant, error)] = database.execute("SELECT * FROM failures")
    assert (tenant, error[:3]) == ("west", "403")
    module.load_all(clients, database)
    assert list(database.execute("SELECT * FROM failures")) == []
    stored = {json.loads(data)["id"] for (data,) in database.execute("SELECT data FROM subscriptions")}
    assert stored == {one["id"] for fake in fakes.values() for one in fake.objects("subscriptions")}
    database.close()


def killed_at_the_second_page(clients: Any, seen: list[str], module: ModuleType, path: Path) -> None:
    """Load until the second page of the first tenant has arrived and is not yet stored."""
    database = sqlite3.connect(path)

    def dumps(value: Any) -> str:
        if seen.count("response") == 2:
            raise Killed
        return json.dumps(value)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "json", SimpleNamespace(dumps=dumps))
        with pytest.raises(Killed):
            module.load_all(clients, database)
    database.close()


def page(connection: Connection) -> None:
    """A list of one subscription."""
    if connection.request():
        body = b'[{"id": "66ebd0896e52ae73b495106f", "name": "Default studio"}]'
        head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
        connection.send(head % len(body) + body)


@pytest.mark.parametrize("trusted", [True, False])
def test_corporate_network(
    trusted: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Through the proxy, with the company's certificates; with others, the error says what is wrong."""
    monkeypatch.setenv("SUBKIT_ALTERYX_SERVER_BASE_URL", "https://server.invalid/webapi")
    monkeypatch.setenv("SUBKIT_ALTERYX_SERVER_TOKEN", "t")
    context = server_context("server.invalid")
    with serving(page, context) as server:
        to_server = tunnelling(lambda host, port: ("127.0.0.1", server.port))
        with serving(to_server) as proxy:
            authority = authority_file(tmp_path, "trusted" if trusted else "another")
            example("corporate_network").main(Path(authority), f"http://127.0.0.1:{proxy.port}")
    printed = capsys.readouterr().out
    if trusted:
        assert printed == "connected; the first subscription is Default studio\n"
    else:
        assert printed.startswith("ask your network team: ")
        assert "certificate" in printed


def test_debugging(fake_vendor: Vendor) -> None:
    """The observer counts outcomes, and a departure from the specification is shown with its place."""
    module = example("debugging")
    statistics = module.Statistics()
    fake = fake_vendor("alteryx-server")
    fake.fail("list_subscriptions", status=503)
    fake.fail("list_subscriptions", status=200, body=[{"id": "66ebd0896e52ae73b495106f", "colour": "red"}])
    with fake.client(observer=statistics) as client:
        shown = module.show_drift(client)
    assert any(line.startswith("$[0].colour: unknown_field") for line in shown), shown
    assert statistics.outcomes["list_subscriptions", "503"] == 1
    assert statistics.outcomes["list_subscriptions", "200"] == 1
    assert statistics.seconds >= 0

"""`docs/comparison.md` has what raw httpx, a stock generated client and subkit really do in the same situation."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import httpx
import pytest
from subkit.mock import Fake
from subkit_illumina_ens import IlluminaEns

ROOT = Path(__file__).resolve().parents[1]
NEW = {"name": "uploads", "type": "gds.files"}
QUEUE = {"awsSqsQueue": {"queueUrl": "https://sqs.us-east-1.amazonaws.com/123456789012/events"}}
DIGITS = {"id": "sub.1", "timeCreated": "2026-01-31T12:00:00.1234567Z", "colour": "red"}


def raw(fake: Fake, token: str) -> httpx.Client:
    headers = {"Authorization": f"Bearer {token}"}
    return httpx.Client(transport=httpx.MockTransport(fake.respond), base_url=fake.base_url, headers=headers)


class Raw:
    """httpx, as it is used after reading its introduction."""

    def __init__(self, fake: Fake) -> None:
        self.http = raw(fake, fake.token())

    def result(self, response: httpx.Response) -> Any:
        return response.json() if response.is_success else f"status {response.status_code}"

    def get(self, one: str) -> Any:
        return self.result(self.http.get(f"/v1/subscriptions/{one}"))

    def create(self) -> Any:
        return self.result(self.http.post("/v1/subscriptions", json={**NEW, "deliveryTarget": QUEUE}))

    def list(self) -> Any:
        return self.result(self.http.get("/v1/subscriptions", params={"pageSize": 10}))["items"]


class Stock:
    """The output of openapi-python-client for the same specification."""

    def __init__(self, fake: Fake) -> None:
        package = import_module("stock_for_comparison")
        self.calls = "stock_for_comparison.api.subscriptions"
        token = fake.token()
        self.client = package.AuthenticatedClient(base_url=fake.base_url, token=token)
        self.client.set_httpx_client(raw(fake, token))
        self.models = import_module("stock_for_comparison.models")

    def call(self, name: str, *args: Any, **kwargs: Any) -> Any:
        found = import_module(f"{self.calls}.{name}").sync(*args, client=self.client, **kwargs)
        if found is None or type(found).__name__.startswith("Error"):
            return f"returns {found if found is None else 'an ' + type(found).__name__}"
        return found

    def get(self, one: str) -> Any:
        found = self.call("get_subscription", one)
        return found if isinstance(found, str) else found.to_dict()

    def create(self) -> Any:
        body = self.models.CreateSubscriptionRequest.from_dict({**NEW, "deliveryTarget": QUEUE})
        found = self.call("create_subscription", body=body)
        return found if isinstance(found, str) else found.to_dict()

    def list(self) -> Any:
        return self.call("list_subscriptions", page_size=10).items


class Subkit:
    """subkit, with its defaults."""

    def __init__(self, fake: Fake) -> None:
        self.client: IlluminaEns = fake.client()

    def get(self, one: str) -> Any:
        return self.client.subscriptions.get(one).to_dict()

    def create(self) -> Any:
        return self.client.subscriptions.create(**NEW, delivery_target=QUEUE).to_dict()

    def list(self) -> Any:
        return list(self.client.subscriptions.list(page_size=10))


def outcome(call: Callable[[], Any]) -> str:
    """What a call did, in a few words."""
    try:
        found = call()
    except Exception as error:  # noqa: BLE001 - whichever it is, the table names it
        return f"`{type(error).__name__}`"
    return found if isinstance(found, str) else "the object"


def existing(fake: Fake) -> str:
    with fake.client() as client:
        made = client.subscriptions.create(**NEW, delivery_target=QUEUE)
        return str(made.id)


def once_503(fake: Fake, client: Any) -> str:
    one = existing(fake)
    fake.fail("get_subscription", status=503)
    return outcome(lambda: client.get(one))


def expired(fake: Fake, client: Any) -> str:
    one = existing(fake)
    outcome(lambda: client.get(one))
    fake.expire_tokens()
    return outcome(lambda: client.get(one))


def login_page(fake: Fake, client: Any) -> str:
    fake.fail("get_subscription", login_page=True)
    return outcome(lambda: client.get("sub.1"))


def digits(fake: Fake, client: Any) -> str:
    fake.fail("get_subscription", status=200, body=DIGITS)
    kept = client.get("sub.1")
    return ", ".join(f"{name} {'kept' if kept.get(key) == DIGITS[key] else 'lost'}" for name, key in PARTS.items())


PARTS = {"digit": "timeCreated", "field": "colour"}


def paths(fake: Fake, client: Any) -> str:
    came = len(fake.calls)
    said = outcome(lambda: client.get("../subscriptions"))
    sent = [call.path for call in list(fake.calls)[came:]]
    return f"{said}; " + (f"sent to `{sent[-1]}`" if sent else "not sent")


def lost(fake: Fake, client: Any) -> str:
    fake.fail("create_subscription", loss="reset after")
    return outcome(client.create)


def pages(fake: Fake, client: Any) -> str:
    for _ in range(25):
        existing(fake)
    return f"{len(client.list())} items"


def unknown_project(fake: Fake, client: Any) -> str:
    return outcome(lambda: client.get("sub.99"))


pytestmark = pytest.mark.slow
SITUATIONS = {
    "`get`, and the server is unavailable once (503)": once_503,
    "`get`, and the access token has expired": expired,
    "`get`, and a gateway answers with its login page and 200": login_page,
    "`get` of an id that does not exist": unknown_project,
    "a date with seven digits and a new field, read and written back": digits,
    "`get` with the id `../subscriptions`": paths,
    "`create`, and the response gets lost": lost,
    "a list of 25 in pages of 10": pages,
}


@pytest.fixture(scope="module", autouse=True)
def stock(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The stock client, made from the same specification."""
    place = tmp_path_factory.mktemp("stock")
    command = [str(Path(sys.executable).with_name("openapi-python-client")), "generate", "--meta", "none"]
    spec, output = ROOT / "specs/illumina-ens/openapi.yaml", place / "stock_for_comparison"
    subprocess.run([*command, "--path", str(spec), "--output-path", str(output)], check=True, capture_output=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(place))
        yield


@pytest.mark.parametrize("situation", SITUATIONS)
def test_the_table_says_what_happens(situation: str, fake_vendor: Callable[..., Fake]) -> None:
    """Each cell of the row is what the client of its column did."""
    found = []
    for kind in (Raw, Stock, Subkit):
        fake = fake_vendor("illumina-ens")
        found.append(SITUATIONS[situation](fake, kind(fake)))
    text = (ROOT / "docs" / "comparison.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| (.+?) \| (.+) \|$", text, re.MULTILINE))
    assert rows.get(situation, "no row").split(" | ") == found


def test_no_other_rows() -> None:
    """The table has nothing that was not tried."""
    text = (ROOT / "docs" / "comparison.md").read_text("utf-8").partition("|---|---|---|---|\n")[2]
    assert re.findall(r"^\| (.+?) \|", text.partition("\n\n")[0], re.MULTILINE) == list(SITUATIONS)

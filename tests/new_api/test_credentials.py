"""The four ways of getting tokens in a sixth API: `[auth]` as the page has it, and a credential that works."""

from __future__ import annotations

import asyncio
import importlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey
from subkit import AuthError, Reply, Request

from generator.__main__ import main

HERE = Path(__file__).parent
PAGE = (HERE.parents[1] / "docs" / "adding-an-api.md").read_text("utf-8")
BASE = "https://notices.harbour.example/v2"
KEY = ECKey.generate_key("P-256", private=True)
(EXAMPLE,) = (block for block in re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL) if "[auth]" in block)
AUTH = {
    "client_credentials": EXAMPLE,
    "api_key": '[auth]\nflow = "api_key"\ntoken_url = "{base_url}/tokens"\nheader = "X-Harbour"\nquery = { port = "p" }\n',
    "password": '[auth]\nflow = "password"\nscopes = ["a", "b"]\n',
    "private_key_jwt": '[auth]\nflow = "private_key_jwt"\ndiscovery_url = "{base_url}/.well-known/x"\nalgorithm = "ES256"\n',
}
ARGUMENTS: dict[str, dict[str, Any]] = {
    "client_credentials": {"client_id": "i", "client_secret": "s"},
    "api_key": {"key": "k", "port": "NL RTM"},
    "password": {
        "token_url": "https://login.harbour.example/t",
        "client_id": "i",
        "client_secret": "s",
        "username": "u",
        "password": "p",
    },
    "private_key_jwt": {"client_id": "i", "key": KEY.as_pem(private=True).decode("ascii")},
}
CLASSES = {
    "client_credentials": "ClientCredentials",
    "api_key": "ApiKey",
    "password": "PasswordGrant",
    "private_key_jwt": "PrivateKeyJwt",
}


@pytest.fixture(scope="module", params=AUTH)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Any]]:
    """The flow, and the package that is generated with it."""
    flow: str = request.param
    slug = f"harbour-{flow.replace('_', '-')}"
    place = tmp_path_factory.mktemp(flow)
    specs, clients = str(place / "specs"), str(place / "clients")
    assert main(["new", slug, str(HERE / "vendor.yaml"), "--specs", specs]) == 0
    with (place / "specs" / slug / "facade.toml").open("a") as facade:
        facade.write(f"\n{AUTH[flow]}")
    assert main([slug, "--specs", specs, "--output", clients]) == 0
    source = str(place / "clients" / slug / "src")
    sys.path.insert(0, source)
    yield flow, importlib.import_module(f"subkit_{slug.replace('-', '_')}")
    sys.path.remove(source)


class Harbour:
    """The invented vendor: gives one token, and takes it."""

    def __init__(self) -> None:
        self.asked: list[Request] = []
        self.calls: list[Request] = []

    def send(self, request: Request, *, timeout: float) -> Reply:
        if request.url.endswith("/.well-known/x"):
            return _json({"token_endpoint": f"{BASE}/found"})
        if "/watches/" not in request.url:
            self.asked.append(request)
            return _json({"access_token": "t", "token_type": "Bearer", "expires_in": 3600})
        self.calls.append(request)
        return _json({"id": "w1", "name": "n", "calls": 0})

    def close(self) -> None:
        """Nothing to close."""


class AsyncHarbour(Harbour):
    async def send(self, request: Request, *, timeout: float) -> Reply:  # type: ignore[override]
        return super().send(request, timeout=timeout)

    async def aclose(self) -> None:
        """Nothing to close."""


def _json(body: Any) -> Reply:
    return Reply(200, (("Content-Type", "application/json"),), json.dumps(body).encode())


def client_of(package: Any, vendor: Harbour) -> type[Any]:
    prefix = "Async" if isinstance(vendor, AsyncHarbour) else ""
    (name,) = (one for one in package.__all__ if one.startswith(f"{prefix}Harbour"))
    found: type[Any] = getattr(package, name)
    return found


def fetch(client: Any, number: int) -> None:
    """Some calls, of either kind."""

    async def run() -> None:
        for _ in range(number):
            found = client.watches.get("w1")
            assert (await found if hasattr(found, "__await__") else found).id == "w1"

    asyncio.run(run())


def check_request(flow: str, request: Request) -> None:
    """A request for a token is what the flow and its `[auth]` say."""
    headers, form = dict(request.headers), dict(parse_qsl((request.body or b"").decode("ascii")))
    match flow:
        case "client_credentials":
            assert request.url == f"{BASE}/oauth/token"
            assert form == {"grant_type": flow, "scope": "watches", "client_id": "i", "client_secret": "s"}
        case "api_key":
            assert (request.url, headers["X-Harbour"], form) == (f"{BASE}/tokens?p=NL+RTM", "k", {})
        case "password":
            assert (request.url, headers["Authorization"]) == ("https://login.harbour.example/t", "Basic aTpz")
            assert form == {"grant_type": "password", "scope": "a b", "username": "u", "password": "p"}
        case _:
            signed = jwt.decode(form["client_assertion"], KEY, algorithms=["ES256"])
            assert request.url == signed.claims["aud"] == f"{BASE}/found"


@pytest.mark.parametrize("vendor", [Harbour, AsyncHarbour])
def test_tokens_are_bought(made: tuple[str, Any], vendor: type[Harbour]) -> None:
    """The credential of the package buys one token for all calls, in the way that facade.toml says."""
    flow, package = made
    harbour = vendor()
    auth = getattr(package, CLASSES[flow])(**ARGUMENTS[flow])
    fetch(client_of(package, harbour)(auth=auth, port_id="NLRTM", transport=harbour), 2)
    (asked,) = harbour.asked
    check_request(flow, asked)
    assert {dict(call.headers)["Authorization"] for call in harbour.calls} == {"Bearer t"}


@pytest.mark.parametrize("vendor", [Harbour, AsyncHarbour])
def test_the_environment(made: tuple[str, Any], vendor: type[Harbour], monkeypatch: pytest.MonkeyPatch) -> None:
    """`from_env` of the package reads the arguments of its credential."""
    flow, package = made
    for name, value in ARGUMENTS[flow].items():
        monkeypatch.setenv(f"{package.__name__}_{name}".upper(), value)
    harbour = vendor()
    fetch(client_of(package, harbour).from_env(port_id="NLRTM", transport=harbour), 1)
    check_request(flow, harbour.asked[0])


def test_no_token(made: tuple[str, Any]) -> None:
    """What goes wrong at the token endpoint is an `AuthError`, in a package of one's own too."""
    flow, package = made
    harbour = Harbour()
    auth = getattr(package, CLASSES[flow])(**ARGUMENTS[flow])
    harbour.send = lambda request, timeout: Reply(404)  # type: ignore[method-assign]
    with pytest.raises(AuthError, match="404"):
        fetch(client_of(package, harbour)(auth=auth, port_id="NLRTM", transport=harbour), 1)


def test_the_page_names_every_flow() -> None:
    """What `[auth]` can say stands on the page: each flow, its class and its keys."""
    for flow, name in CLASSES.items():
        assert f"| `{flow}` | `{name}(" in PAGE
    for key in (
        "token_url",
        "discovery_url",
        "client_auth",
        "scopes",
        "header",
        "query",
        "algorithm",
        "description",
        "source",
    ):
        assert f"`{key}`" in PAGE

"""Clients: how they are made, what they check before they send, and when they send again."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest
import subkit
from support.scripted import (
    MODES,
    SLUGS,
    TOKEN,
    Driven,
    client_class,
    header,
    needed,
    package_of,
    reply,
    settle,
)

ENS, WSO2, EVENTS, SERVER = "illumina-ens", "wso2-publisher", "jackhenry-events", "alteryx-server"
pytestmark = pytest.mark.parametrize("mode", MODES)
QUEUE = {"awsSqsQueue": {"queueUrl": "q"}}
OK = reply(200, {"id": "s1"})


def driven_ens(mode: str, *answers: Any, **options: Any) -> Driven:
    return Driven(ENS, mode, answers or [OK], **options)


def create(mode: str, driven: Driven, **changes: Any) -> Any:
    fields = {"name": "n", "type": "gds.files", "delivery_target": QUEUE, **changes}
    return driven(lambda client: client.subscriptions.create(**fields))


# Made


@pytest.mark.parametrize("slug", [slug for slug in SLUGS if slug != EVENTS])
def test_base_url_is_required(mode: str, slug: str) -> None:
    """Where no usable production server is documented, the address has to be given, and the error says how."""
    name = f"SUBKIT_{slug.replace('-', '_').upper()}_BASE_URL"
    with pytest.raises(subkit.ConfigurationError, match=f"base_url.*{name}"):
        client_class(slug, mode)(auth=None, **needed(slug))


def test_base_url_with_a_default(mode: str) -> None:
    """Where one production server is documented, the address may be left out."""
    assert "https://" in repr(client_class(EVENTS, mode)(auth=None, **needed(EVENTS)))


@pytest.mark.parametrize("url", ["http://api.example", "http://10.0.0.1:8080", "http://localhost.example"])
@pytest.mark.fault(20)
def test_plain_http_with_a_credential(mode: str, url: str) -> None:
    """A credential is not sent over plain http unless that is asked for; without one, http is fine."""
    with pytest.raises(subkit.ConfigurationError, match="allow_insecure_http"):
        Driven(ENS, mode, base_url=url)
    Driven(ENS, mode, base_url=url, allow_insecure_http=True)
    Driven(ENS, mode, base_url=url, auth=None)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8080", "127.9.9.9", "[::1]:1", "api.localhost"])
@pytest.mark.fault(20)
def test_plain_http_to_loopback(mode: str, host: str) -> None:
    """Plain http to this machine takes a credential."""
    assert repr(Driven(ENS, mode, base_url=f"http://{host}").client)


@pytest.mark.parametrize(
    "url",
    [
        *("", "api.example", "ftp://api.example", "https://", "https://api.example?x=1", "https://api.example/#f", 5),
        *("https://api.example:99999", "https://a b.example", "https://api.example/\\x", "https://api.example\n"),
        *("https://canary:canary@api.example", "https://canary@api.example", "https://u:canary@api.example:port"),
    ],
)
def test_bad_base_url(mode: str, url: Any) -> None:
    """What cannot be a base URL is refused, and credentials in one are not repeated."""
    with pytest.raises(subkit.ConfigurationError, match="base_url") as caught:
        Driven(ENS, mode, base_url=url)
    assert "canary" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("timeout", value) for value in (0, -1, float("nan"), float("inf"), "5", True, None)),
        *(("decode", value) for value in ("lenient", None)),
        *(("max_body", value) for value in (0, -1)),
    ],
)
def test_bad_options(mode: str, name: str, value: Any) -> None:
    """Options that make no sense are refused when the client is made, and by `with_options`."""
    with pytest.raises(subkit.ConfigurationError, match=name):
        Driven(ENS, mode, **{name: value})
    with pytest.raises(subkit.ConfigurationError, match=name):
        driven_ens(mode).client.with_options(**{name: value})


@pytest.mark.parametrize("changes", [{"attempts": 0}, {"base": -1}, {"cap": -1}])
def test_bad_retry(mode: str, changes: dict[str, Any]) -> None:
    """A retry policy that makes no sense is refused."""
    with pytest.raises(ValueError, match=next(iter(changes))):
        Driven(ENS, mode, retry=subkit.Retry(**changes))


@pytest.mark.parametrize("slug", [EVENTS, "aveva-omf"])
@pytest.mark.parametrize("value", ["", "..", "a\x00b", None])
def test_bad_client_wide_id(mode: str, slug: str, value: Any) -> None:
    """A client-wide id that cannot be one is refused before anything is sent."""
    name = next(iter(needed(slug)))
    operation = package_of(slug).operations.get_subscription("s1")

    def call() -> None:
        driven = Driven(slug, mode, [OK], **{name: value})
        driven(lambda client: client.with_options(validate=False).send(operation))

    with pytest.raises(subkit.ConfigurationError, match=name):
        call()


# From the environment


@pytest.mark.parametrize("slug", SLUGS)
def test_from_env(mode: str, slug: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings come from variables named after the API; what is missing is named; arguments go first."""
    prefix = f"SUBKIT_{slug.replace('-', '_').upper()}_"
    cls = client_class(slug, mode)
    wanted = {**needed(slug), "token": "secret-1"} | ({} if slug == EVENTS else {"base_url": "https://env.example"})
    with pytest.raises(subkit.ConfigurationError) as caught:
        cls.from_env()
    assert [name for name in wanted if prefix + name.upper() not in str(caught.value)] == []
    for name, value in {**wanted, "base_url": "https://env.example"}.items():
        monkeypatch.setenv(prefix + name.upper(), value)
    assert "https://env.example" in repr(cls.from_env(timeout=3.0))
    assert "timeout=3" in repr(cls.from_env(timeout=3.0))
    assert "https://arg.example" in repr(cls.from_env(base_url="https://arg.example"))


def test_from_env_uses_names_that_users_have(mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Names that users already have serve where the package's own are not set."""
    monkeypatch.setenv("ICA_BASE_URL", "https://ica.example")
    monkeypatch.setenv("ICA_ACCESS_TOKEN", "token-of-ica")
    driven = driven_ens(mode)
    driven.client = client_class(ENS, mode).from_env(transport=driven.transport)
    driven(lambda client: client.subscriptions.get("s1"))
    assert header(driven.last, "authorization") == "Bearer token-of-ica"
    assert driven.last.url.startswith("https://ica.example/")


@pytest.mark.fault(63)
def test_environment_gives_no_credential_by_itself(mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only `from_env` reads the environment."""
    monkeypatch.setenv("ICA_ACCESS_TOKEN", "canary")
    driven = driven_ens(mode, auth=None)
    driven(lambda client: client.subscriptions.get("s1"))
    assert header(driven.last, "authorization") is None


# Options, closing


def test_with_options(mode: str) -> None:
    """A client with other options shares the connections; the first one is unchanged, whatever was used before."""
    driven = driven_ens(mode, OK, OK, OK)
    driven(lambda client: client.subscriptions.get("s1"))
    quick = driven.client.with_options(timeout=1.0)
    settle(quick.subscriptions.get("s1"))
    driven(lambda client: client.subscriptions.get("s1"))
    assert [timeout > 1 for timeout in driven.transport.timeouts] == [True, False, True]
    assert type(quick) is type(driven.client)


def test_with_options_of_another_tenant(mode: str) -> None:
    """Client-wide path parameters can be changed too; the ones that are not given stay, and so does the first client."""
    driven = Driven("aveva-omf", mode, [reply(200, {"Id": "s1"})] * 3, tenant_id="north", namespace_id="n1")
    south = driven.client.with_options(tenant_id="south", timeout=1.0)
    for client in (south, driven.client, south.with_options(namespace_id="n2")):
        settle(client.subscriptions.get("s1"))
    paths = [request.url.partition("/tenants/")[2].split("/")[:3] for request in driven.transport.requests]
    assert [path.lower() for found in paths for path in found] == [
        *("south", "namespaces", "n1"), *("north", "namespaces", "n1"), *("south", "namespaces", "n2"),
    ]  # fmt: skip


def test_with_options_of_a_tenant_that_cannot_be(mode: str) -> None:
    """A client-wide path parameter is checked when it is used, wherever it was given."""
    driven = Driven("aveva-omf", mode, [])
    with pytest.raises(subkit.ConfigurationError, match="tenant_id"):
        settle(driven.client.with_options(tenant_id="..").subscriptions.get("s1"))


def test_with_options_refuses_others(mode: str) -> None:
    """What belongs to the connections cannot be changed on a shared client."""
    with pytest.raises(subkit.ConfigurationError, match="base_url"):
        driven_ens(mode).client.with_options(base_url="https://other.example")


@pytest.mark.fault(76)
def test_closing(mode: str) -> None:
    """A closed client raises `ClientClosed`; closing twice does nothing; a derived client leaves the first open.

    Whoever gave the transport closes it.
    """
    driven = driven_ens(mode, OK, OK)
    child = driven.client.with_options(timeout=1.0)
    driven.close(child)
    with pytest.raises(subkit.ClientClosed):
        settle(child.subscriptions.get("s1"))
    driven(lambda client: client.subscriptions.get("s1"))
    driven.close()
    driven.close()
    assert driven.transport.closed == 0
    for call in (
        lambda client: client.subscriptions.get("s1"),
        lambda client: client.subscriptions.list().first(),
        lambda client: client.with_options(timeout=1.0),
    ):
        with pytest.raises(subkit.ClientClosed):
            driven(call)


@pytest.mark.fault(76)
def test_closing_the_first_closes_those_made_from_it(mode: str) -> None:
    """When the connections are closed, a client that shares them is closed too."""
    driven = driven_ens(mode, OK)
    child = driven.client.with_options(timeout=1.0)
    driven.close()
    with pytest.raises(subkit.ClientClosed):
        settle(child.subscriptions.get("s1"))


@pytest.mark.fault(60)
@pytest.mark.parametrize("act", [pickle.dumps, copy.copy, copy.deepcopy], ids=lambda act: act.__name__)
def test_clients_and_credentials_refuse_to_be_copied(mode: str, act: Any) -> None:
    """Neither a client nor a credential pickles or copies, and neither shows the secret."""
    client = driven_ens(mode).client
    credentials = [subkit.BearerToken(TOKEN), subkit.HeaderKey("X-Key", TOKEN), subkit.Basic("u", TOKEN)]
    for one in (client, *credentials):
        with pytest.raises(TypeError, match=type(one).__name__):
            act(one)
        assert TOKEN not in repr(one)

"""What a credential that buys tokens is made with, and what it never shows of that."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import Any

import pytest
import subkit
from support.issuers import Issuer, get
from support.scripted import BASE_URL, MODES, SLUGS, header
from support.secrecy import check_secrecy
from support.vendors import SECRETS

ENS, WSO2, SERVER, EVENTS, OMF = "illumina-ens", "wso2-publisher", "alteryx-server", "jackhenry-events", "aveva-omf"
OAUTH = [slug for slug in SLUGS if slug != ENS]
both = pytest.mark.parametrize("mode", MODES)

BAD: list[tuple[str, dict[str, Any], str]] = [
    (ENS, {"key": ""}, "key"),
    (ENS, {"key": None}, "key"),
    (ENS, {"key": "canary\r\nX-Evil: 1"}, "key"),
    (ENS, {"key": "canary\n"}, "key"),
    (ENS, {"key": "canary key"}, "key"),
    (ENS, {"key": "cänary"}, "key"),
    (ENS, {"project_context": ""}, "cid"),
    (ENS, {"project_context": "canary\ud800"}, "cid"),
    (ENS, {"project_context": 7}, "cid"),
    *((slug, {"client_id": ""}, "client_id") for slug in OAUTH),
    *((slug, {"client_id": "canary\ud800"}, "client_id") for slug in OAUTH),
    *((slug, {"client_secret": bad}, "client_secret") for slug in (WSO2, SERVER, OMF) for bad in ("", None, "\udfff", 7)),
    *((slug, {"client_id": "a:b"}, "client_id") for slug in (WSO2, SERVER)),
    *((WSO2, {name: bad}, name) for name in ("username", "password") for bad in ("", None, "canary\ud800", b"canary")),
    *((SERVER, {"lifetime": bad}, "lifetime") for bad in (0, -1, float("nan"), float("inf"), "canary", True, 10**400, [])),
    *((EVENTS, {"scopes": bad}, "scopes") for bad in (["canary two"], ["canary\n"], ["\ud800"], [""], [7], "ä")),
    *((slug, {"token_url": bad}, "token_url") for slug in SLUGS for bad in ("", "canary", "/token", "ftp://x.example/t")),
    (WSO2, {"token_url": None}, "token_url"),
    (WSO2, {"token_url": 7}, "token_url"),
    (WSO2, {"token_url": "https://alice:canary@x.example/token"}, "token_url"),
    (WSO2, {"token_url": "https://x.example/token#canary"}, "token_url"),
    (WSO2, {"token_url": "https://x.example/token?a=\r\ncanary"}, "token_url"),
    (WSO2, {"token_url": "https://x.example/tok en"}, "token_url"),
    (WSO2, {"token_url": "https://x.example\\@canary.example/token"}, "token_url"),
    (WSO2, {"token_url": "https://x.example:port/token"}, "token_url"),
]  # fmt: skip


@pytest.mark.fault(57, 58, 60)
@pytest.mark.parametrize(("slug", "changes", "name"), BAD)
def test_an_argument_that_cannot_be_sent(slug: str, changes: dict[str, Any], name: str) -> None:
    """It is refused when the credential is made, by its name, and not repeated; no secret is in the traceback."""
    with pytest.raises(subkit.ConfigurationError) as caught:
        Issuer(slug).credential(**changes)
    assert str(caught.value).startswith(f"{name}: ")
    assert "canary" not in str(caught.value).replace("canary.example", "")
    assert "\n" not in str(caught.value)
    hidden = ["canary"] if name in SECRETS else [*SECRETS.values()]
    check_secrecy(caught.value, "PRIVATE KEY", *hidden)


@pytest.mark.parametrize("lifetime", [60, 60.5, "60", "60.5"])
def test_lifetimes(lifetime: Any) -> None:
    """A lifetime is a number of seconds, or its digits, as they come from the environment."""
    Issuer(SERVER).credential(lifetime=lifetime)


@both
@pytest.mark.fault(20)
@pytest.mark.parametrize("slug", SLUGS)
def test_a_token_endpoint_without_encryption(mode: str, slug: str) -> None:
    """A secret does not go over plain http: that is refused when the client is made, unless it is asked for."""
    issuer = Issuer(slug)
    auth = issuer.credential(token_url="http://login.example/token")
    with pytest.raises(subkit.ConfigurationError, match=r"token_url: .*allow_insecure_http"):
        issuer.driven(mode, auth=auth)
    issuer.token_url = "http://login.example/token"
    get(issuer.driven(mode, auth=auth, allow_insecure_http=True))


@both
@pytest.mark.fault(20)
@pytest.mark.parametrize("host", ["127.0.0.1:8080", "[::1]", "localhost", "x.localhost:1"])
def test_a_token_endpoint_on_this_machine(mode: str, host: str) -> None:
    """What does not leave the machine needs no encryption."""
    issuer = Issuer(SERVER)
    issuer.token_url = f"http://{host}/token"
    get(issuer.driven(mode, auth=issuer.credential(token_url=issuer.token_url)))
    assert issuer.refusals == []


@both
@pytest.mark.fault(20)
@pytest.mark.parametrize("slug", SLUGS)
def test_an_api_without_encryption(mode: str, slug: str) -> None:
    """An API over plain http is refused with every flow, wherever its tokens come from."""
    issuer = Issuer(slug, base_url="http://api.example/base")
    with pytest.raises(subkit.ConfigurationError, match=r"base_url: .*allow_insecure_http"):
        issuer.driven(mode)
    assert issuer.asked == []


SHOWN: dict[str, Callable[[Any], str]] = {
    "repr": repr,
    "str": str,
    "format": format,
    "in a container": lambda one: repr([one, {"auth": one}]),
    "its attributes": lambda one: repr(vars(one)),
    "its renewals": lambda one: repr([vars(renewal) for renewal in one._caches.values()]),
}


@both
@pytest.mark.fault(60)
@pytest.mark.parametrize("how", SHOWN)
@pytest.mark.parametrize("slug", SLUGS)
def test_what_a_credential_shows(mode: str, slug: str, how: str) -> None:
    """No secret, before and after it bought a token, and no token."""
    issuer = Issuer(slug)
    credential = issuer.credential()
    before = SHOWN[how](credential)
    driven = issuer.driven(mode, auth=credential)
    get(driven)
    text = before + SHOWN[how](credential) + repr(driven.client)
    for secret in (*SECRETS.values(), *issuer.given, *issuer.refresh_tokens, "PRIVATE KEY", "Basic "):
        assert secret not in text


@pytest.mark.fault(60)
@pytest.mark.parametrize("copying", [pickle.dumps, copy.copy, copy.deepcopy, lambda one: copy.deepcopy([one])])
@pytest.mark.parametrize("slug", SLUGS)
def test_a_credential_stays_where_it_is(slug: str, copying: Callable[[Any], Any]) -> None:
    """It can be neither pickled nor copied, and nor can the parts that hold its secrets."""
    credential = Issuer(slug).credential()
    with pytest.raises(TypeError, match="secret"):
        copying(credential)
    for part in vars(credential).values():
        if repr(part) == "<secret>":
            with pytest.raises(TypeError, match="secret"):
                copying(part)


@both
@pytest.mark.fault(76)
@pytest.mark.parametrize("slug", SLUGS)
def test_a_closed_client(mode: str, slug: str) -> None:
    """It asks for no token."""
    issuer = Issuer(slug)
    driven = issuer.driven(mode)
    driven.close()
    with pytest.raises(subkit.ClientClosed):
        get(driven)
    assert driven.requests == []


@both
@pytest.mark.parametrize("slug", SLUGS)
def test_two_clients_of_different_servers(mode: str, slug: str) -> None:
    """A credential that clients share has a token for each of their servers, and shows neither the other's."""
    here, there = Issuer(slug), Issuer(slug, base_url="https://other.example/base")
    credential = here.credential()
    there._numbers = iter(range(100, 200))  # type: ignore[assignment]
    clients = [issuer.driven(mode, auth=credential) for issuer in (here, there, here)]
    for driven in (*clients, *clients):
        get(driven)
    assert (len(here.asked), len(there.asked)) == (1, 1)
    assert (here.refusals, there.refusals) == ([], [])
    for issuer in (here, there):
        assert {call.url.startswith(issuer.base_url) for call in issuer.calls} == {True}
    mine, theirs = ({header(call, "Authorization") for call in issuer.calls} for issuer in (here, there))
    assert len(mine) == len(theirs) == 1
    assert mine != theirs


@both
def test_the_same_server_written_differently(mode: str) -> None:
    """A slash at the end of the base URL makes no other server of it."""
    issuer = Issuer(SERVER)
    credential = issuer.credential()
    for base_url in (BASE_URL, f"{BASE_URL}/"):
        get(issuer.driven(mode, auth=credential, base_url=base_url))
    assert len(issuer.asked) == 1

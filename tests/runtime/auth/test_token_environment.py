"""`from_env`: a token, or else the vendor's own flow, whose settings it names when they are missing."""

from __future__ import annotations

import inspect
import os
from typing import Any

import attrs
import pytest
import subkit
from subkit._from_env import settings as read_settings
from support.issuers import Issuer, get
from support.scripted import MODES, SLUGS, Driven, client_class, needed, reply
from support.secrecy import check_secrecy
from support.vendors import CLIENT_ID, PROJECT, SECRETS, USERNAME, form_of, pem

ENS, WSO2, SERVER, EVENTS, OMF = "illumina-ens", "wso2-publisher", "alteryx-server", "jackhenry-events", "aveva-omf"
pytestmark = pytest.mark.parametrize("mode", MODES)
_CLIENT = {"CLIENT_ID": CLIENT_ID, "CLIENT_SECRET": SECRETS["client_secret"]}
FLOWS: dict[str, dict[str, str]] = {
    ENS: {"KEY": SECRETS["key"]},
    WSO2: {
        "TOKEN_URL": "https://gateway.example:8243/token",
        **_CLIENT,
        "USERNAME": USERNAME,
        "PASSWORD": SECRETS["password"],
    },
    SERVER: _CLIENT,
    EVENTS: {"CLIENT_ID": CLIENT_ID, "KEY": ""},
    OMF: _CLIENT,
}


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Sets variables of an API, beside nothing."""
    for name in [*os.environ]:
        if name.startswith(("SUBKIT_", "ICA_")):
            monkeypatch.delenv(name)

    def fill(slug: str, **values: str) -> None:
        for name, value in values.items():
            monkeypatch.setenv(f"SUBKIT_{slug.replace('-', '_').upper()}_{name}", value)

    return fill


def settings(slug: str) -> dict[str, str]:
    """All that the flow of an API needs, but for the address."""
    return {name: value or pem().replace("\n", "\\n") for name, value in FLOWS[slug].items()}


def from_env(slug: str, mode: str, issuer: Issuer) -> Driven:
    """A client that is made from the environment."""
    driven = Driven(slug, mode, issuer)
    own = {name.upper(): value for name, value in needed(slug).items()}
    assert not own.keys() & FLOWS[slug].keys()
    found = client_class(slug, mode).from_env(
        base_url=issuer.base_url, transport=driven.transport, retry=subkit.Retry(base=0), **needed(slug)
    )
    driven.client = found
    return driven


@pytest.mark.parametrize("slug", SLUGS)
def test_a_flow(mode: str, slug: str, environment: Any) -> None:
    """What the vendor's flow needs is read under the names of its arguments."""
    environment(slug, **settings(slug))
    issuer = Issuer(slug)
    get(from_env(slug, mode, issuer))
    assert (len(issuer.asked), issuer.refusals) == (1, [])


@pytest.mark.parametrize("slug", SLUGS)
def test_a_token_goes_first(mode: str, slug: str, environment: Any) -> None:
    """A token is used as it is, also if the flow's settings are there."""
    environment(slug, **settings(slug), TOKEN="t")
    issuer = Issuer(slug)
    issuer.given["t"] = float("inf")
    get(from_env(slug, mode, issuer))
    assert issuer.asked == []


@pytest.mark.parametrize("slug", SLUGS)
def test_what_is_missing(mode: str, slug: str, environment: Any) -> None:
    """Each setting that is missing is named, beside the token that would do in place of all."""
    prefix = f"SUBKIT_{slug.replace('-', '_').upper()}_"
    with pytest.raises(subkit.ConfigurationError) as caught:
        from_env(slug, mode, Issuer(slug))
    named = " and ".join(f"{prefix}{name}" for name in FLOWS[slug])
    assert str(caught.value) == f"from_env: set {prefix}TOKEN (or {named}), or pass the value as an argument"


@pytest.mark.parametrize(("slug", "name"), [(slug, name) for slug in SLUGS for name in FLOWS[slug]])
@pytest.mark.parametrize("how", ["absent", "empty"])
def test_one_is_missing(mode: str, slug: str, name: str, how: str, environment: Any) -> None:
    """Only what is missing is named; a variable that is set to nothing is missing too. No value is shown."""
    left = {key: value for key, value in settings(slug).items() if key != name}
    environment(slug, **left, **({} if how == "absent" else {name: ""}))
    with pytest.raises(subkit.ConfigurationError) as caught:
        from_env(slug, mode, Issuer(slug))
    assert f"_{name}" in str(caught.value)
    assert not any(f"_{key}" in str(caught.value) for key in left if key != "TOKEN_URL")
    check_secrecy(caught.value, *(value for key, value in left.items() if key in ("KEY", "CLIENT_SECRET", "PASSWORD")))


OPTIONAL: list[tuple[str, dict[str, str], str]] = [
    (ENS, {"PROJECT_CONTEXT": PROJECT}, "cid=project+1%2F2"),
    (ENS, {"TOKEN_URL": "https://login.example/t"}, "https://login.example/t"),
    (EVENTS, {"KEY_ID": "k-1"}, ""),
    (EVENTS, {"LIFETIME": "600"}, ""),
    (SERVER, {"TOKEN_URL": "https://login.example/t"}, "https://login.example/t"),
    (SERVER, {"LIFETIME": "3600"}, ""),
    (OMF, {"TOKEN_URL": "https://login.example/t"}, "https://login.example/t"),
]


@pytest.mark.parametrize(("slug", "optional", "in_url"), OPTIONAL)
def test_optional_settings(mode: str, slug: str, optional: dict[str, str], in_url: str, environment: Any) -> None:
    """What the credential may be given beside is read too, each value as a text."""
    environment(slug, **settings(slug), **optional)
    issuer = Issuer(slug)
    issuer.token_url = optional.get("TOKEN_URL", issuer.token_url)
    get(from_env(slug, mode, issuer))
    assert in_url in issuer.asked[0].url
    assert issuer.refusals == []


def test_scopes(mode: str, environment: Any) -> None:
    """Scopes are one text with spaces."""
    environment(SERVER, **settings(SERVER), SCOPES="a b")
    issuer = Issuer(SERVER)
    issuer.first = [reply(200, {"access_token": "t", "expires_in": 60})]
    issuer.given["t"] = float("inf")
    get(from_env(SERVER, mode, issuer))
    assert form_of(issuer.asked[0])["scope"] == "a b"


@pytest.mark.parametrize(
    ("slug", "bad", "name"),
    [
        (ENS, {"TOKEN": "canary\ntoken"}, "token"),
        (ENS, {"KEY": "canary key"}, "key"),
        (EVENTS, {"KEY": "canary"}, "key"),
        (SERVER, {"LIFETIME": "canary"}, "lifetime"),
        (SERVER, {"CLIENT_ID": "a:b", "CLIENT_SECRET": "canary"}, "client_id"),
        (WSO2, {"TOKEN_URL": "nowhere", "PASSWORD": "canary"}, "token_url"),
    ],
)
def test_a_value_that_cannot_be_used(mode: str, slug: str, bad: dict[str, str], name: str, environment: Any) -> None:
    """It is refused by its name and without being repeated, not even in the locals of a traceback."""
    environment(slug, **{**settings(slug), **bad})
    with pytest.raises(subkit.ConfigurationError) as caught:
        from_env(slug, mode, Issuer(slug))
    assert str(caught.value).startswith(f"{name}: ")
    secret = not bad.keys().isdisjoint(("TOKEN", "KEY", "PASSWORD", "CLIENT_SECRET"))
    hidden = ["canary"] if secret else []
    check_secrecy(caught.value, *hidden)
    with pytest.raises(subkit.ConfigurationError) as inner:
        read_settings(client_class(slug, mode).__api__, {"base_url": "https://api.example", **needed(slug)})
    check_secrecy(inner.value, *hidden)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_credential_that_is_given(mode: str, slug: str, environment: Any) -> None:
    """An argument goes before the environment, which is then not read for it."""
    environment(slug, **settings(slug), TOKEN="canary\n")
    issuer = Issuer(slug)
    driven = Driven(slug, mode, issuer)
    cls = client_class(slug, mode)
    driven.client = cls.from_env(
        base_url=issuer.base_url, auth=issuer.credential(), transport=driven.transport, **needed(slug)
    )
    get(driven)
    assert len(issuer.asked) == 1


@pytest.mark.parametrize("slug", SLUGS)
def test_the_constructor_reads_no_environment(mode: str, slug: str, environment: Any) -> None:
    """Only `from_env` takes a credential from there: the constructor without one sends none."""
    environment(slug, **settings(slug), TOKEN="canary")
    assert inspect.signature(client_class(slug, mode)).parameters["auth"].default is inspect.Parameter.empty
    driven = Driven(slug, mode, [reply(401)], auth=None)
    with pytest.raises(subkit.Unauthenticated):
        get(driven)
    assert "canary" not in repr([tuple(request.headers) for request in driven.requests])


def test_an_api_without_a_flow(mode: str, environment: Any) -> None:
    """Where the package has no flow of its own, only the token is asked for."""
    api = attrs.evolve(client_class(ENS, mode).__api__, flow=None)
    with pytest.raises(subkit.ConfigurationError, match=r"^from_env: set SUBKIT_ILLUMINA_ENS_TOKEN, or pass"):
        read_settings(api, {"base_url": "https://api.example"})
    environment(ENS, TOKEN="t")
    assert isinstance(read_settings(api, {"base_url": "https://api.example"})["auth"], subkit.BearerToken)

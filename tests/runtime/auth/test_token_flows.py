"""What each vendor's token endpoint is sent, and what of it comes to the API."""

from __future__ import annotations

from base64 import b64encode
from typing import Any, ClassVar

import pytest
import subkit
from subkit._auth import oauth
from subkit._auth.issuer import AuthorizationServer
from support.issuers import Issuer, get, refusal
from support.scripted import BASE_URL, MODES, SLUGS, SUBSCRIPTION, Driven, header, reply
from support.vendors import CLIENT_ID, PROJECT, SECRETS, USERNAME, form_of

pytestmark = pytest.mark.parametrize("mode", MODES)
ENS, WSO2, SERVER, EVENTS, OMF = "illumina-ens", "wso2-publisher", "alteryx-server", "jackhenry-events", "aveva-omf"
BASIC = "Basic " + b64encode(f"{CLIENT_ID}:{SECRETS['client_secret']}".encode()).decode("ascii")
WIRE: dict[str, tuple[str, dict[str, str], dict[str, str]]] = {
    ENS: (f"{BASE_URL}/v1/tokens", {"X-API-Key": SECRETS["key"]}, {}),
    WSO2: (
        "https://gateway.example:8243/token",
        {"Authorization": BASIC},
        {
            "grant_type": "password",
            "scope": "apim:subscription_view apim:subscription_block",
            "username": USERNAME,
            "password": SECRETS["password"],
        },
    ),
    SERVER: (f"{BASE_URL}/oauth2/token", {"Authorization": BASIC}, {"grant_type": "client_credentials"}),
    EVENTS: (
        "https://login.jackhenry.com/a/oidc-provider/api/v0/token",
        {},
        {
            "grant_type": "client_credentials",
            "scope": "openid",
            "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        },
    ),
    OMF: (
        f"{BASE_URL}/identity/connect/token",
        {},
        {"grant_type": "client_credentials", "client_id": CLIENT_ID, "client_secret": SECRETS["client_secret"]},
    ),
}
OAUTH = [slug for slug in SLUGS if slug != ENS]


def form(request: Any) -> dict[str, str]:
    """The form of a request, without what is another one each time."""
    return {name: value for name, value in form_of(request).items() if name != "client_assertion"}


@pytest.mark.parametrize("slug", SLUGS)
def test_the_request_for_a_token(mode: str, slug: str) -> None:
    """A token is asked for as the vendor documents it: address, headers, form, and nothing beside."""
    issuer = Issuer(slug)
    get(issuer.driven(mode))
    (asked,) = issuer.asked
    url, own, expected = WIRE[slug]
    kind = {"Content-Type": "application/x-www-form-urlencoded"} if expected else {}
    agent = {name: header(asked, name) for name in ("User-Agent", "Accept-Encoding")}
    assert (asked.method, asked.url) == ("POST", url)
    assert dict(asked.headers) == {**agent, "Accept": "application/json", **own, **kind}
    assert form(asked) == expected
    assert issuer.refusals == []


@pytest.mark.parametrize("slug", SLUGS)
def test_what_the_api_is_sent(mode: str, slug: str) -> None:
    """Calls carry the token and nothing else of the credential; the second one asks for none."""
    issuer = Issuer(slug)
    driven = issuer.driven(mode)
    assert [get(driven).to_dict() for _ in range(3)] == [SUBSCRIPTION] * 3
    (token,) = issuer.given
    assert {header(call, "Authorization") for call in issuer.calls} == {f"Bearer {token}"}
    sent = repr([(call.url, tuple(call.headers), call.body) for call in issuer.calls])
    assert not any(secret in sent for secret in (*SECRETS.values(), CLIENT_ID, USERNAME))
    assert len(issuer.asked) == 1


@pytest.mark.parametrize(("project", "query"), [(PROJECT, "?cid=project+1%2F2"), (None, "")])
def test_the_context_of_a_project(mode: str, project: str | None, query: str) -> None:
    """The project goes into the query of the request for the token, encoded; without one there is no query."""
    issuer = Issuer(ENS)
    get(issuer.driven(mode, auth=issuer.credential(project_context=project)))
    assert [asked.url for asked in issuer.asked] == [f"{BASE_URL}/v1/tokens{query}"]
    assert issuer.refusals == []


@pytest.mark.parametrize("url", ["https://login.example/oauth/token", "https://login.example/token?tenant=a%20b"])
@pytest.mark.parametrize("slug", SLUGS)
def test_another_token_endpoint(mode: str, slug: str, url: str) -> None:
    """`token_url` goes before what is built in, whatever the flow; then no endpoint is looked for."""
    issuer = Issuer(slug)
    issuer.token_url = url.partition("?")[0]
    if slug == EVENTS:
        issuer.token_url = url  # which an assertion names as a whole
        issuer.is_token_request = lambda request: request.url == url  # type: ignore[method-assign]
    driven = issuer.driven(mode, auth=issuer.credential(token_url=url))
    get(driven)
    assert [request.url for request in driven.requests[:-1]] == [url]
    assert issuer.refusals == []


@pytest.mark.parametrize("scopes", ["c a", ["c", "a"], ("c", "a")])
@pytest.mark.parametrize("slug", OAUTH)
def test_scopes_to_ask_for(mode: str, slug: str, scopes: Any) -> None:
    """Scopes are given as one text or one by one, go out as given, and go before those of the vendor."""
    issuer = Issuer(slug)
    issuer.first = [reply(200, {"access_token": "t", "expires_in": 60, "scope": "a b c"})]
    issuer.given["t"] = float("inf")
    get(issuer.driven(mode, auth=issuer.credential(scopes=scopes)))
    assert form(issuer.asked[0])["scope"] == "c a"


@pytest.mark.parametrize("slug", OAUTH)
def test_no_scopes(mode: str, slug: str) -> None:
    """Without scopes the request has none, and any that are granted will do."""
    issuer = Issuer(slug)
    issuer.first = [reply(200, {"access_token": "t", "expires_in": 60, "scope": ["odd"]})]
    issuer.given["t"] = float("inf")
    get(issuer.driven(mode, auth=issuer.credential(scopes=())))
    assert "scope" not in form(issuer.asked[0])


@pytest.mark.fault(55)
@pytest.mark.parametrize("granted", ["apim:subscription_view", "", "default", "apim:subscription_blocked"])
def test_a_scope_that_is_not_granted(mode: str, granted: str) -> None:
    """A token without a scope that was asked for is an `AuthError` that names the scope; nothing goes to the API."""
    issuer = Issuer(WSO2)
    issuer.members = {"scope": granted}
    error = refusal(issuer.driven(mode))
    assert ("apim:subscription_block" in str(error), "apim:subscription_view" in str(error)) == (
        True,
        granted != "apim:subscription_view",
    )
    assert error.status == 200
    assert issuer.calls == []


class Own(oauth.ClientCredentials):
    """A flow that no package has."""

    __server__: ClassVar[AuthorizationServer] = AuthorizationServer(
        token_url="{base_url}/t", client_auth="body", scopes=("x",)
    )


def test_a_flow_of_another_package(mode: str) -> None:
    """How tokens are got depends on nothing but what the package says about its vendor."""
    answers = [reply(200, {"access_token": "t", "token_type": "bearer", "expires_in": 60}), reply(200, {"id": "s1"})]
    driven = Driven(ENS, mode, answers, auth=Own("i d", "s&cret"))
    assert get(driven).id == "s1"
    assert driven.requests[0].url == f"{BASE_URL}/t"
    assert driven.requests[0].body == b"grant_type=client_credentials&scope=x&client_id=i+d&client_secret=s%26cret"
    assert header(driven.last, "Authorization") == "Bearer t"


def test_a_base_that_says_nothing(mode: str) -> None:
    """A flow whose package names no endpoint asks for one when it is made."""
    with pytest.raises(subkit.ConfigurationError, match="token_url"):
        Driven(ENS, mode, auth=oauth.ClientCredentials("i", "s"))

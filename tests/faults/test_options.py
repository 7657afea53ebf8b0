"""Options that cannot work: refused when the client is created, with a text that names the option and says what to give."""

from __future__ import annotations

from typing import Any

import pytest
import subkit
from subkit import BearerToken, ConfigurationError, CookieKey, HeaderKey, QueryKey, Retry
from subkit._operations import Api
from subkit._version import __version__, check_runtime
from support.issuers import Issuer, get
from support.scripted import BASE_URL, MODES, SLUGS, SUBSCRIPTION, Driven, client_class, header, needed, reply
from support.timed import Timed

pytestmark = [pytest.mark.both_modes]
modes = pytest.mark.parametrize("mode", MODES)
ENS = "illumina-ens"
BAD: dict[str, tuple[Any, ...]] = {
    "timeout": ("5", None, 0, -1, True, float("nan"), float("inf"), 10**400),
    "retry": (3, 0, "", "often", Retry),
    "decode": ("lax", None, ["strict"]),
    "validate": ("no", None, 0),
    "max_body": (None, "1 MB", 2.5, 0, True),
    "max_connections": (None, "9", 2.5, 0, True),
    "allow_insecure_http": ("no", 1, None),
    "trust_env": ("no", 0, None),
    "observer": ("x", 5),
    "auth": ("canary-token", ("u", "canary-token"), BearerToken, {"token": "canary-token"}, b"canary-token", 0),
    "base_url": (5, b"https://h.example", "h.example", "ftp://h.example"),
    "headers": (
        "X-Key: 1", ["X-Key"], {"X-Key": 5}, {"X-Key": None}, {5: "a"}, {"": "a"}, {"X Key": "a"}, {"X-Key": "a\r\nB: c"},
        {"X-Key": " a"}, {"X-Key": "ü"}, {"X-Key": "a", "x-key": "b"},
    ),
}  # fmt: skip


@pytest.mark.fault(95)
@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in BAD.items() for value in values])
@modes
def test_options(mode: str, name: str, value: Any) -> None:
    """Each is a `ConfigurationError` that begins with the name of the option and does not repeat a secret."""
    with pytest.raises(ConfigurationError) as caught:
        Driven(ENS, mode, **{name: value})
    assert str(caught.value).startswith(f"{name}: ")
    assert "canary" not in str(caught.value)


@pytest.mark.fault(95)
@pytest.mark.parametrize("name", ["timeout", "decode", "validate"])
@modes
def test_with_options(mode: str, name: str) -> None:
    """The same for what is changed afterwards."""
    driven = Driven(ENS, mode)
    for value in BAD[name]:
        with pytest.raises(ConfigurationError, match=name):
            driven.client.with_options(**{name: value})


RETRIES: list[dict[str, Any]] = [
    {"attempts": 2.5}, {"attempts": "3"}, {"attempts": 0}, {"attempts": True}, {"budget": 1.5}, {"budget": -1},
    {"base": -1}, {"base": "1"}, {"base": float("nan")}, {"cap": float("inf")}, {"cap": None},
]  # fmt: skip


@pytest.mark.fault(95)
@pytest.mark.parametrize("settings", RETRIES, ids=str)
def test_a_policy_that_is_none(settings: dict[str, Any]) -> None:
    """Numbers of attempts and retries are whole, and times are finite; the error names the setting."""
    with pytest.raises(ConfigurationError, match=next(iter(settings))) as caught:
        Retry(**settings)
    assert isinstance(caught.value, ValueError)


CREDENTIALS: dict[str, Any] = {
    "header": lambda: HeaderKey(5, "key"),  # type: ignore[arg-type]
    "header without a key": lambda: HeaderKey("X-Key", None),  # type: ignore[arg-type]
    "query": lambda: QueryKey(5, "key"),  # type: ignore[arg-type]
    "query without a name": lambda: QueryKey("", "key"),
    "cookie": lambda: CookieKey(None, "key"),  # type: ignore[arg-type]
    "token": lambda: BearerToken(5),  # type: ignore[arg-type]
}


@pytest.mark.fault(95)
@pytest.mark.parametrize("name", CREDENTIALS)
def test_credentials(name: str) -> None:
    """A credential is checked when it is created, too."""
    with pytest.raises(ConfigurationError):
        CREDENTIALS[name]()


@pytest.mark.fault(94)
@pytest.mark.parametrize("end", ["/v3/subscriptions/#", "/v3/subscriptions/?", "#", "?", "#top", "?x=1", "/#/"])
@modes
def test_a_base_url_that_ends_early(mode: str, end: str) -> None:
    """A query or fragment, even an empty one, would cut off the path of every call."""
    with pytest.raises(ConfigurationError, match="base_url"):
        Driven(ENS, mode, base_url=BASE_URL + end)
    with pytest.raises(ConfigurationError, match="token_url"):
        Issuer("alteryx-server").credential(token_url=f"{BASE_URL}/token#")
    driven = Driven(ENS, mode, [reply(200, SUBSCRIPTION)], base_url=f"{BASE_URL}/%23a%3F/")
    driven(lambda client: client.subscriptions.get("s1"))
    assert driven.last.url == f"{BASE_URL}/%23a%3F/v1/subscriptions/s1"


FORMS = {
    "alteryx-server": "/webapi",
    "wso2-publisher": "https://<host>:9443/api/am/publisher/v0.9",
    ENS: "https://<region>.platform.illumina.com",
}


@pytest.mark.fault(95)
@pytest.mark.parametrize("slug", SLUGS)
@modes
def test_a_missing_base_url(mode: str, slug: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says what the URL looks like, where the specification does, and the docstring of the client too."""
    kind = client_class(slug, mode)
    api: Api = kind.__api__
    if api.base_url is not None:
        assert api.base_url_form is None
        return
    monkeypatch.delenv(f"SUBKIT_{slug}_BASE_URL".replace("-", "_").upper(), raising=False)
    with pytest.raises(ConfigurationError) as caught:
        kind(auth=None, **needed(slug))
    assert "base_url is missing" in str(caught.value)
    with pytest.raises(ConfigurationError) as from_env:
        kind.from_env(**needed(slug))
    for error in (caught.value, from_env.value):
        assert (api.base_url_form or "") in str(error)
        assert FORMS.get(slug, "") in str(error)


@pytest.mark.fault(96)
@modes
def test_headers_of_every_request(mode: str) -> None:
    """Additional headers go with each request, retries and requests for tokens of the same origin included."""
    extra = {"X-Gateway-Key": "canary-key", "X-Correlation-ID": "c1"}
    issuer = Issuer("alteryx-server")
    driven = issuer.driven(mode, headers=extra)
    get(driven)
    assert len(driven.requests) == 2
    for name, value in extra.items():
        assert [header(request, name) for request in driven.requests] == [value] * 2
    assert "canary-key" not in f"{driven.client!r} {driven.requests!r} {driven.client._context.options!r}"


@pytest.mark.fault(96)
@modes
def test_headers_for_one_origin(mode: str) -> None:
    """A token endpoint at another origin does not get them: a gateway's key is for the gateway."""
    issuer = Issuer("wso2-publisher")
    driven = issuer.driven(mode, headers={"X-Gateway-Key": "canary-key"})
    get(driven)
    assert [header(one, "X-Gateway-Key") for one in driven.requests] == [None, "canary-key"]


OWN = ["Authorization", "user-agent", "Accept", "Content-Type", "If-Match", "Cookie", "Host", "Content-Length", "TE"]


@pytest.mark.fault(96)
@pytest.mark.parametrize("name", OWN)
@modes
def test_headers_that_subkit_sets(mode: str, name: str) -> None:
    """None of its own, and none of the connection, can be set; what a credential or a call sends goes before."""
    with pytest.raises(ConfigurationError, match="headers"):
        Driven(ENS, mode, headers={name: "a"})
    driven = Driven(ENS, mode, [reply(200, SUBSCRIPTION)], auth=HeaderKey("X-Key", "own"), headers={"x-key": "other"})
    driven(lambda client: client.subscriptions.get("s1"))
    assert [value for key, value in driven.last.headers if key.lower() == "x-key"] == ["own"]


@pytest.mark.fault(96)
@modes
def test_headers_that_are_secret(mode: str) -> None:
    """A key among them is a credential: it is not sent unencrypted, and errors do not repeat it. An id is shown."""
    key = {"X-Gateway-Key": "canary-key"}
    with pytest.raises(ConfigurationError, match="plain http"):
        Driven(ENS, mode, auth=None, base_url="http://api.example", headers=key)
    Driven(ENS, mode, auth=None, base_url="http://api.example", headers={"X-Correlation-ID": "c1"})
    answer = reply(403, {"title": "canary-key c1"}, X_Correlation_ID="c1", X_Echo="canary-key")
    driven = Timed(ENS, mode, [answer], headers={**key, "X-Correlation-ID": "c1"})
    error = driven.outcome(lambda client: client.subscriptions.get("s1"))
    assert (error.body, error.request_id) == ({"title": "<secret> c1"}, "c1")
    assert "canary-key" not in f"{error} {error.body} {dict(error.headers)}"


RANGES = [
    (">=0.1.0,<0.2", True),
    (">=0.0.9,<0.2", True),
    (">=0.1.1,<0.2", False),
    (">=0.0.1,<0.1", False),
    (">=1.0.0,<2", False),
]


@pytest.mark.fault(97)
@pytest.mark.parametrize(("needed_release", "fits"), RANGES)
def test_the_release_of_the_runtime(needed_release: str, fits: bool) -> None:
    """A package that needs another release of subkit says so when it is imported, and what to do."""
    if fits:
        check_runtime("subkit-x", "0.1.0", needed_release)
        return
    with pytest.raises(ImportError) as caught:
        check_runtime("subkit-x", "0.1.0", needed_release)
    text = f"subkit-x 0.1.0 needs subkit{needed_release}, and subkit {__version__} is installed: run pip install"
    assert str(caught.value).startswith(text)
    assert subkit.__version__ == __version__

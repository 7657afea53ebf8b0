"""The five vendors' ways of giving tokens: what each checks in a request for one, as its documentation has it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

from attrs import frozen
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import RSAKey
from subkit._transport.messages import Request

from .scripted import header

if TYPE_CHECKING:
    from .issuers import Issuer

CLIENT_ID = "client-7"
USERNAME = "alice"
PROJECT = "project 1/2"
SECRETS = {"key": "canary-key-91c4", "client_secret": "canary secret/5b+%", "password": "canary p&ss=wörd"}
SCOPES = {"wso2-publisher": "apim:subscription_view apim:subscription_block", "jackhenry-events": "openid"}


@cache
def private_key() -> RSAKey:
    """The key of the client, made once."""
    return RSAKey.generate_key(2048, private=True)


def pem() -> str:
    """The same as PEM."""
    return private_key().as_pem(private=True).decode("ascii")


class Refused(Exception):
    """What is wrong with a request for a token: status and OAuth error code, and the reason for the tests."""

    def __init__(self, status: int, code: str, why: str) -> None:
        super().__init__(why)
        self.status, self.code = status, code


@frozen
class Vendor:
    """How one vendor gives tokens."""

    name: str
    """Of the credential."""
    token_url: str
    """With `{base_url}` for that of the API."""
    arguments: Mapping[str, str]
    check: Callable[[Issuer, Request], None]
    """Raises `Refused` for a request that is not as the vendor documents it."""
    status: int = 200


def form_of(request: Request) -> dict[str, str]:
    """The form in a request for a token."""
    return dict(parse_qsl((request.body or b"").decode("ascii"), keep_blank_values=True, strict_parsing=True))


def check_post(request: Request) -> None:
    """What all token endpoints ask for."""
    if header(request, "Accept") != "application/json":
        raise Refused(406, "invalid_request", "no Accept")
    if request.body and header(request, "Content-Type") != "application/x-www-form-urlencoded":
        raise Refused(400, "invalid_request", "no form")


def check_basic(request: Request) -> None:
    """The client proves itself in the header (RFC 7617)."""
    pair = f"{CLIENT_ID}:{SECRETS['client_secret']}".encode()
    if header(request, "Authorization") != f"Basic {b64encode(pair).decode('ascii')}":
        raise Refused(401, "invalid_client", "another client")


def check_form(request: Request, **expected: str) -> None:
    """The form says this and nothing else."""
    if form_of(request) != expected:
        raise Refused(400, "invalid_request", f"the form has {sorted(form_of(request))}")


def check_api_key(issuer: Issuer, request: Request) -> None:
    """A key in a header, the project perhaps in the query, and no body."""
    if header(request, "X-API-Key") != SECRETS["key"] or header(request, "Authorization") is not None:
        raise Refused(401, "invalid_client", "another key")
    if request.body or urlsplit(request.url).query not in ("", "cid=project+1%2F2", "tenant=a%20b"):
        raise Refused(400, "invalid_request", "another query, or a body")


def check_password(issuer: Issuer, request: Request) -> None:
    """Name and password of a user, or a refresh token that was not used before; the client in the header."""
    check_basic(request)
    scope = SCOPES["wso2-publisher"]
    if form_of(request).get("grant_type") == "refresh_token":
        refresh = form_of(request)["refresh_token"]
        check_form(request, grant_type="refresh_token", refresh_token=refresh, scope=scope)
        if refresh not in issuer.refresh_tokens:
            raise Refused(400, "invalid_grant", "another refresh token")
        issuer.refresh_tokens.remove(refresh)
        return
    check_form(request, grant_type="password", username=USERNAME, password=SECRETS["password"], scope=scope)


def check_header_client(issuer: Issuer, request: Request) -> None:
    """Id and secret in the header."""
    check_basic(request)
    check_form(request, grant_type="client_credentials")


def check_body_client(issuer: Issuer, request: Request) -> None:
    """Id and secret in the form."""
    own = {"client_id": CLIENT_ID, "client_secret": SECRETS["client_secret"]}
    check_form(request, grant_type="client_credentials", **own)


def check_assertion(issuer: Issuer, request: Request) -> None:
    """A signed assertion of the client itself, for this endpoint, in time, and never twice."""
    form = form_of(request)
    kind = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
    own = {"client_assertion_type": kind, "client_assertion": form.get("client_assertion", "")}
    check_form(request, grant_type="client_credentials", scope=SCOPES["jackhenry-events"], **own)
    try:
        claims = jwt.decode(own["client_assertion"], private_key(), algorithms=["PS256"]).claims
    except (JoseError, ValueError) as error:
        raise Refused(401, "invalid_client", f"no assertion: {type(error).__name__}") from None
    now = issuer.now().timestamp()
    if not (claims["iss"] == claims["sub"] == CLIENT_ID and claims["aud"] == issuer.token_url):
        raise Refused(401, "invalid_client", "for another")
    if not claims["iat"] <= now < claims["exp"] <= now + 300 or claims["jti"] in issuer.seen:
        raise Refused(401, "invalid_client", "not in time, or used")
    issuer.seen.add(claims["jti"])


_CLIENT = {"client_id": CLIENT_ID, "client_secret": ""}
VENDORS = {
    "illumina-ens": Vendor("ApiKey", "{base_url}/v1/tokens", {"key": ""}, check_api_key, 201),
    "wso2-publisher": Vendor(
        "PasswordGrant",
        "https://gateway.example:8243/token",
        {"token_url": "https://gateway.example:8243/token", **_CLIENT, "username": USERNAME, "password": ""},
        check_password,
    ),
    "alteryx-server": Vendor("ClientCredentials", "{base_url}/oauth2/token", _CLIENT, check_header_client),
    "jackhenry-events": Vendor(
        "PrivateKeyJwt",
        "https://login.jackhenry.com/a/oidc-provider/api/v0/token",
        {"client_id": CLIENT_ID, "key": ""},
        check_assertion,
    ),
    "aveva-omf": Vendor("ClientCredentials", "{base_url}/identity/connect/token", _CLIENT, check_body_client),
}

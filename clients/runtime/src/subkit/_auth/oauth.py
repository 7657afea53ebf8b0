"""Credentials that request their tokens. What differs between vendors is an `AuthorizationServer`, which a generated
subclass carries; how tokens are cached and refreshed is the same for all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from .._errors import AuthError, ConfigurationError
from .._flow.retry import RETRIED
from .._formats.dates import parse_http_date
from .._secrets.secret import Pair, Secret, check_header, check_text
from .._transport.messages import Headers
from .._values import evolve
from .client_assertion import ASSERTION_TYPE, LIFETIME, PrivateKey, Signer
from .credentials import Credential, basic
from .issuer import AuthorizationServer, check_endpoint
from .renewal import TokenCache
from .token import lifetime_of
from .token_endpoint import TokenExpectation, exchange, name_of, parse_token, parse_token_response, token_request

if TYPE_CHECKING:
    from .._flow.steps import Flow
    from .._transport.messages import Reply, Request
    from .authorization import Authorization
    from .credentials import AuthContext
    from .token import Token

NOTICEABLE: Final = 30
"""Seconds by which two clocks may differ without causing trouble."""


class TokenFlow(Credential):
    """Base of the credentials that request tokens. Clients may share one: it has one token for each base URL."""

    renewable = True
    __server__: ClassVar[AuthorizationServer] = AuthorizationServer()

    def __init__(self, token_url: str | None, expected: TokenExpectation) -> None:
        if token_url is not None or not (self.__server__.token_url or self.__server__.discovery_url):
            check_endpoint(token_url)
        self._token_url = token_url
        self._expected = expected
        self._caches: dict[str, TokenCache] = {}

    def authorize(self, context: AuthContext) -> Flow[Authorization]:
        """See `Credential.authorize`."""
        key = context.base.text
        cache = self._caches.get(key) or self._caches.setdefault(key, TokenCache())
        return (yield from cache.token(context, self._request_token)).authorization

    def check(self, *, allow_insecure_http: bool) -> None:
        """See `Credential.check`."""
        url = self._token_url or self.__server__.token_url
        if url is None or url.startswith("{base_url}"):
            return
        parsed = check_endpoint(url)
        if not (parsed.encrypted or parsed.loopback or allow_insecure_http):
            raise ConfigurationError(
                "token_url: plain http would send the secret unencrypted; use https, or pass "
                "allow_insecure_http=True to the client"
            )

    def _request_token(self, context: AuthContext, old: Token | None, until: float) -> Flow[Token]:
        raise NotImplementedError

    def _ask(
        self,
        url: str,
        make: Callable[[], Request],
        context: AuthContext,
        until: float,
        expected: TokenExpectation | None = None,
    ) -> Flow[Token]:
        requested_at = context.clock.monotonic()
        reply = yield from exchange(make, name_of(url), context, until)
        return self._read(reply, url, requested_at, expected)

    def _read(self, reply: Reply, url: str, requested_at: float, expected: TokenExpectation | None = None) -> Token:
        expected = expected or self._expected
        return parse_token(parse_token_response(reply, name_of(url), expected.secrets), expected, requested_at)

    def _url(self, context: AuthContext, until: float) -> Flow[str]:
        """The URL of the token endpoint."""
        if self._token_url is not None:
            return self._token_url
        return (yield from self.__server__.endpoint(context, until))


class ApiKey(TokenFlow):
    """Requests a token with a key that is sent in a header. The response need not say how long the token lives: a JWT
    says so itself, and any other token is used until it is refused."""

    def __init__(
        self, key: Secret[str], *, query: Sequence[tuple[str, str | None]] = (), token_url: str | None = None
    ) -> None:
        check_header(key, "key")
        self._query = tuple((name, value) for name, value in query if value is not None)
        for name, value in self._query:
            check_text(Secret(value), name)
        super().__init__(token_url, TokenExpectation(timed=False, secrets=(key,)))
        self._key = key

    def _request_token(self, context: AuthContext, old: Token | None, until: float) -> Flow[Token]:
        url = yield from self._url(context, until)
        return (yield from self._ask(url, lambda: self._request(url, context), context, until))

    def _request(self, url: str, context: AuthContext) -> Request:
        return token_request(url, context, query=self._query, headers=((self.__server__.header, self._key.value),))


class _OAuth(TokenFlow):
    """Base of the flows of OAuth 2.0."""

    def __init__(
        self,
        client_id: str,
        secrets: Sequence[tuple[str, Secret[str]]],
        *,
        token_url: str | None,
        scopes: str | Sequence[str] | None,
        lifetime: float | None,
    ) -> None:
        for name, secret in (("client_id", Secret(client_id)), *secrets):
            check_text(secret, name)
        expected = TokenExpectation(
            scopes=_names(self.__server__.scopes if scopes is None else scopes),
            check_scopes=self.__server__.drops_scopes,
            lifetime=None if lifetime is None else lifetime_of(lifetime),
            secrets=tuple(secret for _, secret in secrets),
        )
        if lifetime is not None and not expected.lifetime:
            raise ConfigurationError("lifetime: must be a number of seconds greater than 0")
        super().__init__(token_url, expected)
        self._client_id = client_id

    def _form(self, grant_type: str) -> dict[str, str]:
        scopes = {"scope": " ".join(self._expected.scopes)} if self._expected.scopes else {}
        return {"grant_type": grant_type, **scopes}


def _names(scopes: str | Sequence[str]) -> tuple[str, ...]:
    """Names of scopes (RFC 6749, 3.3), as a sequence or separated by spaces."""
    names = tuple(scopes.split() if isinstance(scopes, str) else scopes)
    for name in names:
        check_header(Secret(name), "scopes")
    return names


class _WithSecret(_OAuth):
    """Base of the flows in which a client authenticates with a secret."""

    _client_secret: Secret[str]

    def _request(self, url: str, form: Mapping[str, str], context: AuthContext) -> Request:
        if self.__server__.client_auth == "body":
            own = {"client_id": self._client_id, "client_secret": self._client_secret.value}
            return token_request(url, context, form={**form, **own})
        return token_request(url, context, form=form, headers=(self._basic(),))

    def _basic(self) -> Pair:
        return basic(Secret((self._client_id, self._client_secret.value)), "client_id", "client_secret")


class ClientCredentials(_WithSecret):
    """The client credentials grant (RFC 6749, 4.4)."""

    def __init__(
        self,
        client_id: str,
        client_secret: str,
        *,
        token_url: str | None = None,
        scopes: str | Sequence[str] | None = None,
        lifetime: float | None = None,
    ) -> None:
        self._client_secret = Secret(client_secret)
        del client_secret
        secrets = (("client_secret", self._client_secret),)
        super().__init__(client_id, secrets, token_url=token_url, scopes=scopes, lifetime=lifetime)
        self._basic()

    def _request_token(self, context: AuthContext, old: Token | None, until: float) -> Flow[Token]:
        url = yield from self._url(context, until)
        return (
            yield from self._ask(
                url, lambda: self._request(url, self._form("client_credentials"), context), context, until
            )
        )


class PasswordGrant(_WithSecret):
    """The resource owner password credentials grant (RFC 6749, 4.3). A refresh token is used in preference to the
    password."""

    def __init__(
        self,
        token_url: str,
        client_id: str,
        client_secret: str,
        username: str,
        password: str,
        scopes: str | Sequence[str] | None = None,
        *,
        lifetime: float | None = None,
    ) -> None:
        self._client_secret = Secret(client_secret)
        self._password = Secret(password)
        del client_secret, password
        secrets = (("client_secret", self._client_secret), ("password", self._password))
        super().__init__(client_id, secrets, token_url=token_url, scopes=scopes, lifetime=lifetime)
        check_text(Secret(username), "username")
        self._username = username
        self._basic()

    def _request_token(self, context: AuthContext, old: Token | None, until: float) -> Flow[Token]:
        url = yield from self._url(context, until)
        if old is not None and old.refresh_token is not None:
            token = yield from self._refreshed(url, old.refresh_token, context, until)
            if token is not None:
                return token
        return (yield from self._ask(url, lambda: self._request(url, self._password_form(), context), context, until))

    def _refreshed(self, url: str, refresh: Secret[str], context: AuthContext, until: float) -> Flow[Token | None]:
        """The token for a refresh token (RFC 6749, 6); None if the server no longer accepts it."""
        expected = evolve(self._expected, secrets=(*self._expected.secrets, refresh))
        try:
            token = yield from self._ask(
                url, lambda: self._request(url, self._refresh_form(refresh), context), context, until, expected
            )
        except AuthError as error:
            if error.status is None or error.status in RETRIED:
                raise
            return None
        return token if token.refresh_token else evolve(token, refresh_token=refresh)

    def _password_form(self) -> dict[str, str]:
        return {**self._form("password"), "username": self._username, "password": self._password.value}

    def _refresh_form(self, refresh: Secret[str]) -> dict[str, str]:
        return {**self._form("refresh_token"), "refresh_token": refresh.value}


class PrivateKeyJwt(_OAuth):
    """The client credentials grant, with a signed assertion in place of a secret (RFC 7523, 2.2)."""

    def __init__(
        self,
        client_id: str,
        key: PrivateKey,
        *,
        token_url: str | None = None,
        key_id: str | None = None,
        scopes: str | Sequence[str] | None = None,
        lifetime: float | None = None,
    ) -> None:
        hidden = Secret(key)
        del key
        super().__init__(client_id, (), token_url=token_url, scopes=scopes, lifetime=lifetime)
        self._signer = Signer(hidden, self.__server__.algorithm, key_id)
        self._skew = 0.0

    def _request_token(self, context: AuthContext, old: Token | None, until: float) -> Flow[Token]:
        url = yield from self._url(context, until)
        for last in (False, True):
            requested_at = context.clock.monotonic()
            reply = yield from exchange(lambda: self._request(url, context), name_of(url), context, until)
            if last or not self._set_right(reply, context):
                break
        return self._read(reply, url, requested_at)

    def _request(self, url: str, context: AuthContext) -> Request:
        """A new assertion for each request, because a server accepts each only once. It is dated a little before now,
        because some servers refuse an assertion that is in the future by their clock."""
        now = int(context.clock.now().timestamp() + self._skew)
        own = {"iss": self._client_id, "sub": self._client_id, "aud": url}
        claims = {**own, "jti": context.clock.new_id(), "iat": now - NOTICEABLE, "exp": now + LIFETIME}
        assertion = {"client_assertion_type": ASSERTION_TYPE, "client_assertion": self._signer.sign(claims).value}
        return token_request(url, context, form={**self._form("client_credentials"), **assertion})

    def _set_right(self, reply: Reply, context: AuthContext) -> bool:
        """Whether an assertion may have been refused because the local clock is wrong; if so, use the server's."""
        date = parse_http_date(Headers(reply.headers).get("date", ""))
        if reply.status not in (400, 401) or date is None:
            return False
        skew = (date - context.clock.now()).total_seconds()
        found = abs(skew - self._skew) > NOTICEABLE
        self._skew = skew if found else self._skew
        return found

"""Credentials that buy their tokens: the ways in which vendors give them. What differs between vendors is an `Issuer`,
which a generated subclass carries; how tokens are kept and renewed is the same for all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from attrs import evolve

from .._errors import AuthError, ConfigurationError
from .._flow.retry import RETRIED
from .._formats.dates import parse_http_date
from .._secrets.secret import Pair, Secret, check_header, check_text
from .._transport.messages import Headers
from .client_assertion import ASSERTION_TYPE, LIFETIME, PrivateKey, Signer
from .credentials import Credential, basic
from .issuer import Issuer, check_endpoint
from .renewal import Renewal
from .token import lifetime_of
from .token_endpoint import Asked, exchange, name_of, read_answer, read_token, token_request

if TYPE_CHECKING:
    from .._flow.steps import Flow
    from .._transport.messages import Reply, Request
    from .authorization import Grant
    from .credentials import Occasion
    from .token import Token

NOTICEABLE: Final = 30
"""Seconds by which two clocks may differ without anybody minding."""


class TokenFlow(Credential):
    """Base of the credentials that buy tokens. Clients may share one: for each base URL there is one token."""

    renewable = True
    __issuer__: ClassVar[Issuer] = Issuer()

    def __init__(self, token_url: str | None, asked: Asked) -> None:
        if token_url is not None or not (self.__issuer__.token_url or self.__issuer__.discovery_url):
            check_endpoint(token_url)
        self._token_url = token_url
        self._asked = asked
        self._renewals: dict[str, Renewal] = {}

    def authorize(self, occasion: Occasion) -> Flow[Grant]:
        """See `Credential.authorize`."""
        key = occasion.base.text
        renewal = self._renewals.get(key) or self._renewals.setdefault(key, Renewal())
        return (yield from renewal.token(occasion, self._buy)).grant

    def check(self, *, allow_insecure_http: bool) -> None:
        """See `Credential.check`."""
        url = self._token_url or self.__issuer__.token_url
        if url is None or url.startswith("{base_url}"):
            return
        parsed = check_endpoint(url)
        if not (parsed.encrypted or parsed.loopback or allow_insecure_http):
            raise ConfigurationError(
                "token_url: plain http would show the secret to everybody on the way; use https, or pass "
                "allow_insecure_http=True to the client"
            )

    def _buy(self, occasion: Occasion, old: Token | None, until: float) -> Flow[Token]:
        raise NotImplementedError

    def _ask(
        self, url: str, make: Callable[[], Request], occasion: Occasion, until: float, asked: Asked | None = None
    ) -> Flow[Token]:
        bought = occasion.clockwork.monotonic()
        reply = yield from exchange(make, name_of(url), occasion, until)
        return self._read(reply, url, bought, asked)

    def _read(self, reply: Reply, url: str, bought: float, asked: Asked | None = None) -> Token:
        asked = asked or self._asked
        return read_token(read_answer(reply, name_of(url), asked.secrets), asked, bought)

    def _url(self, occasion: Occasion, until: float) -> Flow[str]:
        """Where tokens are given."""
        if self._token_url is not None:
            return self._token_url
        return (yield from self.__issuer__.endpoint(occasion, until))


class ApiKey(TokenFlow):
    """Buys a token with a key that is sent in a header. The answer need not say how long it is good for: a JWT says
    so itself, and another is used until it is refused."""

    def __init__(
        self, key: Secret[str], *, query: Sequence[tuple[str, str | None]] = (), token_url: str | None = None
    ) -> None:
        check_header(key, "key")
        self._query = tuple((name, value) for name, value in query if value is not None)
        for name, value in self._query:
            check_text(Secret(value), name)
        super().__init__(token_url, Asked(timed=False, secrets=(key,)))
        self._key = key

    def _buy(self, occasion: Occasion, old: Token | None, until: float) -> Flow[Token]:
        url = yield from self._url(occasion, until)
        return (yield from self._ask(url, lambda: self._request(url, occasion), occasion, until))

    def _request(self, url: str, occasion: Occasion) -> Request:
        return token_request(url, occasion, query=self._query, headers=((self.__issuer__.header, self._key.value),))


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
        asked = Asked(
            scopes=_names(self.__issuer__.scopes if scopes is None else scopes),
            lifetime=None if lifetime is None else lifetime_of(lifetime),
            secrets=tuple(secret for _, secret in secrets),
        )
        if lifetime is not None and asked.lifetime is None:
            raise ConfigurationError("lifetime: give a number of seconds greater than 0")
        super().__init__(token_url, asked)
        self._client_id = client_id

    def _form(self, grant_type: str) -> dict[str, str]:
        scopes = {"scope": " ".join(self._asked.scopes)} if self._asked.scopes else {}
        return {"grant_type": grant_type, **scopes}


def _names(scopes: str | Sequence[str]) -> tuple[str, ...]:
    """Names of scopes (RFC 6749, 3.3), given one by one or with spaces between them."""
    names = tuple(scopes.split() if isinstance(scopes, str) else scopes)
    for name in names:
        check_header(Secret(name), "scopes")
    return names


class _WithSecret(_OAuth):
    """Base of the flows in which a client proves itself by a secret."""

    _client_secret: Secret[str]

    def _request(self, url: str, form: Mapping[str, str], occasion: Occasion) -> Request:
        if self.__issuer__.client_auth == "body":
            own = {"client_id": self._client_id, "client_secret": self._client_secret.value}
            return token_request(url, occasion, form={**form, **own})
        return token_request(url, occasion, form=form, headers=(self._basic(),))

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

    def _buy(self, occasion: Occasion, old: Token | None, until: float) -> Flow[Token]:
        url = yield from self._url(occasion, until)
        return (
            yield from self._ask(
                url, lambda: self._request(url, self._form("client_credentials"), occasion), occasion, until
            )
        )


class PasswordGrant(_WithSecret):
    """The resource owner password credentials grant (RFC 6749, 4.3). A refresh token goes before the password."""

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

    def _buy(self, occasion: Occasion, old: Token | None, until: float) -> Flow[Token]:
        url = yield from self._url(occasion, until)
        if old is not None and old.refresh is not None:
            token = yield from self._refreshed(url, old.refresh, occasion, until)
            if token is not None:
                return token
        return (yield from self._ask(url, lambda: self._request(url, self._password_form(), occasion), occasion, until))

    def _refreshed(self, url: str, refresh: Secret[str], occasion: Occasion, until: float) -> Flow[Token | None]:
        """What a refresh token buys (RFC 6749, 6); None if the server takes it no longer."""
        asked = evolve(self._asked, secrets=(*self._asked.secrets, refresh))
        try:
            token = yield from self._ask(
                url, lambda: self._request(url, self._refresh_form(refresh), occasion), occasion, until, asked
            )
        except AuthError as error:
            if error.status is None or error.status in RETRIED:
                raise
            return None
        return token if token.refresh else evolve(token, refresh=refresh)

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
        self._signer = Signer(hidden, self.__issuer__.algorithm, key_id)
        self._skew = 0.0

    def _buy(self, occasion: Occasion, old: Token | None, until: float) -> Flow[Token]:
        url = yield from self._url(occasion, until)
        for last in (False, True):
            bought = occasion.clockwork.monotonic()
            reply = yield from exchange(lambda: self._request(url, occasion), name_of(url), occasion, until)
            if last or not self._set_right(reply, occasion):
                break
        return self._read(reply, url, bought)

    def _request(self, url: str, occasion: Occasion) -> Request:
        """Another assertion each time, because a server accepts each only once. It says to be made a little before
        now, because some refuse what by their clock is still to come."""
        now = int(occasion.clockwork.now().timestamp() + self._skew)
        own = {"iss": self._client_id, "sub": self._client_id, "aud": url}
        claims = {**own, "jti": occasion.clockwork.key(), "iat": now - NOTICEABLE, "exp": now + LIFETIME}
        assertion = {"client_assertion_type": ASSERTION_TYPE, "client_assertion": self._signer.sign(claims).value}
        return token_request(url, occasion, form={**self._form("client_credentials"), **assertion})

    def _set_right(self, reply: Reply, occasion: Occasion) -> bool:
        """Whether an assertion may have been refused because the clock here is off; if so, go by the server's."""
        date = parse_http_date(Headers(reply.headers).get("date", ""))
        if reply.status not in (400, 401) or date is None:
            return False
        skew = (date - occasion.clockwork.now()).total_seconds()
        found = abs(skew - self._skew) > NOTICEABLE
        self._skew = skew if found else self._skew
        return found

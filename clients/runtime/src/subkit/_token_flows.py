"""Credentials that buy their tokens: the ways in which vendors give them. What differs between vendors is an `Issuer`,
which a generated subclass carries; how tokens are kept and renewed is the same for all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Final, Literal

from attrs import evolve, frozen

from ._assertion import ASSERTION_TYPE, LIFETIME, PrivateKey, Signer
from ._auth import Credential, basic
from ._dates import parse_http_date
from ._errors import AuthError, ConfigurationError
from ._grant import Pair, Secret, check_header, check_text
from ._origin import origin_of, parse_base_url
from ._response import Headers
from ._token_endpoint import Asked, exchange, read_answer, read_token, token_request
from ._token_renewal import Renewal
from ._transport import Request

if TYPE_CHECKING:
    from ._auth import Occasion
    from ._flow import Flow
    from ._grant import Grant
    from ._token import Token
    from ._transport import Reply

NOTICEABLE: Final = 30.0
"""Seconds by which two clocks may differ without anybody minding."""


@frozen(kw_only=True)
class Issuer:
    """Where and how a vendor gives tokens. In the URLs, `{base_url}` stands for that of the API."""

    token_url: str | None = None
    discovery_url: str | None = None
    """Where the server says what its token endpoint is (OpenID Connect Discovery 1.0, 4)."""
    client_auth: Literal["basic", "body"] = "basic"
    """Whether a client's id and secret go into the header of RFC 7617 or into the form."""
    scopes: tuple[str, ...] = ()
    header: str = ""
    """Header that takes a key."""
    algorithm: str = ""
    """How assertions are signed."""


class TokenFlow(Credential):
    """Base of the credentials that buy tokens. Clients may share one: for each base URL there is one token."""

    renewable = True
    __issuer__: ClassVar[Issuer] = Issuer()

    def __init__(self, token_url: str | None, asked: Asked) -> None:
        if token_url is not None:
            parse_base_url(token_url, "token_url")
        if asked.lifetime is not None and not asked.lifetime > 0:
            raise ConfigurationError("lifetime: give a number of seconds greater than 0")
        self._token_url = token_url
        self._asked = asked
        self._renewals: dict[str, Renewal] = {}

    def authorize(self, occasion: Occasion) -> Flow[Grant]:
        """See `Credential.authorize`."""
        key = occasion.base.text
        renewal = self._renewals.get(key) or self._renewals.setdefault(key, Renewal(self._buy))
        return (yield from renewal.token(occasion)).grant

    def check(self, *, allow_insecure_http: bool) -> None:
        """See `Credential.check`."""
        url = self._token_url or self.__issuer__.token_url
        if url is None or url.startswith("{base_url}"):
            return
        parsed = parse_base_url(url, "token_url")
        if not (parsed.encrypted or parsed.loopback or allow_insecure_http):
            raise ConfigurationError(
                "token_url: plain http would show the secret to everybody on the way; use https, or pass "
                "allow_insecure_http=True to the client"
            )

    def _buy(self, occasion: Occasion, old: Token | None, until: float) -> Flow[Token]:
        raise NotImplementedError

    def _ask(self, url: str, make: Callable[[], Request], occasion: Occasion, until: float) -> Flow[Token]:
        bought = occasion.clockwork.monotonic()
        reply = yield from exchange(make, occasion, until)
        return read_token(reply, url, self._asked, bought)

    def _url(self, occasion: Occasion, until: float) -> Flow[str]:
        """Where tokens are given."""
        issuer = self.__issuer__
        if self._token_url is not None:
            return self._token_url
        if issuer.discovery_url is not None:
            return (yield from _discover(issuer.discovery_url, occasion, until))
        return _fill(issuer.token_url or "", occasion)


def _fill(template: str, occasion: Occasion) -> str:
    return template.replace("{base_url}", occasion.base.text)


def _discover(template: str, occasion: Occasion, until: float) -> Flow[str]:
    """The token endpoint that the server names. It has to be on the API's own origin: else whoever can answer for the
    server would be sent the secret."""
    url = _fill(template, occasion)
    asking = Request("GET", url, (*occasion.agent, ("Accept", "application/json")))
    reply = yield from exchange(lambda: asking, occasion, until)
    found = read_answer(reply, url).get("token_endpoint")
    try:
        origin = origin_of(found if isinstance(found, str) else "")
    except ConfigurationError:
        raise AuthError(f"{url} names no token endpoint; give it as token_url", status=reply.status) from None
    if origin != occasion.base.origin:
        raise AuthError(
            f"{url} names a token endpoint at another origin, {origin}; if it is right, give it as token_url",
            status=reply.status,
        )
    return str(found)


class ApiKey(TokenFlow):
    """Buys a token with a key that is sent in a header. The answer need not say how long it is good for: a JWT says
    so itself, and another is used until it is refused."""

    def __init__(
        self, key: Secret[str], *, query: Sequence[tuple[str, str | None]] = (), token_url: str | None = None
    ) -> None:
        check_header(key, "key")
        super().__init__(token_url, Asked(timed=False, secrets=(key,)))
        self._key = key
        self._query = tuple((name, value) for name, value in query if value is not None)

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
        wanted = self.__issuer__.scopes if scopes is None else scopes
        names = tuple(wanted.split()) if isinstance(wanted, str) else tuple(wanted)
        super().__init__(
            token_url, Asked(scopes=names, lifetime=lifetime, secrets=tuple(secret for _, secret in secrets))
        )
        self._client_id = client_id

    def _form(self, grant_type: str) -> dict[str, str]:
        scopes = {"scope": " ".join(self._asked.scopes)} if self._asked.scopes else {}
        return {"grant_type": grant_type, **scopes}


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
        refresh = None if old is None else old.refresh
        if refresh is not None:
            try:
                token = yield from self._ask(
                    url, lambda: self._request(url, self._refresh_form(refresh), occasion), occasion, until
                )
                return token if token.refresh else evolve(token, refresh=refresh)
            except AuthError as error:
                if error.status is None or error.status >= 500:
                    raise
        return (yield from self._ask(url, lambda: self._request(url, self._password_form(), occasion), occasion, until))

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
            reply = yield from exchange(lambda: self._request(url, occasion), occasion, until)
            if last or not self._set_right(reply, occasion):
                break
        return read_token(reply, url, self._asked, bought)

    def _request(self, url: str, occasion: Occasion) -> Request:
        """Another assertion each time, because a server accepts each only once."""
        now = int(occasion.clockwork.now().timestamp() + self._skew)
        own = {"iss": self._client_id, "sub": self._client_id, "aud": url}
        claims = {**own, "jti": occasion.clockwork.key(), "iat": now, "exp": now + LIFETIME}
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

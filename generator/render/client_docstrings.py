"""Docstrings of clients and credentials."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from attrs import frozen

from ..ir.composed import modifies, recovers
from ..ir.nodes import Auth, Call, Package, Server, Variable, has_refresh
from .call_docstrings import (
    CREATE_OR_FIND,
    MODIFY,
    MODIFY_UNPROTECTED,
    REFRESH,
    create_or_find_doc,
    method_doc,
    modify_doc,
    refresh_doc,
)
from .credentials import credential_examples, credential_variables
from .prose import listed, one_line, paragraphs, section

_OPTIONS = (
    "timeout: Total seconds for one call, including waits, retries and token refresh. Each page of a list is one call.",
    "retry: How often a call is retried where that is safe. Default: `Retry()`.",
    'decode: "tolerant" reports differences from the specification as drift; "strict" raises `DriftError`.',
    "validate: Check arguments against the specification before sending.",
    'preconditions: "automatic" sends those that a fetched object has; "required" refuses to write an object without.',
    "verify: How to verify TLS certificates: True, False, the path of a CA file or directory, or an `ssl.SSLContext`.",
    "proxy: URL of a proxy.",
    "trust_env: Use proxy and CA settings from environment variables. Credentials are never read from them.",
    "allow_insecure_http: Allow plain http with a credential to a host other than localhost.",
    "max_body: Maximum response size in bytes, after decompression.",
    "max_connections: Maximum number of connections. Calls beyond it wait their turn, within their timeout.",
    "headers: Additional headers for every request, such as the key of a gateway. None that subkit sets itself.",
    "observer: Function that gets a `subkit.Event` for each step of a call, or a `subkit.otel.OpenTelemetry`.",
    "clock: A `subkit.Clock`, where time and waits come from. Tests use one of their own.",
    "transport: Transport to use and not to close: one that clients share, a client of httpx, or a test double.",
)


def client_doc(package: Package, mode: Any) -> str:
    """The docstring of a client class."""
    flavour = mode.flavour.capitalize()
    own = f"`{package.auth.name}` or `subkit.BearerToken`" if package.auth else _credentials(package)
    names = ", ".join(name for name, _ in variables(package))
    calls = (f"`{one.resource}.{one.method}`: {one.summary}" for one in call_entries(package))
    arguments = (
        f"base_url: {base_url_text(package)}",
        f"auth: Credential, such as {own}. None sends requests without one.",
        *(f"{one.python}: {one_line(one.description)}" for one in package.client_parameters),
        *_OPTIONS,
    )
    return paragraphs(
        f"{flavour} client for {package.names.title} ({package.names.version}).",
        package.description,
        section("Calls", calls),
        section("Args", arguments),
        section("Raises", ["ConfigurationError: An argument is not valid, or does not fit another one."]),
        f"`from_env` reads its settings from environment variables: {names}.",
    )


def _credentials(package: Package) -> str:
    return " or ".join(f"`subkit.{one}`" for one in credential_examples(package)) or "`subkit.BearerToken`"


_WITH_RESPONSE: Final = "The same calls, returning the whole `subkit.Response`."


@frozen
class Entry:
    """A method of a resource, as a list of all calls shows it."""

    resource: str
    method: str
    summary: str
    docstring: str
    requests: tuple[Call, ...]
    """The operations that it performs; none for `with_response`, which has them all."""


def call_entries(package: Package) -> Iterator[Entry]:
    """Every call of a client, with those that are made of other calls."""
    for resource in sorted({call.resource for call in package.calls}):
        calls = [call for call in package.calls if call.resource == resource]
        for call in calls:
            yield Entry(resource, call.method_name, one_line(call.summary or call.id), method_doc(call), (call,))
            if has_refresh(call, calls):
                yield Entry(resource, "refresh", REFRESH, refresh_doc(call, "method"), (call,))
        if made := modifies(calls):
            summary = MODIFY if made.is_protected else MODIFY_UNPROTECTED
            yield Entry(resource, "modify", summary, modify_doc(made), (made.read, made.write))
        if recovery := recovers(calls):
            requests = (recovery.create, recovery.listing)
            yield Entry(resource, "create_or_find", CREATE_OR_FIND, create_or_find_doc(recovery), requests)
        yield Entry(resource, "with_response", _WITH_RESPONSE, _WITH_RESPONSE, ())


def base_url_text(package: Package) -> str:
    """What to give as base URL, by what the specification says of its servers."""
    if not package.servers:
        return "Base URL of your server, required."
    first, *others = package.servers
    if package.base_url:
        parts = [f"Base URL of the API. Default: {_server(first)}."]
    else:
        parts = [f"Base URL of the API, required: `{first.url}`.", one_line(first.description)]
        parts += map(_variable_text, first.variables)
    if others:
        parts.append(f"Others: {', '.join(map(_server, others))}.")
    return " ".join(part for part in parts if part)


def base_url_form(package: Package) -> str | None:
    """The form of a base URL, for a package that has no default."""
    if package.base_url or not package.servers:
        return None
    return package.servers[0].url.replace("{", "<").replace("}", ">")


def _variable_text(one: Variable) -> str:
    values = f" One of {listed(one.values)}." if one.values else ""
    return f"`{{{one.name}}}`: {one_line(one.description)}{values}"


def _server(server: Server) -> str:
    text = " ".join(server.description.split()).removesuffix(".")
    return f"`{server.url}` ({text})" if text else f"`{server.url}`"


def from_env_doc(package: Package) -> str:
    """The docstring of `from_env`."""
    return paragraphs(
        "Create a client from environment variables. Arguments take precedence over them.",
        section("Environment", (f"{name}: {text}" for name, text in variables(package))),
        section("Raises", ["ConfigurationError: Variables are missing; the message names them."]),
    )


def variables(package: Package) -> Iterator[tuple[str, str]]:
    """The environment variables that `from_env` reads, and what each is for."""
    default = f" Default: `{package.base_url}`." if package.base_url else ""
    yield _variable(package, "base_url"), f"`base_url`.{default}"
    for one in package.client_parameters:
        yield _variable(package, one.python), f"`{one.python}`."
    if package.credentials:
        yield from ((_variable(package, name), text) for name, text in credential_variables(package))
        return
    otherwise = f" Without it, `{package.auth.name}` takes the variables below." if package.auth else ""
    yield _variable(package, "token"), f"Access token, sent as a bearer token.{otherwise}"
    for name in flow_arguments(package.auth) if package.auth else ():
        yield _variable(package, name), f"`{name}`."


def flow_arguments(auth: Auth) -> list[str]:
    """The arguments of a credential that it cannot do without, or that are this vendor's own."""
    return [*(line.partition(":")[0] for line in _FLOWS[auth.name][1]), *auth.query]


def _variable(package: Package, setting: str) -> str:
    own = f"SUBKIT_{package.names.slug}_{setting}".replace("-", "_").upper()
    return " or ".join((own, *package.environment.get(setting, ())))


_CLIENT = ("client_id: Client id.", "client_secret: Client secret.")
_FLOWS = {
    "ApiKey": ("Exchanges an API key for access tokens.", ("key: API key.",)),
    "PasswordGrant": (
        "Gets access tokens with a user name and password, later ones with a refresh token (RFC 6749, section 4.3).",
        ("token_url: URL of the token endpoint.", *_CLIENT, "username: User name.", "password: Password."),
    ),
    "ClientCredentials": ("Gets access tokens with a client id and secret (RFC 6749, section 4.4).", _CLIENT),
    "PrivateKeyJwt": (
        "Gets access tokens with assertions that it signs (RFC 7523, section 2.2), a new one for each token.",
        (
            "client_id: Client id.",
            "key: Private key, not encrypted: PEM (str or bytes) or JWK (a dict or its JSON text).",
            "key_id: Sent in the assertion as `kid`. Taken from the JWK by default.",
        ),
    ),
}
_TOKENS = (
    "The client requests a token on the first call and refreshes it before it expires. Concurrent callers share one "
    "refresh. After a 401 it refreshes and retries once. The token is sent to the client's own base URL only. If no "
    "token can be obtained, calls raise `AuthError`."
)


def auth_doc(package: Package) -> str:
    """The docstring of a credential that requests tokens."""
    auth = package.auth
    if auth is None:
        raise ValueError("a package without a flow has nothing to describe")
    summary, arguments = _FLOWS[auth.name]
    signing = ", or the key cannot sign" if auth.signs else ""
    return paragraphs(
        summary,
        auth.description,
        _TOKENS,
        section("Args", (*arguments, *_flow_arguments(auth))),
        section("Raises", [f"ConfigurationError: An argument is not valid{signing}."]),
        f"Source: {auth.source}" if auth.source else "",
    )


def flow_summary(auth: Auth) -> str:
    """What a credential does, in one sentence."""
    return _FLOWS[auth.name][0]


def _flow_arguments(auth: Auth) -> Iterator[str]:
    yield from (f"{name}: Sent to the token endpoint as `{wire}`." for name, wire in auth.query.items())
    if auth.name != "PasswordGrant":
        yield f"token_url: URL of the token endpoint. Default: {_token_url(auth)}."
    if auth.name != "ApiKey":
        scopes = auth.issuer.get("scopes", ())
        granted = "; all of them must be granted" if auth.issuer.get("drops_scopes") else ""
        yield f"scopes: Scopes to request{granted}. Default: {listed(scopes) or 'none'}."
        yield "lifetime: Lifetime of a token in seconds, for a server whose responses do not say."


def _token_url(auth: Auth) -> str:
    if "discovery_url" in auth.issuer:
        return f"the one that `{auth.issuer['discovery_url']}` names, if it has the origin of the API"
    return f"`{auth.issuer['token_url']}`"

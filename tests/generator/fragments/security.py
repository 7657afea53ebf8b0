"""Security, servers, deprecation, and operations that name neither tag nor id."""

import pytest
import subkit
from subkit import Basic, BearerToken, ConfigurationError, CookieKey, HeaderKey, QueryKey
from support.fragments import Fragment, Run, document
from support.scripted import BASE_URL, reply

GET = '/things: {get: {operationId: findThings, tags: [things], responses: {"204": {description: Done.}}}}'


def secured(scheme: str, security: str = "security: [{auth: []}]") -> str:
    return document(GET, f"securitySchemes:\n  auth: {scheme}\n", top=security + "\n")


def _bearer(run: Run) -> None:
    run(lambda c: c.things.find(), reply(204))
    assert run.header("Authorization") == "Bearer canary-token-7d1f"
    run(lambda c: c.things.find(), reply(204), auth=None)
    assert run.header("Authorization") is None


root = Fragment(construct="root-level security: bearer", openapi=secured("{type: http, scheme: bearer}"), check=_bearer)


def _key(run: Run) -> None:
    run(lambda c: c.things.find(), reply(204), auth=HeaderKey("X-Key", "k"))
    assert run.header("X-Key") == "k"


in_header = Fragment(
    construct="apiKey in a header", openapi=secured("{type: apiKey, in: header, name: X-Key}"), check=_key
)


def _query(run: Run) -> None:
    run(lambda c: c.things.find(), reply(204), auth=QueryKey("key", "a b".replace(" ", "+")))
    assert run.target == "/things?key=a%2Bb"


in_query = Fragment(
    construct="apiKey in the query", openapi=secured("{type: apiKey, in: query, name: key}"), check=_query
)


def _cookie(run: Run) -> None:
    run(lambda c: c.things.find(), reply(204), auth=CookieKey("session", "k"))
    assert run.header("Cookie") == "session=k"


in_cookie = Fragment(
    construct="apiKey in a cookie", openapi=secured("{type: apiKey, in: cookie, name: session}"), check=_cookie
)


def _basic(run: Run) -> None:
    run(lambda c: c.things.find(), reply(204), auth=Basic("u", "p"))
    assert run.header("Authorization") == "Basic dTpw"


basic = Fragment(construct="Basic", openapi=secured("{type: http, scheme: basic}"), check=_basic)


def _several(run: Run) -> None:
    run(lambda c: c.things.find(), reply(204), auth=HeaderKey("X-Key", "k"))
    assert run.header("X-Key") == "k"
    run(lambda c: c.things.find(), reply(204), auth=BearerToken("t"))
    assert run.header("Authorization") == "Bearer t"


several = Fragment(
    construct="several security schemes, oauth2 and openIdConnect among them",
    openapi=document(
        GET,
        """
        securitySchemes:
          key: {type: apiKey, in: header, name: X-Key}
          auth: {type: oauth2, flows: {clientCredentials: {tokenUrl: https://x/token, scopes: {read: Read.}}}}
          oidc: {type: openIdConnect, openIdConnectUrl: https://x/.well-known/openid-configuration}
        """,
        top="security: [{key: []}, {auth: [read]}, {oidc: []}, {}]\n",
    ),
    check=_several,
)


def _no_server(run: Run) -> None:
    with pytest.raises(ConfigurationError):
        run(lambda c: c.things.find(), base_url=None)
    run(lambda c: c.things.find(), reply(204))
    assert run.driven.last.url == f"{BASE_URL}/things"


no_server = Fragment(construct="servers absent", openapi=document(GET), check=_no_server)
variables = Fragment(
    construct="servers with variables",
    openapi=document(
        GET,
        top="servers: [{url: 'https://{region}.x.example/v{version}', variables: {region: {default: eu}, version: {default: '1'}}}]\n",
    ),
    check=_no_server,
)
relative = Fragment(
    construct="a server without a host", openapi=document(GET, top="servers: [{url: /api/v1}]\n"), check=_no_server
)


def _server(run: Run) -> None:
    run(lambda c: c.things.find(), reply(204), base_url="https://api.x.example/v1")
    assert run.driven.last.url == "https://api.x.example/v1/things"
    client = run.driven.client
    assert type(client)(auth=None)._context.options.base_url.text == "https://api.x.example/v1"


server = Fragment(
    construct="one usable server",
    openapi=document(GET, top="servers: [{url: 'https://api.x.example/v1'}, {url: 'https://test.x.example'}]\n"),
    check=_server,
    typed="p.XOneUsableServer(auth=None)",
)


def _deprecated(run: Run) -> None:
    found = run(lambda c: c.things.get("1", old="x"), reply(200, {"old": "y"}))
    assert found.old == "y"
    resource = type(run.driven.client.things)
    assert "deprecated" in (resource.get.__doc__ or "").lower()


deprecated = Fragment(
    construct="deprecated operations, parameters and properties",
    openapi=document("""
        /things/{thingId}:
          get:
            operationId: getThing
            deprecated: true
            parameters:
              - {name: thingId, in: path, required: true, schema: {type: string}}
              - {name: old, in: query, deprecated: true, schema: {type: string}}
            responses:
              "200":
                description: It.
                content:
                  application/json: {schema: {type: object, properties: {old: {type: string, deprecated: true}}}}
    """),
    check=_deprecated,
)


def _nameless(run: Run) -> None:
    run(lambda c: c.things.list(), reply(204))
    assert run.target == "/v1/things"
    run(lambda c: c.things.create(name="n"), reply(204))
    assert run.driven.last.method == "POST"
    run(lambda c: c.things.get("a"), reply(204))
    assert run.target == "/v1/things/a"
    run(lambda c: c.things.delete("a"), reply(204))
    assert run.driven.last.method == "DELETE"
    run(lambda c: c.things.start("a"), reply(204))
    assert run.target == "/v1/things/a/start"


nameless = Fragment(
    construct="operations without tags and ids",
    openapi=document("""
        /v1/things:
          get: {responses: {"204": {description: Done.}}}
          post:
            requestBody: {content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}}
            responses: {"204": {description: Done.}}
        /v1/things/{thing_id}:
          parameters: [{name: thing_id, in: path, required: true, schema: {type: string}}]
          get: {responses: {"204": {description: Done.}}}
          delete: {responses: {"204": {description: Done.}}}
        /v1/things/{thing_id}/start:
          parameters: [{name: thing_id, in: path, required: true, schema: {type: string}}]
          post: {responses: {"204": {description: Done.}}}
    """),
    check=_nameless,
)


def _heads(run: Run) -> None:
    run(lambda c: c.things.head_thing("1"), reply(200))
    assert run.driven.last.method == "HEAD"
    run(lambda c: c.things.options_things(), reply(204))
    assert run.driven.last.method == "OPTIONS"


methods = Fragment(
    construct="HEAD and OPTIONS",
    openapi=document("""
        /things:
          options: {operationId: optionsThings, tags: [things], responses: {"204": {description: Done.}}}
        /things/{id}:
          head:
            operationId: headThing
            tags: [things]
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            responses: {"200": {description: Done.}}
    """),
    facade="[operations.optionsThings]\nmethod = 'options_things'\n[operations.headThing]\nmethod = 'head_thing'",
    check=_heads,
)


def _error(run: Run) -> None:
    with pytest.raises(subkit.Unauthenticated):
        run(lambda c: c.things.find(), reply(401))


own_level = Fragment(
    construct="security at the operation, and none",
    openapi=document(
        """
        /things:
          get: {operationId: findThings, tags: [things], security: [{auth: []}], responses: {"204": {description: Done.}}}
          post: {operationId: makeThings, tags: [things], security: [], responses: {"204": {description: Done.}}}
        """,
        "securitySchemes: {auth: {type: http, scheme: bearer}}",
    ),
    check=_error,
)


def _from_env(run: Run, credential: str, **variables: str) -> None:
    """Make a client from these variables, and perform a call on it."""
    run(lambda c: c.things.find(), reply(204), auth=None)
    kind, slug = type(run.driven.client), run.fragment.slug.replace("-", "_").upper()
    assert credential in (kind.__doc__ or "")
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {"base_url": BASE_URL, **variables}.items():
            patch.setenv(f"SUBKIT_{slug}_{name.upper()}", value)
            assert f"SUBKIT_{slug}_{name.upper()}" in (kind.from_env.__doc__ or "")
        auth = kind.from_env()._context.options.auth
        for name in variables:
            patch.delenv(f"SUBKIT_{slug}_{name.upper()}")
        with pytest.raises(ConfigurationError, match=f"SUBKIT_{slug}_{next(iter(variables)).upper()}"):
            kind.from_env()
    run(lambda c: c.things.find(), reply(204), auth=auth)


def _env_basic(run: Run) -> None:
    _from_env(run, 'Basic("...", "...")', username="u", password="p")
    assert run.header("Authorization") == "Basic dTpw"


def _env_header(run: Run) -> None:
    _from_env(run, 'HeaderKey("x_api.key", "...")', api_key="k")
    assert run.header("x_api.key") == "k"


def _env_query(run: Run) -> None:
    _from_env(run, 'QueryKey("api key", "...")', api_key="k")
    assert run.target == "/things?api%20key=k"


def _env_cookie(run: Run) -> None:
    _from_env(run, 'CookieKey("session.id", "...")', api_key="k")
    assert run.header("Cookie") == "session.id=k"


def _env_scheme(run: Run) -> None:
    _from_env(run, 'SchemeToken("Genie-Key", "...")', token="k")
    assert run.header("Authorization") == "Genie-Key k"


def _env_both(run: Run) -> None:
    _from_env(run, 'AllOf(HeaderKey("X-App", "..."), HeaderKey("X-Key", "..."))', app="a", user_key="k")
    assert (run.header("X-App"), run.header("X-Key")) == ("a", "k")


env_basic = Fragment(
    construct="Basic from the environment", openapi=secured("{type: http, scheme: Basic}"), check=_env_basic
)
env_header = Fragment(
    construct="a key in a header from the environment",
    openapi=secured("{type: apiKey, in: header, name: x_api.key}"),
    check=_env_header,
)
env_query = Fragment(
    construct="a key in the query from the environment",
    openapi=secured("{type: apiKey, in: query, name: api key}"),
    check=_env_query,
)
env_cookie = Fragment(
    construct="a key in a cookie from the environment",
    openapi=secured("{type: apiKey, in: cookie, name: session.id}"),
    check=_env_cookie,
)
env_scheme = Fragment(
    construct="another scheme of Authorization from the environment",
    openapi=secured("{type: http, scheme: Genie-Key}"),
    check=_env_scheme,
)
env_both = Fragment(
    construct="two keys at once from the environment",
    openapi=document(
        GET,
        """
        securitySchemes:
          app: {type: apiKey, in: header, name: X-App}
          userKey: {type: apiKey, in: header, name: X-Key}
        """,
        top="security: [{app: [], userKey: []}]\n",
    ),
    check=_env_both,
)


def _public(run: Run) -> None:
    run(lambda c: c.things.find(), reply(204))
    assert run.header("Authorization") is None


public = Fragment(
    construct="an operation without security",
    openapi=secured("{type: http, scheme: bearer}").replace("{operationId", "{security: [], operationId"),
    check=_public,
)

"""`[auth]` of facade.toml: how a vendor gives tokens. Each mistake is told at its line; what is right becomes a class."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest
from support.spec_folder import FACADE, OPENAPI, check_marked, edited, marked_line, refusal, write_spec

from generator.diagnostics import SpecError
from generator.pipeline import package_of
from generator.render.files import Files
from generator.render.package import render
from generator.spec.facade import AUTH_FLOWS
from generator.spec.facade_file import read_facade_file
from generator.spec.facade_reader import read_facade

SOURCE = 'source = "page: tokens"\n'
GOOD = {
    "api_key": 'flow = "api_key"\ntoken_url = "{base_url}/tokens"\nheader = "X-API-Key"\n',
    "password": 'flow = "password"\n',
    "client_credentials": 'flow = "client_credentials"\ntoken_url = "https://login.acme.example:8443/t"\n',
    "private_key_jwt": 'flow = "private_key_jwt"\ndiscovery_url = "{base_url}/.well-known/x"\nalgorithm = "ES256"\n',
}
CLASSES = {
    "api_key": "ApiKey",
    "password": "PasswordGrant",
    "client_credentials": "ClientCredentials",
    "private_key_jwt": "PrivateKeyJwt",
}
KEY, PASSWORD, CLIENT, SIGNED = (f"[auth]\n{GOOD[flow]}{SOURCE}" for flow in AUTH_FLOWS)


def marked(text: str, line: str) -> str:
    """A table with a line that is wrong."""
    return f"{text}{line}  # HERE\n"


def at_head(text: str) -> str:
    """A table that is wrong as a whole."""
    return text.replace("[auth]", "[auth]  # HERE")


KINDS = [
    ("auth = 1  # HERE\n", "auth must be a table"),
    ("[[auth]]  # HERE\nflow = 'password'\n", "auth must be a table"),
    (marked(PASSWORD, "token_uri = 'x'"), "unknown key 'auth.token_uri': did you mean 'token_url'?"),
    (marked(PASSWORD, "client_secret = 'x'"), "unknown key 'auth.client_secret'"),
    ("[auth]\nflow = 'implicit'  # HERE\n", "auth.flow must be one of api_key, password, client_credentials, private_key_jwt"),
    ("[auth]\nflow = 7  # HERE\n", "auth.flow must be a non-empty string"),
    ("[auth]  # HERE\nscopes = ['a']\n", "auth.flow must be one of api_key"),
    ("[auth]  # HERE\n", "auth.flow must be one of api_key"),
    *((marked(f"[auth]\n{SOURCE}flow = 'api_key'\nheader = 'X'\n", f"token_url = {bad}"), "auth.token_url must be an https:// URL")
      for bad in ("7", "''", "'http://acme.example/t'", "'{base_url}.evil.example/t'", "'{base_url}@evil.example/'", "'/t'",
                  "'https://acme.example/t?a=b'", "'https://acme.example/t#a'", "'https://a:b@acme.example/t'",
                  "'https://acme.example/{tenant}/t'", "'https://acme.example/a b'", "\"https://acme.example/a\\n\"",
                  "'{base_url}/{base_url}'", "'https://acme.example:port/t'", "'ftp://acme.example'", "'https://'")),
    (marked(f"[auth]\n{SOURCE}flow = 'client_credentials'\n", "discovery_url = 'http://a.example/x'"), "auth.discovery_url must be an"),
    *((marked(f"[auth]\n{SOURCE}flow = 'api_key'\ntoken_url = '{{base_url}}/t'\n", f"header = {bad}"), "auth.header must be a header name")
      for bad in ("''", "'X Key'", "'X-Key:'", "\"X-Key\\r\\n\"", "'Schlüssel'", "7", "['X']")),
    *((marked(PASSWORD, f"scopes = {bad}"), "auth.scopes must be a list of scopes")
      for bad in ("'a b'", "['a b']", "['']", "[7]", "['ä']", "['\"']", "['a\\b']", "[[]]", "{}")),
    *((marked(KEY, f"query = {bad}"), "auth.query must be a table of strings under Python names")
      for bad in ("'cid'", "{ context = 7 }", "{ context = '' }", "{ 'a b' = 'c' }", "{ class = 'c' }", "{ key = 'c' }",
                  "{ token_url = 'c' }", "{ self = 'c' }", "{ hidden = 'c' }", "{ super = 'c' }", "{ _a = 'c' }", "['c']")),
    (marked(PASSWORD, "client_auth = 'form'"), "auth.client_auth must be one of basic, body"),
    (marked(f"[auth]\n{SOURCE}flow = 'private_key_jwt'\ntoken_url = '{{base_url}}/t'\n", "algorithm = 'HS256'"),
     "auth.algorithm must be one of PS256,"),
    (marked(f"[auth]\n{SOURCE}flow = 'private_key_jwt'\ntoken_url = '{{base_url}}/t'\n", "algorithm = 'none'"), "auth.algorithm"),
    (marked(PASSWORD, "description = ['x']"), "auth.description must be a non-empty string"),
    (marked(f"[auth]\n{GOOD['password']}", "source = ''"), "auth.source must be a non-empty string"),
]  # fmt: skip
KEYS = [
    (at_head(KEY).replace('token_url = "{base_url}/tokens"\n', ""), "the flow 'api_key' requires auth.token_url"),
    (at_head(KEY).replace('header = "X-API-Key"\n', ""), "the flow 'api_key' requires auth.header"),
    (at_head(SIGNED).replace('algorithm = "ES256"\n', ""), "the flow 'private_key_jwt' requires auth.algorithm"),
    (at_head("[auth]\nflow = 'client_credentials'\n"), "auth must set either 'token_url' or 'discovery_url'"),
    (at_head("[auth]\nflow = 'private_key_jwt'\nalgorithm = 'PS256'\n"), "auth must set either 'token_url' or 'discovery_url'"),
    (at_head(CLIENT) + "discovery_url = '{base_url}/x'\n", "auth must set either 'token_url' or 'discovery_url'"),
    *((marked(KEY, line), "does not apply to the flow 'api_key'")
      for line in ("scopes = ['a']", "client_auth = 'body'", "algorithm = 'PS256'", "discovery_url = '{base_url}/x'")),
    *((marked(PASSWORD, line), "does not apply to the flow 'password'")
      for line in ("token_url = '{base_url}/t'", "discovery_url = '{base_url}/t'", "header = 'X'", "query = { a = 'b' }",
                   "algorithm = 'PS256'")),
    *((marked(CLIENT, line), "does not apply to the flow 'client_credentials'")
      for line in ("header = 'X'", "query = { a = 'b' }", "algorithm = 'PS256'")),
    *((marked(SIGNED, line), "does not apply to the flow 'private_key_jwt'")
      for line in ("header = 'X'", "query = { a = 'b' }", "client_auth = 'body'")),
]  # fmt: skip
SOURCELESS = f"{FACADE}[auth]\n{GOOD['password']}"
SOURCES = [
    (at_head(SOURCELESS), "auth has no source"),
    (marked(SOURCELESS, "source = 'pag: tokens'"), "auth.source: 'pag' is not in info.x-sources"),
    (marked(SOURCELESS, "source = 'page: a; zzz: b'"), "auth.source: 'zzz' is not in info.x-sources"),
]


@pytest.mark.parametrize(("facade", "text"), [*KINDS, *KEYS])
def test_a_mistake_is_found_at_its_line(tmp_path: Path, facade: str, text: str) -> None:
    """Each mistake in [auth] has its own words and its line."""
    place = tmp_path / "facade.toml"
    place.write_text(facade, "utf-8")
    _, diagnostics = read_facade(read_facade_file(place))
    assert marked_line(place) in {one.line for one in diagnostics if text in one.text}, diagnostics


@pytest.mark.parametrize(("facade", "text"), [*SOURCES, KINDS[0], KEYS[0]])
def test_a_mistake_refuses_the_package(tmp_path: Path, facade: str, text: str) -> None:
    """Nothing is made of a specification with a mistake in [auth], or without a source for it."""
    check_marked(write_spec(tmp_path, facade=facade), text, "facade.toml")


def test_all_mistakes_are_listed(tmp_path: Path) -> None:
    """Several mistakes are told at once."""
    facade = "[auth]\nflow = 'api_key'\nscopes = ['a']\nclient_auth = 'form'\nzzz = 1\n"
    assert [diagnostic.line for diagnostic in refusal(write_spec(tmp_path, facade=facade))] == [1, 1, 3, 4, 4, 5]


def test_a_document_of_the_vendor_needs_no_source(tmp_path: Path) -> None:
    """Where the document names no sources, [auth] needs none either."""
    openapi = edited(OPENAPI, [("  x-sources:\n    page: Acme's page\n", "")])
    openapi = "\n".join(line for line in openapi.splitlines() if "x-source" not in line)
    package_of(write_spec(tmp_path, openapi=openapi, facade=f"{FACADE}[auth]\n{GOOD['password']}"))


def made(tmp_path: Path, auth: str) -> Files:
    """The files of a package with this [auth]."""
    return render(package_of(write_spec(tmp_path, facade=f"{FACADE}[auth]\n{auth}{SOURCE}")))


def file(files: Files, end: str) -> str:
    (found,) = (text for name, text in files.items() if name.endswith(end))
    return found


@pytest.mark.parametrize("flow", AUTH_FLOWS)
def test_each_flow_becomes_a_class(tmp_path: Path, flow: str) -> None:
    """The package exports a credential that says where and how its vendor gives tokens, and `from_env` makes it."""
    files = made(tmp_path, GOOD[flow])
    tree = ast.parse(file(files, "/_auth.py"))
    (found,) = (node for node in tree.body if isinstance(node, ast.ClassDef))
    assert found.name == CLASSES[flow]
    assert "Source: page: tokens" in (ast.get_docstring(found) or "")
    assert f'"{CLASSES[flow]}"' in file(files, "subkit_acme_things/__init__.py")
    assert f"subkit_acme_things._auth.{CLASSES[flow]}" in file(files, "/_api.py")
    assert f"`{CLASSES[flow]}`" in file(files, "README.md")
    assert ("subkit[jwt]" in file(files, "pyproject.toml")) is (flow == "private_key_jwt")


ISSUERS = [
    (GOOD["api_key"], {"token_url": "{base_url}/tokens", "header": "X-API-Key"}),
    (
        GOOD["password"] + "client_auth = 'body'\nscopes = ['a:b', 'c']\n",
        {"client_auth": "body", "scopes": ("a:b", "c")},
    ),
    (GOOD["password"] + "scopes = ['a']\n", {"scopes": ("a",)}),
    (GOOD["client_credentials"], {"token_url": "https://login.acme.example:8443/t"}),
    (GOOD["private_key_jwt"], {"discovery_url": "{base_url}/.well-known/x", "algorithm": "ES256"}),
]


@pytest.mark.parametrize(("auth", "issuer"), ISSUERS)
def test_what_the_class_is_told(tmp_path: Path, auth: str, issuer: dict[str, object]) -> None:
    """What [auth] says comes into the class as it is, and nothing else does."""
    calls = (
        node for node in ast.walk(ast.parse(file(made(tmp_path, auth), "/_auth.py"))) if isinstance(node, ast.Call)
    )
    (found,) = (call for call in calls if ast.unparse(call.func).endswith("AuthorizationServer"))
    assert {one.arg: ast.literal_eval(one.value) for one in found.keywords} == issuer


def test_arguments_that_go_into_the_query(tmp_path: Path) -> None:
    """`query` makes optional arguments, which the docstring names with what is sent."""
    text = file(made(tmp_path, GOOD["api_key"] + "query = { context = 'c id', region = 'r' }\n"), "/_auth.py")
    assert "context: str | None = None,\n        region: str | None = None,\n" in text
    assert "context: Sent to the token endpoint as `c id`." in text
    assert "('c id', context), ('r', region)" in text


def test_no_auth(tmp_path: Path) -> None:
    """Without [auth] there is no credential, and nothing mentions one."""
    files = render(package_of(write_spec(tmp_path)))
    assert not any(name.endswith("_auth.py") for name in files)
    assert "flow=" not in file(files, "/_api.py")


@pytest.mark.parametrize("flow", AUTH_FLOWS)
def test_a_model_called_like_the_credential(tmp_path: Path, flow: str) -> None:
    """A model may not be given its name; a schema that has it by chance gets another."""
    auth = f"[auth]\n{GOOD[flow]}{SOURCE}"
    named = f"{FACADE}[models.Thing]\nname = '{CLASSES[flow]}'  # HERE\n{auth}"
    check_marked(write_spec(tmp_path / "a", facade=named), "is the name of the credential", "facade.toml")
    openapi = OPENAPI.replace("schemas/Colour", f"schemas/{CLASSES[flow]}").replace(
        "    Colour:", f"    {CLASSES[flow]}:"
    )
    package = package_of(write_spec(tmp_path / "b", openapi=openapi, facade=f"{FACADE}{auth}"))
    (colour,) = package.enums
    assert (colour.schema, colour.name != CLASSES[flow]) == (CLASSES[flow], True)


HOSTILE = ['"""\ncanary()\n"""', "'''", 'a"); canary(); ("', "a\\", 'ends with "', '\\"""', "{{ canary() }}", "a\rcanary()\rb",
           "a\u2028canary()\u2029b", "{base_url}", "%s", "x" * 500, "größe 🎈"]  # fmt: skip


@pytest.mark.fault(82)
@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("key", ["description", "source", "query"])
def test_texts_are_no_code(tmp_path: Path, key: str, text: str) -> None:
    """Whatever stands in a text of [auth], it is a text in the package too, or refused."""
    quoted = json.dumps(text)
    line = {
        "description": f"description = {quoted}\n{SOURCE}",
        "source": f"source = {json.dumps('page: ' + text)}\n",
        "query": f"query = {{ context = {quoted} }}\n{SOURCE}",
    }[key]
    try:
        files = render(package_of(write_spec(tmp_path, facade=f"{FACADE}[auth]\n{GOOD['api_key']}{line}")))
    except SpecError:
        return
    for name in (one for one in files if one.endswith(".py")):
        tree = ast.parse(files[name])
        assert "canary" not in {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    if key == "query":
        assert text in {
            node.value for node in ast.walk(ast.parse(file(files, "/_auth.py"))) if isinstance(node, ast.Constant)
        }

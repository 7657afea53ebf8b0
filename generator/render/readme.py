"""What the pages of a package show: a first call, all calls, and how to authenticate."""

from __future__ import annotations

from collections.abc import Iterator

from ..ir.nodes import Call, Package, patches
from .client_docstrings import Entry, call_entries, flow_arguments
from .credentials import credential_examples
from .example_values import example_value
from .signatures import id_name, parts_of

_OPTIONAL_FLOW = frozenset({"key_id"})


def example_arguments(package: Package) -> Iterator[str]:
    """The arguments of a constructor, as an example shows them."""
    if package.base_url is None:
        yield f'base_url="{_example_url(package)}"'
    yield f"auth={example_auth(package)}"
    yield from (f'{one.python}="..."' for one in package.client_parameters)


def _example_url(package: Package) -> str:
    if not package.servers:
        return "https://api.example"
    url = package.servers[0].url
    for one in package.servers[0].variables:
        url = url.replace(f"{{{one.name}}}", one.default)
    return url


def example_auth(package: Package) -> str:
    """The vendor's own credential with the arguments that it needs, or a token."""
    if package.auth is None:
        return next(iter(credential_examples(package)), 'BearerToken("...")')
    needed = [name for name in flow_arguments(package.auth) if name not in {*package.auth.query, *_OPTIONAL_FLOW}]
    given = ", ".join(f'{name}="..."' for name in needed)
    return f"{package.auth.name}({given})"


def example_call(package: Package, *, asynchronous: bool = False) -> str:
    """The statement that an example ends with: a list if there is one, else the first call."""
    call = min(package.calls, key=_effort, default=None)
    if call is None:
        return "..."
    return call_example(call, package, asynchronous=asynchronous)


def call_example(call: Call, package: Package, *, asynchronous: bool = False) -> str:
    """A call with the arguments that it requires, as a statement inside `with`."""
    own = [one for one in call.arguments if one.location != "shared"]
    needed = [one for one in own if one.required]
    if patches(call):  # which refuses to change nothing
        needed += [one for one in own if one.location == "body" and not one.required][:1]
    positional = [example_value(one.schema, package) for one in needed if one.is_id]
    named = [f"{one.python}={example_value(one.schema, package)}" for one in needed if not one.is_id]
    given = ", ".join([*positional, *named])
    text = f"client.{call.resource}.{call.method_name}({given})"
    if call.paging:
        return f"{'async ' * asynchronous}for item in {text}:\n        print(item)"
    return f"print({'await ' * asynchronous}{text})"


def _effort(call: Call) -> tuple[bool, bool, int]:
    """What makes a call a bad first example: that it is no list, that it changes something, and what it requires."""
    return call.paging is None, call.method != "GET", sum(one.required for one in call.arguments)


def call_rows(package: Package) -> Iterator[tuple[str, str, str]]:
    """Every call: how it is written, what it requests, and what it does."""
    for one in (entry for entry in call_entries(package) if entry.requests):
        requests = ", ".join(f"{call.method} `{call.path}`" for call in one.requests)
        yield f"{one.resource}.{one.method}({_arguments(one)})", requests, one.summary.replace("|", "\\|")


def _arguments(one: Entry) -> str:
    first = one.requests[0]
    if one.method == first.method_name:
        return _short(first)
    if one.method == "create_or_find":
        return f"find=, {_short(first)}"
    return f"{id_name(first)}, change" if one.method == "modify" else id_name(first)


def _short(call: Call) -> str:
    """The arguments that a call needs, by name, and dots for the others."""
    positional, required, optional = parts_of(call)
    names = [*map(_name, positional), *(f"{_name(part)}=" for part in required)]
    return ", ".join([*names, *(["..."] if optional else [])])


def _name(parameter: str) -> str:
    return parameter.partition(":")[0]

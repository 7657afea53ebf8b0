"""What somebody needs who wants to try a served fake: where it is, what it accepts, and a line to begin with."""

from __future__ import annotations

import json
import shlex
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

from .accounts import arguments_for
from .fake import Fake
from .spec import Json, Route

YEAR: Final = 365 * 86400.0


def introduce(fake: Fake) -> Json:
    """The facts about a served fake, as JSON. The token in them is valid for a year."""
    token = fake.token(lifetime=YEAR)
    found = _example(fake)
    engine = fake.engine
    flow = engine.spec.api.flow
    arguments = {} if flow is None else arguments_for(engine, fake.token_url)
    credential = None if flow is None else {"class": flow.replace("._auth", ""), "arguments": arguments}
    return {
        "slug": fake.slug,
        "base_url": fake.base_url,
        "parameters": fake.parameters,
        "token": token,
        "token_url": fake.token_url,
        "credential": credential,
        "python": _python(fake, token, found),
        "curl": _curl(fake, token, found),
    }


def text_of(facts: Mapping[str, Any]) -> str:
    """The same for people."""
    lines = [facts["slug"], f"  base URL    {facts['base_url']}"]
    if facts["credential"] is not None:
        arguments: Mapping[str, str] = facts["credential"]["arguments"]
        shown = (f"{name}=" + ("<PEM: see --json>" if "\n" in text else repr(text)) for name, text in arguments.items())
        lines.append(f"  credential  {facts['credential']['class']}({', '.join(shown)})")
    lines += [f"  python      {facts['python']}", f"  curl        {facts['curl']}"]
    return "\n".join(lines)


def _example(fake: Fake) -> tuple[Route, str]:
    """A call that works, and the id of the object that it is about: a list needs none."""
    routes = fake.engine.spec.routes
    for route in routes:
        objects = fake.objects(route.endpoint.resource) if route.action == "get" else []
        name = fake.engine.actions.objects.id_property(route.endpoint.resource)
        if objects and name is not None:
            return route, str(objects[0][name])
    return next((one for one in routes if one.action == "list"), routes[0]), ""


def _python(fake: Fake, token: str, found: tuple[Route, str]) -> str:
    route, identity = found
    spec = fake.engine.spec
    client, call = spec.data["client"], spec.data["operations"][route.id]
    options = {"base_url": fake.base_url, **fake.parameters}
    given = ", ".join(f"{name}={json.dumps(value)}" for name, value in options.items())
    method = f"{call['resource']}.{call['method']}({json.dumps(identity) if identity else ''})"
    code = (
        f"from subkit import BearerToken; from {spec.package} import {client}; "
        f"print({client}({given}, auth=BearerToken({json.dumps(token)})).{method}{'' if identity else '.first()'})"
    )
    return f"python -c {shlex.quote(code)}"


def _curl(fake: Fake, token: str, found: tuple[Route, str]) -> str:
    route, identity = found
    python = {one.wire: one.python for one in route.endpoint.parameters}
    path = route.endpoint.path
    for name in route.path_names:
        path = path.replace(f"{{{name}}}", quote(fake.parameters.get(python[name], identity), safe=""))
    headers = [f"Authorization: Bearer {token}", "Accept: application/json"]
    given = " ".join(f"-H {shlex.quote(one)}" for one in headers)
    return f"curl -s {given} {shlex.quote(fake.base_url + path)}"

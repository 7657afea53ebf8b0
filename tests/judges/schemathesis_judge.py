"""schemathesis against each fake, in process: `nox -s judges`. Every finding needs an explanation here.

It is no part of the ordinary tests, because it brings many packages.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import requests
import schemathesis
import subkit
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.core.transport import Response
from subkit.mock import Fake

SLUGS = [one.slug for one in subkit.apis()]
MODES = (schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE)
EXPLAINED = {
    ("RejectedPositiveData", "page token"): "tokens come from an earlier page: OpenAPI cannot say so",
    ("RejectedPositiveData", "check"): "a rule of behaviour.toml that the specification does not express",
    ("RejectedPositiveData", "accept"): "the header is free text in the specification; the vendor documents 406",
    ("RejectedPositiveData", "exactly one of"): "exactly_one of facade.toml, which the document says in words",
    ("UndefinedStatusCode", "parameter"): "the vendor documents no 400 for this operation",
    ("AcceptedNegativeData", "additionalProperties"): "unknown query parameters are ignored",
    ("IgnoredAuth", ""): "requests are sent with a valid token whatever is generated; test_security judges that",
}
"""Findings that are no mistakes, by check and a part of what the fake or schemathesis says."""


def send(fake: Fake, case: Any, token: str) -> tuple[requests.PreparedRequest, subkit.Reply]:
    """Send a generated request to the fake, with a valid token."""
    made = case.as_transport_kwargs(base_url=fake.base_url)
    headers = {name: value for name, value in (made.pop("headers") or {}).items() if name.lower() != "authorization"}
    known = {name: made[name] for name in ("method", "url", "params", "json", "data", "cookies") if name in made}
    request = requests.Request(headers={**headers, "Authorization": f"Bearer {token}"}, **known).prepare()
    body = request.body.encode() if isinstance(request.body, str) else request.body
    pairs = tuple(
        (str(name), value if isinstance(value, str) else value.decode("latin-1"))
        for name, value in request.headers.items()
    )
    return request, fake.transport.send(subkit.Request(str(request.method), str(request.url), pairs, body), timeout=1)


def findings(fake: Fake, case: Any, token: str) -> Iterator[str]:
    """What schemathesis has against the response, and nobody has explained."""
    sent, reply = send(fake, case, token)
    response = Response(
        status_code=reply.status, headers={name: [value] for name, value in reply.headers}, content=reply.body,
        request=sent, elapsed=0.01, verify=False, message="", http_version="1.1", encoding="utf-8",
    )  # fmt: skip
    try:
        case.validate_response(response)
    except BaseExceptionGroup as group:
        said = f"{fake.explain(reply)} "
        for one in group.exceptions:
            text = f"{said}{one}"
            if "`Authorization`" in text or any(type(one).__name__ == c and part in text for c, part in EXPLAINED):
                continue
            yield f"{type(one).__name__}: {reply.status} {text}\n{case.as_curl_command()}"


@pytest.mark.parametrize("slug", SLUGS)
def test_no_unexplained_finding(slug: str) -> None:
    """Nothing that schemathesis finds in a fake is unexplained."""
    fake = Fake(slug)
    fake.add_samples()
    token = fake.token()
    found: list[str] = []
    schema = schemathesis.openapi.from_dict(fake.engine.spec.document)
    for result in schema.get_all_operations():
        for mode in MODES:
            strategy = result.ok().as_strategy(generation_mode=mode)

            @seed(1)
            @settings(max_examples=30, deadline=None, database=None, phases=[Phase.generate],
                      suppress_health_check=list(HealthCheck))  # fmt: skip
            @given(case=strategy)
            def judge(case: Any) -> None:
                found.extend(findings(fake, case, token))

            try:
                judge()
            except Unsatisfiable:
                continue  # an operation whose every request is valid
    assert len(fake.calls) > 100
    assert found == []


@pytest.mark.parametrize("slug", SLUGS)
def test_security(slug: str) -> None:
    """Each operation refuses a request without a token, and one with an invented token."""
    fake = Fake(slug)
    for route in fake.engine.spec.routes:
        path = route.endpoint.path
        for name in route.path_names:
            path = path.replace(f"{{{name}}}", "x")
        for headers in ((), (("Authorization", "Bearer invented"),), (("Authorization", "Basic eDp5"),)):
            request = subkit.Request(route.endpoint.method, f"{fake.base_url}{path}", headers)
            assert fake.transport.send(request, timeout=1).status == 401

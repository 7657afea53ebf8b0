"""A proxy that is spoken to over TLS has to prove who it is, like any server."""

from __future__ import annotations

from pathlib import Path

import pytest
import subkit._errors as errors
from support.certificates import authority_file, server_context
from support.scripted import MODES
from support.servers import Connection, answer, serving
from support.transports import exchange, get

pytestmark = [pytest.mark.parametrize("mode", MODES), pytest.mark.fault(19), pytest.mark.both_modes]


def forward(connection: Connection) -> None:
    while connection.request():
        connection.send(answer(b"from the proxy"))


def test_a_good_certificate_passes(mode: str, tmp_path: Path) -> None:
    """The authorities that `verify` names hold for the proxy too."""
    with serving(forward, server_context()) as proxy:
        url = f"https://127.0.0.1:{proxy.port}"
        [reply] = exchange(mode, get("http://service.invalid"), proxy=url, verify=authority_file(tmp_path))
        assert proxy.requests[0].startswith(b"GET http://service.invalid")
    assert reply.body == b"from the proxy"


@pytest.mark.parametrize("kind", [{"issuer": "strange"}, {"host": "other.example"}, {"expired": True}])
def test_a_bad_certificate_is_refused(mode: str, kind: dict[str, object], tmp_path: Path) -> None:
    """A proxy whose certificate does not hold is sent nothing."""
    with serving(forward, server_context(**kind)) as proxy:  # type: ignore[arg-type]
        url = f"https://127.0.0.1:{proxy.port}"
        with pytest.raises(errors.NotSent, match="certificate"):
            exchange(mode, get("http://service.invalid"), proxy=url, verify=authority_file(tmp_path))
        assert proxy.requests == []

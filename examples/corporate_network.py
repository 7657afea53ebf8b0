"""Reach an API through a company's proxy, with its own certificate authority.

python examples/corporate_network.py CA_FILE PROXY_URL

Without these arguments, HTTPS_PROXY, NO_PROXY, SSL_CERT_FILE and SSL_CERT_DIR of the environment apply;
`trust_env=False` turns that off. A file given as `verify` replaces the public authorities: it has to contain all that
you need.
"""

from __future__ import annotations

import sys
from pathlib import Path

from subkit import HttpTransport, NotSent
from subkit_alteryx_server import AlteryxServer


def check(client: AlteryxServer) -> str:
    """One call, and what to do if the network does not let it through."""
    try:
        first = client.subscriptions.list().first()
    except NotSent as error:
        # A certificate that is not trusted, or a proxy that refuses: trying again changes nothing.
        return f"{'ask your network team' if error.permanent else 'try again'}: {error}"
    return f"connected; the first subscription is {first.name if first else 'not there yet'}"


def main(ca_file: Path, proxy: str) -> None:
    """One transport may serve several clients, of several vendors."""
    transport = HttpTransport(verify=ca_file, proxy=proxy)
    with AlteryxServer.from_env(transport=transport) as client:
        print(check(client))
    transport.close()  # a client closes only a transport that it made itself


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])

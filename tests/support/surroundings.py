"""What the tests' own surroundings must not decide: proxies, certificates, settings of clients, optional libraries."""

from __future__ import annotations

import os
import re
import sys

_OURS = re.compile(r"(HTTPS?|ALL|NO)_PROXY|SSL_CERT_(FILE|DIR)|SUBKIT_\w+", re.IGNORECASE).fullmatch

GIVEN = dict(os.environ)
"""The environment that the run was started in, for what is no test: a tool may have to fetch a part of itself."""


def forget() -> None:
    """Take such variables out of the environment, for this process and all that it starts. Hide optional libraries."""
    sys.modules["msgspec"] = None  # type: ignore[assignment]  # its own tests find it again
    for name in filter(_OURS, list(os.environ)):
        del os.environ[name]

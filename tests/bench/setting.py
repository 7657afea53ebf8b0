"""Where the measurements find what they measure."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from typing import Any


@dataclass
class Setting:
    """What the run gives to each measurement."""

    url: str
    """The loopback server."""
    tls_url: str
    """The same with TLS."""
    ca: str
    """Its certificate authority."""
    stock: str
    """The folder with the output of openapi-python-client, a package for each API."""
    quick: bool

    def count(self, full: int) -> int:
        """How many of something."""
        return max(1, full // 5) if self.quick else full


def given() -> tuple[str, Setting]:
    """The measurement and the setting on the command line."""
    values: dict[str, Any] = json.loads(sys.argv[2])
    setting = Setting(**values)
    sys.path.insert(0, setting.stock)
    return sys.argv[1], setting

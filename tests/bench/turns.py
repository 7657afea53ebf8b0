"""Calls with one of two libraries that need environments of their own: `python turns.py subkit|libica url count`.

Prints the microseconds of CPU that a call takes.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from importlib import import_module


def with_subkit(url: str) -> Callable[[str], object]:
    """What gets a subscription."""
    subkit, package = import_module("subkit"), import_module("subkit_illumina_ens")
    get: Callable[[str], object] = package.IlluminaEns(base_url=url, auth=subkit.BearerToken("t")).subscriptions.get
    return get


def with_libica(url: str) -> Callable[[str], object]:
    """The same, with libica."""
    libens = import_module("libica.openapi.libens")
    configuration = libens.Configuration(host=url, api_key={"Authorization": "Bearer t"})
    get: Callable[[str], object] = libens.SubscriptionsApi(libens.ApiClient(configuration)).get_subscription
    return get


def main(library: str, url: str, count: int) -> None:
    """Print how long a call takes."""
    get = {"subkit": with_subkit, "libica": with_libica}[library](url)
    get("sub.0")
    began = time.process_time()
    for number in range(count):
        get(f"sub.{number}")
    print(json.dumps({"microseconds": 1e6 * (time.process_time() - began) / count}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))

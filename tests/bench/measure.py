"""Takes one measurement in a fresh process: `python measure.py module.function setting`. Prints its figures as JSON."""

from __future__ import annotations

import json
import sys
from importlib import import_module

from setting import given

if __name__ == "__main__":
    sys.modules["msgspec"] = None  # type: ignore[assignment]  # an extra, which one of the measurements finds again
    name, setting = given()
    module, _, function = name.partition(".")
    print(json.dumps(getattr(import_module(module), function)(setting)))

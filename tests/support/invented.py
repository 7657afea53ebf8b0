"""An API that no vendor has, with all that `behaviour.toml` can say, generated into a folder and made importable."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

from subkit import InstalledApi

from generator.__main__ import main

FILES = Path(__file__).resolve().parents[1] / "runtime" / "mock"
SLUG = "lending-library"


def make_library(place: Path) -> InstalledApi:
    """Generate the client of `tests/runtime/mock/library.yaml` below a folder."""
    specs = place / "specs" / SLUG
    specs.mkdir(parents=True)
    (specs / "openapi.yaml").write_bytes((FILES / "library.yaml").read_bytes())
    for name in ("facade", "behaviour"):
        (specs / f"{name}.toml").write_bytes((FILES / f"library.{name}.toml").read_bytes())
    assert main([SLUG, "--specs", str(place / "specs"), "--output", str(place / "clients")]) == 0
    source = str(place / "clients" / SLUG / "src")
    if source not in sys.path:
        sys.path.insert(0, source)
        importlib.invalidate_caches()
    return InstalledApi(SLUG, "subkit_lending_library", "0.1.0")

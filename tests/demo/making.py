"""Generates the clients into a folder and makes them importable."""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path

from generator.pipeline import generate
from generator.render.files import replace_folder

from ..support.exchanges import SPECS
from ..support.typed_calls import Json


def make_clients(folder: Path) -> dict[str, Json]:
    """Generate the client of every specification below `folder`; the API data of each, by slug."""
    return {one.name: _make_client(one, folder / one.name) for one in sorted(SPECS.iterdir()) if one.is_dir()}


def _make_client(spec: Path, folder: Path) -> Json:
    files = generate(spec)
    replace_folder(files, folder)
    sys.path.insert(0, str(folder / "src"))
    data: Json = json.loads(next(text for name, text in files.items() if name.endswith("/api.json")))
    _refuse_another(data["package"], folder)
    return data


def _refuse_another(package: str, folder: Path) -> None:
    """What is shown has to be what was just generated, not something installed."""
    found = Path(str(import_module(package).__file__)).resolve()
    if not found.is_relative_to(folder.resolve()):
        raise RuntimeError(f"{package} was imported from elsewhere: {found}")

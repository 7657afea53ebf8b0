"""Writes one value of each kind as the present release stores it, once for each version."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import subkit

from .kinds import said, values

HERE = Path(__file__).parent


def write(folder: Path) -> None:
    """A pickle of each value, its JSON where it has one, and what the value says."""
    folder.mkdir()
    for name, value in values().items():
        (folder / f"{name}.pickle").write_bytes(pickle.dumps(value, protocol=4))
        _write(folder / f"{name}.said", said(value))
        if name == "checkpoint" or isinstance(value, (subkit.Operation, subkit.Model)):
            _write(folder / f"{name}.json", value if name == "checkpoint" else value.to_dict())


def _write(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    write(HERE / subkit.__version__)

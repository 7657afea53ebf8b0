"""Writes one value of each kind as the present release stores it, once for each version."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import subkit

from .kinds import values

HERE = Path(__file__).parent


def write(folder: Path) -> None:
    """A pickle of each value, and its JSON where it has one."""
    folder.mkdir()
    for name, value in values().items():
        (folder / f"{name}.pickle").write_bytes(pickle.dumps(value, protocol=4))
        portable = value if isinstance(value, str) and name == "checkpoint" else getattr(value, "to_dict", dict)()
        if portable:
            (folder / f"{name}.json").write_text(json.dumps(portable, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    write(HERE / subkit.__version__)

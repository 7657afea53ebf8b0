"""`python -m generator [slug ...] [--check] [--output DIR]`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .pipeline import generate
from .problems import Refused
from .render import Files
from .tree import differences, replace

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Generate, or check, and return the exit status: 0 good, 1 a specification refused or a difference found."""
    options = _options(arguments)
    if not options.specs.is_dir():
        raise SystemExit(f"there is no folder {options.specs}")
    slugs = options.slug or sorted(folder.name for folder in options.specs.iterdir() if folder.is_dir())
    made: dict[str, Files] = {}
    refused: list[Refused] = []
    for slug in slugs:
        try:
            made[slug] = generate(_folder(options.specs, slug))
        except Refused as error:
            refused.append(error)
    if refused:
        print("\n".join(map(str, refused)), file=sys.stderr)
        print("Nothing was changed.", file=sys.stderr)
        return 1
    return _check(made, options.output) if options.check else _write(made, options.output)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m generator", description="Make the clients from specs/.")
    parser.add_argument("slug", nargs="*", help="folders under specs/ (default: all)")
    parser.add_argument("--check", action="store_true", help="change nothing; name each file that differs")
    parser.add_argument("--specs", type=Path, default=ROOT / "specs", help="folder of the specifications")
    parser.add_argument("--output", type=Path, default=ROOT / "clients", help="folder of the clients")
    return parser.parse_args(arguments)


def _folder(specs: Path, slug: str) -> Path:
    folder = specs / slug
    if not folder.is_dir():
        known = ", ".join(sorted(one.name for one in specs.iterdir() if one.is_dir())) if specs.is_dir() else "none"
        raise SystemExit(f"no folder {folder}; there are: {known}")
    return folder


def _check(made: dict[str, Files], output: Path) -> int:
    found = [line for slug, files in made.items() for line in differences(files, output / slug)]
    print("\n".join(found) if found else f"{len(made)} clients are as their specifications say.")
    return 1 if found else 0


def _write(made: dict[str, Files], output: Path) -> int:
    for slug, files in made.items():
        replace(files, output / slug)
        print(f"{slug}: {len(files)} files")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""`python -m generator [slug ...] [--check] [--output DIR]`, and `python -m generator new <slug> <file>`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .diagnostics import SpecError
from .pipeline import files_of, package_of
from .render.files import Files, differences, foreign_file, replace_folder
from .scaffold import scaffold
from .spec.source import is_slug

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Generate, or check, and return the exit status: 0 for success, 1 for errors in a specification or differences."""
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == ["new"]:
        return _new(given[1:])
    options = _options(given)
    if not options.specs.is_dir():
        raise SystemExit(f"no folder {options.specs}")
    slugs = options.slug or sorted(folder.name for folder in options.specs.iterdir() if folder.is_dir())
    made: dict[str, Files] = {}
    errors: list[SpecError] = []
    for slug in slugs:
        try:
            package = package_of(_folder(options.specs, slug))
            made[slug] = files_of(package)
            for diagnostic in package.ignored:
                print(f"note: {diagnostic}", file=sys.stderr)
        except SpecError as error:
            errors.append(error)
    if errors:
        print("\n".join(map(str, errors)), file=sys.stderr)
        print("Nothing was changed.", file=sys.stderr)
        return 1
    return _check(made, options.output) if options.check else _write(made, options.output)


def _new(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m generator new", description="Add an API, starting from its OpenAPI document."
    )
    parser.add_argument(
        "slug", help="name of its folder under specs/: lowercase letters and digits, words joined by hyphens"
    )
    parser.add_argument("file", type=Path, help="the vendor's OpenAPI document, YAML or JSON")
    parser.add_argument("--specs", type=Path, default=ROOT / "specs", help="folder of the specifications")
    options = parser.parse_args(arguments)
    try:
        result = scaffold(options.slug, options.file, options.specs)
    except SpecError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{options.specs / options.slug}: openapi.yaml and a first facade.toml. Review it.")
    for text in result.missing:
        print(f"  not recognised: {text}")
    print(f"Next: python -m generator {options.slug}")
    return 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m generator", description="Generate the clients from specs/. To add an API: new <slug> <file>."
    )
    parser.add_argument("slug", nargs="*", help="folders under specs/ (default: all)")
    parser.add_argument("--check", action="store_true", help="write nothing; list the files that differ")
    parser.add_argument("--specs", type=Path, default=ROOT / "specs", help="folder of the specifications")
    parser.add_argument("--output", type=Path, default=ROOT / "clients", help="folder of the clients")
    return parser.parse_args(arguments)


def _folder(specs: Path, slug: str) -> Path:
    if not is_slug(slug):
        raise SystemExit(f"{slug!r} is not the name of an API: lowercase letters and digits, words joined by hyphens")
    folder = specs / slug
    if not folder.is_dir():
        known = ", ".join(sorted(one.name for one in specs.iterdir() if one.is_dir())) if specs.is_dir() else "none"
        raise SystemExit(f"no folder {folder}; available: {known}")
    return folder


def _check(made: dict[str, Files], output: Path) -> int:
    found = [line for slug, files in made.items() for line in differences(files, output / slug)]
    print("\n".join(found) if found else f"{len(made)} clients match their specifications.")
    return 1 if found else 0


def _write(made: dict[str, Files], output: Path) -> int:
    foreign = [(slug, file) for slug in made if (file := foreign_file(output / slug)) is not None]
    for slug, file in foreign:
        print(f"{output / slug} is not a client that the generator made: {file} is in it", file=sys.stderr)
    if foreign:
        print("Nothing was changed.", file=sys.stderr)
        return 1
    for slug, files in made.items():
        replace_folder(files, output / slug)
        print(f"{slug}: {len(files)} files")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

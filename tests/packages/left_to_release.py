"""Check that the built distributions belong together, and print what a release still needs: `DIST` is their folder."""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEADING = re.compile(r"^## (\S+) \((.+)\)$", re.MULTILINE)
BUILT = re.compile(r"(?P<name>\w+)-(?P<version>[^-]+?)(?:-py3-none-any\.whl|\.tar\.gz)")


def built(dist: Path) -> dict[str, str]:
    """Versions by distribution, of a folder that has one wheel and one sdist of each."""
    found = [match for path in dist.iterdir() if (match := BUILT.fullmatch(path.name))]
    twice = Counter((one["name"], one["version"]) for one in found)
    lacking = sorted(name for (name, _), count in twice.items() if count != 2)
    assert found, f"{dist} contains no distribution"
    assert not lacking, f"not one wheel and one sdist, of the same version: {', '.join(lacking)}"
    return {name.replace("_", "-"): version for name, version in twice}


def left(versions: dict[str, str], changelog: str, readme: str) -> list[str]:
    """What is left to do before the upload."""
    heading = HEADING.search(changelog)
    assert heading, "CHANGELOG.md has no heading of a version"
    version, date = heading.groups()
    steps = [
        f"{name} is {own}, but CHANGELOG.md begins with {version}: change one of them"
        for name, own in sorted(versions.items())
        if own != version
    ]
    if date == "unreleased":
        steps.append(f"date the heading of {version} in CHANGELOG.md")
    if "Nothing is released on the package index yet" in readme:
        steps.append("say in README.md, and in the template of the packages' READMEs, that the packages are released")
    return [*steps, f"look up that the index has no stranger's package: {', '.join(sorted(versions))}"]


def main(dist: Path) -> None:
    """Print what is left."""
    versions = built(dist)
    texts = ((ROOT / name).read_text("utf-8") for name in ("CHANGELOG.md", "README.md"))
    print(f"{len(versions)} distributions, each as wheel and sdist, in {dist}")
    print("Left to do:")
    for number, step in enumerate([*left(versions, *texts), f"git tag, then: twine upload {dist}/*"], 1):
        print(f"  {number}. {step}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""`python -m docs.site SOURCE` writes the pages for Sphinx. `python -m docs.site SOURCE HTML` checks what it made, and
puts the Markdown beside it, which `llms.txt` links."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

from .pages import all_pages, packages

# What a browser loads by itself; a link that a reader follows may lead anywhere.
_LOADS = re.compile(
    r"<(?:script|img|iframe|source)\b[^>]*?\bsrc=\"([^\"]+)\"|<link\b[^>]*?\bhref=\"([^\"]+)\"|@import[^;]+"
)


def write(source: Path) -> None:
    """Write the pages and the settings into an empty folder."""
    shutil.rmtree(source, ignore_errors=True)
    for name, text in all_pages(packages()).items():
        path = source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    shutil.copy(Path(__file__).with_name("conf.py"), source)


def add_markdown(source: Path, html: Path) -> None:
    """Copy each page as it was written."""
    for path in source.rglob("*.md"):
        shutil.copy(path, html / path.relative_to(source))


def check(source: Path, html: Path) -> None:
    """Each page became one, and no page loads anything from another host."""
    wanted = sorted(path.relative_to(source).with_suffix(".html") for path in source.rglob("*.md"))
    missing = [str(path) for path in wanted if not (html / path).exists()]
    if missing:
        sys.exit(f"not on the site: {', '.join(missing)}")
    if loads := sorted(set(foreign(html))):
        sys.exit("loaded from another host:\n" + "\n".join(loads))
    operations = [path for path in wanted if path.parent.name == "operations"]
    print(f"{len(wanted)} pages, {len(operations)} of them of operations, in {html}")


def foreign(html: Path) -> list[str]:
    """What the pages and style sheets load from elsewhere."""
    found = [
        f"{path.relative_to(html)}: {match[0]}"
        for path in [*html.rglob("*.html"), *html.rglob("*.css")]
        for match in _LOADS.finditer(path.read_text("utf-8"))
    ]
    return [one for one in found if re.search(r"[\"'(]\s*(?:https?:)?//", one)]


if __name__ == "__main__":
    if len(sys.argv) == 2:
        write(Path(sys.argv[1]))
    else:
        check(Path(sys.argv[1]), Path(sys.argv[2]))
        add_markdown(Path(sys.argv[1]), Path(sys.argv[2]))

"""What `nox -s release` says is left to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from packages.left_to_release import built, left, main

ROOT = Path(__file__).resolve().parents[2]
FILES = ("subkit-1.2.0.tar.gz", "subkit-1.2.0-py3-none-any.whl")


def folder(tmp_path: Path, *names: str) -> Path:
    for name in names:
        (tmp_path / name).touch()
    return tmp_path


def test_a_release_that_is_ready() -> None:
    """With a dated heading of the same version, only the look at the index is left."""
    steps = left({"subkit": "1.2.0"}, "# Changes\n\n## 1.2.0 (2027-01-31)\n", "On the index.")
    assert [step.partition(":")[0] for step in steps] == ["look up that the index has no stranger's package"]


def test_what_is_not_ready_is_said() -> None:
    """Another version, a heading without a date, and a README that denies the release each are a step."""
    readme = (ROOT / "README.md").read_text("utf-8")
    steps = "\n".join(left({"subkit": "1.1.0"}, "## 1.2.0 (unreleased)\n", readme))
    for part in ("subkit is 1.1.0", "date the heading of 1.2.0", "the packages are released"):
        assert part in steps


@pytest.mark.parametrize("names", [(), FILES[:1], ("subkit-1.2.0.tar.gz", "subkit-1.3.0-py3-none-any.whl")], ids=str)
def test_distributions_that_do_not_belong_together(tmp_path: Path, names: tuple[str, ...]) -> None:
    """An empty folder, one file alone, and two versions of one distribution are refused."""
    with pytest.raises(AssertionError):
        built(folder(tmp_path, *names))


def test_the_page_it_prints(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The steps are numbered, and end with the upload, which is left to a person."""
    main(folder(tmp_path, *FILES))
    lines = re.findall(r"^  (\d+)\. (.*)$", capsys.readouterr().out, re.MULTILINE)
    assert [number for number, _ in lines] == [str(index) for index in range(1, len(lines) + 1)]
    assert "twine upload" in lines[-1][1]

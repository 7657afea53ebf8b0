"""Putting files in place, and saying how what is there differs."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from generator.render.files import differences, format_files, read_files, replace_folder, write_files

FILES = {"a.py": "x = 1\n", "src/deep/b.py": "y = 'ü'\n"}


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """Files come back as they were written, in UTF-8 and with plain line ends."""
    write_files(FILES, tmp_path)
    assert read_files(tmp_path) == FILES
    assert "y = 'ü'\n".encode() == (tmp_path / "src/deep/b.py").read_bytes()


@pytest.mark.parametrize("left", ["__pycache__/a.pyc", "src/deep/.mypy_cache/x", "x.egg-info/PKG-INFO", "dist/a.whl"])
def test_what_tools_leave_behind_is_no_file(tmp_path: Path, left: str) -> None:
    """Caches and builds are neither read nor called extra."""
    write_files({**FILES, left: "x"}, tmp_path)
    assert read_files(tmp_path) == FILES
    assert list(differences(FILES, tmp_path)) == []


def test_a_client_below_a_folder_called_like_a_cache(tmp_path: Path) -> None:
    """Only what is inside a client counts: where it stands does not."""
    folder = tmp_path / "build" / "x.egg-info" / "client"
    write_files(FILES, folder)
    assert read_files(folder) == FILES


def test_each_difference_is_a_line(tmp_path: Path) -> None:
    """Changed, extra and missing files are named, in order; others are not."""
    write_files({"a.py": "x = 2\n", "c.py": "", "same.py": "1\n"}, tmp_path)
    found = list(differences({**FILES, "same.py": "1\n"}, tmp_path))
    expected = [
        f"changed: {tmp_path / 'a.py'}",
        f"extra: {tmp_path / 'c.py'}",
        f"missing: {tmp_path / 'src/deep/b.py'}",
    ]
    assert expected == found


def test_without_a_folder_everything_is_missing(tmp_path: Path) -> None:
    """A client that is not there differs in every file."""
    found = list(differences(FILES, tmp_path / "none"))
    assert [f"missing: {tmp_path / 'none' / name}" for name in sorted(FILES)] == found


@pytest.mark.parametrize("data", [b"x = 1\r\n", b"\xff\xfe", b"\xef\xbb\xbfx = 1\n"], ids=["crlf", "binary", "mark"])
def test_other_bytes_are_a_change(tmp_path: Path, data: bytes) -> None:
    """A file that differs in line ends, or is no text at all, is changed: bytes are compared."""
    (tmp_path / "a.py").write_bytes(data)
    assert [f"changed: {tmp_path / 'a.py'}"] == list(differences({"a.py": "x = 1\n"}, tmp_path))


def test_replace_removes_what_is_not_made(tmp_path: Path) -> None:
    """After a replacement there is what was made, and nothing else, beside it neither."""
    write_files({"old.py": "1\n", "a.py": "0\n"}, tmp_path / "client")
    replace_folder(FILES, tmp_path / "client")
    assert read_files(tmp_path / "client") == FILES
    assert [one.name for one in tmp_path.iterdir()] == ["client"]


def test_replace_makes_the_folders_above(tmp_path: Path) -> None:
    """The output folder need not be there."""
    replace_folder(FILES, tmp_path / "new" / "client")
    assert read_files(tmp_path / "new" / "client") == FILES


def test_a_failure_while_writing_leaves_the_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk half way through costs nothing: the old files stand, and no rest is left."""
    write_files({"old.py": "1\n"}, tmp_path / "client")
    original = Path.write_text

    def full(self: Path, *arguments: str, **options: str) -> int:
        if self.name == "b.py":
            raise OSError(28, "no space left")
        return original(self, *arguments, **options)

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="no space left"):
        replace_folder(FILES, tmp_path / "client")
    assert read_files(tmp_path / "client") == {"old.py": "1\n"}
    assert [one.name for one in tmp_path.iterdir()] == ["client"]


@pytest.mark.parametrize("moves", [0, 1])
def test_a_failure_while_moving_leaves_the_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moves: int) -> None:
    """If the new folder cannot take its place, the old one has it again."""
    write_files({"old.py": "1\n"}, tmp_path / "client")
    original, done = Path.rename, []

    def refuse(self: Path, target: Path) -> Path:
        done.append(target)
        if len(done) == moves + 1:
            raise OSError(13, "not permitted")
        return original(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OSError, match="not permitted"):
        replace_folder(FILES, tmp_path / "client")
    assert read_files(tmp_path / "client") == {"old.py": "1\n"}


def test_formatting_needs_no_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The style is the same whatever configuration stands where the generator runs; other files stay as they are."""
    (tmp_path / "ruff.toml").write_text("line-length = 20\n[format]\nquote-style = 'single'\n")
    monkeypatch.chdir(tmp_path)
    made = format_files({"a.py": "import os\nx={  'a':1 }\n", "b.toml": "x={  }\n"})
    assert made == {"a.py": 'x = {"a": 1}\n', "b.toml": "x={  }\n"}


def test_formatting_where_git_ignores_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are formatted wherever temporary files are: by itself ruff passes over what git ignores."""
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("*\n")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert format_files({"a.py": "x={  'a':1 }\n"}) == {"a.py": 'x = {"a": 1}\n'}

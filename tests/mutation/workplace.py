"""A copy of the project in the layout that the mutation tool understands, with its settings for one module."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from attrs import frozen

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
COPIED = ["tests", "specs", "generator", "docs", "examples", "README.md", "CONTRIBUTING.md"]
SETTINGS = """
[tool.mutmut]
source_paths = ["src"]
only_mutate = ["src/subkit/{module}.py"]
also_copy = {copied}
pytest_add_cli_args_test_selection = {tests}
# "cold": what one test leaves in a cache must not hide from the next that the code behind it was changed.
# The others: the text of a failure may hold what no stream can take, and nobody reads it.
pytest_add_cli_args = ["-p", "cold", "-p", "no:cacheprovider", "--tb=no", "--no-summary"]
process_isolation = "forkserver"
use_git_change_detection = false
track_dependencies = false
timeout_multiplier = 4.0
timeout_constant = 2.0
debug = true
"""
# A process for each command would cost more than the commands.
RUN = "import sys; from mutmut.__main__ import cli; [cli.main(one.split(), standalone_mode=False) for one in sys.argv[1:]]"


@frozen
class Workplace:
    """A folder to change code in."""

    folder: Path

    def __attrs_post_init__(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        for name in COPIED:
            _copy(ROOT / name, self.folder / name)
        _copy(ROOT / "clients/runtime/src/subkit", self.folder / "src/subkit")

    def try_all(self, module: str, tests: list[str]) -> None:
        """Run the tests against every change of a module."""
        shutil.rmtree(self.folder / "mutants", ignore_errors=True)
        settings = SETTINGS.format(module=module, copied=COPIED, tests=tests)
        (self.folder / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text("utf-8") + settings, "utf-8")
        self.tell("run")

    def exit_codes(self) -> dict[str, int]:
        """How the tests ended, by the name of the change."""
        found: dict[str, int] = {}
        for path in self.folder.glob("mutants/src/**/*.meta"):
            found |= json.loads(path.read_text("utf-8"))["exit_code_by_key"]
        return found

    def tell(self, *commands: str) -> str:
        """What the tool prints for these commands."""
        environment = {**os.environ, "PYTHONPATH": str(HERE), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}  # half the time
        command = [sys.executable, "-c", RUN, *commands]
        done = subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(
                f"mutmut {' '.join(commands)}: {done.returncode}\n{_end(done.stdout)}\n{_end(done.stderr)}"
            )
        return done.stdout


def _end(text: str) -> str:
    return "\n".join(text.splitlines()[-60:])


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", ".*"))
    else:
        shutil.copy(source, target)

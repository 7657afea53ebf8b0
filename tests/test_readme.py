"""The README's code runs as it stands, against the documented exchanges."""

import json
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
import respx
from support.exchanges import exchanges, installed
from support.stand_in import LoopbackServer

ROOT = Path(__file__).resolve().parents[1]
CODE = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
BLOCKS = CODE.findall((ROOT / "README.md").read_text("utf-8"))
KNOWN = sorted(exchanges(installed()), key=lambda exchange: exchange.status >= 300)  # successes answer first
BASES = {exchange.example["base_url"]: exchange.slug for exchange in KNOWN}


def answer(request: httpx.Request) -> httpx.Response:
    """The documented answer to a request for any of the documented base URLs."""
    url = str(request.url)
    base = next(base for base in BASES if url.startswith(base))
    server = LoopbackServer(KNOWN)
    try:
        reply = server.answer(
            request.method, f"/{BASES[base]}{url.removeprefix(base)}", dict(request.headers), request.read()
        )
    finally:
        server._server.server_close()
    return httpx.Response(reply.status, headers=list(reply.headers), content=reply.body)


def test_the_code_runs(capsys: pytest.CaptureFixture[str]) -> None:
    """Each block runs after the ones before it, finds what it asks for, and prints what its comments say."""
    assert len(BLOCKS) >= 4
    namespace: dict[str, object] = {"__name__": "readme"}
    with respx.mock() as router:
        router.route().mock(side_effect=answer)
        for block in BLOCKS:
            exec(compile(block, "README.md", "exec"), namespace)
    printed = capsys.readouterr().out
    assert "admin-PhoneVerification-1.0.0 UNBLOCKED" in printed
    assert "/subscriptions/00000000-0000-0000-0000-000000000000: Not Found: Requested subscription" in printed
    assert "block_state: expected one of BLOCKED, PROD_ONLY_BLOCKED" in printed


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The code of each README, that of the packages too, as a file."""
    folder = tmp_path_factory.mktemp("readmes")
    for page in (ROOT / "README.md", *sorted(ROOT.glob("clients/*/README.md"))):
        blocks = CODE.findall(page.read_text("utf-8"))
        if blocks:
            name = f"{page.parent.name.replace('-', '_') if page.parent != ROOT else 'readme'}.py"
            (folder / name).write_text("\n".join(blocks), "utf-8")
    assert len(list(folder.iterdir())) == 6
    return folder


def checked(folder: Path, *command: str) -> None:
    """Assert that a type checker finds nothing."""
    done = subprocess.run([sys.executable, "-m", *command], check=False, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
def test_mypy_accepts_the_code(files: Path) -> None:
    """`mypy --strict` finds nothing, and that what is wrong on purpose is wrong."""
    checked(files, "mypy", "--strict", "--cache-dir", ".cache", *sorted(one.name for one in files.glob("*.py")))


@pytest.mark.slow
def test_pyright_accepts_the_code(files: Path) -> None:
    """Pyright in strict mode finds nothing either."""
    settings = {"typeCheckingMode": "strict", "reportUnnecessaryTypeIgnoreComment": True}
    (files / "pyrightconfig.json").write_text(json.dumps(settings), "utf-8")
    checked(files, "pyright", "--pythonpath", sys.executable, "-p", "pyrightconfig.json")


def test_both_commands_are_on_the_first_screen() -> None:
    """A newcomer sees within forty lines what to type."""
    first = (ROOT / "README.md").read_text("utf-8").splitlines()[:40]
    lines = [line for line in first if line.startswith("python3 -m venv")]
    assert [line.rpartition(" ")[2] for line in lines] == ["demo", "check"]


def test_links_lead_somewhere() -> None:
    """Every relative link of the pages leads to a file of the project."""
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *ROOT.glob("docs/*.md"), ROOT / "generator/README.md"]
    for page in pages:
        for link in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text("utf-8")):
            if not urlsplit(link).scheme:
                assert (page.parent / link).exists(), f"{page.name}: {link}"

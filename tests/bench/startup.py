"""What programs pay before their first call has an answer: CPU of whole processes, in turns."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from statistics import median

from setting import Setting
from timing import ratios

Figures = dict[str, float]
CLIENTS = {
    "subkit_illumina_ens": ("IlluminaEns", ""),
    "subkit_wso2_publisher": ("Wso2Publisher", ""),
    "subkit_alteryx_server": ("AlteryxServer", ""),
    "subkit_jackhenry_events": ("JackHenryEvents", ", institution_id='6f9619ff-8b86-d011-b42d-00cf4fc964ff'"),
    "subkit_aveva_omf": ("AvevaOmf", ", tenant_id='t', namespace_id='n'"),
}
CLASS = "from subkit_illumina_ens import IlluminaEns"
MODELS = f"""{CLASS}
from subkit_illumina_ens import Subscription, operations
operations.get_subscription("sub.1"), Subscription.from_dict({{}})"""
FIVE = "\n".join(f"from {package} import {name}, Async{name}" for package, (name, _) in CLIENTS.items())
CONSTRUCTED = "\n".join(
    [FIVE]
    + [
        f"{mode}{name}(base_url='https://api.example', auth=None{more})"
        for name, more in CLIENTS.values()
        for mode in ("", "Async")
    ]
)


def _cpu(program: str) -> float:
    """Seconds of CPU of a process that runs a program."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run([sys.executable, "-c", program], env=environment, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _against(base: str, programs: dict[str, str], rounds: int) -> Figures:
    taken = [[_cpu(program) for program in (base, *programs.values())] for _ in range(rounds + 1)][1:]
    return {name: median(one[index] / one[0] for one in taken) for index, name in enumerate(programs, 1)}


def imports(setting: Setting) -> Figures:
    """Importing, against `import httpx`."""
    bare = "import subkit_illumina_ens"
    programs = {"bare": bare, "class": CLASS, "models": MODELS, "five": FIVE, "constructed": CONSTRUCTED}
    return _against("import httpx", programs, setting.count(10))


RAW = """import httpx
with httpx.Client(base_url={url!r}, headers={{"Authorization": "Bearer t"}}{verify}) as client:
    client.get("/v1/subscriptions/sub.1").json()"""
OURS = """import subkit
from subkit_illumina_ens import IlluminaEns
with IlluminaEns(base_url={url!r}, auth=subkit.BearerToken("t"){verify}) as client:
    client.subscriptions.get("sub.1")"""
RAW_ASYNC = """import asyncio, httpx
async def main():
    async with httpx.AsyncClient(base_url={url!r}, headers={{"Authorization": "Bearer t"}}{verify}) as client:
        (await client.get("/v1/subscriptions/sub.1")).json()
asyncio.run(main())"""
OURS_ASYNC = """import asyncio, subkit
from subkit_illumina_ens import AsyncIlluminaEns
async def main():
    async with AsyncIlluminaEns(base_url={url!r}, auth=subkit.BearerToken("t"){verify}) as client:
        await client.subscriptions.get("sub.1")
asyncio.run(main())"""


def first_call(setting: Setting) -> Figures:
    """A program with one call, against the same with raw httpx: synchronous, asynchronous, over TLS."""
    context = f", verify=__import__('ssl').create_default_context(cafile={setting.ca!r})"
    found: Figures = {}
    for name, raw, ours, url, verify in (
        ("sync", RAW, OURS, setting.url, ""),
        ("async", RAW_ASYNC, OURS_ASYNC, setting.url, ""),
        ("tls", RAW, OURS, setting.tls_url, context),
    ):
        program = {name: ours.format(url=url, verify=verify)}
        found |= _against(raw.format(url=url, verify=verify), program, setting.count(10))
    return found


def construct(setting: Setting) -> Figures:
    """A client, with the shared SSL context made, against `httpx.Client()`."""
    import httpx
    from subkit_illumina_ens import IlluminaEns

    def make() -> None:
        for _ in range(20):
            IlluminaEns(base_url="https://ens.example", auth=None).close()

    return {"httpx": ratios(lambda: [httpx.Client().close() for _ in range(2)], make)[0] / 10}

"""Which of the documented exchanges are shown: for each operation the best success, and one error for each vendor."""

from __future__ import annotations

from collections.abc import Iterable

from ..support.exchanges import Exchange
from ..support.stand_in import asked

ORIGINS = ("documented", "repaired", "assembled", "synthesised")


def job_of(exchanges: Iterable[Exchange]) -> list[Exchange]:
    """What is shown of one vendor, in the order of its document, deletes late and the error last."""
    best = sorted(exchanges, key=lambda exchange: ORIGINS.index(exchange.example["origin"]))
    successes: dict[str, Exchange] = {}
    for exchange in best:
        if 200 <= exchange.status < 300:
            successes.setdefault(exchange.example["operation"], exchange)
    job = [successes[operation] for operation in best[0].api["operations"]]
    return [*sorted(job, key=_is_delete), *_error(best, job)]


def _is_delete(exchange: Exchange) -> bool:
    return bool(exchange.request["method"] == "DELETE")


def _error(best: list[Exchange], job: list[Exchange]) -> list[Exchange]:
    """The best error that says something. Its request is none of the job's, for a server has to tell them apart."""
    taken = [asked(exchange) for exchange in job]
    errors = (exchange for exchange in best if exchange.status >= 400 and exchange.response.get("body"))
    return [exchange for exchange in errors if asked(exchange) not in taken][:1]

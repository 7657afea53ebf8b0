"""Long lists, and what models keep."""

from __future__ import annotations

import gc
import itertools
import json
import resource
import tracemalloc
from collections.abc import Callable, Iterator

import data
from calls import client
from setting import Setting
from timing import cpu

Figures = dict[str, float]


def pager(setting: Setting) -> Figures:
    """100,000 subscriptions in pages of 1,000, of which one field is read; and the growth of the process's memory."""
    count = setting.count(100_000)
    with client(setting.url) as ours:
        ours.subscriptions.get("sub.1")
        before, at_ten = _peak(), 0.0

        def read() -> None:
            nonlocal at_ten
            for number, one in enumerate(itertools.islice(ours.subscriptions.list(), count)):
                assert one.id
                if number == count // 10:
                    at_ten = _peak()

        taken = cpu(read)
        peak = _peak()
    stock_taken = cpu(lambda: [None for one in itertools.islice(_stock(setting), count) if not one])
    return {"stock": taken / stock_taken, "growth": peak - at_ten, "peak": peak - before}


def _stock(setting: Setting) -> Iterator[str]:
    """The ids of all subscriptions, with the stock output."""
    from stock_illumina_ens.api.subscriptions import list_subscriptions
    from stock_illumina_ens.client import AuthenticatedClient

    stock = AuthenticatedClient(base_url=setting.url, token="t")
    token: str | None = "0"
    while token:
        found = list_subscriptions.sync(client=stock, page_token=token)
        yield from (one.id for one in found.items)
        token = found.next_page_token


def _peak() -> float:
    """MiB that this process has had at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def kept(setting: Setting) -> Figures:
    """Bytes that a model keeps, against the plain dict."""
    body = data.page(data.items())
    model = data.package("illumina-ens").SubscriptionList
    model.from_dict(json.loads(body))
    return {"dict": _kept(lambda: model.from_dict(json.loads(body))) / _kept(lambda: json.loads(body))}


def _kept(make: Callable[[], object]) -> float:
    gc.collect()
    tracemalloc.start()
    found = make()
    gc.collect()
    size = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    del found
    return size

"""The rows of the table: what is measured, where, and how much it may be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One figure."""

    text: str
    measure: str
    """Module and function."""
    figure: str
    limit: float
    unit: str = ""


ROWS = (
    Row("async, 100 in flight / raw `httpx.AsyncClient` with keep-alive 100", "calls.in_flight", "100", 0.12),
    Row("the same, 10 in flight", "calls.in_flight", "10", 0.45),
    Row("the same, one at a time", "calls.in_flight", "1", 0.80),
    Row("connections for 2,000 calls, 100 in flight, server takes 20 ms", "calls.slow_server", "connections", 100),
    Row("p99 of these calls", "calls.slow_server", "p99", 0.15, " s"),
    Row("of these, ended by `timeout=1.0`", "calls.slow_server", "failed", 0),
    Row("100 threads on one client, server takes 20 ms: CPU a call", "calls.threads", "cpu", 0.8, " ms"),
    Row("p99 of these calls", "calls.threads", "p99", 0.2, " s"),
    Row("sync GET, typed, another id each time / raw httpx get + json", "calls.sequential", "raw", 0.80),
    Row("the same / stock output", "calls.sequential", "stock", 0.87),
    Row("the same over TLS / raw httpx", "calls.encrypted", "raw", 0.85),
    Row("the same / libica 2.5.0, CPU of processes in turns", "libica", "libica", 0.74),
    Row("page of 1,000, out of a call answered from memory / `json.loads`", "decoding.page", "json", 1.9),
    Row("the same / stock output", "decoding.page", "stock", 0.48),
    Row("the same with the extra `msgspec` / `json.loads`", "decoding.with_msgspec", "json", 1.5),
    Row("the same with keys left out", "decoding.page", "sparse", 2.1),
    Row("the slowest of the five APIs' models / `json.loads`", "decoding.every_api", "most", 2.1),
    Row("the same with keys left out", "decoding.every_api", "sparse", 2.1),
    Row("page with one new field in one item / a clean page", "decoding.drift", "one", 1.2),
    Row("page with a new field in every item / a clean page", "decoding.drift", "each", 1.5),
    Row("encode 1,000 / stock output", "decoding.encode", "stock", 0.85),
    Row("304 on a page of 1,000 / 200 plus decode", "decoding.not_modified", "page", 0.06),
    Row("100,000 subscriptions through the pager / stock output", "memory.pager", "stock", 0.60),
    Row("memory growth, page 10 to 100", "memory.pager", "growth", 2, " MiB"),
    Row("peak growth", "memory.pager", "peak", 10, " MiB"),
    Row("bytes kept per model / plain dicts", "memory.kept", "dict", 0.79),
    Row("`import subkit_illumina_ens` / `import httpx`", "startup.imports", "bare", 0.15),
    Row("with the client class", "startup.imports", "class", 0.90),
    Row("with one call's models", "startup.imports", "models", 0.95),
    Row("all five, sync and async", "startup.imports", "five", 1.10),
    Row("the same with a client of each, transports included", "startup.imports", "constructed", 1.50),
    Row("first call from process start / the same with raw httpx", "startup.first_call", "sync", 0.90),
    Row("the same, async", "startup.first_call", "async", 1.10),
    Row("the same over TLS", "startup.first_call", "tls", 1.00),
    Row("client construction, SSL context made / `httpx.Client()`", "startup.construct", "httpx", 0.005),
    Row("largest wheel of an API", "sizes", "wheel", 40, " KiB"),
    Row("distributions that an installation brings", "sizes", "distributions", 12),
    Row("`python -m generator`, all five, CPU", "sizes", "generator", 2.5, " s"),
)

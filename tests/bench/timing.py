"""CPU time of this process, taken in turns: ratios of neighbouring measurements are steady where times are not."""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median

Work = Callable[[], object]


def cpu(work: Work) -> float:
    """Seconds of CPU that some work takes."""
    began = time.process_time()
    work()
    return time.process_time() - began


def ratios(base: Work, *others: Work, rounds: int = 15) -> list[float]:
    """How many times as much as the first each of the others takes: medians over rounds in which all take turns."""
    works = (base, *others)
    for work in works:
        work()
    taken = [[cpu(work) for work in works] for _ in range(rounds)]
    return [median(one[index] / one[0] for one in taken) for index in range(1, len(works))]

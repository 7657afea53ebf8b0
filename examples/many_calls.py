"""Make 200 calls at once, keep what succeeded, and say what failed.

python examples/many_calls.py ID [ID ...]

All calls share one client: one token, one pool of at most `max_connections` connections, and one budget of retries.
Calls beyond the pool wait in their order, and `timeout` includes the time that they wait.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterable

from subkit import SubkitError
from subkit_wso2_publisher import AsyncWso2Publisher, Subscription

Results = dict[str, "Subscription | SubkitError"]


async def get_all(client: AsyncWso2Publisher, ids: Iterable[str]) -> Results:
    """Each subscription by its id, or the error. A bug is not a result: anything but a SubkitError is raised."""
    results: Results = {}

    async def get(one: str) -> None:
        try:
            results[one] = await client.subscriptions.get(one)
        except SubkitError as error:
            results[one] = error

    async with asyncio.TaskGroup() as group:
        for one in dict.fromkeys(ids):
            group.create_task(get(one))
    return results


async def main(ids: list[str]) -> None:
    """Print one line for each id."""
    async with AsyncWso2Publisher.from_env(max_connections=20, timeout=120) as client:
        for one, result in (await get_all(client, ids)).items():
            print(one, result if isinstance(result, SubkitError) else result.status)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))

"""List the subscriptions of many tenants into one SQLite database. If it is interrupted, run it again: it continues.

python examples/many_tenants.py DATABASE PROJECT_ID [PROJECT_ID ...]

Each page is stored in one transaction together with the checkpoint after it. Rows are therefore complete and never
twice, wherever the program was killed. A tenant that fails does not stop the others: its error is in another table.
The JSON is stored as it was received, so that no digit of a date or number is lost.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from collections.abc import Mapping
from pathlib import Path

from subkit import HttpTransport, SubkitError
from subkit_illumina_ens import ApiKey, IlluminaEns

TABLES = """
CREATE TABLE IF NOT EXISTS subscriptions (tenant TEXT, id TEXT, data TEXT, PRIMARY KEY (tenant, id));
CREATE TABLE IF NOT EXISTS progress (tenant TEXT PRIMARY KEY, checkpoint TEXT, done INTEGER);
CREATE TABLE IF NOT EXISTS failures (tenant TEXT PRIMARY KEY, error TEXT);
"""


def load_all(tenants: Mapping[str, IlluminaEns], database: sqlite3.Connection) -> None:
    """Load each tenant that is not done."""
    database.executescript(TABLES)
    for tenant, client in tenants.items():
        try:
            load(tenant, client, database)
        except SubkitError as error:
            with database:
                database.execute("INSERT OR REPLACE INTO failures VALUES (?, ?)", (tenant, str(error)))


def load(tenant: str, client: IlluminaEns, database: sqlite3.Connection) -> None:
    """Load the pages of one tenant, from where the last run stopped."""
    query = "SELECT checkpoint, done FROM progress WHERE tenant = ?"
    checkpoint, done = database.execute(query, (tenant,)).fetchone() or (None, False)
    if done:
        return
    pager = client.subscriptions.list(page_size=100, resume=checkpoint)
    for page in pager.pages():
        rows = [(tenant, one.id, json.dumps(one.to_dict())) for one in page.items]
        with database:  # one transaction: the rows and the checkpoint, or neither
            database.executemany("INSERT OR REPLACE INTO subscriptions VALUES (?, ?, ?)", rows)
            database.execute("INSERT OR REPLACE INTO progress VALUES (?, ?, 0)", (tenant, pager.checkpoint()))
    with database:
        database.execute("INSERT OR REPLACE INTO progress VALUES (?, NULL, 1)", (tenant,))
        database.execute("DELETE FROM failures WHERE tenant = ?", (tenant,))


def main(path: Path, projects: list[str]) -> None:
    """Each project is a tenant with a token of its own; all share the connections of one transport."""
    key = os.environ["SUBKIT_ILLUMINA_ENS_KEY"]
    transport = HttpTransport()
    database = sqlite3.connect(path)
    tenants = {
        one: IlluminaEns.from_env(auth=ApiKey(key, project_context=one), transport=transport) for one in projects
    }
    load_all(tenants, database)
    transport.close()
    for tenant, error in database.execute("SELECT tenant, error FROM failures"):
        print(f"{tenant}: {error}", file=sys.stderr)
    database.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])

"""A plan as an SQLite database: tables with real references, for questions that no command of ours answers."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from vrplan.render.as_sqlite import held, said, written
from vrplan.render.safe import stored

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vrplan.render.as_sqlite.written import Row, Value
    from vrplan.reports.database import DatabaseReport

APPLICATION_ID = 0x7672706C
"""What SQLite keeps at a fixed place of the file to tell whose it is: "vrpl"."""
_AT = slice(68, 72)
_MAGIC = b"SQLite format 3\0"
_TABLES = (*written.TABLES, *said.TABLES, *held.TABLES)


def as_sqlite(report: DatabaseReport) -> bytes:
    """The content of the database file: with one version of vrplan and SQLite always the same for the same report."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.execute("PRAGMA page_size = 4096")
        database.executescript(Path(__file__).with_name("schema.sql").read_text(encoding="utf-8"))
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        database.execute(f"PRAGMA user_version = {written.SCHEMA}")
        database.execute("PRAGMA foreign_keys = ON")
        database.execute("BEGIN")
        database.execute("PRAGMA defer_foreign_keys = ON")  # the references are many, and some go round
        for table, rows in _TABLES:
            _fill(database, table, rows(report))
        database.execute("COMMIT")
        return content_of(database)


def is_ours(beginning: bytes) -> bool:
    """Whether a file that begins with these bytes (100 are enough) is a database that vrplan has made."""
    return beginning.startswith(_MAGIC) and beginning[_AT] == APPLICATION_ID.to_bytes(4, "big")


def content_of(database: sqlite3.Connection) -> bytes:
    """The file that a database would be. A few SQLite libraries older than 3.36 have to write one to tell."""
    serialize = getattr(database, "serialize", None)
    if serialize is not None:
        return bytes(serialize())
    with TemporaryDirectory() as folder:
        path = Path(folder) / "plan.db"
        with closing(sqlite3.connect(path)) as copy:
            database.backup(copy)
        return path.read_bytes()


def _fill(database: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    plain = [tuple([_plain(value) for value in row]) for row in rows]
    if plain:
        places = ", ".join("?" * len(plain[0]))
        database.executemany(f"INSERT INTO {table} VALUES ({places})", plain)


def _plain(value: Value) -> str | int | None:
    """What SQLite knows: texts, whole numbers, nothing. A day is an ISO date."""
    if value is None or type(value) is int:
        return value
    if isinstance(value, str):
        return stored(str(value))
    return value.isoformat() if isinstance(value, date) else int(value)

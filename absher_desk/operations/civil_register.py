"""The embedded copy of the civil register: what the branch received, and the pictures in it."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from absher_desk.models.account import RegisterRecord
from absher_desk.models.document import Content
from absher_desk.models.upsert import insert_or
from absher_desk.operations.desk import Act, Desk
from absher_desk.operations.officer import Officer
from absher_desk.operations.rights import Right

PNG = "image/png"


@dataclass(frozen=True, slots=True, kw_only=True)
class CivilRecord:
    """A person in the register.

    `data` holds `name_ar` and `name_en` (parts), `birth_date`, `birth_date_hijri`, `sex`,
    `nationality`, `short_address` and `document` (`kind`, `number`, `copy`, `expires_hijri`).
    `portrait` is a PNG.
    """

    identity_number: str
    data: Mapping[str, Any]
    portrait: bytes | None = None


def enter_records(desk: Desk, officer: Officer, records: Sequence[CivilRecord]) -> int:
    """Enter or replace records in one act; returns how many. The event counts, it names nobody.

    Raises:
        Refused: the right is missing.
    """
    if not records:
        return 0
    with desk.change(officer, Right.MANAGE_BRANCH) as act:
        hashes = _keep_portraits(act, records)
        insert = insert_or(act.connection, RegisterRecord)
        replaced = {name: insert.excluded[name] for name in ("data", "portrait_sha256")}
        act.connection.execute(
            insert.on_conflict_do_update(index_elements=["identity_number"], set_=replaced),
            [
                {
                    "identity_number": record.identity_number,
                    "data": dict(record.data),
                    "portrait_sha256": hashes.get(record.portrait or b""),
                }
                for record in sorted(records, key=lambda record: record.identity_number)
            ],
        )
        act.record("register-records-entered", count=len(records))
    return len(records)


def _keep_portraits(act: Act, records: Sequence[CivilRecord]) -> dict[bytes, str]:
    """Keep each picture once; its hash by its bytes."""
    found = {r.portrait: hashlib.sha256(r.portrait).hexdigest() for r in records if r.portrait}
    if found:
        act.connection.execute(
            insert_or(act.connection, Content).on_conflict_do_nothing(),
            [
                {"sha256": sha256, "media_type": PNG, "data": data}
                for data, sha256 in sorted(found.items(), key=lambda item: item[1])
            ],
        )
    return found

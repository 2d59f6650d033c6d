import shutil

import pytest

from absher_desk.models.database import Database
from tests.builders import build_desk
from tests.printing.worked_requests import worked_requests


@pytest.fixture(scope="package")
def request_facts(migrated_sqlite, tmp_path_factory):
    """Facts of a worked request of every service, by its code."""
    path = tmp_path_factory.mktemp("worked") / "desk.sqlite"
    shutil.copy(migrated_sqlite, path)
    database = Database(f"sqlite:///{path}")
    found = worked_requests(build_desk(database))
    database.close()
    return found

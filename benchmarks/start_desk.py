"""The desk's window with a session that was prepared beforehand; run by `first_paint`."""

import json
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QTableView  # noqa: TID251  (measured here)

from absher_desk.app import DeskApplication
from absher_desk.assembly import open_desk
from absher_desk.operations.officer import Officer
from absher_desk.operations.rights import rights_of
from absher_desk.system.paths import desk_paths
from absher_desk.system.settings import Settings
from absher_desk.system.texts import Texts
from benchmarks.first_rows import FirstRows


def main() -> int:
    rows, session = int(sys.argv[1]), json.loads(sys.argv[2])
    url, roles = session.pop("url"), frozenset(session.pop("roles"))
    officer = Officer(**session, roles=roles, rights=rights_of(roles))
    settings, texts, paths = Settings(branch=officer.branch_code), Texts(), desk_paths().create()
    desk = open_desk(url, texts=texts)
    application = QApplication(sys.argv[:1])
    app = DeskApplication(application, desk, settings, paths, texts)
    app.window.resize(1440, 900)
    app.session.signed_in.emit(officer)
    app.window.show()
    QTimer.singleShot(0, app.session.start)
    for table in app.window.findChildren(QTableView):
        FirstRows(table, rows)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())

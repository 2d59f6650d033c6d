"""A bare window: a table of ready rows, SQLAlchemy imported; run by `first_paint`."""

import sys

import sqlalchemy
import sqlalchemy.orm
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView  # noqa: TID251  (measured here)

from benchmarks.first_rows import FirstRows

COLUMNS = 8


def main() -> int:
    sys.stdout.write(f"SQLAlchemy {sqlalchemy.__version__}\n")
    rows = int(sys.argv[1])
    application = QApplication(sys.argv[:1])
    model = QStandardItemModel(rows, COLUMNS)
    for row in range(rows):
        for column in range(COLUMNS):
            model.setItem(row, column, QStandardItem(f"{row} {column}"))
    table, window = QTableView(), QMainWindow()
    table.setModel(model)
    FirstRows(table, rows)
    window.setCentralWidget(table)
    window.resize(1440, 900)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())

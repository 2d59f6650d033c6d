"""The questions of a queue page: why a request is returned, rejected or held, and how long."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from absher_desk.presenters.queue_acts import Until
from absher_desk.presenters.queue_choices import ReasonQuestion
from absher_desk.views.kit import Reason, ReasonDialog, Segments, Text

Answer = Callable[[str, int, str, str, str], object]
"""Takes outcome, request, reason code, note and how long."""


class QuestionDialog(ReasonDialog):
    """A question with its reasons; one about holding asks as well how long."""

    def __init__(self, question: ReasonQuestion, parent: QWidget) -> None:
        super().__init__(
            question.title,
            [Reason(key=r.code, text=r.words, needs_note=r.needs_note) for r in question.reasons],
            question.confirm,
            explanation=question.explanation,
            destructive=question.destructive,
            parent=parent,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._until: Segments | None = None
        column = self.layout()
        if question.asks_until and isinstance(column, QVBoxLayout):
            self._until = Segments(
                [
                    (Until.ANSWERED.value, self.tr("Until taken up again")),
                    (Until.TWO_HOURS.value, self.tr("Two hours")),
                    (Until.TOMORROW.value, self.tr("Until tomorrow 08:00")),
                ]
            )
            self._until.set_value(Until.ANSWERED.value)
            # Above the actions, which are the last of the column.
            column.insertWidget(column.count() - 2, Text(self.tr("How long"), "label"))
            column.insertWidget(column.count() - 2, self._until)

    def until(self) -> str:
        """How long the request is held."""
        return Until.ANSWERED.value if self._until is None else self._until.value()


def ask_reason(question: ReasonQuestion, parent: QWidget, answer: Answer) -> QuestionDialog:
    """Open the question over the page; `answer` is called once it is decided."""
    dialog = QuestionDialog(question, parent)
    dialog.decided.connect(
        lambda code, note: answer(question.outcome, question.request_id, code, note, dialog.until())
    )
    dialog.open()
    return dialog

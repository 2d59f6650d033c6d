"""Asks why a request is returned, rejected or held; the words go into its record."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from absher_desk.views.kit import Reason, ReasonDialog


class ActivationReasons(QObject):
    """Opens the question over `page` and hands the answer on as one sentence."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page

    def ask_return(self, told: Callable[[str], object]) -> None:
        """Why the applicant has to come again."""
        reasons = (
            Reason(key="document", text=self.tr("The original document was not brought")),
            Reason(key="expired", text=self.tr("The document has expired")),
            Reason(key="data", text=self.tr("The data differ from the civil register")),
            Reason(key="mobile", text=self.tr("The mobile is wrong or out of reach")),
            self._other(),
        )
        title = self.tr("Return to the applicant")
        self._ask(title, reasons, self.tr("Return"), told, destructive=False)

    def ask_reject(self, told: Callable[[str], object]) -> None:
        """Why this account is not activated at all."""
        reasons = (
            Reason(key="portrait", text=self.tr("The person is not the one in the portraits")),
            Reason(key="fingerprint", text=self.tr("The fingerprint does not match")),
            Reason(key="document", text=self.tr("The document is not genuine")),
            self._other(),
        )
        title = self.tr("Reject the request")
        self._ask(title, reasons, self.tr("Reject"), told, destructive=True)

    def ask_hold(self, told: Callable[[str], object]) -> None:
        """What the request waits for."""
        reasons = (
            Reason(key="away", text=self.tr("The applicant has gone to fetch a document")),
            Reason(key="mobile", text=self.tr("The applicant is waiting for his mobile")),
            self._other(),
        )
        title = self.tr("Hold the request")
        self._ask(title, reasons, self.tr("Hold"), told, destructive=False)

    def _other(self) -> Reason:
        return Reason(key="other", text=self.tr("Another reason"), needs_note=True)

    def _ask(
        self,
        title: str,
        reasons: Sequence[Reason],
        confirm: str,
        told: Callable[[str], object],
        *,
        destructive: bool,
    ) -> None:
        dialog = ReasonDialog(
            title, reasons, confirm, destructive=destructive, parent=self._page.window()
        )
        words = {reason.key: reason.text for reason in reasons}
        dialog.decided.connect(lambda key, note: told(_sentence(key, words[key], note)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _sentence(key: str, words: str, note: str) -> str:
    """The reason as it is kept and told: of "another reason" only what was written."""
    if not note:
        return words
    return note if key == "other" else f"{words}: {note}"

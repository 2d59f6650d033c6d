"""What the activation station tells the officer about what he did, in words ready for the page."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject

from absher_desk.presenters.activation_opening import Printed
from absher_desk.presenters.activation_state import NOTHING_SAID, Said
from absher_desk.presenters.wording import language
from absher_desk.system.texts import KnownError, Texts

_OUT: Final = "printed"

Notice = Callable[[], Said]
"""What the page's strip says: asked at each showing, for the language may have changed."""


def nothing_said() -> Said:
    """The notice of a page that has nothing to tell."""
    return NOTHING_SAID


class ActivationNews(QObject):
    """Makes the notices of the page; the sentences of faults come from the messages."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = Texts()

    def progress(self, stage: str) -> str:
        """What is being done now; empty for a stage without words."""
        return {
            "activating": self.tr("Activating the account"),
            "form": self.tr("Making the form"),
            "printing": self.tr("Printing the form"),
        }.get(stage, "")

    def activated(self, printed: Printed) -> Said:
        """The account is active whatever became of the paper."""
        if printed.fault is not None:
            again = self.tr("The form was not printed: {fault} Print again with F7.")
            text = again.format(fault=self.sentence(printed.fault))
            return Said(tone="amber", title=self.tr("Account activated"), text=text)
        if printed.state != _OUT:
            return Said(
                tone="green",
                title=self.tr("Account activated"),
                text=self.tr("The printer has the form."),
            )
        return Said(tone="green", title=self.tr("Account activated and form printed"))

    def printed(self, printed: Printed) -> Said:
        """How printing again ended."""
        if printed.fault is not None:
            title = self.tr("The form was not printed")
            return Said(tone="amber", title=title, text=self.sentence(printed.fault))
        if printed.state != _OUT:
            title = self.tr("Form sent")
            return Said(tone="green", title=title, text=self.tr("The printer has the form."))
        if printed.copy_number:
            return Said(tone="green", title=self.tr("Form printed again, marked as a copy"))
        return Said(tone="green", title=self.tr("Form printed"))

    def not_yours(self, *, first: bool) -> Said:
        """Why nothing can be changed; `first` when it was so from the start."""
        if first:
            title = self.tr("You do not hold this request")
            return Said(title=title, text=self.tr("Take it from its queue to work on it."))
        title = self.tr("This request is no longer yours")
        return Said(title=title, text=self.tr("What you entered stays here to read, unsaved."))

    def refused(self, error: KnownError) -> Said:
        """An act that was not done."""
        title = self.tr("That did not work")
        return Said(tone="red", title=title, text=self.sentence(error))

    def draft_not_saved(self, error: KnownError) -> Said:
        """The draft could not be kept; it is tried again."""
        return Said(title=self.tr("Draft not saved"), text=self.sentence(error))

    def unexpected(self) -> str:
        """A fault of the program itself, which the window has told already."""
        return self.tr("The program met a fault of its own. Try again, or tell support.")

    def sentence(self, error: KnownError) -> str:
        """What a known fault says in the language of the screen."""
        both = self._texts.each(error)
        return " ".join(each.en if language() == "en" else each.ar for each in both)

"""Evidence and papers of a request, with what may be printed and what became of it."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

from absher_desk.catalogue.entries import Catalogue, Service
from absher_desk.operations.officer import Officer
from absher_desk.operations.request_file import AttachmentInfo, DocumentInfo, RequestFile
from absher_desk.operations.rights import Right
from absher_desk.presenters.request_state import Paper, ShownEvidence, Word
from absher_desk.presenters.time_words import TimeWords
from absher_desk.presenters.wording import in_language
from absher_desk.printing.composing import DRAWN_FORMS
from absher_desk.standards.bidi import isolate

RECEIPT: Final = "request-receipt"
_ACTIVATION: Final = "activation-form"
_STATES: Final[Mapping[str, tuple[object, str]]] = {
    "sending": (QT_TRANSLATE_NOOP("RequestPapers", "Being sent"), "info"),
    "accepted": (QT_TRANSLATE_NOOP("RequestPapers", "At the printer"), "info"),
    "printed": (QT_TRANSLATE_NOOP("RequestPapers", "Printed"), "green"),
    "failed": (QT_TRANSLATE_NOOP("RequestPapers", "Not printed"), "red"),
    "unknown": (QT_TRANSLATE_NOOP("RequestPapers", "What came out?"), "amber"),
}


class RequestPapers(QObject):
    """Says what lies with a request, in the language of the screen."""

    def __init__(self, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._times = TimeWords(self)

    def evidence(self, file: RequestFile, service: Service) -> tuple[ShownEvidence, ...]:
        """Files that came, then what the service requires and lacks."""
        titles = {item.kind: in_language(item.label) for item in service.evidence}
        shown = [_shown(item, titles) for item in file.attachments]
        there = {item.kind for item in file.attachments}
        lacking = [
            ShownEvidence(title=in_language(item.label), note=self.tr("not attached"))
            for item in service.evidence
            if item.required and item.kind not in there
        ]
        return (*shown, *lacking)

    def papers(
        self, file: RequestFile, service: Service, officer: Officer, now: datetime
    ) -> tuple[Paper, ...]:
        """Papers that were made, then those of this step that can be made."""
        prints = officer.may(Right.PRINT)
        made = [self._made(document, prints, now) for document in file.documents]
        there = {document.form for document in file.documents}
        ahead = [
            Paper(
                form=form,
                title=self._title(form),
                note=self.tr("not made yet"),
                state=Word(),
                print_words=self.tr("Print"),
                printable=prints,
            )
            for form in _offered(file, service)
            if form not in there
        ]
        return (*made, *ahead)

    def next_print(self, file: RequestFile, service: Service, papers: tuple[Paper, ...]) -> str:
        """The form that F7 prints: one of this step that has not come out, else the first."""
        printable = [paper for paper in papers if paper.printable]
        if file.open_step is not None:
            wanted = service.step(file.open_step.step).documents
            for paper in printable:
                if paper.form in wanted and paper.state.tone != "green":
                    return paper.form
        return printable[0].form if printable else ""

    def print_words(self, form: str) -> str:
        """The words of the print button of the page."""
        if not form:
            return self.tr("Print")
        return self.tr("Print {form}").format(form=self._title(form))

    def _title(self, form: str) -> str:
        known = self._catalogue.forms.get(form)
        return in_language(known.title) if known else form

    def _made(self, document: DocumentInfo, prints: bool, now: datetime) -> Paper:  # noqa: FBT001
        time = self._times.moment_in_full(document.created_at, now)
        copies = self.tr("%n copies", "", document.copies) if document.copies else ""
        unknown = document.print_state == "unknown"
        again = document.print_state not in (None, "failed")
        return Paper(
            form=document.form,
            title=self._title(document.form),
            note=f"{time} · {copies}" if copies else time,
            state=self._state(document.print_state),
            print_words=self.tr("Print a copy") if again else self.tr("Print"),
            printable=prints and not unknown and document.form in DRAWN_FORMS,
            job_id=document.print_job if unknown and prints else None,
        )

    def _state(self, state: str | None) -> Word:
        if state is None:
            return Word(text=self.tr("Made, not printed"), tone="neutral")
        words, tone = _STATES.get(state, (state, "neutral"))
        return Word(text=self.tr(str(words)), tone=tone)


def _offered(file: RequestFile, service: Service) -> Iterator[str]:
    """Forms that can be drawn now: those of the open step, and the receipt at any time."""
    own = service.step(file.open_step.step).documents if file.open_step is not None else ()
    for form in dict.fromkeys((*own, RECEIPT)):
        # The activation form says what was activated, so it comes out of the activation itself.
        if form in service.forms and form in DRAWN_FORMS and form != _ACTIVATION:
            yield form


def _shown(item: AttachmentInfo, titles: Mapping[str, str]) -> ShownEvidence:
    kind = item.media_type.rpartition("/")[2].upper()
    return ShownEvidence(
        title=titles.get(item.kind, isolate(item.name)),
        note=isolate(kind),
        attachment_id=item.id,
        media_type=item.media_type,
    )

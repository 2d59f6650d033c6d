"""State of the frame round every page: rail with live counts, messages, links, the time."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from absher_desk.operations.desk import Desk
from absher_desk.operations.officer import Officer
from absher_desk.operations.queue_pages import Mark, QueueCount, latest_mark, queue_counts
from absher_desk.operations.rights import Right
from absher_desk.presenters.frame import FrameState, Link, Message, RailEntry
from absher_desk.presenters.frame import Officer as ShownOfficer
from absher_desk.presenters.moments import known, shown_moment, shown_time
from absher_desk.presenters.roles import initials_of, name_of, role_words
from absher_desk.presenters.session import SessionPresenter
from absher_desk.standards.bidi import isolate
from absher_desk.system.task import Task
from absher_desk.system.texts import KnownError, Texts
from absher_desk.system.worker import Worker

QUEUE = "queue:"
"""Prefix of the page keys of queues."""
DAY = "day"

_POLL_MS = 3000
_MESSAGE_MS = 12_000


class ShellPresenter(QObject):
    """Keeps the frame true: counts follow what any desk of the branch does.

    `changed(FrameState)` whenever something shown is different; `news()` when another desk (or
    this one) wrote something, so that pages look again.
    """

    changed = Signal(object)
    news = Signal()

    def __init__(
        self,
        desk: Desk,
        worker: Worker,
        texts: Texts,
        session: SessionPresenter,
        *,
        language: str,
        theme: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._worker = worker
        self._texts = texts
        self._session = session
        self._language = known(language)
        self._counts: tuple[QueueCount, ...] = ()
        self._mark: Mark | None = None
        self._printer: Link | None = None
        self._outage: KnownError | None = None
        self._offline_since = ""
        self._synced = ""
        self._started = ""
        self.state = FrameState(language=language, theme=theme)
        self._poll = self._timer(_POLL_MS, self.look)
        self._clock = self._timer(1000, self._show_time)
        self._message_end = self._timer(_MESSAGE_MS, self.clear_message, once=True)

    @property
    def officer(self) -> Officer | None:
        """Who is signed in."""
        return self._session.officer

    def enter(self, officer: Officer) -> None:
        """Somebody signed in: begin to follow the branch."""
        self._counts, self._mark = (), None
        self._started = shown_time(self._desk.now())
        self._show_all(officer)
        self._poll.start()
        self._clock.start()
        self.look()

    def leave(self) -> None:
        """Nobody is signed in any more."""
        self._poll.stop()
        self._clock.stop()
        self.clear_message()

    def look(self) -> None:
        """Ask whether anything happened in the branch; if so, count again."""
        officer = self.officer
        if officer is None or not officer.may(Right.READ_QUEUES):
            return
        self._worker.ask(
            lambda task: self._read(officer, task),
            owner=self,
            on_result=self._take,
            on_error=self._lost,
            key="counts",
        )

    def set_current(self, key: str) -> None:
        """The page of that key is shown."""
        self._show(current=key)

    def set_language(self, language: str) -> None:
        """Say everything again in another language; a message that has been read goes."""
        self._language = known(language)
        self._show(language=language)
        if self._outage is not None:
            self._say_offline(self._outage)
        else:
            self.clear_message()
        if self.officer is not None:
            self._show_all(self.officer)

    def set_theme(self, theme: str) -> None:
        """The theme that is in force."""
        self._show(theme=theme)

    def set_printer(self, icon: str, text: str, state: str) -> None:
        """How the desk's printer is."""
        self._printer = Link(icon=icon, text=text, state=state)
        self._show(links=self._links())

    def set_drafts(self, *, unsaved: bool) -> None:
        """Whether what was typed is saved."""
        words = self.tr("Draft not saved yet") if unsaved else self.tr("No unsaved drafts")
        self._show(unsaved=unsaved, drafts=words)

    def say(self, tone: str, title: str, text: str = "") -> None:
        """Tell the officer something; red stays until something else is said."""
        self._show(message=Message(title=title, text=text, tone=tone))
        if tone == "red":
            self._message_end.stop()
        else:
            self._message_end.start()

    def say_error(self, error: KnownError, reference: str = "") -> None:
        """A fault in the user's words; an unexpected one with the reference it was logged under."""
        if reference:
            text = self._texts.of("work.unexpected", self._language, reference=reference)
            self.say("red", text)
            return
        self.say("red", self._sentence(error))

    def say_unknown_jobs(self, count: int) -> None:
        """Prints were cut off; their requests ask what came out."""
        if self.state.message is None:
            title = self.tr("%n print(s) with unknown outcome", "", count)
            self.say("amber", title, self.tr("Open the request and say whether paper came out."))

    def clear_message(self) -> None:
        """Nothing more to say."""
        self._message_end.stop()
        self._show(message=None)

    def _read(self, officer: Officer, _task: Task) -> tuple[Mark, tuple[QueueCount, ...] | None]:
        mark = latest_mark(self._desk, officer)
        if mark == self._mark and self._counts:
            return mark, None
        return mark, queue_counts(self._desk, officer)

    def _take(self, found: tuple[Mark, tuple[QueueCount, ...] | None]) -> None:
        mark, counts = found
        is_news = self._mark is not None and mark != self._mark
        self._mark = mark
        now = self._desk.now()
        self._synced = self.tr("Last synchronised {time}").format(time=shown_time(now))
        if self._outage is not None:
            self._outage = None
            self.clear_message()
        if counts is not None:
            self._counts = counts
        self._show(synced=self._synced, links=self._links(), entries=self._entries())
        if is_news:
            self.news.emit()

    def _lost(self, error: KnownError) -> None:
        """The database does not answer: say so once, and keep asking."""
        if self._outage is None:
            self._offline_since = shown_time(self._desk.now())
            self._outage = error
            self._say_offline(error)
        self._show(links=self._links())

    def _say_offline(self, error: KnownError) -> None:
        """Amber, and there until the database answers again."""
        since = self.tr("Offline since {time}").format(time=self._offline_since)
        self.say("amber", since, self._sentence(error))
        self._message_end.stop()

    def _sentence(self, error: KnownError) -> str:
        return " ".join(both[self._language == "en"] for both in self._texts.each(error))

    def _show_all(self, officer: Officer) -> None:
        self._show(
            entries=self._entries(),
            branch=self._branch(officer),
            can_register=False,  # intake at the counter has no page yet
            officer=ShownOfficer(
                name=name_of(officer, self._language),
                initials=initials_of(officer, self._language),
                role=role_words(officer),
            ),
            links=self._links(),
        )
        self.set_drafts(unsaved=self.state.unsaved)
        self._show_time()

    def _branch(self, officer: Officer) -> str:
        titles = {branch.key: branch.title for branch in self._session.state.branches}
        return titles.get(officer.branch_code, isolate(officer.branch_code))

    def _entries(self) -> tuple[RailEntry, ...]:
        queues = self._desk.catalogue.queues
        work = self.tr("Work queues")
        entries = [
            RailEntry(
                key=f"{QUEUE}{count.queue}",
                icon=queues[count.queue].icon,
                title=queues[count.queue].title.in_(self._language),
                count=count.open,
                late=count.overdue,
                section=work,
            )
            for count in self._counts
        ]
        if self.officer is not None and self.officer.may(Right.READ_REPORTS):
            entries.append(
                RailEntry(
                    key=DAY, icon="chart-bar", title=self.tr("Day report"),
                    section=self.tr("Supervision"),
                )
            )  # fmt: skip
        return tuple(entries)

    def _links(self) -> tuple[Link, ...]:
        online = (
            Link(icon="wifi-high", text=self.tr("Connected"))
            if self._outage is None
            else Link(icon="wifi-slash", text=self.tr("Offline"), state="warning")
        )
        return (online,) if self._printer is None else (online, self._printer)

    def _show_time(self) -> None:
        shown = shown_moment(self._desk.now(), self._language)
        minutes = self._session.idle_watch.minutes_left
        session = self.tr("Session since {time}, locks in {minutes} min").format(
            time=self._started, minutes=minutes
        )
        self._show(time=shown.time, hijri=shown.hijri, gregorian=shown.gregorian, session=session)

    def _show(self, **changes: object) -> None:
        state = replace(self.state, **changes)  # type: ignore[arg-type]  # fields of the state
        if state != self.state:
            self.state = state
            self.changed.emit(state)

    def _timer(self, interval: int, tick: object, *, once: bool = False) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval)
        timer.setSingleShot(once)
        timer.timeout.connect(tick)
        return timer

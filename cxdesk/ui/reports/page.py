"""The reports: one card to make the monthly report, and the list of those that have been made."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QWidget

from cxdesk.language.language import LANGUAGES
from cxdesk.services.desk import Desk
from cxdesk.ui.jobs import Job
from cxdesk.ui.preview import Preview
from cxdesk.ui.reports.presenter import Made, Presenter
from cxdesk.ui.screens import Page, Shell
from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.badges import Badge, IconDisc
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.columns import Columns, PageHead, ScrollPage, Split
from cxdesk.ui.widgets.fields import Choice
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.forms import FormRow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty, row
from cxdesk.ui.widgets.notes import Note
from cxdesk.ui.widgets.pdf import PdfPage
from cxdesk.ui.widgets.progress import JobProgress

KILOBYTE = 1000
SHEET = 190  # px wide


class ReportsPage(Page):
    """PDFs to print, to pin on the wall, or for the bookkeeper."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._language = language = shell.language
        self.presenter = Presenter(desk, language, shell.jobs, self)
        self.month = Choice(language.tr("Month"), id="month")
        self.speech = ChipGroup(language.tr("Language"), LANGUAGES, always=True, id="report-language")
        self.speech.choose(language.code)
        self.progress = JobProgress(language.tr("Cancel"))
        self.note = Note()
        self.sheet = PdfPage(language.tr("The newest report"), "newest-report")
        self._rows = column(gap=4)
        self._made = Card(language.tr("Made reports"), self._rows, icon="folder")
        self.show_button, self.save_button = self._buttons()
        head = PageHead(language.tr("Reports"), language.tr("Finished PDFs to print or for the bookkeeper"))
        self.preview_ = Preview(language)
        self.preview_.closed.connect(self._back)
        self._stack = QStackedWidget()
        self._stack.addWidget(ScrollPage(head, self._monthly(), self._made, None))
        self._stack.addWidget(self.preview_)
        self.setLayout(column(self._stack))

    def reload(self) -> None:
        """Offer the months and list what there is."""
        self.presenter.load()

    def main_control(self) -> QWidget | None:
        """The button that shows the report."""
        return self.show_button

    def show_months(self, months: dict[str, str]) -> None:
        """Offer these months, the first of them chosen."""
        self.month.clear()
        for key, words in months.items():
            self.month.addItem(words, key)

    def show_made(self, made: list[Made]) -> None:
        """List the reports that have been made; the newest can be seen beside the buttons."""
        empty(self._rows)
        for each in made:
            self._rows.addWidget(self._row(each))
        self._made.setVisible(bool(made))
        self.sheet.setVisible(bool(made))
        if made:
            self.sheet.open(made[0].path.read_bytes())

    def follow(self, job: Job, text: str) -> None:
        """Show how far a job is; one at a time."""
        self._lock(locked=True)
        job.ended.connect(lambda: self._lock(locked=False))
        self.progress.follow(job, text)

    def preview(self, path: Path, title: str, line: str) -> None:
        """Show a PDF in place of the page."""
        self.preview_.open(path, title, line)
        self._stack.setCurrentWidget(self.preview_)

    def say(self, text: str, error: str = "") -> None:
        """Say what was made, or what went wrong."""
        self.note.say(error or text, Tone.BAD if error else Tone.GOOD)

    def _monthly(self) -> QWidget:
        tr = self._language.tr
        contents = (
            tr("Scores with their margins"),
            tr("Needs"),
            tr("Comments"),
            tr("Customers and sales"),
            tr("Thanks and budget"),
            tr("Open complaints"),
        )
        title = column(
            Label(tr("Monthly report"), Style.TITLE),
            Label(
                tr("What customers said and bought, and how they were thanked."),
                muted=True,
                lines=0,
            ),
            gap=1,
        )
        head = row(IconDisc("chart-line", Tone.ACCENT, 48), title, gap=14)
        head.setStretch(1, 1)
        fields = Columns(
            (FormRow(tr("Month"), self.month), 1),
            (FormRow(tr("Language of the report"), self.speech), 1),
            stack_under=520,
        )
        actions = boxed(Flow(self.show_button, self.save_button, gap=8))
        badges = boxed(Flow(*(Badge(text) for text in contents), gap=6))
        words = boxed(column(head, 4, badges, 8, fields, 8, actions, self.progress, self.note, None))
        self.sheet.setMaximumWidth(theme().px(SHEET))
        return Card("", Columns((words, 3), (self.sheet, 1), gap=24, stack_under=760))

    def _buttons(self) -> tuple[Button, Button]:
        tr = self._language.tr
        show = Button(tr("Preview"), Kind.PRIMARY, icon="eye", id="preview")
        save = Button(tr("Save as PDF"), icon="download", id="save")
        for button, look in ((show, True), (save, False)):
            button.clicked.connect(partial(self._make, look=look))
        return show, save

    def _make(self, _pressed: bool = False, *, look: bool) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.presenter.make(self.month.value(), self.speech.value(), look=look)

    def _row(self, made: Made) -> QWidget:
        say = self._language
        title = say.tr("Monthly report, {month}", month=say.month(made.month))
        when = f"{say.date(made.at.date())} {say.time(made.at)}"
        size = say.tr("{size} kB", size=say.number(made.size / KILOBYTE))
        facts = " · ".join((LANGUAGES[made.language], when, size))
        words = column(Label(title, Style.STRONG), Label(facts, Style.SMALL, muted=True), gap=1)
        left = row(IconDisc("file-text", Tone.NEUTRAL, 34), words, gap=12)
        left.setStretch(1, 1)
        show = Button(say.tr("Open"), icon="eye", id=f"open-{made.path.stem}")
        show.clicked.connect(lambda: self.presenter.look(made.path))
        return Split(boxed(left), show)

    def _lock(self, *, locked: bool) -> None:
        for button in (self.show_button, self.save_button):
            button.setDisabled(locked)

    def _back(self) -> None:
        self._stack.setCurrentIndex(0)
        self.show_button.setFocus()

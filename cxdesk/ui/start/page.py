"""The first window: three answers and a button."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from cxdesk.language.language import LANGUAGES, Language
from cxdesk.ui import files
from cxdesk.ui.start.presenter import Beginning, Presenter
from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import PRIMARY, Style, Tone
from cxdesk.ui.widgets.badges import Icon, IconDisc
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.columns import ScrollPage
from cxdesk.ui.widgets.fields import TextField
from cxdesk.ui.widgets.focus import FocusRing
from cxdesk.ui.widgets.forms import FormRow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty, row

WIDTH = 520
CENTRE = Qt.AlignmentFlag.AlignHCenter


class StartPage(QDialog):
    """Asks for language, name and budget; then `beginning` holds the answers, None when the window was closed."""

    def __init__(self, code: str, choose_file: Callable[[QWidget], str] | None = None) -> None:
        super().__init__()
        self._ask = choose_file or files.ask
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("CX Desk")
        theme().dress(self)
        self._layout = column(gap=0)
        self.setLayout(self._layout)
        self._form: Form | None = None
        self.beginning: Beginning | None = None
        self._presenter = Presenter(self, code, self._begin)
        self._ring = FocusRing(self)

    @property
    def form(self) -> "Form":
        """The fields in the present language."""
        assert self._form is not None  # noqa: S101 - the presenter's first act is to say everything
        return self._form

    def say(self, language: Language, budget: str) -> None:
        """Say everything in `language`; the name that was typed stays."""
        typed = self._form.name.text() if self._form else ""
        empty(self._layout)
        self._form = Form(language)
        self._form.name.setText(typed)
        self._form.budget.setText(budget)
        self._form.languages.changed.connect(self._speak)
        self._form.started.connect(self._start)
        self._form.bring_in.clicked.connect(self._import)
        self._form.demo.clicked.connect(self._demo)
        self._layout.addWidget(ScrollPage(None, boxed(row(None, self._form, None)), None))
        self._form.languages.chip(language.code).setFocus()

    def show_errors(self, *, name: str, budget: str) -> None:
        """Show errors at the fields, the focus at the first."""
        self.form.name_row.set_error(name)
        self.form.budget_row.set_error(budget)
        wrong = self.form.name if name else self.form.budget if budget else None
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins from a field; it presses no button that happens to be the dialog's default."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)

    def _begin(self, beginning: Beginning) -> None:
        self.beginning = beginning
        self.accept()

    def _speak(self) -> None:
        self._presenter.speak(self.form.languages.value())

    def _demo(self) -> None:
        self._presenter.demo()

    def _start(self) -> None:
        self._presenter.start(self.form.name.text(), self.form.budget.text())

    def _import(self) -> None:
        self._presenter.start(self.form.name.text(), self.form.budget.text(), lambda: self._ask(self))


class Form(Card):
    """The card with the questions; `started` when they are answered."""

    started = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        tr = language.tr
        self.body.setContentsMargins(32, 28, 32, 28)
        self.setFixedWidth(theme().px(WIDTH))
        self._greet(language)
        asked = "Kieli · Language · Til"
        self.languages = ChipGroup(asked, LANGUAGES, always=True, height=PRIMARY, id="language")
        self.languages.choose(language.code)
        self.name = TextField(tr("Shop name"), id="shop-name")
        self.budget = TextField(tr("Monthly budget for thanking"), id="budget")
        self.name_row = FormRow(tr("Shop name"), self.name, tr("Stands on letters, coupons and reports."))
        asked_budget = tr("Monthly budget for thanking ({currency})", currency=language.currency)
        self.budget_row = FormRow(
            asked_budget, self.budget, tr("CX Desk warns when a suggestion exceeds it.")
        )
        for field in (self.name, self.budget):
            field.returnPressed.connect(self.started)
        for part in (Label(asked, Style.STRONG), self.languages, self.name_row, self.budget_row, 4):
            self.add(part)
        self._offer(language)

    def _greet(self, language: Language) -> None:
        title = Label(language.tr("Welcome to CX Desk"), Style.DISPLAY, lines=0, align=CENTRE)
        text = language.tr("Three answers, half a minute. Everything can be changed later in the settings.")
        for part in (row(None, IconDisc("cxdesk", Tone.ACCENT, 56), None), title):
            self.add(part)
        self.add(Label(text, muted=True, lines=0, align=CENTRE))
        self.add(4)

    def _offer(self, language: Language) -> None:
        tr = language.tr
        begin = Button(
            tr("Start with an empty shop"), Kind.PRIMARY, icon="arrow-right", height=PRIMARY, id="start"
        )
        begin.clicked.connect(self.started)
        self.bring_in = Button(tr("Import customers from a file"), icon="upload", id="import")
        self.demo = Button(tr("Try the demo shop"), icon="sparkles", id="demo")
        promise = Label(
            tr("The data stays on this PC. A backup is made every day."), Style.SMALL, muted=True, lines=0
        )
        promised = row(Icon("shield-check", Tone.NEUTRAL, 16), promise)
        promised.setStretch(1, 1)
        for part in (begin, self.bring_in, self.demo, promised):
            self.add(part)

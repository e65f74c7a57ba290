"""The customer's screen as a window of its own over everything else."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from cxdesk.domain.errors import UserError
from cxdesk.language.language import LANGUAGES, Language
from cxdesk.services.desk import Desk
from cxdesk.ui.kiosk.code import Code
from cxdesk.ui.kiosk.presenter import Answers, Hand, Presenter, Step
from cxdesk.ui.kiosk.questions import Asked
from cxdesk.ui.screens import Shell
from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import PRIMARY, Style, Tone
from cxdesk.ui.widgets.badges import Icon
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.columns import ScrollPage, Split
from cxdesk.ui.widgets.focus import FocusRing
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty, row

HELD_MS, IDLE_MS, THANKS_MS = 2_000, 30_000, 5_000
ACTS = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin})
HOLDS = {QEvent.Type.MouseButtonPress: True, QEvent.Type.MouseButtonRelease: False}


class KioskScreen(QWidget):
    """Questions for the customer; Esc, or the shop's name, held for two seconds is the way out.

    Where there is a second screen it leaves the first to the staff, else it covers everything.
    """

    def __init__(self, desk: Desk, shell: Shell, hand: Hand | None = None) -> None:
        super().__init__()
        self._shell, self._left = shell, False
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self.setWindowTitle("CX Desk")
        theme().dress(self)
        self.held = QTimer(self, singleShot=True, interval=HELD_MS)
        self.idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self.thanks = QTimer(self, singleShot=True, interval=THANKS_MS)
        self._whole = column(gap=0, margins=(40, 24, 40, 24))
        self.setLayout(self._whole)
        self._ring = FocusRing(self)
        self.presenter = Presenter(desk, self, shell.language, hand)
        self.presenter.begin()
        self.held.timeout.connect(self.presenter.wants_out)
        self.idle.timeout.connect(self.presenter.idle)
        self.thanks.timeout.connect(self.presenter.thanked)

    def cover(self) -> None:
        """Cover the second screen, or the only one."""
        here = QGuiApplication.primaryScreen()
        there = next((screen for screen in QGuiApplication.screens() if screen is not here), here)
        self.setGeometry(there.geometry())
        self.showFullScreen()
        self.activateWindow()
        self.idle.start()

    def say(self, language: Language, shop: str) -> None:
        """Say everything in another language."""
        self._language = language
        empty(self._whole)
        self.name = Label(shop, Style.TITLE)
        asked = "Kieli · Language · Til"
        self.languages = ChipGroup(
            asked, LANGUAGES, always=True, equal=False, height=PRIMARY, id="kiosk-language"
        )
        self.languages.choose(language.code)
        self.languages.changed.connect(lambda: self.presenter.speak(self.languages.value()))
        sign = boxed(row(Icon("heart-handshake", Tone.ACCENT, 28), self.name, None, gap=10))
        self._place = column()
        self._whole.addWidget(Split(sign, self.languages))
        self._whole.addWidget(ScrollPage(None, boxed(self._place), None, margins=(0, 8, 0, 8)), 1)

    def show_step(self, step: Step, answers: Answers, at: int, of: int) -> None:
        """Show one step, number `at` from 0 `of` so many, and what was answered there."""
        self.asked = Asked(self._language, step, answers, at, of)
        self.asked.answered.connect(self.presenter.answer)
        self.asked.written.connect(self.presenter.comment)
        self.asked.skipped.connect(self.presenter.skip)
        self.asked.back.connect(self.presenter.back)
        self._put(self.asked, self.asked.control)
        if step is Step.THANKS:
            self.thanks.start()

    def ask_code(self, error: str = "") -> None:
        """Ask for the code that staff know, in place of the question."""
        self.code = Code(self._language, error)
        self.code.told.connect(self.presenter.code)
        self.code.stays.connect(self.presenter.stay)
        self._put(self.code, self.code.field)

    def leave(self) -> None:
        """Give the screen back to the shop."""
        self._left = True
        self.close()

    def fail(self, error: UserError) -> None:
        """Tell the staff why answers could not be saved."""
        self._shell.fail(error)

    def showEvent(self, event: QShowEvent) -> None:
        """See all that is done in this window, whoever takes it."""
        super().showEvent(event)
        if handle := self.windowHandle():
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt's signature
        """Whoever does something is there; the shop's name held down is the way out without a keyboard."""
        if event.type() in ACTS:
            self.idle.start()
        if isinstance(event, QMouseEvent) and event.type() in HOLDS:
            on_name = self.childAt(event.position().toPoint()) is self.name
            self._hold(on=HOLDS[event.type()] and on_name)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc held is the way out; every other key that nobody wants does nothing."""
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self._hold(on=True)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Esc let go of too soon."""
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self._hold(on=False)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing closes it but the way out."""
        event.setAccepted(self._left)

    def changeEvent(self, event: QEvent) -> None:
        """On the only screen it comes back to the front when something else has taken it."""
        super().changeEvent(event)
        away = event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow()
        if away and not self._left and self.isVisible() and len(QGuiApplication.screens()) == 1:
            QTimer.singleShot(0, self, self._return)

    def _return(self) -> None:
        self.raise_()
        self.activateWindow()

    def _hold(self, *, on: bool) -> None:
        if on:
            self.held.start()
        else:
            self.held.stop()

    def _put(self, part: QWidget, control: QWidget) -> None:
        empty(self._place)
        self._place.addWidget(part)
        control.setFocus(Qt.FocusReason.OtherFocusReason)

"""What a page shows when there is nothing, nothing yet, or nothing allowed."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.access import announce
from cxdesk.ui.widgets.badges import IconDisc
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import column, row

LOADING_AFTER_MS = 200
CENTRE = Qt.AlignmentFlag.AlignHCenter


class Empty(QWidget):
    """A friendly nothing: icon, what it means, what to do, and buttons for it. Also for errors and closed doors."""

    def __init__(self, icon: str, title: str, text: str, *buttons: QWidget, tone: Tone = Tone.ACCENT) -> None:
        super().__init__()
        self.title = Label(title, Style.TITLE, lines=2, align=CENTRE)
        self.text = Label(text, muted=True, lines=0, align=CENTRE)
        disc = row(None, IconDisc(icon, tone, 64), None)
        actions = row(None, *buttons, None)
        self.setLayout(
            column(
                None,
                disc,
                8,
                self.title,
                row(None, self.text, None),
                8,
                actions,
                None,
                margins=(24, 36, 24, 36),
            )
        )


class Loadable(QStackedWidget):
    """Shows `content`, or after 200 ms of waiting a line that says so, or whatever `instead` puts there."""

    def __init__(self, content: QWidget, loading_text: str) -> None:
        super().__init__()
        self._content = content
        self._loading = Empty("hourglass", loading_text, "", tone=Tone.NEUTRAL)
        self._other: QWidget | None = None
        self._clock = QTimer(self, singleShot=True, interval=LOADING_AFTER_MS)
        self._clock.timeout.connect(self._show_loading)
        self.addWidget(content)
        self.addWidget(self._loading)

    def wait(self) -> None:
        """The content is on its way; say so if it takes longer than 200 ms."""
        self._clock.start()

    def ready(self) -> None:
        """Show the content."""
        self._clock.stop()
        self.setCurrentWidget(self._content)

    def instead(self, other: QWidget) -> None:
        """Show `other`: an `Empty` for nothing, a failure or a missing permission."""
        self._clock.stop()
        if self._other is not None:
            self.removeWidget(self._other)
            self._other.deleteLater()
        self._other = other
        self.addWidget(other)
        self.setCurrentWidget(other)

    def _show_loading(self) -> None:
        self.setCurrentWidget(self._loading)
        announce(self, self._loading.title.text())

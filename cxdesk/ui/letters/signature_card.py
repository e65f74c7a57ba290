"""The card of the written signature."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxdesk.services.desk import Desk
from cxdesk.ui import files
from cxdesk.ui.letters.signing import Signing
from cxdesk.ui.screens import Shell
from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import RADIUS_FIELD, Tone
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed
from cxdesk.ui.widgets.notes import Note
from cxdesk.ui.widgets.painting import begin, box

INSET = 12


class Inked(QWidget):
    """A signature on white, as it will be printed."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_picture(self, png: bytes) -> None:
        """Show this picture."""
        self._picture.loadFromData(png)
        self.update()

    def sizeHint(self) -> QSize:
        """As large as on paper."""
        return QSize(theme().px(260), theme().px(84))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw paper and ink."""
        painter = begin(self)
        box(painter, QRectF(self.rect()), RADIUS_FIELD, "#FFFFFF", theme().tokens.border)
        painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform)
        room = self.rect().adjusted(INSET, INSET, -INSET, -INSET)
        size = self._picture.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawPixmap(QRectF(room.x(), room.y(), size.width(), size.height()).toRect(), self._picture)
        painter.end()


class SignatureCard(Card):
    """Whose signature is printed, the ink of it, and the ways to another one."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        tr = shell.language.tr
        super().__init__(tr("Signature"), icon="pencil")
        self._shell, self._language = shell, shell.language
        self.ask_file = files.ask_picture
        self._whose, self.inked = Label("", lines=0), Inked()
        self.mistake = Note(tone=Tone.WARN)
        self.choose = Button(tr("Choose a picture"), icon="folder-open", id="choose-signature")
        self.drop = Button(tr("Remove"), Kind.QUIET, icon="trash-2", id="drop-signature")
        hint = tr("Sign with a dark pen on white paper and scan or photograph it: PNG or JPEG.")
        parts = (self._whose, self.inked, self.mistake, Label(hint, muted=True, lines=0))
        for part in (*parts, boxed(Flow(self.choose, self.drop, gap=8))):
            self.add(part)
        self.presenter = Signing(desk, shell.language, self)
        self.choose.clicked.connect(self._ask)
        self.drop.clicked.connect(self.presenter.drop)

    def show_signature(self, name: str, png: bytes) -> None:
        """Show whose it is, or that letters are signed by hand."""
        tr = self._language.tr
        printed = tr("Printed above the name {name}.", name=name)
        by_hand = tr("Letters leave room for {name} to sign by hand.", name=name)
        self._whose.setText(printed if png else by_hand)
        self.inked.show_picture(png)
        self.inked.setVisible(bool(png))
        self.drop.setVisible(bool(png))

    def show_mistake(self, text: str) -> None:
        """Say why a picture is not taken."""
        self.mistake.say(text)

    def toast(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say what was done."""
        self._shell.toast(text, undo=undo)

    def fail(self, error: Exception) -> None:
        """Say what went wrong."""
        self._shell.fail(error)

    def _ask(self) -> None:
        if path := self.ask_file(self):
            self.presenter.choose(Path(path))

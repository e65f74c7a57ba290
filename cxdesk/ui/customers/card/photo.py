"""A customer's photo: chosen from a file or pasted, taken away, undone."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication

from cxdesk.language.language import Language
from cxdesk.ui import files
from cxdesk.ui.widgets.buttons import Button, Kind


class Decisions(Protocol):
    """What the buttons ask of their presenter."""

    def photo_file(self, path: Path) -> bool:
        """Keep the picture of a file."""

    def photo(self, picture: bytes) -> bool:
        """Keep a picture."""

    def unphoto(self) -> None:
        """Take the photo away."""


class PhotoButtons:
    """A quiet button; pressed, it shows the ways to a photo. `buttons` stand where the card puts them."""

    def __init__(self, language: Language, decisions: Decisions) -> None:
        self._decide, self._has = decisions, False
        self.ask_file = files.ask_picture
        say = language.tr
        self._open = Button(say("Photo"), Kind.QUIET, icon="user", height=26, id="photo")
        self._file = Button(say("From a file"), icon="folder-open", height=26, id="photo-file")
        self._paste = Button(say("Paste"), icon="copy", height=26, id="photo-paste")
        self._remove = Button(say("Remove"), icon="trash-2", height=26, id="photo-remove")
        ways = (self._file, self._paste, self._remove)
        for button, act in zip(ways, (self._choose, self._pasted, decisions.unphoto), strict=True):
            button.clicked.connect(lambda _=False, act=act: act())
            button.hide()
        self._open.clicked.connect(lambda: self._unfold(open_=self._file.isHidden()))
        self.buttons = (self._open, *ways)

    def show_photo(self, *, has: bool) -> None:
        """Say whether there is a photo; the ways are folded away."""
        self._has = has
        self._unfold(open_=False)

    def _unfold(self, *, open_: bool) -> None:
        self._file.setVisible(open_)
        self._paste.setVisible(open_)
        self._remove.setVisible(open_ and self._has)

    def _choose(self) -> None:
        if path := self.ask_file(self._open):
            self._decide.photo_file(Path(path))

    def _pasted(self) -> None:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QGuiApplication.clipboard().image().save(buffer, "PNG")  # type: ignore[call-overload]
        self._decide.photo(bytes(buffer.data().data()))

"""Help: which keys do what, where the data lies, what the program is made of."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

import cxdesk
from cxdesk import paths
from cxdesk.language.language import Language
from cxdesk.language.text import N_
from cxdesk.services.desk import Desk
from cxdesk.ui.help.keys import EVERYWHERE, OF_SCREENS
from cxdesk.ui.screens import Page, Shell
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.badges import KeyCap
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.columns import Columns, PageHead, ScrollPage
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, row
from cxdesk.ui.widgets.notes import Note

SCREENS = {
    "today": N_("Today"),
    "counter": N_("Counter"),
    "customers": N_("Customers"),
    "feedback": N_("Feedback"),
}
PARTS = {
    "Python": "PSF-2.0",
    "Qt, PySide6": "LGPL-3.0",
    "SQLite, SQLCipher, sqlite-utils": "public domain, BSD-3-Clause, Apache-2.0",
    "NumPy, SciPy, Matplotlib": "BSD-3-Clause, BSD-3-Clause, PSF",
    "ReportLab, pikepdf, PDFium": "BSD-3-Clause, MPL-2.0, BSD-3-Clause",
    "Babel, phonenumberslite, python-liquid": "BSD-3-Clause, Apache-2.0, MIT",
    "CleverCSV, platformdirs": "MIT, MIT",
    "Inter, Lucide": "OFL-1.1, ISC",
}


class HelpPage(Page):
    """What F1 shows; nothing on it changes."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        language = shell.language
        head = PageHead(language.tr("Help"), f"CX Desk {cxdesk.__version__}")
        keys = [_keys(language.tr("Keys that work everywhere"), EVERYWHERE, language)]
        keys += [
            _keys(language.tr(SCREENS[key]), its, language)
            for key, its in OF_SCREENS.items()
            if shell.has(key)
        ]
        half = (len(keys) + 2) // 2
        right = [*keys[half:], _data(desk, language), _licences(language)]
        columns = Columns(
            (boxed(column(*keys[:half], None, gap=12)), 1), (boxed(column(*right, None, gap=12)), 1)
        )
        self._area = ScrollPage(head, columns, None)
        self.setLayout(column(self._area))


def _keys(title: str, keys: Mapping[str, str], language: Language) -> Card:
    card = Card(title, icon="keyboard")
    for key, words in keys.items():
        line = row(KeyCap(key), Label(language.tr(words), lines=0), gap=10)
        line.setStretch(1, 1)
        card.add(line)
    return card


def _data(desk: Desk, language: Language) -> QWidget:
    path = desk.workplace.db.path
    places = {
        language.tr("Shop file"): path,
        language.tr("Backups"): paths.backups(path),
        language.tr("Letters"): paths.letters(path),
        language.tr("Log"): paths.logs(),
    }
    card = Card(language.tr("Where the data lies"), icon="folder")
    for words, place in places.items():
        card.add(column(Label(words, Style.CAPTION, muted=True), Label(str(place), lines=0), gap=1))
    promise = language.tr("Nothing leaves this PC: CX Desk has no account, no server and asks no network.")
    card.add(Note(promise, Tone.GOOD))
    return card


def _licences(language: Language) -> QWidget:
    card = Card(language.tr("Licences"), icon="file-text")
    own = language.tr("CX Desk is free software under the MIT licence. It is built from:")
    card.add(Label(own, muted=True, lines=0))
    for parts, licences in PARTS.items():
        card.add(
            column(
                Label(parts, Style.MEDIUM, lines=0), Label(licences, Style.SMALL, muted=True, lines=0), gap=1
            )
        )
    return card

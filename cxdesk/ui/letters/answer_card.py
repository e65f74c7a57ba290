"""Cards on which customers answer by pen: in which language, and the sheet of them."""

from typing import Any

from cxdesk.language import people
from cxdesk.services.desk import Desk
from cxdesk.ui.letters.aligning import Look
from cxdesk.ui.screens import Shell
from cxdesk.ui.widgets.buttons import Button
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.choices import ChipGroup
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed


class AnswerCard(Card):
    """The language, and the button that makes the sheet; `look` shows it."""

    def __init__(self, desk: Desk, shell: Shell, look: Look) -> None:
        tr = shell.language.tr
        super().__init__(tr("Feedback cards"), icon="message-square")
        self._desk, self._shell, self._look = desk, shell, look
        hint = tr(
            "Four to a sheet: cut them apart and put them beside the till. Answers are typed in at the counter."
        )
        codes = {code: people.language_name(shell.language, code) for code in ("fi", "en", "uz")}
        self.codes = ChipGroup(tr("Language"), codes, always=True, id="answers-language")
        self.codes.choose(desk.settings.shop().language)
        self.print = Button(tr("Print"), icon="printer", id="print-answers")
        self.print.clicked.connect(self._print)
        for part in (Label(hint, muted=True, lines=0), self.codes, boxed(Flow(self.print, gap=8))):
            self.add(part)

    def _print(self) -> None:
        code, file = self.codes.value(), self._desk.stationery.file("feedback cards")
        title = self._shell.language.tr("Feedback cards")

        def work(desk: Any, _: object) -> None:
            desk.stationery.answer_cards(code, file)

        self._shell.jobs.run(work, lambda _: self._look(file, title), self._shell.fail)

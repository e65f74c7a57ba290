"""The list of what went out, under a field for the code."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from cxdesk.domain.paper import Mark
from cxdesk.domain.stationery import RECEIPTS, VOUCHER
from cxdesk.language import papers
from cxdesk.ui.letters import words
from cxdesk.ui.letters.sent import Sent
from cxdesk.ui.letters.words import Row
from cxdesk.ui.marks import ICONS
from cxdesk.ui.screens import Shell
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.actions import Act, ActionItem, ActionList
from cxdesk.ui.widgets.layouts import column
from cxdesk.ui.widgets.notes import Note
from cxdesk.ui.widgets.search import SearchField
from cxdesk.ui.widgets.states import Empty, Loadable


class SentList(QWidget):
    """Papers, the newest first; Enter in the field brings the one with that code to the top."""

    def __init__(self, shell: Shell, sent: Sent) -> None:
        super().__init__()
        self._shell, self._language, self._sent = shell, shell.language, sent
        tr = shell.language.tr
        self.code = SearchField(tr("Scan or type a code"), icon="scan-barcode", id="paper-code")
        self.code.entered.connect(self._find)
        self.missing = Note(tone=Tone.WARN)
        self.rows = ActionList(tr("What went out"), "sent")
        self._content = Loadable(self.rows, tr("Reading…"))
        self.setLayout(column(self.code, self.missing, self._content, None, gap=12))

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show the papers, or that there is none yet."""
        self.rows.show_items([self._item(each) for each in rows])
        if rows:
            self._content.ready()
        else:
            text = self._language.tr("Each letter has a code at its foot. Scan it when it comes back.")
            self._content.instead(Empty("mail", self._language.tr("Nothing went out yet"), text))

    def show_missing(self, typed: str) -> None:
        """Say that nothing bears this code."""
        say = self._language.tr
        self.missing.say(say("Nothing that went out bears the code {code}.", code=typed) if typed else "")

    def _find(self) -> None:
        if typed := self.code.text():
            self._sent.find(typed)
            self.code.setText("")
            if self.missing.isHidden():
                self.rows.rows[0].setFocus()

    def _item(self, each: Row) -> ActionItem:
        acts = [self._act(each, mark) for mark in each.open]
        acts += [self._voucher(each, paper) for paper in (VOUCHER, *RECEIPTS) if each.voucher]
        if each.customer_id is not None and self._shell.has("customers"):
            opens = partial(self._shell.go, "customers", each.customer_id)
            acts.append(Act(self._language.tr("Open the customer"), opens, "user", "K", square=bool(acts)))
        return ActionItem(
            f"paper-{each.id}",
            each.icon,
            Tone.INFO,
            each.title,
            each.detail,
            badge=each.badge,
            badge_tone=each.tone,
            acts=acts,
        )

    def _voucher(self, each: Row, paper: str) -> Act:
        say = self._language.tr
        name = say("Roll {width} mm", width=paper) if paper in RECEIPTS else say("Card A6")
        return Act(name, partial(self._sent.voucher, each, paper), "printer", words.PAPER_KEYS[paper])

    def _act(self, each: Row, mark: Mark) -> Act:
        first = mark is each.open[0]
        key = "" if first else words.KEYS[mark]
        name = papers.mark(self._language, mark, each.kind)
        return Act(name, partial(self._sent.mark, each, mark), ICONS[mark], key)

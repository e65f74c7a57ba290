"""What a customer allows: each permission with date and source, given and withdrawn in place."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from cxdesk.language.language import Language
from cxdesk.ui.customers.facts import Permission
from cxdesk.ui.tokens import Style, Tone
from cxdesk.ui.widgets.badges import Icon
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty, row


class PermissionsCard(Card):
    """The card of permissions."""

    def __init__(
        self, language: Language, permit: Callable[[Permission], object], stop: Callable[[], object]
    ) -> None:
        super().__init__(language.tr("Permissions"))
        self._language, self._permit = language, permit
        self._rows = column(gap=8)
        self._first: Button | None = None
        self.stop = Button(
            language.tr("Stop all marketing"), Kind.DANGER, icon="circle-x", id="stop-marketing"
        )
        self.stop.clicked.connect(stop)
        self.add(boxed(self._rows))
        self.add(row(self.stop, None))

    def show_permissions(self, permissions: Sequence[Permission], *, any_marketing: bool) -> None:
        """Show their state; what stops all marketing is there only while there is any."""
        empty(self._rows)
        self._first = None
        for each in permissions:
            self._rows.addWidget(self._row(each))
        self.stop.setVisible(any_marketing)

    def main_control(self) -> QWidget:
        """The button of the first permission."""
        return self._first or self.stop

    def _row(self, permission: Permission) -> QWidget:
        say = self._language.tr
        icon = Icon("circle-check", Tone.GOOD) if permission.allowed else Icon("circle-x", Tone.NEUTRAL)
        words = column(
            Label(permission.title, Style.STRONG, lines=2),
            Label(permission.since, Style.SMALL, muted=True, lines=0),
            *([Label(permission.wording, Style.SMALL, muted=True, lines=2)] if permission.wording else []),
            gap=1,
        )
        told = row(icon, words, gap=10)
        told.setStretch(1, 1)
        key = f"{permission.purpose}-{permission.channel}"
        change = Button(say("Withdraw") if permission.allowed else say("Give"), Kind.QUIET, height=30, id=key)
        change.setAccessibleName(f"{change.text()}: {permission.title}")
        change.clicked.connect(lambda: self._permit(permission))
        self._first = self._first or change
        told.addWidget(change)
        return boxed(told)

"""The name of a household: written over the old one, kept by Enter."""

from collections.abc import Callable

from cxdesk.domain.relations import Household
from cxdesk.language.language import Language
from cxdesk.ui.customers.card.adding import Adding
from cxdesk.ui.widgets.buttons import Button
from cxdesk.ui.widgets.fields import TextField


class HouseholdName(Adding):
    """A field that opens with the name that is; `rename(id, name)` says whether it worked."""

    def __init__(self, language: Language, rename: Callable[[int, str], bool]) -> None:
        say = language.tr
        self._rename, self._home = rename, 0
        self.name = TextField(say("Name of the household"), id="household-name")
        save = Button(say("Rename"), icon="check", id="save-household")
        super().__init__(self.name, save, self._keep, self.name)

    def begin(self, home: Household) -> None:
        """Ask for another name of this household, or close again."""
        self._home = home.id
        self.name.setText(home.name)
        self.toggle()
        self.name.selectAll()

    def close_unless(self, home: Household | None) -> None:
        """Close when another household, or none, is shown."""
        if home is None or home.id != self._home:
            self.hide()

    def _keep(self) -> None:
        if self._rename(self._home, self.name.text()):
            self.hide()

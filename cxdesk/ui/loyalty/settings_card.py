"""What a point is: what it costs, what it is worth, how long it lives; each figure is saved when it is left."""

from collections.abc import Mapping
from functools import partial

from cxdesk.language.language import Language
from cxdesk.language.programme import MONEY, figures
from cxdesk.ui.loyalty.ruling import Ruling
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.fields import TextField
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.forms import FormRow
from cxdesk.ui.widgets.layouts import boxed
from cxdesk.ui.widgets.ticks import Tick


class SettingsCard(Card):
    """A switch and six figures."""

    def __init__(self, language: Language, ruling: Ruling) -> None:
        tr = language.tr
        super().__init__(tr("What a point is"), icon="settings")
        self._ruling = ruling
        self.active = Tick(tr("Sales to named customers earn points"), id="points-on")
        self.active.toggled.connect(lambda on: ruling.switch(on=on))
        self.fields, self.forms = dict[str, TextField](), dict[str, FormRow]()
        for name, label in figures(language).items():
            words = f"{label} ({language.currency})" if name in MONEY else label
            field = TextField(words, id=f"setting-{name}")
            field.editingFinished.connect(partial(self._save, name))
            self.fields[name], self.forms[name] = field, FormRow(words, field)
        self.add(self.active)
        self.add(boxed(Flow(*self.forms.values(), gap=12, equal=True)))

    def show_settings(self, figures: Mapping[str, str], *, active: bool) -> None:
        """Show the figures as they are."""
        self.active.setChecked(active)
        for name, text in figures.items():
            self.fields[name].setText(text)

    def _save(self, name: str) -> None:
        self.forms[name].set_error(self._ruling.price(name, self.fields[name].text()))

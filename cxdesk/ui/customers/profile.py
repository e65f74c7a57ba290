"""The part of the customer form that most shops leave empty: folded away until it is used."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from cxdesk.domain.customer import AgeGroup, Gender
from cxdesk.domain.needs import Stage
from cxdesk.language import people
from cxdesk.language.language import Language
from cxdesk.language.needs import stage
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.fields import Choice
from cxdesk.ui.widgets.forms import FormRow
from cxdesk.ui.widgets.layouts import boxed, column, row
from cxdesk.ui.widgets.suggestions import SuggestField

INTERVALS = (14, 30, 60, 90, 180, 365)  # days


class ProfileCard(Card):
    """Persona, origin, stage, gender, form of address and age group; the button unfolds them."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        say = language.tr
        self._language = language
        self._fold = Button(say("More about the customer"), Kind.QUIET, icon="chevron-down", id="profile")
        self._fold.clicked.connect(lambda: self.unfold(open_=self._inside.isHidden()))
        self._free = {
            "persona": SuggestField(
                say("Persona"), say("A type of customer that the shop knows"), id="persona"
            ),
            "origin": SuggestField(
                say("Found us through"), say("Such as: a friend, the market"), id="origin"
            ),
        }
        self._chosen = {
            "stage": Choice(say("Stage"), self._words({s: stage(language, s) for s in Stage}), id="stage"),
            "gender": Choice(
                say("Gender"), self._words({g: people.gender(language, g) for g in Gender}), id="gender"
            ),
            "formality": Choice(
                say("Form of address"),
                {"": say("As the shop’s letters")}
                | {key.value: said for key, said in people.formalities(language).items()},
                id="formality",
            ),
            "keep_in_touch": Choice(
                say("Keep in touch"),
                {"": say("When there is a reason")}
                | {str(n): say("Every {days}", days=language.days(n)) for n in INTERVALS},
                id="keep-in-touch",
            ),
            "age_group": Choice(
                say("Age group"),
                self._words({a: people.age_group(language, a) for a in AgeGroup}),
                id="age-group",
            ),
        }
        self._age = FormRow(
            say("Age group"), self._chosen["age_group"], say("Counts while the year of birth is not known.")
        )
        self._inside: QWidget = self._make_inside()
        self._inside.hide()
        self.add(row(self._fold, None))
        self.add(self._inside)

    def show_profile(self, texts: Mapping[str, str], used: Mapping[str, Sequence[str]]) -> None:
        """Show these texts by field; `used` are the texts that others have."""
        for name, field in self._free.items():
            field.setText(texts[name])
            field.suggest(used.get(name, ()))
        for name, choice in self._chosen.items():
            choice.choose(texts[name])
        self.unfold(open_=any(texts[name] for name in (*self._free, *self._chosen)))

    def typed(self) -> dict[str, str]:
        """What stands in the fields."""
        free = {name: field.text() for name, field in self._free.items()}
        return free | {name: choice.value() for name, choice in self._chosen.items()}

    def unfold(self, *, open_: bool) -> None:
        """Show the fields or fold them away."""
        self._inside.setVisible(open_)
        self._fold.icon_name = "chevron-up" if open_ else "chevron-down"
        self._fold.update()

    def _words(self, options: Mapping[str, str]) -> dict[str, str]:
        return {"": self._language.tr("Not known")} | {str(key): words for key, words in options.items()}

    def _make_inside(self) -> QWidget:
        free = [FormRow(field.accessibleName(), field) for field in self._free.values()]
        names = ("stage", "gender", "formality", "keep_in_touch")
        chosen = [FormRow(self._chosen[name].accessibleName(), self._chosen[name]) for name in names]
        return boxed(column(*free, *chosen, self._age))

"""The rules: each a sentence with its switch; turned and looked at in its place."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from cxdesk.domain.errors import UserError
from cxdesk.domain.occasion import AT_FIRST, FOR_EVERYBODY, Occasion, Setting, known_figures
from cxdesk.language import occasions as words
from cxdesk.language import reasons
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.services.occasions import Preview
from cxdesk.ui.appreciation.tuning import Tuning
from cxdesk.ui.screens import Shell
from cxdesk.ui.thanking import MARKS
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.badges import Badge, IconDisc
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.columns import Split
from cxdesk.ui.widgets.fields import TextField
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.fold import Fold
from cxdesk.ui.widgets.forms import FormRow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, row
from cxdesk.ui.widgets.notes import Note
from cxdesk.ui.widgets.ticks import Tick

Save = Callable[[Setting], None]


class RulesSection(QWidget):
    """Every rule, the most pressing first."""

    def __init__(self, shell: Shell, tuning: Tuning) -> None:
        super().__init__()
        self._shell, say = shell, shell.language.tr
        tuning.view = self
        self.rules = {
            kind: RuleRow(shell.language, AT_FIRST[kind], tuning.save, tuning.look) for kind in Occasion
        }
        hint = Label(
            say(
                "Nobody is thanked twice within the days that the settings say, and nobody without permission."
            ),
            muted=True,
            lines=0,
        )
        rows = boxed(column(*self.rules.values(), gap=14))
        self.setLayout(column(Card(say("Rules"), hint, 6, rows, icon="sliders-horizontal"), None))

    def show_settings(self, settings: Sequence[Setting]) -> None:
        """Show the rules as they are set."""
        for setting in settings:
            self.rules[setting.kind].show_setting(setting)

    def look_back(self, kind: Occasion, look: Callable[[Desk], Preview]) -> None:
        """Find out in the worker whom a rule would have named, and show it."""
        rule = self.rules[kind]
        rule.wait()
        self._shell.jobs.run(lambda desk, _: look(desk), rule.show_preview, rule.fail)


class RuleRow(QWidget):
    """One rule."""

    def __init__(
        self, language: Language, setting: Setting, save: Save, preview: Callable[[Occasion], None]
    ) -> None:
        super().__init__()
        self._language, self._save, self.setting = language, save, setting
        kind, name = setting.kind, reasons.title(language, setting.kind)
        icon, tone = MARKS[kind]
        self.switch = Tick(name, id=f"rule-{kind}")
        self.switch.clicked.connect(lambda on: self._save(replace(self.setting, active=on)))
        self._held = Badge("", Tone.NEUTRAL)
        self._sentence = Label("", muted=True, lines=0)
        self.figures = Fold(self._make_figures)
        self._seen = Note(tone=Tone.INFO)
        tune = Button(
            language.tr("Adjust"), Kind.QUIET, icon="sliders-horizontal", height=32, id=f"turn-{kind}"
        )
        tune.setAccessibleName(f"{tune.text()}: {name}")
        tune.clicked.connect(self._fold)
        tune.setVisible(bool(known_figures(kind)))
        look = Button(
            language.tr("Whom would it name?"), Kind.QUIET, icon="eye", height=32, id=f"look-{kind}"
        )
        look.setAccessibleName(f"{look.text()} {name}")
        look.clicked.connect(lambda: preview(kind))
        said = boxed(column(row(self.switch, self._held, None), self._sentence, gap=2))
        head = row(IconDisc(icon, tone), said, gap=10)
        self.setLayout(
            column(Split(boxed(head), boxed(Flow(tune, look, gap=4))), self.figures, self._seen, gap=6)
        )

    def show_setting(self, setting: Setting) -> None:
        """Show the rule as it is set."""
        self.setting, say = setting, self._language
        self.switch.setChecked(setting.active)
        self._sentence.setText(words.rule(say, setting))
        held = say.tr("{share} left out by lot", share=say.percent(setting.held_back / 100))
        self._held.set(held, Tone.NEUTRAL)
        self._held.setVisible(setting.held_back > 0)
        if self.figures.known is not None:
            self.figures.known.show_setting(setting)

    def wait(self) -> None:
        """Say that the past is being read."""
        self._seen.say(self._language.tr("Reading last year…"))

    def show_preview(self, seen: Preview) -> None:
        """Say whom the rule would have named."""
        say = self._language
        dates = say.tr("{first} – {last}", first=say.date(seen.first), last=say.date(seen.last))
        text = say.tr_n(
            "On {days} days ({dates}) it would have named {n} person:",
            "On {days} days ({dates}) it would have named {n} people:",
            seen.people,
            days=seen.days,
            dates=dates,
        )
        more = [say.tr_n("{n} more", "{n} more", seen.people - len(seen.names))]
        rest = more if seen.people > len(seen.names) else []
        self._seen.say(f"{text} {', '.join([*seen.names, *rest])}" if seen.people else self._nobody(dates))

    def fail(self, error: Exception) -> None:
        """Say that the past could not be read."""
        text = self._language.error(error) if isinstance(error, UserError) else str(error)
        self._seen.say(text, Tone.BAD)

    def _nobody(self, dates: str) -> str:
        return self._language.tr("It would have named nobody ({dates}).", dates=dates)

    def _fold(self) -> None:
        shown = self.figures.isVisible()
        self.figures.open().show_setting(self.setting)
        self.figures.setVisible(not shown)
        if not shown:
            self.figures.part.main_control().setFocus()

    def _make_figures(self) -> "Figures":
        return Figures(self._language, self.setting, self._save)


class Figures(QWidget):
    """The figures of a rule as small fields; each is saved when it is left."""

    def __init__(self, language: Language, setting: Setting, save: Save) -> None:
        super().__init__()
        self._language, self._save, self._setting = language, save, setting
        held = () if setting.kind in FOR_EVERYBODY else ("held_back",)
        self.rows = {name: self._row(name) for name in (*known_figures(setting.kind), *held)}
        self.setLayout(Flow(*self.rows.values(), gap=12))

    def main_control(self) -> QWidget:
        """The first field."""
        return next(iter(self.rows.values())).field

    def show_setting(self, setting: Setting) -> None:
        """Show the figures as they are set."""
        self._setting = setting
        for name, each in self.rows.items():
            if isinstance(each.field, TextField):
                each.field.setText(str(_values(setting)[name]))
                each.set_error("")

    def _row(self, name: str) -> FormRow:
        label = words.figure(self._language, name)
        field = TextField(label, id=f"figure-{self._setting.kind}-{name}")
        figure = known_figures(self._setting.kind).get(name)
        low, high = (figure.low, figure.high) if figure else (0, 50)
        field.editingFinished.connect(lambda: self._leave(name))
        return FormRow(label, field, self._language.tr("{low} to {high}", low=low, high=high))

    def _leave(self, name: str) -> None:
        at = self.rows[name]
        typed = at.field.text() if isinstance(at.field, TextField) else ""
        if typed.strip() == str(_values(self._setting)[name]):
            at.set_error("")
            return
        try:
            self._save(_turned(self._setting, name, int(typed) if typed.strip().isdecimal() else -1))
        except UserError as error:
            at.set_error(self._language.error(error))


def _values(setting: Setting) -> Mapping[str, int]:
    figures = {name: setting[name] for name in known_figures(setting.kind)}
    return figures | {"held_back": setting.held_back}


def _turned(setting: Setting, name: str, value: int) -> Setting:
    if name == "held_back":
        return replace(setting, held_back=value)
    return replace(setting, figures={**setting.figures, name: value})

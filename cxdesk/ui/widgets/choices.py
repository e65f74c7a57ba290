"""Chips to choose one or several from, flowing over as many lines as they need."""

from collections.abc import KeysView, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from cxdesk.ui.theme import theme
from cxdesk.ui.tokens import FIELD, Style, Tone
from cxdesk.ui.widgets.access import named, turn
from cxdesk.ui.widgets.buttons import Button, Kind
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.layouts import empty

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Chip(Button):
    """A chip that is on or off; `one_of` several, of which one is on at most, is a radio button to screen readers."""

    def __init__(self, text: str, icon: str = "", *, height: int = FIELD, one_of: bool = False) -> None:
        super().__init__(text, Kind.SECONDARY, icon=icon, height=height)
        self.setCheckable(True)
        self.setAutoExclusive(one_of)

    def text_style(self) -> Style:
        """The same weight on and off, so that nothing jumps."""
        return Style.H2 if self._height > FIELD + 4 else Style.MEDIUM

    def surface(self) -> tuple[str | None, str | None]:
        """Soft with an accent edge when on."""
        tokens = theme().tokens
        if self.isChecked() and self.isEnabled():
            return tokens.soft[Tone.ACCENT].fill, tokens.accent
        return super().surface()

    def ink(self) -> str:
        """The accent when on."""
        on = self.isChecked() and self.isEnabled()
        return theme().tokens.soft[Tone.ACCENT].ink if on else super().ink()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows are the group's, the other keys the button's."""
        if event.key() in STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _pad(self) -> int:
        return 10

    def edge_width(self) -> float:
        """Two px when on."""
        return 2 if self.isChecked() else 1


class ChipGroup(QWidget):
    """Chips for `options` (key to words). Left and Right move between them; Space and Enter choose.

    Args:
        name: what is asked, for screen readers.
        options: key to words, in order.
        icons: key to icon.
        several: any number may be on; otherwise at most one.
        always: exactly one is on, the first to begin with (a period, a filter).
        equal: all chips as wide as the widest.
    """

    changed = Signal()

    def __init__(
        self,
        name: str,
        options: Mapping[str, str],
        *,
        icons: Mapping[str, str] | None = None,
        several: bool = False,
        always: bool = False,
        equal: bool = True,
        height: int = FIELD,
        id: str = "",  # noqa: A002 - as Button
    ) -> None:
        super().__init__()
        self._several, self._always = several, always
        self._icons, self._height, self._id = icons or {}, height, id
        self._flow = Flow(gap=6, equal=equal)
        self.setLayout(self._flow)
        self._chips: dict[str, Chip] = {}
        self._group = QButtonGroup(self, exclusive=False)  # which chips are on is decided here, not by Qt
        named(self, name, id)
        self.set_options(options)

    def set_options(self, options: Mapping[str, str]) -> None:
        """Offer other options; those still offered stay on."""
        on = self.values()
        empty(self._flow)
        self._chips = {key: self._chip(key, words) for key, words in options.items()}
        self.choose(*on)
        if self._always and not self.values():
            self.choose(next(iter(options), ""))

    def options(self) -> dict[str, str]:
        """What is offered, key to words."""
        return {key: chip.text() for key, chip in self._chips.items()}

    def values(self) -> tuple[str, ...]:
        """The keys that are on, in the order of the options."""
        return tuple(key for key, chip in self._chips.items() if chip.isChecked())

    def value(self) -> str:
        """The key that is on, empty when none is."""
        return next(iter(self.values()), "")

    def keys(self) -> KeysView[str]:
        """The keys of all options."""
        return self._chips.keys()

    def first(self) -> Chip | None:
        """Where the keys begin: the first chip that is on, else the first."""
        return next(
            (chip for chip in self._chips.values() if chip.isChecked()),
            next(iter(self._chips.values()), None),
        )

    def choose(self, *keys: str) -> None:
        """Turn exactly these on, without the signal."""
        for key, chip in self._chips.items():
            turn(chip, on=key in keys)

    def chip(self, key: str) -> Chip:
        """The chip of `key`, for tests and for focus."""
        return self._chips[key]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between the chips."""
        step = STEPS.get(Qt.Key(event.key()))
        chips = list(self._chips.values())
        at = next((index for index, chip in enumerate(chips) if chip.hasFocus()), None)
        if step is None or at is None:
            super().keyPressEvent(event)
            return
        chips[(at + step) % len(chips)].setFocus(Qt.FocusReason.TabFocusReason)

    def _chip(self, key: str, words: str) -> Chip:
        chip = Chip(words, self._icons.get(key, ""), height=self._height, one_of=not self._several)
        named(chip, words, f"{self._id}-{key}" if self._id else "")
        chip.setAccessibleDescription(self.accessibleName())
        self._group.addButton(chip)
        chip.toggled.connect(lambda on, key=key: self._press(key, on=on))
        self._flow.addWidget(chip)
        return chip

    def _press(self, key: str, *, on: bool) -> None:
        if (on and not self._several) or self._always:
            self.choose(key)
        self.changed.emit()

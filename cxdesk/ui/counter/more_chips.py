"""Chips of which the common ones are shown, and all after a press on "More…"."""

from collections.abc import Collection, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal

from cxdesk.ui.widgets.choices import ChipGroup

MORE = "more"


class MoreChips(ChipGroup):
    """A `ChipGroup` that begins with the `common` of its `options`; `chosen(keys)` tells what a person has chosen.

    Args:
        name: what is asked, for screen readers.
        options: key to words, the common ones first.
        common: the keys that are always shown.
        more: the words on the chip that shows the others.
        style: as of `ChipGroup`.
    """

    chosen = Signal(object)

    def __init__(
        self, name: str, options: Mapping[str, str], common: Collection[str], more: str, **style: Any
    ) -> None:
        few = {key: words for key, words in options.items() if key in common} | {MORE: more}
        super().__init__(name, few, **style)
        self._few, self._every, self._shown = few, options, tuple[str, ...]()
        self._open = False
        self.changed.connect(self._pressed)

    def show_chosen(self, *keys: str) -> None:
        """Turn exactly these on; the rare ones come forward when one of them is on."""
        self._shown = keys
        if not all(key in self._few for key in keys):
            self._expand()
        self.choose(*keys)

    def collapse(self) -> None:
        """Show the common ones alone."""
        if self._open:
            self._open = False
            self.set_options(self._few)

    def _expand(self) -> None:
        if not self._open:
            self._open = True
            self.set_options(self._every)

    def _pressed(self) -> None:
        if MORE in self.values():
            first = next(key for key in self._every if key not in self._few)
            self._expand()
            self.choose(*self._shown)
            self.chip(first).setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._shown = self.values()
            self.chosen.emit(self._shown)

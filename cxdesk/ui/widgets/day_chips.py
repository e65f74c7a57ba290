"""Small buttons that write a day near by into a field."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from cxdesk.language.language import Language
from cxdesk.ui.widgets.buttons import Button
from cxdesk.ui.widgets.fields import TextField
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.layouts import boxed


def day_chips(
    language: Language, today: Callable[[], date], days: Sequence[int], field: TextField, key: str
) -> QWidget:
    """One for each of so many `days` from today; the id of each begins with `key`."""
    words = {0: language.tr("today"), 1: language.tr("tomorrow"), 7: language.tr("in a week")}
    chips = [Button(words.get(n) or language.days(n), height=28, id=f"{key}-in-{n}") for n in days]
    for n, chip in zip(days, chips, strict=True):
        chip.clicked.connect(lambda _=False, n=n: field.setText(language.date(today() + timedelta(days=n))))
    return boxed(Flow(*chips, gap=6))

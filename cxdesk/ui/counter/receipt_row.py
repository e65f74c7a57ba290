"""A receipt among the results of a search."""

from collections.abc import Callable

from cxdesk.domain.purchase import Purchase
from cxdesk.language.language import Language
from cxdesk.ui.widgets.search import Found


def receipt(language: Language, bought: Purchase, pick: Callable[[], object]) -> Found:
    """Its number, day and sum; `pick` opens it."""
    title = language.tr("Receipt {number}", number=bought.receipt)
    return Found(title, f"{language.date(bought.day)} · {language.money(bought.total)}", pick, icon="receipt")

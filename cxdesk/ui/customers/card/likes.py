"""What a customer likely buys next: their own again, and what others bought beside it."""

from collections.abc import Callable, Sequence

from cxdesk.language.language import Language
from cxdesk.ui.customers.facts import Fact
from cxdesk.ui.tokens import Style
from cxdesk.ui.widgets.badges import Icon
from cxdesk.ui.widgets.buttons import IconButton
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, empty, row


class LikesCard(Card):
    """A line for each with its reason and a button that offers it, `offer(product id)`; gone when nothing is to say."""

    def __init__(self, language: Language, offer: Callable[[int], object]) -> None:
        self._language, self._offer = language, offer
        super().__init__(language.tr("Likely to buy"), icon="shopping-bag")
        self._rows = column(gap=8)
        self.add(boxed(self._rows))

    def show_likes(self, lines: Sequence[Fact]) -> None:
        """Show these."""
        empty(self._rows)
        self.setVisible(bool(lines))
        for each in lines:
            words = column(
                Label(each.text, Style.STRONG, lines=2),
                Label(each.below, Style.SMALL, muted=True, lines=0),
                gap=1,
            )
            line = row(Icon(each.icon, size=16), words, self._coupon(each), gap=8)
            line.setStretch(1, 1)
            self._rows.addWidget(boxed(line))

    def _coupon(self, each: Fact) -> IconButton:
        name = self._language.tr("A coupon for {what}", what=each.text)
        button = IconButton("ticket-percent", name, height=28, id=f"offer-{each.product}")
        button.clicked.connect(lambda _: self._offer(each.product))
        return button

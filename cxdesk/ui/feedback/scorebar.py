"""The figures of the period, side by side."""

from collections.abc import Sequence

from cxdesk.ui.feedback.words import Score
from cxdesk.ui.tokens import Style
from cxdesk.ui.widgets.access import named
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.flow import Flow
from cxdesk.ui.widgets.labels import Label
from cxdesk.ui.widgets.layouts import boxed, column, row


class ScoreBar(Card):
    """Three scores with n and interval."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._parts = [
            (
                Label("", Style.CAPTION, muted=True),
                Label("", Style.TITLE),
                Label("", Style.SMALL, muted=True, lines=2),
            )
            for _ in range(3)
        ]
        blocks = (
            boxed(column(row(caption, value, None, gap=8), note, gap=1))
            for caption, value, note in self._parts
        )
        self.add(boxed(Flow(*blocks, gap=24, equal=True)))
        named(self, name, "scores")

    def show_scores(self, scores: Sequence[Score]) -> None:
        """Show these three."""
        for (caption, value, note), score in zip(self._parts, scores, strict=True):
            caption.setText(score.caption)
            value.setText(score.value)
            note.setText(score.note)

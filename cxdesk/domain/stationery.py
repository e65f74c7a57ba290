"""Labels, envelopes and cards that a shop buys: their sizes in millimetres from the top left."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Labels:
    """A sheet of A4 with labels in rows; `origin` is the corner of the first, `pitch` from one to the next."""

    width: float
    height: float
    columns: int
    rows: int
    origin: tuple[float, float]
    pitch: tuple[float, float]

    @property
    def count(self) -> int:
        """How many are on a sheet."""
        return self.columns * self.rows

    def corner(self, number: int) -> tuple[float, float]:
        """The upper left corner of a label, counted from 0 along the rows."""
        row, column = divmod(number, self.columns)
        return self.origin[0] + column * self.pitch[0], self.origin[1] + row * self.pitch[1]


@dataclass(frozen=True, slots=True)
class Fold:
    """A sheet that is folded down the middle into a card, or first across the middle when it is folded `twice`."""

    width: float
    height: float
    twice: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """What to print on: a key of `LABELS`, `ENVELOPES` or `CARDS`, else a letter; `offset` is right and down in mm."""

    paper: str = ""
    start: int = 1
    offset: tuple[float, float] = (0.0, 0.0)


LABELS = {
    "L7160": Labels(63.5, 38.1, 3, 7, (7.2, 15.1), (66.04, 38.1)),
    "L7163": Labels(99.1, 38.1, 2, 7, (4.65, 15.15), (101.6, 38.1)),
    "L7165": Labels(99.06, 67.73, 2, 4, (4.67, 13.04), (101.64, 67.73)),
    "L7651": Labels(38.1, 21.2, 5, 13, (4.70, 10.90), (40.60, 21.20)),
}
ENVELOPES = {"DL": (220.0, 110.0), "C5": (229.0, 162.0), "C6": (162.0, 114.0)}
CARDS = {"A5": Fold(297.0, 210.0), "A6": Fold(210.0, 148.0), "A4A6": Fold(210.0, 297.0, twice=True)}
RECEIPTS = {"58": 48.0, "80": 72.0}
"""The width that a receipt printer prints on paper of so many millimetres."""

VOUCHER = "voucher"
"""A card of A6 in the place of receipt paper."""

BY_HAND = "hand"
"""Points to copy by hand in the place of a letter."""

SAFE = 5.0
"""What stays empty at every edge."""

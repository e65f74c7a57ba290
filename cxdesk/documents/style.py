"""The house style on paper: colours of the light theme and the names of the type faces."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlab.lib.colors import Color

ACCENT = "#0B6B68"
ACCENT_SOFT = "#DDEFEC"
ON_ACCENT = "#FFFFFF"
TEXT = "#1D2125"
MUTED = "#575D63"
BORDER = "#DDDAD2"
SUNKEN = "#F5F4F0"
GIFT = "#A1295F"
GIFT_SOFT = "#F9E6EF"
INFO = "#1F5A9E"
INFO_SOFT = "#E1ECF8"
WARN = "#8A4B00"
WARN_SOFT = "#FCEBD0"

CHART_TEAL = "#0B6B68"
CHART_ORANGE = "#C2500F"
CHART_GREY = "#8A8F94"
CHART_VIOLET = "#6A4FB3"

REGULAR = "Inter-Regular"
MEDIUM = "Inter-Medium"
SEMIBOLD = "Inter-SemiBold"
BOLD = "Inter-Bold"
TABULAR = "Inter-Tabular"  # Inter Regular with figures of equal width, for columns of numbers
FALLBACK = "DejaVuSans"  # for what Inter cannot write: Arabic, Hebrew, symbols, many emoji


@cache
def ink(colour: str) -> "Color":
    """A colour read once: reportlab would parse its name anew at every stroke."""
    from reportlab.lib.colors import HexColor  # noqa: PLC0415 - loaded when the first paper is made

    return HexColor(colour)

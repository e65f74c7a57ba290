"""The sheet of a letter: DIN 5008 form B positions, in millimetres from the top left of A4."""

from cxdesk.domain.letter import Window

MM = 72 / 25.4  # points
Box = tuple[float, float, float, float]
"""Left, top, width and height in mm."""

WIDTH, HEIGHT = 210.0, 297.0
LEFT, RIGHT = 25.0, 190.0
TEXT_WIDTH = (RIGHT - LEFT) * MM
BAND = 5.0

ADDRESS_FIELD = (20.0, 45.0, 85.0, 45.0)  # x, y, width, height; text from x = 25
NORDIC_BOX = (25.0, 52.0, 75.0, 33.0)  # what the windows of Nordic envelopes also show
RETURN_LINE = 54.5  # baseline of the sender's small line above the address
ADDRESS_TOP = 57.0
ADDRESS_LINES = 6
INFORMATION = (125.0, 50.0)
FOLDS = (105.0, 210.0)
PUNCH = 148.5
MARK_X = 3.5
TEXT_TOP = {Window.DIN5008B: 98.5, Window.NONE: 85.0}  # the reference line: the subject stands here
NEXT_PAGE_TOP = 30.0
BOTTOM = 277.0
FOOT = 281.0  # where the code of a letter without a coupon begins


def x(mm: float) -> float:
    """Points from the left edge."""
    return mm * MM


def y(mm: float) -> float:
    """Points from the bottom edge, as reportlab counts, for millimetres from the top edge."""
    return (HEIGHT - mm) * MM

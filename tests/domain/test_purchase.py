"""What the lines of a receipt add up to."""

from cxdesk.domain.purchase import PurchaseKind, PurchaseLine, total


def test_cancelled_lines_never_count_and_returns_count_negative():
    lines = [
        PurchaseLine("Yarn", 3, 890, 2670),
        PurchaseLine("Needles", -1, 450, -450, kind=PurchaseKind.REFUND),
        PurchaseLine("Mistake", 1, 99900, 99900, kind=PurchaseKind.CANCELLED),
        PurchaseLine("Rounding", 1, -2, -2, kind=PurchaseKind.ADJUSTMENT),
    ]
    assert total(lines) == 2218
    assert total([]) == 0

"""What the demo shop keeps ready to give, in the language of its staff."""

from cxdesk.domain.gift import CatalogueGift, GiftKind
from cxdesk.storage import gifts
from cxdesk.storage.database import Database

NAMES = {
    "fi": (
        "Kerän muki",
        "Neulojan mittanauha",
        "Käsin tehty silkkihuivi",
        "Paikka neuleillassa",
        "Kuppi kahvia",
    ),
    "en": (
        "Kerä mug",
        "Knitter’s tape measure",
        "Hand-made silk scarf",
        "A seat at the knitting evening",
        "A coffee",
    ),
    "uz": (
        "Kerä krujkasi",
        "Toʻquvchi santimetri",
        "Qoʻlda toʻqilgan ipak roʻmol",
        "Toʻquv kechasida joy",
        "Bir piyola qahva",
    ),
}
KEPT = (
    (GiftKind.SWAG, 420, 18),
    (GiftKind.USEFUL, 190, 40),
    (GiftKind.QUALITY, 1450, 3),
    (GiftKind.EXPERIENCE, 600, None),
    (GiftKind.GESTURE, 0, None),
)


def keep(db: Database, code: str) -> None:
    """Enter the catalogue."""
    for name, (kind, cost, stock) in zip(NAMES[code], KEPT, strict=True):
        gifts.put(db, CatalogueGift(0, name, kind, cost, stock))

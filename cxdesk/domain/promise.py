"""What the shop has promised a customer."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Promise:
    """What is promised until when; `kept` says how it was closed, None while it is open."""

    id: int
    customer_id: int
    text: str
    due: date
    day: date
    purchase_id: int | None = None
    closed: date | None = None
    kept: bool | None = None
    staff_id: int | None = None
    uuid: str = ""
    at: str = ""

"""The purchases of CDNOW, on which the published figures about customers rest."""

from datetime import date
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def cdnow(data_folder: Path) -> list[tuple[int, date, int]]:
    """(customer, day, cents) of every purchase in CDNOW_sample (Fader & Hardie), 1997-01-01 to 1998-06-30."""
    purchases = []
    for line in (data_folder / "CDNOW_sample.txt").read_text("ascii").splitlines():
        _, customer, day, _, dollars = line.split()
        purchases.append((int(customer), date.fromisoformat(day), round(float(dollars) * 100)))
    return purchases

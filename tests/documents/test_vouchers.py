"""A voucher is scanned, and stays inside its edges whatever it gives."""

from dataclasses import replace

import pytest
from pdf import codes, texts, words
from samples import COUPON, SENDER

from cxdesk.documents.vouchers import HEIGHT, WIDTH, write_voucher
from cxdesk.language.language import Language


@pytest.mark.parametrize(
    "title", ["lahjakortti 50 €", "Kaksi yhden hinnalla: " + "käsinvärjätty sukkavilla " * 3]
)
def test_a_voucher_says_what_it_gives_and_can_be_scanned(tmp_path, title):
    write_voucher(replace(COUPON, title=title), SENDER, Language("fi"), tmp_path / "a.pdf")
    (said,) = texts(tmp_path / "a.pdf")
    for text in (
        title.split()[0].capitalize(),
        "Voimassa 23.12.2026 asti",
        "Lankakauppa Kerä",
        "03 555 0101",
    ):
        assert text in said
    assert codes(tmp_path / "a.pdf") == [["K7-4Q2M"]]
    for word in words(tmp_path / "a.pdf"):
        assert 10 < word.left < word.right < WIDTH - 10
        assert 10 < word.top < word.bottom < HEIGHT - 8

from datetime import date
from uuid import UUID

import pytest

from cxdesk.domain.paper import Mark, Paper, PaperKind, Slip, code_of, read_code


def test_codes_have_no_look_alikes():
    signs = {
        sign for number in range(2000) for sign in code_of(UUID(int=number * 0x1234567890ABCDEF1234567890))
    }
    assert not signs & set("01IO")


@pytest.mark.parametrize("typed", ["K7-4Q2M", "k74q2m", " K7 4Q2M ", "k7\u20134q2m"])
def test_a_code_is_read_however_it_is_typed(typed):
    assert read_code(typed) == "K7-4Q2M"


@pytest.mark.parametrize("typed", ["", "K7-4Q2", "K7-4Q2MM", "K7-4Q20", "6430012345678", "Virtan"])
def test_anything_else_is_no_code(typed):
    assert read_code(typed) == ""


def test_only_what_is_due_can_be_redeemed():
    letter = Paper(1, "K7-4Q2M", PaperKind.LETTER, date(2026, 11, 21))
    assert Slip(letter, "Kaisa").marks == (Mark.DELIVERED, Mark.ANSWERED)
    assert Slip(letter, "Kaisa", offers=True).marks == tuple(Mark)

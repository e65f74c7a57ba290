"""The file beside the shop that keeps a form."""

import sys

import pytest

from cxdesk.services.drafts import Drafts


def test_kept_in_place_of_what_was_kept_and_forgotten(tmp_path):
    drafts = Drafts(tmp_path / "shop.cxdesk")
    assert drafts.read() is None
    drafts.forget()
    drafts.write("first")
    drafts.write("Äidin paita, oʻlcham 40")
    assert drafts.read() == "Äidin paita, oʻlcham 40"
    assert [file.name for file in tmp_path.iterdir()] == ["shop.cxdesk.draft"]
    drafts.forget()
    assert [*tmp_path.iterdir()] == []


@pytest.mark.skipif(
    sys.platform == "win32", reason="Windows keeps what is in a user's folder from others by itself"
)
def test_for_this_user_alone(tmp_path):
    drafts = Drafts(tmp_path / "shop.cxdesk")
    drafts.write("x")
    assert drafts.path.stat().st_mode & 0o777 == 0o600


def test_where_it_cannot_be_written_work_goes_on(tmp_path):
    drafts = Drafts(tmp_path / "nowhere" / "shop.cxdesk")
    drafts.write("x")
    assert drafts.read() is None
    drafts.forget()


def test_what_is_no_text_reads_as_one(tmp_path):
    drafts = Drafts(tmp_path / "shop.cxdesk")
    drafts.path.write_bytes(b"\xff\xfe{")
    assert drafts.read().endswith("{")

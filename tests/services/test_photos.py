"""A customer's photo: kept, replaced, taken away, undone."""

from io import BytesIO

import pytest
from PIL import Image

from cxdesk.domain.errors import UserError


def picture(colour):
    made = BytesIO()
    Image.new("RGB", (40, 40), colour).save(made, "PNG")
    return made.getvalue()


def test_kept_replaced_taken_away_and_undone(desk, person):
    who = person()
    desk.photos.save(who, picture("red"))
    first = desk.photos.of(who)
    desk.photos.save(who, picture("blue"))
    assert desk.photos.of(who) not in {b"", first}
    desk.photos.drop(who)
    assert desk.photos.of(who) == b""
    for _ in range(2):
        desk.history.undo()
    assert desk.photos.of(who) == first


def test_a_file_that_cannot_be_read_or_is_none_changes_nothing(desk, person, tmp_path):
    who = person()
    with pytest.raises(UserError, match="could not be read"):
        desk.photos.save_file(who, tmp_path / "gone.jpg")
    (tmp_path / "text.jpg").write_text("text")
    with pytest.raises(UserError, match="no picture"):
        desk.photos.save_file(who, tmp_path / "text.jpg")
    assert desk.photos.of(who) == b""

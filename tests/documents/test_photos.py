"""Pictures made small."""

from io import BytesIO

import pytest
from PIL import Image

from cxdesk.documents.photos import SIDE, small
from cxdesk.domain.errors import UserError


def picture(size, kind="JPEG", mode="RGB", **options):
    made = BytesIO()
    Image.new(mode, size, "red").save(made, kind, **options)
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (picture((4000, 3000)), (320, 240)),
        (picture((100, 50), "PNG", "RGBA"), (100, 50)),
        (picture((64, 640), "GIF", "P"), (32, 320)),
    ],
)
def test_at_most_320_px_as_jpeg(data, size):
    with Image.open(BytesIO(small(data))) as made:
        assert (made.format, made.size) == ("JPEG", size)
        assert max(made.size) <= SIDE


def test_it_is_upright_and_tells_no_place():
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Camera"  # turned by a quarter
    with Image.open(BytesIO(small(picture((640, 320), exif=exif)))) as made:
        assert made.size == (160, 320)
        assert dict(made.getexif()) == {}


@pytest.mark.parametrize("data", [b"", b"no picture", picture((400, 400))[:300], b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_picture_is_one_sentence(data):
    with pytest.raises(UserError, match="This is no picture, or it is damaged"):
        small(data)

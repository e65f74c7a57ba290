"""A picture of a person made small: at most 320 px, JPEG, without what a camera writes about place and time."""

from io import BytesIO

from cxdesk.documents.pictures import opened

SIDE = 320
QUALITY = 82


def small(data: bytes) -> bytes:
    """The picture in `data` as a small JPEG, upright.

    Raises:
        UserError: when it is no picture, is damaged, or is larger than any camera makes.
    """
    from PIL import Image, ImageOps  # noqa: PLC0415 - only a shop with photos needs it

    made = BytesIO()
    with opened(data) as picture:
        picture.draft("RGB", (2 * SIDE, 2 * SIDE))
        upright = ImageOps.exif_transpose(picture).convert("RGB")
        upright.thumbnail((SIDE, SIDE))
        Image.frombytes("RGB", upright.size, upright.tobytes()).save(made, "JPEG", quality=QUALITY)
    return made.getvalue()

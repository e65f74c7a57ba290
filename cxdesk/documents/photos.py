"""A picture of a person made small: at most 320 px, JPEG, without what a camera writes about place and time."""

from io import BytesIO

from cxdesk.domain.errors import UserError

SIDE = 320
QUALITY = 82
LARGEST = 40_000_000  # bytes; a camera's own file is half of it


def small(data: bytes) -> bytes:
    """The picture in `data` as a small JPEG, upright.

    Raises:
        UserError: when it is no picture, is damaged, or is larger than any camera makes.
    """
    from PIL import Image, ImageOps  # noqa: PLC0415 - only a shop with photos needs it

    if len(data) > LARGEST:
        raise UserError("This picture is too large. Choose one under {size} MB.", size=LARGEST // 1_000_000)
    try:
        with Image.open(BytesIO(data)) as picture:
            picture.draft("RGB", (2 * SIDE, 2 * SIDE))
            upright = ImageOps.exif_transpose(picture).convert("RGB")
        upright.thumbnail((SIDE, SIDE))
        made = BytesIO()
        Image.frombytes("RGB", upright.size, upright.tobytes()).save(made, "JPEG", quality=QUALITY)
    except (
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ) as error:
        raise UserError("This is no picture, or it is damaged. Choose a JPEG or PNG file.") from error
    return made.getvalue()

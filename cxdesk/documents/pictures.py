"""Pictures that people choose: opened with care, and refused in words."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from cxdesk.domain.errors import UserError

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST = 40_000_000  # bytes; a camera's own file is half of it


@contextmanager
def opened(data: bytes) -> Iterator["Image"]:
    """The picture in `data`; what goes wrong with it inside the block is told in words.

    Raises:
        UserError: when it is no picture, is damaged, or is larger than any camera makes.
    """
    from PIL import Image  # noqa: PLC0415 - only a shop with pictures needs it

    if len(data) > LARGEST:
        raise UserError("This picture is too large. Choose one under {size} MB.", size=LARGEST // 1_000_000)
    bombs = (Image.DecompressionBombError, Image.DecompressionBombWarning)
    try:
        with Image.open(BytesIO(data)) as picture:
            yield picture
    except (OSError, ValueError, SyntaxError, *bombs) as error:
        raise UserError("This is no picture, or it is damaged. Choose a JPEG or PNG file.") from error

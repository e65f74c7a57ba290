"""A signature written on paper: its ink alone, small, and printed where somebody would sign."""

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from cxdesk.documents import sheet
from cxdesk.documents.pictures import opened
from cxdesk.domain.errors import UserError

if TYPE_CHECKING:
    from PIL.Image import Image
    from reportlab.pdfgen.canvas import Canvas

LARGEST = (900, 300)  # px; 300 to an inch at the size in which it is printed
WIDTH, HEIGHT = 60.0, 13.0  # mm, at most
NOISE = 48  # of 255; what is paler than this against its paper is no ink
MOST = 0.5  # of the picture; more than that is no pen


def ink(data: bytes) -> bytes:
    """The ink on the picture in `data`, cropped to its edges, without its paper, as a PNG.

    Raises:
        UserError: when it is no picture, there is nothing on it, or it is no signature on light paper.
    """
    from PIL import ImageOps  # noqa: PLC0415 - only a shop with a signature needs it

    made = BytesIO()
    with opened(data) as picture:
        upright = _on_white(ImageOps.exif_transpose(picture))
        upright.thumbnail((4 * LARGEST[0], 4 * LARGEST[0]))
        darkness = _darkness(upright)
        box = darkness.getbbox()
        if box is None:
            raise UserError("There is nothing on this picture. Sign with a dark pen on white paper.")
        if 1 - darkness.histogram()[0] / (darkness.width * darkness.height) > MOST:
            raise UserError("This is no signature on white paper. Sign with a dark pen on white paper.")
        upright.putalpha(darkness)
        signed = upright.crop(box)
        signed.thumbnail(LARGEST)
        signed.save(made, "PNG", optimize=True)
    return made.getvalue()


def draw(canvas: "Canvas", png: bytes, at: tuple[float, float]) -> None:
    """The signature with its lower left corner at `at` (mm)."""
    image = _read(png)
    wide, high = image.getSize()
    height = min(HEIGHT, WIDTH * high / wide)
    left, bottom = sheet.x(at[0]), sheet.y(at[1])
    size = sheet.x(height * wide / high), sheet.x(height)
    canvas.drawImage(image, left, bottom, *size, mask="auto")


@lru_cache(maxsize=4)
def _read(png: bytes) -> Any:
    """Read once for all letters of a batch."""
    from reportlab.lib.utils import ImageReader  # noqa: PLC0415 - loaded with the first signature

    return ImageReader(BytesIO(png))


def _on_white(picture: "Image") -> "Image":
    from PIL import Image  # noqa: PLC0415 - only a shop with a signature needs it

    drawn = picture.convert("RGBA")
    paper = Image.new("RGBA", drawn.size, "white")
    return Image.alpha_composite(paper, drawn).convert("RGB")


def _darkness(picture: "Image") -> "Image":
    """How much darker than the paper each point is; the paper is what most of the picture is."""
    grey = picture.convert("L")
    counts = grey.histogram()
    paper = max(range(256), key=lambda light: (sum(counts[max(0, light - 4) : light + 5]), light))
    return grey.point([min(255, 2 * (paper - light)) if paper - light > NOISE else 0 for light in range(256)])

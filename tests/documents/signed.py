"""A signature on paper, as a scanner brings it: a loop in blue on a sheet that is not quite white."""

from math import cos, pi, sin

from PIL import Image, ImageDraw

SHEET = (600, 300)


def signed(path, ink="#1A2A80", paper="#EFEDE6"):
    """Writes the picture to `path`."""
    sheet = Image.new("RGB", SHEET, paper)
    turns = [step * pi / 40 for step in range(320)]
    line = [(120 + 14 * turn + 40 * sin(turn), 150 + 50 * cos(1.3 * turn)) for turn in turns]
    ImageDraw.Draw(sheet).line(line, fill=ink, width=4, joint="curve")
    sheet.save(path)
    return path

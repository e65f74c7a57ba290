"""Type faces on paper: Inter, DejaVu Sans where Inter has no sign, a box where neither has one."""

from functools import cache, lru_cache
from importlib.util import find_spec
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any

from cxdesk import paths
from cxdesk.documents import arabic, bidi
from cxdesk.documents.style import BOLD, FALLBACK, MEDIUM, REGULAR, SEMIBOLD, TABULAR
from cxdesk.domain.errors import UserError

REPLACEMENT = "□"
LATIN = "\u0250"  # every face has what comes before it


def inter(name: str) -> Path:
    """The file of an Inter face.

    Raises:
        UserError: when it is not there.
    """
    path = paths.resources() / "fonts" / f"{name}.ttf"
    if not path.is_file():
        raise UserError("The font {name} is missing; please install CX Desk again.", name=path.name)
    return path


@cache
def register() -> None:
    """Makes Inter known to reportlab; to be called before anything is measured or drawn.

    Raises:
        UserError: when a face is not there.
    """
    from reportlab import rl_config  # noqa: PLC0415 - loaded when the first paper is made
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415 - the same
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415 - the same

    rl_config.useA85 = 0  # streams as bytes, not as ASCII: files a fifth smaller, and written faster
    for name in (REGULAR, MEDIUM, SEMIBOLD, BOLD):
        pdfmetrics.registerFont(TTFont(name, str(inter(name))))
    pdfmetrics.registerFontFamily(REGULAR, REGULAR, SEMIBOLD, REGULAR, SEMIBOLD)


@cache
def register_tabular() -> None:
    """Makes the face for columns of numbers known to reportlab.

    Raises:
        UserError: when Inter is not there.
    """
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415 - loaded with the first report
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415 - the same

    pdfmetrics.registerFont(TTFont(TABULAR, _tabular()))


def _tabular() -> BytesIO:
    """Inter Regular whose figures are the equally wide ones (`tnum`), which a PDF cannot ask for."""
    # it comes with matplotlib and is loaded with the first report
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # noqa: PLC0415

    font = TTFont(inter(REGULAR))
    rules = font["GSUB"].table
    for record in rules.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                _substitute(font, rules.LookupList.Lookup[index])
    for entry in font["name"].names:
        entry.string = entry.toUnicode().replace("Inter", "InterTabular")
    made = BytesIO()
    font.save(made)
    made.seek(0)
    return made


def _substitute(font: Any, lookup: Any) -> None:
    for subtable in lookup.SubTable:
        mapping = getattr(subtable, "ExtSubTable", subtable).mapping
        for table in font["cmap"].tables:
            table.cmap.update(
                {code: mapping[glyph] for code, glyph in table.cmap.items() if glyph in mapping}
            )


@cache
def _register_fallback() -> None:
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415 - loaded with the first foreign sign
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415 - the same

    spec = find_spec("matplotlib")
    folder = Path(spec.origin).parent if spec and spec.origin else Path()
    path = folder / "mpl-data" / "fonts" / "ttf" / "DejaVuSans.ttf"
    if not path.is_file():
        raise UserError("The font {name} is missing; please install CX Desk again.", name=path.name)
    pdfmetrics.registerFont(TTFont(FALLBACK, str(path)))


@cache
def _signs(name: str) -> frozenset[str]:
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415 - loaded when the first paper is made

    if name == FALLBACK:
        _register_fallback()
    elif name == TABULAR:
        register_tabular()
    else:
        register()
    return frozenset(map(chr, pdfmetrics.getFont(name).face.charToGlyph))


def runs(text: str, font: str) -> list[tuple[str, str]]:
    """`text` cut into (font, text) pieces that can all be drawn, from left to right; see `printable` for the limits."""
    own = _signs(font)
    if own.issuperset(text):
        return [(font, text)]
    return [
        (FALLBACK, drawable("".join(group))) if foreign else (font, "".join(group))
        for foreign, group in groupby(bidi.drawn(arabic.joined(text)), lambda sign: sign not in own)
    ]


def printable(text: str) -> bool:
    """Whether `text` is printed as it is written.

    A sign that no face has becomes a box, and a letter of Arabic script without presentation forms stands unjoined.
    """
    if all(sign < LATIN for sign in text):
        return True
    signs = arabic.joined(text)
    return REPLACEMENT not in drawable(signs) and not any(map(arabic.stands_alone, signs))


def drawable(text: str) -> str:
    """`text` with a box for each sign that neither Inter nor DejaVu Sans has."""
    if _signs(REGULAR).issuperset(text):
        return text
    known = _signs(REGULAR) | _signs(FALLBACK)
    return "".join(sign if sign in known else REPLACEMENT for sign in text)


@lru_cache(maxsize=20_000)
def width(text: str, font: str, size: float) -> float:
    """How wide `text` is drawn, in points."""
    from reportlab.pdfbase.pdfmetrics import stringWidth  # noqa: PLC0415 - loaded when the first paper is made

    if _signs(font).issuperset(text):
        return float(stringWidth(text, font, size))
    return float(sum(stringWidth(piece, name, size) for name, piece in runs(text, font)))

"""Colours and sizes as data: the one place where the look is decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a badge, note or disc wants to say; each has a soft fill and an ink that reads on it."""

    ACCENT = "accent"
    GIFT = "gift"
    WARN = "warn"
    BAD = "bad"
    GOOD = "good"
    INFO = "info"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Soft:
    """A soft fill and the ink that stands on it, as `#rrggbb`."""

    fill: str
    ink: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """All colours of one scheme, as `#rrggbb`."""

    dark: bool
    bg: str
    surface: str
    sunken: str
    border: str
    edge: str
    text: str
    muted: str
    focus: str
    toast: str
    on_toast: str
    toast_accent: str
    accent: str
    accent_hover: str
    on_accent: str
    soft: Mapping[Tone, Soft]
    detractor: Soft
    passive: Soft
    promoter: Soft
    charts: tuple[str, str, str, str]


LIGHT = Tokens(
    dark=False,
    bg="#F5F4F0",
    surface="#FFFFFF",
    sunken="#EDEBE5",
    border="#DDDAD2",
    edge="#82868B",
    text="#1D2125",
    muted="#575D63",
    focus="#0B57D0",
    toast="#26292C",
    on_toast="#FFFFFF",
    toast_accent="#7ADAD1",
    accent="#0B6B68",
    accent_hover="#08544F",
    on_accent="#FFFFFF",
    soft={
        Tone.ACCENT: Soft("#DDEFEC", "#0A5E5B"),
        Tone.GIFT: Soft("#F9E6EF", "#A1295F"),
        Tone.WARN: Soft("#FCEBD0", "#8A4B00"),
        Tone.BAD: Soft("#FBE4E1", "#B3261E"),
        Tone.GOOD: Soft("#E0F1E3", "#1E6B34"),
        Tone.INFO: Soft("#E1ECF8", "#1F5A9E"),
        Tone.NEUTRAL: Soft("#ECEAE4", "#575D63"),
    },
    detractor=Soft("#FBE6DC", "#A63C0B"),
    passive=Soft("#ECEAE4", "#575D63"),
    promoter=Soft("#DDEFEC", "#0A5E5B"),
    charts=("#0B6B68", "#C2500F", "#8A8F94", "#6A4FB3"),
)

DARK = Tokens(
    dark=True,
    bg="#141618",
    surface="#1E2124",
    sunken="#181B1D",
    border="#353A40",
    edge="#7E868E",
    text="#ECEDEE",
    muted="#A9B0B7",
    focus="#A8C7FA",
    toast="#ECEDEE",
    on_toast="#1D2125",
    toast_accent="#0A5E5B",
    accent="#5CC9BF",
    accent_hover="#7ADAD1",
    on_accent="#06302D",
    soft={
        Tone.ACCENT: Soft("#16403D", "#7ADAD1"),
        Tone.GIFT: Soft("#4A1F33", "#F19ABF"),
        Tone.WARN: Soft("#45300F", "#F2B45C"),
        Tone.BAD: Soft("#4E1F1B", "#FF8F85"),
        Tone.GOOD: Soft("#1B3A25", "#7FCF95"),
        Tone.INFO: Soft("#1A334F", "#8FBDF2"),
        Tone.NEUTRAL: Soft("#2C3034", "#B9C0C6"),
    },
    detractor=Soft("#47230F", "#FFB08A"),
    passive=Soft("#2C3034", "#B9C0C6"),
    promoter=Soft("#16403D", "#7ADAD1"),
    charts=("#5CC9BF", "#FF9A6B", "#70777E", "#B9A3F5"),
)


class Style(StrEnum):
    """The kinds of text; size and weight stand in `TYPE`."""

    KEY = "key"
    SMALL = "small"
    CAPTION = "caption"
    BODY = "body"
    MEDIUM = "medium"
    STRONG = "strong"
    H2 = "h2"
    TITLE = "title"
    DISPLAY = "display"
    KPI = "kpi"
    KIOSK = "kiosk"


# (logical px at 96 dpi before text scale, weight 400-700)
TYPE: Mapping[Style, tuple[int, int]] = {
    Style.KEY: (11, 600),
    Style.SMALL: (12, 400),
    Style.CAPTION: (12, 600),
    Style.BODY: (14, 400),
    Style.MEDIUM: (14, 500),
    Style.STRONG: (14, 600),
    Style.H2: (16, 600),
    Style.TITLE: (20, 600),
    Style.DISPLAY: (26, 700),
    Style.KPI: (28, 700),
    Style.KIOSK: (38, 700),
}

# Heights and radii in logical px before text scale; nothing that is pressed is lower than TARGET.
TARGET = 24
FIELD = 36
NAV = 40
CELL = 46
PRIMARY = 48
KIOSK = 92
RADIUS_FIELD = 8
RADIUS_CARD = 10
RADIUS_KIOSK = 14

import itertools

import pytest

from cxdesk.ui.tokens import DARK, LIGHT, TARGET, TYPE, Tone

# Luminance and contrast: WCAG 2.2, "relative luminance" and "contrast ratio".
# Colour-vision types: Machado, Oliveira, Fernandes 2009, severity 1.0, on linear RGB.
TYPES = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
SCHEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


def linear(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def contrast(one, other):
    lights = sorted(0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (linear(one), linear(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def lab(rgb):
    r, g, b = (min(1.0, max(0.0, part)) for part in rgb)
    x = (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047
    y = 0.2126729 * r + 0.7151522 * g + 0.0721750 * b
    z = (0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def distance(one, other, matrix):
    seen = [
        lab([sum(m * c for m, c in zip(row, linear(colour), strict=True)) for row in matrix])
        for colour in (one, other)
    ]
    return sum((a - b) ** 2 for a, b in zip(*seen, strict=True)) ** 0.5


def test_contrast_of_black_and_white_is_21():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


def test_distance_of_black_and_white_is_100():
    assert distance("#000000", "#FFFFFF", ((1, 0, 0), (0, 1, 0), (0, 0, 1))) == pytest.approx(100, abs=0.01)


@SCHEMES
def test_text_reads_on_every_ground_it_stands_on(tokens):
    soft = [
        (each.ink, each.fill)
        for each in (*tokens.soft.values(), tokens.detractor, tokens.passive, tokens.promoter)
    ]
    grounds = (tokens.bg, tokens.surface, tokens.sunken)
    plain = [(ink, ground) for ink in (tokens.text, tokens.muted) for ground in grounds]
    special = [
        (tokens.on_accent, tokens.accent),
        (tokens.on_accent, tokens.accent_hover),
        (tokens.on_toast, tokens.toast),
        (tokens.toast_accent, tokens.toast),
        (tokens.soft[Tone.ACCENT].ink, tokens.surface),
        (tokens.soft[Tone.ACCENT].ink, tokens.bg),
        (tokens.soft[Tone.BAD].ink, tokens.surface),
    ]
    chosen = [(tokens.surface, each.ink) for each in (tokens.detractor, tokens.passive, tokens.promoter)]
    assert [(a, b, contrast(a, b)) for a, b in soft + plain + special + chosen if contrast(a, b) < 4.5] == []


@SCHEMES
def test_edges_rings_and_bars_are_seen(tokens):
    pairs = [
        (tokens.edge, tokens.surface),
        (tokens.edge, tokens.bg),
        (tokens.focus, tokens.surface),
        (tokens.focus, tokens.bg),
        (tokens.accent, tokens.sunken),
        *((colour, tokens.surface) for colour in tokens.charts),
    ]
    assert [(a, b, contrast(a, b)) for a, b in pairs if contrast(a, b) < 3] == []


@SCHEMES
@pytest.mark.parametrize("kind", TYPES)
def test_chart_colours_differ_for_every_eye(tokens, kind):
    near = [
        (a, b, distance(a, b, TYPES[kind]))
        for a, b in itertools.combinations(tokens.charts, 2)
        if distance(a, b, TYPES[kind]) < 10
    ]
    assert near == []


def test_no_text_is_smaller_than_11_px_and_no_target_than_24():
    assert min(size for size, _ in TYPE.values()) == 11
    assert TARGET == 24

"""A thousand letters against a bare canvas that draws the same signs at known places."""

import itertools
from dataclasses import replace
from datetime import date

import pytest

from cxdesk.documents import fonts, sheet
from cxdesk.documents.barcodes import bars as _bars
from cxdesk.documents.letters import write_letters
from cxdesk.documents.paragraphs import wrapped
from cxdesk.documents.style import BOLD, MEDIUM, REGULAR, SEMIBOLD, TEXT, ink
from cxdesk.documents.templates import fill, source
from cxdesk.domain.letter import CouponBox, Letter, LetterFields, Recipient, Sender, Signature

COUNT = 1_000
SENDER = Sender("Lankakauppa Kerä", ("Aleksanterinkatu 8", "15110 Lahti"), "03 555 0101", "hei@kera.example")
FIRST = ("Kaisa", "Aino", "Olli", "Sanna", "Rustam", "Gulnora", "Emil", "Väinö", "Hilkka", "Åsa")
LAST = (
    "Virtanen",
    "Mäkelä",
    "Rahimova",
    "Nieminen",
    "Öhman",
    "Korhonen",
    "Salo",
    "Lindqvist",
    "Koskinen",
    "Aho",
)


def batch():
    names = itertools.islice(itertools.cycle(itertools.product(FIRST, LAST)), COUNT)
    return [one(index, first, last) for index, (first, last) in enumerate(names)]


def one(index, first, last):
    fields = LetterFields(
        salutation=f"Hyvä {first},",
        customer_name=f"{first} {last}",
        customer_first_name=first,
        reason=f"Kiitos, että kävit luonamme {index % 28 + 1}.10.",
        coupon="10 % alennus",
        valid_until="31.12.2026",
        purchases=index % 40,
    )
    text = fill(source("thank_you", "fi"), fields)
    address = (f"Harjukatu {index} A 4", f"15{index % 1000:03} LAHTI")
    coupon = CouponBox("KUPONKI · −10 %", "Näytä tiskillä.", f"K{index:04}-4Q2M", date(2026, 12, 31))
    return Letter(
        uuid=str(index),
        template="thank_you",
        language="fi",
        sender=SENDER,
        recipient=Recipient((f"{first} {last}",), address),
        date=date(2026, 11, 21),
        place="Lahti",
        subject=text.subject,
        paragraphs=text.paragraphs,
        signature=Signature("Aino Mäkelä", "Kauppias"),
        coupon=coupon,
    )


def drawing(letter):
    """What the letter shows, laid out beforehand: (font, size, x, y, text) and the bars."""
    lines = [(REGULAR, 6.5, 25, 54.5, "Lankakauppa Kerä · Aleksanterinkatu 8 · 15110 Lahti")]
    address = (*letter.recipient.names, *letter.recipient.address)
    lines += [(REGULAR, 10.5, 25, 60 + 4.7 * row, text) for row, text in enumerate(address)]
    lines += [(REGULAR, 10.5, 125, 54, "Lahti"), (REGULAR, 10.5, 125, 59, "21. marraskuuta 2026")]
    lines += [(BOLD, 13, 25, 101, letter.subject)]
    at = 110.0
    for paragraph in letter.paragraphs:
        for line in wrapped(paragraph, REGULAR, 10.5, sheet.TEXT_WIDTH):
            lines.append((REGULAR, 10.5, 25, at, line))
            at += 5.3
        at += 3.2
    lines += [(SEMIBOLD, 10.5, 25, at, "Aino Mäkelä"), (REGULAR, 10.5, 25, at + 5, "Kauppias")]
    lines += [(REGULAR, 10.5, 25, at + 10, "Lankakauppa Kerä"), (BOLD, 12, 30, 250, letter.coupon.title)]
    lines += [(REGULAR, 9, 30, 256, "Näytä tiskillä."), (MEDIUM, 9, 30, 270, "Valid until 31.12.2026")]
    lines += [(MEDIUM, 11, 140, 265, letter.coupon.code)]
    return lines, _bars(letter.coupon.code)


def bare(drawings, path):
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), pageCompression=1)
    canvas.beginForm("head")
    canvas.setFont(BOLD, 15)
    canvas.drawString(70, 780, "Lankakauppa Kerä")
    canvas.endForm()
    for lines, bars in drawings:
        canvas.doForm("head")
        canvas.setFillColor(ink(TEXT))
        for font, size, left, top, text in lines:
            canvas.setFont(font, size)
            canvas.drawString(sheet.x(left), sheet.y(top), text)
        canvas.roundRect(70, 60, 468, 100, 8)
        shape = canvas.beginPath()
        at = 400.0
        for index, modules in enumerate(bars):
            if index % 2 == 0:
                shape.rect(at, 100, modules * 0.7, 34)
            at += modules * 0.7
        canvas.drawPath(shape, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()


@pytest.fixture(scope="module")
def letters():
    fonts.register()
    return batch()


@pytest.mark.benchmark(group="1,000 letters")
def test_ours(benchmark, letters, tmp_path):
    fresh = [replace(letter) for letter in letters]
    benchmark.pedantic(write_letters, (fresh, tmp_path / "ours.pdf"), rounds=3)


@pytest.mark.benchmark(group="1,000 letters")
def test_bare_canvas(benchmark, letters, tmp_path):
    drawings = [drawing(letter) for letter in letters]
    benchmark.pedantic(bare, (drawings, tmp_path / "bare.pdf"), rounds=3)

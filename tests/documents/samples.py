"""Invented letters and reports for the tests of paper."""

from datetime import date

from cxdesk.documents.templates import fill, source
from cxdesk.domain.letter import CouponBox, Letter, LetterFields, Recipient, Sender, Signature

SENDER = Sender(
    name="Lankakauppa Kerä",
    address=("Aleksanterinkatu 8", "15110 Lahti"),
    phone="03 555 0101",
    email="hei@kera.example",
    website="kera.example",
)
RECIPIENT = Recipient(("Kaisa Virtanen",), ("Harjukatu 12 A 4", "15100 LAHTI"))
COUPON = CouponBox(
    title="LAHJAKORTTI · Pellava 50 g",
    text="Näytä tämä tiskillä, niin saat kerän pellavalankaa mukaasi.",
    code="K7-4Q2M",
    valid_until=date(2026, 12, 23),
)
FIELDS = LetterFields(
    customer_name="Kaisa Virtanen",
    customer_first_name="Kaisa",
    shop_name="Lankakauppa Kerä",
    reason="Kiitos, että neuvoit meitä syksyn villalankojen valinnassa.",
    gift="Pellava 50 g, luonnonvalkoinen",
    valid_until="23.12.2026",
    staff_name="Aino Mäkelä",
    staff_title="Kauppias",
    since_year=2019,
    purchases=10,
)


def letter(language="fi", template="birthday", **changes):
    text = fill(source(template, language), FIELDS)
    given = {
        "uuid": "0197f2c4-0000-7000-8000-000000000001",
        "template": template,
        "language": language,
        "sender": SENDER,
        "recipient": RECIPIENT,
        "date": date(2026, 11, 21),
        "place": "Lahti",
        "subject": text.subject,
        "paragraphs": text.paragraphs,
        "signature": Signature("Aino Mäkelä", "Kauppias"),
        "coupon": COUPON,
    }
    return Letter(**(given | changes))

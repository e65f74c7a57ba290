"""Invented letters and reports for the tests of paper."""

from datetime import date

from cxdesk.documents.templates import fill, source
from cxdesk.domain.intervals import Difference, difference
from cxdesk.domain.letter import CouponBox, Letter, LetterFields, Recipient, Sender, Signature
from cxdesk.domain.report import (
    Appreciated,
    BestSeller,
    Comment,
    CustomerCounts,
    Measured,
    MonthlyReport,
    NeedCount,
    OpenComplaint,
    TrendPoint,
)
from cxdesk.domain.scores import ces, csat, nps_from_counts

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
    salutation="Hyvä Kaisa,",
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


def trend():
    counts = [(12, 9, 8), (14, 8, 6), (9, 7, 6), (10, 10, 7), (3, 2, 1), (2, 1, 0), (15, 8, 5)]
    counts += [(16, 9, 5), (12, 10, 6), (18, 9, 5), (21, 10, 4), (47, 30, 10)]
    months = [date(2025, 12, 1), *(date(2026, month, 1) for month in range(1, 12))]
    scores = [nps_from_counts(*groups) for groups in counts]
    return tuple(
        TrendPoint(month, score, sum(groups))
        for month, score, groups in zip(months, scores, counts, strict=True)
    )


def report(**changes):
    nps, before = nps_from_counts(47, 30, 10), nps_from_counts(21, 10, 4)
    satisfied, eased = csat([5] * 50 + [4] * 20 + [3] * 7), ces([7, 6, 5, 7, 4, 6, 7, 3, 6])
    given = {
        "shop": "Lankakauppa Kerä",
        "month": date(2026, 11, 1),
        "made": date(2026, 12, 1),
        "nps": Measured(nps, 87, difference(before, nps)),
        "csat": Measured(satisfied, 77, Difference(0.12, 0.03, 0.21)),
        "ces": Measured(eased, 9, Difference(-0.9, -1.6, -0.2)),
        "trend": trend(),
        "distribution": (1, 0, 1, 2, 1, 3, 2, 8, 22, 26, 21),
        "findings": (
            "Puhelinpalvelun arvosana laski 0,5.",
            "”Hinta” nousi yleisimmäksi tarpeeksi: 45 mainintaa 141:stä.",
            "Pellava 50 g loppuu arviolta 12.12.",
        ),
        "needs": NEEDS,
        "classified": 141,
        "comments_given": 163,
        "comments": COMMENTS,
        "customers": CustomerCounts(23, 141, 164, 17, 212, 5_194_00, 24_50),
        "customers_before": CustomerCounts(19, 133, 152, 21, 198, 4_712_40, 23_80),
        "best_sellers": PRODUCTS,
        "appreciated": (
            Appreciated("Syntymäpäivälahja", 8, 62_40),
            Appreciated("Kiitoskirje", 14, 21_00),
            Appreciated("Kaipaamme sinua -kuponki", 6, 18_00),
            Appreciated("Tervetuloa-kortti", 11, 16_50),
        ),
        "budget": 150_00,
        "complaints": (
            OpenComplaint(date(2026, 11, 24), 7, "Toimitus myöhässä"),
            OpenComplaint(date(2026, 11, 12), 19, "Virhe villapuserossa"),
        ),
    }
    return MonthlyReport(**(given | changes))


NEEDS = (
    NeedCount("Hinta", 45, 12, 21),
    NeedCount("Palvelu ja empatia", 37, 31, 3),
    NeedCount("Helppous", 23, 15, 4),
    NeedCount("Valikoima", 18, 6, 9),
    NeedCount("Luotettavuus", 11, 8, 1),
    NeedCount("Tieto", 7, 5, 0),
)
COMMENTS = (
    Comment("Aina yhtä ihana palvelu! Aino muisti, mitä viime kerralla neuloin.", date(2026, 11, 28), 10),
    Comment("Valikoima on hyvä, mutta pellavalanka on kallistunut paljon.", date(2026, 11, 25), 7),
    Comment("Soitin kolmesti, eikä kukaan vastannut. <b>Harmi</b> & pettymys.", date(2026, 11, 21), 4),
    Comment("Juda chiroyli doʻkon, rahmat! Keyingi safar qizim bilan kelaman.", date(2026, 11, 19), 10),
    Comment("Parking was difficult, the shop itself lovely.", date(2026, 11, 14), 8),
    Comment("Ihan ok.", date(2026, 11, 3)),
)
PRODUCTS = (
    BestSeller("Pellava 50 g, luonnonvalkoinen", 86, 731_00),
    BestSeller("Villalanka Karitsa 100 g", 61, 664_90),
    BestSeller("Sukkalanka Raita", 58, 498_80),
    BestSeller("Puikot 4 mm, koivu", 33, 297_00),
    BestSeller("Neulekurssi, iltapäivä", 9, 270_00),
    BestSeller("Alpakkalanka, metreittäin", 24.35, 194_80),
    BestSeller("Virkkuukoukku 3,5 mm", 21, 117_60),
    BestSeller("Nappi, puu", 140, 98_00),
)
EMPTY = {
    "nps": Measured(None, 0),
    "csat": Measured(None, 0),
    "ces": Measured(None, 0),
    "trend": tuple(TrendPoint(point.month, None, 0) for point in trend()),
    "distribution": (0,) * 11,
    "findings": (),
    "needs": (),
    "classified": 0,
    "comments_given": 0,
    "comments": (),
    "customers": CustomerCounts(),
    "customers_before": None,
    "best_sellers": (),
    "appreciated": (),
    "complaints": (),
}
FEW = EMPTY | {
    "nps": Measured(None, 4),
    "csat": Measured(None, 3),
    "distribution": (0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 1),
    "comments_given": 2,
    "comments": COMMENTS[:2],
    "customers": CustomerCounts(3, 1, 4, 0, 5, 122_50, 24_50),
    "best_sellers": PRODUCTS[:2],
}

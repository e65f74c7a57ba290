"""The sections of the settings that are fields: the shop, asking, thanking, the look."""

from PySide6.QtWidgets import QWidget

from cxdesk.domain.money import DECIMALS
from cxdesk.language.language import LANGUAGES, Language
from cxdesk.language.people import formalities
from cxdesk.ui.settings.fields import Fields
from cxdesk.ui.settings.words import ASK_WHEN, BASES, QUESTIONS, SCALES, THEMES, WINDOWS
from cxdesk.ui.tokens import Tone
from cxdesk.ui.widgets.cards import Card
from cxdesk.ui.widgets.columns import Columns
from cxdesk.ui.widgets.layouts import boxed, column, row
from cxdesk.ui.widgets.notes import Note


def shop(fields: Fields, language: Language) -> QWidget:
    """Name, address, who signs, language and money."""
    tr = language.tr
    town = row(*map(fields.text, ("postcode", "town", "country")), gap=12)
    town.setStretch(1, 1)
    address = Card(tr("Name and address"), *map(fields.text, ("name", "street")), town, icon="store")
    contact = Card(tr("Contact"), *map(fields.text, ("phone", "email", "website")), icon="phone")
    signs = Card(tr("Signature"), *map(fields.text, ("signature_name", "signature_title")), icon="pencil")
    money = fields.choice("currency", {code: code for code in DECIMALS})
    speech = Card(tr("Language and money"), fields.chips("language", LANGUAGES), money, icon="languages")
    left = boxed(column(address, signs, None, gap=12))
    right = boxed(column(speech, contact, None, gap=12))
    return Columns((left, 1), (right, 1))


def asking(fields: Fields, language: Language) -> QWidget:
    """What the counter asks, and how often the same person."""
    tr = language.tr
    asked = fields.several("questions", {key: tr(words) for key, words in QUESTIONS.items()})
    when = fields.chips("ask_when", {key: tr(words) for key, words in ASK_WHEN.items()})
    anyway = Note(tr("A question that waits is dimmed at the counter and says why. Its key asks it anyway."))
    often = Card(tr("How often"), *map(fields.text, ("ask_gap", "nps_gap")), anyway, icon="clock")
    survey = Card(tr("Questions of the day"), asked, when, icon="message-square")
    return Columns((boxed(column(survey, None)), 1), (boxed(column(often, None)), 1))


def thanking(fields: Fields, language: Language) -> QWidget:
    """The limits of appreciation and who may get letters."""
    tr, unit = language.tr, language.currency
    budgets = [fields.text(name, unit) for name in ("monthly_budget", "yearly_budget")]
    part = fields.text("yearly_percent")
    costs = [fields.text(name, unit) for name in ("letter_cost", "goodwill_limit")]
    caps = [fields.text(name, unit) for name in ("gift_limit", "gift_sum_a_year")]
    limits = Card(tr("Limits"), *budgets, part, *costs, fields.text("contact_gap"), icon="sliders-horizontal")
    gifts = Card(tr("Gifts"), *caps, fields.text("gifts_a_year"), icon="gift")
    coupons = Card(tr("Coupons"), *map(fields.text, ("coupon_percent", "coupon_days")), icon="ticket-percent")
    basis = fields.chips("letter_basis", {key: tr(words) for key, (words, _) in BASES.items()})
    why = [Note(f"{tr(words)}: {tr(text)}", Tone.INFO) for words, text in BASES.values()]
    either = Note(tr("Whoever has refused never gets a letter, whatever stands here."), Tone.GOOD)
    envelope = fields.chips("window", {key: tr(words) for key, words in WINDOWS.items()})
    address = fields.chips("formality", {key.value: said for key, said in formalities(language).items()})
    letters = Card(tr("Letters"), basis, *why, either, envelope, address, icon="mail")
    right = boxed(column(letters, coupons, None, gap=12))
    return Columns((boxed(column(limits, gifts, None, gap=12)), 1), (right, 1))


def look(fields: Fields, language: Language) -> QWidget:
    """Colours and text size, which work at once, and how the customer's screen is left."""
    tr = language.tr
    colours = fields.chips("theme", {key: tr(words) for key, words in THEMES.items()})
    sizes = fields.chips("text_scale", {str(scale): language.percent(scale / 100) for scale in SCALES})
    code = Card(tr("Customer’s screen"), fields.text("kiosk_code"), icon="monitor-smartphone")
    return boxed(column(Card(tr("Look"), colours, 4, sizes, icon="eye"), code, None, gap=12))

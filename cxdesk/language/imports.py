"""The words of an import: what files tell of, what their columns become, what is asked and what is compared."""

from collections.abc import Mapping
from datetime import date

from cxdesk.domain import moments, numbers
from cxdesk.domain.customer import ContactChannel
from cxdesk.domain.duplicates import Field
from cxdesk.domain.errors import UserError
from cxdesk.domain.imports import Question
from cxdesk.domain.profiles import DATES, NUMBERS, Subject
from cxdesk.domain.purchase import PurchaseKind
from cxdesk.domain.reconciliation import Comparison, Item, Reason
from cxdesk.language import reasons
from cxdesk.language.language import Language
from cxdesk.language.likeness import AGREES
from cxdesk.language.text import N_

REST = "rest"  # columns without a meaning, kept with their names
SUBJECTS = {
    Subject.CUSTOMERS: N_("Customers"),
    Subject.PURCHASES: N_("Purchases"),
    Subject.PRODUCTS: N_("Products"),
    Subject.ANSWERS: N_("Feedback"),
}
FIELDS = {
    "external_id": N_("Customer number in the other program"),
    "name": N_("Name (first and last)"),
    "first_name": N_("First name"),
    "middle_name": N_("Middle name"),
    "last_name": N_("Last name"),
    "company": N_("Company"),
    "phone": N_("Phone"),
    "email": N_("E-mail"),
    "contact": N_("Phone or e-mail"),
    "card": N_("Customer card"),
    "birthday": N_("Birthday"),
    "language": N_("Language"),
    "street": N_("Street"),
    "house_number": N_("House number"),
    "postcode": N_("Postcode"),
    "town": N_("Town"),
    "country": N_("Country"),
    "note": N_("Note"),
    "tags": N_("Groups (to the note)"),
    "since": N_("Customer since"),
    "spent": N_("Purchases so far"),
    "points": N_("Points"),
    "points_change": N_("Points to add"),
    "consent": N_("Marketing permission"),
    "consent_letter": N_("Permission: letters"),
    "consent_email": N_("Permission: e-mail"),
    "consent_text": N_("Permission: text messages"),
    "consent_phone": N_("Permission: phone calls"),
    "receipt": N_("Receipt number"),
    "moment": N_("Date and time"),
    "date": N_("Date"),
    "time": N_("Time"),
    "product_code": N_("Product code"),
    "product_name": N_("Product"),
    "variant": N_("Variant"),
    "barcode": N_("Barcode"),
    "category": N_("Category"),
    "quantity": N_("Quantity"),
    "unit_price": N_("Price of one"),
    "amount": N_("Total of the line"),
    "discount": N_("Discount"),
    "discount_percent": N_("Discount, %"),
    "items": N_("All products in one cell"),
    "shipping": N_("Shipping"),
    "order_discount": N_("Discount of the order"),
    "refunded": N_("Refunded"),
    "type": N_("Sale or refund"),
    "status": N_("Status"),
    "currency": N_("Currency"),
    "cost": N_("Purchase price"),
    "stock": N_("Stock"),
    "response": N_("Number of the answer"),
    "nps": N_("Recommends, 0–10"),
    "csat": N_("Satisfaction, 1–5"),
    "ces": N_("Ease, 1–7"),
    "comment": N_("Comment"),
    "channel": N_("Channel"),
    REST: N_("Another question (to the comment)"),
}
WAYS = {
    "dmy": N_("day, month, year"),
    "mdy": N_("month, day, year"),
    "ymd": N_("year, month, day"),
    ",": N_("decimal comma"),
    ".": N_("decimal point"),
    "first last": N_("first name first"),
    "last first": N_("last name first"),
}
ITEMS = {
    Item.ROWS: N_("Rows"),
    Item.PEOPLE: N_("People"),
    Item.RECEIPTS: N_("Receipts"),
    Item.LINES: N_("Receipt lines"),
    Item.MONEY: N_("Money"),
    Item.REFUNDS: N_("Refunds"),
    Item.PRODUCTS: N_("Products"),
    Item.POINTS: N_("Points"),
    Item.ANSWERS: N_("Answers"),
    Item.SPENT: N_("Purchases so far (other program)"),
}
REASONS = {
    Reason.REFUSED: N_("refused rows: {n}"),
    Reason.SAME_PERSON: N_("several rows of one person: {n}"),
    Reason.SAME_PRODUCT: N_("several rows of one product: {n}"),
    Reason.CANCELLED: N_("cancelled receipts, kept but never counted: {n}"),
    Reason.EARLIER: N_("brought by an earlier file: {n}"),
    Reason.OTHERWISE: N_("told otherwise by an earlier file: {n}"),
    Reason.ROUNDED: N_("balances made whole: {n}"),
    Reason.REPEATED: N_("answers that stand in the file more than once: {n}"),
    Reason.NOT_RECEIPTS: N_("the other program's own sums, of purchases that are not in this file: {n}"),
}
AMOUNTS = frozenset({Item.MONEY, Item.REFUNDS, Item.SPENT})
SAMPLES = {
    "line": N_("Line"),
    "first_name": N_("First name"),
    "last_name": N_("Last name"),
    "town": N_("Town"),
    "new": N_("New"),
    "phone": N_("Phone"),
    "email": N_("E-mail"),
    "date": N_("Date"),
    "receipt": N_("Receipt"),
    "kind": N_("Kind"),
    "customer": N_("Customer"),
    "product": N_("Product"),
    "quantity": N_("Quantity"),
    "amount": N_("Total"),
    "code": N_("Product code"),
    "category": N_("Category"),
    "price": N_("Price"),
    "stock": N_("Stock"),
    "nps": N_("Recommends, 0–10"),
    "csat": N_("Satisfaction, 1–5"),
    "ces": N_("Ease, 1–7"),
    "comment": N_("Comment"),
}
KINDS = {
    PurchaseKind.SALE: N_("Purchase"),
    PurchaseKind.REFUND: N_("Return"),
    PurchaseKind.CANCELLED: N_("Cancelled purchase"),
    PurchaseKind.ADJUSTMENT: N_("Adjustment"),
}
FIGURES = frozenset({"line", "quantity", "amount", "price", "stock", "nps", "csat", "ces"})


def subject(language: Language, which: Subject) -> str:
    """What the rows of a file are about."""
    return language.tr(SUBJECTS[which])


def field(language: Language, name: str) -> str:
    """What a column becomes."""
    return language.tr(FIELDS[name])


def question(language: Language, asked: Question) -> str:
    """What is asked about a column."""
    example = language.quoted(asked.examples[0]) if asked.examples else ""
    if asked.field == "consent":
        return language.tr("What does {example} in this column permit?", example=example)
    if not example:
        return language.tr("How does this column write?")
    if asked.field == "type":
        return language.tr("What is a row that says {example}?", example=example)
    if asked.field in DATES:
        return language.tr("Which day is {example}?", example=example)
    if asked.field in NUMBERS:
        return language.tr("How much is {example}?", example=example)
    return language.tr("Which is the last name in {example}?", example=example)


def unanswered(language: Language, asked: Question) -> str:
    """What happens as long as a question that is not urgent has no answer."""
    if asked.field == "consent":
        return language.tr("Until you choose, no permission is noted from it; a “no” is kept.")
    return language.tr("Until you choose, the last word is taken for the last name.")


def way(language: Language, asked: Question, choice: str) -> str:
    """One of the answers to a question, spelt out on its first example where there is one."""
    if asked.field == "consent":
        return (
            language.tr("Nothing") if choice == "none" else reasons.channel(language, ContactChannel(choice))
        )
    if asked.field == "type":
        return language.tr(KINDS[PurchaseKind(choice)])
    if not asked.examples:
        return language.tr(WAYS[choice])
    try:
        return _spelt(language, asked.field, asked.examples[0], choice)
    except UserError:  # the example cannot be read in this way
        return language.tr(WAYS[choice])


def _spelt(language: Language, name: str, example: str, choice: str) -> str:
    if name == "birthday":
        return _born(language, example, choice)
    if name in DATES:
        return language.date_long(moments.moment(example, choice)[0])
    if name in NUMBERS:
        return language.quantity(numbers.number(example, choice))
    return example.split()[-1 if choice == "first last" else 0]


def _born(language: Language, example: str, choice: str) -> str:
    born = moments.birthday(example, choice)
    if born is None or born[2] is None:
        return language.tr(WAYS[choice])
    return language.date_long(date(born[2], born[1], born[0]))


def item(language: Language, which: Item) -> str:
    """What is compared."""
    return language.tr(ITEMS[which])


def figure(language: Language, which: Item, number: float, *, plus: bool = False) -> str:
    """A number of a comparison: money or a count."""
    if which in AMOUNTS:
        return language.money(round(number), plus=plus)
    digits = 0 if number == int(number) else 2
    return language.number(number, digits, plus=plus)


def whys(language: Language, line: Comparison) -> list[str]:
    """Why the shop has another number than the file, reason by reason; none when it has the same."""
    told = [
        language.tr(REASONS[reason], n=figure(language, line.item, number, plus=True))
        for reason, number in line.reasons
    ]
    if not line.explained:
        told.append(language.tr("not explained"))
    return told


def why(language: Language, line: Comparison) -> str:
    """The reasons in one line."""
    return "; ".join(whys(language, line))


def agrees(language: Language, fields: tuple[str, ...]) -> str:
    """What two entries have in common, the strongest first."""
    return ", ".join(language.tr(AGREES[Field(name)]) for name in fields)


def records(language: Language, numbers: Mapping[str, int]) -> str:
    """How many records of each kind, those without any left out; empty when there are none at all."""
    texts = {
        "customers": language.tr_n("{n} customer", "{n} customers", numbers["customers"]),
        "products": language.tr_n("{n} product", "{n} products", numbers["products"]),
        "purchases": language.tr_n("{n} purchase", "{n} purchases", numbers["purchases"]),
        "feedback": language.tr_n("{n} answer", "{n} answers", numbers["feedback"]),
        "points": language.tr_n("{n} points entry", "{n} points entries", numbers["points"]),
    }
    told = [text for name, text in texts.items() if numbers[name]]
    return language.joined(told) if told else ""


def heading(language: Language, column: str) -> str:
    """The name of a column of the rows as they will be."""
    return language.tr(SAMPLES[column])


def cell(language: Language, column: str, value: object) -> str:
    """A value of the rows as they will be; money is in minor units."""
    said = "" if value is None else str(value)
    match column, value:
        case "new", int():
            said = language.tr("Yes") if value else language.tr("No")
        case (("amount" | "price"), int()):
            said = language.money(value)
        case (("quantity" | "stock"), int() | float()):
            said = language.quantity(value)
        case "date", str():
            said = language.date(date.fromisoformat(value))
        case "kind", str():
            said = language.tr(KINDS[PurchaseKind(value)])
    return said

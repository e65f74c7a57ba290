"""Making a letter to one customer: the wording in their language and formality, filled with what is known."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from uuid import UUID

from cxdesk.documents import templates as documents
from cxdesk.domain import consent
from cxdesk.domain.customer import Customer
from cxdesk.domain.formality import Formality
from cxdesk.domain.letter import (
    CouponBox,
    Letter,
    LetterFields,
    LetterKind,
    Recipient,
    Sender,
    Signature,
    Window,
    missing,
)
from cxdesk.domain.shop import Shop
from cxdesk.language import letters as words
from cxdesk.language import territories
from cxdesk.language.language import Language
from cxdesk.services.templates import Templates
from cxdesk.services.workplace import Workplace
from cxdesk.storage import consents, papers, pictures, purchases
from cxdesk.storage import shop as shop_storage


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter ready to print, and what a good letter would still need (field names of the templates)."""

    letter: Letter
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What one letter says besides what is known of its customer; all but the kind may be empty."""

    kind: LetterKind
    fields: LetterFields
    coupon: CouponBox | None = None
    source: str = ""  # a wording that is not kept yet


class Composer:
    """Makes letters; what is the same for all of them is read once."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace
        self.shop = workplace.shop()
        self._source = _remembered(Templates(workplace).source)

    def language(self, customer: Customer) -> Language:
        """The language in which a customer is written to."""
        return Language(customer.language or self.shop.language, currency=self.shop.currency)

    def formality(self, customer: Customer) -> Formality:
        """How a customer is addressed."""
        return customer.formality or self.shop.formality

    def code(self, identity: UUID) -> str:
        """The code that the letter with this identity bears, or will bear."""
        return papers.of_letter(self._work.db, str(identity)) or papers.free_code(self._work.db, identity)

    def compose(self, customer: Customer, identity: UUID, code: str, said: Said) -> Draft:
        """The letter."""
        language, formality = self.language(customer), self.formality(customer)
        fields = self._fields(customer, language, formality, replace(said.fields, code=code))
        source = said.source or self._source(said.kind, language.code, formality)
        text = documents.fill(source, fields)
        letter = Letter(
            uuid=str(identity),
            template=said.kind.value,
            language=language.code,
            sender=sender(self.shop),
            recipient=recipient(customer, self.shop, language),
            date=self._work.today(),
            subject=text.subject,
            paragraphs=text.paragraphs,
            signature=self.signer,
            place=self.shop.town,
            coupon=said.coupon,
            window=Window(self.shop.window),
            offset=address_offset(self.shop),
            code=code,
        )
        return Draft(letter, tuple(missing(fields)))

    @cached_property
    def signer(self) -> Signature:
        """Who signs: as the settings say, else whoever is at the desk."""
        if self.shop.signature_name:
            written = pictures.get(self._work.db, pictures.SIGNATURE)
            return Signature(self.shop.signature_name, self.shop.signature_title, written)
        staff = shop_storage.staff(self._work.db)
        at_desk = next((m for m in staff if m.id == self._work.staff_id), None) or next(iter(staff), None)
        return Signature(at_desk.name, at_desk.title) if at_desk else Signature(self.shop.name)

    def _fields(
        self, customer: Customer, language: Language, formality: Formality, said: LetterFields
    ) -> LetterFields:
        summary = purchases.summary(self._work.db, customer.id)
        known = summary if consent.may_profile(consents.of(self._work.db, customer.id)) else None
        since = customer.since or (summary.first_day if summary else None)
        return replace(
            said,
            salutation=words.salutation(language, customer, formality),
            customer_name=f"{customer.first_name} {customer.last_name}".strip(),
            customer_first_name=customer.first_name,
            shop_name=self.shop.name,
            staff_name=self.signer.name,
            staff_title=self.signer.title,
            since_year=since.year if since and since.year < self._work.today().year else None,
            purchases=known.purchases if known else None,
            first_time=known is not None and known.days == 1,
        )


Source = Callable[[LetterKind, str, Formality], str]


def _remembered(read: Source) -> Source:
    known: dict[tuple[LetterKind, str, Formality], str] = {}

    def source(kind: LetterKind, language: str, formality: Formality) -> str:
        key = (kind, language, formality)
        if key not in known:
            known[key] = read(*key)
        return known[key]

    return source


def sender(shop: Shop) -> Sender:
    """The shop as it stands on paper."""
    town = f"{shop.postcode} {shop.town}".strip()
    lines = tuple(line for line in (shop.street, town) if line)
    return Sender(shop.name, lines, shop.phone, shop.email, shop.website)


def recipient(customer: Customer, shop: Shop, language: Language) -> Recipient:
    """Name and address as they stand on a letter, an envelope or a label."""
    name = language.name(customer.first_name, customer.last_name) or customer.name
    if not (customer.street or customer.postcode):
        return Recipient((name,))
    town = f"{customer.postcode} {customer.town.upper()}".strip()
    home = {"", shop.country.upper()}
    abroad = territories.name(customer.country, shop.language) if customer.country.upper() not in home else ""
    return Recipient((name,), tuple(line for line in (customer.street, town, abroad.upper()) if line))


def address_offset(shop: Shop) -> tuple[float, float]:
    """How far the address stands right and down of its place, in mm, to fit the windows of the shop's envelopes."""
    return shop.window_right / 10, shop.window_down / 10

"""Letters for suggestions: composed in the customer's language, written as PDF, remembered."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

from cxdesk import paths
from cxdesk.documents import letters as documents
from cxdesk.documents import templates
from cxdesk.domain import consent
from cxdesk.domain.appreciation import Basis, LetterRecord, Suggestion
from cxdesk.domain.coupon import Coupon, CouponKind
from cxdesk.domain.customer import Customer
from cxdesk.domain.errors import UserError
from cxdesk.domain.letter import (
    CouponBox,
    Letter,
    LetterFields,
    Recipient,
    Sender,
    Signature,
    Window,
    missing,
)
from cxdesk.domain.paper import Paper, PaperKind
from cxdesk.domain.shop import Shop, StaffMember
from cxdesk.language import reasons, territories
from cxdesk.language.language import Language
from cxdesk.services.appreciation import allowance
from cxdesk.services.workplace import Workplace
from cxdesk.storage import actions, consents, coupons, papers, purchases
from cxdesk.storage import shop as shop_storage


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter ready to print, and what a good letter would still need (field names of the templates)."""

    letter: Letter
    missing: tuple[str, ...]


class Letters:
    """What goes out on paper."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def draft(self, suggestion: Suggestion) -> Draft:
        """The letter of a suggestion in the customer's language."""
        shop, customer = self._work.shop(), suggestion.customer
        language = Language(customer.language or shop.language, currency=shop.currency)
        signer = self._signer(shop)
        fields = self._fields(suggestion, shop, signer, language)
        template = suggestion.kind.value
        text = templates.fill(templates.source(template, language.code), fields)
        kept = actions.letter_for(self._work.db, suggestion.id)
        identity = UUID(kept.uuid) if kept else uuid5(NAMESPACE_URL, f"{shop.name}/{suggestion.id}")
        code = papers.of_letter(self._work.db, str(identity)) or papers.free_code(self._work.db, identity)
        letter = Letter(
            uuid=str(identity),
            template=template,
            language=language.code,
            sender=_sender(shop),
            recipient=_recipient(customer, shop, language),
            date=self._work.today(),
            subject=text.subject,
            paragraphs=text.paragraphs,
            signature=signer,
            place=shop.town,
            coupon=self._coupon(suggestion, shop, language, code),
            window=Window(shop.window),
            code=code,
        )
        return Draft(letter, tuple(missing(fields)))

    def write(self, suggestion: Suggestion, path: Path) -> Draft:
        """Write one letter as a PDF at `path` and remember it; a second time it is the same letter.

        Raises:
            UserError: when the file cannot be written; then nothing is remembered.
        """
        return self.write_batch([suggestion], path)[0]

    def write_batch(
        self,
        suggestions: Sequence[Suggestion],
        path: Path,
        progress: Callable[[int, int], None] | None = None,
    ) -> list[Draft]:
        """Write the letters of several suggestions into one PDF and remember them as one step.

        Raises:
            UserError: when the file cannot be written, or somebody does not permit letters (any more); then nothing
                is written or remembered.
        """
        for suggestion in suggestions:
            self._check_permitted(suggestion)
        drafts = [self.draft(suggestion) for suggestion in suggestions]
        with suppress(OSError):  # a folder that cannot be made is told by the file that cannot be written
            path.parent.mkdir(parents=True, exist_ok=True)
        documents.write_letters([draft.letter for draft in drafts], path, progress)
        only = suggestions[0].customer.id if len(suggestions) == 1 else None
        with self._work.change("Letter written", customer_id=only, detail=path.name):
            for suggestion, draft in zip(suggestions, drafts, strict=True):
                self._remember(suggestion, draft.letter)
        return drafts

    def _check_permitted(self, suggestion: Suggestion) -> None:
        """Permission is asked anew: it may have been withdrawn since the suggestion was made."""
        customer = self._work.customer(suggestion.customer.id)
        events = consents.of(self._work.db, customer.id)
        by_service = suggestion.allowed.basis is Basis.SERVICE
        if customer.restricted or not (by_service or allowance(events, self._work.shop().letter_basis)):
            raise UserError("{name} does not permit letters. Nothing was written.", name=customer.name)

    def file(self, suggestions: Sequence[Suggestion]) -> Path:
        """Where the letters of these suggestions belong; no name of a person stands in it."""
        what = suggestions[0].id if len(suggestions) == 1 else f"{len(suggestions)} letters"
        return paths.letters(self._work.db.path) / f"{self._work.today()} {what}.pdf"

    def _remember(self, suggestion: Suggestion, letter: Letter) -> None:
        record = self._record(suggestion, letter)
        letter_id = actions.put_letter(self._work.db, record)
        coupon_id = self._offer(suggestion, letter)
        paper = Paper(0, letter.code, PaperKind.LETTER, record.day, record.customer_id, letter_id, coupon_id)
        papers.put(self._work.db, paper)

    def _offer(self, suggestion: Suggestion, letter: Letter) -> int | None:
        """The coupon at the foot of a letter; gives its id. Printed again it is valid from that day on."""
        offered = offer(suggestion, letter)
        if offered is None:
            return None
        known = coupons.by_code(self._work.db, offered.code)
        if known is None:
            return coupons.insert(self._work.db, offered)
        coupons.extend(self._work.db, known.id, offered.last)
        return known.id

    def _record(self, suggestion: Suggestion, letter: Letter) -> LetterRecord:
        return LetterRecord(
            id=0,
            uuid=letter.uuid,
            customer_id=suggestion.customer.id,
            suggestion=suggestion.id,
            template=letter.template,
            language=letter.language,
            day=letter.date,
            body="\n\n".join(letter.paragraphs),
            code=letter.coupon.code if letter.coupon else "",
            staff_id=self._work.staff_id,
        )

    def _signer(self, shop: Shop) -> Signature:
        if shop.signature_name:
            return Signature(shop.signature_name, shop.signature_title)
        staff = shop_storage.staff(self._work.db)
        at_desk = next((m for m in staff if m.id == self._work.staff_id), None) or next(iter(staff), None)
        return _signature(at_desk) if at_desk else Signature(shop.name)

    def _fields(
        self, suggestion: Suggestion, shop: Shop, signer: Signature, language: Language
    ) -> LetterFields:
        customer = suggestion.customer
        summary = purchases.summary(self._work.db, customer.id)
        events = consents.of(self._work.db, customer.id)
        since = customer.since or (summary.first_day if summary else None)
        offers = bool(suggestion.gift or suggestion.coupon_percent)
        return LetterFields(
            customer_name=f"{customer.first_name} {customer.last_name}".strip(),
            customer_first_name=customer.first_name,
            shop_name=shop.name,
            reason=reasons.letter_reason(language, suggestion),
            gift=suggestion.gift.name if suggestion.gift else "",
            coupon=_coupon_words(suggestion, language),
            valid_until=language.date_long(self._valid_until(shop)) if offers else "",
            staff_name=signer.name,
            staff_title=signer.title,
            since_year=since.year if since and since.year < self._work.today().year else None,
            purchases=summary.purchases if summary and consent.may_profile(events) else None,
        )

    def _coupon(self, suggestion: Suggestion, shop: Shop, language: Language, code: str) -> CouponBox | None:
        if not (suggestion.gift or suggestion.coupon_percent):
            return None
        title = language.tr("Gift card: {item}", item=suggestion.gift.name) if suggestion.gift else ""
        return CouponBox(
            title=title or language.tr("Coupon: {what}", what=_coupon_words(suggestion, language)),
            text=language.tr("Show this at the counter."),
            code=code,
            valid_until=self._valid_until(shop),
        )

    def _valid_until(self, shop: Shop) -> date:
        return self._work.today() + timedelta(days=shop.coupon_days)


def offer(suggestion: Suggestion, letter: Letter) -> Coupon | None:
    """The coupon that a letter offers: an article, or a share off the next purchase."""
    product_id = suggestion.gift.product_id if suggestion.gift else None
    if (
        letter.coupon is None
        or letter.coupon.valid_until is None
        or not (product_id or suggestion.coupon_percent)
    ):
        return None
    return Coupon(
        CouponKind.PRODUCT if product_id else CouponKind.PERCENT,
        letter.date,
        letter.coupon.valid_until,
        letter.coupon.code,
        suggestion.customer.id,
        None if product_id else suggestion.coupon_percent,
        product_id=product_id,
        day=letter.date,
        reason=letter.template,
        suggestion=suggestion.id,
    )


def _coupon_words(suggestion: Suggestion, language: Language) -> str:
    if not suggestion.coupon_percent:
        return ""
    return language.tr(
        "{share} off your next purchase", share=language.percent(suggestion.coupon_percent / 100)
    )


def _signature(member: StaffMember) -> Signature:
    return Signature(member.name, member.title)


def _sender(shop: Shop) -> Sender:
    town = f"{shop.postcode} {shop.town}".strip()
    lines = tuple(line for line in (shop.street, town) if line)
    return Sender(shop.name, lines, shop.phone, shop.email, shop.website)


def _recipient(customer: Customer, shop: Shop, language: Language) -> Recipient:
    name = language.name(customer.first_name, customer.last_name) or customer.name
    if not (customer.street or customer.postcode):
        return Recipient((name,))
    town = f"{customer.postcode} {customer.town.upper()}".strip()
    home = {"", shop.country.upper()}
    abroad = territories.name(customer.country, shop.language) if customer.country.upper() not in home else ""
    return Recipient((name,), tuple(line for line in (customer.street, town, abroad.upper()) if line))

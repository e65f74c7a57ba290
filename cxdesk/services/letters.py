"""Letters for suggestions: composed in the customer's language, written as PDF, remembered."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

from cxdesk import paths
from cxdesk.documents import letters as documents
from cxdesk.domain.appreciation import Basis, LetterRecord, Suggestion
from cxdesk.domain.coupon import Coupon, CouponKind
from cxdesk.domain.errors import UserError
from cxdesk.domain.letter import CouponBox, Letter, LetterFields, Way
from cxdesk.domain.occasion import Occasion
from cxdesk.domain.paper import Paper, PaperKind
from cxdesk.language import reasons
from cxdesk.language.language import Language
from cxdesk.services.composing import Composer, Draft, Said
from cxdesk.services.permissions import allowance
from cxdesk.services.workplace import Workplace
from cxdesk.storage import actions, consents, coupons, papers

Progress = Callable[[int, int], None]


class Letters:
    """What goes out on paper."""

    def __init__(self, workplace: Workplace) -> None:
        self._work = workplace

    def draft(self, suggestion: Suggestion) -> Draft:
        """The letter of a suggestion in the customer's language."""
        return self._draft(Composer(self._work), suggestion)

    def write(self, suggestion: Suggestion, path: Path) -> Draft:
        """Write one letter as a PDF at `path` and remember it; a second time it is the same letter.

        Raises:
            UserError: when the file cannot be written; then nothing is remembered.
        """
        return self.write_batch([suggestion], path)[0]

    def write_batch(
        self, suggestions: Sequence[Suggestion], path: Path, progress: Progress | None = None
    ) -> list[Draft]:
        """Write the letters of several suggestions into one PDF and remember them as one step.

        Raises:
            UserError: when the file cannot be written, or somebody does not permit letters (any more); then nothing
                is written or remembered.
        """
        for suggestion in suggestions:
            self._check_permitted(suggestion)
        composer = Composer(self._work)
        drafts = [self._draft(composer, suggestion) for suggestion in suggestions]
        print_on(path, [draft.letter for draft in drafts], progress)
        only = suggestions[0].customer.id if len(suggestions) == 1 else None
        with self._work.change("Letter written", customer_id=only, detail=path.name):
            for suggestion, draft in zip(suggestions, drafts, strict=True):
                self.remember(suggestion, draft.letter)
        return drafts

    def remember(self, suggestion: Suggestion, letter: Letter) -> None:
        """Keep the letter of a suggestion with what it offers, within a change."""
        offered = offer(suggestion, letter)
        coupon_id = keep_coupon(self._work, offered) if offered else None
        remember(self._work, letter, suggestion.customer.id, Way.PRINTED, suggestion.id, coupon_id)

    def file(self, suggestions: Sequence[Suggestion]) -> Path:
        """Where the letters of these suggestions belong; no name of a person stands in it."""
        what = suggestions[0].id if len(suggestions) == 1 else f"{len(suggestions)} letters"
        return paths.letters(self._work.db.path) / f"{self._work.today()} {what}.pdf"

    def _check_permitted(self, suggestion: Suggestion) -> None:
        """Permission is asked anew: it may have been withdrawn since the suggestion was made."""
        customer = self._work.customer(suggestion.customer.id)
        events = consents.of(self._work.db, customer.id)
        by_service = suggestion.allowed.basis is Basis.SERVICE
        if customer.restricted or not (by_service or allowance(events, self._work.shop().letter_basis)):
            raise UserError("{name} does not permit letters. Nothing was written.", name=customer.name)

    def _draft(self, composer: Composer, suggestion: Suggestion) -> Draft:
        customer, shop = suggestion.customer, composer.shop
        language = composer.language(customer)
        kept = actions.letter_for(self._work.db, suggestion.id)
        identity = UUID(kept.uuid) if kept else uuid5(NAMESPACE_URL, f"{shop.name}/{suggestion.id}")
        code, offers = composer.code(identity), bool(suggestion.gift or suggestion.coupon_percent)
        until = self._work.today() + timedelta(days=shop.coupon_days)
        facts = suggestion.reasons[0].facts
        ends = facts["date"] if suggestion.kind is Occasion.WARRANTY else until if offers else None
        fields = LetterFields(
            reason=reasons.letter_reason(language, suggestion, composer.formality(customer)),
            item=facts.get("item", ""),
            gift=suggestion.gift.name if suggestion.gift else "",
            coupon=_coupon_words(suggestion, language),
            valid_until=language.date_long(ends) if ends else "",
        )
        coupon = _coupon(suggestion, until, language, code) if offers else None
        said = Said(suggestion.template, fields, coupon)
        return composer.compose(customer, identity, code, said)


def print_on(path: Path, letters: Sequence[Letter], progress: Progress | None = None) -> None:
    """All letters in one PDF; its folder is made when it is not there.

    Raises:
        UserError: when the file cannot be written.
    """
    with suppress(OSError):  # a folder that cannot be made is told by the file that cannot be written
        path.parent.mkdir(parents=True, exist_ok=True)
    documents.write_letters(letters, path, progress)


def keep_coupon(work: Workplace, offered: Coupon) -> int:
    """Keep the coupon that a letter carries, within a change; gives its id. Printed again it is valid from then on."""
    known = coupons.by_code(work.db, offered.code)
    if known is None:
        return coupons.insert(work.db, offered)
    coupons.extend(work.db, known.id, offered.last)
    return known.id


def remember(
    work: Workplace,
    letter: Letter,
    customer_id: int,
    way: Way,
    suggestion: str = "",
    coupon_id: int | None = None,
    campaign_id: int | None = None,
) -> None:
    """Keep a letter, how it went out and the code on it, within a change."""
    record = LetterRecord(
        id=0,
        uuid=letter.uuid,
        customer_id=customer_id,
        suggestion=suggestion,
        template=letter.template,
        language=letter.language,
        day=letter.date,
        body="\n\n".join(letter.paragraphs),
        code=letter.coupon.code if letter.coupon else "",
        staff_id=work.staff_id,
        campaign_id=campaign_id,
        way=way,
    )
    letter_id = actions.put_letter(work.db, record)
    paper = Paper(0, letter.code, PaperKind.LETTER, letter.date, customer_id, letter_id, coupon_id)
    papers.put(work.db, paper)


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


def _coupon(suggestion: Suggestion, until: date, language: Language, code: str) -> CouponBox:
    title = language.tr("Gift card: {item}", item=suggestion.gift.name) if suggestion.gift else ""
    return CouponBox(
        title=title or language.tr("Coupon: {what}", what=_coupon_words(suggestion, language)),
        text=language.tr("Show this at the counter."),
        code=code,
        valid_until=until,
    )


def _coupon_words(suggestion: Suggestion, language: Language) -> str:
    if not suggestion.coupon_percent:
        return ""
    return language.tr(
        "{share} off your next purchase", share=language.percent(suggestion.coupon_percent / 100)
    )

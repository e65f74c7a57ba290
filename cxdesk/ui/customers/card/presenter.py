"""What the customer's card decides."""

from collections.abc import Callable, Sequence
from typing import Protocol

from cxdesk.domain.anniversary import Anniversary
from cxdesk.domain.appreciation import Suggestion
from cxdesk.domain.completeness import Completeness, completeness
from cxdesk.domain.customer import ContactChannel, Customer, CustomerRow, Preference, Purpose, Tag
from cxdesk.domain.errors import UserError
from cxdesk.domain.goal import Progress
from cxdesk.domain.idea import Idea
from cxdesk.domain.recommendations import Likes
from cxdesk.domain.relations import Household, Relation
from cxdesk.language import differences, reasons
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.ui import voiding
from cxdesk.ui.acts import Acts, Saying
from cxdesk.ui.customers import events, facts
from cxdesk.ui.customers.card.noting import Noting
from cxdesk.ui.customers.facts import Permission, Rhythm, Value
from cxdesk.ui.customers.happening import ALL, Happening, Line, filters
from cxdesk.ui.goals import Pursuing
from cxdesk.ui.ideas import HavingIdeas
from cxdesk.ui.thanking import Thanking
from cxdesk.ui.tokens import Tone

AT_FIRST, MORE = 20, 60
LIKES = 3


class View(Saying, Protocol):
    """What the card can show."""

    def show_head(self, name: str, chips: Sequence[tuple[str, Tone]], line: str) -> None:
        """Say who it is."""

    def show_tags(self, tags: Sequence[Tag]) -> None:
        """Show the shop's own words on them."""

    def show_photo(self, jpeg: bytes) -> None:
        """Show their photo, or their initials when it is empty."""

    def show_contact(self, customer: Customer, lines: Sequence[facts.Fact]) -> None:
        """Show how to reach them and who they are."""

    def show_dates(self, lines: Sequence[tuple[Anniversary, str]]) -> None:
        """Show the days that they keep every year."""

    def show_preferences(self, preferences: Sequence[Preference]) -> None:
        """Show what they like and must not be given, warnings first."""

    def show_permissions(self, permissions: Sequence[Permission], *, any_marketing: bool) -> None:
        """Show what they allow."""

    def show_timeline(self, shown: Sequence[Happening], words: dict[str, str], hidden: int) -> None:
        """Show what happened, and the filters in words."""

    def show_people(
        self, home: Household | None, relations: Sequence[Relation], near: Sequence[CustomerRow]
    ) -> None:
        """Show with whom they live, who is what to them, and who may live with them too."""

    def show_completeness(self, known: Completeness) -> None:
        """Show how much is known of what helps."""

    def show_next(self, suggestion: Suggestion | None, nothing: str) -> None:
        """Show what is suggested today, or say why `nothing` is."""

    def show_ideas(self, waiting: Sequence[Idea]) -> None:
        """Show staff's own ideas that wait for their day."""

    def show_goals(self, goals: Sequence[Progress]) -> None:
        """Show how far their own goals have come."""

    def show_value(self, value: Value, rhythm: Rhythm | None) -> None:
        """Show the figures."""

    def show_likes(self, lines: Sequence[facts.Fact]) -> None:
        """Show what they likely buy next."""

    def look_beside(self, look: Callable[[Desk], Likes]) -> None:
        """Find out in the worker what others bought beside it, and hand it to `show_likes`."""

    def leave(self) -> None:
        """There is no such customer any more."""


class Presenter:
    """The card of one customer at a time."""

    def __init__(self, desk: Desk, language: Language, view: View) -> None:
        self._desk, self._language, self._view = desk, language, view
        self._acts, self._thanking = Acts(desk, view), Thanking(desk, language, view)
        self.noting = Noting(desk, language, view, lambda: self.customer)
        self.ideas = HavingIdeas(desk, language, view, lambda: self.customer.id)
        self.goals = Pursuing(desk, language, view, lambda: self.customer.id)
        self.customer = Customer(0)
        self.group, self._room = ALL, AT_FIRST
        self._events: list[Happening] = []
        self._words: dict[str, str] = {}
        self._newest = 0

    def open(self, customer_id: int) -> None:
        """Show this customer from the beginning."""
        self.customer = Customer(customer_id)
        self.group, self._room = ALL, AT_FIRST
        self.reload()

    def reload(self) -> None:
        """Read the customer again; leave when they are gone."""
        try:
            card = self._desk.customers.card(self.customer.id)
        except UserError:
            self._view.leave()
            return
        say, today, now = self._language, self._desk.workplace.today(), self._desk.workplace.now()
        self.customer = card.customer
        shop = self._desk.settings.shop()
        permissions = facts.permissions(say, card.consents, shop.letter_basis, now.tzinfo)
        marketing = any(each.allowed for each in permissions if each.purpose is Purpose.MARKETING)
        changes = self._desk.history.of_customer(card.customer.id)
        self._newest = changes[0].id if changes else 0
        self._events = events.timeline(say, card, changes, today, now.tzinfo)
        self._words = filters(say, self._events)
        self.group = self.group if self.group in self._words else ALL
        self._view.show_head(card.customer.name, facts.chips(say, card, today), facts.line(say, card))
        self._view.show_tags(card.tags)
        self._view.show_photo(self._desk.photos.of(card.customer.id))
        self._view.show_contact(card.customer, facts.known(say, card, shop.country, today))
        self._view.show_dates([(each, facts.kept(say, each, today)) for each in card.anniversaries])
        self._view.show_people(card.household, card.relations, self._desk.households.near(card.customer.id))
        met = bool(card.purchases or card.feedback)
        self._view.show_completeness(completeness(card.customer, card.preferences, card.consents, met=met))
        self._view.show_preferences(facts.warnings_first(card.preferences))
        self._view.show_permissions(permissions, any_marketing=marketing)
        letters = any(each.allowed and each.channel is ContactChannel.LETTER for each in permissions)
        self._view.show_next(
            self._desk.appreciation.next_for(card.customer.id), self._nothing(letters=letters)
        )
        self._view.show_ideas(self.ideas.waiting())
        self._view.show_goals(self.goals.of_customer())
        self._view.show_value(facts.value(say, card), facts.rhythm(say, card.absence))
        self.show_likes(
            card.customer.id, self._desk.recommendations.of(card.customer.id, LIKES, others=False)
        )
        self._view.look_beside(lambda desk: desk.recommendations.of(card.customer.id, LIKES))
        self._show_timeline()

    def show_likes(self, customer_id: int, likes: Likes) -> None:
        """Show what a customer likely buys next, if it is still they who are looked at."""
        if customer_id == self.customer.id:
            today = self._desk.workplace.today()
            self._view.show_likes(facts.likes(self._language, likes, today))

    def choose(self, group: str) -> None:
        """Show one kind of event alone, or `all`."""
        self.group, self._room = group, AT_FIRST
        self._show_timeline()

    def more(self) -> None:
        """Show more of the timeline."""
        self._room += MORE
        self._show_timeline()

    def happening(self, key: str) -> Happening | None:
        """The event of the timeline with this key."""
        return next((each for each in self._events if each.key == key), None)

    def lines(self, event: Happening) -> Sequence[Line]:
        """What a row unfolds to; what a change of the entry did is read now."""
        if not event.change:
            return event.lines
        found = self._desk.history.differences(event.change)
        own = {field.name: field for field in self._desk.fields.every()}
        return [differences.difference(self._language, each, own) for each in found]

    def undoable(self, event: Happening) -> bool:
        """Whether the row is the newest change of the entry."""
        return bool(event.change) and event.change == self._newest

    def undo(self, event: Happening) -> None:
        """Take the newest change of the entry back."""
        said = self._language.tr("Undone: {what}", what=event.title)
        self._acts.undo(event.change, said)

    def cancel(self, event: Happening) -> None:
        """A sale was recorded by mistake."""
        voiding.cancel(self._desk, self._language, self._acts, event.sale)

    def permit(self, permission: Permission) -> None:
        """The customer gives or withdraws a permission at the counter."""
        given = not permission.allowed
        said = self._language.tr("Permission given: {what}", what=permission.title)
        if not given:
            said = self._language.tr("Permission withdrawn: {what}", what=permission.title)
        self._consent(permission.purpose, permission.channel, said, given=given)

    def stop_marketing(self) -> None:
        """No marketing through any channel from now on."""
        said = self._language.tr("All marketing stopped")
        self._consent(Purpose.MARKETING, ContactChannel.ANY, said, given=False)

    def done(self, *suggestions: Suggestion) -> None:
        """The suggestion was carried out."""
        self._thanking.done(*suggestions)

    def snooze(self, suggestion: Suggestion) -> None:
        """Put it off."""
        self._thanking.snooze(suggestion)

    def offer(self, product_id: int) -> None:
        """A coupon for something that they likely buy."""
        say, shop = self._language, self._desk.settings.shop()
        what = self._desk.products.get(product_id).name
        share = say.percent(shop.coupon_percent / 100)
        text = say.tr("Coupon: {share} off {what}", share=share, what=what)
        self._acts.do(lambda: self._desk.coupons.offer(self.customer.id, product_id), text)

    def _nothing(self, *, letters: bool) -> str:
        if letters:
            return self._language.tr("Nothing is due today.")
        return self._language.tr("Letters are not permitted, so nothing is suggested.")

    def _consent(self, purpose: Purpose, channel: ContactChannel, said: str, *, given: bool) -> None:
        source, wording = (
            self._language.tr("at the counter"),
            self._wording(purpose, channel) if given else "",
        )
        self._acts.do(
            lambda: self._desk.customers.consent(
                self.customer.id, purpose, channel, given=given, source=source, wording=wording
            ),
            said,
        )

    def _wording(self, purpose: Purpose, channel: ContactChannel) -> str:
        """The words in which a permission is asked at the counter; they are kept with it."""
        say, shop = self._language, self._desk.settings.shop().name
        if purpose is Purpose.PROFILING:
            return say.tr("{shop} may look at my purchases to serve me better.", shop=shop)
        way = reasons.channel(say, channel)
        return say.tr("{shop} may send me thanks and offers: {way}.", shop=shop, way=way)

    def _show_timeline(self) -> None:
        wanted = [each for each in self._events if self.group in {ALL, *each.groups}]
        self._view.show_timeline(wanted[: self._room], self._words, max(0, len(wanted) - self._room))

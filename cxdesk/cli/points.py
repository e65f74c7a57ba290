"""The command of the points book."""

from argparse import Namespace

from cxdesk.cli import shapes
from cxdesk.cli.answers import answer, language_of, opened, spare_the_shop
from cxdesk.domain.points import Lot, PointsEntry
from cxdesk.language import loyalty
from cxdesk.language.language import Language
from cxdesk.services.desk import Desk
from cxdesk.services.points import Standing
from cxdesk.ui import standing


def points(arguments: Namespace) -> None:
    """What a customer has, or all together; give, take, spend, donate, or note what has expired."""
    acts = (arguments.give, arguments.take, arguments.spend, arguments.donate)
    with opened(arguments, lock=arguments.expire or any(acts)) as desk:
        language = language_of(arguments, desk)
        gone = desk.points.expire() if arguments.expire else 0
        if arguments.customer is None:
            _all(arguments, desk, language, gone)
            return
        _act(arguments, desk)
        _one(arguments, desk, language)


def cancel_purchase(arguments: Namespace) -> None:
    """A sale that was recorded by mistake."""
    with opened(arguments) as desk:
        desk.purchases.void(arguments.purchase)
        words = language_of(arguments, desk).tr("Purchase cancelled")
    answer(arguments, {"purchase": arguments.purchase}, words)


def stamps(arguments: Namespace) -> None:
    """The stamp cards of a customer; the reward of a full one is handed over."""
    with opened(arguments, lock=bool(arguments.reward)) as desk:
        desk.customers.get(arguments.customer)
        if arguments.reward:
            desk.stamps.reward(arguments.customer, arguments.reward, arguments.uuid)
        held, language = desk.stamps.of_customer(arguments.customer), language_of(arguments, desk)
        words = [standing.stamped(language, each) for each in held]
    shape = [
        {
            "card": each.card.id,
            "name": each.card.name,
            "stamps": each.stamps,
            "of": each.card.stamps,
            "full": each.full,
        }
        for each in held
    ]
    answer(arguments, shape, "\n".join(words))


def statement(arguments: Namespace) -> None:
    """What a customer has with the shop, as a PDF."""
    with opened(arguments, lock=False) as desk:
        spare_the_shop(arguments.out, arguments.shop)
        desk.statements.write(arguments.customer, arguments.out)
    answer(arguments, {"statement": str(arguments.out)}, str(arguments.out))


def _act(arguments: Namespace, desk: Desk) -> None:
    customer, reason, uuid = arguments.customer, arguments.reason, arguments.uuid
    if arguments.give:
        desk.points.correct(customer, arguments.give, reason, uuid)
    if arguments.take:
        desk.points.correct(customer, -arguments.take, reason, uuid)
    if arguments.spend:
        desk.points.spend(customer, arguments.spend, uuid=uuid)
    if arguments.donate:
        desk.points.donate(customer, arguments.donate, reason, uuid)


def _all(arguments: Namespace, desk: Desk, language: Language, gone: int) -> None:
    figures = desk.points.figures()
    money = language.money(figures.value)
    said = loyalty.points(language, figures.points)
    shape = {
        "participants": figures.participants,
        "points": figures.points,
        "value": figures.value,
        "expiring": figures.expiring,
        "donated": figures.donated,
        "expired_now": gone,
    }
    words = language.tr_n("{n} participant", "{n} participants", figures.participants)
    answer(arguments, shape, f"{words}: {said} ({money})")


def _one(arguments: Namespace, desk: Desk, language: Language) -> None:
    name = desk.customers.get(arguments.customer).name
    stands, book = desk.points.standing(arguments.customer), desk.points.book(arguments.customer)
    entries = desk.points.entries(arguments.customer)
    said = [f"{name}: {loyalty.points(language, stands.balance)} ({language.money(stands.value)})"]
    said += [f"{language.date(e.day)} {e.points:>+7}  {loyalty.kind(language, e)}" for e in entries]
    shape = _standing(stands) | {
        "customer": arguments.customer,
        "lots": [_lot(lot) for lot in book.lots],
        "entries": [_entry(entry) for entry in entries],
    }
    answer(arguments, shape, "\n".join(said))


def _standing(standing: Standing) -> shapes.Shape:
    ahead, reward = standing.next_tier, standing.next_reward
    return {
        "points": standing.balance,
        "value": standing.value,
        "owed": standing.owed,
        "expiring": standing.expiring,
        "expires": standing.expires.isoformat() if standing.expires else None,
        "tier": standing.tier.name if standing.tier else None,
        "next_tier": {"name": ahead.name, "missing": ahead.spend - standing.spend} if ahead else None,
        "next_reward": {"name": reward.name, "missing": reward.points - standing.balance} if reward else None,
    }


def _lot(lot: Lot) -> shapes.Shape:
    return {
        "id": lot.id,
        "date": lot.day.isoformat(),
        "points": lot.points,
        "left": lot.left,
        "expires": lot.expires.isoformat() if lot.expires else None,
    }


def _entry(entry: PointsEntry) -> shapes.Shape:
    return {
        "id": entry.id,
        "date": entry.day.isoformat(),
        "points": entry.points,
        "kind": entry.kind.value,
        "lot": entry.lot_id,
        "purchase": entry.purchase_id,
        "note": entry.note,
    }

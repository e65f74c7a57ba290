"""The command for events."""

from argparse import Namespace
from dataclasses import asdict

from cxdesk.cli import shapes
from cxdesk.cli.answers import answer, language_of, opened
from cxdesk.domain import money
from cxdesk.domain.campaign import Campaign, Invitation, Outcome, Turnout
from cxdesk.language import campaigns as words
from cxdesk.services.desk import Desk


def events(arguments: Namespace) -> None:
    """Note who has come, close an event, or tell what came of each."""
    acts = (arguments.came, arguments.friend, arguments.close, arguments.coupon)
    acting = any(act is not None for act in acts)
    with opened(arguments, lock=acting) as desk:
        if acting:
            done = _done(arguments, desk)
            answer(arguments, done, " ".join(str(each) for each in done.values()))
            return
        service, language = desk.campaigns, language_of(arguments, desk)
        found = [(each, service.turnout(each.id), service.outcome(each)) for each in service.every()]
    lines = [
        f"{event.id:>4}  {event.name} · {words.when(language, event)}\n      "
        + " ".join(
            [words.turnout(language, event, turnout), *words.outcome(language, event, outcome)]
        ).strip()
        for event, turnout, outcome in found
    ]
    answer(arguments, [_event(*each) for each in found], "\n".join(lines))


def _done(arguments: Namespace, desk: Desk) -> shapes.Shape:
    service = desk.campaigns
    if arguments.came:
        return _invitation(desk.invitations.came(arguments.came))
    if arguments.friend:
        return _invitation(desk.invitations.friend(arguments.friend, arguments.customer))
    if arguments.coupon:
        return {"coupon": service.coupon(service.get(arguments.coupon)).code}
    cost = money.minor(arguments.cost, money.exponent(desk.settings.shop().currency))
    service.close(service.get(arguments.close), cost, arguments.result)
    return {"closed": arguments.close}


def _invitation(each: Invitation) -> shapes.Shape:
    came = each.came.isoformat() if each.came else None
    return {"code": each.code, "name": each.name, "came": came, "guests": each.guests}


def _event(event: Campaign, turnout: Turnout, outcome: Outcome) -> shapes.Shape:
    return {
        "id": event.id,
        "kind": event.kind.value,
        "name": event.name,
        "first": event.first.isoformat(),
        "last": event.last.isoformat(),
        "closed": event.closed,
        "budget": event.budget,
        "cost": event.cost,
        "goal": event.goal,
        "result": event.result,
        "turnout": asdict(turnout),
        "outcome": asdict(outcome) | {"extra": outcome.extra},
    }

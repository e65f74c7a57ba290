"""The command for the goals of customers."""

from argparse import Namespace

from cxdesk.cli import shapes
from cxdesk.cli.answers import answer, language_of, opened
from cxdesk.domain.goal import Counts, Goal, Progress
from cxdesk.language import goals


def goal(arguments: Namespace) -> None:
    """Set a goal, bring one nearer, or say how far a customer's goals have come."""
    with opened(arguments, lock=bool(arguments.target or arguments.more)) as desk:
        who, counts = arguments.customer, Counts(arguments.counts)
        if arguments.target:
            unit, item = ("", arguments.of) if counts is Counts.PIECES else (arguments.of, "")
            today = desk.workplace.today()
            desk.goals.set(
                Goal(
                    0,
                    who,
                    today,
                    counts,
                    arguments.target,
                    arguments.text,
                    unit,
                    item=item,
                    uuid=arguments.uuid,
                )
            )
        elif arguments.more:
            by_hand = (each.goal for each in desk.goals.of_customer(who) if each.goal.counts is Counts.HAND)
            for each in [*by_hand][:1]:
                desk.goals.advance(each, arguments.more, arguments.uuid)
        found, language = desk.goals.of_customer(who), language_of(arguments, desk)
    lines = [f"{goals.title(language, each.goal)}: {goals.progress(language, each)}" for each in found]
    answer(arguments, [_goal(each) for each in found], "\n".join(lines))


def _goal(each: Progress) -> shapes.Shape:
    return {
        "id": each.goal.id,
        "customer": each.goal.customer_id,
        "text": each.goal.text,
        "counts": each.goal.counts.value,
        "of": each.goal.item or each.goal.unit,
        "done": each.done,
        "target": each.goal.target,
        "reached": each.reached.isoformat() if each.reached else None,
    }

"""The words of the commands of thanking: suggestions, gifts, gestures, events and letters."""

from decimal import Decimal
from pathlib import Path

from cxdesk.cli import commands, events, goals, goodwill, ideas, letters, reading, thanking
from cxdesk.cli.command import Sub, command
from cxdesk.domain.goal import Counts
from cxdesk.domain.goodwill import GoodwillReason
from cxdesk.domain.idea import Way
from cxdesk.domain.letter import LetterKind
from cxdesk.domain.stationery import LABELS


def add(sub: Sub) -> None:
    """Add them."""
    suggest = command(sub, "suggest", commands.suggest, "Whom to thank on a day, and why.")
    suggest.add_argument("--on", "--day", type=reading.near_day, metavar="DATE")
    done = command(sub, "done", commands.done, "Note that a suggestion was carried out.")
    done.add_argument("suggestion", type=reading.text, metavar="SUGGESTION")
    done.add_argument("--on", type=reading.near_day, metavar="DATE")
    command(sub, "effect", thanking.effect, "Whether thanking helps, by those whom a lot leaves out.")
    command(sub, "gifts", thanking.gifts, "What is kept ready to give, and who got what.")
    gesture = command(
        sub, "gesture", goodwill.gesture, "What staff give on their own judgement: give, or the log."
    )
    gesture.add_argument("--staff", type=reading.text, metavar="NAME", help="who gives")
    gesture.add_argument("--customer", type=reading.number, metavar="CUSTOMER")
    what = gesture.add_mutually_exclusive_group()
    what.add_argument("--give", type=reading.text, metavar="WHAT")
    what.add_argument("--product", type=reading.number, metavar="ID", help="taken from stock")
    gesture.add_argument("--cost", type=reading.money, metavar="MONEY", default=Decimal(0))
    gesture.add_argument("--reason", choices=[reason.value for reason in GoodwillReason])
    gesture.add_argument(
        "--uuid", type=reading.text, default="", help="saving the same one twice records once"
    )
    event = command(sub, "events", events.events, "Events: what came of them, who comes, and closing one.")
    acts = event.add_mutually_exclusive_group()
    acts.add_argument("--came", type=reading.text, metavar="CODE", help="somebody came with this invitation")
    acts.add_argument(
        "--friend", type=reading.text, metavar="CODE", help="a friend came with this invitation"
    )
    acts.add_argument("--close", type=reading.number, metavar="ID")
    acts.add_argument("--coupon", type=reading.number, metavar="ID", help="the coupon that everybody may use")
    event.add_argument("--customer", type=reading.number, metavar="ID", help="who the friend is")
    event.add_argument("--cost", type=reading.money, metavar="MONEY", default=Decimal(0))
    event.add_argument("--result", type=reading.text, default="", help="what was learned")
    idea = command(
        sub, "idea", ideas.idea, "Staff's own ideas whom to thank for what: note one, or list them."
    )
    idea.add_argument("customer", type=reading.number, nargs="?", metavar="CUSTOMER")
    idea.add_argument("--text", type=reading.text, default="", help="what is said to the customer")
    idea.add_argument("--day", type=reading.near_day, metavar="DATE", help="from when on; today by default")
    idea.add_argument("--way", choices=[way.value for way in Way], default=Way.WORD.value)
    idea.add_argument("--staff", type=reading.text, metavar="NAME", help="whose idea it is")
    idea.add_argument("--uuid", type=reading.text, default="", help="saving the same one twice records once")
    _goal_command(sub)
    letter = command(sub, "letter", commands.letter, "Write the letter of a suggestion as a PDF.")
    letter.add_argument("suggestion", type=reading.text, metavar="SUGGESTION")
    letter.add_argument("--on", type=reading.near_day, metavar="DATE")
    letter.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    _letters_command(sub)


def _goal_command(sub: Sub) -> None:
    goal = command(
        sub, "goal", goals.goal, "A customer's own goals: how far they have come, set one, bring one nearer."
    )
    goal.add_argument("customer", type=reading.number, metavar="CUSTOMER")
    acts = goal.add_mutually_exclusive_group()
    acts.add_argument("--target", type=float, metavar="N", help="set a goal of so many")
    acts.add_argument("--more", type=float, metavar="N", help="so many more of what is added by hand")
    goal.add_argument("--counts", choices=[each.value for each in Counts], default=Counts.VISITS.value)
    goal.add_argument(
        "--of", type=reading.text, default="", metavar="WHAT", help="product or category; unit by hand"
    )
    goal.add_argument("--text", type=reading.text, default="", help="what it is for")
    goal.add_argument("--uuid", type=reading.text, default="", help="saving the same one twice records once")


def _letters_command(sub: Sub) -> None:
    many = command(sub, "letters", letters.letters, "Write letters to many into one PDF.")
    many.add_argument("--kind", choices=[kind.value for kind in LetterKind], required=True)
    to = many.add_mutually_exclusive_group(required=True)
    to.add_argument("--list", type=reading.text, metavar="NAME", help="to those on a list that has a name")
    to.add_argument("--suggestions", action="store_true", help="to whoever is suggested for it today")
    for name in letters.TEXTS:
        many.add_argument(f"--{name}", type=reading.text, metavar="TEXT")
    many.add_argument("--until", type=reading.day, metavar="DATE", help="the end of an offer or a warranty")
    many.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    labels = command(sub, "labels", letters.labels, "Write the address labels of a list.")
    labels.add_argument("--list", type=reading.text, metavar="NAME", required=True)
    labels.add_argument("--sheet", choices=sorted(LABELS), default="L7160")
    labels.add_argument("--start", type=reading.count, default=1, metavar="N", help="the first free label")
    labels.add_argument("--right", type=float, default=0.0, metavar="MM", help="move to the right")
    labels.add_argument("--down", type=float, default=0.0, metavar="MM", help="move down")
    labels.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")

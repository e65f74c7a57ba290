"""The words of the command line."""

import argparse
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TypeAlias

import cxdesk
from cxdesk.cli import (
    commands,
    coupons,
    draws,
    events,
    exporting,
    goodwill,
    ideas,
    importing,
    letters,
    merging,
    points,
    purchases,
    reading,
    recommending,
    register,
    requests,
    thanking,
    window,
)
from cxdesk.domain.coupon import CouponKind, CouponState
from cxdesk.domain.goodwill import GoodwillReason
from cxdesk.domain.idea import Way
from cxdesk.domain.letter import LetterKind
from cxdesk.domain.listing import CHOICES, Subject
from cxdesk.domain.merging import FIELDS
from cxdesk.domain.needs import Channel, Emotion, Need, Route, Stage
from cxdesk.domain.stationery import LABELS

Command = Callable[[argparse.Namespace], int | None]
Sub: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - argparse has no other name for it


@cache
def parser() -> argparse.ArgumentParser:
    """What reads the words of every command."""
    parser = argparse.ArgumentParser(
        prog="cxdesk", description="A small shop's customers, and thanking them."
    )
    parser.add_argument("--version", action="version", version=f"CX Desk {cxdesk.__version__}")
    sub = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for add in (
        _shop_commands,
        _register_commands,
        _merging_commands,
        _request_commands,
        _record_commands,
        _thanking_commands,
        _loyalty_commands,
        _figures_commands,
        _export_command,
    ):
        add(sub)
    return parser


def _command(sub: Sub, name: str, run: Command, words: str, *, shop: bool = True) -> argparse.ArgumentParser:
    parser = sub.add_parser(name, help=words, description=words, allow_abbrev=False)
    parser.set_defaults(run=run)
    parser.add_argument("--lang", choices=["fi", "en", "uz"], help="language of what is said")
    if shop:
        parser.add_argument("shop", type=Path, metavar="SHOP", help="the shop file")
        parser.add_argument("--json", action="store_true", help="answer in JSON")
    return parser


def _shop_commands(sub: Sub) -> None:
    sub.add_parser("gui", help=window.WORDS, add_help=False)  # `cxdesk.cli.window` reads its words
    new = _command(sub, "new", commands.new, "Make a new, empty shop file.")
    new.add_argument("--name", type=reading.text, required=True, help="the shop's name")
    new.add_argument("--currency", type=reading.currency, default="EUR", help="ISO 4217 code, EUR by default")
    demo = _command(sub, "demo", commands.demo, "Make a demo shop of invented customers.")
    demo.add_argument("--customers", type=reading.count, default=400)
    demo.add_argument("--years", type=int, choices=range(1, 21), default=2, metavar="1-20")
    demo.add_argument("--seed", type=int, default=1)
    demo.add_argument("--today", type=reading.near_day, help="the day on which its history ends")
    _command(sub, "check", commands.check, "Check that the shop file is sound.")
    backup = _command(sub, "backup", commands.backup, "Make a verified backup.")
    backup.add_argument("folder", type=Path, metavar="DIR")
    restore = _command(
        sub, "restore", commands.restore, "Put a backup in the place of a shop file.", shop=False
    )
    restore.add_argument("backup", type=Path, metavar="BACKUP")
    restore.add_argument("shop", type=Path, metavar="SHOP")
    _command(sub, "history", commands.history, "Who changed what and when, newest first.")
    undo = _command(sub, "undo", commands.undo, "Take back a change, the newest by default.")
    undo.add_argument("change", type=reading.number, nargs="?", metavar="CHANGE")
    _command(sub, "redo", commands.redo, "Bring back what was undone last.")


def _register_commands(sub: Sub) -> None:
    bring = _command(
        sub, "import", importing.bring_in, "Bring in a file of another system as one undoable change."
    )
    bring.add_argument("file", type=Path, metavar="FILE")
    bring.add_argument(
        "--profile",
        type=reading.text,
        metavar="NAME",
        help="the system that made it, when it is not recognised",
    )
    bring.add_argument("--dry-run", action="store_true", help="count only, save nothing")
    bring.add_argument(
        "--answer",
        type=reading.answer,
        action="append",
        metavar="FIELD=VALUE",
        help="what the file cannot tell, for example moment=dmy, amount=, or name=last first",
    )
    bring.add_argument("--overwrite", action="store_true", help="the file's word counts where it differs")
    bring.add_argument(
        "--encoding", type=reading.text, help="how the text is encoded, when the guess is wrong"
    )
    bring.add_argument("--delimiter", help="what stands between the cells, when the guess is wrong")
    bring.add_argument("--sheet", type=reading.text, help="the sheet of a workbook, when the guess is wrong")
    bring.add_argument(
        "--reconciliation",
        type=Path,
        metavar="FILE.pdf",
        help="write what the file holds and what the shop has, to be signed",
    )
    listing = _command(sub, "customers", register.customers, "List customers.")
    _who(listing)
    _command(sub, "lists", register.lists, "The lists of customers that have a name.")
    _edit_command(sub)
    one = _command(sub, "customer", commands.customer, "Everything about one customer.")
    one.add_argument("customer", type=reading.number, metavar="ID")


def _who(parser: argparse.ArgumentParser) -> None:
    """What says which customers are meant; all of it holds together."""
    parser.add_argument(
        "--search",
        type=reading.text,
        metavar="TEXT",
        default="",
        help="name in any spelling, phone, e-mail or card",
    )
    parser.add_argument("--list", type=reading.text, metavar="NAME", help="those on a list that has a name")
    parser.add_argument(
        "--filter",
        type=reading.pair,
        action="append",
        metavar="KEY=VALUE",
        help="for example town=Lahti, visits=3, not_visited_for=90, permission=letter, or an own field's name",
    )


def _edit_command(sub: Sub) -> None:
    edit = _command(sub, "edit", register.edit, "Change many customers as one undoable change.")
    _who(edit)
    edit.add_argument("--everybody", action="store_true", help="all customers")
    wish = edit.add_mutually_exclusive_group(required=True)
    wish.add_argument("--add-tag", type=reading.text, metavar="TAG")
    wish.add_argument("--remove-tag", type=reading.text, metavar="TAG")
    wish.add_argument(
        "--set",
        type=reading.pair,
        metavar="KEY=VALUE",
        help="persona, origin, stage, language, town or an own field",
    )
    wish.add_argument(
        "--withdraw", choices=CHOICES[Subject.PERMISSION], help="a permission; none is ever given for many"
    )
    edit.add_argument("--dry-run", action="store_true", help="tell only what would come of it")


def _merging_commands(sub: Sub) -> None:
    _command(sub, "duplicates", merging.duplicates, "Find entries that may be one person, the surest first.")
    merge = _command(
        sub, "merge", merging.merge, "Make one entry of two; nothing is lost, undo brings both back."
    )
    merge.add_argument("keep", type=reading.number, metavar="KEEP", help="the customer who stays")
    merge.add_argument(
        "drop", type=reading.number, metavar="DROP", help="the customer who becomes part of the other"
    )
    merge.add_argument(
        "--take",
        choices=[part.value for part in FIELDS],
        action="append",
        help="what to take from DROP where the two contradict each other",
    )
    merge.add_argument("--dry-run", action="store_true", help="tell only what would come of it")


def _request_commands(sub: Sub) -> None:
    words = "What was asked for and is not in stock: what is wanted most, and whom to call when it is there."
    _command(sub, "requests", requests.requests, words)


def _record_commands(sub: Sub) -> None:
    bought = _command(sub, "record-purchase", purchases.record_purchase, "Record a purchase or a return.")
    bought.add_argument("--customer", type=reading.number, metavar="ID")
    bought.add_argument(
        "--line",
        type=reading.text,
        nargs="+",
        action="append",
        metavar=("PRODUCT", "QUANTITY PRICE discount= warranty= reason="),
        help="name, code or barcode; quantity (1) and price of one (the product's); discount=10%% or discount=2,50, "
        "warranty=DATE",
    )
    bought.add_argument(
        "--return",
        dest="back",
        type=reading.text,
        nargs="+",
        action="append",
        metavar=("LINE", "QUANTITY reason="),
        help="the id of a line sold earlier, and how many of it come back (1)",
    )
    bought.add_argument(
        "--coupon", type=reading.text, action="append", metavar="CODE", help="a coupon to use"
    )
    bought.add_argument("--points", type=reading.count, default=0, metavar="N", help="points to use as money")
    bought.add_argument("--gift-card", type=reading.text, default="", metavar="CODE", help="pays what it can")
    bought.add_argument("--tier", action="store_true", help="take off what the customer’s tier gives")
    bought.add_argument("--refund", action="store_true", help="the lines came back, without a receipt")
    bought.add_argument("--date", type=reading.day)
    bought.add_argument("--receipt", type=reading.text, default="", metavar="NUMBER")
    bought.add_argument(
        "--uuid", type=reading.text, default="", help="saving the same one twice records once"
    )
    said = _command(
        sub, "record-feedback", commands.record_feedback, "Record what a customer answered and said."
    )
    said.add_argument("--customer", type=reading.number, metavar="ID")
    said.add_argument("--nps", type=int, metavar="0-10")
    said.add_argument("--csat", type=int, metavar="1-5")
    said.add_argument("--ces", type=int, metavar="1-7")
    said.add_argument("--comment", type=reading.text, default="", metavar="TEXT")
    said.add_argument("--channel", choices=[c.value for c in Channel], default=Channel.IN_PERSON.value)
    said.add_argument("--stage", choices=[s.value for s in Stage])
    said.add_argument("--emotion", choices=[e.value for e in Emotion])
    said.add_argument("--waited", type=int, metavar="MINUTES")
    said.add_argument("--route", choices=[r.value for r in Route])
    said.add_argument("--need", choices=[n.value for n in Need], action="append", default=[])
    said.add_argument("--date", type=reading.day)
    said.add_argument("--uuid", type=reading.text, default="", help="saving the same one twice records once")


def _thanking_commands(sub: Sub) -> None:
    suggest = _command(sub, "suggest", commands.suggest, "Whom to thank on a day, and why.")
    suggest.add_argument("--on", "--day", type=reading.near_day, metavar="DATE")
    done = _command(sub, "done", commands.done, "Note that a suggestion was carried out.")
    done.add_argument("suggestion", type=reading.text, metavar="SUGGESTION")
    done.add_argument("--on", type=reading.near_day, metavar="DATE")
    _command(sub, "effect", thanking.effect, "Whether thanking helps, by those whom a lot leaves out.")
    _command(sub, "gifts", thanking.gifts, "What is kept ready to give, and who got what.")
    gesture = _command(
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
    event = _command(sub, "events", events.events, "Events: what came of them, who comes, and closing one.")
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
    idea = _command(
        sub, "idea", ideas.idea, "Staff's own ideas whom to thank for what: note one, or list them."
    )
    idea.add_argument("customer", type=reading.number, nargs="?", metavar="CUSTOMER")
    idea.add_argument("--text", type=reading.text, default="", help="what is said to the customer")
    idea.add_argument("--day", type=reading.near_day, metavar="DATE", help="from when on; today by default")
    idea.add_argument("--way", choices=[way.value for way in Way], default=Way.WORD.value)
    idea.add_argument("--staff", type=reading.text, metavar="NAME", help="whose idea it is")
    idea.add_argument("--uuid", type=reading.text, default="", help="saving the same one twice records once")
    letter = _command(sub, "letter", commands.letter, "Write the letter of a suggestion as a PDF.")
    letter.add_argument("suggestion", type=reading.text, metavar="SUGGESTION")
    letter.add_argument("--on", type=reading.near_day, metavar="DATE")
    letter.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    _letters_command(sub)


def _letters_command(sub: Sub) -> None:
    many = _command(sub, "letters", letters.letters, "Write letters to many into one PDF.")
    many.add_argument("--kind", choices=[kind.value for kind in LetterKind], required=True)
    to = many.add_mutually_exclusive_group(required=True)
    to.add_argument("--list", type=reading.text, metavar="NAME", help="to those on a list that has a name")
    to.add_argument("--suggestions", action="store_true", help="to whoever is suggested for it today")
    for name in letters.TEXTS:
        many.add_argument(f"--{name}", type=reading.text, metavar="TEXT")
    many.add_argument("--until", type=reading.day, metavar="DATE", help="the end of an offer or a warranty")
    many.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    labels = _command(sub, "labels", letters.labels, "Write the address labels of a list.")
    labels.add_argument("--list", type=reading.text, metavar="NAME", required=True)
    labels.add_argument("--sheet", choices=sorted(LABELS), default="L7160")
    labels.add_argument("--start", type=reading.count, default=1, metavar="N", help="the first free label")
    labels.add_argument("--right", type=float, default=0.0, metavar="MM", help="move to the right")
    labels.add_argument("--down", type=float, default=0.0, metavar="MM", help="move down")
    labels.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")


def _loyalty_commands(sub: Sub) -> None:
    book = _command(sub, "points", points.points, "The points of a customer, or of all together.")
    book.add_argument("customer", type=reading.number, nargs="?", metavar="CUSTOMER")
    acts = book.add_mutually_exclusive_group()
    for act in ("give", "take", "spend", "donate"):
        acts.add_argument(f"--{act}", type=reading.count, metavar="N")
    acts.add_argument("--expire", action="store_true", help="note what has expired, of all customers")
    book.add_argument(
        "--reason", type=reading.text, default="", help="why they are given or taken, or to what cause"
    )
    book.add_argument("--uuid", type=reading.text, default="", help="saving the same one twice records once")
    printed = _command(sub, "statement", points.statement, "What a customer has with the shop, as a PDF.")
    printed.add_argument("customer", type=reading.number, metavar="CUSTOMER")
    printed.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    likes = _command(sub, "likes", recommending.likes, "What a customer likely buys next, and why.")
    likes.add_argument("customer", type=reading.number, metavar="CUSTOMER")
    likes.add_argument(
        "--limit", type=reading.count, default=10, metavar="N", help="so many of each kind (10)"
    )
    prize = _command(sub, "draw", draws.draw, "Prize draws among those who answer, by a published seed.")
    acts = prize.add_mutually_exclusive_group()
    acts.add_argument("--announce", type=reading.text, metavar="NAME")
    acts.add_argument("--draw", type=reading.number, metavar="ID")
    prize.add_argument("--prize", type=reading.text, default="")
    prize.add_argument("--seed", type=reading.text, default="", help="a fresh one by default")
    prize.add_argument("--winners", type=reading.count, default=1)
    prize.add_argument("--from", type=reading.day, dest="first", metavar="DATE")
    prize.add_argument("--to", type=reading.day, dest="last", metavar="DATE")
    stamps = _command(sub, "stamps", points.stamps, "A customer’s stamp cards, or the reward of a full one.")
    stamps.add_argument("customer", type=reading.number, metavar="CUSTOMER")
    stamps.add_argument("--reward", type=reading.number, metavar="CARD", help="hand over its reward")
    stamps.add_argument(
        "--uuid", type=reading.text, default="", help="saving the same one twice records once"
    )
    void = _command(sub, "cancel-purchase", points.cancel_purchase, "Cancel a sale recorded by mistake.")
    void.add_argument("purchase", type=reading.number, metavar="PURCHASE")
    _coupon_command(sub)


def _coupon_command(sub: Sub) -> None:
    coupon = _command(sub, "coupon", coupons.coupon, "Make, list, use or withdraw coupons.")
    coupon.add_argument("act", choices=["new", "list", "redeem", "withdraw"])
    coupon.add_argument("code", type=reading.text, nargs="?", metavar="CODE")
    coupon.add_argument("--kind", choices=[k.value for k in CouponKind], default="percent")
    coupon.add_argument("--percent", type=reading.count)
    coupon.add_argument("--amount", type=reading.money, metavar="MONEY")
    coupon.add_argument(
        "--least", type=reading.money, metavar="MONEY", default=Decimal(0), help="what must be bought"
    )
    coupon.add_argument("--product", type=reading.number, metavar="ID")
    coupon.add_argument("--customer", type=reading.number, metavar="ID")
    coupon.add_argument("--from", type=reading.day, dest="first", metavar="DATE")
    coupon.add_argument("--to", type=reading.day, dest="last", metavar="DATE")
    coupon.add_argument("--state", choices=[s.value for s in CouponState])
    coupon.add_argument("--reason", type=reading.text, default="")
    coupon.add_argument(
        "--uuid", type=reading.text, default="", help="saving the same one twice records once"
    )


def _figures_commands(sub: Sub) -> None:
    scores = _command(sub, "scores", commands.scores, "NPS, CSAT and CES of a period, with n and intervals.")
    scores.add_argument("--from", type=reading.day, required=True, dest="first", metavar="DATE")
    scores.add_argument("--to", type=reading.day, required=True, dest="last", metavar="DATE")
    report = _command(sub, "report", commands.report, "Write a report as a PDF.")
    report.add_argument("kind", choices=["monthly"])
    report.add_argument("--month", type=reading.month, required=True, metavar="YYYY-MM")
    report.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")


def _export_command(sub: Sub) -> None:
    export = _command(sub, "export", exporting.export, "Write a list or the whole shop for other programs.")
    export.add_argument(
        "out",
        type=Path,
        metavar="OUT",
        help="a whole shop ends in .json, .xlsx or .zip, a list in .csv or .xlsx, contacts in .vcf, birthdays in .ics",
    )
    export.add_argument(
        "--what", choices=[exporting.EVERYTHING, *exporting.LISTS], default=exporting.EVERYTHING
    )
    export.add_argument(
        "--channel",
        choices=[channel.value for channel in exporting.CHANNELS],
        default=exporting.CHANNELS[0].value,
        help="how a mailing goes out; only those who may be reached so are listed",
    )
    export.add_argument(
        "--search", type=reading.text, metavar="TEXT", default="", help="only of customers who are found"
    )

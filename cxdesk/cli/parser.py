"""The words of the command line."""

import argparse
from functools import cache
from pathlib import Path

import cxdesk
from cxdesk.cli import (
    commands,
    exporting,
    importing,
    loyalty_words,
    merging,
    purchases,
    reading,
    register,
    requests,
    thanking_words,
    window,
)
from cxdesk.cli.command import Sub, command
from cxdesk.domain.listing import CHOICES, Subject
from cxdesk.domain.merging import FIELDS
from cxdesk.domain.needs import Channel, Emotion, Need, Route, Stage


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
        thanking_words.add,
        loyalty_words.add,
        _figures_commands,
        _export_command,
    ):
        add(sub)
    return parser


def _shop_commands(sub: Sub) -> None:
    sub.add_parser("gui", help=window.WORDS, add_help=False)  # `cxdesk.cli.window` reads its words
    new = command(sub, "new", commands.new, "Make a new, empty shop file.")
    new.add_argument("--name", type=reading.text, required=True, help="the shop's name")
    new.add_argument("--currency", type=reading.currency, default="EUR", help="ISO 4217 code, EUR by default")
    demo = command(sub, "demo", commands.demo, "Make a demo shop of invented customers.")
    demo.add_argument("--customers", type=reading.count, default=400)
    demo.add_argument("--years", type=int, choices=range(1, 21), default=2, metavar="1-20")
    demo.add_argument("--seed", type=int, default=1)
    demo.add_argument("--today", type=reading.near_day, help="the day on which its history ends")
    command(sub, "check", commands.check, "Check that the shop file is sound.")
    backup = command(sub, "backup", commands.backup, "Make a verified backup.")
    backup.add_argument("folder", type=Path, metavar="DIR")
    restore = command(
        sub, "restore", commands.restore, "Put a backup in the place of a shop file.", shop=False
    )
    restore.add_argument("backup", type=Path, metavar="BACKUP")
    restore.add_argument("shop", type=Path, metavar="SHOP")
    command(sub, "history", commands.history, "Who changed what and when, newest first.")
    undo = command(sub, "undo", commands.undo, "Take back a change, the newest by default.")
    undo.add_argument("change", type=reading.number, nargs="?", metavar="CHANGE")
    command(sub, "redo", commands.redo, "Bring back what was undone last.")


def _register_commands(sub: Sub) -> None:
    bring = command(
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
    listing = command(sub, "customers", register.customers, "List customers.")
    _who(listing)
    command(sub, "lists", register.lists, "The lists of customers that have a name.")
    _edit_command(sub)
    one = command(sub, "customer", commands.customer, "Everything about one customer.")
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
        help="for example town=Lahti, bought=yarn, not_visited_for=90, permission=letter, or an own field's name",
    )


def _edit_command(sub: Sub) -> None:
    edit = command(sub, "edit", register.edit, "Change many customers as one undoable change.")
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
    command(sub, "duplicates", merging.duplicates, "Find entries that may be one person, the surest first.")
    merge = command(
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
    command(sub, "requests", requests.requests, words)


def _record_commands(sub: Sub) -> None:
    bought = command(sub, "record-purchase", purchases.record_purchase, "Record a purchase or a return.")
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
    said = command(
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


def _figures_commands(sub: Sub) -> None:
    scores = command(sub, "scores", commands.scores, "NPS, CSAT and CES of a period, with n and intervals.")
    scores.add_argument("--from", type=reading.day, required=True, dest="first", metavar="DATE")
    scores.add_argument("--to", type=reading.day, required=True, dest="last", metavar="DATE")
    report = command(sub, "report", commands.report, "Write a report as a PDF.")
    report.add_argument("kind", choices=["monthly"])
    report.add_argument("--month", type=reading.month, required=True, metavar="YYYY-MM")
    report.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")


def _export_command(sub: Sub) -> None:
    export = command(sub, "export", exporting.export, "Write a list or the whole shop for other programs.")
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

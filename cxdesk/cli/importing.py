"""Importing on the command line: a file of another system, or a whole shop that CX Desk has written."""

from argparse import Namespace

from cxdesk.cli import shapes
from cxdesk.cli.answers import answer, language_of, opened, spare_the_shop
from cxdesk.domain.errors import UserError
from cxdesk.language import imports as words
from cxdesk.services.desk import Desk
from cxdesk.services.exports import is_export
from cxdesk.services.imports import Imported, Plan


def bring_in(arguments: Namespace) -> None:
    """Import a file."""
    with opened(arguments) as desk:
        if is_export(arguments.file) and not arguments.dry_run:
            _bring_back(arguments, desk)
        else:
            _bring_in(arguments, desk)


def _bring_back(arguments: Namespace, desk: Desk) -> None:
    if arguments.reconciliation:
        raise UserError("A whole shop comes back as it was; there is nothing to reconcile.")
    done = desk.exports.bring_back(arguments.file)
    said = language_of(arguments, desk).tr("{rows} rows of the shop brought back.", rows=done.rows)
    answer(arguments, {"rows": done.rows, "refused": [], "change": done.change}, said)


def _bring_in(arguments: Namespace, desk: Desk) -> None:
    if arguments.reconciliation:
        spare_the_shop(arguments.reconciliation, arguments.shop)
        _spare_the_file(arguments)
    plan = Plan(
        arguments.file,
        arguments.encoding,
        arguments.delimiter,
        arguments.sheet,
        arguments.profile,
        dict(arguments.answer or ()),
        overwrite=arguments.overwrite,
    )
    result = desk.imports.run(plan, dry_run=arguments.dry_run)
    language = language_of(arguments, desk)
    shape = shapes.imported(result, language)
    added = words.records(language, shape["added"])
    lines = [
        language.tr(
            "{rows} rows read, {refused} refused. Added: {added}.",
            rows=result.rows,
            refused=result.refused_count,
            added=added or language.tr("nothing"),
        )
    ]
    lines += [
        language.tr("Line {line}: {reason}", line=each["line"], reason=each["reason"])
        for each in shape["refused"] + shape["remarks"]
    ]
    if arguments.reconciliation:
        shape["reconciliation"] = _reconciled(arguments, desk, result, language.code)
        lines.append(shape["reconciliation"])
    answer(arguments, shape, "\n".join(lines))


def _spare_the_file(arguments: Namespace) -> None:
    sheet, file = arguments.reconciliation, arguments.file
    if sheet.exists() and file.exists() and sheet.samefile(file):
        raise UserError("{path} is the file to be imported. Choose another name.", path=sheet)


def _reconciled(arguments: Namespace, desk: Desk, result: Imported, code: str) -> str:
    return str(desk.reports.reconciliation(result, arguments.file.name, code, arguments.reconciliation))

"""Opens the shop and its window: the composition root of the window."""

import builtins
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cxdesk import paths
from cxdesk.domain.errors import Cancelled, UserError
from cxdesk.services import desk as desks
from cxdesk.services.workplace import Workplace
from cxdesk.storage import files
from cxdesk.storage.database import Database
from cxdesk.storage.errors import DamagedFileError, file_errors
from cxdesk.storage.lock import ShopInUseError, ShopLock
from cxdesk.system import require_window_libraries

if TYPE_CHECKING:
    from cxdesk.ui.application import Application

Clock = Callable[[], datetime]
DONE, REFUSED = 0, 1


def run(shop: Path | None, *, demo: bool = False, language: str = "", smoke: bool = False, now: Clock) -> int:
    """Open the window on `shop`, the demo shop, or the usual shop, which a first run makes; gives the exit code.

    Args:
        shop: an existing shop file; None for the usual one.
        demo: open the demo shop instead; it is made anew every day.
        language: of the screen (fi, en, uz) where it is not the shop's.
        smoke: visit every page of the demo shop, write a letter and a report, and leave.
        now: the clock.

    Raises:
        UserError: when there is no screen or the system lacks libraries for a window.
    """
    require_window_libraries()
    load_qt()
    from cxdesk.ui.application import Application  # noqa: PLC0415 - Qt aborts without its libraries

    application = Application(language)
    application.take_charge()
    try:
        path, file = _path(application, shop, now, demo=demo or smoke)
        return _serve(application, path, now, language, smoke=smoke, file=file) if path else DONE
    except Cancelled:
        return DONE
    except ShopInUseError as error:
        rang = not smoke and application.ring(Path(str(error.fields["path"])))
        return DONE if rang else _refuse(application, error)
    except UserError as error:
        return _refuse(application, error)


def load_qt() -> None:
    """Load Qt, and leave importing as it is.

    PySide can spell its methods in other ways (`from __feature__ import snake_case`) and puts a hook before every later
    import for it, which reads the source of each module. This program spells Qt in one way: without the hook the first
    frame and the libraries of charts and papers come sooner.
    """
    ordinary = builtins.__import__
    import PySide6.QtCore  # noqa: F401, PLC0415 - for its hook, which is taken away

    builtins.__import__ = ordinary


def _rescue(application: "Application", path: Path, damage: UserError, language: str, now: Clock) -> int:
    """Offer the newest sound backup in the place of a damaged shop, which is kept beside it."""
    from cxdesk.services.backups import put_back, rescue  # noqa: PLC0415 - a sound shop opens without them

    found = rescue(path).backup
    if found is None:
        return _refuse(application, damage)
    if not application.offers_backup(damage, found.at):
        return REFUSED
    put_back(found.path, path, now())
    return _serve(application, path, now, language, smoke=False)


def _back_up(application: "Application", desk: desks.Desk) -> None:
    """Back up at closing; a place that cannot be written is told, and stands in the way of nothing else."""
    try:
        desk.backups.if_needed()
    except UserError as error:
        application.errors.show(error)


def _refuse(application: "Application", error: UserError) -> int:
    application.errors.show(error)
    return REFUSED


def _path(
    application: "Application", shop: Path | None, now: Clock, *, demo: bool
) -> tuple[Path | None, Path | None]:
    """The shop file to open, made if need be (None: the person thought better of it), and a file to import into it."""
    usual = paths.default_shop()
    if demo:
        return _demo(application, now), None
    if shop or usual.exists():
        return shop or usual, None
    beginning = application.first_run()
    if beginning is None:
        return None, None
    if beginning.shop is None:
        return _demo(application, now), None
    desks.found(usual, beginning.shop, now).close()
    return usual, beginning.file


def _demo(application: "Application", now: Clock) -> Path:
    """The demo shop of today; no other file is touched."""
    path = paths.demo_shop()
    with file_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or _day_of(path, now) < now().date():
            lock = ShopLock(path).acquire()
            try:
                _stock(application, path, now)
            finally:
                lock.release()
    return path


def _day_of(path: Path, now: Clock) -> date:
    return datetime.fromtimestamp(path.stat().st_mtime, now().tzinfo).date()


def _stock(application: "Application", path: Path, now: Clock) -> None:
    """Make the demo shop beside its place, and put it there when it is whole."""
    from tempfile import TemporaryDirectory  # noqa: PLC0415 - a real shop opens without both

    from cxdesk.services import demo  # noqa: PLC0415

    text = application.language.tr("The demo shop is being stocked…")
    with TemporaryDirectory(dir=path.parent) as folder:
        new = Path(folder) / path.name
        story = partial(demo.make, now=now(), language=application.language.code)
        application.wait(
            text,
            lambda: desks.Desk(Workplace(Database.create(new), now)),
            lambda desk, progress: story(desk.workplace.db, progress=progress),
        )
        files.remove(path)
        files.publish(new, path)


def _serve(
    application: "Application",
    path: Path,
    now: Clock,
    language: str,
    *,
    smoke: bool,
    file: Path | None = None,
) -> int:
    """Show the shop, import `file`, until its window is closed; once more when it goes back to a backup."""
    from cxdesk.ui.session import serve  # noqa: PLC0415 - Qt aborts without its libraries

    try:
        desk = desks.enter(path, now)
    except DamagedFileError as damage:
        return _rescue(application, path, damage, language, now)
    desk.workplace.code = language
    try:
        code, backup = serve(desk, application, smoke=smoke, file=file)
        if path != paths.demo_shop():
            _back_up(application, desk)
    finally:
        desk.close()
    if backup is None:
        return code
    from cxdesk.services.backups import put_back  # noqa: PLC0415 - few go back

    put_back(backup, path, now())
    return _serve(application, path, now, language, smoke=smoke)

"""The log file: what went wrong, for whoever repairs it. Loaded when there is something to write."""

import logging
from functools import cache
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6.QtCore import QtMsgType

LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
}


@cache
def log(folder: Path) -> logging.Logger:
    """The log in `folder`: at most three files of 1 MB."""
    folder.mkdir(parents=True, exist_ok=True)
    file = RotatingFileHandler(folder / "cxdesk.log", maxBytes=1_000_000, backupCount=2, encoding="utf-8")
    file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger = logging.getLogger("cxdesk")
    logger.addHandler(file)
    return logger


def log_qt(folder: Path, kind: QtMsgType, message: str | None) -> None:
    """Keep what Qt says."""
    log(folder).log(LEVELS.get(kind, logging.ERROR), "Qt: %s", message)

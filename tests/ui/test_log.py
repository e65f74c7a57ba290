from PySide6.QtCore import QtMsgType

from cxdesk.ui.log import log, log_qt


def test_the_log_says_when_how_bad_and_what(tmp_path):
    log_qt(tmp_path / "logs", QtMsgType.QtWarningMsg, "no such cursor")

    try:
        assert (tmp_path / "logs" / "cxdesk.log").read_text().endswith(" WARNING Qt: no such cursor\n")
    finally:
        for handler in log(tmp_path / "logs").handlers[:]:
            log(tmp_path / "logs").removeHandler(handler)
            handler.close()

"""Where the shop file, backups, logs and resources are."""

from pathlib import Path

import platformdirs

PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """The folder of icons, fonts, templates and catalogues: beside the code when installed, one up in a checkout."""
    for folder in (PACKAGE / "resources", PACKAGE.parent / "resources"):
        if (folder / "icons").is_dir():
            return folder
    raise FileNotFoundError(f"resources not found beside {PACKAGE}")


def data() -> Path:
    """The folder of the user's shop files (made on first use by whoever writes there)."""
    return Path(platformdirs.user_data_dir("CX Desk", appauthor=False))


def logs() -> Path:
    """The folder of the program's log files."""
    return Path(platformdirs.user_log_dir("CX Desk", appauthor=False))


def default_shop() -> Path:
    """The shop file that opens when none is named."""
    return data() / "shop.cxdesk"


def demo_shop() -> Path:
    """The shop file of the demo shop."""
    return data() / "demo.cxdesk"


def backups(shop: Path) -> Path:
    """The folder beside a shop file that holds its backups."""
    return shop.with_name(shop.stem + " backups")


def letters(shop: Path) -> Path:
    """The folder beside a shop file that holds the letters made from it."""
    return shop.with_name(shop.stem + " letters")


def reports(shop: Path) -> Path:
    """The folder beside a shop file that holds the reports made from it."""
    return shop.with_name(shop.stem + " reports")

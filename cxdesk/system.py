"""What the operating system must have for a window: looked for in time, since Qt aborts without it."""

import ctypes
import os
import sys
from collections.abc import Mapping

from cxdesk.domain.errors import UserError

QT = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}


def require_window_libraries() -> None:
    """Make sure that Qt can open a window where the environment asks for it; only Linux can lack something.

    Raises:
        UserError: libraries are missing, named by their Debian packages, or there is no screen.
    """
    if sys.platform != "linux":
        return
    platform = qt_platform(os.environ)
    packages = missing(QT | X11 if platform == "xcb" else QT)
    if packages:
        raise UserError(
            "A window needs system packages that are missing here. On Debian or Ubuntu: "
            "sudo apt install {packages}",
            packages=" ".join(packages),
        )
    if platform == "xcb" and not os.environ.get("DISPLAY"):
        raise UserError("There is no screen to open a window on: DISPLAY is not set.")


def qt_platform(environment: Mapping[str, str]) -> str:
    """The plugin Qt will draw with: QT_QPA_PLATFORM, else wayland where it runs, else xcb (X11)."""
    told = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    return told or ("wayland" if environment.get("WAYLAND_DISPLAY") else "xcb")


def missing(libraries: Mapping[str, str]) -> list[str]:
    """The packages of those libraries (file name to Debian package) that this system cannot load."""
    return [package for library, package in libraries.items() if not is_loadable(library)]


def is_loadable(library: str) -> bool:
    """Whether the dynamic linker finds `library` and all that it needs."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True

import pytest

from cxdesk import system
from cxdesk.domain.errors import UserError


@pytest.mark.parametrize(
    ("environment", "platform"),
    [
        ({}, "xcb"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "wayland"),
        ({"WAYLAND_DISPLAY": "wayland-0", "QT_QPA_PLATFORM": "xcb"}, "xcb"),
        ({"QT_QPA_PLATFORM": "offscreen"}, "offscreen"),
        ({"QT_QPA_PLATFORM": "offscreen:enable_fonts"}, "offscreen"),
    ],
)
def test_platform_that_qt_will_take(environment, platform):
    assert system.qt_platform(environment) == platform


@pytest.mark.skipif(system.sys.platform != "linux", reason="only Linux can lack the libraries")
class TestLinux:
    def test_missing_library_gives_its_package(self):
        libraries = {"libc.so.6": "libc6", "libnot-there.so.9": "libnot-there9"}

        assert system.missing(libraries) == ["libnot-there9"]

    def test_missing_package_is_named(self, monkeypatch):
        monkeypatch.setitem(system.QT, "libnot-there.so.9", "libnot-there9")
        monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")

        with pytest.raises(UserError, match=r"sudo apt install libnot-there9$"):
            system.require_window_libraries()

    def test_offscreen_needs_no_x11(self, monkeypatch):
        monkeypatch.setitem(system.X11, "libnot-there.so.9", "libnot-there9")
        monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")

        assert system.missing(system.X11) == ["libnot-there9"]
        system.require_window_libraries()  # does not ask for it

    def test_missing_screen_is_said(self, monkeypatch):
        for name in [*system.X11]:
            monkeypatch.delitem(system.X11, name)
        monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
        monkeypatch.delenv("DISPLAY", raising=False)

        with pytest.raises(UserError, match="DISPLAY is not set"):
            system.require_window_libraries()

"""The look of the running application: scheme, text scale, fonts, palette and style sheet."""

from enum import StrEnum
from functools import cache, lru_cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from cxdesk import paths
from cxdesk.ui import icons
from cxdesk.ui.stylesheet import style_sheet
from cxdesk.ui.tokens import DARK, LIGHT, TYPE, Style, Tokens

FAMILY = "Inter"


class Scheme(StrEnum):
    """Light, dark, or what the system says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """The application's look; a child of the QApplication, found by `theme()`.

    Attributes:
        tokens: colours of the scheme in force.
        scale: text scale 1.0 to 2.0.
    """

    changed = Signal()

    def __init__(self, app: QApplication, scheme: Scheme = Scheme.SYSTEM, scale: float = 1.0) -> None:
        super().__init__(app)
        self._scheme = scheme
        self.scale = scale
        self._fonts: dict[Style, QFont] = {}
        _register_fonts()
        app.setEffectEnabled(Qt.UIEffect.UI_General, False)  # nothing moves by itself
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self._apply()

    @property
    def scheme(self) -> Scheme:
        """The scheme asked for."""
        return self._scheme

    def set_scheme(self, scheme: Scheme) -> None:
        """Switch to light, dark or the system's scheme at once."""
        self._scheme = scheme
        self._apply()

    def set_scale(self, scale: float) -> None:
        """Set the text scale, 1.0 to 2.0.

        Raises:
            ValueError: the scale is outside that range.
        """
        if not 1.0 <= scale <= 2.0:
            raise ValueError(scale)
        self.scale = scale
        self._apply()

    def px(self, size: float) -> int:
        """A size in logical px, grown with the text scale."""
        return round(size * self.scale)

    def font(self, style: Style) -> QFont:
        """The font of a kind of text; digits are all equally wide. It is shared: copy it to change it."""
        if style not in self._fonts:
            self._fonts[style] = self._font(style)
        return self._fonts[style]

    def width(self, text: str, style: Style) -> int:
        """How wide a line of text is, in px."""
        return _width(text, style, self.scale)

    def height(self, style: Style) -> int:
        """How high a line of text is, in px."""
        return _height(style, self.scale)

    def dress(self, window: QWidget) -> None:
        """Give a window the style sheet, now and whenever the look changes.

        A sheet of the whole application would be worked through for every part again in each layer that it is put
        into while a page is made; here it is, once, when the page comes into its window.
        """
        window.setStyleSheet(self._sheet)

    def _font(self, style: Style) -> QFont:
        size, weight = TYPE[style]
        font = QFont(FAMILY)
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight(weight))
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def pixmap(self, name: str, colour: str, size: int = 18) -> QPixmap:
        """An icon, `size` logical px before text scale."""
        return icons.pixmap(name, colour, self.px(size))

    def icon(self, name: str, colour: str | None = None, size: int = 18) -> QIcon:
        """An icon for a menu or a window."""
        return icons.icon(name, colour or self.tokens.text, self.px(size))

    def _follow(self) -> None:
        if self._scheme is Scheme.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 - our parent
        self.tokens = DARK if self._is_dark(app) else LIGHT
        self._fonts.clear()
        app.setFont(self.font(Style.BODY))
        app.setPalette(_palette(self.tokens))
        self._sheet = style_sheet(self.tokens, self.px)
        for window in app.topLevelWidgets():
            if window.styleSheet():  # it was dressed
                self.dress(window)
        self.changed.emit()

    def _is_dark(self, app: QApplication) -> bool:
        system = app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return system if self._scheme is Scheme.SYSTEM else self._scheme is Scheme.DARK


@cache
def theme() -> Theme:
    """The theme of the running application; every widget asks for it whenever it is measured or painted."""
    app = QApplication.instance()
    found = app.findChild(Theme, options=Qt.FindChildOption.FindDirectChildrenOnly) if app else None
    if found is None:
        raise RuntimeError("make Theme(app) before the first widget")
    return found


@lru_cache(maxsize=4096)
def _width(text: str, style: Style, _scale: float) -> int:
    return QFontMetrics(theme().font(style)).horizontalAdvance(text)


@lru_cache
def _height(style: Style, _scale: float) -> int:
    return QFontMetrics(theme().font(style)).height()


def _register_fonts() -> None:
    for file in sorted((paths.resources() / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def _palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.bg,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.sunken,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.muted,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Link: tokens.accent,
        role.ToolTipBase: tokens.toast,
        role.ToolTipText: tokens.on_toast,
        role.Mid: tokens.border,
        role.Accent: tokens.accent,
    }
    palette = QPalette(QColor(tokens.surface))
    for each, colour in colours.items():
        palette.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(tokens.muted))
    return palette

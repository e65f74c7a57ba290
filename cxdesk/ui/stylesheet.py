"""The style sheet for Qt's own widgets, generated from the tokens; our widgets paint themselves."""

from collections.abc import Callable
from string import Template

from cxdesk.ui.tokens import FIELD, RADIUS_CARD, RADIUS_FIELD, TARGET, Tokens, Tone

CELL_PAD = 11  # where Qt begins the text of a cell that has 8 px of padding
_SHEET = Template("""
QWidget#page, QScrollArea, QScrollArea > QWidget > QWidget#scrolled { background: $bg; border: none; }
QToolTip { background: $toast; color: $on_toast; border: none; padding: 6px 8px; }

QLineEdit, QComboBox, QPlainTextEdit, QSpinBox, QDateEdit {
  background: $surface; color: $text; border: 1px solid $edge; border-radius: ${radius}px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QComboBox, QSpinBox, QDateEdit { padding: 0 11px; min-height: ${inner}px; }
QPlainTextEdit { padding: 6px 7px; }
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QSpinBox:focus, QDateEdit:focus {
  border: 2px solid $focus; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus { padding: 0 10px; }
QPlainTextEdit:focus { padding: 5px 6px; }
QLineEdit[wrong="true"], QComboBox[wrong="true"], QPlainTextEdit[wrong="true"] { border: 2px solid $bad; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled, QSpinBox:disabled, QDateEdit:disabled {
  background: $sunken; color: $muted; border-color: $border; }
QComboBox { padding-right: ${arrow}px; }
QComboBox:focus { padding-right: ${arrow}px; }
QComboBox::drop-down { border: none; width: ${arrow}px; }
QComboBox::down-arrow { image: none; width: 0; height: 0; }
QComboBox QAbstractItemView, QMenu {
  background: $surface; color: $text; border: 1px solid $edge; padding: 4px; outline: none; }
QComboBox QAbstractItemView::item { min-height: ${item}px; padding: 0 8px; border-radius: 6px; }
QComboBox QAbstractItemView::item:selected, QMenu::item:selected { background: $soft; color: $on_soft; }
QMenu { border-radius: ${radius}px; }
QMenu::item { padding: 8px 20px 8px 12px; border-radius: 6px; }
QMenu::item:disabled { color: $muted; }
QMenu::icon { padding-left: 10px; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QSpinBox::up-button, QSpinBox::down-button, QDateEdit::up-button, QDateEdit::down-button { width: 0; }

QScrollArea#plain, #plain > QWidget, #plain > QWidget > QWidget { border: none; background: transparent; }
QTableView {
  background: $surface; alternate-background-color: $surface; color: $text; border: 1px solid $border;
  border-radius: ${card}px; gridline-color: transparent; outline: none;
  selection-background-color: $soft; selection-color: $on_soft; }
QTableView::item { border-bottom: 1px solid $border; padding: 0 8px; }
QTableView::item:hover { background: $sunken; }
QTableView::item:selected { background: $soft; color: $on_soft; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section {
  background: $surface; color: $muted; font-size: ${small}px; font-weight: 600; border: none;
  border-bottom: 1px solid $border; padding: 0 ${cell}px; min-height: ${field}px; }
QHeaderView::section:first { border-top-left-radius: ${card}px; }
QHeaderView::section:last { border-top-right-radius: ${card}px; }
QHeaderView::section:hover { color: $text; }
QTableCornerButton::section { background: $surface; border: none; }

QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 12px; }
#plain QScrollBar:vertical { width: 8px; }
#plain QScrollBar::handle:vertical { margin: 1px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $edge; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: ${target}px; }
QScrollBar::handle:horizontal { min-width: ${target}px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
  background: transparent; border: none; width: 0; height: 0; }
""")


def style_sheet(tokens: Tokens, px: Callable[[float], int]) -> str:
    """The style sheet in `tokens`; `px` grows a size in logical px with the text scale."""
    field = px(FIELD)
    return _SHEET.substitute(
        bg=tokens.bg,
        surface=tokens.surface,
        sunken=tokens.sunken,
        border=tokens.border,
        edge=tokens.edge,
        text=tokens.text,
        muted=tokens.muted,
        focus=tokens.focus,
        toast=tokens.toast,
        on_toast=tokens.on_toast,
        accent=tokens.accent,
        on_accent=tokens.on_accent,
        soft=tokens.soft[Tone.ACCENT].fill,
        on_soft=tokens.soft[Tone.ACCENT].ink,
        bad=tokens.soft[Tone.BAD].ink,
        radius=RADIUS_FIELD,
        card=RADIUS_CARD,
        cell=CELL_PAD,
        field=field,
        inner=field - 2,
        arrow=px(30),
        item=px(32),
        small=px(12),
        target=TARGET,
    )

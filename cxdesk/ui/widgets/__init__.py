# ruff: noqa: E501 - a row of the table is one line
"""Reusable widgets; they know no shop. The page author's guide.

A page is a `cxdesk.ui.screens.Page`; it imports each widget from the module named here. All texts are in the
language of the screen when they arrive; `tone` is a `cxdesk.ui.tokens.Tone`, `style` a `tokens.Style`.
`id` is a stable name for tests (accessible identifier). Sizes are logical px before text scale.

| module  | widget |
|---|---|
| labels  | `Label(text, style=BODY, muted=, tone=, lines=1)` plain text; 1 elides, n wraps up to n lines, 0 wraps freely |
| buttons | `Button(text, kind=SECONDARY, icon=, key=, hint=, height=36, id=)`; `Kind` PRIMARY SECONDARY QUIET DANGER |
| buttons | `IconButton(icon, name, kind=QUIET, key=, id=)` a square; `key` presses it anywhere in the window |
| badges  | `Badge(text, tone, icon=)`, `KeyCap("F3")`, `IconDisc(icon, tone, size=38)`, `Avatar(name, tone, size=34)` |
| cards   | `Card(title, *parts, icon=, tone=, end=)`, `.add(part)`; `Icon(name, tone)`; `Meter(share)` |
| cards   | `Tile(caption, id)`, `.show_figure(value, note, badge, tone, share=)`, signal `clicked` opens the rows behind |
| layouts | `column(*parts, gap=8, margins=)`, `row(…)`: a number is a gap, None takes the room left; `boxed(layout)` |
| layouts | `Flow(*widgets, gap=6, equal=False)` chips that flow; `Columns((widget, share), …, stack_under=860)` |
| layouts | `ScrollPage(*parts)` scrolls down, never sideways; `.body` is its column; `empty(layout)` clears one |
| fields  | `TextField(name, placeholder, icon=, id=)`, `TextArea(name, placeholder, lines=3)`, `Choice(name, options)` |
| ticks   | `Tick(words, id=)`, `Radio(words, id=)` with words that wrap |
| forms   | `FormRow(label, field, hint)`, `.set_error(text)` shows the error at the field |
| access  | `named(widget, name, id)`, `announce(widget, text, urgent=)` for screen readers |
| painting| `begin`, `box`, `glyph` for a widget that paints itself |
"""

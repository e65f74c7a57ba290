# ruff: noqa: E501 - a row of the table is one line
"""Reusable widgets; they know no shop. The page author's guide.

A page is a `cxdesk.ui.screens.Page` made by `factory(desk, shell)`; it imports each widget from the module named here. All texts are in the
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
| fold    | `Fold(make)` a place that stays empty until `.open()` or `.part` makes its part, signal `made(part)`; `.known` is None until then |
| layouts | `column(*parts, gap=8, margins=)`, `row(…)`: a number is a gap, None takes the room left; `boxed(layout)`, `empty(layout)` |
| flow    | `Flow(*widgets, gap=6, equal=False)` a layout that flows like words; `equal` for tiles and chips of one width |
| columns | `ScrollPage(*parts)` scrolls down, never sideways, `.body`; `PageHead(title, line, *buttons)` |
| columns | `Columns((widget, share), …, stack_under=1060)`; `Split(left, right)` two ends of a line, wrapping when narrow |
| fields  | `TextField(name, placeholder, icon=, id=)`, `TextArea(name, placeholder, lines=3)`, `Choice(name, {key: words})`, `.value()` |
| ticks   | `Tick(words, id=)`, `Radio(words, id=)` with words that wrap |
| forms   | `FormRow(label, field, hint)`, `.set_error(text)` shows the error at the field |
| choices | `ChipGroup(name, {key: words}, icons=, several=, always=, equal=, id=)`, `.values()`, `.value()`, `.choose(*keys)`, `changed` |
| scale   | `ScoreScale(question, low, high, Dress.NPS, ends=, words=, id=)`, `.score`, `.choose(score)`, `.answer_by(key event)`, `changed` |
| search  | `SearchField(name, hint=, id=)`; `ResultList(field)`, `.show_found([Found(title, detail, pick, badge, tone, icon)])` |
| actions | `ActionList(name)`, `.show_items([ActionItem(key, icon, tone, title, reason, cost, badge, badge_tone, acts)])`; `Act(name, do, icon, key, square)` |
| timeline| `Timeline(name)`, `.show_events([Event(key, month, icon, tone, title, detail, figure, day, badge)])`, signal `opened(key)`; `.unfold(key, widget)`, `.fold()` |
| notes   | `Note(text, tone, action=, icon=)`, `.say(text, tone)` stays until emptied, signal `acted`; for failures always |
| states  | `Empty(icon, title, text, *buttons)`; `Loadable(content, loading_text)`: `.wait()`, `.ready()`, `.instead(widget)` |
| dialogs | `Dialog(parent, title, text, *buttons)`, the first button is the safe one; `.exec()`, `.answer` |
| table   | `Table(name, PagedModel([Column(key, title, right, stretch)], find, read, (key, descending)))`, `.current_id`, `opened(id)` |
| sheet   | `Sheet(name, most=8)`, `.show_rows(header, rows, right=)` rows to look at, as high as they are |
| steps   | `StepBar([names], "Step {n} of {of}: {name}")`, `.go(n)` where somebody stands in a few steps |
| progress| `JobProgress(cancel_text)`, `.follow(job, text)` |
| pdf     | `PdfPage(name)`, `.open(bytes)`, `.pages`, `.turn(n)` |
| access  | `named(widget, name, id)`, `announce(widget, text, urgent=)` for screen readers |
| painting| `begin`, `box`, `glyph` for a widget that paints itself |

Rules. Do with a toast and undo (`shell.toast(text, undo=…)`) instead of asking; a failure is a `Note`, never a toast. One primary button a
page. Give every widget that can be pressed an `id`. Put long rows of buttons into a `Flow` or a `Split`, not into `row`, so that 200 % text fits.
A `Label` that may be long gets `lines=0` or `lines=2`. Nothing sets a style sheet, a font or a fixed size; `theme().px(n)` grows with the text.
"""

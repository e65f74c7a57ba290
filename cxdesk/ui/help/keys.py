"""The keys, screen by screen."""

from cxdesk.language.text import N_

EVERYWHERE = {
    "Ctrl+1 … 9": N_("go to a screen"),
    "Ctrl+K": N_("search customers and screens"),
    "Alt+←": N_("the screen before"),
    "Ctrl+Z": N_("undo"),
    "Ctrl+Shift+Z": N_("do again"),
    "F1": N_("this help"),
    "F2": N_("to the counter"),
    "F4": N_("who is at the desk"),
    "Tab": N_("next field or button"),
}
# Of each screen that has keys of its own, by the screen's key.
OF_SCREENS = {
    "today": {
        "↑ ↓": N_("choose a suggestion"),
        "Enter": N_("do what its filled button says"),
        "D": N_("done"),
        "L": N_("later"),
    },
    "counter": {
        "0 … 9": N_("how likely to recommend; 1 and 0 quickly is 10"),
        "+": N_("10"),
        "Ctrl+N": N_("new customer"),
        "F6": N_("without a name"),
        "Shift+F6": N_("give something on your own judgement"),
        "Shift+F8": N_("thank for something: becomes a suggestion"),
        "F3": N_("product"),
        "Enter": N_("on a line: price, discount and warranty"),
        "Shift+F3": N_("use points, a reward or a coupon"),
        "F10": N_("return or exchange"),
        "Shift+F7": N_("promise something for a day"),
        "F7": N_("note what is asked for and not in stock"),
        "F5": N_("more questions"),
        "F8": N_("note what you noticed"),
        "F12": N_("guide for complaints, returns, first visits"),
        "F11": N_("interview about a need"),
        "F9": N_("customer’s screen"),
        "Ctrl+Enter": N_("save"),
        "Esc": N_("clear; can be undone"),
    },
    "customers": {
        "↑ ↓": N_("choose a customer"),
        "Enter": N_("open the card"),
        "Ctrl+N": N_("new customer"),
        "1 … 9": N_("in the list: sort by that column, once more the other way round"),
        "Ctrl+A": N_("in the list: choose everybody; Shift and the arrows choose some"),
        "Ctrl+E": N_("change those who are chosen"),
    },
    "feedback": {"↑ ↓": N_("choose a feedback"), "Enter": N_("open it")},
}

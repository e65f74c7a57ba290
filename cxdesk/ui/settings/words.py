"""What each setting is called, and what its hint says."""

from cxdesk.language.text import N_

LABELS = {
    "name": N_("Shop name"),
    "street": N_("Street address"),
    "postcode": N_("Postcode"),
    "town": N_("Town"),
    "country": N_("Country"),
    "phone": N_("Phone"),
    "email": N_("E-mail"),
    "website": N_("Website"),
    "signature_name": N_("Who signs letters"),
    "signature_title": N_("Title under the signature"),
    "language": N_("Language of the shop"),
    "currency": N_("Currency"),
    "monthly_budget": N_("Monthly budget for thanking"),
    "yearly_budget": N_("Yearly budget for thanking"),
    "yearly_percent": N_("Or a part of last year’s gross margin, per cent"),
    "gift_limit": N_("Most for one gift"),
    "gift_sum_a_year": N_("Most for gifts to one customer in a year"),
    "gifts_a_year": N_("Gifts to one customer in a year"),
    "letter_cost": N_("Cost of one letter"),
    "goodwill_limit": N_("What each of the staff may give in a month"),
    "contact_gap": N_("Days between two letters to the same customer"),
    "coupon_percent": N_("A coupon is worth, per cent"),
    "coupon_days": N_("A coupon is valid, days"),
    "letter_basis": N_("Who may get letters"),
    "questions": N_("The counter asks"),
    "ask_gap": N_("Days between two questions to the same customer"),
    "nps_gap": N_("Days between two recommendation questions (NPS)"),
    "ask_when": N_("When to ask"),
    "window": N_("Envelope"),
    "formality": N_("Form of address"),
    "theme": N_("Colours"),
    "text_scale": N_("Text size"),
    "second_backup": N_("Folder for a second copy"),
    "kiosk_code": N_("Code of the staff"),
}
HINTS = {
    "name": N_("Stands on letters, coupons and reports."),
    "signature_name": N_("Used when nobody is chosen at the desk."),
    "language": N_("Screens switch at once. Letters are in each customer’s own language."),
    "currency": N_("Fixed once the first purchase is recorded."),
    "monthly_budget": N_("CX Desk warns when a suggestion exceeds it."),
    "yearly_budget": N_("Beside the monthly one; 0: none."),
    "yearly_percent": N_(
        "Of last year’s sales where no product has a purchase price. Of both limits the smaller one holds; 0: none."
    ),
    "gift_limit": N_("Dearer gifts are not suggested."),
    "gift_sum_a_year": N_("0: no limit."),
    "gifts_a_year": N_("0: no limit."),
    "letter_cost": N_("Paper, envelope and stamp."),
    "goodwill_limit": N_("On their own judgement at the counter (Shift+F6), unless “Staff” says otherwise."),
    "second_backup": N_(
        "On another disk or a memory stick, for the day when this PC breaks. Empty: no second copy."
    ),
    "kiosk_code": N_(
        "Four to eight figures, asked before the screen is left. Empty: Esc held for two seconds is enough."
    ),
    "questions": N_("The others stay below “More questions”."),
    "ask_gap": N_("Counted from the last answer, whatever it was about. 0: no limit."),
    "nps_gap": N_("The index is comparable when each customer counts about once a year. 0: no limit."),
    "ask_when": N_("Today’s basket counts, and so does a purchase earlier today."),
    "contact_gap": N_("Birthdays and answers to complaints may come sooner."),
}
BASES = {
    "consent": (
        N_("Only those who have said yes"),
        N_("A letter is suggested only to customers whose consent to letters is noted."),
    ),
    "opt_out": (
        N_("Everybody who has not said no"),
        N_("For shops that rely on legitimate interest: a refusal stops all letters at once."),
    ),
}
WINDOWS = {"din5008b": N_("With a window (DIN 5008 B)"), "none": N_("Without a window")}
QUESTIONS = {
    "nps": N_("Recommendation (NPS)"),
    "csat": N_("Satisfaction (CSAT)"),
    "ces": N_("Ease (CES)"),
}
ASK_WHEN = {"always": N_("At every visit"), "purchase": N_("Only after a purchase")}
THEMES = {"system": N_("As the system"), "light": N_("Light"), "dark": N_("Dark")}
SCALES = (100, 125, 150, 175, 200)  # per cent
SECTIONS = {
    "shop": N_("Shop"),
    "asking": N_("Asking"),
    "thanking": N_("Thanking"),
    "look": N_("Look"),
    "staff": N_("Staff"),
    "fields": N_("Own fields"),
    "data": N_("Data"),
    "history": N_("History"),
}
ICONS = {
    "shop": "store",
    "asking": "message-square",
    "thanking": "gift",
    "look": "eye",
    "staff": "users",
    "fields": "sliders-horizontal",
    "data": "database-backup",
    "history": "history",
}

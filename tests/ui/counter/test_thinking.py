"""An idea of one's own at the counter."""


def test_it_becomes_a_suggestion(window, find, hands, desk, kaisa, walk):
    made = window(width=1280)
    made.page("counter").presenter.arrive(kaisa)
    hands.press("Shift+F8")
    hands.type("Thanks")
    hands.scanner.release()
    assert walk(made) == []
    find(made, "idea-day").setText("never")
    find(made, "idea-save").click()
    form = made.page("counter").people.idea.part
    assert form.error.label.text().startswith("never is no day")
    find(made, "idea-in-1").click()
    find(made, "idea-way-gift").click()
    find(made, "idea-save").click()
    (idea,) = desk.ideas.every()
    assert (idea.customer_id, idea.text, idea.way, str(idea.day)) == (kaisa, "Thanks", "gift", "2026-11-22")
    assert made.page("counter").people.idea.isHidden()

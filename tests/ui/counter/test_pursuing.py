"""A customer's own goal at the counter: how far it has come, one more, and the congratulation."""

from dataclasses import replace

from cxdesk.domain.goal import Counts, Goal


def test_it_comes_nearer_and_is_celebrated(window, find, desk, kaisa, walk):
    goal = Goal(0, kaisa, desk.workplace.today(), Counts.HAND, 3, "Blanket", "squares")
    desk.goals.set(goal)
    desk.goals.set(replace(goal, counts=Counts.VISITS, text=""))
    made = window(width=1280)
    page = made.page("counter")
    page.presenter.arrive(kaisa)
    notices = {each.text: each for each in page.people.card._shown.notices if each.icon == "target"}
    assert [*notices] == ["Goal: Blanket · 0 of 3 squares", "Goal: 0 of 3 visits"]
    page.people.card.pursued.emit(notices["Goal: Blanket · 0 of 3 squares"].goal)
    assert walk(made) == []
    find(made, "goal-more").setText("some")
    find(made, "goal-add").click()
    assert page.people.goal.part.error.label.text().startswith("Write the quantity")
    find(made, "goal-more").setText("3")
    find(made, "goal-add").click()
    (reached,) = [
        each.goal for each in page.people.card._shown.notices if each.text == "Goal reached: Blanket"
    ]
    page.people.card.pursued.emit(reached)
    assert [each.goal.text for each in desk.goals.of_customer(kaisa)] == [""]

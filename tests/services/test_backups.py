"""When a backup is made by itself."""

from cxdesk.domain.customer import Customer


def test_made_when_something_was_saved_since_the_last_one(desk, clock):
    assert desk.backups.if_needed()
    assert desk.backups.if_needed() is None
    clock.forward(1)
    assert desk.backups.if_needed() is None, "a day on which nothing was saved"
    desk.customers.save(Customer(0, "Aino"))
    assert desk.backups.if_needed()


def test_a_clock_that_was_a_year_ahead_stops_no_backup(desk, clock):
    clock.forward(365)
    assert desk.backups.if_needed()
    clock.forward(-365)
    desk.customers.save(Customer(0, "Aino"))

    assert desk.backups.if_needed()
    assert desk.backups.if_needed() is None


def test_an_undone_and_a_new_change_are_told_apart(desk):
    desk.customers.save(Customer(0, "Aino"))
    desk.backups.if_needed()
    desk.history.undo()
    assert desk.backups.if_needed()

"""The register and a customer's card in each of their states."""

from cxdesk.domain.customer import PreferenceKind
from cxdesk.domain.errors import UserError
from tests.ui.scenes.stage import go, hero, settle


def scenes():
    """Each is called with a session and brings it there."""
    return {
        "customers": _customers,
        "narrowed": _narrowed,
        "keeping": _keeping,
        "many": _many,
        "customer": card,
        "unfolded": _unfolded,
        "adding": _adding,
        "adding-below": _adding_below,
        "household": _household,
        "unread": _unread,
        "form": _form,
        "alike": _alike,
        "mistakes": _mistakes,
        "duplicates": _duplicates,
    }


def _customers(session):
    go(session, "customers")
    page = session.window.page("customers")
    while page.back():
        pass
    page.listing.search.setText("")
    return page


def card(session):
    """The card of a regular; gives the page."""
    page = _customers(session)
    go(session, "customers", hero(session))
    return page


def _household(session):
    """A family, about to be named, and the ways to a photo."""
    page = _customers(session)
    who = session.desk.workplace.db.value("SELECT max(customer_id) FROM household_members")
    session.desk.tags.add(who, "Neulekerho")
    go(session, "customers", who)
    page.card.people.naming.begin(session.desk.customers.card(who).household)
    page.card.photo._unfold(open_=True)


def _unread(session):
    """The register cannot be read."""
    page = _customers(session)
    page._unread(UserError("The disk is full. Free some space and save again; nothing was lost."))


def _narrowed(session):
    """A list with conditions and columns of choice."""
    listing = _customers(session).listing
    listing._start_narrowing()
    for about, typed in (("visits", "3"), ("not_visited_for", "30")):
        listing._register.narrow(about, typed)
    listing._register.choose_columns(
        ["phone", "birthday", "language", "last_visit", "visits", "spend", "permission"]
    )
    listing._show_listing()
    return listing


def _keeping(session):
    """The list is about to get a name."""
    _narrowed(session)._start_keeping()


def _many(session):
    """A look at what one change to many customers comes to."""
    page = _customers(session)
    page.listing.table.selectAll()
    page.listing.edit.click()
    page.many.text.setText("Neulekerho")


def _unfolded(session):
    """A purchase on the timeline with its lines."""
    page = card(session)
    settle()
    rows = [each.key for each in page.card.presenter._events if each.key.startswith("purchase")]
    page.card._opened(rows[0])


def _adding(session):
    """The small forms of the card are open."""
    view = card(session).card
    view.tags.adding.open()
    view.preferences.kind.choose(PreferenceKind.DISLIKE.value)
    view.preferences.text.setText("mohair")
    for form in (view.people.adding, view.dates.adding, view.preferences.adding):
        form.open()
    view.goals._begin()


def _adding_below(session):
    """The same, further down."""
    _adding(session)
    view = session.window.page("customers").card
    settle()
    view.people.search.insert("kor")
    view.currentWidget().verticalScrollBar().setValue(view.people.y())


def _form(session):
    go(session, "customers", "new")
    return session.window.page("customers").form


def _alike(session):
    """A new customer who may be in the register already."""
    form = _form(session)
    form._fields["first_name"].setText("Kaisa")
    form._fields["last_name"].setText("Virtanen")
    form._typing()


def _mistakes(session):
    """A form that cannot be saved as it is."""
    form = _form(session)
    form._fields["first_name"].setText("Tuulia")
    form._fields["phone"].setText("040 12x")
    form._fields["email"].setText("tuulia@")
    form._fields["day"].setText("31")
    form._fields["month"].setText("2")
    form._save()


def _duplicates(session):
    go(session, "duplicates")

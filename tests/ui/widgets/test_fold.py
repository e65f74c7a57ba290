from cxdesk.ui.widgets.fold import Fold
from cxdesk.ui.widgets.labels import Label


def test_a_part_is_made_when_it_is_first_opened_and_once(shown):
    told = []
    fold = Fold(lambda: Label("Rare"))
    fold.made.connect(told.append)
    assert (fold.known, fold.isHidden()) == (None, True)
    shown(fold).hide()
    part = fold.open()
    assert part.isVisible()
    fold.hide()
    assert fold.open() is part is fold.known
    assert told == [part]

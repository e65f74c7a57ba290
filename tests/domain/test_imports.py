import copy

import pytest

from cxdesk.domain.errors import UserError
from cxdesk.domain.imports import CellError


def test_what_is_wrong_with_a_cell_is_told_of_its_field():
    error = CellError("amount", UserError("“{value}” is not a number.", value="{x}"))
    assert (str(error), error.field) == ("“{x}” is not a number.", "amount")
    assert (error.message, error.fields) == ("“{value}” is not a number.", {"value": "{x}"})


@pytest.mark.parametrize("twin", [copy.copy, copy.deepcopy])
def test_a_copy_says_the_same(twin):
    error = twin(CellError("amount", UserError("“{value}” is not a number.", value="x")))
    assert (type(error), str(error), error.field) == (CellError, "“x” is not a number.", "amount")

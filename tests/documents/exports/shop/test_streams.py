"""JSON value by value: the same as the whole text at once, wherever the pieces are cut."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesk.documents.exports.shop import streams
from cxdesk.documents.exports.shop.streams import JsonStream

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


class Trickle(io.StringIO):
    """A file that gives a few signs at a time, however many are asked for."""

    def read(self, size=-1):
        return super().read(min(size, 3) if size > 0 else 3)


@given(st.lists(VALUES, max_size=6), st.sampled_from([None, 2]))
def test_the_values_of_an_array(values, indent):
    for file in (io.StringIO, Trickle):
        stream, found = JsonStream(file(json.dumps(values, indent=indent))), []
        stream.take("[")
        while stream.peek() != "]":
            found.append(stream.value())
            if stream.peek() == ",":
                stream.take(",")
        assert stream.take("]") == "]"
        assert stream.peek() == ""
        assert found == values


@pytest.mark.parametrize("text", ["", "  ", "x", '"open', "[1,", "{'a': 1}", "1e", "nul"])
def test_what_is_no_value(text):
    with pytest.raises(ValueError):  # noqa: PT011 - json has many sentences for it
        JsonStream(io.StringIO(text)).value()


def test_a_value_without_an_end_is_given_up(monkeypatch):
    monkeypatch.setattr(streams, "LONGEST", 1000)
    with pytest.raises(ValueError, match="without an end"):
        JsonStream(Trickle('"' + "x" * 100_000)).value()

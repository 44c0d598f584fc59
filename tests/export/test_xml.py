import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from kg.export.xml import Keys, Lines, escaped

VALUES = st.one_of(st.text(), st.integers(), st.floats(allow_nan=False), st.booleans())


def lines(keys, end="</a>"):
    return Lines('<a id="%s">', '<b k="{id}">{value}</b>', end, keys)


@given(st.text(), st.dictionaries(st.text(min_size=1), VALUES))
def test_a_line_is_an_element_with_all_its_values(id_, attrs):
    keys = Keys()
    element = ET.fromstring(lines(keys).line((id_,), attrs))  # noqa: S314 - our own
    assert element.get("id") == replaced(id_)
    names = {str(number): name for number, name, _ in keys.declared()}
    assert len(element) == len(attrs)
    for found, (name, value) in zip(element, attrs.items(), strict=True):
        assert names[found.get("k")] == escaped(name)
        written = str(value).lower() if isinstance(value, bool) else str(value)
        assert (found.text or "") == replaced(written)


def replaced(text):
    """What XML 1.0 allows (production 2), the rest replaced."""
    return "".join(
        char
        if char in "\t\n\r" or " " <= char <= "\ud7ff" or "\ue000" <= char <= "\ufffd" or char > "\uffff"
        else "\ufffd"
        for char in text
    )


def test_keys_are_numbered_as_they_are_met_each_with_its_type():
    keys = Keys("label")
    line = lines(keys).line
    line(("甲",), {"a": 1, "b": True})
    line(("乙",), {"b": 0.5, "a": 2**31, "label": "乙"})
    assert list(keys.declared()) == [
        (0, "label", "string"),
        (1, "a", "long"),
        (2, "b", "boolean"),
        (3, "b", "double"),
    ]


def test_true_and_one_are_two_things():
    line = lines(Keys()).line
    assert line(("甲",), {"a": True, "b": 1}) == '<a id="甲"><b k="0">true</b><b k="1">1</b></a>'


def test_a_percent_sign_is_no_mark():
    assert lines(Keys()).line(("%s 100%",), {"a": "%d"}) == '<a id="%s 100%"><b k="0">%d</b></a>'

"""Countries by name and by code."""

import pytest

from cxdesk.language.territories import code, name


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("Norway", "NO"),
        ("norja", "NO"),
        ("Norvegiya", "NO"),
        ("Ruotsi", "SE"),
        ("Oʻzbekiston", "UZ"),
        ("o'zbekiston", "UZ"),
        ("Åland", "AX"),
        ("Åland Islands", "AX"),
        ("EIRE", "IE"),
        ("USA", "US"),
        ("RSA", "ZA"),
        ("UK", "GB"),
        ("United Kingdom", "GB"),
        ("Czech Republic", "CZ"),
        ("Hong Kong", "HK"),
        ("fi", "FI"),
        (" SE ", "SE"),
        ("European Community", ""),
        ("Channel Islands", ""),
        ("Unspecified", ""),
        ("World", ""),
        ("001", ""),
        ("", ""),
    ],
)
def test_codes_of_names(written, iso):
    assert code(written) == iso


@pytest.mark.parametrize(
    ("iso", "language", "expected"),
    [
        ("SE", "en", "Sweden"),
        ("SE", "fi", "Ruotsi"),
        ("se", "fi", "Ruotsi"),
        ("SE", "uz", "Shvetsiya"),
        ("Channel Islands", "fi", "Channel Islands"),
        ("", "fi", ""),
    ],
)
def test_names_of_codes(iso, language, expected):
    assert name(iso, language) == expected


@pytest.mark.parametrize("language", ["en", "fi", "uz"])
@pytest.mark.parametrize("iso", ["FI", "SE", "NO", "DK", "IS", "EE", "DE", "GB", "UZ", "KZ", "RU", "US"])
def test_a_name_leads_back_to_its_code(iso, language):
    assert code(name(iso, language)) == iso

"""The shipped profiles on the real files of their systems; what is expected is counted here with csv alone."""

import csv
import gzip
import re
from collections import Counter
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import islice

import pytest

from cxdesk.documents import profiles
from cxdesk.documents.imports.cells import Cells, read
from cxdesk.documents.imports.inference import reading
from cxdesk.documents.imports.people import PeopleReader
from cxdesk.documents.imports.purchases import PurchaseReader
from cxdesk.documents.tables import open_table
from cxdesk.domain.imports import PersonRow, PurchaseRow
from cxdesk.domain.profiles import FIELDS, Subject, recognise

SERVICES = {"POST", "DOT", "M", "m", "C2", "D", "S", "B", "BANK CHARGES", "AMAZONFEE", "CRUK"}


def typed(path):
    """The lines of purchases in a file, and the people whom they bring."""
    table = open_table(path)
    profile = recognise(table.header, profiles.load())
    assert profile.name == "UCI Online Retail"
    found = reading(profile, table.header, (cells for _, cells in table.rows()))
    assert not found.questions
    cells = Cells(profile, table.header, found.written)
    return read(
        PurchaseReader(cells, PeopleReader(cells, "GB", "en", date(2026, 11, 21)), "GBP"), table.rows()
    )


def purchases(path):
    return [row for row in typed(path) if not isinstance(row, PersonRow)]


def counted(path):
    """Kinds, sum of cents, customers, goods and lines without customer, straight from the cells."""
    kinds, cents, customers, goods, anonymous = Counter(), 0, set(), 0, 0
    unpacked = gzip.open if path.suffix == ".gz" else open
    with unpacked(path, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            stock = Decimal(row["UnitPrice"]) == 0 and int(row["Quantity"]) < 0 and not row["CustomerID"]
            adjusted = stock or row["InvoiceNo"].startswith("A")
            kinds["refund" if row["InvoiceNo"].startswith("C") else "adjustment" if adjusted else "sale"] += 1
            exact = Decimal(row["Quantity"]) * Decimal(row["UnitPrice"]) * 100
            cents += int(exact.to_integral_value(ROUND_HALF_UP))
            customers.add(row["CustomerID"].split(".")[0])
            anonymous += not row["CustomerID"]
            goods += row["StockCode"] not in SERVICES and not row["StockCode"].startswith("gift")
    return kinds, cents, customers - {""}, goods, anonymous


@pytest.mark.parametrize(
    ("name", "lines", "customers", "refunds"),
    [
        ("uci_online_retail_nordic.csv", 2_814, 40, None),
        pytest.param("uci_online_retail_10pct_customers.csv", 35_099, 459, 768, marks=pytest.mark.long),
        pytest.param("uci_online_retail.csv.gz", 541_909, 4_372, 9_288, marks=pytest.mark.long),
    ],
)
def test_uci_online_retail(data_folder, name, lines, customers, refunds):
    kinds, cents, people, goods, anonymous = counted(data_folder / name)
    seen, total, found, told, articles, nobody = Counter(), 0, set(), set(), 0, 0
    for row in typed(data_folder / name):
        if isinstance(row, PersonRow):
            told.add(row.key)
            continue
        assert isinstance(row, PurchaseRow), row
        seen[row.kind.value] += 1
        total += row.amount
        found.add(row.buyer)
        articles += row.goods
        nobody += not row.buyer
    assert (seen, total, found - {""}, articles, nobody) == (kinds, cents, people, goods, anonymous)
    assert told == people
    assert (seen.total(), len(people)) == (lines, customers)
    assert refunds is None or seen["refund"] == refunds


def test_uci_first_lines_by_eye(data_folder):
    person, row = islice(typed(data_folder / "uci_online_retail.csv.gz"), 2)
    assert (row.line, row.receipt, row.code, row.name) == (
        2,
        "536365",
        "85123A",
        "WHITE HANGING HEART T-LIGHT HOLDER",
    )
    assert (row.quantity, row.unit_price, row.amount, row.buyer) == (6.0, 255, 1530, "17850")
    assert (f"{row.date} {row.time}", person.country, person.key) == ("2010-12-01 08:26", "GB", "17850")


def test_all_refunds_are_negative_and_nobody_is_from_nowhere(data_folder):
    rows = list(typed(data_folder / "uci_online_retail_10pct_customers.csv"))
    people = [row for row in rows if isinstance(row, PersonRow)]
    assert all(row.quantity < 0 for row in rows if isinstance(row, PurchaseRow) and row.kind == "refund")
    assert "Unspecified" not in {person.country for person in people}
    assert not any(re.search(r"\.", person.key) for person in people)


def test_the_same_file_has_the_same_lines(data_folder):
    path = data_folder / "uci_online_retail_nordic.csv"
    one, two = ([(row.receipt, row.line_key) for row in purchases(path)] for _ in range(2))
    assert one == two


def test_other_files_are_not_recognised(data_folder):
    table = open_table(data_folder / "womens_clothing_reviews_first1000.csv")
    assert sum(1 for _ in table.rows()) == 1000
    assert recognise(table.header, profiles.load()) is None


def test_every_profile_has_a_name_of_its_own_and_columns_for_what_it_needs():
    known = profiles.load()
    assert len({profile.name.casefold() for profile in known}) == len(known) == 28
    for profile in known:
        assert {*profile.needs, *profile.any_of, *profile.required} <= profile.fields.keys(), profile.name
        assert profile.fields.keys() <= set(FIELDS[profile.subject]), profile.name
        assert all(name for names in profile.fields.values() for name in names), profile.name


def test_for_every_subject_there_is_a_list_of_any_origin():
    assert {profile.subject for profile in profiles.load() if profile.general} == set(Subject)


@pytest.mark.parametrize(
    ("header", "name", "fields"),
    [
        (
            "Asiakasnro;Nimi;Puhelin;Sähköposti;Syntymäaika;Viim. ostos;Ostot yht. €;Suostumus;Huom.",
            "Customers",
            "card name phone email birthday - spent consent note",
        ),
        (
            "Etunimi;Sukunimi;Gsm;S-posti;Uutiskirje;Paikkakunta",
            "Customers",
            "first_name last_name phone email consent_email town",
        ),
        ("Mijoz;Telefon;Tugʻilgan sana;Jami (soʻm);Izoh", "Customers", "name phone birthday spent note"),
        ("Mijoz;Telefon;Tug'ilgan sana;Jami (so'm);Izoh", "Customers", "name phone birthday spent note"),
        ("F.I.O.;Telefon raqami;Shahar;Ko‘cha;Rozilik", "Customers", "name phone town street consent"),
        ("ФИО;Телефон;Дата рождения", "Customers", "name phone birthday"),
        ("Full name;Mobile;E-mail;DOB;Loyalty points", "Customers", "name phone email birthday points"),
        (
            "Pvm;Kuitti;Tuote;Kpl;A-hinta;Ale-%;Yhteensä;Asiakas",
            "Purchases",
            "moment receipt product_name quantity unit_price discount_percent amount name",
        ),
        ("Pvm;Tuote;Kpl;A-hinta;Alennus", "Purchases", "moment product_name quantity unit_price discount"),
        (
            "Pvm;Tuote;Kpl;A-hinta;Alennus (%)",
            "Purchases",
            "moment product_name quantity unit_price discount_percent",
        ),
        (
            "Date;Item;Qty;Price;Discount;Discount %",
            "Purchases",
            "moment product_name quantity unit_price discount discount_percent",
        ),
        ("Sana;Tovar;Soni;Narxi;Chegirma", "Purchases", "moment product_name quantity unit_price discount"),
        (
            "Sana;Chek raqami;Mahsulot;Soni;Narxi;Jami;Mijoz",
            "Purchases",
            "moment receipt product_name quantity unit_price amount name",
        ),
        (
            "Date;Invoice no;SKU;Qty;Unit price;Customer number",
            "Purchases",
            "moment receipt product_code quantity unit_price card",
        ),
        (
            "Tuotekoodi;Nimike;EAN;Myyntihinta;Ostohinta;Varastosaldo",
            "Products",
            "product_code product_name barcode unit_price cost stock",
        ),
        (
            "Mahsulot;Narxi;Tannarx;Qoldiq;Shtrix-kod",
            "Products",
            "product_name unit_price cost stock barcode",
        ),
        (
            "Aikaleima;Kuinka todennäköisesti suosittelisit meitä?;Palaute;Sähköposti",
            "Google Forms",
            "moment nps rest email",
        ),
        ("Pvm;NPS;Kommentti;Asiakas", "Feedback", "moment nps comment name"),
    ],
)
def test_words_that_people_write_above_their_columns(header, name, fields):
    columns, meanings = header.split(";"), fields.split()
    profile = recognise(columns, profiles.load())
    assert profile.name == name
    found = {place: field for field, places in profile.columns(columns).items() for place in places}
    assert [found.get(place, "-") for place in range(len(columns))] == meanings

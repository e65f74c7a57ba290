"""However long a file of text is, it is read in the same little memory."""

import subprocess
import sys

import pytest

pytest.importorskip("resource", reason="only Unix tells how much memory was used")
PROBE = """
import pathlib, resource, sys
from cxdesk.documents.tables import open_table
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
count = sum(1 for _ in open_table(pathlib.Path(sys.argv[1])).rows())
print(count, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""
ROW = '"Mäkelä Päivi";"\'0401234567";"paivi@example.com";"Kauppakatu 3 A 5, 40100 JYVÄSKYLÄ"\r\n'


def probed(path):
    """How many rows are read, and how many KiB that takes."""
    command = [sys.executable, "-c", PROBE, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return map(int, done.stdout.split())


@pytest.mark.long
def test_the_public_shop(data_folder):
    """Unpacked it is 45 MB; a list of its rows would take 400 MB."""
    count, kibibytes = probed(data_folder / "uci_online_retail.csv.gz")
    assert count == 541_909
    assert kibibytes < 40_000


@pytest.mark.long  # writes 200 MB
@pytest.mark.timeout(600)
def test_200_megabytes(tmp_path):
    path = tmp_path / "file.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write('"Nimi";"Puhelin";"Sähköposti";"Osoite"\r\n')
        for _ in range(2000):
            file.write(ROW * 1000)
    size = path.stat().st_size
    count, kibibytes = probed(path)
    path.unlink()
    assert size > 180_000_000
    assert count == 2_000_000
    assert kibibytes < 40_000

import subprocess
import sys
from pathlib import Path

import pytest

from cxdesk.domain.errors import UserError
from cxdesk.storage.lock import ShopInUseError, ShopLock

ROOT = Path(__file__).resolve().parents[2]
HOLD = """
import sys
from pathlib import Path
from cxdesk.storage.lock import ShopLock
lock = ShopLock(Path(sys.argv[1])).acquire()
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_lock_is_refused_until_the_first_lets_go(tmp_path):
    first = ShopLock(tmp_path / "kera.cxdesk").acquire()
    with pytest.raises(ShopInUseError):
        ShopLock(tmp_path / "kera.cxdesk").acquire()
    first.release()

    ShopLock(tmp_path / "kera.cxdesk").acquire().release()


def test_the_lock_dies_with_its_process(tmp_path):
    path = tmp_path / "kera.cxdesk"
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout.readline() == "held\n"
        with pytest.raises(ShopInUseError):
            ShopLock(path).acquire()
        other.kill()

    ShopLock(path).acquire().release()


def test_a_folder_that_is_not_there_is_told_in_words(tmp_path):
    with pytest.raises(UserError, match="cannot be opened for writing") as refused:
        ShopLock(tmp_path / "gone" / "kera.cxdesk").acquire()
    assert not isinstance(refused.value, ShopInUseError)

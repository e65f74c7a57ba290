"""What all tests share: the folders of real data and of samples, and how Hypothesis behaves."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from cxdesk.storage import connection, database

LONG = "CXDESK_LONG" in os.environ  # everything, with many more examples than the ordinary run takes
settings.register_profile("long", deadline=None, max_examples=400)
settings.register_profile("desk", deadline=None, max_examples=30)
settings.register_profile("ci", deadline=None, max_examples=30, derandomize=True)
settings.load_profile("long" if LONG else "ci" if os.environ.get("CI") else "desk")


def pytest_collection_modifyitems(config, items):
    """The ordinary run leaves out what is marked as long."""
    if not LONG:
        left = [item for item in items if item.get_closest_marker("long")]
        items[:] = [item for item in items if not item.get_closest_marker("long")]
        config.hook.pytest_deselected(items=left)


@pytest.fixture(scope="session")
def times():
    """How often something is repeated: so often in an ordinary run, and so often in a long one."""
    return lambda ordinary, long: long if LONG else ordinary


@pytest.fixture(scope="session")
def data_folder() -> Path:
    """CXDESK_DATA, or shared/data beside the checkout; tests that need it are skipped without."""
    beside = Path(__file__).parents[2] / "shared" / "data"
    folder = Path(os.environ.get("CXDESK_DATA", beside))
    if not folder.is_dir():
        pytest.skip(f"no public data in {folder}; set CXDESK_DATA")
    return folder


@pytest.fixture(scope="session")
def samples_folder() -> Path:
    """CXDESK_SAMPLES, or shared/samples beside the checkout: a small file of each system that can be imported."""
    beside = Path(__file__).parents[2] / "shared" / "samples"
    folder = Path(os.environ.get("CXDESK_SAMPLES", beside))
    if not folder.is_dir():
        pytest.skip(f"no samples in {folder}; set CXDESK_SAMPLES")
    return folder


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory):
    """An empty shop file as the program makes it."""
    path = tmp_path_factory.mktemp("empty") / "shop.cxdesk"
    connection.make(path)
    return path


@pytest.fixture(autouse=True, scope="module")
def new_shops(empty_file):
    """New shops begin as a copy of that file, and nobody waits for the disk.

    A schema is 350 statements, and thousands of tests want one. The tests of storage, where the schema and the power
    cuts are tried, make each file anew and have it reach the disk.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "make", lambda path: shutil.copyfile(empty_file, path))
        patch.setitem(connection.PRAGMAS, "synchronous", 0)
        patch.setattr(os, "fsync", lambda _: None)
        yield

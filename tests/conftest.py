"""What all tests share: the folder of real public data, and how Hypothesis behaves."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("desk", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


@pytest.fixture(scope="session")
def data_folder() -> Path:
    """CXDESK_DATA, or shared/data beside the checkout; tests that need it are skipped without."""
    beside = Path(__file__).parents[2] / "shared" / "data"
    folder = Path(os.environ.get("CXDESK_DATA", beside))
    if not folder.is_dir():
        pytest.skip(f"no public data in {folder}; set CXDESK_DATA")
    return folder

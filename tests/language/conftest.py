import importlib.util
from pathlib import Path

import pytest

TOOL = Path(__file__).resolve().parents[2] / "installer" / "translations.py"


@pytest.fixture(scope="session")
def translations():
    """The tool that keeps the catalogues."""
    spec = importlib.util.spec_from_file_location("translations", TOOL)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

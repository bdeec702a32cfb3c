"""Where a word list is broken, that alone is told: nothing can be read, and a thousand failures would hide why."""

import pytest

from vrplan.phrases.words.faults import faults
from vrplan.phrases.words.wordlists import FOLDER


@pytest.fixture(scope="session")
def word_list_faults() -> list[str]:
    return faults(FOLDER)


@pytest.fixture(autouse=True)
def _sound_word_lists(request: pytest.FixtureRequest, word_list_faults: list[str]) -> None:
    if word_list_faults and request.path.name != "test_vocabulary.py":
        pytest.skip("a word list has a fault, see test_vocabulary.py")

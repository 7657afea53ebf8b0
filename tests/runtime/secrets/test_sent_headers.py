"""Headers that are sent, which may hold credentials."""

from __future__ import annotations

import copy
import pickle

import pytest
from subkit._secrets.secret import SecretHeaders

PAIRS = (("Accept", "*/*"), ("X-Key", "canary"))


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_stored_headers_are_a_plain_tuple(protocol: int) -> None:
    """Who stores a request gets its headers back without any class of ours, which a later release need not have."""
    stored = pickle.dumps(SecretHeaders(PAIRS), protocol)
    assert b"subkit" not in stored
    read = pickle.loads(stored)
    assert (type(read), read) == (tuple, PAIRS)
    assert copy.deepcopy(SecretHeaders(PAIRS)) == PAIRS

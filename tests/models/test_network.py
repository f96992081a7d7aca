"""The trained files: as shipped, or not used at all."""

import numpy as np

from firsthand.models import network


def test_shares_sum_to_one():
    assert network.softmax(np.array([[1000.0, 1000.0]], dtype=np.float32)).tolist() == [[0.5, 0.5]]

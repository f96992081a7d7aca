"""The trained files: as shipped, or not used at all."""

import os
import subprocess
import sys

import numpy as np

from firsthand.models import network


def test_shares_sum_to_one():
    assert network.softmax(np.array([[1000.0, 1000.0]], dtype=np.float32)).tolist() == [[0.5, 0.5]]


def test_the_library_that_runs_networks_keeps_no_record_of_its_use(tmp_path):
    code = "from firsthand.stages.compare.reader.model import load; assert load('en')"
    home = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path)}
    subprocess.run([sys.executable, "-c", code], env=os.environ | home, check=True)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == []


def test_no_network_of_meaning_sums_and_norms_in_one_step():
    """The library takes several times as long for both at once; see `unfuse` in training/claims/export.py."""
    shipped = [*(network.FOLDER / "meaning-en").glob("*.onnx")]
    assert shipped
    assert [path.name for path in shipped if b"SkipLayerNormalization" in path.read_bytes()] == []

"""Whether samples are put to the right stage and function."""

from hot_spots import profile, table

RAW = """\
process 1:"python a; b";main (a.py:9);compare (firsthand/stages/compare/block.py:3);dot (numpy/x.py:1) 6
process 1:"python";_tried (firsthand/pipeline.py:9);parse (firsthand/stages/parse/analyse.py:3) 3
process 1:"python";attribute (firsthand/stages/attribute/extract.py:2);run (firsthand/models/network.py:8) 8
process 1:"python";wait (selectors.py:4) 1
"""


def test_a_sample_belongs_to_its_stage_and_to_the_last_function_of_this_package(tmp_path):
    (tmp_path / "raw").write_text(RAW)
    found = profile(tmp_path / "raw")
    assert found.stages == {"compare": 6, "parse": 3, "attribute": 8, "between the stages": 1}
    assert found.functions == {
        "compare (stages/compare/block.py)": 6,
        "parse (stages/parse/analyse.py)": 3,
        "run (models/network.py)": 8,
        "elsewhere": 1,
    }
    assert "33.3 %      60.0 CPU s      16.7 a CPU s  compare" in table(found, 180.0, 1000, 2)

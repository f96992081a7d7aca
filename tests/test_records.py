import dataclasses
import inspect
import json

import pytest

from firsthand import records
from show.sample import SAMPLE

RECORDS = [c for _, c in inspect.getmembers(records, inspect.isclass) if dataclasses.is_dataclass(c)]


@pytest.mark.parametrize("record", RECORDS, ids=lambda c: c.__name__)
def test_a_record_cannot_be_changed_and_is_written_with_names(record):
    assert record.__dataclass_params__.frozen
    assert not hasattr(record, "__dict__") or "__slots__" in vars(record)
    assert all(field.kw_only for field in dataclasses.fields(record))


def test_records_are_compared_by_value_and_can_be_kept_in_sets():
    again = dataclasses.replace(SAMPLE.claims[0])
    assert again == SAMPLE.claims[0]
    assert len({again, SAMPLE.claims[0]}) == 1


def test_a_brief_is_plain_data():
    assert json.loads(json.dumps(dataclasses.asdict(SAMPLE)))["schema"] == records.SCHEMA

from firsthand.stages.compare.setting import links


def test_a_name_and_a_common_word_tell_less(record, seen):
    articles = [record.article(n) for n in "123"]
    texts = ["The Skog organ burned", "The Skog choir sang", "The Skog cellar flooded"]
    views, setting = seen(
        articles, [record.statement(f"s{i}", a, t) for i, (a, t) in enumerate(zip(articles, texts, strict=True))]
    )
    told, total = setting.telling["s1"]
    plain = views[1].wording.weights
    assert told["skog"] == plain["skog"] / 4  # a name, and in every article
    assert told["choir"] == plain["choir"]
    assert total == sum(told.values())


def test_copies_are_found_from_either_side(record):
    found = links([record.copy("1", "2"), record.copy("1", "2", kind="edited"), record.copy("3", "4")])
    assert len(found[frozenset(("2", "1"))]) == 2
    assert len(found) == 2

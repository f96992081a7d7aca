from firsthand.stages.resolve.block import MOST, rare_words, related


def test_sentence_starts_and_frequent_words_are_not_rare(make):
    pile = [
        make.article(f"Boats came to Karlshamn and Zone{'abcdefghijklmnopqrstuvwxyz'[n]}.") for n in range(MOST + 2)
    ]
    rare = rare_words(pile)
    assert rare[0] == {"zonea"}  # too short a start is "Boats"; Karlshamn is everywhere


def test_articles_that_share_three_rare_names_are_related(make):
    one = make.article("They met in Karlshamn with Velmar and Norrvind.")
    two = make.article("So Norrvind left Velmar in Karlshamn again.")
    far = make.article("They met in Karlshamn with Nobody else.")
    near = related(rare_words([one, two, far]))
    assert near == [{1: 3}, {0: 3}, {}]

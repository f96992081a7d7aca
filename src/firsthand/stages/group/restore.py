"""What was known of a stream, from which article is in which story: nothing is decided again."""

from collections.abc import Iterable

from firsthand.stages.group.growing import Growing, Member, Stream, add, span_of, stretch


def restore(rows: Iterable[tuple[int, Member]], opened: int = 0) -> Stream:
    """The stream whose stories, by number, hold these articles; `rows` are in order of their places.

    `opened` is how many numbers were given, where the stories of the last of them became part of others. What follows
    is put where the stream that the rows are from would put it (sums may differ in their last bit).
    """
    known = Stream()
    for number, member in rows:
        known.stories += (Growing() for _ in range(number + 1 - len(known.stories)))
        one, names = known.stories[number], known.stories[number].names
        one.members.append(member)
        stretch(one, member.day, member.day)
        add(one.total, member.made.weights)
        for name, count in member.made.names.items():
            names[name] = max(count, names.get(name, 0))
        known.home[member.article] = number
        known.articles = max(known.articles, member.place + 1)
    known.stories += (Growing() for _ in range(opened - len(known.stories)))
    for number, one in enumerate(known.stories):
        if one.members:
            one.span = span_of(one)
            for index, keys in (
                (known.named, one.names),
                (known.every, one.total),
                (known.spans.setdefault(one.span, {}), one.total),
            ):
                for key in keys:
                    index.setdefault(key, []).append(number)
    return known

"""Small measures that the scorers share. Standard library only."""

import re
import unicodedata

TOKEN = re.compile(r"\w+|[^\w\s]")
OVERLAP = 0.5  # token Jaccard from which two contents are the same


def tokens(text, spans):
    """Token start offsets of `text` covered by `spans` (code points, end exclusive)."""
    return {m.start() for m in TOKEN.finditer(text) if any(s <= m.start() < e for s, e in spans)}


def jaccard(a, b):
    """Shared part of two sets, 0 to 1."""
    return len(a & b) / len(a | b) if a | b else 0.0


def percentile(values, share):
    """The value that `share` per cent of the values do not exceed."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, max(0, -(-len(ranked) * share // 100) - 1))]


def average_precision(right, scores):
    """The mean of the precision at each right one, best score first; nan where none is right."""
    ranked = [right[n] for n in sorted(range(len(right)), key=lambda n: -scores[n])]
    found = [n for n, one in enumerate(ranked, 1) if one]
    return sum(rank / n for rank, n in enumerate(found, 1)) / len(found) if found else float("nan")


def f1(tp, pred, gold):
    """Precision, recall and F1 from counts."""
    p, r = (tp / pred if pred else 0.0), (tp / gold if gold else 0.0)
    return p, r, (2 * p * r / (p + r) if p + r else 0.0)


def match(pairs):
    """Greedy one-to-one matching, best score first; pairs are (score, left, right)."""
    left, right, out = set(), set(), []
    for _, a, b in sorted(pairs, key=lambda p: -p[0]):
        if a not in left and b not in right:
            left.add(a)
            right.add(b)
            out.append((a, b))
    return out


def bcubed(gold, pred):
    """B-cubed precision and recall of two labelings of the same items."""
    if not gold:
        return 0.0, 0.0

    def groups(labels):
        return {v: {k for k in labels if labels[k] == v} for v in set(labels.values())}

    wanted, got = groups(gold), groups(pred)
    shared = {i: len(wanted[gold[i]] & got[pred[i]]) for i in gold}
    precision = sum(shared[i] / len(got[pred[i]]) for i in gold) / len(gold)
    recall = sum(shared[i] / len(wanted[gold[i]]) for i in gold) / len(gold)
    return precision, recall


def norm(name):
    """A name without case, accents, marks and leading article."""
    name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"\W+", " ", name.casefold()).removeprefix("the ").strip()


def names(actor):
    """All names of an actor in comparable form."""
    return {norm(n) for n in [actor["name"], *actor.get("aliases", [])] if norm(n)}


def dates(value):
    """'2025-03' or 'a/b' to a comparable (start, end) pair of padded days."""
    if not value:
        return None
    start, _, end = value.partition("/")
    end = end or start
    return (
        start + "-01-01"[len(start) - 4 :] if len(start) < 10 else start,
        end + "-12-31"[len(end) - 4 :] if len(end) == 4 else end + "-31" if len(end) == 7 else end,
    )


def brief_dates(said):
    """The same for a brief's {"start", "end"}."""
    if not said or not said.get("start"):
        return None
    start, end = str(said["start"])[:10], str(said.get("end") or said["start"])[:10]
    return dates(f"{start}/{end}")


def find(text, exact, nth=0):
    """The span of the nth occurrence (from 0) of `exact`, or None."""
    at = -1
    for _ in range(nth + 1):
        at = text.find(exact, at + 1)
    return (at, at + len(exact)) if at >= 0 else None

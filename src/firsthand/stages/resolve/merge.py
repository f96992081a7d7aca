"""Which entities of a pile are one actor, and why."""

from collections.abc import Iterator
from itertools import combinations

from firsthand.language.frequency import counts
from firsthand.language.terms import stem
from firsthand.stages.resolve.grouping import Merge
from firsthand.stages.resolve.lexicon import Lexicon, lexicon
from firsthand.stages.resolve.names import skeleton, words
from firsthand.stages.resolve.pile import Pile
from firsthand.stages.resolve.score import FIRST_WORD, Body, Verdict, bodies, full_names, roles_clash

BODIES = ("organisation", "government", "outlet", "agency")
BLOCK = 40  # names compared with each other in one block; a larger one says nothing
CLOSE = 6  # rare words that articles of one story share
ONE_STORY = 4  # rare words shared from which a role alone is looked for in another article
KNOWN = 4  # articles that name somebody in full for one that so names another with the surname
WHOLE = 0.9  # score from which two names of bodies hold the same words, or one the other's initials
LIKE = 2  # words that an unnamed source shares with the one it was taken over from
BEARERS = 60  # full names with one surname that a surname alone is compared with


def merges(pile: Pile) -> list[Merge]:
    """Every merge, the surest kinds first; later ones build on earlier ones."""
    found = [*_same_names(pile), *_people(pile)]
    found += _surnames(pile)
    found += _bodies(pile)
    found += _roles(pile)
    found += _credited(pile)
    return found


def _lex(pile: Pile, n: int) -> Lexicon:
    return lexicon(pile.languages[n])


def _generic(pile: Pile, n: int) -> bool:
    """Whether a body's name could be that of many: "the Ministry of Defence", "the commission"."""
    lex, entity = _lex(pile, n), pile.entities[n]
    if entity.kind in ("outlet", "agency"):
        return False
    first = entity.name[:1]
    if first.islower() or entity.name.split()[0].lower() in lex.definite | lex.possessive:
        return True
    common = lex.bodies | lex.body_words | lex.subjects | lex.body_links | lex.definite
    return all(w in common for w in pile.names[n])


def _same_names(pile: Pile) -> Iterator[Merge]:
    """Entities with the very same name that no other bears."""
    first: dict[tuple[str, tuple[str, ...]], int] = {}
    plain: dict[tuple[str, ...], int] = {}
    linked: list[int] = []
    for n, entity in enumerate(pile.entities):
        name = pile.names[n]
        if len(name) > 1 and entity.kind in ("person", *BODIES) and not _generic(pile, n):
            group = "any"  # the parser takes some names for a body here and a person there
        elif entity.kind in BODIES and name and not _generic(pile, n):
            group = "body"
        else:
            continue
        one = first.setdefault((group, name), n)
        if one != n:
            yield Merge(one, n, 1.0, "same name")
        lex = _lex(pile, n)
        town = " ".join(name[1 + max((i for i, w in enumerate(name) if w in lex.body_links), default=0) :])
        if entity.kind in BODIES and lex.body_links.intersection(name[1:-1]):
            if town not in lex.towns and town not in lex.places:  # the University of Miami is not Miami University
                linked.append(n)
        elif entity.kind in BODIES:
            plain.setdefault(tuple(sorted(name)), n)
    for n in linked:  # the Committees of Harra are the Harra Committees
        other = plain.get(tuple(sorted(w for w in pile.names[n] if w not in _lex(pile, n).body_links)))
        if other is not None:
            yield Merge(other, n, 0.95, "same words in another order")


def _people(pile: Pile) -> Iterator[Merge]:
    """Full names in other spellings, orders and lengths."""
    first: dict[tuple[str, ...], int] = {}
    homes: dict[tuple[str, ...], list[int]] = {}
    for n, entity in enumerate(pile.entities):
        if entity.kind == "person" and len(pile.names[n]) > 1:
            first.setdefault(pile.names[n], n)
            homes.setdefault(pile.names[n], []).append(pile.home[n])
    blocks: dict[object, list[tuple[str, ...]]] = {}
    for name in first:
        bones = [skeleton(w) for w in name]
        for block in {("all", *sorted(bones)), ("ends", bones[0], bones[-1]), ("last", bones[-1], bones[0][:1])}:
            blocks.setdefault(block, []).append(name)
        blocks.setdefault(("first", bones[0], bones[-1][:1]), []).append(name)
    for members in blocks.values():
        if len(members) > BLOCK:
            continue
        for one, two in combinations(members, 2):
            lex = _lex(pile, first[one])
            verdict = full_names(one, two, lex.given, lex.generations)
            if verdict and (verdict.score > 0.9 or _near(pile, homes[one], homes[two], one + two)):
                yield Merge(first[one], first[two], *verdict)


def _near(pile: Pile, one: list[int], two: list[int], name: tuple[str, ...]) -> bool:
    """Whether an article of one has to do with one of the other, their common names apart."""
    return any(_akin(pile, a, b, name) for a in one[:BEARERS] for b in two[:BEARERS])


def _akin(pile: Pile, one: int, two: int, name: tuple[str, ...]) -> bool:
    if one == two:
        return True
    count = pile.near[one].get(two, 0) if one >= 0 and two >= 0 else 0
    return count - sum(w in pile.rare[one] and w in pile.rare[two] for w in set(name)) >= 2


def _surnames(pile: Pile) -> Iterator[Merge]:
    """A surname alone, with the one full name that it can stand for in related articles."""
    bearers: dict[str, dict[tuple[str, ...], list[int]]] = {}
    alone: dict[str, list[int]] = {}
    for n, entity in enumerate(pile.entities):
        if not pile.names[n] or not (
            entity.kind == "person"
            or (entity.kind == "organisation" and len(words(entity.name)) == 1 and not entity.name.isupper())
        ):
            continue
        name, lex = pile.names[n], _lex(pile, n)
        if len(name) == 1:
            alone.setdefault(name[0], []).append(n)
        else:
            last = next((w for w in reversed(name) if w not in lex.generations), name[-1])
            if entity.kind != "person":
                continue
            bearers.setdefault(last, {}).setdefault(name, []).append(n)
    for surname, ones in alone.items():
        named = bearers.get(surname, {})
        best = _best_known(pile, named)
        for n in ones:
            fits = []
            for name, others in named.items() if len(named) <= BEARERS else ():
                if pile.entities[n].kind != "person" and name[0] not in _lex(pile, n).given and len(others) < 2:
                    continue
                near = [o for o in others[:BEARERS] if _akin(pile, pile.home[n], pile.home[o], (surname,))]
                if near and not all(roles_clash(_role_words(pile, n), _role_words(pile, o)) for o in near):
                    fits.append((name, near[0]))
            if not fits and best and pile.entities[n].kind == "person":
                if not all(roles_clash(_role_words(pile, n), _role_words(pile, o)) for o in best):
                    yield Merge(best[0], n, 0.7, "bearer of the surname in most articles")
            elif fits and all(full_names(fits[0][0], f[0], {}, _lex(pile, n).generations) for f in fits):
                yield Merge(fits[0][1], n, 0.8, "only bearer of the surname in related articles")
        people = [n for n in ones if pile.entities[n].kind == "person"]
        for one, two in combinations(people[:BLOCK], 2):
            if _akin(pile, pile.home[one], pile.home[two], (surname,)) and not named:
                if not roles_clash(_role_words(pile, one), _role_words(pile, two)):
                    yield Merge(one, two, 0.7, "same surname in related articles")


def _best_known(pile: Pile, named: dict[tuple[str, ...], list[int]]) -> list[int]:
    """Who is named in full far oftener than all others with a surname: only such a one goes without a first name.

    `named` holds the entities by full name; those of one are given, none where nobody stands out.
    """
    often = {name: len({pile.home[o] for o in others}) for name, others in named.items()}
    name = max(often, key=lambda k: (often[k], k), default=None)
    if name is None or often[name] < KNOWN:
        return []
    generations = _lex(pile, named[name][0]).generations
    rest = sum(often[k] for k in often if not full_names(name, k, {}, generations))
    return named[name] if often[name] >= KNOWN * rest else []


def _role_words(pile: Pile, n: int) -> set[frozenset[str]]:
    """The nouns of people in each of an entity's roles."""
    lex = _lex(pile, n)
    found = {frozenset(w for w in words(role) if w in lex.persons) for role in pile.entities[n].roles}
    return found - {frozenset()}


def _bodies(pile: Pile) -> Iterator[Merge]:
    """Short and generic names of bodies, each with the one body that it fits in related articles."""
    made = [_body(pile, n) for n in range(len(pile.entities))]
    # What two names must share to be worth a look: a word, or the one the other's initials.
    marks = [frozenset((*b.words, "".join(w[0] for w in b.words))) if b else frozenset[str]() for b in made]
    surnames = {pile.names[n][-1] for n, e in enumerate(pile.entities) if e.kind == "person" and pile.names[n]}
    for n, one in enumerate(made):
        if one is None or pile.home[n] < 0 or (len(one.words) > 1 and not one.nominal and not _generic(pile, n)):
            continue
        if len(one.words) == 1 and one.words[0] in surnames:
            continue
        lex = _lex(pile, n)
        first = words(pile.entities[n].name)[0]
        if one.nominal and (first in lex.indefinite or one.words[-1] in lex.of_government):
            continue
        bare = len(one.words) == 1 and first not in lex.definite  # "Congress", "Police"
        if bare and (one.nominal or one.words[0] in lex.of_government):
            continue
        common = lex.bodies | lex.body_words | lex.subjects | lex.agency_endings | lex.camps
        fits: dict[tuple[str, ...], tuple[int, Verdict]] = {}
        for other in _others(pile, n, pile.home[n]):
            if marks[n].isdisjoint(marks[other]):
                continue
            two = made[other]
            if two is None or other == n or len(two.words) < len(one.words) or two.words in fits:
                continue
            by_end = _outlet(pile, n, other)
            verdict = by_end or bodies(one, two, common, lex.subjects)
            if (
                one.words == two.words
                and _stateless(pile, n, other)
                and pile.near[pile.home[n]].get(pile.home[other], 0) < CLOSE
            ):
                continue
            if bare and one.words[0] in lex.bodies and one.words != two.words:
                continue
            if verdict and pile.entities[other].kind == "outlet" and not by_end and verdict.score < WHOLE:
                continue  # the Daily is not the Daily Mail
            if verdict and pile.entities[n].kind in ("outlet", "agency") and one.words != two.words:
                continue  # the Independent is no Independent Commission
            former = not lex.other_office.isdisjoint({*one.words} ^ {*two.words})
            if verdict and verdict.why == FIRST_WORD and _heard(one.words[0], lex):
                continue  # the river is not the River Thames
            if verdict is not None and not former and not _clash(one, two):
                fits[two.words] = (other, verdict)
        if not fits:
            continue
        longest = max(fits, key=lambda f: (len(f), f))
        whole = made[fits[longest][0]]
        alike = whole is not None and all(
            f == longest or ((two := made[fits[f][0]]) is not None and bodies(two, whole, common, lex.subjects))
            for f in fits
        )
        if alike or one.words in fits:
            at, verdict = fits[longest] if alike else fits[one.words]
            yield Merge(at, n, *verdict)


def _body(pile: Pile, n: int) -> Body | None:
    """A body's name with countries as codes (Georgia's and Georgian are one); None for others and for places."""
    entity, lex = pile.entities[n], _lex(pile, n)
    if entity.kind not in BODIES or not pile.names[n]:
        return None
    coded = tuple(
        lex.peoples.get(w) or lex.lands.get(w) or lex.spellings.get(w, w)
        for w in pile.names[n]
        if w not in lex.body_links | lex.articles
    )
    if not coded or all(w.isupper() for w in coded):
        return None
    return Body(coded, entity.name.split()[-1][:1].islower())


def _heard(word: str, lex: Lexicon) -> bool:
    """Whether a word is one of the language, a place's, or a body's by itself: no firm is told by it alone."""
    return stem(lex.language, word) in counts(lex.language)[1] or word in lex.towns or word in lex.whole


def _stateless(pile: Pile, one: int, two: int) -> bool:
    """Whether two ministries or armies are of no country that anything tells: "the foreign ministry"."""
    lex = _lex(pile, one)
    names = {*pile.names[one], *pile.names[two]}
    return bool(names & lex.state_bodies) and not any(w in lex.peoples or w in lex.lands for w in names)


def _clash(one: Body, two: Body) -> bool:
    codes = [{w for w in body.words if w.isupper()} for body in (one, two)]
    return bool(codes[0] and codes[1] and codes[0] != codes[1])


def _outlet(pile: Pile, n: int, other: int) -> Verdict | None:
    """An outlet by the last words of its name: the Ledger for The Prague Ledger."""
    if pile.entities[other].kind != "outlet" or (
        other not in pile.outlets and pile.names[other][-1] not in _lex(pile, n).press
    ):
        return None
    one, two = pile.names[n], pile.names[other]
    known = pile.entities[n].kind in ("outlet", "agency") and len(one) > 1
    return Verdict(0.8, "last word of the outlet's name") if two[-len(one) :] == one and not known else None


def _others(pile: Pile, n: int, home: int) -> Iterator[int]:
    """The entities of related articles, and the outlets."""
    for article in sorted(pile.near[home]):
        if _akin(pile, home, article, pile.names[n]):
            yield from pile.at[article]
    if len(pile.outlets) <= BEARERS:
        yield from sorted(pile.outlets)


def _canonical(name: tuple[str, ...], lex: Lexicon) -> set[str]:
    """The words of a role with countries and peoples as codes."""
    passing = lex.definite | lex.indefinite | lex.body_links
    return {lex.peoples.get(w) or lex.places.get(w) or w for w in name if w not in passing}


def _roles(pile: Pile) -> Iterator[Merge]:
    """Somebody only called by a role, with the one person who bears it in related articles."""
    for n, entity in enumerate(pile.entities):
        home = pile.home[n]
        if entity.kind != "unnamed" or not entity.roles or home < 0:
            continue
        lex = _lex(pile, n)
        asked = _canonical(words(entity.roles[0]), lex)
        if not asked - lex.plain or words(entity.roles[0])[0] in lex.possessive:
            continue  # "the official", "her husband"
        fits: dict[tuple[str, ...], int] = {}
        for other in _others(pile, n, home):
            if pile.entities[other].kind != "person" or pile.near[home].get(pile.home[other], 0) < ONE_STORY:
                continue
            for role in pile.entities[other].roles:
                known = _canonical(words(role), lex)
                if asked <= known and not (known - asked) & lex.other_office:
                    fits.setdefault(pile.names[other], other)
        full = [f for f in fits if len(f) > 1] or list(fits)
        if full and all(full_names(full[0], f, {}, lex.generations) for f in full[1:] if len(full[0]) > 1):
            if len(full[0]) > 1 or len(full) == 1:
                yield Merge(fits[full[0]], n, 0.75, "only one in that role in related articles")


def _credited(pile: Pile) -> Iterator[Merge]:
    """An unnamed source that one article takes over from another with credit, told by the words they share."""
    published: dict[tuple[str, ...], list[int]] = {}
    for n, name in enumerate(pile.publishers):
        if name:
            published.setdefault(name, []).append(n)
    for home, chains in enumerate(pile.chains):
        for source, *hands in dict.fromkeys(chains):
            if pile.entities[source].kind != "unnamed":
                continue
            mine, plain = set(pile.names[source]) - _passing(pile, source), _lex(pile, source).plain
            for hand in hands:
                theirs = [
                    (len(mine & set(pile.names[other]) - _passing(pile, other)), -other)
                    for article in published.get(pile.names[hand], ())
                    if article in pile.near[home]
                    for other in pile.at[article]
                    if pile.entities[other].kind == "unnamed" and other in pile.speaking
                ]
                best = max(theirs, default=(0, 0))
                other = set(pile.names[-best[1]]) - _passing(pile, -best[1])
                like = best[0] >= LIKE and 2 * best[0] >= min(len(mine), len(other)) and not mine & other <= plain
                if (like or mine == other) and best[0] and sum(t[0] == best[0] for t in theirs) == 1:
                    yield Merge(-best[1], source, 0.8, "taken over with credit, in like words")


def _passing(pile: Pile, n: int) -> frozenset[str]:
    lex = _lex(pile, n)
    return lex.definite | lex.indefinite | lex.body_links | lex.issuer_words

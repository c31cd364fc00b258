"""News agencies: the names they go by in datelines, bylines and credits, and the short form."""

from __future__ import annotations

import re

_NAMES = {
    "AP": ("AP", "Associated Press", "The Associated Press"),
    "Reuters": ("Reuters", "Thomson Reuters"),
    "AFP": ("AFP", "Agence France-Presse", "Agence France Presse"),
    "UPI": ("UPI", "United Press International"),
    "PA": ("PA", "Press Association", "PA Media"),
    "dpa": ("dpa", "Deutsche Presse-Agentur"),
    "EFE": ("EFE", "Agencia EFE"),
    "ANSA": ("ANSA",),
    "PTI": ("PTI", "Press Trust of India"),
    "ANI": ("ANI",),
    "IANS": ("IANS",),
    "AAP": ("AAP", "Australian Associated Press"),
    "Canadian Press": ("Canadian Press", "The Canadian Press", "CP"),
    "Kyodo": ("Kyodo", "Kyodo News"),
    "Yonhap": ("Yonhap", "Yonhap News Agency"),
    "Xinhua": ("Xinhua", "Xinhua News Agency"),
    "TASS": ("TASS", "ITAR-TASS"),
    "Interfax": ("Interfax",),
    "Anadolu": ("Anadolu", "Anadolu Agency"),
    "Bloomberg": ("Bloomberg", "Bloomberg News"),
    "CNN": ("CNN",),
}
_SHORT = {name.casefold(): short for short, names in _NAMES.items() for name in names}
PATTERN = "|".join(re.escape(name) for name in sorted(_SHORT, key=len, reverse=True))
"""Any agency's name, for a pattern that ignores case."""


def agency(name: str) -> str | None:
    """The short form of an agency's name, None for any other name."""
    return _SHORT.get(" ".join(name.split()).strip(" ().,").casefold())

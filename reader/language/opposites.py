"""Words of which only one can be so of one thing: "rose" and "fell", "alive" and "dead"."""

from __future__ import annotations

_PAIRS = """
    up/down higher/lower rise/fall rises/falls rose/fell risen/fallen rising/falling
    increase/decrease increases/decreases increased/decreased increasing/decreasing gain/lose
    gains/loses gained/lost gains/losses win/lose wins/loses won/lost win/loss more/fewer more/less
    most/least strengthens/weakens strengthened/weakened raise/cut raises/cuts raised/cut
    raised/lowered accept/reject accepts/rejects accepted/rejected approve/reject approves/rejects
    approved/rejected backed/opposed supports/opposes supported/opposed for/against allow/ban
    allows/bans allowed/banned open/closed opened/closed opens/closes arrived/left enters/leaves
    entered/left alive/dead survived/died guilty/innocent convicted/acquitted convicts/acquits
    upheld/overturned upholds/overturns confirmed/denied confirms/denies admits/denies
    admitted/denied success/failure successful/unsuccessful succeeds/fails succeeded/failed
    passes/fails passed/failed begins/ends began/ended starts/ends started/ended legal/illegal
    true/false safe/unsafe likely/unlikely hired/fired bought/sold buys/sells arrested/released
    jailed/freed man/woman men/women boy/girl son/daughter brother/sister husband/wife father/mother
    best/worst better/worse agreed/refused agrees/refuses before/after
"""
_OPPOSITES = frozenset(frozenset(pair.split("/")) for pair in _PAIRS.split())


def opposite(one: str, other: str) -> bool:
    """Whether two folded words say the opposite of each other."""
    return frozenset((one, other)) in _OPPOSITES

"""How the commands are used, by the words that lead to them; --help and the man page show them."""

from __future__ import annotations

EXAMPLES: dict[tuple[str, ...], tuple[str, ...]] = {
    (): ("reader", "reader visit/", "reader ap.txt reuters.txt"),
    ("compare",): (
        "reader compare ap.txt cbs.txt",
        "reader compare ap.txt cbs.txt --story visit/ --format markdown > differences.md",
    ),
    ("list",): ("reader list visit/",),
    ("matrix",): ("reader matrix visit/ --sort coverage", "reader matrix ap.txt cbs.txt --quick"),
    ("figures",): ("reader figures visit/",),
    ("quotes",): ("reader quotes visit/ --format json",),
    ("report",): ("reader report visit/ --format html --output visit.html",),
    ("add",): (
        "reader add ap.txt https://example.org/report.html --story visit/",
        "reader add feed.xml --list",
        "reader add feed.xml --only 1,3-5 --pages --story visit/",
        "reader add - --story visit/ < pasted.txt",
    ),
    ("remove",): ("reader remove visit/ap",),
    ("sort",): ("reader sort inbox/", "reader sort inbox/ --yes", "reader sort inbox/ --undo"),
    ("versions",): ("reader versions visit/ap", "reader versions visit/ap --diff"),
    ("raw",): ("reader raw visit/ap > ap.html", "reader raw visit/ap --came"),
    ("edit",): ("reader edit visit/ap",),
    ("notes", "list"): (
        "reader notes list --story visit/ --status open",
        "reader notes list --tag arms --format json",
    ),
    ("notes", "show"): ("reader notes show n2b7f4c1",),
    ("notes", "search"): (
        "reader notes search kirby '#arms' status:open",
        "reader notes search 'outlet:AP News'",
    ),
    ("notes", "add"): (
        "reader notes add 'Ask the desk.'",
        "reader notes add 'Which is it?' --article ap.txt --quote '24 years' "
        "--article cbs.txt --quote '25 years' --relation conflict",
    ),
    ("notes", "edit"): (
        "reader notes edit n2b7f4c1",
        "reader notes edit n2b7f4c1 --status checked --checked-by Anna --checked-on today",
        "reader notes edit n2b7f4c1 --method '' --untag arms",
    ),
    ("notes", "delete"): ("reader notes delete n2b7f4c1",),
    ("notes", "export"): (
        "reader notes export --story visit/ --output visit.md",
        "reader notes export --tag arms --profile obsidian --output vault/arms.md",
        "reader notes export --output notes.csv",
    ),
    ("notes", "import"): ("reader notes import hypothesis.json",),
    ("notes", "orphans"): ("reader notes orphans visit/ --moved",),
    ("notes", "attach"): ("reader notes attach n2b7f4c1 ap.txt --quote 'for the first time'",),
    ("notes", "check"): ("reader notes check", "reader notes check --repair"),
    ("man",): ("reader man | man -l -",),
    ("completion",): (
        "reader completion bash > ~/.local/share/bash-completion/completions/reader",
        "reader completion fish > ~/.config/fish/completions/reader.fish",
    ),
}


def shown(path: tuple[str, ...]) -> str:
    """The examples of a command as the end of its help; "" where there are none."""
    lines = EXAMPLES.get(path, ())
    return "\n".join(["examples:", *(f"  {line}" for line in lines)]) if lines else ""

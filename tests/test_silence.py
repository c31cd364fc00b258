"""Nothing that Reader is built on keeps or reports what was compared."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.test_cli_process import FROM_SOURCE, A, B


def test_comparing_leaves_nothing_at_home(tmp_path):
    # Without the rest of the environment: libraries hold back where they see that they are tested.
    bare = {"PATH": os.defpath, "HOME": str(tmp_path)}
    command = [sys.executable, "-m", "reader", "compare", str(A), str(B)]
    done = subprocess.run(command, env=bare | FROM_SOURCE, capture_output=True, timeout=120)
    assert done.stdout
    assert list(tmp_path.rglob("*")) == []


def imported(tree: ast.AST) -> Iterator[str]:
    """The modules that a file imports, besides those it imports for their types alone."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
        yield from imported(node)


def test_nothing_of_ours_imports_what_reports_its_use_but_through_one_door():
    ours = Path(__file__).parents[1]
    files = [*ours.glob("reader/**/*.py"), *ours.glob("tests/**/*.py")]
    assert len(files) > 300
    assert not [
        file.relative_to(ours)
        for file in files
        for name in imported(ast.parse(file.read_text("utf-8")))
        if name.partition(".")[0] == "onnxruntime"
    ]

"""One quotation in two wordings: what differs beyond marks, cuts and the reporters' brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from reader.compare.conflicts.judgement import Difference
from reader.compare.conflicts.view import View
from reader.language.words import Word, plain
from reader.model import Fact, FactType, Span

_EDITED = re.compile(r"\.\.|…|[\[\]()]|\. \.|-{3,}|\*{2,}|\w-{2,}\w")
_LONGEST = 8  # words; what differs at greater length is another stretch of speech
_ADDED = re.compile(r"\[[^\[\]]*\]")
_UNMISTAKABLE = 7  # words in a row that no two speakers say alike
_SLIGHT = frozenset({"the", "that", "a", "an", "and"})  # left out without any harm
_SPELLED = {
    "n't": "not", "'s": "is", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "'d": "would",
}  # fmt: skip
_SAME = {"okay": "ok", "usa": "us", "ca": "can", "wo": "will", "cannot": "can not"}

Change = tuple[int, int, int, int]  # words [i, j) on one side, [k, m) on the other


class Said(NamedTuple):
    """A quoted word as it is compared; a contraction is two, both at the word it is."""

    form: str
    word: Word

    @property
    def stop(self) -> bool:
        """Whether the word says nothing by itself."""
        return self.word.stop


def quotes(left: View, right: View) -> Iterator[Difference]:
    """The first altered place of each two quotations that are one."""
    for a in left.of_type(FactType.QUOTATION):
        for b in right.of_type(FactType.QUOTATION):
            if (difference := _altered(left, a, right, b)) is not None:
                yield difference


def _two_speakers(a: Fact, b: Fact, same: Mapping[str, str]) -> bool:
    """Whether two quotations are said to be of two persons."""
    named = a.about in same and b.about in same
    return named and same[a.about] != same[b.about]


def _altered(left: View, a: Fact, right: View, b: Fact) -> Difference | None:
    ours, theirs = _said(left, a.span), _said(right, b.span)
    if min(len(ours), len(theirs)) < 2 or _forms(ours) == _forms(theirs):
        return None
    matcher = SequenceMatcher(None, _forms(ours), _forms(theirs), autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    kept = sum(block.size for block in blocks)
    news = any(not w.stop for block in blocks for w in ours[block.a : block.a + block.size])
    if not news or kept < 2:
        return None
    apart = [op for op in matcher.get_opcodes() if op[0] != "equal"]
    changed = [op for op in _joined(apart) if _counts(op, left, ours, right, theirs)]
    if not changed:
        return None
    longest = max(block.size for block in blocks)
    if longest < _UNMISTAKABLE and _two_speakers(a, b, left.same):
        return None
    i, j, k, m = min(changed, key=lambda op: (op[1] - op[0] + op[3] - op[2], op))
    return Difference(
        "quote",
        _shown(ours, i, j, i == j or k == m),
        _shown(theirs, k, m, i == j or k == m),
        head="quoted",
        signs={
            "kept": kept / min(len(ours), len(theirs)),
            "run": min(longest, 12) / 12,
            "replaced": float(j > i and m > k),
            "size": min(1.0, (j - i + m - k) / 8),
            "inflected": float(_stems(ours[i:j]) == _stems(theirs[k:m])),
        },
    )


def _joined(ops: Sequence[tuple[str, int, int, int, int]]) -> list[Change]:
    """Changes with at most one word between them made one."""
    found: list[Change] = []
    for _, i, j, k, m in ops:
        opened = found and 0 in (found[-1][0], found[-1][2]) and (i == j or k == m)
        if found and i - found[-1][1] <= 1 and not opened:
            i, k = found[-1][0], found[-1][2]
            found.pop()
        found.append((i, j, k, m))
    return found


def _said(view: View, span: Span) -> list[Said]:
    """The words of a quotation, contractions written out."""
    first, last = view.within(span)
    added = [Span(*m.span()) for m in _ADDED.finditer(view.text, span.start, span.end)]
    found = []
    for word in view.words[first:last]:
        if any(each.start < word.start < each.end for each in added):
            continue
        form = plain(view.text[word.start : word.end]).lower()
        ending = next((end for end in _SPELLED if form.endswith(end) and form != end), "")
        bare = form.removesuffix(ending) if ending else word.form
        parts = [*_SAME.get(bare, bare).split(), *filter(None, [_SPELLED.get(ending, "")])]
        found += [Said(part, word) for part in parts]
    return found


def _forms(said: Sequence[Said]) -> list[str]:
    return [each.form for each in said]


def _counts(
    op: Change, left: View, ours: Sequence[Said], right: View, theirs: Sequence[Said]
) -> bool:
    """Whether words differ at `op` that no cut, bracket or contraction explains."""
    i, j, k, m = op
    if max(j - i, m - k) > _LONGEST:
        return False
    at_start, at_end = i == 0 or k == 0, j == len(ours) or m == len(theirs)
    if (at_start or at_end) and (j == i or m == k):
        return False
    if (at_start and i != k) or (at_end and len(ours) - j != len(theirs) - m):
        return False
    missing = ours[i:j] or theirs[k:m]
    if i == j or k == m:
        slight = all(word.form in _SLIGHT for word in missing)
        unheld = (min(i, k) == 1 and ours[0].stop) or min(len(ours) - j, len(theirs) - m) == 0
        if slight or unheld:
            return False
    if _edited(left, ours, i, j) or _edited(right, theirs, k, m):
        return False
    return _squeezed(ours[i:j]) != _squeezed(theirs[k:m])


def _stems(said: Sequence[Said]) -> list[str]:
    return [each.word.stem for each in said]


def _edited(view: View, words: Sequence[Said], i: int, j: int) -> bool:
    """Whether an ellipsis or a bracket stands in or beside words ``[i, j)``."""
    start = words[i - 1].word.end if i else words[0].word.start
    end = words[j].word.start if j < len(words) else words[-1].word.end
    return bool(_EDITED.search(view.text, start, end))


def _squeezed(said: Sequence[Said]) -> str:
    """The letters and figures of what was said, so that spacing makes no difference."""
    found = "".join(each.form for each in said if each.form not in {"and", "00"})
    return "".join(filter(str.isalnum, found))


def _shown(words: Sequence[Said], i: int, j: int, wider: bool) -> Span:
    """The span of words ``[i, j)``, with a neighbour on each side where it should be `wider`."""
    if wider:
        i, j = max(i - 1, 0), min(j + 1, len(words))
    return Span(words[i].word.start, words[j - 1].word.end)

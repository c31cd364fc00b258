"""Processes that work for this one, so that all cores of a machine do.

Threads would not help: most of the work is Python, which one thread at a time runs. Nor do the
pools of the standard library, whose processes stay behind when this one is killed.
"""

from __future__ import annotations

import gc
import os
import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, suppress
from itertools import repeat
from selectors import EVENT_READ, DefaultSelector
from typing import IO, TypeVar, cast

Held = TypeVar("Held")
Asked = TypeVar("Asked")
Answer = TypeVar("Answer")
Work = Callable[[Held, Asked], Answer]
"""Work on what was told and what is asked; a function of a module, since it goes by its name."""
Hand = subprocess.Popen[bytes]

_RUN = "import sys; sys.path[:] = {path!r}; from reader.compare.crew import serve; serve()"
_GONE = (OSError, EOFError, pickle.UnpicklingError)


class Crew(AbstractContextManager["Crew"]):
    """So many processes, all of which have been told the same.

    What they cannot do, because there are none or one has died, is done here; so the answers
    are always complete, and the same. They end with `close`, and with this process, however that
    ends.
    """

    def __init__(self, size: int) -> None:
        self._told: object = None
        self._hands = list(_started(size))

    def __exit__(self, *_: object) -> None:
        self.close()

    def __len__(self) -> int:
        return len(self._hands)

    def tell(self, told: object) -> None:
        """Give all of them what further work is about, in place of what they had."""
        self._told = told
        self._send_all(None, told)

    def amend(self, work: Work[Held, Asked, None], what: Asked) -> None:
        """Have `work` put something more into what all of them, and this process, were told."""
        work(cast(Held, self._told), what)
        self._send_all(work, what)
        for hand in tuple(self._hands):
            try:
                pickle.load(_pipe(hand.stdout))
            except _GONE:
                self._lose(hand)

    def do(
        self, work: Work[Held, Asked, Answer], asked: Iterable[Asked]
    ) -> Iterator[tuple[Asked, Answer]]:
        """What comes of each thing asked, in the order in which it is done."""
        left = deque(asked)
        yield from self._shared(work, left)
        while left:
            one = left.popleft()
            yield one, work(cast(Held, self._told), one)

    def close(self) -> None:
        """End the processes, and what they are doing."""
        for hand in tuple(self._hands):
            self._lose(hand)

    def _shared(
        self, work: Work[Held, Asked, Answer], left: deque[Asked]
    ) -> Iterator[tuple[Asked, Answer]]:
        """The same by the processes; what one that dies was asked is left again."""
        doing: dict[Hand, Asked] = {}

        def give(hand: Hand) -> None:
            if left:
                doing[hand] = one = left.popleft()
                if not self._send(hand, pickle.dumps((work, one), pickle.HIGHEST_PROTOCOL)):
                    left.appendleft(doing.pop(hand))

        with DefaultSelector() as answers:
            for hand in tuple(self._hands):
                answers.register(_pipe(hand.stdout), EVENT_READ, hand)
                give(hand)
            while doing:
                for key, _ in answers.select():
                    hand = key.data
                    try:
                        answer: Answer = pickle.load(_pipe(hand.stdout))
                    except _GONE:
                        answers.unregister(key.fileobj)
                        self._lose(hand)
                        left.appendleft(doing.pop(hand))
                        continue
                    one = doing.pop(hand)
                    give(hand)
                    yield one, answer

    def _send_all(self, work: object, what: object) -> None:
        if self._hands:
            packed = pickle.dumps((work, what), pickle.HIGHEST_PROTOCOL)
            # Each takes as long to take it in as all this to pack it; so all do at once.
            with ThreadPoolExecutor(len(self._hands)) as senders:
                list(senders.map(self._send, tuple(self._hands), repeat(packed)))

    def _send(self, hand: Hand, packed: bytes) -> bool:
        try:
            _pipe(hand.stdin).write(packed)
            _pipe(hand.stdin).flush()
        except OSError:
            self._lose(hand)
            return False
        return True

    def _lose(self, hand: Hand) -> None:
        self._hands.remove(hand)
        hand.kill()
        hand.wait()
        _pipe(hand.stdout).close()
        with suppress(OSError):
            _pipe(hand.stdin).close()


def _started(size: int) -> Iterator[Hand]:
    """As many processes as can be had."""
    if sys.platform == "win32":
        return  # Pipes cannot be waited for there.
    for _ in range(size):
        try:
            yield subprocess.Popen(
                [sys.executable, "-c", _RUN.format(path=sys.path)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError:
            return


def _pipe(end: IO[bytes] | None) -> IO[bytes]:
    assert end is not None
    return end


def serve() -> None:
    """Do what standard input asks until it ends: what the processes of a crew run."""
    asked = sys.stdin.buffer
    # What a library prints must not get among the answers.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    told: object = None
    while True:
        try:
            work, one = pickle.load(asked)
        except EOFError:
            return
        if work is None:
            told = one
            gc.collect()
            gc.freeze()  # It stays, and need not be looked through again and again.
        else:
            pickle.dump(work(told, one), answers, pickle.HIGHEST_PROTOCOL)
            answers.flush()

"""Who does the work: any executor of concurrent.futures, with little under way at a time."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_GARBAGE = 20_000
"""After how many new objects the garbage of a worker is looked for: what it keeps makes each look dear."""

_WINDOW = 64
"""How many items are under way at the most: enough for many workers, little to hold in memory."""


def in_order(
    executor: Executor, function: Callable[..., Result], calls: Iterable[tuple[Item, tuple[Any, ...]]]
) -> Iterator[tuple[Item, Future[Result]]]:
    """Yield each item with its finished future, in the order of the items.

    Args:
        executor: who works.
        function: the work.
        calls: items, each with the arguments of its call; they are taken as the work goes on.
    """
    waiting: deque[tuple[Item, Future[Result]]] = deque()
    try:
        for item, arguments in calls:
            waiting.append((item, executor.submit(function, *arguments)))
            while len(waiting) >= _WINDOW:
                yield _finished(waiting)
        while waiting:
            yield _finished(waiting)
    finally:
        for _, future in waiting:
            future.cancel()


def _finished(waiting: deque[tuple[Item, Future[Result]]]) -> tuple[Item, Future[Result]]:
    item, future = waiting.popleft()
    future.exception()  # waits for the end, whatever it is
    return item, future


@contextmanager
def processes(count: int | None = None) -> Iterator[Executor]:
    """Give an executor with a process a core, that ends with this process, however it ends.

    What is under way is finished when the block ends, also when it is broken off; the rest is not begun.

    Args:
        count: how many processes; one a core when None.
    """
    # Fresh processes: a fork would copy threads' locks, and is not to be had everywhere.
    context = multiprocessing.get_context("spawn")
    executor = ProcessPoolExecutor(count or os.cpu_count(), context, initializer=_begin_worker)
    try:
        yield executor
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def _begin_worker() -> None:
    """Leave Ctrl-C to the parent, and end with it even when it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(_GARBAGE)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: Any) -> None:
    parent.join()
    os._exit(1)

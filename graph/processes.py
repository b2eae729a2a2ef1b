"""Work for the other cores. Processes are started anew (spawn) on every system, so that all behave alike."""

import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
# More hardly helps: one process gathers what the others make, and each needs half a gigabyte.
_MOST = 4


class InPlace(Executor):
    """An executor that does the work when it is asked for: for work too small to start processes for."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """The result, already there; what the work raises is raised here."""
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


@contextmanager
def processes(*, worthwhile: bool) -> Iterator[Executor]:
    """Processes that end with the block; work happens in place when they are not worthwhile or there is one core.

    What is submitted must be a function of a module, and it, its arguments and its result be picklable.
    """
    cores = os.cpu_count() or 1
    if not worthwhile or cores < 2:
        yield InPlace()
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(cores, _MOST), mp_context=context, initializer=_begin) as pool:
        try:
            yield pool
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _begin() -> None:
    """Ctrl-C ends a process at once and silently, what it says is said by the first one; collecting is off as there."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    gc.disable()


def in_order(
    pool: Executor, work: Callable[[Item], Result], items: Sequence[Item], size: Callable[[Item], float]
) -> Iterator[Result]:
    """The result for each item, in the order of the items; the largest are begun first, so that none is waited for."""
    largest_first = sorted(range(len(items)), key=lambda place: -size(items[place]))
    begun = {place: pool.submit(work, items[place]) for place in largest_first}
    for place in range(len(items)):
        yield begun.pop(place).result()

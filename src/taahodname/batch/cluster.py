"""Past one machine: the workers of a Dask cluster, as an executor like any other."""

from __future__ import annotations

from concurrent.futures import Executor

from taahodname.errors import BatchError, UsageError

_WAIT = 10  # seconds for the scheduler to answer


def cluster_executor(address: str) -> Executor:
    """Return an executor on the workers of a Dask scheduler.

    The workers need this program, and the same paths for what the profiles name and for a local output
    folder; an output address of fsspec needs its driver there.

    Args:
        address: of the scheduler («tcp://host:8786»).

    Raises:
        UsageError: when Dask's distributed is not installed.
        BatchError: when no scheduler answers there.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise UsageError(
            "برای کار روی چند ماشین، «taahodname[cluster]» را نصب کنید.",
            "to work on several machines, install taahodname[cluster]",
        ) from error
    try:
        client = Client(address, timeout=_WAIT, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise BatchError(
            f"زمان‌بندی در «{address}» پاسخ نمی‌دهد ({error})؛ نشانی آن را بررسی کنید.",
            f"no scheduler answers at {address!r} ({error}); check the address",
        ) from error
    # The same work twice may be asked for on purpose (a file was lost), so nothing is taken for known.
    executor: Executor = client.get_executor(pure=False)  # type: ignore[no-untyped-call]
    return executor

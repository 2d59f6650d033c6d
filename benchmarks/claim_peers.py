"""Who takes and completes jobs: the desk itself, procrastinate and pgqueuer, each by its own API.

A worker is a coroutine function: it connects, then hands out a step that does claim + complete of
one job and says whether there was one. Everybody takes one job at a time, as a person does.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from importlib.util import find_spec
from typing import Any
from uuid import uuid4

from benchmarks import branch

Step = Callable[[], Awaitable[bool]]

PEERS = ("procrastinate", "pgqueuer")


def missing(name: str) -> bool:
    """Whether the peer is not installed."""
    return find_spec(name) is None


@asynccontextmanager
async def worker(name: str, conninfo: str, number: int, password: str) -> AsyncIterator[Step]:
    """A connected worker of the named contender."""
    makers: dict[str, Any] = {
        "absher-desk": _desk, "procrastinate": _procrastinate, "pgqueuer": _pgqueuer,
    }  # fmt: skip
    async with makers[name](conninfo, number, password) as step:
        yield step


@asynccontextmanager
async def _desk(conninfo: str, number: int, password: str) -> AsyncIterator[Step]:
    from absher_desk.operations.claims import claim_next  # noqa: PLC0415
    from absher_desk.operations.decisions import decide  # noqa: PLC0415

    url = conninfo.replace("postgresql://", "postgresql+psycopg://", 1)
    with branch.opened(url) as desk:
        officer = branch.clerk(desk, number, password)

        async def step() -> bool:
            claim = claim_next(desk, officer, branch.QUEUE)
            if claim is None:
                return False
            decide(desk, officer, claim.request_id, "file", reason="مكررة")
            return True

        yield step


def _procrastinate_app(conninfo: str) -> Any:
    from procrastinate import App, PsycopgConnector  # noqa: PLC0415

    return App(connector=PsycopgConnector(conninfo=conninfo, min_size=1, max_size=1))


@asynccontextmanager
async def _procrastinate(conninfo: str, _number: int, _password: str) -> AsyncIterator[Step]:
    from procrastinate.jobs import Status  # noqa: PLC0415

    async with _procrastinate_app(conninfo).open_async() as app:
        jobs = app.job_manager
        worker_id = await jobs.register_worker()

        async def step() -> bool:
            job = await jobs.fetch_job(queues=[branch.QUEUE], worker_id=worker_id)
            if job is None:
                return False
            await jobs.finish_job(job, Status.SUCCEEDED, delete_job=False)
            return True

        yield step


@asynccontextmanager
async def _pgqueuer_queries(conninfo: str) -> AsyncIterator[Any]:
    from pgqueuer.queries import Queries  # noqa: PLC0415
    from psycopg import AsyncConnection  # noqa: PLC0415

    async with await AsyncConnection.connect(conninfo, autocommit=True) as connection:
        yield Queries.from_psycopg_connection(connection)


@asynccontextmanager
async def _pgqueuer(conninfo: str, _number: int, _password: str) -> AsyncIterator[Step]:
    from pgqueuer.ports.repository import EntrypointExecutionParameter  # noqa: PLC0415

    async with _pgqueuer_queries(conninfo) as queries:
        entry = {branch.QUEUE: EntrypointExecutionParameter(concurrency_limit=0)}
        worker_id, stale = uuid4(), timedelta(minutes=10)

        async def step() -> bool:
            jobs = await queries.dequeue(1, entry, worker_id, None, stale)
            if not jobs:
                return False
            await queries.log_jobs([(jobs[0], "successful", None)])
            return True

        yield step


def fill(name: str, conninfo: str, count: int) -> None:
    """Install the peer's schema and enter so many jobs."""
    asyncio.run(
        {"procrastinate": _fill_procrastinate, "pgqueuer": _fill_pgqueuer}[name](conninfo, count)
    )


async def _fill_procrastinate(conninfo: str, count: int) -> None:
    async with _procrastinate_app(conninfo).open_async() as app:
        await app.schema_manager.apply_schema_async()

        complaint = app.task(lambda index: index, queue=branch.QUEUE, name="complaint")
        await complaint.batch_defer_async(*({"index": index} for index in range(count)))
        await app.connector.execute_query_async("ANALYZE procrastinate_jobs")


async def _fill_pgqueuer(conninfo: str, count: int) -> None:
    async with _pgqueuer_queries(conninfo) as queries:
        await queries.install()
        await queries.enqueue([branch.QUEUE] * count, [b"{}"] * count, [0] * count)
        await queries.driver.execute("ANALYZE pgqueuer")

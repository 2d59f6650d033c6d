"""Claim + complete on PostgreSQL: requests a second by 8 and 32 desks, each a process of its own.

Ours writes what the product always writes: the lease, the request's state, the finished step, two
chained events, in two transactions (`claim_next`, then `decide` with an outcome that ends the
request). The peers fetch a job and mark it as succeeded. One server, fsync on, for all of them.
"""

import asyncio
import multiprocessing
from collections.abc import Iterator
from functools import partial
from multiprocessing.synchronize import Barrier
from time import perf_counter
from typing import Any

from sqlalchemy import func, select

from absher_desk.models.event import Event
from absher_desk.operations.audit import verify_log
from absher_desk.operations.desk import Desk
from absher_desk.operations.sign_in import open_program_session
from benchmarks import branch, claim_peers
from benchmarks.figures import Fact, Figure, Finding, Missing, interleaved
from tests.servers.postgresql import PostgresServer, ServerFailed

OURS = "absher-desk"
FEW, MANY = 8, 32
ROUNDS = 5
SECONDS = 2.0
JOBS = 60_000
ONCE = 10_000
_WARM = 20


def measure() -> Iterator[Finding]:
    """All figures of this benchmark."""
    try:
        with PostgresServer(durable=True) as server:
            yield from _against_peers(server)
            yield from _taken_once(server)
    except ServerFailed as fault:
        yield Missing(what="claim + complete", why=str(fault).splitlines()[0])


def _against_peers(server: PostgresServer) -> Iterator[Finding]:
    names = [OURS, *(name for name in claim_peers.PEERS if not claim_peers.missing(name))]
    for name in names:
        _prepare(server, name)
    few = interleaved({name: partial(_rate, server, name, FEW) for name in names}, ROUNDS)
    many = interleaved({name: partial(_rate, server, name, MANY) for name in names}, 3)
    for peer in claim_peers.PEERS:
        if peer not in names:
            yield Missing(what=f"claim + complete against {peer}", why="not installed")
            continue
        yield _figure(FEW, few[OURS], peer, few[peer], at_least=2)
        yield _figure(MANY, many[OURS], peer, many[peer])
    yield _figure(MANY, many[OURS], f"ours, {FEW} desks", few[OURS], at_least=0.7)


def _figure(
    desks: int, ours: float, peer: str, theirs: float, at_least: float | None = None
) -> Figure:
    return Figure(
        what=f"claim + complete, {desks} desks",
        unit="/s",
        ours=ours,
        peer=peer,
        theirs=theirs,
        at_least=at_least,
    )


def _prepare(server: PostgresServer, name: str) -> None:
    url = server.create(_database(name))
    if name != OURS:
        claim_peers.fill(name, server.conninfo(_database(name)), JOBS)
        return
    with branch.opened(url) as desk:
        branch.employ(desk, MANY)
        branch.enter(desk, JOBS)


def _database(name: str) -> str:
    return name.replace("-", "_")


def _rate(server: PostgresServer, name: str, desks: int) -> float:
    """Jobs a second, all desks together."""
    done = _work(name, server.conninfo(_database(name)), desks, SECONDS)
    return sum(count / spent for count, spent in done)


def _work(name: str, conninfo: str, desks: int, duration: float) -> list[tuple[int, float]]:
    """For each desk how many jobs it took and in how long; without duration, all there are."""
    context = _context()
    start, results = context.Barrier(desks), context.SimpleQueue()
    workers = [
        context.Process(
            target=_desk_process,
            args=(name, conninfo, number, branch.PASSWORD, start, results, duration),
        )
        for number in range(desks)
    ]
    for worker in workers:
        worker.start()
    done = [results.get() for _ in workers]
    for worker in workers:
        worker.join()
    for one in done:
        if isinstance(one, str):
            raise RuntimeError(f"{name}: {one}")  # noqa: TRY004  (a fault told as text)
    return done


def _context() -> Any:
    """Processes that share nothing but what was imported, where the system can fork so."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([claim_peers.__name__, Desk.__module__])
    return context


def _desk_process(  # noqa: PLR0917  (what a process is started with)
    name: str,
    conninfo: str,
    number: int,
    password: str,
    start: Barrier,
    results: Any,
    duration: float,
) -> None:
    done: object
    try:
        done = asyncio.run(_take(name, conninfo, number, password, start, duration))
    except BaseException as error:  # noqa: BLE001  (the parent tells it; it would wait for ever)
        start.abort()
        done = f"{type(error).__name__}: {error}"
    results.put(done)


async def _take(  # noqa: PLR0917
    name: str, conninfo: str, number: int, password: str, start: Barrier, duration: float
) -> tuple[int, float]:
    async with claim_peers.worker(name, conninfo, number, password) as step:
        for _ in range(_WARM if duration else 0):
            await step()
        start.wait(timeout=120)
        began, count = perf_counter(), 0
        while not duration or perf_counter() - began < duration:
            if not await step():
                break
            count += 1
        return count, perf_counter() - began


def _taken_once(server: PostgresServer) -> Iterator[Finding]:
    """Two desks empty a queue; then the log is asked who took what, and whether it is whole."""
    with branch.opened(server.create("once")) as desk:
        branch.employ(desk, 2)
        branch.enter(desk, ONCE)
        done = _work(OURS, server.conninfo("once"), 2, 0)
        with desk.database.read() as connection:
            claims, requests = connection.execute(
                select(func.count(), func.count(Event.request_id.distinct())).where(
                    Event.kind == "work-claimed"
                )
            ).one()
        share = " + ".join(str(count) for count, _ in done)
        yield Fact(
            what=f"2 desks empty a queue of {ONCE:,}",
            found=f"{share} taken; {claims} claims of {requests} requests",
            held=claims == requests == ONCE == sum(count for count, _ in done),
        )
        intact = verify_log(desk, open_program_session(desk, branch.BRANCH))
        yield Fact(what="the log afterwards", found=f"{intact.events:,} events", held=intact.intact)

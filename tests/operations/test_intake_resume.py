"""Feeds that are cut off, cancelled or read twice at once: every line counts exactly once."""

import gc
import multiprocessing
import tracemalloc

import pytest
from sqlalchemy import select

from absher_desk.models.database import Database
from absher_desk.models.event import Event
from absher_desk.models.request import FeedProgress, Request
from absher_desk.operations import intake
from tests.builders import build_desk
from tests.feed_builders import feed_line, rejected, take_in, write_feed


class PowerCut(Exception):
    """The end of the process, as far as a test can have it."""


def mixed(count):
    """Every third line is refused; references tell which."""
    return [feed_line(i, **({"branch": "9999"} if i % 3 == 0 else {})) for i in range(1, count + 1)]


def references(desk):
    with desk.database.read() as connection:
        return sorted(connection.scalars(select(Request.reference)))


def assert_whole(desk, rejects, count):
    """Each line is a request or a reject, once; and the log's chains are without a gap."""
    refused = [line["reference"] for line in rejected(rejects)]
    assert refused == [f"POR-T-{i:07d}" for i in range(3, count + 1, 3)]
    assert references(desk) == [f"POR-T-{i:07d}" for i in range(1, count + 1) if i % 3]
    with desk.database.read() as connection:
        for session in set(connection.scalars(select(Event.sign_in_id))):
            numbers = connection.scalars(
                select(Event.session_seq).where(Event.sign_in_id == session).order_by(Event.id)
            ).all()
            assert list(numbers) == list(range(1, len(numbers) + 1))


def cut_after(batches):
    heard = []

    def on_progress(count):
        heard.append(count)
        if len(heard) == batches:
            raise PowerCut

    return on_progress


def test_progress_is_told_after_every_batch(desk, tmp_path):
    heard = []
    feed = write_feed(tmp_path / "feed.jsonl", mixed(10))
    last = take_in(desk, feed, batch=4, on_progress=heard.append)
    assert [one.read for one in heard] == [4, 8, 10]
    assert heard[-1] == last
    assert last.bytes_read == last.bytes_total
    assert (last.accepted, last.rejected) == (7, 3)


def test_a_batch_ends_where_its_bytes_would_be_too_many(desk, tmp_path, monkeypatch):
    monkeypatch.setattr(intake, "_BATCH_BYTES", 1_000)
    heard = []
    take_in(desk, write_feed(tmp_path / "feed.jsonl", mixed(4)), on_progress=heard.append)
    assert [one.read for one in heard] == [2, 4]


def test_an_interrupted_feed_goes_on_where_it_stopped(desk, tmp_path):
    feed, rejects = write_feed(tmp_path / "feed.jsonl", mixed(20)), tmp_path / "rejects.jsonl"
    with pytest.raises(PowerCut):
        take_in(desk, feed, rejects=rejects, batch=4, on_progress=cut_after(2))
    heard = []
    moved = feed.rename(tmp_path / "moved.jsonl")
    found = take_in(desk, moved, rejects=rejects, batch=4, on_progress=heard.append)
    assert [one.read for one in heard] == [12, 16, 20]
    assert (found.read, found.accepted, found.duplicates, found.rejected) == (20, 14, 0, 6)
    assert_whole(desk, rejects, 20)


@pytest.mark.parametrize("torn", [False, True], ids=["written", "half written"])
@pytest.mark.parametrize("batch", [2, 4, 7])
def test_rejects_of_a_batch_that_was_not_committed_are_not_doubled(
    desk, tmp_path, monkeypatch, batch, torn
):
    feed, rejects = write_feed(tmp_path / "feed.jsonl", mixed(20)), tmp_path / "rejects.jsonl"
    with pytest.raises(PowerCut):
        take_in(desk, feed, rejects=rejects, batch=4, on_progress=cut_after(2))
    with monkeypatch.context() as patch:
        patch.setattr(intake, "store_progress", after_first_call(PowerCut))
        with pytest.raises(PowerCut):
            take_in(desk, feed, rejects=rejects, batch=4)
    written = rejects.read_bytes()
    assert len(rejected(rejects)) == 4, "the third batch is on disk, but not committed"
    assert len(references(desk)) == 6
    if torn:
        rejects.write_bytes(written[:-100])
    take_in(desk, feed, rejects=rejects, batch=batch)
    assert_whole(desk, rejects, 20)


def after_first_call(fault):
    """`store_progress` that works once, when the run begins, and then fails."""
    calls = []
    real = intake.store_progress

    def store(*args):
        calls.append(args)
        if len(calls) > 1:
            raise fault
        real(*args)

    return store


def test_what_others_wrote_to_the_rejects_file_stays(desk, tmp_path):
    feed, rejects = write_feed(tmp_path / "feed.jsonl", mixed(9)), tmp_path / "rejects.jsonl"
    with pytest.raises(PowerCut):
        take_in(desk, feed, rejects=rejects, batch=4, on_progress=cut_after(1))
    with rejects.open("ab") as file:
        file.write(b'{"reference": "of somebody else"}\n')
    take_in(desk, feed, rejects=rejects, batch=4)
    assert [line["reference"] for line in rejected(rejects)] == [
        "POR-T-0000003", "of somebody else", "POR-T-0000006", "POR-T-0000009",
    ]  # fmt: skip


def test_a_rejects_file_that_was_taken_away_is_begun_anew(desk, tmp_path):
    feed, rejects = write_feed(tmp_path / "feed.jsonl", mixed(9)), tmp_path / "rejects.jsonl"
    with pytest.raises(PowerCut):
        take_in(desk, feed, rejects=rejects, batch=4, on_progress=cut_after(1))
    rejects.unlink()
    take_in(desk, feed, rejects=rejects, batch=4)
    assert [line["reference"] for line in rejected(rejects)] == ["POR-T-0000006", "POR-T-0000009"]


def test_cancelling_stops_between_batches_and_the_rest_comes_later(desk, tmp_path):
    feed, rejects = write_feed(tmp_path / "feed.jsonl", mixed(20)), tmp_path / "rejects.jsonl"
    answers = iter([False, False, True])
    found = take_in(desk, feed, rejects=rejects, batch=4, cancelled=lambda: next(answers))
    assert found.read == 8
    assert found.bytes_read < found.bytes_total
    take_in(desk, feed, rejects=rejects, batch=4)
    assert_whole(desk, rejects, 20)


def test_a_reference_that_somebody_enters_meanwhile_is_seen_on_the_second_try(
    desk, tmp_path, monkeypatch
):
    lines = mixed(4)
    feed = write_feed(tmp_path / "feed.jsonl", lines)
    take_in(desk, write_feed(tmp_path / "other.jsonl", lines[:1]))
    blind = [{}]
    real = intake.known_contents
    monkeypatch.setattr(
        intake, "known_contents", lambda act, lines: blind.pop() if blind else real(act, lines)
    )
    found = take_in(desk, feed)
    assert (found.accepted, found.duplicates, found.rejected) == (2, 1, 1)
    assert not blind


def read_in_process(url, feed, rejects, results):
    database = Database(url)
    found = take_in(build_desk(database), feed, rejects=rejects, batch=10)
    results.put((found.read, found.accepted + found.duplicates))
    database.close()


@pytest.mark.parametrize("same", [True, False], ids=["one feed", "two feeds of the same requests"])
def test_two_processes_read_at_once(desk, database_url, tmp_path, same):
    lines, rejects = mixed(300), tmp_path / "rejects.jsonl"
    feed = write_feed(tmp_path / "feed.jsonl", lines)
    other = feed if same else write_feed(tmp_path / "other.jsonl", [*lines[::-1]])
    start = multiprocessing.get_context("spawn")
    results = start.SimpleQueue()
    runs = [
        start.Process(target=read_in_process, args=(database_url, path, file, results))
        for path, file in ((feed, rejects), (other, rejects if same else tmp_path / "other.out"))
    ]
    for run in runs:
        run.start()
    for run in runs:
        run.join(120)
    assert [run.exitcode for run in runs] == [0, 0]
    assert [results.get() for _ in runs] == [(300, 200)] * 2
    results.close()
    assert_whole(desk, rejects, 300)


def test_memory_stays_flat(desk, tmp_path):
    take_in(desk, write_feed(tmp_path / "warm.jsonl", [feed_line(reference="warm")]))
    few = peak_while_reading(desk, tmp_path, 1, 600)
    many = peak_while_reading(desk, tmp_path, 10_001, 3_000)
    assert many < 1.3 * few


def peak_while_reading(desk, tmp_path, first, count):
    lines = (feed_line(i) for i in range(first, first + count))
    feed = write_feed(tmp_path / f"{count}.jsonl", lines)
    gc.collect()
    tracemalloc.start()
    try:
        assert take_in(desk, feed, batch=200).accepted == count
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_two_versions_of_a_feed_are_two_feeds(desk, tmp_path):
    take_in(desk, write_feed(tmp_path / "feed.jsonl", mixed(5)))
    found = take_in(desk, write_feed(tmp_path / "feed.jsonl", mixed(8)))
    assert (found.read, found.accepted, found.duplicates, found.rejected) == (8, 2, 4, 2)
    with desk.database.read() as connection:
        assert len(connection.execute(select(FeedProgress.fingerprint)).all()) == 2

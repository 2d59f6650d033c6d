"""The gates: all run, the sum-up and the exit code tell the truth."""

import sys

import pytest

from installer import gates
from installer.gates import Gate


def python(code):
    return (sys.executable, "-c", code)


@pytest.fixture
def three(monkeypatch):
    chosen = (
        Gate(name="good", command=python("print('fine', flush=True)")),
        Gate(name="bad", command=python("raise SystemExit(3)")),
        Gate(name="last", command=python("print('=== 5 passed ===', flush=True)")),
    )
    monkeypatch.setattr(gates, "GATES", chosen)
    return chosen


def test_a_failure_does_not_stop_the_others_and_shows_in_the_exit_code(three, capfd):
    assert gates.main([]) == 1
    said = capfd.readouterr().out
    assert "=== 5 passed ===" in said
    summary = said.splitlines()[-3:]
    assert [line.split()[:2] for line in summary] == [
        ["ok", "good"],
        ["FAILED", "bad"],
        ["ok", "last"],
    ]
    assert all(line.endswith(" s") for line in summary)


def test_named_gates_alone(three, capfd):
    assert gates.main(["good", "last"]) == 0
    assert "bad" not in capfd.readouterr().out


def test_unknown_gate_is_refused(three, capfd):
    assert gates.main(["beauty"]) == 2
    assert "No such gate: beauty" in capfd.readouterr().out


def test_program_that_is_not_there_fails_its_gate(monkeypatch, capfd):
    monkeypatch.setattr(gates, "GATES", (Gate(name="gone", command=("/no/such/program",)),))
    assert gates.main([]) == 1
    assert "gone could not start" in capfd.readouterr().out


@pytest.mark.parametrize(("calls", "covered"), [("sign(-1)", False), ("sign(-1), sign(1)", True)])
def test_an_uncovered_branch_of_the_standards_fails(calls, covered, tmp_path, monkeypatch, capfd):
    module = tmp_path / gates.STANDARDS.replace("*", "sums.py")
    module.parent.mkdir(parents=True)
    module.write_text(f"def sign(n):\n    if n < 0:\n        n = -n\n    return n\n\n\n{calls}\n")
    monkeypatch.setattr(gates, "ROOT", tmp_path)
    measured = Gate(name="run", command=gates.module("coverage", "run", "--branch", str(module)))
    assert gates.run(measured).passed

    coverage = next(gate for gate in gates.GATES if gate.name == "coverage")
    assert gates.run(coverage).passed is covered
    assert "sums.py" in capfd.readouterr().out


def test_make_test_runs_every_check_that_is_promised():
    assert [gate.name for gate in gates.GATES] == [
        "format",
        "lint",
        "types",
        "imports",
        "translations",
        "tests",
        "coverage",
    ]

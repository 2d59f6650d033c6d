from absher_desk.standards.problems import Malformed, MalformedMany, Problem


def test_a_problem_is_placed_under_a_path() -> None:
    problem = Problem("name.empty", "family").at("applicant.name_ar")
    assert problem.path == "applicant.name_ar.family"
    assert Problem("name.empty").at("family").path == "family"


def test_a_fault_carries_its_values_and_no_more() -> None:
    fault = Malformed("identity.length", length=9)
    assert fault.problem == Problem("identity.length", values={"length": 9})


def test_many_faults_read_as_paths_and_codes() -> None:
    many = MalformedMany([Problem("name.empty", "first"), Problem("name.character", "family")])
    assert str(many) == "first: name.empty, family: name.character"

import platformdirs

from absher_desk.system.paths import desk_paths, paths_beneath


def test_one_variable_moves_every_folder(tmp_path):
    paths = desk_paths({"ABSHER_DESK_HOME": str(tmp_path)})
    files = (paths.settings_file, paths.database_file, paths.log_file, paths.translations)
    assert all(tmp_path in each.parents for each in (*files, paths.documents, paths.backups))


def test_without_it_the_platform_decides():
    paths = desk_paths({})
    folders = platformdirs.PlatformDirs("absher-desk", appauthor=False)
    assert paths.data == folders.user_data_path
    assert paths.state == folders.user_state_path
    assert paths.documents.parent == folders.user_documents_path


def test_an_empty_variable_is_no_variable():
    assert desk_paths({"ABSHER_DESK_HOME": ""}) == desk_paths({})


def test_folders_are_made_when_asked_and_may_be_there_already(tmp_path):
    paths = paths_beneath(tmp_path / "new")
    assert not (tmp_path / "new").exists()
    paths.create()
    paths.create()
    assert all(
        each.is_dir()
        for each in (paths.config, paths.data, paths.state, paths.cache, paths.documents)
    )

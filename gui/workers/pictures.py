"""The child that decodes, without torch: pyramids and their tiles, thumbnails, counts of folders."""

from __future__ import annotations

from .pixels import sweep_sessions
from .serving import Line, serve, session

TASKS: list[Line] = [
    ("open", "open", ".tasks.open_picture:open_picture"),
    ("load", "whole", ".tasks.open_picture:load"),
    ("tile", "tiles", ".tasks.open_picture:tile"),
    ("close", "tiles", ".tasks.open_picture:close_picture"),
    ("check", "tiles", ".tasks.open_picture:check_picture"),
    ("thumbnail", "thumbnails", ".tasks.thumbnail:thumbnail"),
    ("scan", "scan", ".tasks.scan:scan"),
    ("load_job", "files", ".tasks.job_files:load_job"),
    ("save_job", "files", ".tasks.job_files:save_job"),
    ("save_origins", "files", ".tasks.job_files:save_origins"),
    ("data_check", "data", ".tasks.data_check:data_check"),
    ("train_presets", "facts", ".tasks.train_plan:presets"),
    ("train_settings", "facts", ".tasks.train_plan:check_settings"),
    ("run_list", "runs", ".tasks.run_facts:list_runs"),
    ("run_facts", "runs", ".tasks.run_facts:run_facts"),
    ("run_compare", "runs", ".tasks.run_facts:compare"),
    ("run_picture", "facts", ".tasks.run_facts:picture"),
    ("model_facts", "facts", ".tasks.model_facts:facts"),
    ("model_add", "facts", ".tasks.model_facts:add"),
    ("notices", "facts", ".tasks.notices:notices"),
]
"""Lanes: "open" for first pixels, "whole" for all pixels of large pictures, "tiles" for the parts on the screen,
"thumbnails" for lists of files, "scan" for folders, "files" for small files of the user's, "data" for folders to
train on, "runs" and "facts" for run folders and models.
"""


def warm_up() -> None:
    """Codecs take their time to load; better now than when the first picture is dropped."""
    from .tasks import open_picture, thumbnail  # noqa: F401 -- they load the codecs

    sweep_sessions(session())


if __name__ == "__main__":
    serve("gui.workers", TASKS, warm_up)

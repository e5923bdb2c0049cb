"""Child processes: `pictures` decodes, without torch; `compute` runs jobs and previews. A crash there fails one job."""

"""A house of its own for every test that asks for one."""

from tests.helpers_jobs import house  # noqa: F401

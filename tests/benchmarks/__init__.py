"""Measurements, one a file, run by hand from the root of the repository: `python -m tests.benchmarks.NAME`.

Each prints its figures and adds a row to `rows/NAME.jsonl`; `python -m tests.benchmarks.tables` makes the README's
tables from the newest rows. Figures of seconds mean something only on a machine that does nothing else: each run
prints the load it began under, and its row keeps it. Rivals run under `inference_mode`, in fp32, eager, NCHW, with as
many threads, in turn with what they are compared to; medians are kept.
"""

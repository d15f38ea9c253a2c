"""What mycity costs, measured: each module is a program, `python -m benchmarks.startup`."""

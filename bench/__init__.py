"""The benchmark: start-up and loading as ratios of whole processes (docs/performance.md)."""

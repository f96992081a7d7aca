"""Piles too large for one process: shards of articles in, Parquet tables out, whatever engine does the work."""

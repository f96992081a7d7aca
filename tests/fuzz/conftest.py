"""What pytest leaves alone here."""

collect_ignore = ["guided.py"]  # needs atheris, which is no dependency

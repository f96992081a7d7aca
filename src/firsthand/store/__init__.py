"""A pile that lives: articles and what was found in them, kept in a database."""

"""Does a statement, as it stands in its article, deny another?"""

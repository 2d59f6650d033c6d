"""What `absher-desk COMMAND` does, a file for each subject; `cli.py` parses and calls them."""

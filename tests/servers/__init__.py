"""Real servers for the tests: each starts its own copy on its own port and takes it away."""

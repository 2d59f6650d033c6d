"""Government services as data: loads and validates resources/services/**.toml into frozen objects."""

"""Government services as data: `resources/services/**.toml` checked into frozen objects."""

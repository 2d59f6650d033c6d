"""SQLAlchemy entities, the database (engine, transactions) and its migrations."""

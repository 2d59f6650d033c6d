"""Pure values and checks: numbers, names, dates and codes of the field. No Qt, no database, no clock."""

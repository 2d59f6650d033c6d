"""Pure values and checks: numbers, names, dates, codes of the field. No Qt, database or clock."""

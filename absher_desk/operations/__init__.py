"""One function per staff intention; every write is one transaction with its event."""

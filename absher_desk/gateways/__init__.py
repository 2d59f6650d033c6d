"""The outside world behind small Protocols: SMS, e-mail, registers, payments, carrier."""

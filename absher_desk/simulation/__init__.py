"""One seed, one day: a branch played through the real operations; first the demonstration."""

"""One seed, one day: a branch played through the real operations; its first use is the demonstration."""

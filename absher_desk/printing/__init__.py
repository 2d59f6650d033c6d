"""Documents: frozen sheet in, PDF bytes out; Arabic text, barcodes; spooling."""

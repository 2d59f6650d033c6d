"""Speed against peers: `python -m benchmarks [NAME …]`. Only ratios within one run travel."""

"""Questions to the store, each with one typed answer that command line, notebooks and pages share."""

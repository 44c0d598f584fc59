"""Gold against predicted: loading, scoring, the report, and floors that only rise."""

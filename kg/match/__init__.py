"""Who is who: names and what is known of their bearers in, verdicts with reasons out."""

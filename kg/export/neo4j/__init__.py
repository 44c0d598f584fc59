"""The graph in a Neo4j server: ``load`` fills it; the driver comes with ``load`` and ``server`` alone."""

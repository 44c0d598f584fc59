"""The real programs that the graph is handed to: Neo4j with APOC, its bulk importer, Gephi's readers."""

"""The store as one stream of plain Node and Edge records, filtered; networkx and every writer read it."""

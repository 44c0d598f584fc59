"""How annotating and extracting are carried out: here, one article after the other."""

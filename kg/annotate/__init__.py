"""Article -> spaCy Doc: tokens, HanLP, and what HanLP found as layers of the Doc."""

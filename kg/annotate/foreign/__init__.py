"""Other models for names: HanLP components and spaCy pipelines whose names take the place of ours."""

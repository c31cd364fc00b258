"""Article text becomes sentences and facts; nltk lives here and nowhere else."""

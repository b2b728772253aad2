"""Files from elsewhere, read into values of the domain: what is good, what is withheld and why."""

"""The doctor: what is configured, reachable and missing, each with a next step. It knows no Qt and changes nothing."""

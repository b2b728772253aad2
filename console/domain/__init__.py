"""What a show is and how it changes: pure values and decisions, without Qt, files, network or clock."""

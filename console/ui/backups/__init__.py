"""The drawer of backups: how old the last one is, one now, and back from one."""

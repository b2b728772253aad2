"""The page on which everything begins: rehearse, a new show, or a file from before."""

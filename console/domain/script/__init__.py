"""The script: lines bound to what is known, and struck where they say what is not so."""

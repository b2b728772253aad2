"""Cuedesk: the console on a live-commerce studio's PC."""

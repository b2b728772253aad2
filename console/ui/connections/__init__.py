"""Connections: the shops and chats of the show, how each stands, set up and tried here."""

"""Line drawings on a grid of 24 by 24.

`M x y` moves, `L x y` draws a line, `Q cx cy x y` a bend, `Z` closes; `O x y r` is a ring, `D x y r` a disc and
`R x y w h r` a rounded box.
"""

ICON_PATHS = {
    "pin": "M 9 3 L 15 3 L 14 10 L 18 14 L 6 14 L 10 10 Z M 12 14 L 12 21",
    "play": "M 7 4 L 20 12 L 7 20 Z",
    "skip": "M 5 5 L 15 12 L 5 19 Z M 19 5 L 19 19",
    "back": "M 19 5 L 9 12 L 19 19 Z M 5 5 L 5 19",
    "stop": "R 5 5 14 14 2",
    "search": "O 10.5 10.5 6.5 M 15.5 15.5 L 21 21",
    "plus": "M 12 5 L 12 19 M 5 12 L 19 12",
    "minus": "M 5 12 L 19 12",
    "up": "M 5 15 L 12 8 L 19 15",
    "down": "M 5 9 L 12 16 L 19 9",
    "drag": "D 9 6 1.5 D 15 6 1.5 D 9 12 1.5 D 15 12 1.5 D 9 18 1.5 D 15 18 1.5",
    "shop": "M 5 8 L 19 8 L 20 21 L 4 21 Z M 8.5 11 L 8.5 7 Q 8.5 3 12 3 Q 15.5 3 15.5 7 L 15.5 11",
    "chat": "M 6 4 L 18 4 Q 21 4 21 7 L 21 14 Q 21 17 18 17 L 11 17 L 6 21 L 6 17 Q 3 17 3 14 L 3 7 Q 3 4 6 4 Z",
    "file": "M 6 3 L 14 3 L 19 8 L 19 21 L 6 21 Z M 14 3 L 14 8 L 19 8",
    "warning": "M 12 3.5 L 22 20.5 L 2 20.5 Z M 12 10 L 12 15 D 12 17.8 0.9",
    "info": "O 12 12 9 M 12 11 L 12 16.5 D 12 7.8 1",
    "check": "M 4.5 12.5 L 9.5 17.5 L 19.5 6.5",
    "cross": "M 6 6 L 18 18 M 18 6 L 6 18",
    "undo": "M 8 4 L 3.5 8.5 L 8 13 M 4 8.5 L 14 8.5 Q 20 8.5 20 14 Q 20 19.5 14 19.5 L 9 19.5",
    "question": "O 12 12 9 M 9.5 9.8 Q 9.5 7 12 7 Q 14.6 7 14.6 9.5 Q 14.6 11.2 12 12.6 L 12 14 D 12 16.9 0.9",
    "settings": "M 3 7 L 13 7 M 19 7 L 21 7 O 16 7 2.5 M 3 17 L 5 17 M 11 17 L 21 17 O 8 17 2.5",
    "order": "M 5 3 L 19 3 L 19 21 L 15.5 18.5 L 12 21 L 8.5 18.5 L 5 21 Z M 8.5 8 L 15.5 8 M 8.5 12.5 L 15.5 12.5",
    "live": "D 12 12 3 M 6.5 6.5 Q 2 12 6.5 17.5 M 17.5 6.5 Q 22 12 17.5 17.5",
    "picture": "R 3 4 18 16 2 O 8.5 9.5 1.8 M 4 18.5 L 10 13 L 13 16 L 17 11.5 L 21 15.5",
    "edit": "M 4 20 L 5 15.5 L 16 4.5 L 19.5 8 L 8.5 19 Z M 13.5 7 L 17 10.5",
    "trash": "M 4 6 L 20 6 M 9 6 L 9 3 L 15 3 L 15 6 M 6 6 L 7 21 L 17 21 L 18 6 M 10 10 L 10 17 M 14 10 L 14 17",
    "send": "M 12 20 L 12 5 M 6 11 L 12 5 L 18 11",
    "clock": "O 12 12 9 M 12 6.5 L 12 12 L 16 14.5",
}

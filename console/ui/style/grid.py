"""The grid: steps of 8 px, one radius, hairlines."""

STEP = 8
BREATH = 2 * STEP
RADIUS = 6
HAIRLINE = 1
RING = 2

"""boxes.csv: CutMix boxes by the conventions in use.

Which cases there are is the table's own choice, about half of a grid: they are read from it, and
what the conventions make of them is computed anew.
"""

import csv
import math
import sys
from pathlib import Path

TABLE = Path(__file__).resolve().parents[2] / "resources/reference/boxes.csv"


# Each gives the first pixel and the one after the last, of a side and its share of the frame's.


def legacy(centre, side, share):
    """The side is cut off, then half of it: always an even number of pixels."""
    half = int(side * share) // 2
    return centre - half, centre + half


def torchvision(centre, side, share):
    """Half of the side is cut off."""
    half = int(0.5 * share * side)
    return centre - half, centre + half


def timm(centre, side, share):
    """An odd side has its last pixel behind the centre."""
    cut = int(side * share)
    return centre - cut // 2, centre + (cut + 1) // 2


def fastai(centre, side, share):
    """The side is rounded, half to even, and half of it cut off."""
    half = round(side * share) // 2
    return centre - half, centre + half


def keras_cv(centre, side, share):
    """The corners are real numbers; a pixel is inside where its index is."""
    cut = int(side * share)
    return math.ceil(centre - cut / 2), math.ceil(centre + cut / 2)


CONVENTIONS = {
    "legacy": legacy,
    "torchvision": torchvision,
    "timm>=1.0.29": timm,
    "fastai": fastai,
    "keras-cv": keras_cv,
}


def clipped(interval, side):
    first, end = interval
    return max(first, 0), min(end, side)


def expected(convention, height, width, drawn, x, y):
    """The clipped box, the share of A's pixels, and the weight of A's label."""
    share = math.sqrt(1 - drawn)
    box = CONVENTIONS[convention]
    x1, x2 = clipped(box(x, width, share), width)
    y1, y2 = clipped(box(y, height, share), height)
    pixels = 1 - (x2 - x1) * (y2 - y1) / (height * width)
    label = pixels
    if convention == "keras-cv":
        # Says what the box was before it was clipped.
        label = 1 - int(width * share) * int(height * share) / (height * width)
    return x1, y1, x2, y2, f"{pixels:.9f}", f"{label:.9f}"


with open(TABLE, newline="") as lines:
    header, *rows = csv.reader(lines)
table = csv.writer(sys.stdout, lineterminator="\n")
table.writerow(header)
for row in rows:
    convention, height, width, drawn, x, y = case = row[:6]
    table.writerow(
        case + list(expected(convention, int(height), int(width), float(drawn), int(x), int(y)))
    )

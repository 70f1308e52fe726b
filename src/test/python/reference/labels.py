"""labels.csv: timm's targets. Off is e/K, on is 1 - e + e/K, and two such vectors are mixed."""

import csv
import sys

import numpy as np

CASES = [
    (4, 0.1, 0.7, 0, 2),
    (4, 0, 0.7, 0, 2),
    (4, 0.1, 0.7, 1, 1),
    (4, 0, 1.0, 3, 0),
    (10, 0.1, 0.25, 9, 0),
    (1000, 0.1, 0.52734375, 0, 1),
    (2, 0.2, 0.5, 0, 1),
]

# Longer vectors are shown as their first values and the sum of all.
LONGEST = 10
SHOWN = 3


def smoothed(label, classes, smoothing):
    vector = np.full(classes, smoothing / classes)
    vector[label] += 1 - smoothing
    return vector


table = csv.writer(sys.stdout)
table.writerow(["K", "smoothing", "lambda", "class_a", "class_b", "y (K values)"])
for classes, smoothing, weight, a, b in CASES:
    y = weight * smoothed(a, classes, smoothing) + (1 - weight) * smoothed(b, classes, smoothing)
    values = y if classes <= LONGEST else np.append(y[:SHOWN], y.sum())
    table.writerow(
        [classes, smoothing, weight, a, b, " ".join(f"{value:.12g}" for value in values)]
    )

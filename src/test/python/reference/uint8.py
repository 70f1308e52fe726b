"""uint8.csv: a byte of A with weight lambda, one of B with the rest, in every rounding."""

import csv
import math
import sys
from fractions import Fraction

import numpy as np

CASES = [
    (0, 255, "0.5"),
    (255, 0, "0.5"),
    (0, 255, "0.25"),
    (0, 255, "0.3"),
    (1, 2, "0.5"),
    (2, 3, "0.5"),
    (100, 101, "0.5"),
    (7, 7, "0.3"),
    (129, 129, "0.3"),
    (255, 255, "0.7"),
    (10, 200, "0.1"),
    (200, 10, "0.9"),
    (128, 64, "0.333"),
    (254, 255, "0.999"),
    (3, 250, "0.527344"),
]


def half_even(a, b, weight):
    """Products and their sum are float32; rint takes a half to the even neighbour."""
    one, other = np.float32(weight), np.float32(1 - float(weight))
    return int(np.rint(np.float32(a) * one + np.float32(b) * other))


def truncated(a, b, weight):
    return int(a * float(weight) + b * (1 - float(weight)))


def half_up(a, b, weight):
    exact = a * Fraction(weight) + b * (1 - Fraction(weight))
    return math.floor(exact + Fraction(1, 2))


def to_light(byte):
    """IEC 61966-2-1."""
    value = byte / 255
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def to_byte(light):
    value = light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return math.floor(value * 255 + 0.5)


def linear_light(a, b, weight):
    return to_byte(float(weight) * to_light(a) + (1 - float(weight)) * to_light(b))


table = csv.writer(sys.stdout)
table.writerow(
    [
        "a",
        "b",
        "lambda",
        "float32_rint_half_even(timm collate)",
        "truncate(ultralytics-style)",
        "round_half_up(exact)",
        "linear_light_round",
    ]
)
for case in CASES:
    table.writerow([*case, half_even(*case), truncated(*case), half_up(*case), linear_light(*case)])

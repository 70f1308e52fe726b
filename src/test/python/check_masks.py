"""Checks what `mixoscope batch --format masks` wrote against the masks that it was made of.

Usage: check_masks.py SOURCE OUT

SOURCE has `images` and `masks` of the size of the samples, OUT a `metadata.jsonl`. Nothing of the
program is used: boxes and weights are taken from the run data, pixels by Pillow.
"""
import json
import os
import sys

import numpy as np
from PIL import Image

source, out = sys.argv[1:]


def indices(folder, name):
    """What is stored in a mask: of a palette the index, not the colour."""
    picture = Image.open(os.path.join(folder, name))
    assert picture.mode in ("L", "P", "I", "I;16"), picture.mode
    return np.asarray(picture).astype(np.int64)


def own(name):
    return indices(source, name.replace("images", "masks").rsplit(".", 1)[0] + ".png")


def check(row):
    sources = [own(name) for name in row["sources"]]
    sources = sources if len(sources) > 1 else sources * 2
    picture = Image.open(os.path.join(out, row["file_name"]))
    if "masks" not in row:
        expected = sources[0].copy()
        if row["box"]:
            x1, y1, x2, y2 = row["box"]
            expected[y1:y2, x1:x2] = sources[1][y1:y2, x1:x2]
        found = indices(out, row["mask_file_name"])
        assert picture.size[::-1] == found.shape, row
        assert (found == expected).all(), row
        palette = Image.open(os.path.join(out, row["mask_file_name"])).getpalette()
        assert palette[:12] == [0, 0, 0, 128, 0, 0, 0, 128, 0, 128, 128, 0], palette[:12]
        return
    for part, expected in zip(row["masks"], sources):
        assert (indices(out, part["file_name"]) == expected).all(), row
    first = row["masks"][0]
    if "weight" in first:
        assert sum(part["weight"] for part in row["masks"]) == 1, row
        share = first["weight"]
    else:
        share = (indices(out, first["weight_file_name"]) / 65535).mean()
    assert abs(share - row["effective_lambda"]) < 1e-5, (share, row)


with open(os.path.join(out, "metadata.jsonl"), encoding="utf-8") as lines:
    rows = [json.loads(line) for line in lines]
for each in rows:
    check(each)
print(len(rows), "samples agree")

"""CutMix of a folder of pictures by OpenCV: what a good script does.

    python3 opencv_batch.py SRC OUT [PROCESSES]

Every picture is decoded once, brought to 224×224 (covering, by area), mixed with the one before it
in a random order, and written as a JPEG of quality 95, with a line that says its labels.
"""

import json
import os
import random
import sys
from multiprocessing import Process
from pathlib import Path

import cv2
import numpy as np

SIZE = 224


def read(file):
    image = cv2.imread(str(file), cv2.IMREAD_COLOR)
    height, width = image.shape[:2]
    side = min(height, width)
    y, x = (height - side) // 2, (width - side) // 2
    square = image[y : y + side, x : x + side]
    return cv2.resize(square, (SIZE, SIZE), interpolation=cv2.INTER_AREA)


def box(lam, rng):
    cut = np.sqrt(1 - lam)
    half = int(SIZE * cut) // 2
    cy, cx = rng.integers(SIZE, size=2)
    y1, y2 = np.clip([cy - half, cy + half], 0, SIZE)
    x1, x2 = np.clip([cx - half, cx + half], 0, SIZE)
    return y1, y2, x1, x2


def work(files, first, out, part):
    cv2.setNumThreads(1)
    rng = np.random.default_rng(part)
    before, label_before = read(files[first - 1]), files[first - 1].parent.name
    count = len(files) // PROCESSES if part < PROCESSES - 1 else len(files) - first
    with open(out / f"labels-{part}.jsonl", "w") as labels:
        for i in range(first, first + count):
            image, label = read(files[i]), files[i].parent.name
            y1, y2, x1, x2 = box(rng.beta(1, 1), rng)
            mixed = image.copy()
            mixed[y1:y2, x1:x2] = before[y1:y2, x1:x2]
            share = (y2 - y1) * (x2 - x1) / SIZE**2
            folder = out / label
            folder.mkdir(exist_ok=True)
            name = f"{label}/{i:08}.jpg"
            cv2.imwrite(str(out / name), mixed, [cv2.IMWRITE_JPEG_QUALITY, 95])
            row = {"file": name, "weights": {label: 1 - share, label_before: share}}
            labels.write(json.dumps(row) + "\n")
            before, label_before = image, label


if __name__ == "__main__":
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    PROCESSES = int(sys.argv[3]) if len(sys.argv) > 3 else 2
    pictures = sorted(source.glob("*/*.jpg"))
    random.Random(1).shuffle(pictures)
    os.makedirs(target)
    each = len(pictures) // PROCESSES
    parts = [Process(target=work, args=(pictures, p * each, target, p)) for p in range(PROCESSES)]
    for process in parts:
        process.start()
    for process in parts:
        process.join()

"""Compares pictures as Mixoscope reads them with Pillow and, where there is one, OpenCV.

Usage: compare_pictures.py FOLDER [--mixoscope PROGRAM] [--tolerance N] [--jobs N]

A picture mixed with itself, λ = 1, is the picture: `mixoscope mix` writes it as PNG of eight bits a
channel, upright and on white. A line for each file that not all read alike, then how many there are
of each kind. Ends with 1 if pixels differ from those of every other reader by more than the
tolerance (3 of 255).
"""
import argparse
import collections
import concurrent.futures
import os
import subprocess
import sys
import tempfile
import warnings

import numpy as np
from PIL import Image, ImageCms, ImageOps

try:
    import cv2
except ImportError:
    cv2 = None

SRGB = ImageCms.createProfile("sRGB")
LAB = ImageCms.createProfile("LAB")


def on_white(values, top):
    """RGB of eight bits, from grey or colours with or without alpha, `top` being white."""
    values = np.atleast_3d(values).astype(np.float64) / top
    colours, alpha = values, 1
    if values.shape[2] in (2, 4):
        colours, alpha = values[..., :-1], values[..., -1:]
    flat = colours * alpha + 1 - alpha
    return np.floor(np.broadcast_to(flat, flat.shape[:2] + (3,)) * 255 + 0.5)


def by_mixoscope(file):
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "out.png")
        command = [*options.mixoscope.split(), "mix", file, file, "--method", "mixup"]
        done = subprocess.run(
            [*command, "--lambda", "1", "-o", out], capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise ValueError(done.stderr.strip().replace(file, "it"))
        with Image.open(out) as picture:
            return np.asarray(picture.convert("RGB")).astype(np.float64)


def by_pillow(file):
    with Image.open(file) as picture:
        picture = ImageOps.exif_transpose(picture)
        if picture.mode == "LAB":
            exact = ImageCms.Flags.NOOPTIMIZE
            picture = ImageCms.profileToProfile(picture, LAB, SRGB, outputMode="RGB", flags=exact)
        if picture.mode.startswith("I"):
            return on_white(np.asarray(picture), 65535)
        if picture.mode in ("L", "LA", "RGB", "RGBA"):
            if "transparency" not in picture.info:
                return on_white(np.asarray(picture), 255)
        if picture.mode in ("1", "CMYK", "YCbCr"):
            return on_white(np.asarray(picture.convert("RGB")), 255)
        return on_white(np.asarray(picture.convert("RGBA")), 255)


def by_opencv(file):
    values = cv2.imread(file, cv2.IMREAD_UNCHANGED)
    if values is None:
        raise ValueError("not read")
    if values.ndim == 3 and values.shape[2] > 2:
        values = values[..., [2, 1, 0, 3][: values.shape[2]]]
    return on_white(values, np.iinfo(values.dtype).max)


def read(reader, file):
    """Pixels, or in one line why there are none."""
    try:
        return reader(file)
    except Exception as failure:  # whatever it is, the other readers go on
        return " ".join(str(failure).split()) or type(failure).__name__


def difference(ours, theirs):
    """How far apart pixels are at most; infinity if the sizes differ."""
    return np.abs(ours - theirs).max() if ours.shape == theirs.shape else np.inf


def compared(file):
    """What kind of agreement there is, and a sentence about it."""
    ours = read(by_mixoscope, file)
    theirs = {name: read(reader, file) for name, reader in readers.items()}
    pixels = {name: each for name, each in theirs.items() if not isinstance(each, str)}
    if isinstance(ours, str):
        kind = "refused by Mixoscope alone" if len(pixels) == len(theirs) else "refused"
        return kind, ours + (f" (read by {', '.join(pixels)})" if pixels else "")
    if not pixels:
        return "read by Mixoscope alone", "; ".join(map(": ".join, theirs.items()))
    apart = {name: difference(ours, each) for name, each in pixels.items()}
    said = ", ".join(f"{name} {value:g} apart" for name, value in apart.items())
    if max(apart.values()) <= options.tolerance:
        return "alike", said
    return ("like one of them" if min(apart.values()) <= options.tolerance else "different"), said


parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
parser.add_argument("folder")
parser.add_argument("--mixoscope", default="target/mixoscope/bin/mixoscope")
parser.add_argument("--tolerance", type=float, default=3)
parser.add_argument("--jobs", type=int, default=os.cpu_count())
options = parser.parse_args()
readers = {"Pillow": by_pillow}
if cv2:
    readers["OpenCV"] = by_opencv
warnings.simplefilter("ignore")

files = sorted(os.path.join(top, name) for top, _, names in os.walk(options.folder) for name in names)
counts = collections.Counter()
with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
    for file, (kind, sentence) in zip(files, pool.map(compared, files)):
        counts[kind] += 1
        if kind != "alike":
            print(f"{os.path.relpath(file, options.folder)}: {kind}: {sentence}", flush=True)
for kind, count in counts.most_common():
    print(f"{count:6} {kind}")
sys.exit(1 if counts["different"] else 0)

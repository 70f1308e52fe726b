"""Reads what `mixoscope batch` wrote, as a training script would, and prints what it found.

Usage: read_mixed.py FOLDER   with metadata.jsonl, mixed.npz, images.npy or mixed-*.tar in it
"""
import glob
import io
import json
import os
import sys
import tarfile

import numpy as np

try:
    from PIL import Image
except ImportError:
    Image = None

folder = sys.argv[1]
found = {"pil": Image is not None}


def picture(file):
    return list(np.asarray(Image.open(file)).shape) if Image else None


def path(name):
    return os.path.join(folder, name)


if os.path.exists(path("metadata.jsonl")):
    with open(path("metadata.jsonl"), encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    found["rows"] = len(rows)
    found["label_sum"] = sum(sum(row["label"]) for row in rows)
    files = [row["file_name"] for row in rows if "file_name" in row]
    if files:
        found["picture"] = picture(path(files[0]))
if os.path.exists(path("mixed.npz")):
    with np.load(path("mixed.npz")) as arrays:
        images, labels = arrays["images"], arrays["labels"]
    found["images"] = [str(images.dtype), *images.shape]
    found["labels"] = [str(labels.dtype), *labels.shape]
    found["pixel_sum"] = int(images.sum(dtype=np.int64))
if os.path.exists(path("images.npy")):
    images = np.load(path("images.npy"), mmap_mode="r")
    found["images"] = [str(images.dtype), *images.shape]
    found["max"] = float(images.max())
for name in sorted(glob.glob(path("mixed-*.tar"))):
    with tarfile.open(name) as tar:
        members = tar.getmembers()
        found["members"] = [member.name for member in members[:2]]
        found["rows"] = found.get("rows", 0) + len(members) // 2
        found["picture"] = picture(io.BytesIO(tar.extractfile(members[0]).read()))
        found["index"] = json.load(tar.extractfile(members[1]))["index"]
print(json.dumps(found))

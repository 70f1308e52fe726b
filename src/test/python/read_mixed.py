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


def pictures(files):
    """The size of pictures, which all have the same, and the sum of all their values."""
    if Image:
        values = np.stack([np.asarray(Image.open(file)) for file in files])
        found["picture"] = list(values.shape[1:])
        found["pixel_sum"] = int(values.sum(dtype=np.int64))


def path(name):
    return os.path.join(folder, name)


if os.path.exists(path("metadata.jsonl")):
    with open(path("metadata.jsonl"), encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    found["rows"] = len(rows)
    found["label_sum"] = sum(sum(row["label"]) for row in rows)
    if "file_name" in rows[0]:
        pictures(path(row["file_name"]) for row in rows)
if os.path.exists(path("mixed.npz")):
    with np.load(path("mixed.npz")) as arrays:
        images, labels = arrays["images"], arrays["labels"]
    found["images"] = [str(images.dtype), *images.shape]
    found["labels"] = [str(labels.dtype), *labels.shape]
    found["pixel_sum"] = int(images.sum(dtype=np.int64))
    found["label_sum"] = float(labels.sum(dtype=np.float64))
if os.path.exists(path("images.npy")):
    images = np.load(path("images.npy"), mmap_mode="r")
    found["images"] = [str(images.dtype), *images.shape]
    found["max"] = float(images.max())
shards = [tarfile.open(name) for name in sorted(glob.glob(path("mixed-*.tar")))]
if shards:
    members = [(shard, member) for shard in shards for member in shard.getmembers()]
    contents = [shard.extractfile(member).read() for shard, member in members]
    found["names"] = [member.name for _, member in members[-2:]]
    found["rows"] = len(members) // 2
    found["label_sum"] = sum(sum(json.loads(text)["label"]) for text in contents[1::2])
    pictures(io.BytesIO(encoded) for encoded in contents[::2])
print(json.dumps(found))

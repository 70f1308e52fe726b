"""Mixes batches of 64×3×224×224 by torch and by OpenCV: what the kernel is compared with.

    python3 mix_batches.py [THREADS]

Prints the best of many rounds over four batches in turn, in milliseconds a batch.
"""

import sys
import time

import cv2
import numpy as np
import torch

THREADS = int(sys.argv[1]) if len(sys.argv) > 1 else 2
LAM = 0.3712345
torch.set_num_threads(THREADS)
cv2.setNumThreads(1)

bytes_ = [torch.randint(0, 256, (64, 3, 224, 224), dtype=torch.uint8) for _ in range(4)]
floats = [b.float() / 255 for b in bytes_]


def mixup(batch):
    """As torchvision's v2.MixUp."""
    return batch.roll(1, 0).mul_(1 - LAM).add_(batch.mul(LAM))


def mixup_bytes(batch):
    """As timm's collate, by torch."""
    single = batch.float()
    return single.mul(LAM).add_(single.roll(1, 0).mul_(1 - LAM)).round_().to(torch.uint8)


def cutmix(batch):
    """As torchvision's v2.CutMix."""
    out = batch.clone()
    out[..., 40:200, 50:190] = batch.roll(1, 0)[..., 40:200, 50:190]
    return out


def weighted(batch):
    """By OpenCV on one thread; its rounding is not quite timm's."""
    pictures = batch.numpy()
    for i in range(64):
        cv2.addWeighted(pictures[i], LAM, pictures[i - 1], 1 - LAM, 0, dst=OUT[i])


OUT = np.empty((64, 3, 224, 224), np.uint8)
for name, batches, mix in [
    ("mixup float32", floats, mixup),
    ("mixup uint8", bytes_, mixup_bytes),
    ("cutmix float32", floats, cutmix),
    ("cutmix uint8", bytes_, cutmix),
    ("addWeighted uint8, one thread", bytes_, weighted),
]:
    best = float("inf")
    for _ in range(40):
        for batch in batches:
            start = time.perf_counter()
            mix(batch)
            best = min(best, time.perf_counter() - start)
    print(f"{name}: {best * 1e3:.2f} ms")

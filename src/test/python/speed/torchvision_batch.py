"""CutMix of a folder of pictures by torchvision's transforms and a DataLoader.

    python3 torchvision_batch.py SRC OUT [WORKERS]

Pictures are decoded (by Pillow, as ImageFolder does), resized and cropped to 224×224 by the workers,
mixed a batch of 64 at a time by `v2.CutMix`, and written as JPEGs of quality 95.
"""

import os
import sys

import torch
from torchvision.datasets import ImageFolder
from torchvision.transforms import v2


if __name__ == "__main__":
    source, target = sys.argv[1], sys.argv[2]
    workers = int(sys.argv[3]) if len(sys.argv) > 3 else 2
    torch.set_num_threads(1)
    os.makedirs(target)
    steps = [v2.Resize(224), v2.CenterCrop(224), v2.PILToTensor()]
    data = ImageFolder(source, v2.Compose(steps))
    mix = v2.CutMix(num_classes=len(data.classes))
    loader = torch.utils.data.DataLoader(data, 64, shuffle=True, num_workers=workers)
    number = 0
    with open(os.path.join(target, "labels.txt"), "w") as labels:
        for images, classes in loader:
            if len(images) > 1:
                images, classes = mix(images, classes)
            for image, weights in zip(images, classes):
                file = os.path.join(target, f"{number:08}.jpg")
                v2.functional.to_pil_image(image).save(file, quality=95)
                labels.write(f"{weights.tolist()}\n")
                number += 1

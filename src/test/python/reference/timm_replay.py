"""timm_replay.jsonl: timm's usual settings, in every mode, both versions, two sizes and two seeds."""

import numpy as np

from timm_mixup import print_steps

for version in ("1.0.28", "1.0.29"):
    for seed in (0, 42):
        for height, width in ((32, 32), (30, 47)):
            for mode in ("batch", "elem", "pair", "half"):
                case = {
                    "seed": seed,
                    "B": 8,
                    "C": 3,
                    "H": height,
                    "W": width,
                    "K": 10,
                    "mixup": 0.8,
                    "cutmix": 1.0,
                    "minmax": None,
                    "prob": 1.0,
                    "switch": 0.5,
                    "smoothing": 0.1,
                    "mode": mode,
                    "version": version,
                }
                # 1.0.28 filled the weights of half a batch up with ones in float64.
                double = mode == "half" and version == "1.0.28"
                print_steps(case, 3, np.float64 if double else np.float32)

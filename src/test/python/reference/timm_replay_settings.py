"""timm_replay_settings.jsonl: settings that few people have, in every mode and both versions."""

import numpy as np

from timm_mixup import print_steps

# mixup, cutmix, minmax, prob, switch, correct_lam, smoothing
SETTINGS = [
    (0.8, 1.0, [0.2, 0.8], 1.0, 0.5, True, 0.0),
    (0.2, 1.0, None, 0.5, 0.3, True, 0.1),
    (0.0, 1.0, None, 1.0, 0.5, False, 0.0),
    (2.0, 0.0, None, 0.9, 0.5, True, 0.1),
    (0.01, 0.01, None, 1.0, 0.6, False, 0.0),
    (0.0, 0.0, [0.0, 0.5], 0.7, 0.5, False, 0.1),
    (1.0, 32.0, None, 1.0, 0.9, True, 0.0),
]

for number, (mixup, cutmix, minmax, prob, switch, correct_lam, smoothing) in enumerate(SETTINGS):
    for mode in ("batch", "elem", "pair", "half"):
        for version in ("1.0.28", "1.0.29"):
            case = {
                "seed": 100 + number,
                "B": 6,
                "C": 1,
                "H": 33,
                "W": 29,
                "K": 5,
                "mixup": mixup,
                "cutmix": cutmix,
                "minmax": minmax,
                "prob": prob,
                "switch": switch,
                "correct_lam": correct_lam,
                "smoothing": smoothing,
                "mode": mode,
                "version": version,
            }
            # The box functions of 1.0.28 give the weight as a number of NumPy's, not of Python's,
            # so that NumPy mixes labels with it in float64.
            double = mode == "batch" and version == "1.0.28" and cutmix > 0 and correct_lam
            print_steps(case, 2, np.float64 if double else np.float32)

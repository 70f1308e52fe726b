"""torchvision_replay.jsonl: torchvision v2's MixUp and CutMix of batches after torch.manual_seed.

Stated anew from the description of the generator: MT19937 seeded by one word, doubles of 53 bits from
two words, normal numbers by Box and Muller two at a time, gammas by Marsaglia and Tsang in double
with constants that are float32, and a Dirichlet of two of them that is float32. Its whole numbers are
words modulo the range. NumPy's generator, seeded alike, gives the same words.
"""

import json
import math
import zlib

import numpy as np

THIRD, SQUEEZE = float(np.float32(1) / np.float32(3)), float(np.float32(0.0331))
TINY, BELOW_ONE = np.finfo(np.float32).tiny, np.nextafter(np.float32(1), np.float32(0))


class Generator:
    def __init__(self, seed):
        self.words = np.random.RandomState(seed)
        self.spare = None

    def word(self):
        return int(self.words.randint(0, 2**32, dtype=np.uint32))

    def uniform(self):
        high, low = self.word(), self.word()
        return ((high << 32 | low) & (2**53 - 1)) / 2**53

    def normal(self):
        if self.spare is not None:
            spare, self.spare = self.spare, None
            return spare
        angle = 2 * math.pi * self.uniform()
        radius = math.sqrt(-2 * math.log1p(-self.uniform()))
        self.spare = radius * math.sin(angle)
        return radius * math.cos(angle)

    def gamma(self, shape):
        scale = 1.0
        if shape < 1:
            scale = (1 - self.uniform()) ** (1 / shape)
            shape += 1
        d = shape - THIRD
        c = 1 / math.sqrt(9 * d)
        while True:
            x = self.normal()
            root = 1 + c * x
            if root <= 0:
                continue
            v = root * root * root
            u = 1 - self.uniform()
            square = x * x
            if u < 1 - SQUEEZE * square * square:
                return scale * d * v
            if math.log(u) < 0.5 * square + d * (1 - v + math.log(v)):
                return scale * d * v

    def beta(self, alpha):
        alpha = float(np.float32(alpha))
        one, other = (max(self.gamma(alpha), np.finfo(np.float64).tiny) for _ in range(2))
        return float(min(max(np.float32(one / (one + other)), TINY), BELOW_ONE))

    def below(self, bound):
        return self.word() % bound


def draw(generator, case):
    """What is drawn for a batch, and the weight in the label."""
    weight = generator.beta(case["alpha"])
    if case["method"] == "mixup":
        return {"lam": weight, "lam_label": weight}
    sides = case["W"], case["H"]
    centres = [generator.below(side) for side in sides]
    halves = [int(0.5 * math.sqrt(1 - weight) * side) for side in sides]
    x1, y1 = (max(centre - half, 0) for centre, half in zip(centres, halves))
    x2, y2 = (min(centre + half, side) for centre, half, side in zip(centres, halves, sides))
    label = 1 - (x2 - x1) * (y2 - y1) / (sides[0] * sides[1])
    return {"lam": weight, "box": [x1, y1, x2, y2], "lam_label": label}


def blended(batch, weight):
    """Each with the one before it, in float32."""
    rolled = np.roll(batch, 1, axis=0)
    return rolled * np.float32(1 - weight) + batch * np.float32(weight)


def mixed(batch, drawn):
    if "box" not in drawn:
        return blended(batch, drawn["lam"])
    x1, y1, x2, y2 = drawn["box"]
    out = batch.copy()
    out[..., y1:y2, x1:x2] = np.roll(batch, 1, axis=0)[..., y1:y2, x1:x2]
    return out


def image(case, number):
    """Pixels by the formula that the tables' README gives, within [0, 1]."""
    c, y, x = np.ogrid[: case["C"], : case["H"], : case["W"]]
    byte = (31 * number + 57 * c + 7 * y + 13 * x + (y * x) % 11) % 256
    return byte.astype(np.float32) / np.float32(255)


def print_steps(case, steps):
    generator = Generator(case["seed"])
    size, classes = case["B"], case["K"]
    for step in range(steps):
        drawn = draw(generator, case)
        images = mixed(np.stack([image(case, step * size + i) for i in range(size)]), drawn)
        one_hot = np.eye(classes, dtype=np.float32)[
            [(7 * step + 3 * i) % classes for i in range(size)]
        ]
        target = blended(one_hot, drawn["lam_label"])
        found = {
            "crc32": [zlib.crc32(one.tobytes()) for one in images],
            "target": target.tolist(),
            "target_crc32": zlib.crc32(target.tobytes()),
        }
        print(json.dumps(case | {"step": step} | drawn | found))


for method in ("mixup", "cutmix"):
    for seed in (0, 42):
        for alpha in (0.2, 1.0):
            for size, height, width in ((8, 32, 32), (5, 30, 47)):
                case = {
                    "seed": seed,
                    "method": method,
                    "alpha": alpha,
                    "B": size,
                    "C": 3,
                    "H": height,
                    "W": width,
                    "K": 10,
                }
                print_steps(case, 4)

"""What timm's FastCollateMixup makes of a batch, stated anew from its description.

Sample i is mixed with sample B - 1 - i. With the probability `prob` anything is mixed at all; where
both methods are on, CutMix is taken with the probability `switch`. Mode `batch` draws one lambda and
one box, `elem` one for each sample, `pair` one for each two samples, which mix with each other, and
`half` puts out the first half of what `elem` would.

Numbers come from NumPy's frozen generator, one kind after the other: who is cut, lambdas of CutMix,
lambdas of Mixup, who is mixed at all; then row and column of each box. For a whole batch they are
float64, for its samples float32: there a lambda that rounds to 1 leaves its sample alone.
"""

import json
import zlib

import numpy as np

PLACES = 7  # of the targets, which are float32


class Mixing:
    """The settings of a case, and the generator after its seed."""

    def __init__(self, case):
        self.case = case
        self.random = np.random.RandomState(case["seed"])
        self.minmax = case["minmax"]
        self.of_cutmix = 1.0 if self.minmax else case["cutmix"]
        self.of_mixup = case["mixup"]
        # A box whose sides are free says itself how much it leaves.
        self.corrected = case.get("correct_lam", True) or self.minmax is not None
        # Since 1.0.29 odd sides stay odd and free boxes reach the last row and column.
        self.one_more = 0 if case["version"] == "1.0.28" else 1

    def next(self, images):
        """Mixed images, and the weights of their own labels: one for all or a column."""
        if self.case["mode"] == "batch":
            return self.mix_batch(images)
        return self.mix_samples(images)

    def mix_batch(self, images):
        cut, weight = False, 1.0
        if self.random.rand() < self.case["prob"]:
            cut = self.draw_cut(())
            weight = float(self.draw_lambda(self.of_cutmix if cut else self.of_mixup, ()))
        pairs = list(zip(images, images[::-1]))
        if not cut:
            return [blended(a, b, weight) for a, b in pairs], weight
        rows, columns, weight = self.draw_box(weight)
        return [pasted(a, b, rows, columns) for a, b in pairs], weight

    def mix_samples(self, images):
        mode, size = self.case["mode"], len(images)
        count = size if mode == "elem" else size // 2
        cut = self.draw_cut((count,))
        of_cutmix = self.draw_lambda(self.of_cutmix, (count,))
        of_mixup = self.draw_lambda(self.of_mixup, (count,))
        mixed = self.random.rand(count) < self.case["prob"]
        weights = np.where(mixed, np.where(cut, of_cutmix, of_mixup), 1).astype(np.float32)
        out, labels = list(images), np.ones((size, 1), np.float32)
        for i in np.flatnonzero(weights != 1):
            weight, partner = weights[i], size - 1 - i
            if cut[i]:
                rows, columns, label = self.draw_box(weight)
                mix = lambda a, b: pasted(a, b, rows, columns)
            else:
                label = weight
                mix = lambda a, b: blended(a, b, weight)
            for own in [i, partner] if mode == "pair" else [i]:
                out[own] = mix(images[own], images[size - 1 - own])
                labels[own] = label
        return (out[:count] if mode == "half" else out), labels

    def draw_cut(self, shape):
        if self.of_cutmix > 0 and self.of_mixup > 0:
            return self.random.rand(*shape) < self.case["switch"]
        return np.full(shape, self.of_cutmix > 0)

    def draw_lambda(self, alpha, shape):
        """A method that is off draws nothing."""
        return self.random.beta(alpha, alpha, shape) if alpha > 0 else np.zeros(shape)

    def draw_box(self, weight):
        """Rows and columns that the partner fills, and the weight of the label."""
        sides = self.case["H"], self.case["W"]
        rows, columns = self.free(sides) if self.minmax else self.centred(sides, weight)
        if self.corrected:
            area = (rows.stop - rows.start) * (columns.stop - columns.start)
            weight = 1 - area / (sides[0] * sides[1])
        return rows, columns, weight

    def centred(self, sides, weight):
        centres = [self.random.randint(side) for side in sides]
        cuts = [int(side * np.sqrt(1 - weight)) for side in sides]  # float32 if lambda is
        return [
            slice(max(centre - cut // 2, 0), min(centre + (cut + self.one_more) // 2, side))
            for side, centre, cut in zip(sides, centres, cuts)
        ]

    def free(self, sides):
        low, high = self.minmax
        cuts = [self.random.randint(int(side * low), int(side * high)) for side in sides]
        starts = [
            self.random.randint(side - cut + self.one_more) for side, cut in zip(sides, cuts)
        ]
        return [slice(start, start + cut) for start, cut in zip(starts, cuts)]


def pasted(own, partner, rows, columns):
    out = own.copy()
    out[:, rows, columns] = partner[:, rows, columns]
    return out


def blended(own, partner, weight):
    """In float32, rounded half to even."""
    mixed = own.astype(np.float32) * weight + partner.astype(np.float32) * (1 - weight)
    return np.rint(mixed).astype(np.uint8)


def image(case, number):
    """Pixels by the formula that the tables' README gives."""
    c, y, x = np.ogrid[: case["C"], : case["H"], : case["W"]]
    return ((31 * number + 57 * c + 7 * y + 13 * x + (y * x) % 11) % 256).astype(np.uint8)


def targets(case, step, weights, labels):
    """One-hot vectors with smoothing, mixed."""
    off = case["smoothing"] / case["K"]
    one_hot = np.full((case["B"], case["K"]), off, np.float32)
    for i in range(case["B"]):
        one_hot[i, (7 * step + 3 * i) % case["K"]] = 1 - case["smoothing"] + off
    if case["mode"] != "batch":
        weights = weights.astype(labels)
    one_hot = one_hot.astype(labels)
    return one_hot * weights + one_hot[::-1] * (1 - weights)


def print_steps(case, steps, labels=np.float32):
    """A line of JSON for each batch after the case's seed; `labels` is what targets are mixed in."""
    mixing = Mixing(case)
    for step in range(steps):
        mixed, weights = mixing.next([image(case, step * case["B"] + i) for i in range(case["B"])])
        rows = targets(case, step, weights, labels)[: len(mixed)]
        found = {
            "step": step,
            "shape": [len(mixed), case["C"], case["H"], case["W"]],
            "crc32": [zlib.crc32(one.tobytes()) for one in mixed],
            "sums": [int(one.sum()) for one in mixed],
            "target": [[round(float(value), PLACES) for value in row] for row in rows],
        }
        print(json.dumps(case | found))

"""numpy_random.csv: what NumPy's old generator, of which the stream is frozen, gives after a seed."""

import numpy as np

SEEDS = [0, 1, 42, 12345, 2**32 - 1]
BETAS = [
    (0.01, 0.01),
    (0.2, 0.2),
    (0.8, 0.8),
    (1.0, 1.0),
    (1.5, 1.5),
    (2.0, 2.0),
    (32.0, 32.0),
    (0.5, 2.0),
    (3.0, 0.7),
    (1.0, 4.0),
    (0.3, 1.0),
]
RANGES = [(0, 1), (0, 2), (0, 32), (0, 47), (5, 224), (-3, 1000), (-(2**31), 2**31 - 1)]


def row(seed, call, a, b, count, next_value):
    random = np.random.RandomState(seed)
    values = " ".join(str(next_value(random)) for _ in range(count))
    print(seed, call, a, b, values, float(random.rand()), sep=",")


print("seed,call,a,b,values,then")
for seed in SEEDS:
    row(seed, "rand", "", "", 4, lambda random: float(random.rand()))
    for a, b in BETAS:
        row(seed, "beta", a, b, 5, lambda random: float(random.beta(a, b)))
    for low, high in RANGES:
        row(seed, "randint", low, high, 6, lambda random: random.randint(low, high))

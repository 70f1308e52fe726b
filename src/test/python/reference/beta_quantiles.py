"""beta_quantiles.csv: Beta(alpha, alpha) from the definition, with forty digits."""

import csv
import sys

from mpmath import betainc, exp, findroot, log, mp, mpf

mp.dps = 40

ALPHAS = ["0.1", "0.2", "0.3", "0.4", "0.5", "0.8", "1", "2", "8", "32"]
PROBABILITIES = ["0.001", "0.01", "0.05", "0.1", "0.25", "0.5", "0.75", "0.9", "0.95", "0.99", "0.999"]


def cumulative(alpha, x):
    return betainc(alpha, alpha, 0, x, regularized=True)


def quantile(alpha, p):
    """The root is looked for among logarithms: for small alpha it is below 1e-27."""
    if p > 0.5:
        return 1 - quantile(alpha, 1 - p)
    low, high = mpf(-200), log(mpf(1) / 2)
    root = findroot(
        lambda t: log(cumulative(alpha, exp(t)) / p), (low, high), solver="anderson", tol=1e-60
    )
    return exp(root)


def digits(value):
    """Twelve significant digits, as C's %.12g."""
    return f"{float(value):.12g}"


def expected_minimum(alpha):
    """E[min(l, 1 - l)]: twice the part of the mean below one half."""
    return betainc(alpha + 1, alpha, 0, mpf(1) / 2, regularized=True)


table = csv.writer(sys.stdout)
table.writerow(["alpha", "p", "quantile", "mean", "variance", "E_min(l,1-l)"])
for alpha in ALPHAS:
    a = mpf(alpha)
    variance = 1 / (4 * (2 * a + 1))
    for p in PROBABILITIES:
        table.writerow(
            [
                alpha,
                p,
                digits(quantile(a, mpf(p))),
                "0.5",
                digits(variance),
                f"{float(expected_minimum(a)):.9f}",
            ]
        )

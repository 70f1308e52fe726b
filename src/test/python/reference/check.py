"""Computes the reference tables anew and compares them with those that the tests read.

Usage: check.py [TABLE...]   all tables if none is named. Exits with 1 if one differs.
"""

import math
import re
import subprocess
import sys
from itertools import zip_longest
from pathlib import Path

HERE = Path(__file__).resolve().parent
TABLES = HERE.parents[1] / "resources/reference"

# Logarithms and powers of another machine may differ in their last bits.
LAST_BITS = 1e-12


def same(one, other):
    """Whether two lines hold the same words and numbers."""
    words, others = (re.split(r'[\s,:"\[\]{}]+', line or "") for line in (one, other))
    return len(words) == len(others) and all(map(same_word, words, others))


def same_word(one, other):
    try:
        return one == other or math.isclose(float(one), float(other), rel_tol=LAST_BITS)
    except ValueError:
        return False


def compare(table):
    program = HERE / f"{table.stem}.py"
    command = [sys.executable, "-B", program]  # leaves no byte code among the sources
    made = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
    stored = table.read_bytes()
    if made == stored:
        return "the same bytes"
    lines = zip_longest(made.decode().splitlines(), stored.decode().splitlines())
    for number, (ours, theirs) in enumerate(lines, 1):
        if not same(ours, theirs):
            return f"line {number} differs: {ours}\n  stored: {theirs}"
    return "the same numbers, but for their last bits"


differ = False
for name in sys.argv[1:] or sorted(p.name for p in TABLES.iterdir() if p.suffix != ".md"):
    answer = compare(TABLES / name)
    differ |= "differs" in answer
    print(f"{name}: {answer}")
sys.exit(differ)

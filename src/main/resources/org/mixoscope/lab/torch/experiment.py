

def start(net):
    """He's uniform start, biases 0."""
    for layer in net.modules():
        if isinstance(layer, (nn.Linear, nn.Conv2d)):
            nn.init.kaiming_uniform_(layer.weight, nonlinearity="relu")
            nn.init.zeros_(layer.bias)
    return net


def partners(n, draws):
    """A random cycle through the batch: nobody gets itself."""
    order = draws.permutation(n)
    partner = np.empty(n, dtype=int)
    partner[order] = np.roll(order, 1)
    return partner


def box(lam, height, width, draws):
    """CutMix's box about a random centre, clipped by the border: x1, y1, x2, y2."""
    cx, cy = int(draws.random() * width), int(draws.random() * height)
    half_width = int(width * np.sqrt(1 - lam)) // 2
    half_height = int(height * np.sqrt(1 - lam)) // 2
    return (max(cx - half_width, 0), max(cy - half_height, 0),
            min(cx + half_width, width), min(cy + half_height, height))


def mix(x, y, share, choices, draws):
    """Mixes a batch, each sample by its own draw; the label follows the pixels."""
    partner = torch.from_numpy(partners(len(x), draws))
    other = x[partner]
    weights = np.array([weight for _, _, weight in choices])
    chosen = draws.choice(len(choices), size=len(x), p=weights / weights.sum())
    lam = np.array([draws.beta(choices[c][1], choices[c][1]) for c in chosen])
    lam[draws.random(len(x)) >= share] = 1
    is_box = np.array([choices[c][0] == "cutmix" for c in chosen])
    blend = torch.tensor(np.where(is_box, 1, lam), dtype=x.dtype).reshape(-1, *[1] * (x.dim() - 1))
    mixed = blend * x + (1 - blend) * other
    for i in np.flatnonzero(is_box):
        height, width = x.shape[2:]
        x1, y1, x2, y2 = box(lam[i], height, width, draws)
        mixed[i, :, y1:y2, x1:x2] = other[i, :, y1:y2, x1:x2]
        lam[i] = 1 - (x2 - x1) * (y2 - y1) / (height * width)
    label = torch.tensor(lam, dtype=x.dtype).unsqueeze(1)
    return mixed, label * y + (1 - label) * y[partner]


def train(x, y, share, choices, seed):
    """One network. Runs of one seed have the same first weights and order of samples."""
    torch.manual_seed(seed)
    net = start(network())
    steps = optimiser(net)
    layers = [layer for layer in net.modules() if isinstance(layer, (nn.Linear, nn.Conv2d))]
    orders = np.random.default_rng([seed, 1])
    draws = np.random.default_rng([seed, 2])
    y = (1 - SMOOTHING) * y + SMOOTHING / y.shape[1]
    net.train()
    for _ in range(EPOCHS):
        order = torch.from_numpy(orders.permutation(len(x)))
        for chosen in order.split(BATCH):
            if len(chosen) < SMALLEST_BATCH:
                continue
            inputs, labels = x[chosen], y[chosen]
            if share > 0:
                inputs, labels = mix(inputs, labels, share, choices, draws)
            steps.zero_grad()
            nn.functional.cross_entropy(net(inputs), labels).backward()
            with torch.no_grad():
                for layer in layers:
                    layer.weight.mul_(1 - RATE * DECAY)
            steps.step()
    return net


@torch.no_grad()
def evaluate(net, x, y):
    """Accuracy, calibration error in 15 bins and negative log-likelihood, of samples as they are."""
    net.eval()
    logits = torch.cat([net(part) for part in x.split(1024)])
    confidence, said = logits.softmax(1).max(1)
    right = (said == y.argmax(1)).float()
    bins = (confidence * 15).long().clamp(0, 14)
    gaps = [(confidence[bins == b] - right[bins == b]).sum().abs() for b in range(15)]
    nll = -(y * logits.log_softmax(1)).sum(1).mean()
    return right.mean().item(), (sum(gaps) / len(x)).item(), nll.item()


def spread(values):
    """Mean ± standard deviation."""
    deviation = np.std(values, ddof=1) if len(values) > 1 else float("nan")
    return f"{np.mean(values):.3g} ± {deviation:.2g}"


def main():
    data = np.load(Path(__file__).with_name(DATA))
    x = torch.from_numpy(data["x"])
    results = [[] for _ in RUNS]
    for s, seed in enumerate(SEEDS):
        part = {name: torch.from_numpy(data[name][s]) for name in data.files if name != "x"}
        for (name, share, choices), result in zip(RUNS, results):
            net = train(x[part["train"].long()], part["train_labels"], share, choices, seed)
            result.append(evaluate(net, x[part["test"].long()], part["test_labels"]))
            print(f"seed {seed}  {name}: test {100 * result[-1][0]:.1f} %", flush=True)
    print("test accuracy %, ECE %, NLL: mean ± standard deviation over the seeds")
    for (name, _, _), result in zip(RUNS, results):
        accuracy, ece, nll = np.array(result).T
        wins = int((accuracy > np.array(results[0])[:, 0]).sum())
        numbers = ", ".join(map(spread, (100 * accuracy, 100 * ece, nll)))
        print(f"{name}: {numbers}; better in {wins} of {len(SEEDS)}")


if __name__ == "__main__":
    main()

# %% [markdown]
# # changed
# An experiment of NormScope, rebuilt in plain PyTorch. It begins with the same weights and takes the same mini-batches,
# so each mini-batch must give the same loss as in NormScope, up to rounding; the last lines say how near it comes.
# First weights, data, the order of the mini-batches and NormScope's own losses are in `changed.npz`.
#
# Where two conventions meet:
# - **Weights**: `nn.Linear` keeps them as outputs x inputs; NormScope and the course's code with one row per example
#   keep them as inputs x outputs. Hence the `.T` where they are loaded.
# - **Momentum of batch norm** is 1 - decay. NormScope, like the course's averages, says how much of the *old* value
#   stays (0.9), PyTorch how much of the *new* one comes in (1 - 0.9).
# - **Variance**: while training, both divide by m, the number of examples. For the running variance, which `eval()`
#   uses, PyTorch divides by m - 1 (unbiased); this experiment divides by m (biased), so it has a class of its own.
# - **eps** of a normalizer stands under the root: sqrt(var + eps).
# - **train() and eval()**: PyTorch's modules remember which of the two holds. Losses of mini-batches are those of
#   `train()`; what a network is worth is asked in `eval()`. To forget the switch is the usual mistake.

# %%
from pathlib import Path

import numpy as np
import torch
from torch import nn

torch.set_default_dtype(torch.float64)  # NormScope's numbers; PyTorch by itself has float32
FOLDER = Path(__file__).parent if "__file__" in globals() else Path(".")
data = dict(np.load(FOLDER / "changed.npz"))

NAMES = [
    "without batch norm",
    "with batch norm",
]
EPS = 1e-5
DECAY = 0.9

# %% [markdown]
# ## What this experiment has and PyTorch has not, or has otherwise

# %%
class BatchNorm(nn.BatchNorm1d):
    """nn.BatchNorm1d, but for the variance kept for eval(): divided by m here, by m - 1 there."""

    def forward(self, z):
        if not self.training:
            return super().forward(z)  # running mean and variance
        mean = z.mean(0)
        var = z.var(0, unbiased=False)
        with torch.no_grad():
            self.running_mean.lerp_(mean, self.momentum)  # old + momentum * (new - old)
            self.running_var.lerp_(var, self.momentum)
        return (z - mean) / torch.sqrt(var + self.eps) * self.weight + self.bias


class Switch(nn.Module):
    """A normalizer that is switched while the network learns. While it is off, its numbers stay as they are."""

    def __init__(self, norm, on, bias=0):
        super().__init__()
        self.norm = norm
        self.on = on
        # A layer before batch norm needs no bias, as the mean takes it out. Without batch norm it does.
        self.bias = nn.Parameter(torch.zeros(bias)) if bias else 0.0

    def forward(self, z):
        return self.norm(z) if self.on else z + self.bias


# %% [markdown]
# ## The networks
# All that batch norm takes in a framework is one line between a linear layer, without its bias, and the activation:
# `nn.BatchNorm1d(units)`.

# %%
networks = [
    nn.Sequential(  # without batch norm
        nn.Linear(2, 32), nn.ReLU(),
        nn.Linear(32, 32), nn.ReLU(),
        nn.Linear(32, 32), nn.ReLU(),
        nn.Linear(32, 32), nn.ReLU(),
        nn.Linear(32, 1),
    ),
    nn.Sequential(  # with batch norm
        nn.Linear(2, 32, bias=False),
        Switch(BatchNorm(32, eps=EPS, momentum=1 - DECAY), on=True, bias=32),
        nn.ReLU(),
        nn.Linear(32, 32, bias=False), BatchNorm(32, eps=EPS, momentum=1 - DECAY), nn.ReLU(),
        nn.Linear(32, 32, bias=False), BatchNorm(32, eps=EPS, momentum=1 - DECAY), nn.ReLU(),
        nn.Linear(32, 32, bias=False), BatchNorm(32, eps=EPS, momentum=1 - DECAY), nn.ReLU(),
        nn.Linear(32, 1),
    ),
]


@torch.no_grad()
def load(network):
    """Gives a network its first weights. Biases are 0, gamma 1, beta 0."""
    linear = [module for module in network if isinstance(module, nn.Linear)]
    for layer, module in enumerate(linear, start=1):
        module.weight.copy_(torch.from_numpy(data[f"W{layer}"].T))  # to outputs x inputs
        if module.bias is not None:
            nn.init.zeros_(module.bias)


load(networks[0])
load(networks[1])

# %% [markdown]
# ## The optimizers

# %%
optimizers = [
    torch.optim.SGD(networks[0].parameters(), lr=0.1),
    torch.optim.SGD(networks[1].parameters(), lr=0.1),
]

# %% [markdown]
# ## What was changed while the networks learned

# %%
@torch.no_grad()
def change(step):
    """What happened before the update of a step. Networks and parameter groups count from 0."""
    if step == 2:
        optimizers[0].param_groups[0]["lr"] = 0.05
        optimizers[1].param_groups[0]["lr"] = 0.05
    if step == 3:
        networks[1][1].on = False  # layer 1


# %% [markdown]
# ## Training
# Row `step` of `batches` says which rows of `x` and `y` the mini-batch has; the last one of an epoch may have fewer,
# and -1 for the others.

# %%
X = torch.from_numpy(data["x"])
Y = torch.from_numpy(data["y"])
ours = data["losses"]  # NormScope's: one row a network, NaN from the step at which it diverged
steps = np.isfinite(ours).sum(axis=1)
loss_of = nn.BCEWithLogitsLoss()  # of what stands before the sigmoid


def logits(network, x):
    return network(x).squeeze(1)


losses = np.full_like(ours, np.nan)
for step, rows in enumerate(data["batches"]):
    change(step)
    rows = rows[rows >= 0]
    for arm, (network, optimizer) in enumerate(zip(networks, optimizers)):
        if step >= steps[arm]:
            continue  # diverged
        network.train()
        loss = loss_of(logits(network, X[rows]), Y[rows])
        losses[arm, step] = loss.item()
        optimizer.zero_grad(set_to_none=True)  # what is not in use gets no gradient, and no update
        loss.backward()
        optimizer.step()

# %% [markdown]
# ## How near the two come
# "Rounding alone" is how far NormScope comes off its own losses when each first weight is off by its last bit. It is
# large where networks jump about, at large rates, and where a ReLU gets just 0: there no two programs can agree.

# %%
last = len(data["batches"]) - 1
shown = [step for step in (0, 1, 2, 5, 10, 20, 50, 100) if step < last] + [last]
for arm, name in enumerate(NAMES):
    print(f"{name}: loss of the mini-batch\n  step        NormScope          PyTorch")
    for step in shown:
        print(f"{step:6d} {ours[arm, step]:16.12f} {losses[arm, step]:16.12f}")

worst = []
for arm, (name, network) in enumerate(zip(NAMES, networks)):
    known = slice(0, steps[arm])
    difference = np.abs(losses[arm, known] / ours[arm, known] - 1)
    worst.append(difference.max(initial=0))
    print(
        f"{name}: {steps[arm]} steps, largest relative difference {worst[arm]:.1e};"
        f" rounding alone {data['rounding'][arm]:.1e}"
    )
    if steps[arm] <= last:
        print(f"{name}: diverged at step {steps[arm]}")
        continue
    network.eval()  # running statistics, no dropout
    for part, x, y, (their_loss, their_accuracy) in (
        ("training", X[data["train"]], Y[data["train"]], data["eval"][arm, 0]),
        ("test", torch.from_numpy(data["test_x"]), torch.from_numpy(data["test_y"]), data["eval"][arm, 1]),
    ):
        with torch.no_grad():
            z = logits(network, x)
            loss = loss_of(z, y).mean().item()
        accuracy = ((z > 0) == y).double().mean().item()
        print(
            f"{name}: eval() on the {part} set: loss {loss:.12f}, accuracy {accuracy:.4f};"
            f" NormScope {their_loss:.12f}, {their_accuracy:.4f}; relative difference {abs(loss / their_loss - 1):.1e}"
        )

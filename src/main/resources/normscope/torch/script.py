# %% [markdown]
# # @title@
# An experiment of NormScope, rebuilt in plain PyTorch. It begins with the same weights and takes the same mini-batches,
# so each mini-batch must give the same loss as in NormScope, up to rounding; the last lines say how near it comes.
# First weights, data, the order of the mini-batches and NormScope's own losses are in `@name@.npz`.
#
# Where two conventions meet:
# - **Weights**: `nn.Linear` keeps them as outputs x inputs; NormScope and the course's code with one row per example
#   keep them as inputs x outputs. Hence the `.T` where they are loaded.
#[batch
# - **Momentum of batch norm** is 1 - decay. NormScope, like the course's averages, says how much of the *old* value
#   stays (@decay@), PyTorch how much of the *new* one comes in (1 - @decay@).
#[spread
# - **Variance**: while training, both divide by m, the number of examples. For the running variance, which `eval()`
#   uses, PyTorch divides by m - 1 (unbiased); this experiment divides by @divisor@.
#]
#]
#[eps
# - **eps** of a normalizer stands under the root: sqrt(var + eps).
#]
#[adaptive
# - **eps** of the optimizer stands beside the root: sqrt(s) + eps.
#]
#[momentum
# - **Momentum of the optimizer**: the course has v = b v + (1 - b) g, PyTorch v = b v + g. So PyTorch's v is
#   1 / (1 - b) times as large, and its lr must be the course's rate times (1 - b).
#]
#[decayed
# - **L2** is on weights alone, as in the course. `weight_decay` would take biases, gamma and beta too, unless told.
#]
# - **train() and eval()**: PyTorch's modules remember which of the two holds. Losses of mini-batches are those of
#   `train()`; what a network is worth is asked in `eval()`. To forget the switch is the usual mistake.

# %%
from pathlib import Path

import numpy as np
import torch
from torch import nn

torch.set_default_dtype(torch.float64)  # NormScope's numbers; PyTorch by itself has float32
FOLDER = Path(__file__).parent if "__file__" in globals() else Path(".")
data = dict(np.load(FOLDER / "@name@.npz"))

NAMES = [
    @names@
]
#[eps
EPS = @epsilon@
#]
#[batch
DECAY = @decay@
#]

#[*
# %% [markdown]
# ## What this experiment has and PyTorch has not, or has otherwise

# %%
#[batch_norm
class BatchNorm(nn.BatchNorm1d):
    """nn.BatchNorm1d, but for @difference@."""

    def forward(self, z):
        if not self.training:
            return super().forward(z)  # running mean and variance
        mean = z.mean(0)
        var = z.var(0, unbiased=False)
        with torch.no_grad():
            self.running_mean.lerp_(mean, self.momentum)  # old + momentum * (new - old)
            self.running_var.lerp_(@kept@, self.momentum)
        return (z - mean) / torch.sqrt(var + self.eps) * self.weight + self.bias


#]
#[ghost
class GhostNorm(nn.BatchNorm1d):
    """Ghost batch norm: each chunk of the mini-batch is normalized by itself (Hoffer et al., 2017)."""

    def __init__(self, units, size, **constants):
        super().__init__(units, **constants)
        self.size = size

    def forward(self, z):
        if not self.training:
            return super().forward(z)
        normalized, new_mean, new_var = [], 0.0, 0.0
        while len(z) > 0:
            rest = len(z) <= self.size + 1  # a last chunk of one example joins the one before
            chunk, z = (z, z[:0]) if rest else (z[: self.size], z[self.size :])
            mean = chunk.mean(0)
            var = chunk.var(0, unbiased=False)
            normalized.append((chunk - mean) / torch.sqrt(var + self.eps))
            new_mean = new_mean + len(chunk) * mean.detach()
            new_var = new_var + len(chunk) * (@kept_chunk@).detach()
        normalized = torch.cat(normalized)
        self.running_mean.lerp_(new_mean / len(normalized), self.momentum)
        self.running_var.lerp_(new_var / len(normalized), self.momentum)
        return normalized * self.weight + self.bias


#]
#[renorm
class BatchRenorm(nn.BatchNorm1d):
    """Batch renormalization (Ioffe, 2017): batch norm corrected to the running statistics by r and d."""

    def __init__(self, units, r_max, d_max, warmup, **constants):
        super().__init__(units, **constants)
        self.r_max, self.d_max, self.warmup = r_max, d_max, warmup
        self.steps = 0

    def forward(self, z):
        if not self.training:
            return super().forward(z)
        mean = z.mean(0)
        var = z.var(0, unbiased=False)
        normalized = (z - mean) / torch.sqrt(var + self.eps)
        with torch.no_grad():
            if self.steps >= self.warmup:  # for the gradient r and d are constants
                s = torch.sqrt(self.running_var + self.eps)
                r = (torch.sqrt(var + self.eps) / s).clamp(1 / self.r_max, self.r_max)
                d = ((mean - self.running_mean) / s).clamp(-self.d_max, self.d_max)
            else:
                r, d = 1.0, 0.0  # batch norm
            self.running_mean.lerp_(mean, self.momentum)
            self.running_var.lerp_(@kept@, self.momentum)
            self.steps += 1
        return (r * normalized + d) * self.weight + self.bias


#]
#[mean_only
class MeanOnlyNorm(nn.Module):
    """Mean-only batch norm (Salimans and Kingma, 2016)."""

    def __init__(self, units, momentum):
        super().__init__()
        self.bias = nn.Parameter(torch.zeros(units))
        self.register_buffer("running_mean", torch.zeros(units))
        self.momentum = momentum

    def forward(self, z):
        mean = self.running_mean
        if self.training:
            mean = z.mean(0)
            self.running_mean.lerp_(mean.detach(), self.momentum)
        return z - mean + self.bias


#]
#[rms
class RmsNorm(nn.Module):
    """Layer norm that leaves the mean (Zhang and Sennrich, 2019). nn.RMSNorm, since PyTorch 2.4, has no bias."""

    def __init__(self, units, eps):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(units))
        self.bias = nn.Parameter(torch.zeros(units))
        self.eps = eps

    def forward(self, z):
        return z / torch.sqrt((z * z).mean(1, keepdim=True) + self.eps) * self.weight + self.bias


#]
#[weight_norm
class WeightNormLinear(nn.Linear):
    """w = g v / |v| (Salimans and Kingma, 2016), what torch.nn.utils has as weight_norm. v is self.weight."""

    def __init__(self, inputs, units):
        super().__init__(inputs, units)
        self.g = nn.Parameter(torch.ones(units))
        self.on = True

    def forward(self, x):
        v = self.weight
        w = v * (self.g / v.norm(dim=1)).unsqueeze(1) if self.on else v
        return nn.functional.linear(x, w, self.bias)


#]
#[added
class Added(nn.Module):
    """A constant that kicks have put on every z. It is not learned."""

    constant = 0.0

    def forward(self, z):
        return z + self.constant


#]
#[switch
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


#]
#[drawn
class Drawn(nn.Module):
    """What is drawn anew in each step. The numbers are NormScope's, the same for all networks."""

    step = None  # whose numbers are used; none while statistics are taken anew

    def draws(self):
        return self.training and Drawn.step is not None

    @staticmethod
    def of(name):
        return torch.from_numpy(data[name])


#]
#[dropout
class Dropout(Drawn):
    """nn.Dropout with given masks; it too divides what it keeps by 1 - p."""

    def __init__(self, p, masks):
        super().__init__()
        self.p, self.masks = p, self.of(masks)

    def forward(self, a):
        return a * self.masks[Drawn.step, : len(a)] / (1 - self.p) if self.draws() else a


#]
#[noise
class Noise(Drawn):
    """Noise of changing mean and scale behind a normalizer, after Santurkar et al. (2018)."""

    def __init__(self, name):
        super().__init__()
        self.scale, self.shift = self.of(name + "_scale"), self.of(name + "_shift")

    def forward(self, z):
        if not self.draws():
            return z
        return self.scale[Drawn.step, : len(z)] * z + self.shift[Drawn.step, : len(z)]


#]
#]
# %% [markdown]
# ## The networks
#[one_line
# All that batch norm takes in a framework is one line between a linear layer, without its bias, and the activation:
# `nn.BatchNorm1d(units)`.
#]

# %%
networks = [
    @networks@
]


@torch.no_grad()
def load(network@biases_parameter@):
    """Gives a network its first weights. Biases are 0@biases_words@, gamma 1, beta 0."""
    linear = [module for module in network if isinstance(module, nn.Linear)]
    for layer, module in enumerate(linear, start=1):
        module.weight.copy_(torch.from_numpy(data[f"W{layer}"].T))  # to outputs x inputs
        if module.bias is not None:
            nn.init.zeros_(module.bias)
#[biases
            if layer in drawn_biases:
                module.bias.copy_(torch.from_numpy(data[f"b{layer}"]))
#]
#[weight_norm
        if isinstance(module, WeightNormLinear):
            module.g.copy_(module.weight.norm(dim=1))  # so that w is v at first
#]


@loads@

# %% [markdown]
# ## The optimizers

# %%
#[groups
#[own_weights
NORMALIZED = [@normalized@]  # the layers that are normalized in some network, from 1: their weights are a group


#]
def groups(network, @groups_parameters@):
    """The weights@groups_words@; then biases and what the normalizers learn."""
    weights = [module.weight for module in network if isinstance(module, nn.Linear)]
    others = [parameter for parameter in network.parameters() if all(parameter is not w for w in weights)]
#[own_weights
    own = [weights[layer - 1] for layer in NORMALIZED]
    rest = [w for layer, w in enumerate(weights, start=1) if layer not in NORMALIZED]
    return [
        {"params": rest, "weight_decay": l2},
        {"params": own, "weight_decay": normalized_l2, **normalized},
        {"params": others},
    ]
#]
#[!own_weights
    return [{"params": weights, "weight_decay": l2}, {"params": others}]
#]


#]
optimizers = [
    @optimizers@
]

#[changes
# %% [markdown]
# ## What was changed while the networks learned

# %%
#[reestimate
def reestimate(network, rows):
    """Statistics of all examples in the place of the running ones: one pass in train() with momentum 1."""
#[drawn
    Drawn.step = None  # neither dropout nor noise
#]
    norms = [module for module in network.modules() if hasattr(module, "momentum")]
    network.train()
    for norm in norms:
        norm.momentum = 1.0
    network(X[rows])
    for norm in norms:
        norm.momentum = 1 - DECAY
#[renorm
        if isinstance(norm, BatchRenorm):
            norm.steps -= 1  # this was no step
#]


#]
#[counted
def keep_count(optimizer, module, step):
    """NormScope counts Adam's steps for all parameters alike; PyTorch for each by itself, and only while it is used."""
    for parameter in module.parameters():
        state = optimizer.state[parameter]
        state.setdefault("exp_avg", torch.zeros_like(parameter))
        state.setdefault("exp_avg_sq", torch.zeros_like(parameter))
        state["step"] = torch.tensor(float(step))


#]
@torch.no_grad()
def change(step):
    """What happened before the update of a step. Networks and parameter groups count from 0."""
    @changes@


#]
# %% [markdown]
# ## Training
# Row `step` of `batches` says which rows of `x` and `y` the mini-batch has; the last one of an epoch may have fewer,
# and -1 for the others.
#[moved
# The training set comes first in `x`. The rows behind it are its examples as changes of the data have made them.
#]

# %%
X = torch.from_numpy(data["x"])
Y = torch.from_numpy(data["y"])
ours = data["losses"]  # NormScope's: one row a network, NaN from the step at which it diverged
steps = np.isfinite(ours).sum(axis=1)
@loss@


def logits(network, x):
    return network(x)@squeeze@


losses = np.full_like(ours, np.nan)
for step, rows in enumerate(data["batches"]):
#[changes
    change(step)
#]
#[drawn
    Drawn.step = step
#]
    rows = rows[rows >= 0]
    for arm, (network, optimizer) in enumerate(zip(networks, optimizers)):
        if step >= steps[arm]:
            continue  # diverged
        network.train()
#[!importance
        loss = loss_of(logits(network, X[rows]), Y[rows])
        losses[arm, step] = loss.item()
#]
#[importance
        each = loss_of(logits(network, X[rows]), Y[rows])
        losses[arm, step] = each.mean().item()
        loss = (each * torch.from_numpy(data["importance"][step, : len(rows)])).mean()  # importance weighting
#]
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
#[classes
        accuracy = (@predicted@ == y).double().mean().item()
        print(
            f"{name}: eval() on the {part} set: loss {loss:.12f}, accuracy {accuracy:.4f};"
            f" NormScope {their_loss:.12f}, {their_accuracy:.4f}; relative difference {abs(loss / their_loss - 1):.1e}"
        )
#]
#[!classes
        print(
            f"{name}: eval() on the {part} set: loss {loss:.12f};"
            f" NormScope {their_loss:.12f}; relative difference {abs(loss / their_loss - 1):.1e}"
        )
#]

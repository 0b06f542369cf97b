#!/usr/bin/env python3
"""Writes the fixtures own-*.json: training problems in the format of the public ones, with PyTorch (float64, CPU) as an
oracle that shares nothing with the program: autograd for every gradient, torch.optim for the torch_ optimizers,
torch.nn.functional.batch_norm as a check of the forward pass.

usage: python3 src/test/python/make_fixtures.py src/test/resources/fixtures
"""
import json
import math
import os
import sys

import torch

torch.set_default_dtype(torch.float64)
TOLERANCE = 1e-10


def rounded(*shape, scale=1.0, shift=0.0, g):
    return torch.round((torch.randn(*shape, generator=g) * scale + shift) * 1e6) / 1e6


class Net:
    def __init__(self, spec):
        self.s = spec
        self.params = []
        self.running = []
        for init, bn in zip(spec["init"], spec["bn"]):
            self.params.append({k: torch.tensor(v, requires_grad=True) for k, v in init.items()})
            n = len(init["W"])
            self.running.append(None if bn is None else {
                "mean": torch.tensor(bn.get("running_mean0", [0.0] * n)),
                "var": torch.tensor(bn.get("running_var0", [1.0] * n))})

    def forward(self, x, train):
        a, layers = x, []
        for i, (p, bn) in enumerate(zip(self.params, self.s["bn"])):
            t = {}
            z = a @ p["W"].T
            if bn is None:
                z = z + p["b"]
                zt = z
            else:
                if train:
                    mean, var = z.mean(0), ((z - z.mean(0)) ** 2).mean(0)
                    t["mean"], t["var"] = mean, var
                else:
                    mean, var = self.running[i]["mean"], self.running[i]["var"]
                zn = (z - mean) / torch.sqrt(var + bn["eps"])
                zt = zn * p["gamma"] + p["beta"]
                t["z_norm"] = zn
                if not train or len(x) > 1:
                    r = self.running[i]
                    want = torch.nn.functional.batch_norm(
                        z, None if train else r["mean"], None if train else r["var"], p["gamma"], p["beta"],
                        train, 0.0, bn["eps"])
                    assert torch.allclose(zt, want, rtol=1e-11, atol=1e-12)
            last = i == len(self.params) - 1
            f = self.s["activation"]
            a = zt if last else torch.tanh(zt) if f == "tanh" else torch.relu(zt) if f == "relu" else torch.sigmoid(zt)
            if f == "relu" and not last:
                self.kink = min(getattr(self, "kink", math.inf), float(zt.abs().min()))
            t.update(z=z, z_tilde=zt, a=a)
            layers.append(t)
        return layers

    def loss(self, logits, y):
        kind, f = self.s["loss"], torch.nn.functional
        if kind == "bce":
            return f.binary_cross_entropy_with_logits(logits[:, 0], torch.tensor(y, dtype=torch.float64))
        if kind == "softmax":
            return f.cross_entropy(logits, torch.tensor(y, dtype=torch.int64))
        d = (logits - torch.tensor(y)) ** 2
        return d.mean() if kind == "mse" else d.sum() / (2 * len(logits))

    def output(self, logits):
        kind = self.s["loss"]
        return torch.sigmoid(logits) if kind == "bce" else torch.softmax(logits, 1) if kind == "softmax" else logits

    def decayed(self, name):
        return name == "W" or self.s["weight_decay_scope"] == "all"


def torch_optimizer(net):
    o, wd = net.s["optimizer"], net.s["weight_decay"]
    groups = [{"params": [q for p in net.params for k, q in p.items() if net.decayed(k)], "weight_decay": wd},
              {"params": [q for p in net.params for k, q in p.items() if not net.decayed(k)], "weight_decay": 0.0}]
    groups = [g for g in groups if g["params"]]
    if o["name"] in ("torch_sgd", "torch_momentum"):
        return torch.optim.SGD(groups, lr=o["lr"], momentum=o.get("beta", 0.0))
    if o["name"] == "torch_rmsprop":
        return torch.optim.RMSprop(groups, lr=o["lr"], alpha=o["beta2"], eps=o["eps"])
    return torch.optim.Adam(groups, lr=o["lr"], betas=(o["beta1"], o["beta2"]), eps=o["eps"])


def update(net, state, t):
    o = net.s["optimizer"]
    for i, p in enumerate(net.params):
        for k, q in p.items():
            g = q.grad + (net.s["weight_decay"] * q.detach() if net.decayed(k) else 0)
            v, s = state.setdefault((i, k), [torch.zeros_like(g), torch.zeros_like(g)])
            if "beta" in o or "beta1" in o:
                b1 = o.get("beta", o.get("beta1"))
                v.mul_(b1).add_(g, alpha=1 - b1)
            if "beta2" in o:
                s.mul_(o["beta2"]).addcmul_(g, g, value=1 - o["beta2"])
            step = {"sgd": lambda: g, "momentum": lambda: v, "rmsprop": lambda: g / (s.sqrt() + o["eps"]),
                    "adam": lambda: v / (1 - o["beta1"] ** t) / ((s / (1 - o["beta2"] ** t)).sqrt() + o["eps"])}
            with torch.no_grad():
                q -= o["lr"] * step[o["name"]]()


def lists(d):
    return {k: v.detach().tolist() for k, v in d.items()}


def train(spec):
    net = Net(spec)
    r = spec["report"]
    e = {"loss": [], "loss_total": [], "params_after": {}, "running_after": {}, "eval": {}}
    optimizer = torch_optimizer(net) if spec["optimizer"]["name"].startswith("torch_") else None
    state = {}

    def report(k):
        if k in r["params_after"]:
            e["params_after"][str(k)] = [lists(p) for p in net.params]
            e["running_after"][str(k)] = [None if q is None else lists(q) for q in net.running]
        if k in r["eval_after"]:
            logits = net.forward(torch.tensor(r["eval_x"]), False)[-1]["a"]
            e["eval"][str(k)] = {"logits": logits.tolist(), "output": net.output(logits).tolist(),
                                 "loss": float(net.loss(logits, r["eval_y"]))}

    report(0)
    for t, b in enumerate(spec["schedule"], 1):
        x, y = torch.tensor(spec["batches"][b]["x"]), spec["batches"][b]["y"]
        layers = net.forward(x, True)
        for i, (bn, l) in enumerate(zip(spec["bn"], layers)):
            if bn is not None:
                w, q = bn["momentum"], net.running[i]
                m = len(x)
                v = l["var"] * (m / (m - 1) if spec["running_var"] == "unbiased" and m > 1 else 1)
                q["mean"] = ((1 - w) * q["mean"] + w * l["mean"]).detach()
                q["var"] = ((1 - w) * q["var"] + w * v).detach()
            for k in ("z", "z_norm", "z_tilde"):
                if k in l:
                    l[k].retain_grad()
        loss = net.loss(layers[-1]["a"], y)
        penalty = spec["weight_decay"] / 2 * sum(
            float((q ** 2).sum()) for p in net.params for k, q in p.items() if net.decayed(k))
        e["loss"].append(float(loss))
        e["loss_total"].append(float(loss) + penalty)
        for p in net.params:
            for q in p.values():
                q.grad = None
        loss.backward()
        if t == 1:
            e["first_step_gradients"] = {"layers": [gradients(net, p, l) for p, l in zip(net.params, layers)]}
        if t == r["trace_step"]:
            e["trace"] = {"step": t, "layers": [lists(l) for l in layers],
                          "output": net.output(layers[-1]["a"]).tolist()}
        if optimizer:
            optimizer.step()
        else:
            update(net, state, t)
        report(t)
    return e, net


def gradients(net, p, l):
    g = {}
    for k, q in p.items():
        g["d" + k] = q.grad.tolist()
        if net.s["weight_decay"]:
            g["d" + k + "_total"] = (q.grad + (net.s["weight_decay"] * q if net.decayed(k) else 0)).tolist()
    g["dz"], g["dz_tilde"] = l["z"].grad.tolist(), l["z_tilde"].grad.tolist()
    if "z_norm" in l:
        g["dz_norm"] = l["z_norm"].grad.tolist()
    return g


def problem(name, about, seed, layers, activation, bn, loss, optimizer, sizes, epochs=5, wd=0.0, scope="weights",
            running_var="biased"):
    g = torch.Generator().manual_seed(seed)
    init = []
    for l in range(1, len(layers)):
        q = {"W": rounded(layers[l], layers[l - 1], scale=1 / math.sqrt(layers[l - 1]), g=g).tolist()}
        if bn[l - 1] is None:
            q["b"] = rounded(layers[l], scale=0.1, g=g).tolist()
        else:
            q["gamma"] = rounded(layers[l], scale=0.15, shift=1, g=g).tolist()
            q["beta"] = rounded(layers[l], scale=0.2, g=g).tolist()
        init.append(q)

    def batch(m):
        x = rounded(m, layers[0], scale=1.5, shift=0.4, g=g)
        if loss == "bce":
            y = torch.randint(0, 2, (m,), generator=g)
        elif loss == "softmax":
            y = torch.randint(0, layers[-1], (m,), generator=g)
        else:
            y = rounded(m, layers[-1], g=g)
        return {"x": x.tolist(), "y": y.tolist()}

    batches = [batch(m) for m in sizes]
    schedule = list(range(len(sizes))) * epochs
    ev = batch(3)
    n = len(schedule)
    spec = {"name": name, "about": about, "layers": layers, "activation": activation, "bn": bn,
            "running_var": running_var, "loss": loss, "optimizer": optimizer, "weight_decay": wd,
            "weight_decay_scope": scope, "init": init, "batches": batches, "schedule": schedule,
            "report": {"params_after": [0, 1, n], "trace_step": 3, "eval_after": [0, 1, n], "eval_x": ev["x"],
                       "eval_y": ev["y"]}}
    expected, net = train(spec)
    kink = getattr(net, "kink", None)
    assert kink is None or kink > 1e-5, (name, kink)
    return {"schema": 1, "name": name, "about": about, "spec": spec, "expected": expected,
            "rounding": {"tolerance": TOLERANCE, "min_abs_preactivation": kink}}


def norm(eps=1e-5, momentum=0.1, **more):
    return dict({"eps": eps, "momentum": momentum}, **more)


PROBLEMS = [
    problem("own-1-bn-output-tanh-torch-momentum-mse", "BN on every layer and the output, two outputs, torch.optim.SGD "
            "with momentum, L2 on the weights.", 1, [3, 4, 3, 2], "tanh", [norm(), norm(1e-3, 0.3), norm()], "mse",
            {"name": "torch_momentum", "lr": 0.05, "beta": 0.8}, [6, 6, 4], wd=0.02),
    problem("own-2-bn-relu-torch-adam-softmax-l2-all", "BN on all hidden layers, three classes, torch.optim.Adam, L2 on "
            "everything, unbiased running variance.", 12, [3, 5, 4, 3], "relu", [norm(), norm(), None], "softmax",
            {"name": "torch_adam", "lr": 0.01, "beta1": 0.85, "beta2": 0.99, "eps": 1e-6}, [7, 5], wd=0.05,
            scope="all", running_var="unbiased"),
    problem("own-3-initial-running-sigmoid-sgd-half-mse", "The course's squared error with two outputs; BN on the first "
            "layer, running statistics given.", 3, [2, 4, 3, 2], "sigmoid",
            [norm(running_mean0=[0.5, -0.25, 0.0, 1.0], running_var0=[2.0, 0.5, 1.5, 0.0]), None, None], "half_mse",
            {"name": "sgd", "lr": 0.3}, [5, 5, 3]),
    problem("own-4-batches-of-one-tanh-momentum-bce", "Batches of one example, which BN maps to beta, among larger ones; "
            "unbiased running variance.", 4, [2, 4, 3, 1], "tanh", [norm(), norm(), None], "bce",
            {"name": "momentum", "lr": 0.4, "beta": 0.9}, [1, 4, 1, 5], wd=0.01, running_var="unbiased"),
    problem("own-5-no-bn-sigmoid-torch-rmsprop-bce-l2-all", "No BN, torch.optim.RMSprop, L2 on everything.", 5,
            [3, 5, 4, 1], "sigmoid", [None, None, None], "bce",
            {"name": "torch_rmsprop", "lr": 0.01, "beta2": 0.97, "eps": 1e-6}, [6, 3], wd=0.03, scope="all"),
    problem("own-6-eight-hidden-tanh-torch-sgd-bce", "Eight hidden layers, BN on every second one, each with its own "
            "epsilon and momentum.", 6, [2] + [3] * 8 + [1], "tanh",
            [norm(10.0 ** -(3 + i // 2), 0.1 + 0.1 * (i // 2)) if i % 2 else None for i in range(8)] + [None], "bce",
            {"name": "torch_sgd", "lr": 0.2}, [6, 5]),
    problem("own-7-bn-output-tanh-adam-softmax-l2-all", "BN on the output alone with given running statistics, Adam, L2 "
            "on everything.", 7, [4, 5, 3], "tanh",
            [None, norm(1e-4, 0.2, running_mean0=[0.1, -0.2, 0.3], running_var0=[0.5, 1.0, 2.0])], "softmax",
            {"name": "adam", "lr": 0.02, "beta1": 0.9, "beta2": 0.999, "eps": 1e-8}, [6, 6, 5], wd=0.01, scope="all",
            running_var="unbiased"),
    problem("own-8-one-layer-bn-rmsprop-bce", "No hidden layer at all: logistic regression with BN before the sigmoid, "
            "RMSprop.", 8, [3, 1], "relu", [norm(1e-2, 1.0)], "bce",
            {"name": "rmsprop", "lr": 0.05, "beta2": 0.9, "eps": 1e-4}, [8, 7]),
]

for p in PROBLEMS:
    with open(os.path.join(sys.argv[1], p["name"] + ".json"), "w") as f:
        json.dump(p, f)
        f.write("\n")
    print(p["name"], p["rounding"], p["expected"]["loss"][0], p["expected"]["loss"][-1])

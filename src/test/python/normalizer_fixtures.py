"""Makes the fixtures own-norm-*.json: python3 normalizer_fixtures.py DIRECTORY

An oracle that shares nothing with the program: only the forward formulas, in 40 decimal digits (mpmath); every gradient
is a central difference of the loss with a step of 1e-14, whose error is about 1e-28. Batch renormalization's r and d are
held at their values while the loss is moved.
"""
import json
import os
import random
import sys

from mpmath import mp, mpf

mp.dps = 40
H = mpf(10) ** -14


def mean(values):
    return sum(values, mpf(0)) / len(values)


def activate(name, x):
    if name == "relu":
        return x if x > 0 else mpf(0)
    return mp.tanh(x) if name == "tanh" else 1 / (1 + mp.exp(-x))


def affine(layer, rows):
    return [[g * v + b for g, v, b in zip(layer["gamma"], row, layer["beta"])] for row in rows]


def over_units(norm, layer, z, shared):
    """layer, rms and group: statistics of one example."""
    groups = norm.get("groups", 1) if norm["type"] == "group" else 1
    means, variances, out = [], [], []
    for row in z:
        size = len(row) // groups
        means.append([])
        variances.append([])
        out.append([])
        for k in range(groups):
            part = row[k * size:(k + 1) * size]
            mu = mpf(0) if norm["type"] == "rms" else mean(part)
            var = mean([(v - mu) ** 2 for v in part])
            means[-1].append(mu)
            variances[-1].append(var)
            out[-1] += [(v - mu) / mp.sqrt(var + norm["eps"]) for v in part]
    if norm["type"] == "group":
        trace = {"mean": means, "var": variances}
    elif norm["type"] == "layer":
        trace = {"mean": [m[0] for m in means], "var": [v[0] for v in variances]}
    else:
        trace = {"mean_square": [v[0] for v in variances]}
    return out, affine(layer, out), trace, None


def per_unit(z):
    columns = list(zip(*z))
    mu = [mean(c) for c in columns]
    return mu, [mean([(v - m) ** 2 for v in c]) for c, m in zip(columns, mu)]


def standardized(z, mu, var, eps):
    return [[(v - m) / mp.sqrt(s + eps) for v, m, s in zip(row, mu, var)] for row in z]


def corrected(var, m, shared):
    return [v * m / (m - 1) if shared["unbiased"] and m > 1 else v for v in var]


def over_batch(norm, layer, z, shared):
    """batch, batch_renorm, ghost and mean_only: statistics of one unit. Returns what enters the running ones too."""
    kind, m = norm["type"], len(z)
    if not shared["train"]:
        running = layer["running"]
        if kind == "mean_only":
            out = [[v - mu for v, mu in zip(row, running["mean"])] for row in z]
            return out, [[v + b for v, b in zip(row, layer["beta"])] for row in out], {}, None
        out = standardized(z, running["mean"], running["var"], norm["eps"])
        return out, affine(layer, out), {}, None
    if kind == "ghost":
        starts = list(range(0, m, norm["ghost_size"]))
        if len(starts) > 1 and m - starts[-1] == 1:
            starts.pop()
        chunks = [z[a:b] for a, b in zip(starts, starts[1:] + [m])]
        stats = [per_unit(c) for c in chunks]
        out = []
        for c, (mu, var) in zip(chunks, stats):
            out += standardized(c, mu, var, norm["eps"])
        units = range(len(z[0]))
        weights = [mpf(len(c)) / m for c in chunks]
        new = {"mean": [sum(w * s[0][j] for w, s in zip(weights, stats)) for j in units],
               "var": [sum(w * corrected(s[1], len(c), shared)[j] for w, s, c in zip(weights, stats, chunks))
                       for j in units]}
        return out, affine(layer, out), {"mean": [s[0] for s in stats], "var": [s[1] for s in stats]}, new
    mu, var = per_unit(z)
    new = {"mean": mu, "var": corrected(var, m, shared)}
    trace = {"mean": mu, "var": var}
    if kind == "mean_only":
        out = [[v - a for v, a in zip(row, mu)] for row in z]
        return out, [[v + b for v, b in zip(row, layer["beta"])] for row in out], {"mean": mu}, {"mean": mu}
    out = standardized(z, mu, var, norm["eps"])
    if kind == "batch_renorm":
        if layer.get("frozen"):
            r, d = layer["frozen"]
        else:
            r, d = [], []
            for a, v, b, s in zip(mu, var, layer["running"]["mean"], layer["running"]["var"]):
                s = mp.sqrt(s + norm["eps"])
                warm = layer["steps"] >= norm.get("warmup_steps", 0)
                r.append(min(max(mp.sqrt(v + norm["eps"]) / s, 1 / norm["r_max"]), norm["r_max"]) if warm else mpf(1))
                d.append(min(max((a - b) / s, -norm["d_max"]), norm["d_max"]) if warm else mpf(0))
        out = [[a * v + b for a, v, b in zip(r, row, d)] for row in out]
        trace.update(r=r, d=d)
    return out, affine(layer, out), trace, new


def forward(net, x, train, nudge=None):
    """nudge: (layer, "z", "z_norm" or "z_tilde", example, unit, by) adds to one value on the way."""
    a, traces = x, []
    shared = {"train": train, "unbiased": net["unbiased"]}
    for l, (norm, layer) in enumerate(zip(net["norm"], net["layers"])):
        kind = norm["type"] if norm else "none"
        w = layer["W"]
        if kind == "weight":
            w = [[g * v / mp.sqrt(sum(u * u for u in row)) for v in row] for g, row in zip(layer["g"], w)]
        z = [[sum(wi * ai for wi, ai in zip(row, example)) for row in w] for example in a]
        if "b" in layer:
            z = [[v + b for v, b in zip(row, layer["b"])] for row in z]

        def nudged(what, rows):
            if nudge and nudge[0] == l and nudge[1] == what:
                rows = [list(r) for r in rows]
                rows[nudge[2]][nudge[3]] += nudge[4]
            return rows

        z = nudged("z", z)
        trace = {"z": z}
        if kind in ("none", "weight"):
            tilde, new = z, None
            if kind == "weight":
                trace["W_effective"] = w
        else:
            rule = over_units if kind in ("layer", "rms", "group") else over_batch
            normed, tilde, more, new = rule(norm, layer, z, shared)
            trace.update(more)
            trace["z_norm"] = normed
            if nudge and nudge[0] == l and nudge[1] == "z_norm":
                normed = nudged("z_norm", normed)
                tilde = ([[v + b for v, b in zip(row, layer["beta"])] for row in normed] if kind == "mean_only"
                         else affine(layer, normed))
        tilde = nudged("z_tilde", tilde)
        trace["z_tilde"] = tilde
        last = l == len(net["layers"]) - 1
        a = tilde if last else [[activate(net["activation"], v) for v in row] for row in tilde]
        if not last and net["activation"] == "relu":
            assert min(abs(v) for row in tilde for v in row) > mpf(10) ** -5, "too near the kink"
        trace["a"] = a
        trace["new"] = new
        traces.append(trace)
    return a, traces


def loss(kind, logits, y):
    if kind == "bce":
        return mean([mp.log(1 + mp.exp(row[0])) - t * row[0] for row, t in zip(logits, y)])
    if kind == "softmax":
        return mean([mp.log(sum(mp.exp(v) for v in row)) - row[t] for row, t in zip(logits, y)])
    return mean([(v - t) ** 2 for row, target in zip(logits, y) for v, t in zip(row, target)])


def output(kind, logits):
    if kind == "bce":
        return [[1 / (1 + mp.exp(-row[0]))] for row in logits]
    if kind == "softmax":
        return [[mp.exp(v) / sum(mp.exp(u) for u in row) for v in row] for row in logits]
    return logits


def names(layer):
    return [n for n in ("W", "g", "b", "gamma", "beta") if n in layer]


def places(value):
    return [(i, j) for i in range(len(value)) for j in range(len(value[i]))] if isinstance(value[0], list) else [
        (i,) for i in range(len(value))]


def get(value, at):
    return value[at[0]][at[1]] if len(at) == 2 else value[at[0]]


def put(value, at, v):
    if len(at) == 2:
        value[at[0]][at[1]] = v
    else:
        value[at[0]] = v


def like(value, number=mpf(0)):
    return [like(v, number) for v in value] if isinstance(value, list) else number


def gradients(net, kind, batch):
    freeze(net, batch)
    result = []
    for layer in net["layers"]:
        own = {}
        for name in names(layer):
            own[name] = like(layer[name])
            for at in places(layer[name]):
                value, losses = get(layer[name], at), []
                for sign in (1, -1):
                    put(layer[name], at, value + sign * H)
                    losses.append(loss(kind, forward(net, batch["x"], True)[0], batch["y"]))
                put(layer[name], at, value)
                put(own[name], at, (losses[0] - losses[1]) / (2 * H))
        result.append(own)
    return result


def freeze(net, batch):
    for layer in net["layers"]:
        layer.pop("frozen", None)
    for layer, trace in zip(net["layers"], forward(net, batch["x"], True)[1]):
        if "r" in trace:
            layer["frozen"] = (trace["r"], trace["d"])


def inner(net, kind, batch, l, what, shape):
    result = like(shape)
    for i, j in places(shape):
        plus, minus = (loss(kind, forward(net, batch["x"], True, (l, what, i, j, s * H))[0], batch["y"])
                       for s in (1, -1))
        result[i][j] = (plus - minus) / (2 * H)
    return result


def update(rule, t, p, g, state):
    lr, name = rule["lr"], rule["name"]
    if name == "sgd":
        return p - lr * g
    if name == "momentum":
        state[0] = rule["beta"] * state[0] + (1 - rule["beta"]) * g
        return p - lr * state[0]
    if name == "rmsprop":
        state[1] = rule["beta2"] * state[1] + (1 - rule["beta2"]) * g * g
        return p - lr * g / (mp.sqrt(state[1]) + rule["eps"])
    state[0] = rule["beta1"] * state[0] + (1 - rule["beta1"]) * g
    state[1] = rule["beta2"] * state[1] + (1 - rule["beta2"]) * g * g
    return p - lr * (state[0] / (1 - rule["beta1"] ** t)) / (mp.sqrt(state[1] / (1 - rule["beta2"] ** t)) + rule["eps"])


def exact(value):
    if isinstance(value, dict):
        return {k: exact(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [exact(v) for v in value]
    return mpf(value) if isinstance(value, float) else value


def rounded(value):
    if isinstance(value, dict):
        return {k: rounded(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [rounded(v) for v in value]
    return float(value) if isinstance(value, mpf) else value


def reals(value):
    return [reals(v) for v in value] if isinstance(value, list) else mpf(value)


def fixture(spec):
    kind, rule, decay = spec["loss"], exact(spec["optimizer"]), mpf(spec["weight_decay"])
    scope = spec["weight_decay_scope"]
    net = {"norm": exact(spec["norm"]), "activation": spec["activation"],
           "unbiased": spec["running_var"] == "unbiased", "layers": []}
    for l, init in enumerate(spec["init"]):
        layer = {k: reals(v) for k, v in init.items()}
        norm = net["norm"][l]
        if norm and norm["type"] in ("batch", "batch_renorm", "ghost", "mean_only"):
            units = len(init["W"])
            layer["running"] = {"mean": norm.get("running_mean0", [mpf(0)] * units)}
            if norm["type"] != "mean_only":
                layer["running"]["var"] = norm.get("running_var0", [mpf(1)] * units)
            layer["steps"] = 0
        net["layers"].append(layer)
    batches = [{"x": reals(b["x"]), "y": reals(b["y"]) if kind == "mse" else b["y"]} for b in spec["batches"]]
    report = spec["report"]
    eval_x = reals(report["eval_x"])
    eval_y = reals(report["eval_y"]) if kind == "mse" else report["eval_y"]
    expected = {"loss": [], "loss_total": [], "first_step_gradients": {"layers": []}, "trace": {}, "params_after": {},
                "running_after": {}, "eval": {}}

    def decays(name):
        return decay if name == "W" or scope == "all" else mpf(0)

    def note(step):
        if step in report["params_after"]:
            expected["params_after"][str(step)] = rounded(
                [{n: layer[n] for n in names(layer)} for layer in net["layers"]])
            expected["running_after"][str(step)] = rounded([layer.get("running") for layer in net["layers"]])
        if step in report["eval_after"]:
            logits, _ = forward(net, eval_x, False)
            expected["eval"][str(step)] = rounded(
                {"logits": logits, "output": output(kind, logits), "loss": loss(kind, logits, eval_y)})

    states = [{n: [[mpf(0), mpf(0)] for _ in places(layer[n])] for n in names(layer)} for layer in net["layers"]]
    note(0)
    for step, index in enumerate(spec["schedule"], 1):
        batch = batches[index]
        for layer in net["layers"]:
            layer.pop("frozen", None)
        logits, traces = forward(net, batch["x"], True)
        data = loss(kind, logits, batch["y"])
        squares = sum(decays(n) * get(layer[n], at) ** 2 for layer in net["layers"] for n in names(layer)
                      for at in places(layer[n]))
        expected["loss"].append(float(data))
        expected["loss_total"].append(float(data + squares / 2))
        if step == report["trace_step"]:
            expected["trace"] = rounded({"step": step, "layers": [
                {k: v for k, v in trace.items() if k != "new"} for trace in traces], "output": output(kind, logits)})
        slopes = gradients(net, kind, batch)
        if step == 1:
            for l, own in enumerate(slopes):
                to = {"d" + n: own[n] for n in own}
                if decay:
                    for n in own:
                        to["d" + n + "_total"] = like(own[n])
                        for at in places(own[n]):
                            put(to["d" + n + "_total"], at,
                                get(own[n], at) + decays(n) * get(net["layers"][l][n], at))
                for what in ("z", "z_norm", "z_tilde"):
                    if what in traces[l]:
                        to["d" + what] = inner(net, kind, batch, l, what, traces[l]["z"])
                expected["first_step_gradients"]["layers"].append(rounded(to))
        for layer, norm, trace, own, state in zip(net["layers"], net["norm"], traces, slopes, states):
            layer.pop("frozen", None)
            if trace["new"]:
                for name, new in trace["new"].items():
                    old = layer["running"][name]
                    layer["running"][name] = [(1 - norm["momentum"]) * a + norm["momentum"] * b
                                              for a, b in zip(old, new)]
                layer["steps"] += 1
            for n in names(layer):
                for at, s in zip(places(layer[n]), state[n]):
                    p = get(layer[n], at)
                    put(layer[n], at, update(rule, step, p, get(own[n], at) + decays(n) * p, s))
        note(step)
    return {"schema": 1, "name": spec["name"], "about": spec["about"], "spec": spec, "expected": expected,
            "rounding": {"tolerance": 1e-10}}


def problem(name, about, layers, activation, norm, kind, optimizer, sizes, seed, steps=9, decay=0.0, scope="weights",
            running="biased", trace=4, points=5):
    rng = random.Random(seed)
    normal = rng.gauss
    init = []
    for n_in, n_out, given in zip(layers, layers[1:], norm):
        own = {"W": [[normal(0, n_in ** -0.5) for _ in range(n_in)] for _ in range(n_out)]}
        kind_of = given["type"] if given else "none"
        if kind_of == "weight":
            own["g"] = [1 + 0.3 * normal(0, 1) for _ in range(n_out)]
        if kind_of in ("none", "weight") or kind_of in ("layer", "rms", "group") and given.get("bias", True):
            own["b"] = [0.4 * normal(0, 1) for _ in range(n_out)]
        if kind_of not in ("none", "weight", "mean_only"):
            own["gamma"] = [1 + 0.3 * normal(0, 1) for _ in range(n_out)]
        if kind_of not in ("none", "weight"):
            own["beta"] = [0.3 * normal(0, 1) for _ in range(n_out)]
        init.append(own)

    def examples(count):
        x = [[normal(0, 1) for _ in range(layers[0])] for _ in range(count)]
        if kind == "mse":
            return x, [[normal(0, 1) for _ in range(layers[-1])] for _ in range(count)]
        return x, [rng.randrange(max(2, layers[-1])) for _ in range(count)]

    batches = [dict(zip("xy", examples(m))) for m in sizes]
    eval_x, eval_y = examples(points)
    return {"name": name, "about": about, "layers": layers, "activation": activation, "norm": norm,
            "running_var": running, "loss": kind, "optimizer": optimizer, "weight_decay": decay,
            "weight_decay_scope": scope, "init": init, "batches": batches,
            "schedule": [i % len(sizes) for i in range(steps)],
            "report": {"params_after": [0, 1, 2, steps], "trace_step": trace, "eval_after": [0, 1, steps],
                       "eval_x": eval_x, "eval_y": eval_y}}


SGD = {"name": "sgd", "lr": 0.3}
MOMENTUM = {"name": "momentum", "lr": 0.3, "beta": 0.8}
ADAM = {"name": "adam", "lr": 0.03, "beta1": 0.9, "beta2": 0.99, "eps": 1e-6}
RMSPROP = {"name": "rmsprop", "lr": 0.02, "beta2": 0.9, "eps": 1e-4}
OVER_BATCH = {"eps": 1e-4, "momentum": 0.3}

PROBLEMS = [
    problem("own-norm-1-rms-relu-adam-softmax", "RMS norm, relu, Adam; the output layer has it too.", [3, 5, 4, 3], "relu",
            [{"type": "rms", "eps": 1e-3}, {"type": "rms", "eps": 1e-5}, {"type": "rms", "eps": 0.1}], "softmax", ADAM,
            [5, 3, 1], 11),
    problem("own-norm-2-layer-no-bias-tanh-momentum-mse-l2-all", "Layer norm without a bias; L2 on every parameter.",
            [3, 5, 4, 2], "tanh", [{"type": "layer", "eps": 1e-4, "bias": False}, {"type": "layer", "eps": 1e-2}, None],
            "mse", MOMENTUM, [4, 5, 1], 12, decay=0.05, scope="all"),
    problem("own-norm-3-weight-tanh-adam-bce-l2-all", "Weight norm with Adam; L2 on v, g and b; the output layer too.",
            [2, 5, 4, 1], "tanh", [{"type": "weight"}] * 3, "bce", ADAM, [5, 4], 13, decay=0.02, scope="all"),
    problem("own-norm-4-mixed-sigmoid-rmsprop-softmax", "A different type on each layer, and RMSprop.",
            [3, 4, 5, 4, 6, 3], "sigmoid",
            [{"type": "batch_renorm", "r_max": 1.2, "d_max": 0.3, "warmup_steps": 2, **OVER_BATCH},
             {"type": "layer", "eps": 1e-3}, {"type": "weight"},
             {"type": "group", "groups": 2, "eps": 1e-3}, {"type": "none"}], "softmax", RMSPROP, [5, 4], 14, steps=7),
    problem("own-norm-5-ghost-tanh-sgd-bce", "Ghost of 3 in batches of 7, 5 and 2: a last chunk of one joins its "
            "neighbour; unbiased running variance.", [2, 4, 3, 1], "tanh",
            [{"type": "ghost", "ghost_size": 3, **OVER_BATCH}, {"type": "ghost", "ghost_size": 2, **OVER_BATCH}, None],
            "bce", SGD, [7, 5, 2], 15, running="unbiased", trace=4),
    problem("own-norm-6-renorm-one-example-tanh-sgd-bce", "Batch renormalization in batches of 1 and 4, with running "
            "statistics of its own to begin with and no warm-up: of one example z_norm is d.", [2, 4, 3, 1], "tanh",
            [{"type": "batch_renorm", "r_max": 2.0, "d_max": 1.0, "running_mean0": [0.1, -0.2, 0.3, 0.0],
              "running_var0": [0.5, 1.5, 1.0, 0.7], **OVER_BATCH},
             {"type": "batch_renorm", "r_max": 1.5, "d_max": 0.5, "warmup_steps": 0, **OVER_BATCH}, None],
            "bce", SGD, [1, 4, 1], 16, running="unbiased", trace=4),
    problem("own-norm-7-mean-only-relu-momentum-mse-l2", "Mean-only batch norm, initial running mean, L2 on W.",
            [3, 5, 4, 2], "relu", [{"type": "mean_only", "momentum": 0.25, "running_mean0": [0.2, 0.1, 0.0, -0.3, 0.4]},
                                   {"type": "mean_only", "momentum": 0.1}, None], "mse", MOMENTUM, [5, 6, 1], 17,
            decay=0.03),
    problem("own-norm-8-group-no-bias-tanh-adam-softmax", "Group norm, three groups of two and two of three; no bias on "
            "one of the layers.", [3, 6, 6, 3], "tanh",
            [{"type": "group", "groups": 3, "eps": 0.05, "bias": False}, {"type": "group", "groups": 2, "eps": 1e-4},
             None], "softmax", ADAM, [4, 3], 18, steps=7),
]

if __name__ == "__main__":
    for spec in PROBLEMS:
        path = os.path.join(sys.argv[1], spec["name"] + ".json")
        with open(path, "w", encoding="ascii") as file:
            json.dump(fixture(spec), file, separators=(",", ":"))
            file.write("\n")
        print(path)

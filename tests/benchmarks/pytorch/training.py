#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""Speed of PyTorch on the network of training-benchmark.cc: configuration (c).

    training.py [THREADS [EPOCHS]]

Six devices, each ConvP(4) and its own exit; local exit: greatest score; cloud: the devices' maps
stacked, ConvP(16), exit. Binary weights and activations with straight-through gradients, Adam,
all parameters clamped to [-1, 1], batches of 32 of 680 samples of random pixels; at the end the
statistics of the batch normalizations are estimated again. The six devices are one grouped
convolution and one batched product, which is the fastest form that we found.
"""
import sys
import time

import torch
from torch.nn import functional

DEVICES, FILTERS, CLASSES, SAMPLES, BATCH = 6, 4, 3, 680, 32


class Sign(torch.autograd.Function):
    """+1 where x >= 0, else -1; the gradient passes where |x| <= bound."""

    @staticmethod
    def forward(ctx, x, bound):
        ctx.bound = bound
        ctx.save_for_backward(x)
        return torch.where(x >= 0, 1.0, -1.0)

    @staticmethod
    def backward(ctx, gradient):
        (x,) = ctx.saved_tensors
        return gradient * (x.abs() <= ctx.bound), None


class Network(torch.nn.Module):
    def __init__(self):
        super().__init__()

        def weights(*shape, inputs):
            return torch.nn.Parameter(torch.randn(*shape) / inputs**0.5)

        def norm(module, channels):
            return module(channels, eps=2e-5)

        maps = DEVICES * FILTERS
        self.device = weights(maps, 3, 3, 3, inputs=27)
        self.device_norm = norm(torch.nn.BatchNorm2d, maps)
        self.device_exit = weights(DEVICES, FILTERS * 256, CLASSES, inputs=FILTERS * 256)
        self.device_exit_norm = norm(torch.nn.BatchNorm1d, DEVICES * CLASSES)
        self.cloud = weights(16, maps, 3, 3, inputs=9 * maps)
        self.cloud_norm = norm(torch.nn.BatchNorm2d, 16)
        self.cloud_exit = weights(CLASSES, 1024, inputs=1024)
        self.cloud_exit_norm = norm(torch.nn.BatchNorm1d, CLASSES)

    @staticmethod
    def conv_pool(x, weight, norm, groups):
        binary = Sign.apply(weight, float("inf"))
        pooled = functional.max_pool2d(
            functional.conv2d(x, binary, padding=1, groups=groups), 3, 2, 1
        )
        return Sign.apply(norm(pooled), 1.0)

    def forward(self, views):
        """Views (N, 18, 32, 32) -> scores of the devices (N, 6, 3), and of the cloud (N, 3)."""
        count = views.shape[0]
        maps = self.conv_pool(views, self.device, self.device_norm, DEVICES)
        rows = maps.reshape(count, DEVICES, -1).transpose(0, 1)
        scores = torch.bmm(rows, Sign.apply(self.device_exit, float("inf"))).transpose(0, 1)
        scores = self.device_exit_norm(scores.reshape(count, -1))
        deep = self.conv_pool(maps, self.cloud, self.cloud_norm, 1)
        cloud = deep.reshape(count, -1) @ Sign.apply(self.cloud_exit, float("inf")).t()
        return scores.reshape(count, DEVICES, CLASSES), self.cloud_exit_norm(cloud)


def loss_of(devices, cloud, labels, view_labels):
    """Cross entropy of the exits and of every device over the views that it sees (label >= 0)."""
    entropy = functional.cross_entropy
    loss = entropy(devices.max(1)[0], labels) + entropy(cloud, labels)
    for i in range(DEVICES):
        loss = loss + entropy(devices[:, i], view_labels[:, i], ignore_index=-1)
    return loss


def train_epoch(network, optimizer, views, labels, view_labels):
    for chosen in torch.randperm(SAMPLES).split(BATCH):
        optimizer.zero_grad()
        devices, cloud = network(views[chosen])
        loss_of(devices, cloud, labels[chosen], view_labels[chosen]).backward()
        optimizer.step()
        with torch.no_grad():
            for parameter in network.parameters():
                parameter.clamp_(-1, 1)


def estimate_statistics(network, views):
    """The statistics of all samples as one batch replace the running ones."""
    norms = [m for m in network.modules() if isinstance(m, torch.nn.modules.batchnorm._BatchNorm)]
    for norm in norms:
        norm.momentum = 1.0
    with torch.no_grad():
        network(views)


def main():
    threads = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    epochs = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    views = torch.randint(0, 256, (SAMPLES, DEVICES * 3, 32, 32)) / 255
    labels = torch.randint(0, CLASSES, (SAMPLES,))
    view_labels = labels[:, None].repeat(1, DEVICES)
    network = Network()
    optimizer = torch.optim.Adam(network.parameters(), lr=0.001)
    begin = time.perf_counter()
    for _ in range(epochs):
        train_epoch(network, optimizer, views, labels, view_labels)
    estimate_statistics(network, views)
    seconds = time.perf_counter() - begin
    print(f"{threads} threads, {epochs} epochs of {SAMPLES} samples: {seconds:.2f} s")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""Speed of PyTorch on the network of inference-benchmark.cc: configuration (c), one sample at a time.

    inference.py [THREADS]

Prints six-view samples a second of the device sections, and of the whole network with both exits.
The weights are binarized beforehand.
"""
import sys
import time

import torch
from torch.nn import functional

from training import CLASSES, DEVICES, Network

SECONDS, REPETITIONS = 0.4, 5


def sign(x):
    return torch.where(x >= 0, 1.0, -1.0)


class FrozenNetwork:
    """The trained network with constant signs for weights and no autograd functions."""

    def __init__(self, network):
        network.eval()
        self.network = network
        self.device = sign(network.device.detach())
        self.device_exit = sign(network.device_exit.detach())
        self.cloud = sign(network.cloud.detach())
        self.cloud_exit = sign(network.cloud_exit.detach()).t()

    @staticmethod
    def conv_pool(x, weight, norm, groups):
        convolved = functional.conv2d(x, weight, padding=1, groups=groups)
        return sign(norm(functional.max_pool2d(convolved, 3, 2, 1)))

    def run_devices(self, views):
        count = views.shape[0]
        maps = self.conv_pool(views, self.device, self.network.device_norm, DEVICES)
        rows = maps.reshape(count, DEVICES, -1).transpose(0, 1)
        scores = torch.bmm(rows, self.device_exit).transpose(0, 1).reshape(count, -1)
        scores = self.network.device_exit_norm(scores)
        return maps, scores.reshape(count, DEVICES, CLASSES)

    def run(self, views):
        maps, scores = self.run_devices(views)
        deep = self.conv_pool(maps, self.cloud, self.network.cloud_norm, 1)
        cloud = self.network.cloud_exit_norm(deep.reshape(views.shape[0], -1) @ self.cloud_exit)
        return scores.max(1)[0], cloud


def measure(function, views):
    """Calls a second: the median of some repetitions."""
    function(views)
    rates = []
    for _ in range(REPETITIONS):
        calls, begin = 0, time.perf_counter()
        while time.perf_counter() - begin < SECONDS:
            function(views)
            calls += 1
        rates.append(calls / (time.perf_counter() - begin))
    return sorted(rates)[REPETITIONS // 2]


def main():
    threads = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    views = torch.randint(0, 256, (1, DEVICES * 3, 32, 32)) / 255
    network = FrozenNetwork(Network())
    with torch.no_grad():
        devices = measure(network.run_devices, views)
        whole = measure(network.run, views)
    print(f"{threads} threads: device sections {devices:.0f}/s, whole network {whole:.0f}/s")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-only
"""Our speed beside that of PyTorch, measured in turn on this machine.

    compare.py BUILD_DIRECTORY [EPOCHS]

Training: seconds for EPOCHS epochs, 10 or 100 (which is the default), on one and on two threads.
Inference: six-view samples a second, one sample at a time; ours always on one thread. Needs the
benchmark programs of the build directory (Google Benchmark), and a Python that has torch.
"""
import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def run_ours(build, program, pattern):
    """Name and label of each benchmark that matches, and its result."""
    path = pathlib.Path(build) / "tests" / "benchmarks" / program
    output = run(str(path), f"--benchmark_filter={pattern}", "--benchmark_format=json")
    return json.loads(output)["benchmarks"]


def run_torch(script, *arguments):
    """The numbers after a colon or in front of '/s'."""
    output = run(sys.executable, str(HERE / script), *map(str, arguments))
    return [float(number) for number in re.findall(r"([\d.]+)(?: s|/s)\b", output)]


def compare_training(build, threads, epochs):
    name = f"Training/threads:{threads}/epochs:{epochs}/"
    ours = run_ours(build, "training-benchmark", name)[0]["real_time"]
    (torch,) = run_torch("training.py", threads, epochs)
    print(f"{'training, ' + str(epochs) + ' epochs':32}{threads:8}{ours:10.2f} s{torch:10.2f} s"
          f"{torch / ours:8.1f}")


def compare_inference(build, threads):
    for name, torch in zip(("RunDeviceSections", "RunWholeNetwork"),
                           run_torch("inference.py", threads)):
        ours = max(result["items_per_second"] for result in
                   run_ours(build, "inference-benchmark", name + "/") if
                   result["label"] != "reference")
        print(f"{name:32}{threads:8}{ours:10.0f}/s{torch:11.0f}/s{ours / torch:8.1f}")


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    epochs = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    print(f"{'':32}{'threads':>8}{'ours':>12}{'PyTorch':>12}{'ratio':>8}")
    for threads in (1, 2):
        compare_training(sys.argv[1], threads, epochs)
        compare_inference(sys.argv[1], threads)


if __name__ == "__main__":
    main()

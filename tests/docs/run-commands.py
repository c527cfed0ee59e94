#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-only
"""Runs every command of the documentation, in order, and compares the output where it is shown.

    run-commands.py SOURCE DDNNSIM

A fenced block `sh` holds commands; a block `text` behind it holds the output of the last one. The
commands run in a copy of what a user has: scenarios/ and build/ddnnsim. ./quickstart.sh stands for
the simulation at its end: set-up and building have been done when this runs.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

QUICKSTART = {
    "./quickstart.sh": "build/ddnnsim run scenarios/figure2/*.yaml --out results/figure2 --force",
    "./quickstart.sh test": "true",
}


def find_blocks(text):
    """(kind, content) of every fenced block `sh` or `text`, in order."""
    return re.findall(r"^```(sh|text)\n(.*?)^```$", text, re.M | re.S)


def run(line, folder):
    command = QUICKSTART.get(line, line)
    result = subprocess.run(command, shell=True, cwd=folder, capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(f"'{line}' failed with {result.returncode}:\n{result.stderr}")
    return result.stdout


def check(page, folder):
    output = ""
    count = 0
    for kind, content in find_blocks(page.read_text()):
        if kind == "text":
            if output.strip() != content.strip():
                sys.exit(f"{page.name}: the output shown is\n{content}\nbut it is\n{output}")
            continue
        for line in content.splitlines():
            output = run(line, folder)
            count += 1
    return count


def main():
    source, ddnnsim = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "build").mkdir()
        (folder / "build" / "ddnnsim").symlink_to(ddnnsim)
        (folder / "scenarios").symlink_to(source.resolve() / "scenarios")
        pages = [source / "README.md", *sorted((source / "docs").glob("*.md"))]
        count = sum(check(page, folder) for page in pages)
    print(f"{count} commands of {len(pages)} pages run as documented")
    if count < 5:
        sys.exit("that is too few: are the fences still the same?")


main()

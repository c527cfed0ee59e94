#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-only
"""Compares the columns of the csv files with those that docs/results.md explains.

    check-columns.py SOURCE
"""
import pathlib
import re
import sys

source = pathlib.Path(sys.argv[1])
page = (source / "docs" / "results.md").read_text()
bad = 0
for section in re.split(r"^##+ ", page, flags=re.M)[1:]:
    name, _, text = section.partition("\n")
    if not name.endswith(".csv"):
        continue
    rows = re.findall(r"^\| (`.*?) \|", text, re.M)
    explained = [column for row in rows for column in re.findall(r"`(\w+)`", row)]
    golden = next((source / "tests" / "golden").glob(f"*/{name}"))
    with open(golden, encoding="utf-8") as file:
        written = file.readline().strip().split(",")
    if explained != written:
        bad += 1
        print(f"{name}: explained {explained}, written {written}")
sys.exit(bad)

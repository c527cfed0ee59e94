# SPDX-License-Identifier: GPL-2.0-only
"""Numpy's side of the tests of .npz files.

    numpy-files.py write FILE stored|deflated     write what the reader must understand
    numpy-files.py check FILE                     check the arrays that the writer wrote
    numpy-files.py check-dataset FILE             check a data set that we wrote
"""
import io
import sys
import zipfile

import numpy as np


def npy(array, version):
    stream = io.BytesIO()
    np.lib.format.write_array(stream, array, version=version)
    return stream.getvalue()


def write(path, how):
    numbers = np.arange(24).reshape(2, 3, 4)
    arrays = {t: numbers.astype(t) for t in ("f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8")}
    for t in ("f4", "f8", "i2", "i4", "i8", "u2", "u4", "u8"):
        arrays["big_" + t] = numbers.astype(">" + t)
    arrays["fortran"] = np.asfortranarray(numbers.astype("f4"))
    arrays["big_fortran"] = np.asfortranarray(numbers.astype(">i4"))
    arrays["scalar"] = np.array(7, "i8")
    arrays["empty"] = np.zeros((0, 3), "f4")
    arrays["negative"] = np.array([-128, -1, 127], "i8")
    arrays["large"] = np.array([0, 2**63], "u8")
    arrays["bool"] = np.array([True, False])
    arrays["complex"] = np.array([1j])
    arrays["string"] = np.array(["car", "bus"])
    arrays["structured"] = np.zeros(2, [("a", "f4"), ("b", "i4")])
    arrays["object"] = np.array([None, 1], object)
    (np.savez if how == "stored" else np.savez_compressed)(path, **arrays)
    with zipfile.ZipFile(path, "a") as archive:
        for version in (2, 3):
            archive.writestr("version%d.npy" % version, npy(numbers.astype("f4"), (version, 0)))
        archive.writestr("note.json", '{"a": 1}')


def check(path):
    with np.load(path) as data:
        f, i, u, s = data["floats"], data["ints"], data["bytes"], data["scalar"]
        assert f.dtype == np.float32 and f.shape == (2, 3), (f.dtype, f.shape)
        assert (f == np.array([[0, 0.5, -1], [2, 1e30, -0.125]], np.float32)).all(), f
        assert i.dtype == np.int32 and i.shape == (2,) and (i == [-(2**31), 2**31 - 1]).all(), i
        assert u.dtype == np.uint8 and u.shape == (3, 1) and (u.ravel() == [0, 7, 255]).all(), u
        assert s.dtype == np.int32 and s.shape == () and s == 3, s
        assert data["empty"].shape == (0, 4)
        assert data["note.json"] == b'{"a": 1}', data["note.json"]
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert all(m.date_time == (1980, 1, 1, 0, 0, 0) for m in archive.infolist())
        assert all(m.compress_type == zipfile.ZIP_DEFLATED for m in archive.infolist())


def check_dataset(path):
    with np.load(path) as data:
        X, y, label, split = (data[k] for k in ("X", "y", "label", "split"))
    assert (X.dtype, y.dtype, label.dtype, split.dtype) == (np.float32, np.int32, np.int32, np.uint8)
    assert X.shape == (3, 2, 3, 2, 2) and y.shape == (3, 2) and label.shape == split.shape == (3,)
    assert X.min() >= 0 and X.max() <= 1 and (y == [[1, 3], [3, 2], [0, 0]]).all(), y
    assert (X[0, 0] == (np.arange(12) * 20 / np.float32(255)).astype("f4").reshape(3, 2, 2)).all()
    assert (label == [1, 2, 0]).all() and (split == [0, 1, 0]).all()


if __name__ == "__main__":
    {"write": write, "check": check, "check-dataset": check_dataset}[sys.argv[1]](*sys.argv[2:])

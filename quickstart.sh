#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-only
# Sets up, builds, and simulates the six topologies of the paper's Figure 2.
#
#   ./quickstart.sh         set-up, build, simulation; results in results/figure2/
#   ./quickstart.sh test    set-up, build, every test
set -euo pipefail
cd "$(dirname "$0")"

build_packages=(g++ cmake ninja-build pkg-config libns3-dev libeigen3-dev
  libboost-program-options-dev libboost-dev libyaml-cpp-dev nlohmann-json3-dev libzip-dev
  libpng-dev libsqlite3-dev libkainjow-mustache-dev)
test_packages=(libgtest-dev libgmock-dev libopenmpi-dev openmpi-bin python3 python3-numpy
  clang-format-14 chromium librsvg2-bin)
# Brings the libraries of the report. Debian's conflicts with a Node.js from elsewhere, which has its own.
command -v npm >/dev/null || build_packages+=(npm)

fail() {
  echo "quickstart.sh: $*" >&2
  exit 1
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    fail "installing packages needs root or sudo; ask for: ${missing[*]}"
  fi
}

is_installed() {
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

install_missing() {
  missing=()
  for package in "$@"; do
    is_installed "$package" || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  echo "Installing from Debian: ${missing[*]}"
  as_root apt-get update -qq || fail "'apt-get update' failed; needed: ${missing[*]}"
  for package in "${missing[@]}"; do
    [ -n "$(apt-cache madison "$package" 2>/dev/null)" ] ||
      fail "package '$package' cannot be had here (made for Debian 12)"
  done
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null ||
    fail "could not install all of: ${missing[*]}"
}

# $1: ON to build the tests, too; $2: what to build, everything if not given
build() {
  cmake -S . -B build -G Ninja -DBUILD_TESTING="$1" >build.log 2>&1 ||
    { tail -n 20 build.log >&2; fail "configuration failed (build.log)"; }
  cmake --build build ${2:+--target "$2"}
}

command -v apt-get >/dev/null || fail "apt-get not found: made for Debian 12"
case "${1:-}" in
  "")
    install_missing "${build_packages[@]}"
    build OFF ddnnsim
    build/ddnnsim run scenarios/figure2/*.yaml --out results/figure2 --force
    ;;
  test)
    install_missing "${build_packages[@]}" "${test_packages[@]}"
    build ON
    ctest --test-dir build --output-on-failure --parallel "$(($(nproc) + 1))"
    ;;
  *)
    fail "unknown word '$1', expected nothing or 'test'"
    ;;
esac

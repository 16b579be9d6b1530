#!/bin/bash
# tests/gpu/carry.sh FOLDER: the libraries of Debian 12 that a machine with PyTorch alone has not: header-only ones,
# GoogleTest and zlib, with what CMake reads of them. FOLDER travels; build.sh looks into it.
set -eu
out=${1:?FOLDER}
system=lib/x86_64-linux-gnu
mkdir -p "$out/include" "$out/share/cmake" "$out/$system/cmake"
cp -rL /usr/include/{nlohmann,tl,CLI,gtest,gmock,zlib.h,zconf.h} "$out/include/"
cp -rL /usr/share/cmake/{nlohmann_json,tl-expected,CLI11} "$out/share/cmake/"
cp -rL "/usr/$system/cmake/GTest" "$out/$system/cmake/"
cp -L /usr/$system/lib{z,gtest,gtest_main,gmock,gmock_main}.a "$out/$system/"

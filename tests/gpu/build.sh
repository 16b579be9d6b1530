#!/bin/bash
# tests/gpu/build.sh [TARGET…]: all and gpu_report where none is named: the `nets` preset against the LibTorch of
# `python3 -c 'import torch'`, in build-nets.
# The published LibTorch carries oneDNN's headers but not its library, and parts of an older C++ library that must not
# come before the compiler's own: so without oneDNN, and with libstdc++ first. What its own libraries lack (a newer NCCL)
# is not for our linker to ask.
# CARRIED: what carry.sh gathered, where Debian's packages are missing. JOBS: compilers at once.
set -eu
cd "$(dirname "$0")/../.."
torch=$(${PYTHON:-python3} -c 'import torch; print(torch.utils.cmake_prefix_path)')
export TORCH_CUDA_ARCH_LIST=${TORCH_CUDA_ARCH_LIST:-9.0}
carried=()
prefix=$torch
if [ -n "${CARRIED:-}" ]; then
    at=$(realpath "$CARRIED")
    prefix="$torch;$at;$at/lib/x86_64-linux-gnu"
    carried=(-DZLIB_INCLUDE_DIR="$at/include" -DZLIB_LIBRARY="$at/lib/x86_64-linux-gnu/libz.a")
fi
nvcc=$(command -v nvcc || ls /usr/local/cuda/bin/nvcc 2>/dev/null || true)
cmake --preset nets -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_CUDA_STANDARD=17 ${nvcc:+-DCMAKE_CUDA_COMPILER="$nvcc"} \
    -DPATCHLIGHT_DNNL_LIBRARY= -DCMAKE_EXE_LINKER_FLAGS="-Wl,--no-as-needed,-lstdc++,--as-needed,--allow-shlib-undefined" "${carried[@]}"
[ $# -gt 0 ] || set -- all gpu_report
ninja -k 0 -C build-nets -j "${JOBS:-$(nproc)}" "$@"

#!/usr/bin/env bash
# resources/models/train-default.sh TINY_IMAGENET DEIT_TINY OUT: the commands that made the default model.
# TINY_IMAGENET is the data set's folder (train/, val/), DEIT_TINY the teacher's checkpoint folder, OUT a folder for
# everything made (2 GB). Needs the command line (build/bin) and, on a machine with a GPU, tests/gpu/build.sh.
# The recipe, every number of it, is in tests/gpu/train.sh; on an NVIDIA H200 it takes seven minutes.
set -euo pipefail
here=$(cd "$(dirname "$0")/../.." && pwd)
mkdir -p "$3"
cli=${PATCHLIGHT_CLI:-$here/build/bin/patchlight-cli}
"$cli" train "$1" --class-names "$here/resources/models/classes-200.txt" --data-size 64 --pack "$3/data200.plpack"
PICTURES=$(realpath "$3/data200.plpack") TEACHER=$(realpath "$2") OUT=$(realpath "$3") TUNING=3 GUIDED=6 EPOCHS=28 \
    "$here/tests/gpu/train.sh"

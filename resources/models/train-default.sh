#!/usr/bin/env bash
# resources/models/train-default.sh TINY_IMAGENET DEIT_TINY OUT: the commands that made the default model.
# TINY_IMAGENET is the data set's folder (train/, val/), DEIT_TINY the teacher's checkpoint folder, OUT an empty folder
# for everything made: about 10 GB, most of it the teacher's answers, kept so that they are computed once.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
pictures=$(realpath "$1") teacher=$(realpath "$2")
mkdir -p "$3" && cd "$3"
cli=${PATCHLIGHT_CLI:-$here/../../build/bin/patchlight-cli}

train() { # DATA TEACHER_CACHE, then what the stages differ in
    local data=$1 cache=$2
    shift 2
    "$cli" train "$data" --teacher "$teacher" --teacher-labels "$here/../labels/imagenet-1k.tsv" \
        --teacher-cache "$cache" --teacher-batch 64 --width 192 --depth 6 --heads 3 --patch 8 \
        --batch 64 --lr-batch 64 --weight-decay 0.05 --clip 1 --ema 0.998 --crop-min 0.35 --rand-operations 0 \
        --colour-jitter 0.3 --mixup 0 --cutmix 1 --erasing 0 --repeats 1 --label-smoothing 0.1 --keep-patches 0.5 \
        --alpha 0.7 --temperature 2 --features 4 --seed 1 --threads 2 "$@"
}

"$cli" train "$pictures" --class-names "$here/classes-200.txt" --data-size 64 --pack data200.plpack
"$cli" train "$pictures" --classes "$here/classes-24.txt" --data-size 64 --pack data24.plpack

# From random weights, on all 200 classes, at 64 pixels.
train data200.plpack teacher200.safetensors --out stage1 --image-size 64 \
    --epochs 9 --lr 1e-3 --warm-up 0.3 --drop-path 0 --mix-probability 0.25
# The 24 classes.
train data24.plpack teacher24.safetensors --out stage2 --init stage1 --image-size 64 \
    --epochs 30 --lr 5e-4 --warm-up 1 --drop-path 0.05 --mix-probability 0.5
# The same at 128 pixels, for a grid of 16 × 16 patches.
train data24.plpack teacher24.safetensors --out stage3 --init stage2 --image-size 128 \
    --epochs 14 --lr 3e-4 --warm-up 1 --drop-path 0.05 --mix-probability 0.5
echo "the default model is in $PWD/stage3"

#!/bin/bash
# tests/gpu/train.sh: the default model on a GPU in minutes: DeiT-tiny is fine-tuned to the 200 classes, then teaches a
# network of its own shape that starts from drawn weights. Needs build.sh patchlight_train (or PROGRAM) before it.
#   PICTURES  packed file of pictures.py pack, or of patchlight-cli train --pack
#   TEACHER   folder of DeiT-tiny (model.safetensors, config.json)
#   OUT       where models and logs go; refreshed every 20 s, so that a run that is cut off leaves a usable model
#   WORK      where the runs lie with their states (default: OUT/work)
#   TUNING, GUIDED, EPOCHS   epochs of the teacher's fine-tuning, of guided blocks, of the student in all
#   BATCH, DEVICE, PRECISION for a trial elsewhere
set -euo pipefail
cd "$(dirname "$0")/../.."
program=${PROGRAM:-build-nets/bin/patchlight-train}
out=${OUT:?folder}
work=${WORK:-$out/work}
labels=resources/labels/imagenet-1k.tsv
common=(--device "${DEVICE:-cuda}" --precision "${PRECISION:-bf16-all}" --batch "${BATCH:-512}" --lr-batch 512 --seed 1
    --width 192 --depth 12 --heads 3 --drop-path 0 --rand-operations 0 --erasing 0 --repeats 1 --clip 1
    --checkpoint-minutes 1000 --overwrite)
mkdir -p "$out" "$work"

gather() {
    cp "$work/student/model.safetensors" "$out/model.safetensors.new" 2>/dev/null && mv "$out"/model.safetensors{.new,} || true
    cp "$work/teacher/model.safetensors" "$out/teacher.safetensors.new" 2>/dev/null && mv "$out"/teacher.safetensors{.new,} || true
    tar -C "$work" --exclude=training.safetensors --exclude=model.safetensors -cf "$out/rest.tar" . 2>/dev/null || true
}
(while sleep 20; do gather; done) &
gatherer=$!
trap 'kill $gatherer 2>/dev/null; gather' EXIT

if [ "${TUNING:-4}" -gt 0 ]; then
    "$program" "$PICTURES" --out "$work/teacher" "${common[@]}" --init "$TEACHER" --teacher-labels "$labels" \
        --image-size 256 --patch 16 \
        --epochs "${TUNING:-4}" --lr 3e-4 --warm-up 0.3 --final-lr 1e-6 --weight-decay 0.05 --ema 0.99 \
        --crop-min 0.35 --colour-jitter 0.2 --mixup 0.2 --cutmix 1 --mix-probability 0.5 --label-smoothing 0.1 \
        --checkpoint-epochs 100 2>&1 | tee "$work/teacher.txt"
fi
"$program" "$PICTURES" --out "$work/student" "${common[@]}" --image-size 64 --patch 4 \
    --teacher "${STUDENT_TEACHER:-$work/teacher}" --live --blocks 4 --guided-epochs "${GUIDED:-6}" --alpha 0.7 --temperature 2 \
    --epochs "${EPOCHS:-30}" --lr 1.5e-3 --warm-up 1 --final-lr 1e-6 --weight-decay 0.05 --beta2 0.99 --ema 0.998 \
    --crop-min 0.35 --colour-jitter 0.2 --mixup 0.2 --cutmix 1 --mix-probability 0.6 --label-smoothing 0.1 \
    --checkpoint-epochs 3 2>&1 | tee "$work/student.txt"

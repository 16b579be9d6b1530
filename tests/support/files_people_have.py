#!/usr/bin/env python3
"""files_people_have.py CLI CASES [zh_CN]: the table of the guide's page on models, from what `inspect --json` says.

CASES is a folder of small checkpoints like those people really have, one folder a case. Each kind is a row: what of it was
read, inferred and assumed, and what was left out or said. The guide's pages hold this table as it is printed.
"""
import json
import re
import subprocess
import sys
from pathlib import Path

# English, Chinese; the cases that are of this kind, the first stands for all; its file; options.
KINDS = [
    ("Hugging Face folder, several labels at once", "Hugging Face 文件夹，多标签", "L01", "", ""),
    ("Hugging Face folder, regression", "Hugging Face 文件夹，回归", "L02", "", ""),
    ("one output, nothing said of it", "只有一个输出，没有说明", "L03", "", ""),
    ("torchvision fine-tune with `heads.weight`", "torchvision 微调，`heads.weight`", "L04", "*.pth", ""),
    ("torchvision fine-tune with Dropout and Linear as head", "torchvision 微调，头部为 Dropout 加 Linear", "L05a", "*.pth", ""),
    ("torchvision fine-tune with an MLP as head", "torchvision 微调，头部为 MLP", "L06a", "*.pth", ""),
    ("training checkpoint (epoch, optimiser, scheduler)", "训练检查点（轮次、优化器、调度器）", "L07a L07d L08", "*", "--heads 3"),
    ("Lightning checkpoint", "Lightning 检查点", "L09", "*.ckpt", "--heads 3"),
    ("pickle with objects of other classes", "含有其他类对象的 pickle", "L44c_labelencoder L44a_pathlib_local L44b_torchversion "
     "L44f_trainingargs L44o_datetime", "ck.pth", "--heads 3"),
    ("raw and averaged weights in one file", "同一文件中有原始与平均权重", "L43", "*.tar", "--heads 3"),
    ("somebody's own wrapper round a timm ViT", "他人对 timm ViT 的封装", "L25c L25f", "*.ckpt", "--heads 3"),
    ("timm folder with `model_args`", "带 `model_args` 的 timm 文件夹", "L11", "", ""),
    ("DINOv2 classifier, Hugging Face", "DINOv2 分类器（Hugging Face）", "L12", "", ""),
    ("DINOv2 backbone and linear head, .pth", "DINOv2 骨干与线性头部（.pth）", "L13", "*.pth", "--heads 3"),
    ("DINOv3 in Hugging Face names", "Hugging Face 命名的 DINOv3", "L48", "", ""),
    ("DINO or iBOT teacher with its projection head", "DINO 或 iBOT 教师网络，带投影头", "L19b", "*.pth", "--heads 3"),
    ("jeonsworld's ViT", "jeonsworld 的 ViT", "L14", "*.bin", "--heads 3"),
    ("lucidrains' vit-pytorch", "lucidrains 的 vit-pytorch", "L15", "*.pt", "--heads 3"),
    ("one channel, with config.json", "单通道，有 config.json", "L16a", "", ""),
    ("one channel, weights alone", "单通道，仅有权重", "L16c", "*.pth", "--heads 3"),
    ("PEFT adapter without its base", "缺少基础网络的 PEFT 适配器", "L17a", "", ""),
    ("PEFT adapter with its base", "PEFT 适配器与基础网络", "L17a", "", "--base {cases}/L17base"),
    ("preprocessor_config.json counts", "preprocessor_config.json 有效", "L45 L22-a_clip_int L22-c_norescale", "", ""),
    ("class names in `label2id` alone", "类别名仅在 `label2id` 中", "L30", "checkpoint-500/*.safetensors", ""),
    ("somebody's own 1,000 classes", "他人自己的 1,000 个类别", "L40", "*.pth", "--heads 3"),
    ("named post-norm (config.json), sizes of a plain ViT", "config.json 指明后归一化，尺寸同普通 ViT", "T01", "", ""),
    ("named a network with rotary positions", "指明使用旋转位置的网络", "T02 T04", "", ""),
    ("sizes only in the architecture's name", "尺寸只在架构名中", "T07", "", ""),
]
FACTS = {"depth": ("depth", "深度"), "width": ("width", "宽度"), "patch": ("patch", "图块"), "image_size": ("input size", "输入尺寸"),
         "classes": ("classes", "类别数"), "heads": ("heads", "头数"), "pooling": ("pooling", "汇聚"), "outputs": ("outputs", "输出含义"),
         "channels": ("channels", "通道"), "layer_norm_eps": ("norm ε", "归一化 ε"), "activation": ("activation", "激活"),
         "profile": ("preprocessing", "预处理"), "class_names": ("class names", "类别名"), "weights": ("weights", "权重")}
SIZES = ("depth", "width", "patch", "image_size", "classes")
HEADINGS = (("file", "read", "inferred", "assumed", "left out, said"), ("文件", "读取", "推断", "假定", "未用与说明"))
ORIGINS = ("read", "inferred", "assumed")
# What the program says, in Chinese.
SAID = [(r"the number of heads is in no file; (\d+) are assumed, and every number depends on it; --heads gives the right one",
         r"头数不在任何文件中；假定为 \1，所有数值都取决于它；可用 `--heads` 给出"),
        (r"the head's activation is in no file; ReLU is assumed", r"头部的激活函数不在任何文件中；假定为 ReLU"),
        (r"a PEFT adapter \(LoRA, (\d+) tensors\) was merged with its base (.*)", r"PEFT 适配器（LoRA，\1 个张量）已与基础网络 \2 合并"),
        (r"(\S+) cannot be opened alone: it is a PEFT adapter \((\w+)\) of the network '(.*)', which was not found; give that "
         r"network with --base", r"\1 不能单独打开：它是网络 '\3' 的 PEFT 适配器（\2），而该网络未找到；请用 `--base` 给出"),
        (r"objects of (.*) in the pickle were left alone", r"pickle 中 \1 的对象未被触动"),
        (r"the averaged weights \(EMA\) are used, as timm does; --weights raw takes the others",
         r"与 timm 一样使用平均权重（EMA）；`--weights raw` 使用原始权重")]


def inspected(cli, cases, case, pattern, options):
    folder = Path(cases) / case
    model = next(iter(sorted(p for p in folder.glob(pattern) if p.is_file())), folder) if pattern else folder
    words = options.format(cases=cases).split()
    ran = subprocess.run([cli, "inspect", str(model), "--json", "--quiet", *words], capture_output=True, text=True, check=False)
    if ran.returncode:
        return None, ran.stderr.split("error: ", 1)[-1].strip().replace(str(model) + "/", "").replace(str(folder) + "/", "")
    return json.loads(ran.stdout), ""


def facts_of(described, origin, language):
    """The facts of that origin; sizes that all have it are one word. A value that was given stands among those read."""
    origins = described["origin"]
    wanted = [f for f in FACTS if origins.get(f) == origin or (origin == "read" and origins.get(f) == "given")]
    if not described["class_names"]:
        wanted = [f for f in wanted if f != "class_names"]
    words = []
    if all(f in wanted for f in SIZES):
        words.append(("sizes", "各尺寸")[language])
        wanted = [f for f in wanted if f not in SIZES]
    given = (" (given)", "（给定）")[language]
    return ("、" if language else ", ").join(words + [FACTS[f][language] + (given if origins[f] == "given" else "") for f in wanted])


def said(note, language):
    for pattern, chinese in SAID if language else []:
        note = re.sub(pattern, chinese, note)
    return note


def left_out(described, language):
    kinds = {}
    for name in described["ignored"]:
        parts = name.split(".")
        shown = parts[0] + ".*" if len(described["ignored"]) > 12 else ".".join(parts[:3]) + (".*" if len(parts) > 3 else "")
        kinds[shown] = kinds.get(shown, 0) + 1
    words = [f"`{name}`" + (f" ({count})" if count > 1 else "") for name, count in kinds.items()]
    words += [said(note, language) for note in described["notes"]]
    return ("；" if language else "; ").join(words)


def main():
    cli, cases = sys.argv[1:3]
    language = int(sys.argv[3:4] == ["zh_CN"])
    print("| " + " | ".join(HEADINGS[language]) + " |\n|" + "---|" * 5)
    for kind in KINDS:
        described, refusal = inspected(cli, cases, kind[2].split()[0], *kind[3:])
        refused = ("refused: ", "拒绝：")[language]
        cells = (["", "", "", refused + said(refusal, language)] if described is None else
                 [facts_of(described, o, language) for o in ORIGINS] + [left_out(described, language)])
        print("| " + " | ".join([kind[language], *(c.replace(cases + "/", "").replace("|", "\\|") for c in cells)]) + " |")


main()

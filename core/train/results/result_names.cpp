// core/train/results/result_names.cpp
#include "core/train/results/result_names.h"

namespace patchlight
{

std::vector<std::string> trainingResults()
{
    return {"model.safetensors", "training.safetensors", "config.json", "curve.svg", "README.md", "log.csv",
        "log.jsonl"};
}

}

// core/engine/analysis.h: everything known of one picture under one model; immutable, shared by threads.
#pragma once
#include "core/base/file_identity.h"
#include "core/base/image.h"
#include "core/base/model_config.h"
#include "core/base/nd_array.h"
#include "core/base/token_layout.h"
#include "core/explain/perturbation/interventions.h"
#include "core/image/input_geometry.h"
#include "core/record/attention_record.h"
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace patchlight
{

/// What the window's model panel, `inspect` and provenance say.
struct ModelInfo {
    ModelConfig config;
    std::string title; ///< "DeiT-tiny/16" or the file's name
    std::filesystem::path path; ///< as given; empty for the embedded default
    std::vector<std::filesystem::path> files; ///< every file read
    std::vector<FileIdentityPtr> identities; ///< of `files`, as they were read
    std::string container;
    std::vector<std::string> unwrapped, ignored;
    std::vector<std::string> notes; ///< what a user must know of how it was read
    std::string weights; ///< "ema" or "raw" where the file holds both
    std::vector<std::vector<float>> temperatures; ///< of cosine attention, [block][head]; empty without
    std::int64_t parameters = 0;
    double loadMilliseconds = 0;
    bool embedded = false;
};
using ModelInfoPtr = std::shared_ptr<const ModelInfo>;

struct Prediction {
    ClassIndex index;
    std::string name; ///< the class name, or its number
    float probability = 0; ///< as ModelConfig::outputs: softmax over all classes, a sigmoid, or 0 (values)
    float logit = 0; ///< the number itself
};

struct Timings {
    double read = 0, preprocess = 0, forward = 0; ///< milliseconds
};

struct Analysis {
    std::string name; ///< file name, or "pasted picture"
    std::filesystem::path file; ///< empty when pasted
    std::vector<std::string> notes; ///< what a user must know of how the picture was read
    FileIdentityPtr identity; ///< of `file`, as it was read; null when pasted
    Image picture; ///< upright original
    Image seen; ///< what the network saw, before normalisation
    NdArray input; ///< [1, 3, H, W], normalised
    InputGeometry geometry;
    TokenLayout tokens;
    NdArray logits, logitsClass, logitsDistillation; ///< [1, C] or empty
    std::vector<Prediction> predictions; ///< all classes, most probable first; empty without a head
    std::vector<Prediction> predictionsClass, predictionsDistillation; ///< distilled nets
    NdArray features; ///< tokens after the final norm: [1, T, D]; Swin [1, rows, columns, D]
    NdArray embedding; ///< [1, D], or [1, E] in a space shared with words: nets without classes
    NdArray featureMap; ///< [1, C, rows, columns], before any last norm: convolutional networks
    AttentionRecord record{TokenLayout{}, {}};
    ModelInfoPtr model;
    std::string device, precision;
    int threads = 0;
    Timings ms;
    Interventions interventions; ///< empty for an untouched run
    std::shared_ptr<const Analysis> untouched; ///< the run without them; null for an untouched run
};
using AnalysisPtr = std::shared_ptr<const Analysis>;

/// A class before and after an intervention.
struct ProbabilityChange {
    ClassIndex index;
    std::string name;
    float before = 0, after = 0; ///< softmax over all classes
    float logitBefore = 0, logitAfter = 0;
};

/// The `top` most probable classes of the untouched run, then those of the run that are not among them; empty for an
/// untouched run or without a head.
std::vector<ProbabilityChange> probabilityChanges(const Analysis& analysis, int top);

}

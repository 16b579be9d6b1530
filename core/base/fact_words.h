// core/base/fact_words.h: the words of a model's facts, in JSON, tables, options and our own profile files. Those of
// families: core/base/family.h.
#pragma once
#include "core/base/model_config.h"
#include "core/base/precision.h"
#include "core/base/words.h"

namespace patchlight
{

template <> struct Words<Activation> {
    static constexpr WordTable<Activation, 3> table{
        {{Activation::Gelu, "gelu"}, {Activation::GeluTanh, "gelu_tanh"}, {Activation::QuickGelu, "quick_gelu"}}};
};
template <> struct Words<Pooling> {
    static constexpr WordTable<Pooling, 6> table{
        {{Pooling::ClassToken, "class_token"}, {Pooling::ClassAndDistillation, "class_and_distillation"},
            {Pooling::AveragePatches, "average"}, {Pooling::ClassAndPatches, "class_and_average"},
            {Pooling::LastClassesAndPatches, "last_classes_and_average"}, {Pooling::Probe, "attention_pool"}}};
};
template <> struct Words<Origin> {
    static constexpr WordTable<Origin, 4> table{{{Origin::Read, "read"}, {Origin::Inferred, "inferred"},
        {Origin::Assumed, "assumed"}, {Origin::Given, "given"}}};
};
template <> struct Words<Filter> {
    static constexpr WordTable<Filter, 5> table{{{Filter::Nearest, "nearest"}, {Filter::Bilinear, "bilinear"},
        {Filter::Bicubic, "bicubic"}, {Filter::Lanczos, "lanczos"}, {Filter::Box, "box"}}};
};
template <> struct Words<ResizeMode> {
    static constexpr WordTable<ResizeMode, 5> table{
        {{ResizeMode::Shorter, "shorter"}, {ResizeMode::Squash, "squash"}, {ResizeMode::Keep, "keep"},
            {ResizeMode::Longest, "longest"}, {ResizeMode::Patches, "patches"}}};
};
template <> struct Words<Outputs> {
    static constexpr WordTable<Outputs, 4> table{{{Outputs::Classes, "classes"}, {Outputs::Labels, "labels"},
        {Outputs::Values, "values"}, {Outputs::Logit, "logit"}}};
};
template <> struct Words<HeadActivation> {
    static constexpr WordTable<HeadActivation, 3> table{
        {{HeadActivation::Tanh, "tanh"}, {HeadActivation::Relu, "relu"}, {HeadActivation::Gelu, "gelu"}}};
};
template <> struct Words<Precision> {
    static constexpr WordTable<Precision, 3> table{
        {{Precision::Fp32, "fp32"}, {Precision::Bf16, "bf16"}, {Precision::Fp16, "fp16"}}};
};

}

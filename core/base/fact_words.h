// core/base/fact_words.h: the words of a model's facts, in JSON, tables, options and our own profile files.
#pragma once
#include "core/base/model_config.h"
#include "core/base/precision.h"
#include "core/base/words.h"

namespace patchlight
{

template <> struct Words<Family> {
    static constexpr WordTable<Family, 7> table{
        {{Family::Vit, "vit"}, {Family::Hybrid, "hybrid"}, {Family::Swin, "swin"}, {Family::SwinV2, "swinv2"},
            {Family::Cait, "cait"}, {Family::ResNet, "resnet"}, {Family::Bit, "bit"}}};
};
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
    static constexpr WordTable<ResizeMode, 2> table{{{ResizeMode::Shorter, "shorter"}, {ResizeMode::Squash, "squash"}}};
};
template <> struct Words<Precision> {
    static constexpr WordTable<Precision, 3> table{
        {{Precision::Fp32, "fp32"}, {Precision::Bf16, "bf16"}, {Precision::Fp16, "fp16"}}};
};

}

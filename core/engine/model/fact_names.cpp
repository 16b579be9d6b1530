// core/engine/model/fact_names.cpp
#include "core/engine/model/fact_names.h"
#include <array>
#include <utility>

namespace patchlight
{
namespace
{

template <class T, std::size_t N> using Words = std::array<std::pair<T, std::string_view>, N>;

constexpr Words<Family, 3> kFamilies{{{Family::Vit, "vit"}, {Family::Hybrid, "hybrid"}, {Family::Swin, "swin"}}};
constexpr Words<Activation, 3> kActivations{
    {{Activation::Gelu, "gelu"}, {Activation::GeluTanh, "gelu_tanh"}, {Activation::QuickGelu, "quick_gelu"}}};
constexpr Words<Pooling, 3> kPoolings{{{Pooling::ClassToken, "class_token"},
    {Pooling::ClassAndDistillation, "class_and_distillation"}, {Pooling::AveragePatches, "average"}}};
constexpr Words<Origin, 4> kOrigins{
    {{Origin::Read, "read"}, {Origin::Inferred, "inferred"}, {Origin::Assumed, "assumed"}, {Origin::Given, "given"}}};
constexpr Words<Filter, 5> kFilters{{{Filter::Nearest, "nearest"}, {Filter::Bilinear, "bilinear"},
    {Filter::Bicubic, "bicubic"}, {Filter::Lanczos, "lanczos"}, {Filter::Box, "box"}}};
constexpr Words<ResizeMode, 3> kModes{
    {{ResizeMode::Shorter, "shorter"}, {ResizeMode::Squash, "squash"}, {ResizeMode::Keep, "keep"}}};
constexpr Words<Outputs, 4> kOutputs{{{Outputs::Classes, "classes"}, {Outputs::Labels, "labels"},
    {Outputs::Values, "values"}, {Outputs::Logit, "logit"}}};
constexpr Words<HeadActivation, 3> kHeadActivations{
    {{HeadActivation::Tanh, "tanh"}, {HeadActivation::Relu, "relu"}, {HeadActivation::Gelu, "gelu"}}};
constexpr Words<Precision, 3> kPrecisions{
    {{Precision::Fp32, "fp32"}, {Precision::Bf16, "bf16"}, {Precision::Fp16, "fp16"}}};

template <class T, std::size_t N> std::string_view find(const Words<T, N>& words, T value)
{
    for (const auto& [each, word] : words)
        if (each == value)
            return word;
    return "unknown";
}

template <class T, std::size_t N> std::optional<T> findBack(const Words<T, N>& words, std::string_view wanted)
{
    for (const auto& [each, word] : words)
        if (word == wanted)
            return each;
    return std::nullopt;
}

}

std::string_view wordFor(Family value)
{
    return find(kFamilies, value);
}
std::string_view wordFor(Activation value)
{
    return find(kActivations, value);
}
std::string_view wordFor(Pooling value)
{
    return find(kPoolings, value);
}
std::string_view wordFor(Origin value)
{
    return find(kOrigins, value);
}
std::string_view wordFor(Filter value)
{
    return find(kFilters, value);
}
std::string_view wordFor(ResizeMode value)
{
    return find(kModes, value);
}
std::string_view wordFor(Outputs value)
{
    return find(kOutputs, value);
}
std::string_view wordFor(HeadActivation value)
{
    return find(kHeadActivations, value);
}
std::string_view wordFor(Precision value)
{
    return find(kPrecisions, value);
}
std::optional<Activation> activationByWord(std::string_view word)
{
    return findBack(kActivations, word);
}
std::optional<Precision> precisionByWord(std::string_view word)
{
    return findBack(kPrecisions, word);
}

}

// core/engine/picture/predictions.cpp
#include "core/engine/picture/predictions.h"
#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <sstream>

namespace patchlight
{
namespace
{

std::string nameOf(const std::vector<std::string>& names, int index)
{
    const auto i = static_cast<std::size_t>(index);
    return i < names.size() && !names[i].empty() ? names[i] : std::to_string(index);
}

double sigmoid(double x)
{
    return 1 / (1 + std::exp(-x));
}

std::string lower(std::string text)
{
    std::transform(
        text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

std::string trimmed(const std::string& text)
{
    const auto first = text.find_first_not_of(' ');
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

bool isOneOf(const std::string& synonyms, const std::string& wanted)
{
    if (synonyms == wanted)
        return true;
    std::istringstream parts(synonyms);
    for (std::string part; std::getline(parts, part, ',');)
        if (trimmed(part) == wanted)
            return true;
    return false;
}

std::optional<int> wholeNumber(const std::string& text)
{
    int value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc{} && read.ptr == text.data() + text.size() ? std::optional{value} : std::nullopt;
}

std::string similarNames(const ModelConfig& config, const std::string& wanted)
{
    std::string found;
    int count = 0;
    for (const auto& name : config.classNames)
        if (!wanted.empty() && count < 3 && lower(name).find(wanted) != std::string::npos) {
            found += (count++ == 0 ? "" : "; ") + name;
        }
    return found.empty() ? "" : " (similar: " + found + ")";
}

}

Result<void> checkFinite(const NdArray& logits)
{
    if (std::all_of(logits.values.begin(), logits.values.end(), [](float v) { return std::isfinite(v); }))
        return {};
    return fail(ErrorCode::Malformed,
        "the network's answer is not a number: its values overflow; use --precision fp32, or check its weights");
}

std::vector<float> probabilitiesOf(std::span<const float> values, Outputs outputs)
{
    std::vector<float> all(values.size(), 0.0F);
    const double top = *std::max_element(values.begin(), values.end());
    double sum = 0;
    for (const float logit : values)
        sum += std::exp(static_cast<double>(logit) - top);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double x = values[i];
        if (outputs == Outputs::Classes)
            all[i] = static_cast<float>(std::exp(x - top) / sum);
        else if (outputs != Outputs::Values)
            all[i] = static_cast<float>(sigmoid(x));
    }
    return all;
}

std::vector<Prediction> predictionsFrom(const NdArray& logits, const ModelConfig& config)
{
    const auto& values = logits.values;
    if (values.empty())
        return {};
    const auto probabilities = probabilitiesOf(values, config.outputs.value);
    std::vector<Prediction> all(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const int index = static_cast<int>(i);
        all[i] = {ClassIndex{index}, className(config, ClassIndex{index}), probabilities[i], values[i]};
    }
    std::stable_sort(
        all.begin(), all.end(), [](const Prediction& a, const Prediction& b) { return a.logit > b.logit; });
    return all;
}

std::string className(const ModelConfig& config, ClassIndex index)
{
    const bool named = !config.classNames.empty();
    return !named && config.classes.value == 1 ? "value" : nameOf(config.classNames, index.value);
}

Result<ClassIndex> findClass(const ModelConfig& config, const std::string& text)
{
    const int classes = config.classes.value;
    if (classes <= 0)
        return fail(ErrorCode::InvalidOption, "class \"" + text + "\": this model has no classification head");
    if (const auto number = wholeNumber(text)) {
        if (*number < 0 || *number >= classes)
            return fail(ErrorCode::InvalidOption,
                "class " + text + " is out of range: this model has classes 0 to " + std::to_string(classes - 1));
        return ClassIndex{*number};
    }
    const auto wanted = lower(trimmed(text));
    for (std::size_t i = 0; i < config.classNames.size(); ++i)
        if (isOneOf(lower(config.classNames[i]), wanted))
            return ClassIndex{static_cast<int>(i)};
    return fail(ErrorCode::InvalidOption,
        "class \"" + text + "\" is not one of this model's classes: give its index or its name"
            + similarNames(config, wanted));
}

}

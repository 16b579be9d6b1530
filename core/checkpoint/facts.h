// core/checkpoint/facts.h: small questions to canonical tensors, and how a stated fact meets a found one.
#pragma once
#include "core/base/model_config.h"
#include "core/base/result.h"
#include <ATen/core/Tensor.h>
#include <map>
#include <optional>
#include <string>

namespace patchlight
{

using TensorsByName = std::map<std::string, at::Tensor>;

/// Size of one axis of a tensor; nothing where the tensor or the axis is absent, or the size is no sensible int.
std::optional<int> sizeOf(const TensorsByName& tensors, const std::string& name, int axis);
/// One more than the largest number that '#' stands for among names that match `pattern`; 0 where none does.
int countOf(const TensorsByName& tensors, std::string_view pattern, std::size_t whichNumber = 0);
/// The side of a square number, or nothing.
std::optional<int> squareRoot(std::int64_t count);
/// A side of the input in pixels: `patches` · `patch`, or nothing where that is beyond kLongestSide.
std::optional<int> sideOf(std::int64_t patches, std::int64_t patch);

/// Read where config.json says the same, Inferred where it says nothing. Errors: Mismatch where it contradicts.
template <class T>
Result<Fact<T>> reconciled(
    const std::string& what, const T& found, const std::optional<T>& stated, const std::string& file)
{
    if (stated && *stated != found)
        return fail(ErrorCode::Mismatch,
            file + " and the config.json beside it disagree about the " + what
                + "; move config.json away if it belongs to another network");
    return Fact<T>{found, stated ? Origin::Read : Origin::Inferred};
}

/// Given before stated before the habit of the code base.
template <class T> Fact<T> chosen(const std::optional<T>& given, const std::optional<T>& stated, const T& habit)
{
    if (given)
        return {*given, Origin::Given};
    return stated ? Fact<T>{*stated, Origin::Read} : Fact<T>{habit, Origin::Assumed};
}

}

// core/checkpoint/layouts/recognise.h: which layout a file has, below its wrappers and prefixes.
#pragma once
#include "core/base/overrides.h"
#include "core/base/result.h"
#include "core/checkpoint/containers/stored_tensor.h"
#include "core/checkpoint/layouts/layout.h"
#include "core/checkpoint/layouts/places.h"
#include <vector>

namespace patchlight
{

/// A tensor under its name in the layout, wrappers and prefixes taken off.
struct NamedTensor {
    std::string name;
    const StoredTensor* stored;
};

/// One layer of a head that somebody put in the place of the layout's own, tensors that are absent null.
struct HeadPart {
    const StoredTensor *weight = nullptr, *bias = nullptr;
    const StoredTensor *mean = nullptr, *variance = nullptr; ///< a batch norm's
    int number = 0; ///< in its Sequential, where it has one
};

struct Recognised {
    const Layout* layout = nullptr;
    std::vector<NamedTensor> tensors;
    std::vector<HeadPart> head; ///< in order; empty where the layout's own rules know the head, or there is none
    std::vector<std::string> unwrapped; ///< outermost first: "model", "module."
    std::vector<std::string> ignored; ///< beside the network chosen, by their names in the file
    bool averaged = false; ///< these weights are a running average of the others
    bool otherWeights = false; ///< the file also holds the raw ones (or the average)
};

/// Finds the network wherever it lies. Of raw and averaged weights the average is taken, unless `given.weights` says
/// otherwise; of teacher and student the teacher. Errors: Unsupported: a known network that is not opened, or names
/// that fit no layout (lists some); InvalidOption: several networks (lists their prefixes), no such prefix or weights.
Result<Recognised> recognise(
    const std::vector<StoredTensor>& tensors, const Overrides& given, const std::string& file);

}

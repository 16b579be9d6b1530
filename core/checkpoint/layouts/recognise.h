// core/checkpoint/layouts/recognise.h: which layout a file has, below its wrappers and prefixes.
#pragma once
#include "core/base/result.h"
#include "core/checkpoint/containers/stored_tensor.h"
#include "core/checkpoint/layouts/layout.h"
#include <vector>

namespace patchlight
{

/// A tensor under its name in the layout, wrappers and prefixes taken off.
struct NamedTensor {
    std::string name;
    const StoredTensor* stored;
};

struct Recognised {
    const Layout* layout = nullptr;
    std::vector<NamedTensor> tensors;
    std::vector<std::string> unwrapped; ///< outermost first: "model", "module."
    std::vector<std::string> ignored; ///< beside the wrapper chosen, by their names in the file
};

/// Tries every wrapper (state_dict, model, teacher, …) and prefix (module., backbone., …) until a layout fits.
/// Errors: Unsupported: a known network that is not opened, or names that fit no layout (lists some).
Result<Recognised> recognise(const std::vector<StoredTensor>& tensors, const std::string& file);

/// As the file has it: scope and name.
std::string fullName(const StoredTensor& tensor);

}

// core/checkpoint/layouts/places.h: where in a file a network may lie, whatever wrappers and modules stand around it.
#pragma once
#include "core/checkpoint/containers/stored_tensor.h"
#include "core/checkpoint/layouts/layout.h"
#include <map>
#include <string>
#include <vector>

namespace patchlight
{

/// As the file has it: scope and name.
std::string fullName(const StoredTensor& tensor);

/// A tensor's full name without the components that wrapping classes put into it anywhere: "module", "_orig_mod",
/// "_fsdp_wrapped_module", …
std::string plainName(const StoredTensor& tensor);

/// `name` without the layout's own prefixes ("vit.", "encoder.layer."), each once, in their order.
std::string_view withoutOwnPrefixes(std::string_view name, const Layout& layout);

/// Everything whose plain name begins with `prefix` is one network of `layout`.
struct Place {
    std::string prefix; ///< ends in '.' or '/'; empty: the whole file
    const Layout* layout;
    std::size_t tensors;
};

/// Every place where all marks of a layout are found, outermost first; of places inside one another that differ only in
/// the layout's own prefixes the outer one. Cost: names × layouts × components of a name.
std::vector<Place> placesIn(const std::vector<std::string>& plainNames);

/// The layout as the network together with what stands right beside it tells it: DINO's head lies outside of its
/// backbone. Never one of another family, nor one that is refused.
const Layout* layoutBeside(const Place& place, const std::vector<std::string>& plainNames);

}

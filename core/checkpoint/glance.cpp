// core/checkpoint/glance.cpp
#include "core/checkpoint/glance.h"
#include "core/checkpoint/containers/container.h"
#include "core/checkpoint/layouts/name_pattern.h"
#include "core/checkpoint/layouts/recognise.h"
#include "core/checkpoint/stated_facts.h"
#include <algorithm>

namespace patchlight
{
namespace
{

/// The canonical name that the layout gives a tensor, and whether it turns it round.
struct Renamed {
    std::string name;
    bool turned = false;
};

Renamed renamed(const NamedTensor& tensor, const Layout& layout)
{
    for (const auto& rule : layout.rules)
        if (const auto match = matchName(rule.from, tensor.name))
            return {rule.to.empty() ? tensor.name : fillPattern(rule.to, *match), rule.change == Change::Transpose};
    return {tensor.name, false};
}

std::int64_t valuesIn(const StoredTensor& tensor)
{
    std::int64_t count = 1;
    for (const auto size : tensor.shape)
        count *= size;
    return count;
}

void lookAtTensors(const Recognised& recognised, Glance& glance)
{
    glance.layout = recognised.layout->name;
    glance.family = recognised.layout->family;
    glance.kin = recognised.layout->habits.kin;
    for (const auto& tensor : recognised.tensors) {
        const auto& shape = tensor.stored->shape;
        const auto as = renamed(tensor, *recognised.layout);
        glance.parameters += valuesIn(*tensor.stored);
        if (as.name == "head.weight" && !shape.empty())
            glance.classes = static_cast<int>(as.turned ? shape.back() : shape.front());
        if (as.name.starts_with("patch_embed.backbone.") && glance.family == Family::Vit)
            glance.family = Family::Hybrid;
    }
}

/// Shards and single files; an index is no weights.
std::uint64_t bytesOf(const std::vector<std::filesystem::path>& files)
{
    std::uint64_t total = 0;
    std::error_code error;
    for (const auto& file : files)
        if (const auto size = std::filesystem::file_size(file, error); !error && file.extension() != ".json")
            total += size;
    return total;
}

}

Result<std::optional<Glance>> glanceAt(const std::filesystem::path& path)
{
    const auto container = openContainer(path, {});
    if (!container)
        return fail(container.error());
    std::error_code error;
    std::vector<std::filesystem::path> read;
    const auto stated = readStatedFacts(std::filesystem::is_directory(path, error) ? path : path.parent_path(), read);
    const auto recognised = recognise(container->tensors, Overrides{}, path.string());
    if (!recognised)
        return std::optional<Glance>{};
    if (!stated)
        return fail(stated.error());
    Glance glance;
    glance.container = container->kind;
    glance.bytes = bytesOf(container->files);
    lookAtTensors(*recognised, glance);
    glance.architecture = stated->modelType.empty() ? stated->architecture : "";
    glance.input = stated->imageSize;
    if (!glance.classes)
        glance.classes = stated->classes;
    return std::optional{glance};
}

}

// core/checkpoint/containers/torch_tensors.cpp: from a pickle's values to named tensors.
#include "core/checkpoint/complaints.h"
#include "core/checkpoint/containers/pickle.h"
#include "core/checkpoint/containers/torch_pickle.h"
#include <algorithm>
#include <set>

namespace patchlight
{
namespace
{

constexpr int kDeepestModule = 48;
constexpr std::size_t kMostVisits = 1'000'000;
constexpr std::uint64_t kSharedFactor = 4; // weights that several names share count each time

class Walk
{
public:
    Walk(const Pickle& pickle, const StorageBytes& storages, std::size_t fileSize, const std::string& file)
        : m_pickle(pickle), m_storages(storages), m_file(file), m_bytesLeft(kSharedFactor * fileSize + kMemoryMargin)
    {
    }

    Result<std::vector<StoredTensor>> run()
    {
        if (!visit(m_pickle.root, {}, {}, 0))
            return fail(m_error);
        return std::move(m_tensors);
    }

private:
    /// Of all that is not a dictionary, object, list or tensor nothing is wanted.
    bool visit(ValueId id, const std::string& scope, const std::string& name, int depth)
    {
        const auto& value = m_pickle.values[id];
        m_visits += 1 + value.items.size();
        const bool tooDeep = depth > kDeepestModule || scope.size() + name.size() > 2 * kLongestName;
        if (tooDeep && m_objects > 0)
            return true; // a trainer that knows its model that knows its trainer
        if (tooDeep || m_visits > kMostVisits)
            return complain("its dictionaries are nested too deeply or hold too much");
        switch (value.kind) {
        case ValueKind::Tensor:
            return name.empty() || take(m_pickle.tensors[static_cast<std::size_t>(value.number)], scope, name);
        case ValueKind::Dict:
            return visitDict(value, join(scope, name), {}, depth);
        case ValueKind::Module:
            return visitObject(id, scope, name, depth);
        case ValueKind::Tuple:
        case ValueKind::List:
            for (std::size_t i = 0; i < value.items.size() && i < 64; ++i)
                if (isDict(value.items[i]) && !visit(value.items[i], join(scope, name), std::to_string(i), depth + 1))
                    return false;
            return true;
        default:
            return true;
        }
    }

    bool visitDict(const Value& dict, const std::string& scope, const std::string& name, int depth)
    {
        for (std::size_t i = 0; i + 1 < dict.items.size(); i += 2) {
            const auto& key = m_pickle.values[dict.items[i]];
            if (key.kind != ValueKind::Text || key.text.empty())
                continue; // an optimiser's state goes by numbers
            if (key.text.size() > kLongestName)
                return complain("it holds a name of " + std::to_string(key.text.size()) + " characters");
            if (!visit(dict.items[i + 1], scope, join(name, std::string(key.text)), depth + 1))
                return false;
        }
        return true;
    }

    /// Objects refer to each other as they like; each is looked into once.
    bool visitObject(ValueId id, const std::string& scope, const std::string& name, int depth)
    {
        if (!m_seen.insert(id).second)
            return true;
        ++m_objects;
        const auto& object = m_pickle.values[id];
        bool fine = true;
        for (std::size_t i = 0; fine && i + 1 < object.items.size(); i += 2) {
            const auto& key = m_pickle.values[object.items[i]];
            if (key.kind != ValueKind::Text || key.text.empty() || key.text.size() > kLongestName)
                continue;
            const auto& held = m_pickle.values[object.items[i + 1]];
            // torch.nn.Module keeps its state under these; in a state_dict they leave no trace.
            const bool state = key.text == "_parameters" || key.text == "_buffers" || key.text == "_modules";
            fine = state && held.kind == ValueKind::Dict
                ? visitDict(held, scope, name, depth + 1)
                : visit(object.items[i + 1], scope, join(name, std::string(key.text)), depth + 1);
        }
        --m_objects;
        return fine;
    }

    bool take(const PickledTensor& tensor, const std::string& scope, const std::string& name)
    {
        if (m_tensors.size() >= kMostTensors || scope.size() > kLongestName || name.size() > kLongestName)
            return complain("it holds too many tensors");
        StoredTensor stored;
        stored.scope = scope;
        stored.name = name;
        stored.dtype = tensor.dtype;
        stored.shape = tensor.shape;
        stored.strides = tensor.strides;
        if (!m_names.insert({scope, name}).second)
            return m_objects > 0 || complain("it names " + inQuotes(name) + " twice");
        if (!locate(tensor, stored))
            return false;
        m_tensors.push_back(std::move(stored));
        return true;
    }

    /// Cuts the tensor's reach out of its storage.
    bool locate(const PickledTensor& tensor, StoredTensor& stored)
    {
        const auto& storage = m_pickle.storages[tensor.storage];
        const auto found = m_storages.find(storage.key);
        if (found == m_storages.end())
            return complain("the storage of tensor " + inQuotes(stored.name) + " is missing");
        const auto size = static_cast<std::int64_t>(dtypeSize(tensor.dtype));
        const auto held = static_cast<std::int64_t>(found->second.bytes.size()) / size;
        const auto count = elementCount(tensor.shape, held);
        const auto reach = count ? reachOf(tensor, held) : std::nullopt;
        if (!reach || tensor.offset > held - *reach)
            return complain("tensor " + inQuotes(stored.name) + " of shape " + shapeText(tensor.shape)
                + " reaches outside its storage of " + std::to_string(held) + " values");
        const auto bytes = static_cast<std::uint64_t>(*count * size);
        if (bytes > m_bytesLeft)
            return complain("its tensors together are far larger than the file");
        m_bytesLeft -= bytes;
        stored.owner = found->second.owner;
        stored.bytes = found->second.bytes.subspan(
            static_cast<std::size_t>(tensor.offset * size), static_cast<std::size_t>(*reach * size));
        return true;
    }

    /// Elements from the first to the last, both included; nothing where that is more than `most`.
    static std::optional<std::int64_t> reachOf(const PickledTensor& tensor, std::int64_t most)
    {
        std::int64_t last = 0;
        for (std::size_t axis = 0; axis < tensor.shape.size(); ++axis) {
            if (tensor.shape[axis] == 0)
                return 0;
            const auto steps = tensor.shape[axis] - 1;
            if (steps > 0 && tensor.strides[axis] > (most - last) / steps)
                return std::nullopt;
            last += steps * tensor.strides[axis];
        }
        return last < most ? std::optional{last + 1} : std::nullopt;
    }

    bool isDict(ValueId id) const
    {
        const auto kind = m_pickle.values[id].kind;
        return kind == ValueKind::Dict || kind == ValueKind::Module;
    }

    static std::string join(const std::string& outer, const std::string& inner)
    {
        return outer.empty() || inner.empty() ? outer + inner : outer + "." + inner;
    }

    bool complain(const std::string& reason)
    {
        m_error = damaged(m_file, reason).value();
        return false;
    }

    const Pickle& m_pickle;
    const StorageBytes& m_storages;
    const std::string& m_file;
    std::uint64_t m_bytesLeft;
    std::size_t m_visits = 0;
    int m_objects = 0; ///< around what is visited
    std::set<ValueId> m_seen;
    std::set<std::pair<std::string, std::string>> m_names;
    std::vector<StoredTensor> m_tensors;
    Error m_error;
};

}

Result<TorchFile> contentOf(
    const Pickle& pickle, const StorageBytes& storages, std::size_t fileSize, const std::string& file)
{
    auto tensors = Walk(pickle, storages, fileSize, file).run();
    if (!tensors)
        return fail(tensors.error());
    if (tensors->empty() && !pickle.unknown.empty())
        return asksForCode(file, pickle.unknown.front());
    return TorchFile{std::move(*tensors), pickle.unknown, saidBeside(pickle)};
}

}

// core/checkpoint/containers/said_beside.cpp
#include "core/checkpoint/containers/said_beside.h"
#include <algorithm>
#include <iterator>

namespace patchlight
{
namespace
{

constexpr std::size_t kLongestText = 200;
constexpr std::size_t kMostClasses = 100'000;
/// Where scripts keep how they were called.
constexpr std::string_view kArguments[]{
    "args", "hyper_parameters", "hparams", "config", "cfg", "opt", "meta", "model_args", "dataset_meta"};
constexpr std::string_view kNameLists[]{"classes", "class_names", "CLASSES", "labels", "label_names", "classnames"};
constexpr std::string_view kNumberOfName[]{"class_to_idx", "label2id", "label_to_idx", "class2idx"};
constexpr std::string_view kNameOfNumber[]{"idx_to_class", "id2label", "idx2class", "idx_to_label"};

template <std::size_t N> bool isNamedIn(std::string_view key, const std::string_view (&list)[N])
{
    return std::find(std::begin(list), std::end(list), key) != std::end(list);
}

class Reader
{
public:
    explicit Reader(const Pickle& pickle) : m_pickle(pickle) { }

    SaidBeside read()
    {
        look(at(m_pickle.root), "", 0);
        return std::move(m_said);
    }

private:
    const Value& at(ValueId id) const { return m_pickle.values[id]; }

    void look(const Value& dict, const std::string& path, int depth)
    {
        if (dict.kind != ValueKind::Dict && dict.kind != ValueKind::Module)
            return;
        for (std::size_t i = 0; i + 1 < dict.items.size(); i += 2) {
            const auto& key = at(dict.items[i]);
            const auto& value = at(dict.items[i + 1]);
            if (key.kind != ValueKind::Text || key.text.size() > kLongestText)
                continue;
            if (value.kind == ValueKind::Text && value.text.size() <= kLongestText)
                m_said.texts.emplace(path + std::string(key.text), value.text);
            else if (m_said.classNames.empty())
                takeNames(key.text, value);
            if (depth < 2 && isNamedIn(key.text, kArguments))
                look(value, path + std::string(key.text) + ".", depth + 1);
        }
    }

    void takeNames(std::string_view key, const Value& value)
    {
        if (isNamedIn(key, kNameLists) && (value.kind == ValueKind::List || value.kind == ValueKind::Tuple))
            takeList(value);
        else if (isNamedIn(key, kNumberOfName) && value.kind == ValueKind::Dict)
            takePairs(value, 1, 0);
        else if (isNamedIn(key, kNameOfNumber) && value.kind == ValueKind::Dict)
            takePairs(value, 0, 1);
    }

    void takeList(const Value& list)
    {
        std::vector<std::string> names;
        for (const auto id : list.items) {
            if (at(id).kind != ValueKind::Text || names.size() >= kMostClasses)
                return;
            names.emplace_back(at(id).text);
        }
        m_said.classNames = std::move(names);
    }

    void takePairs(const Value& dict, std::size_t number, std::size_t name)
    {
        const auto count = dict.items.size() / 2;
        std::vector<std::string> names(std::min(count, kMostClasses));
        std::vector<bool> taken(names.size());
        for (std::size_t i = 0; i < names.size(); ++i) {
            const auto& index = at(dict.items[2 * i + number]);
            const auto& text = at(dict.items[2 * i + name]);
            const auto place = static_cast<std::size_t>(index.number);
            if (index.kind != ValueKind::Number || text.kind != ValueKind::Text || place >= names.size() || taken[place])
                return;
            names[place] = text.text;
            taken[place] = true;
        }
        if (names.size() == count)
            m_said.classNames = std::move(names);
    }

    const Pickle& m_pickle;
    SaidBeside m_said;
};

}

SaidBeside saidBeside(const Pickle& pickle)
{
    return Reader(pickle).read();
}

}

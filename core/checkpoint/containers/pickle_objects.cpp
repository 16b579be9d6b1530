// core/checkpoint/containers/pickle_objects.cpp: globals, calls and persistent ids of the pickle machine.
#include "core/checkpoint/complaints.h"
#include "core/checkpoint/containers/pickle_machine.h"
#include <algorithm>

namespace patchlight
{

bool PickleMachine::objects(char opcode)
{
    ValueId first = 0;
    ValueId second = 0;
    ValueId third = 0;
    switch (opcode) {
    case 'c': {
        const auto module = m_reader.line();
        const auto name = m_reader.line();
        return m_reader.ok() ? global(module, name)
                             : complain(ErrorCode::Unreadable, "its pickle breaks off in a name");
    }
    case '\x93':
        return pop(second) && pop(first)
            && (at(first).kind == ValueKind::Text && at(second).kind == ValueKind::Text
                    ? global(at(first).text, at(second).text)
                    : broken("its pickle names no global"));
    case 'R':
    case '\x81':
        return pop(second) && pop(first) && call(first, second);
    case '\x92':
        return pop(third) && pop(second) && pop(first) && call(first, second);
    case 'b':
        return pop(second) && pop(first) && build(first, second);
    case 'Q':
        return pop(first) && persistent(first);
    case 'i':
    case 'o':
    case 'P':
    case '\x82':
    case '\x83':
    case '\x84':
    case '\x97':
    case '\x98':
        return broken("its pickle uses opcode " + std::to_string(static_cast<unsigned char>(opcode))
            + ", which no state_dict needs");
    default:
        return memo(opcode);
    }
}

bool PickleMachine::global(std::string_view module, std::string_view name)
{
    constexpr std::size_t kMostNamed = 64;
    const auto found = findGlobal(module, name);
    const auto whole = std::string(module) + "." + std::string(name);
    if (found.kind == GlobalKind::Harmful) {
        m_failed = true;
        m_error = asksForCode(m_file, whole).value();
        return false;
    }
    if (!found.known && m_out.unknown.size() < kMostNamed
        && std::find(m_out.unknown.begin(), m_out.unknown.end(), whole) == m_out.unknown.end())
        m_out.unknown.push_back(whole);
    m_globals.push_back(found);
    return push({ValueKind::Global, static_cast<std::int64_t>(m_globals.size() - 1), {}, {}});
}

bool PickleMachine::call(ValueId callable, ValueId arguments)
{
    const bool ofObject = at(callable).kind == ValueKind::Module || at(callable).kind == ValueKind::Other;
    if ((at(callable).kind != ValueKind::Global && !ofObject) || at(arguments).kind != ValueKind::Tuple)
        return broken("its pickle calls something that is no function");
    const auto& given = at(arguments).items;
    if (ofObject)
        return object(given);
    const auto kind = m_globals[static_cast<std::size_t>(at(callable).number)].kind;
    switch (kind) {
    case GlobalKind::RebuildTensor:
        return rebuildTensor(given, false);
    case GlobalKind::RebuildTensorV3:
        return rebuildTensor(given, true);
    case GlobalKind::RebuildParameter:
        if (given.empty() || at(given[0]).kind != ValueKind::Tensor)
            return broken("its pickle makes a parameter of something that is no tensor");
        m_stack.push_back(given[0]);
        return true;
    case GlobalKind::RebuildFromType:
        if (given.size() < 3 || at(given[0]).kind != ValueKind::Global
            || m_globals[static_cast<std::size_t>(at(given[0]).number)].kind == GlobalKind::RebuildFromType)
            return broken("its pickle rebuilds a tensor from nothing");
        return call(given[0], given[2]);
    case GlobalKind::MakeDict:
        return makeDict(given);
    case GlobalKind::MakeTuple:
        if (given.size() != 1)
            return broken("its pickle makes a size of nothing");
        m_stack.push_back(given[0]);
        return true;
    case GlobalKind::Object:
        return object(given);
    default:
        return broken("its pickle calls a type of numbers");
    }
}

/// What an object was made from, under numbers: a dictionary among it may be the object's content.
bool PickleMachine::object(const std::vector<ValueId>& arguments)
{
    constexpr std::size_t kMostArguments = 16;
    static constexpr std::string_view kNumbers = "0123456789abcdef";
    const auto kept = std::vector<ValueId>(
        arguments.begin(), arguments.begin() + static_cast<std::ptrdiff_t>(std::min(arguments.size(), kMostArguments)));
    Value made{ValueKind::Module, 0, {}, {}};
    for (std::size_t i = 0; i < kept.size(); ++i) {
        const auto held = at(kept[i]).kind;
        if (held != ValueKind::Dict && held != ValueKind::Module && held != ValueKind::Tensor)
            continue;
        made.items.push_back(add({ValueKind::Text, 0, kNumbers.substr(i, 1), {}}));
        made.items.push_back(kept[i]);
    }
    return mayCopy(made.items.size()) && push(std::move(made));
}

/// A list that the memo holds can be copied by three bytes; without a limit a small file would fill the memory.
bool PickleMachine::mayCopy(std::size_t items)
{
    constexpr std::size_t kMostCopied = 1'000'000;
    m_copied += items;
    return m_copied <= kMostCopied
        || broken("its pickle copies more than " + std::to_string(kMostCopied) + " items between collections");
}

/// OrderedDict() or, from Python 2, OrderedDict([[key, value], …]).
bool PickleMachine::makeDict(const std::vector<ValueId>& arguments)
{
    std::vector<ValueId> items;
    if (!arguments.empty() && at(arguments[0]).kind == ValueKind::List)
        for (const auto pair : at(arguments[0]).items) {
            if (!mayCopy(2))
                return false;
            if (at(pair).items.size() != 2)
                return broken("its pickle makes a dictionary of something else than pairs");
            items.insert(items.end(), at(pair).items.begin(), at(pair).items.end());
        }
    return push({ValueKind::Dict, 0, {}, std::move(items)});
}

/// The state of an object is its attributes, or a pair of them with those in slots; that of others (a state_dict's
/// metadata) is not needed.
bool PickleMachine::build(ValueId object, ValueId state)
{
    m_stack.push_back(object);
    if (at(object).kind != ValueKind::Module)
        return true;
    if (at(state).kind == ValueKind::Tuple && at(state).items.size() == 2) {
        const auto parts = at(state).items;
        return attributesFrom(object, parts[0]) && attributesFrom(object, parts[1]);
    }
    return attributesFrom(object, state);
}

bool PickleMachine::attributesFrom(ValueId object, ValueId state)
{
    if (at(state).kind != ValueKind::Dict)
        return true;
    const auto items = at(state).items;
    return mayCopy(items.size()) && extend(object, items, true);
}

bool PickleMachine::numbersOf(ValueId id, std::vector<std::int64_t>& numbers)
{
    const auto& value = at(id);
    if ((value.kind != ValueKind::Tuple && value.kind != ValueKind::List) || value.items.size() > kMostAxes)
        return broken("its pickle gives a tensor no sensible shape");
    for (const auto item : value.items) {
        if (at(item).kind != ValueKind::Number || at(item).number < 0)
            return broken("its pickle gives a tensor a negative or no size");
        numbers.push_back(at(item).number);
    }
    return true;
}

bool PickleMachine::rebuildTensor(const std::vector<ValueId>& arguments, bool withType)
{
    if (arguments.size() < (withType ? 7U : 4U) || at(arguments[0]).kind != ValueKind::Storage
        || at(arguments[1]).kind != ValueKind::Number || at(arguments[1]).number < 0)
        return broken("its pickle builds a tensor of nothing");
    PickledTensor tensor;
    tensor.storage = static_cast<std::size_t>(at(arguments[0]).number);
    tensor.dtype = m_out.storages[tensor.storage].dtype;
    tensor.offset = at(arguments[1]).number;
    if (!numbersOf(arguments[2], tensor.shape) || !numbersOf(arguments[3], tensor.strides))
        return false;
    if (tensor.shape.size() != tensor.strides.size())
        return broken("its pickle gives a tensor as many sizes as it has no strides");
    if (withType) {
        const auto& type = at(arguments[6]);
        const auto known = type.kind == ValueKind::Global ? m_globals[static_cast<std::size_t>(type.number)] : Global{};
        if (known.kind != GlobalKind::ElementType)
            return broken("its pickle builds a tensor of no known type");
        tensor.dtype = known.dtype;
    }
    m_out.tensors.push_back(std::move(tensor));
    return push({ValueKind::Tensor, static_cast<std::int64_t>(m_out.tensors.size() - 1), {}, {}});
}

/// Legacy: None, or (key of the view, offset, count): the storage is a part of the one with the first key.
bool PickleMachine::viewOfStorage(ValueId metadata, PickledStorage& storage)
{
    const auto& view = at(metadata);
    if (view.kind == ValueKind::None)
        return true;
    if (view.kind != ValueKind::Tuple || view.items.size() != 3 || at(view.items[0]).kind != ValueKind::Text
        || at(view.items[1]).kind != ValueKind::Number || at(view.items[1]).number < 0)
        return broken("its pickle describes a part of a storage wrongly");
    storage.viewOf = storage.key;
    storage.key = at(view.items[0]).text;
    storage.viewOffset = at(view.items[1]).number;
    storage.count = at(view.items[2]).number;
    return (at(view.items[2]).kind == ValueKind::Number && storage.count >= 0)
        || broken("its pickle describes a part of a storage wrongly");
}

/// ('storage', class, key, device, elements[, view])
bool PickleMachine::persistent(ValueId id)
{
    const auto& items = at(id).items;
    const bool fits = at(id).kind == ValueKind::Tuple && items.size() >= 5 && at(items[0]).text == "storage"
        && at(items[1]).kind == ValueKind::Global && at(items[2]).kind == ValueKind::Text
        && at(items[4]).kind == ValueKind::Number && at(items[4]).number >= 0;
    const auto type = fits ? m_globals[static_cast<std::size_t>(at(items[1]).number)] : Global{};
    if (type.kind != GlobalKind::Storage)
        return broken("its pickle refers to something that is no storage");
    PickledStorage storage{at(items[2]).text, type.dtype, at(items[4]).number, {}, 0};
    if (items.size() > 5 && !viewOfStorage(items[5], storage))
        return false;
    m_out.storages.push_back(storage);
    return push({ValueKind::Storage, static_cast<std::int64_t>(m_out.storages.size() - 1), {}, {}});
}

}

// core/checkpoint/containers/pickle.cpp: opcodes and the stack.
#include "core/checkpoint/containers/pickle.h"
#include "core/checkpoint/complaints.h"
#include "core/checkpoint/containers/pickle_machine.h"
#include <charconv>

namespace patchlight
{
namespace
{

constexpr std::size_t kMostValues = 400'000;
constexpr std::size_t kDeepestMarks = 4096;

std::int64_t littleEndian(std::span<const std::byte> bytes)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < bytes.size() && i < 8; ++i)
        value |= std::to_integer<std::uint64_t>(bytes[i]) << (8 * i);
    if (!bytes.empty() && bytes.size() < 8 && std::to_integer<int>(bytes.back()) >= 128)
        value |= ~std::uint64_t{0} << (8 * bytes.size());
    return static_cast<std::int64_t>(value);
}

std::int64_t decimal(std::string_view line)
{
    std::int64_t value = 0;
    std::from_chars(line.data(), line.data() + line.size(), value);
    return value;
}

}

PickleMachine::PickleMachine(std::span<const std::byte> bytes, std::size_t position, const std::string& file)
    : m_reader(bytes, position), m_file(file)
{
}

bool PickleMachine::complain(ErrorCode code, const std::string& reason)
{
    if (!m_failed) {
        m_failed = true;
        m_error = code == ErrorCode::Unreadable ? cutOff(m_file, reason).value() : damaged(m_file, reason).value();
    }
    return false;
}

ValueId PickleMachine::add(Value value)
{
    m_out.values.push_back(std::move(value));
    return static_cast<ValueId>(m_out.values.size() - 1);
}

bool PickleMachine::push(Value value)
{
    if (m_out.values.size() >= kMostValues)
        return broken("its pickle builds more than " + std::to_string(kMostValues) + " values");
    m_stack.push_back(add(std::move(value)));
    return true;
}

bool PickleMachine::pop(ValueId& id)
{
    if (m_stack.empty() || (!m_marks.empty() && m_stack.size() <= m_marks.back()))
        return broken("its pickle takes more from the stack than it put there");
    id = m_stack.back();
    m_stack.pop_back();
    return true;
}

bool PickleMachine::popToMark(std::vector<ValueId>& items)
{
    if (m_marks.empty())
        return broken("its pickle lacks a mark");
    const auto begin = m_stack.begin() + static_cast<std::ptrdiff_t>(m_marks.back());
    items.assign(begin, m_stack.end());
    m_stack.erase(begin, m_stack.end());
    m_marks.pop_back();
    return true;
}

bool PickleMachine::collect(ValueKind kind, std::size_t count)
{
    Value value{kind, 0, {}, std::vector<ValueId>(count)};
    for (std::size_t i = count; i-- > 0;)
        if (!pop(value.items[i]))
            return false;
    return push(std::move(value));
}

bool PickleMachine::extend(ValueId id, const std::vector<ValueId>& items, bool pairs)
{
    auto& value = m_out.values[id];
    const bool isDict = value.kind == ValueKind::Dict || value.kind == ValueKind::Module;
    if (pairs && items.size() % 2 != 0)
        return broken("its pickle sets a key without a value");
    if ((pairs && isDict) || (!pairs && value.kind == ValueKind::List))
        value.items.insert(value.items.end(), items.begin(), items.end());
    else if (value.kind != ValueKind::Other && value.kind != ValueKind::Module)
        return broken("its pickle adds items to something that holds none");
    return true;
}

bool PickleMachine::store(std::uint64_t slot)
{
    if (m_stack.empty() || m_memo.size() >= kMostValues)
        return broken("its pickle remembers too much, or nothing");
    m_memo[slot] = m_stack.back();
    return true;
}

bool PickleMachine::recall(std::uint64_t slot)
{
    const auto found = m_memo.find(slot);
    if (found == m_memo.end())
        return broken("its pickle recalls something it never stored");
    m_stack.push_back(found->second);
    return true;
}

bool PickleMachine::number(char opcode)
{
    switch (opcode) {
    case 'N':
        return push({});
    case '\x88':
        return pushNumber(1);
    case '\x89':
        return pushNumber(0);
    case 'K':
        return pushNumber(m_reader.number<std::uint8_t>());
    case 'M':
        return pushNumber(m_reader.number<std::uint16_t>());
    case 'J':
        return pushNumber(m_reader.number<std::int32_t>());
    case 'I':
    case 'L':
        return pushNumber(decimal(m_reader.line()));
    case '\x8a':
        return pushNumber(littleEndian(m_reader.take(m_reader.number<std::uint8_t>())));
    case '\x8b':
        return pushNumber(littleEndian(m_reader.take(m_reader.number<std::uint32_t>())));
    case 'G':
        m_reader.take(8);
        return push({ValueKind::Other, 0, {}, {}});
    case 'F':
        m_reader.line();
        return push({ValueKind::Other, 0, {}, {}});
    default:
        return broken("its pickle holds the unknown opcode " + std::to_string(static_cast<unsigned char>(opcode)));
    }
}

bool PickleMachine::text(char opcode)
{
    switch (opcode) {
    case 'U':
    case 'C':
    case '\x8c':
        return pushText(m_reader.text(m_reader.number<std::uint8_t>()));
    case 'T':
    case 'B':
    case 'X':
        return pushText(m_reader.text(m_reader.number<std::uint32_t>()));
    case '\x8d':
    case '\x8e':
    case '\x96':
        return pushText(m_reader.text(m_reader.number<std::uint64_t>()));
    case 'V':
        return pushText(m_reader.line());
    case 'S': {
        const auto quoted = m_reader.line();
        return pushText(quoted.size() < 2 ? quoted : quoted.substr(1, quoted.size() - 2));
    }
    default:
        return number(opcode);
    }
}

bool PickleMachine::collection(char opcode)
{
    std::vector<ValueId> items;
    ValueId last = 0;
    switch (opcode) {
    case ')':
        return push({ValueKind::Tuple, 0, {}, {}});
    case ']':
        return push({ValueKind::List, 0, {}, {}});
    case '}':
        return push({ValueKind::Dict, 0, {}, {}});
    case '\x8f':
        return push({ValueKind::Other, 0, {}, {}});
    case '\x85':
        return collect(ValueKind::Tuple, 1);
    case '\x86':
        return collect(ValueKind::Tuple, 2);
    case '\x87':
        return collect(ValueKind::Tuple, 3);
    case 't':
        return popToMark(items) && push({ValueKind::Tuple, 0, {}, std::move(items)});
    case 'l':
        return popToMark(items) && push({ValueKind::List, 0, {}, std::move(items)});
    case 'd':
        return popToMark(items) && push({ValueKind::Dict, 0, {}, {}}) && extend(m_stack.back(), items, true);
    case '\x91':
        return popToMark(items) && push({ValueKind::Other, 0, {}, {}});
    case 'a':
        items.resize(1);
        return pop(items[0]) && pop(last) && extend(last, items, false) && (m_stack.push_back(last), true);
    case 's':
        items.resize(2);
        return pop(items[1]) && pop(items[0]) && pop(last) && extend(last, items, true)
            && (m_stack.push_back(last), true);
    case 'e':
    case '\x90':
        return popToMark(items) && pop(last) && extend(last, items, false) && (m_stack.push_back(last), true);
    case 'u':
        return popToMark(items) && pop(last) && extend(last, items, true) && (m_stack.push_back(last), true);
    default:
        return text(opcode);
    }
}

bool PickleMachine::memo(char opcode)
{
    switch (opcode) {
    case 'q':
        return store(m_reader.number<std::uint8_t>());
    case 'r':
        return store(m_reader.number<std::uint32_t>());
    case 'p':
        return store(static_cast<std::uint64_t>(decimal(m_reader.line())));
    case '\x94':
        return store(m_memo.size());
    case 'h':
        return recall(m_reader.number<std::uint8_t>());
    case 'j':
        return recall(m_reader.number<std::uint32_t>());
    case 'g':
        return recall(static_cast<std::uint64_t>(decimal(m_reader.line())));
    default:
        return collection(opcode);
    }
}

bool PickleMachine::step()
{
    const char opcode = static_cast<char>(m_reader.number<std::uint8_t>());
    if (!m_reader.ok())
        return complain(ErrorCode::Unreadable, "its pickle ends without a stop");
    ValueId ignored = 0;
    std::vector<ValueId> items;
    bool fine = true;
    switch (opcode) {
    case '\x80':
        fine = m_reader.number<std::uint8_t>() <= 5 || broken("its pickle has an unknown protocol");
        break;
    case '\x95':
        m_reader.number<std::uint64_t>();
        break;
    case '(':
        if (m_marks.size() >= kDeepestMarks)
            return broken("its pickle is nested too deeply");
        m_marks.push_back(m_stack.size());
        break;
    case '.':
        return false;
    case '0':
        fine = pop(ignored);
        break;
    case '1':
        fine = popToMark(items);
        break;
    case '2':
        fine = pop(ignored) && (m_stack.insert(m_stack.end(), 2, ignored), true);
        break;
    default:
        fine = objects(opcode);
    }
    return fine && (m_reader.ok() || complain(ErrorCode::Unreadable, "its pickle breaks off"));
}

Result<Pickle> PickleMachine::run()
{
    while (step()) { }
    ValueId root = 0;
    if (m_failed || !pop(root))
        return fail(m_error);
    m_out.root = root;
    m_out.end = m_reader.position();
    return std::move(m_out);
}

Result<Pickle> readPickle(std::span<const std::byte> bytes, std::size_t position, const std::string& file)
{
    return PickleMachine(bytes, position, file).run();
}

}

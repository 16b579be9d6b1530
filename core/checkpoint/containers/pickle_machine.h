// core/checkpoint/containers/pickle_machine.h: the stack machine behind readPickle.
#pragma once
#include "core/base/byte_cursor.h"
#include "core/checkpoint/containers/pickle.h"
#include "core/checkpoint/containers/pickle_globals.h"
#include <string>
#include <unordered_map>

namespace patchlight
{

class PickleMachine
{
public:
    PickleMachine(std::span<const std::byte> bytes, std::size_t position, const std::string& file);
    Result<Pickle> run();

private:
    // One opcode; false at STOP or when something is wrong (then m_error is set).
    bool step();
    bool number(char opcode);
    bool text(char opcode);
    bool collection(char opcode);
    bool memo(char opcode);
    bool objects(char opcode);

    ValueId add(Value value);
    bool push(Value value);
    bool pushNumber(std::int64_t number) { return push({ValueKind::Number, number, {}, {}}); }
    bool pushText(std::string_view text) { return push({ValueKind::Text, 0, text, {}}); }
    bool pop(ValueId& id);
    /// Everything above the last mark.
    bool popToMark(std::vector<ValueId>& items);
    bool collect(ValueKind kind, std::size_t count);
    bool extend(ValueId id, const std::vector<ValueId>& items, bool pairs);
    bool store(std::uint64_t slot);
    bool recall(std::uint64_t slot);

    bool global(std::string_view module, std::string_view name);
    bool call(ValueId callable, ValueId arguments);
    bool object(const std::vector<ValueId>& arguments);
    bool build(ValueId object, ValueId state);
    bool attributesFrom(ValueId object, ValueId state);
    bool persistent(ValueId id);
    bool rebuildTensor(const std::vector<ValueId>& arguments, bool withType);
    bool makeDict(const std::vector<ValueId>& arguments);
    bool mayCopy(std::size_t items);
    bool viewOfStorage(ValueId metadata, PickledStorage& storage);

    const Value& at(ValueId id) const { return m_out.values[id]; }
    bool numbersOf(ValueId id, std::vector<std::int64_t>& numbers);
    bool complain(ErrorCode code, const std::string& reason);
    bool broken(const std::string& reason) { return complain(ErrorCode::Malformed, reason); }

    ByteCursor m_reader;
    const std::string& m_file;
    Pickle m_out;
    std::vector<Global> m_globals;
    std::vector<ValueId> m_stack;
    std::vector<std::size_t> m_marks;
    std::unordered_map<std::uint64_t, ValueId> m_memo;
    std::size_t m_copied = 0; ///< items taken over from collections that stay, all together
    Error m_error;
    bool m_failed = false;
};

}

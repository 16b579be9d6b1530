// ui/adapter/mailbox.h: a place for one letter: a newer one replaces one nobody has read.
#pragma once
#include <mutex>
#include <optional>
#include <utility>

namespace patchlight
{

/// Any thread may put, take and clear.
template <class Letter> class Mailbox
{
public:
    void put(Letter letter)
    {
        const std::scoped_lock lock(m_mutex);
        m_letter = std::move(letter);
    }
    std::optional<Letter> take()
    {
        const std::scoped_lock lock(m_mutex);
        return std::exchange(m_letter, std::nullopt);
    }
    void clear() { take(); }

private:
    std::mutex m_mutex;
    std::optional<Letter> m_letter;
};

}

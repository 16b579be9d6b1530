// ui/adapter/engine_requests.cpp: the queue.
#include "ui/adapter/engine_requests.h"
#include <algorithm>
#include <utility>

namespace patchlight
{

void EngineInbox::put(Question question)
{
    const std::scoped_lock lock(m_mutex);
    m_waiting.push_back(std::move(question));
}

std::optional<Question> EngineInbox::take()
{
    const std::scoped_lock lock(m_mutex);
    std::erase_if(m_waiting, [](const Question& question) { return question.cancel.requested(); });
    const auto first = std::min_element(m_waiting.begin(), m_waiting.end(),
        [](const Question& a, const Question& b) { return a.kind.scope < b.kind.scope; });
    if (first == m_waiting.end())
        return std::nullopt;
    std::optional<Question> taken{std::move(*first)};
    m_waiting.erase(first);
    return taken;
}

void EngineInbox::clear()
{
    const std::scoped_lock lock(m_mutex);
    m_waiting.clear();
}

}

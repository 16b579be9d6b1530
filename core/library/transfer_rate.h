// core/library/transfer_rate.h: how fast a download is, and how long it will take.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>

namespace patchlight
{

/// Smoothed over about three seconds.
class TransferRate
{
public:
    using Clock = std::chrono::steady_clock;

    void add(std::uint64_t done, Clock::time_point now)
    {
        constexpr double span = 3;
        const double seconds = std::chrono::duration<double>(now - m_last).count();
        if (!m_started || done < m_done) {
            m_started = true, m_done = done, m_last = now, m_rate = 0;
            return;
        }
        if (seconds < 0.2)
            return;
        const double rate = static_cast<double>(done - m_done) / seconds;
        const double share = seconds / (seconds + span);
        m_rate = m_rate == 0 ? rate : m_rate + share * (rate - m_rate);
        m_done = done, m_last = now;
    }

    /// Bytes a second; 0 = not known yet.
    double rate() const { return m_rate; }
    std::optional<double> secondsLeft(std::uint64_t total) const
    {
        return m_rate > 0 && total >= m_done ? std::optional{static_cast<double>(total - m_done) / m_rate}
                                             : std::nullopt;
    }

private:
    bool m_started = false;
    std::uint64_t m_done = 0;
    Clock::time_point m_last;
    double m_rate = 0;
};

}
